"""Cuts documents into windows and puts windows side by side in batches."""

from dataclasses import dataclass

import numpy as np
import torch

WINDOW = 254
"""Word pieces of a window, without the two special pieces around them."""


@dataclass
class Window:
    """Tokens `start..end` of a document, or several one-sentence documents side by side."""

    ids: np.ndarray
    features: np.ndarray
    first: np.ndarray
    """Position of each token's first piece, the special piece at 0 counted."""
    tags: dict
    links: dict
    """`{link: [(position, position)]}`; 0 is none."""
    checks: list
    """`[(first token, end token, yes, a teacher's probability of yes or -1)]`."""
    soft_tags: dict
    """`{head: a teacher's probabilities [tokens, labels]}`."""
    soft_links: dict
    """As `links`, drawn by a teacher."""


def of_document(document, start, end):
    """The window of the tokens `start..end`; links that leave it are dropped."""
    pieces = len(document.ids)
    begin = int(document.first[start])
    stop = int(document.first[end]) if end < len(document.first) else pieces
    first = document.first[start:end] - begin + 1
    tags = {head: labels[start:end] for head, labels in document.tags.items()}
    soft_tags = {head: shares[start:end] for head, shares in document.soft_tags.items()}
    links, soft_links = (inside(own, first, start, end) for own in (document.links, document.soft_links))
    return Window(document.ids[begin:stop], document.features[begin:stop], first, tags, links, [], soft_tags, soft_links)


def inside(links, first, start, end):
    """The links that do not leave the tokens `start..end`, as positions of the window."""
    kept = {}
    for link, pairs in links.items():
        own = [(source, target) for source, target in pairs if start <= source < end and (target < 0 or start <= target < end)]
        kept[link] = [(int(first[source - start]), int(first[target - start]) if target >= 0 else 0) for source, target in own]
    return kept


def reach(document, start, limit):
    """One past the last token of a window that begins at the token `start` and holds at most `limit` pieces, but one token at the least."""
    begin = document.first[start]
    if len(document.ids) - begin <= limit:
        return len(document.first)
    return max(int(np.searchsorted(document.first, begin + limit, "right")) - 1, start + 1)


def cut(document, offset=WINDOW):
    """Windows without overlap; the first one holds at most `offset` pieces. Every window begins at a token."""
    windows, start, limit = [], 0, offset
    while start < len(document.first):
        end = reach(document, start, limit)
        windows.append(of_document(document, start, end))
        start, limit = end, WINDOW
    return [window for window in windows if len(window.ids) <= 2 * WINDOW]


def packed(sentences):
    """One window of several one-sentence documents."""
    first, checks, pieces, tokens = [], [], 0, 0
    for sentence in sentences:
        first.append(sentence.first + pieces + 1)
        checks.append((tokens, tokens + len(sentence.first), sentence.check, sentence.soft_check))
        pieces += len(sentence.ids)
        tokens += len(sentence.first)
    return Window(np.concatenate([sentence.ids for sentence in sentences]), np.concatenate([sentence.features for sentence in sentences]),
                  np.concatenate(first), {}, {}, checks, soft_of(sentences), {})


def soft_of(sentences):
    """A teacher's probabilities of all tokens of `sentences`."""
    heads = sentences[0].soft_tags
    return {head: np.concatenate([sentence.soft_tags[head] for sentence in sentences]) for head in heads}


def pack(sentences, rng):
    """Windows of one-sentence documents: now one alone, now as many as fit."""
    windows, waiting, size, limit = [], [], 0, WINDOW
    for sentence in sentences:
        if not len(sentence.first):
            continue
        if waiting and size + len(sentence.ids) > limit:
            windows.append(packed(waiting))
            waiting, size, limit = [], 0, rng.choice([40, WINDOW, WINDOW])
        if len(sentence.ids) <= WINDOW:
            waiting.append(sentence)
            size += len(sentence.ids)
    return windows + ([packed(waiting)] if waiting else [])


@dataclass
class Batch:
    """Windows side by side."""

    ids: torch.Tensor
    """`[rows, positions]`."""
    features: torch.Tensor
    """`[rows, positions, features]`."""
    has_features: torch.Tensor
    """1 where a position is a word piece of the text, else 0."""
    real: torch.Tensor
    """Whether a position is no padding."""
    windows: list

    def tokens_of(self, rows):
        """First pieces `[rows, tokens]`, padded with 0, and how many tokens each row has."""
        lengths = torch.tensor([len(self.windows[row].first) for row in rows])
        places = torch.zeros(len(rows), int(lengths.max()), dtype=torch.long)
        for line, row in enumerate(rows):
            places[line, : lengths[line]] = torch.from_numpy(self.windows[row].first)
        return places, lengths

    def labelled(self, head):
        """Rows that have labels of `head`, and the labels `[rows, tokens]`, padded with 0."""
        rows = [row for row, window in enumerate(self.windows) if head in window.tags]
        if not rows:
            return rows, None
        labels = torch.zeros(len(rows), max(len(self.windows[row].first) for row in rows), dtype=torch.long)
        for line, row in enumerate(rows):
            own = self.windows[row].tags[head]
            labels[line, : len(own)] = torch.from_numpy(own)
        return rows, labels

    def soft(self, head):
        """Rows with a teacher's word on `head`, and its probabilities `[rows, tokens, labels]`, padded with 0."""
        rows = [row for row, window in enumerate(self.windows) if head in window.soft_tags]
        if not rows:
            return rows, None
        own = [self.windows[row].soft_tags[head] for row in rows]
        shares = torch.zeros(len(rows), max(len(part) for part in own), own[0].shape[1])
        for line, part in enumerate(own):
            shares[line, : len(part)] = torch.from_numpy(part.astype(np.float32))
        return rows, shares

    def linked(self, link, soft=False):
        """Row, place and target of every link of the gold, or of a teacher's."""
        of = lambda window: (window.soft_links if soft else window.links).get(link, ())
        triples = [(row, place, target) for row, window in enumerate(self.windows) for place, target in of(window)]
        return torch.tensor(triples, dtype=torch.long).reshape(-1, 3).unbind(1)


def batch(windows, cls, sep):
    """Pads `windows` to the longest of them."""
    length = max(len(window.ids) for window in windows) + 2
    ids = np.zeros((len(windows), length), np.int64)
    features = np.zeros((len(windows), length, windows[0].features.shape[1]), np.int64)
    has, real = np.zeros((len(windows), length), np.float32), np.zeros((len(windows), length), bool)
    for row, window in enumerate(windows):
        size = len(window.ids)
        ids[row, 0], ids[row, size + 1] = cls, sep
        ids[row, 1 : size + 1] = window.ids
        features[row, 1 : size + 1] = window.features
        has[row, 1 : size + 1] = 1
        real[row, : size + 2] = True
    return Batch(torch.from_numpy(ids), torch.from_numpy(features), torch.from_numpy(has), torch.from_numpy(real), windows)


def batches(windows, rows, rng):
    """Batches of windows of like length, in random order."""
    windows = list(windows)
    rng.shuffle(windows)
    found = []
    for start in range(0, len(windows), rows * 16):
        group = sorted(windows[start : start + rows * 16], key=lambda window: len(window.ids))
        found += [group[place : place + rows] for place in range(0, len(group), rows)]
    rng.shuffle(found)
    return found

