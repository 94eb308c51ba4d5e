"""Reads the corpora: gold annotations become labels of the tokens that `quotewire features` prints.

A corpus that is absent is skipped with a line that says so.
"""

import json
import pathlib
import subprocess
from dataclasses import dataclass, field

import numpy as np

from labels import CONTENT, CUE, SOURCE, TAGS

NAME_KINDS = {"person": 1, "organization": 3, "place": 5}
"""Where a name's labels begin; any other type is 7."""

MENTION_KINDS = {"person": 0, "organization": 1, "place": 2}


@dataclass(frozen=True)
class Corpus:
    """One file of gold, or of plain texts."""

    path: str
    """Below the data folder; `{split}` is train or dev."""
    heads: tuple
    """What its annotations teach."""
    open_licence: bool
    """Whether its licence allows weights trained on it, by its own words."""
    passes: float
    """How often an epoch reads it."""


CORPORA = {
    "polnear": Corpus("quotes/{split}/polnear.jsonl", ("quotations",), False, 1.0),
    "gum-quotations": Corpus("quotes/{split}/gum-rst.jsonl", ("quotations",), True, 0.0),
    "worldwide": Corpus("entities/{split}/worldwide.jsonl", ("names", "inner_names"), False, 1.0),
    "gum": Corpus("entities/{split}/gum.jsonl", ("names", "inner_names", "mentions"), True, 2.0),
    "litbank": Corpus("entities/{split}/litbank.jsonl", ("names", "inner_names", "mentions"), True, 0.4),
    "wikigold": Corpus("entities/{split}/wikigold.jsonl", ("names",), True, 1.0),
    "wnut17": Corpus("entities/{split}/wnut17.jsonl", ("names",), True, 0.3),
    "ct24": Corpus("claims/{split}/ct24.jsonl", ("check_worthiness",), True, 0.7),
}
"""Passes are chosen so that an epoch is half quotations; PolNeAR is the largest corpus and the hardest task."""

UNLABELLED = Corpus("unlabelled/news.ndjson", (), False, 1.0)
"""News without annotations, for distilling."""


@dataclass
class Document:
    """One text as the network reads it, with what its corpus says of it."""

    ids: np.ndarray
    """Word pieces `[pieces]`."""
    features: np.ndarray
    """`[pieces, features]`."""
    first: np.ndarray
    """First piece of each token `[tokens]`."""
    tags: dict = field(default_factory=dict)
    """`{head: labels [tokens]}`; a head that the corpus does not teach is absent."""
    links: dict = field(default_factory=dict)
    """`{link: [(token, token or -1)]}`."""
    check: int = -1
    """Whether the text, a single sentence, is worth checking; -1 unknown."""
    soft_tags: dict = field(default_factory=dict)
    """`{head: a teacher's probabilities [tokens, labels]}`."""
    soft_links: dict = field(default_factory=dict)
    """`{link: [(token, token or -1)]}` as a teacher draws them."""
    soft_check: float = -1.0
    """A teacher's probability that the text, a single sentence, is worth checking; -1 unknown."""


def read(name, split, data, quotewire, vocabulary, only_open=False):
    """The documents of a corpus; empty, with a line that says why, where it is left out."""
    corpus = CORPORA.get(name, UNLABELLED)
    if only_open and not corpus.open_licence:
        print(f"{name}: left out, it has no open licence", flush=True)
        return []
    path = pathlib.Path(data) / corpus.path.format(split=split)
    if not path.exists():
        print(f"{name}: left out, {path} is not there", flush=True)
        return []
    gold = [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]
    return [document(line, features, corpus) for line, features in zip(gold, features_of(gold, quotewire, vocabulary), strict=True)]


def part_of(gum, part, parts):
    """Numbers of the lines of GUM's gold that the part `part` of `parts` leaves for judging: news and interviews."""
    asked = [number for number, line in enumerate(gum) if line["genre"] in ("news", "interview")]
    return set(asked[part - 1 :: parts])


def features_of(gold, quotewire, vocabulary):
    """What `quotewire features` makes of the texts, in order."""
    texts = "".join(json.dumps({"id": f"d{number}", "text": line["text"], "language": "en"}) + "\n" for number, line in enumerate(gold))
    scratch = pathlib.Path(vocabulary).with_suffix(".texts.ndjson")
    scratch.write_text(texts, encoding="utf-8")
    printed = subprocess.run([quotewire, "features", "--vocabulary", vocabulary, scratch], check=True, capture_output=True, text=True)
    scratch.unlink()
    return (json.loads(line) for line in printed.stdout.splitlines())


def document(gold, features, corpus):
    """Lays a gold line's annotations on its tokens."""
    found = Document(np.array(features["ids"], np.int64), np.array(features["features"], np.int64).reshape(-1, 6), np.array(features["first"], np.int64))
    tokens = Tokens(features["tokens"])
    if "quotations" in corpus.heads:
        lay_quotations(gold["quotes"], gold["text"], tokens, found)
    if "names" in corpus.heads:
        lay_names(gold["mentions"], gold["text"], tokens, found, "inner_names" in corpus.heads)
    if "mentions" in corpus.heads:
        lay_mentions(gold["mentions"], tokens, found)
    if "check_worthiness" in corpus.heads:
        found.check = gold["label"]
    return found


class Tokens:
    """Finds the tokens of a span; offsets in code points."""

    def __init__(self, tokens):
        self.starts = np.array([start for start, _ in tokens], np.int64)
        self.ends = np.array([end for _, end in tokens], np.int64)

    def within(self, start, end):
        """The tokens that share a character with `start..end`, as a half-open range."""
        return int(np.searchsorted(self.ends, start, "right")), int(np.searchsorted(self.starts, end, "left"))

    def __len__(self):
        return len(self.starts)


def write(labels, start, end, begin):
    """Writes a BIO span where it is free; `False` where its first token is not."""
    if start >= end or labels[start]:
        return False
    labels[start] = begin
    for place in range(start + 1, end):
        if labels[place]:
            break
        labels[place] = begin + 1
    return True


EDGE_MARKS = " \t\n\r\"'“”‘’`«»"


def without_marks(text, start, end):
    """The span without white space and quotation marks at its edges."""
    while start < end and text[start] in EDGE_MARKS:
        start += 1
    while start < end and text[end - 1] in EDGE_MARKS:
        end -= 1
    return start, end


def lay_quotations(quotes, text, tokens, found):
    """Tags and links. A token has one label: content before source before cue, the longer content first."""
    labels = np.zeros(len(tokens), np.int64)
    spans = lambda parts: [tokens.within(*without_marks(text, *part)) for part in parts]
    laid = [(spans(quote["content"]), spans(quote["cue"]), spans(quote["speaker"])) for quote in quotes]
    laid.sort(key=lambda quote: -sum(end - start for start, end in quote[0]))
    for contents, _, _ in laid:
        for start, end in contents:
            write(labels, start, end, CONTENT)
    for _, cues, sources in laid:
        for spans_of_role, begin in ((sources, SOURCE), (cues, CUE)):
            for start, end in spans_of_role:
                if not labels[start:end].any():
                    write(labels, start, end, begin)
    part_cue, cue_source = {}, {}
    for contents, cues, sources in laid:
        cue = next((start for start, _ in cues if start < len(labels) and labels[start] == CUE), -1)
        for start, end in contents:
            if start < end and labels[start] == CONTENT:
                part_cue.setdefault(start, cue)
        if cue >= 0:
            source = next((start for start, _ in sources if start < len(labels) and labels[start] == SOURCE), -1)
            if source >= 0 or not sources:
                cue_source.setdefault(cue, source)
    found.tags["quotations"] = labels
    found.links["part_cue"] = sorted(part_cue.items())
    found.links["cue_source"] = sorted(cue_source.items())


def trimmed(text, start, end):
    """A name's span without a leading article and a possessive mark."""
    if text[start:end].lower().startswith("the ") and end - start > 4:
        start += 4
    for mark in ("'s", "’s"):
        if text[start:end].endswith(mark):
            end -= 2
    return start, end


def name_spans(mentions, text):
    """`(start, end, where its labels begin)` of the names, longer ones first; dates are none."""
    spans = {}
    for mention in mentions:
        if mention["kind"] == "name" and mention["type"] != "time":
            span = trimmed(text, *(mention.get("name") or (mention["start"], mention["end"])))
            begin = 7 if mention.get("group") else NAME_KINDS.get(mention["type"], 7)
            spans.setdefault(span, begin)
    return sorted(((start, end, begin) for (start, end), begin in spans.items()), key=lambda span: (span[0] - span[1], span[0]))


def lay_names(mentions, text, tokens, found, with_inner):
    """Outermost names, and the names inside them where the corpus has those."""
    outer, inner = np.zeros(len(tokens), np.int64), np.zeros(len(tokens), np.int64)
    for start, end, begin in name_spans(mentions, text):
        first, last = tokens.within(start, end)
        if first < last and not outer[first:last].any():
            write(outer, first, last, begin)
        elif first < last and not inner[first:last].any():
            write(inner, first, last, begin)
    found.tags["names"] = outer
    if with_inner:
        found.tags["inner_names"] = inner


def lay_mentions(mentions, tokens, found):
    """Heads of nominal and pronoun mentions, the words of the phrase before them, and which mention came before."""
    labels = np.zeros(len(tokens), np.int64)
    heads = {}
    kinds = TAGS["mentions"]
    for mention in sorted(mentions, key=lambda mention: mention["end"] - mention["start"]):
        if mention["type"] not in MENTION_KINDS:
            continue
        kind = mention["kind"]
        if kind == "name":
            first, last = tokens.within(*(mention.get("name") or (mention["start"], mention["end"])))
            head = last - 1
        else:
            first, _ = tokens.within(mention["start"], mention["end"])
            head, last = tokens.within(*mention["head"])
        if first >= last:
            continue
        heads.setdefault(head, mention["cluster"])
        if kind == "name":
            continue
        labels[head] = kinds.index(f"{kind}-person") + MENTION_KINDS[mention["type"]]
        inside = labels[first:head]
        inside[inside == 0] = 1
    antecedent, latest = [], {}
    for head, cluster in sorted(heads.items()):
        antecedent.append((head, latest.get(cluster, -1)))
        latest[cluster] = head
    found.tags["mentions"] = labels
    found.links["antecedent"] = antecedent
