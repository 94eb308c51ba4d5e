"""Quick figures on dev while training: exact spans, heads and verdicts. The figures that count come from `quotewire evaluate`."""

from collections import Counter

import torch

import windows as W
from labels import CRF_HEADS, LINKS, TAGS
from losses import check_logits, token_scores


def spans(labels, names):
    """`{(start, end, kind)}` of BIO labels."""
    found, start, kind = set(), None, None
    for place, label in enumerate([*labels, 0]):
        name = names[label]
        if start is not None and not (name.startswith("I-") and name[2:] == kind):
            found.add((start, place, kind))
            start = None
        if name.startswith("B-"):
            start, kind = place, name[2:]
    return found


def f1(counts, key):
    """F1 of `key` from its hits, guesses and gold."""
    both = counts[key, "guess"] + counts[key, "gold"]
    return 2 * counts[key, "hit"] / both if both else 0.0


@torch.no_grad()
def measure(network, layer, dev, cls, sep):
    """`{figure: value}` of the readout at `layer` over dev's corpora; windows do not overlap."""
    network.eval()
    readout, figures = network.readouts[str(layer)], {}
    for corpus, documents in dev.items():
        counts = Counter()
        pieces = [window for document in documents if document.check < 0 for window in W.cut(document)]
        pieces += [W.packed([document]) for document in documents if document.check >= 0 and 0 < len(document.ids) <= W.WINDOW]
        pieces.sort(key=lambda window: len(window.ids))
        for start in range(0, len(pieces), 32):
            batch = W.batch(pieces[start : start + 32], cls, sep)
            with torch.autocast("cpu", torch.bfloat16):
                output = readout(network.hidden_states(batch)[layer])
            count(readout, output.float(), batch, counts)
        figures |= {f"{corpus} {key}": round(f1(counts, key), 4) for key in dict.fromkeys(key for key, _ in counts)}
    network.train()
    return figures


def count(readout, output, batch, counts):
    """Adds one batch's hits, guesses and gold."""
    for head, names in TAGS.items():
        rows, labels = batch.labelled(head)
        if not rows:
            continue
        places, lengths = batch.tokens_of(rows)
        emissions = token_scores(readout, output, head, rows, places)
        for line, length in enumerate(lengths.tolist()):
            own, gold = emissions[line, :length], labels[line, :length].tolist()
            if head in CRF_HEADS:
                guess, truth = spans(readout.crf[head].decode(own), names), spans(gold, names)
            else:
                guess = {(place, label) for place, label in enumerate(own.argmax(-1).tolist()) if label > 1}
                truth = {(place, label) for place, label in enumerate(gold) if label > 1}
            kinds = {kind for *_, kind in guess | truth} if head == "quotations" else {None}
            for kind in kinds:
                key = f"{head}" + (f" {kind}" if kind else "")
                a = {span for span in guess if kind in (None, span[-1])}
                b = {span for span in truth if kind in (None, span[-1])}
                counts[key, "hit"] += len(a & b)
                counts[key, "guess"] += len(a)
                counts[key, "gold"] += len(b)
    for link in LINKS:
        rows, places, targets = batch.linked(link)
        if len(rows):
            scores = readout.link_scores(output, link, rows, places).masked_fill(~batch.real[rows], -1e4)
            counts[link, "hit"] += int((scores.argmax(1) == targets).sum())
            counts[link, "guess"] += len(rows)
            counts[link, "gold"] += len(rows)
    logits, gold = check_logits(readout, output, batch)
    if len(gold):
        counts["check", "hit"] += int(((logits > 0) & (gold > 0)).sum())
        counts["check", "guess"] += int((logits > 0).sum())
        counts["check", "gold"] += int(gold.sum())
