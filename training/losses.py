"""What the network is trained to make small."""

import torch
import torch.nn.functional as F

from labels import CRF_HEADS, LINKS, TAGS

WEIGHTS = {"quotations": 1.0, "names": 1.0, "inner_names": 0.5, "mentions": 0.7, "part_cue": 0.25, "cue_source": 0.25, "antecedent": 0.3,
           "check_worthiness": 0.3}
"""How much each head counts."""


def token_scores(readout, output, head, rows, places):
    """A tag head's scores `[rows, tokens, labels]` at the tokens' first pieces."""
    columns = readout.head(output, head)[rows]
    return columns.gather(1, places[..., None].expand(-1, -1, columns.shape[-1]))


def gold_losses(readout, output, batch):
    """`{head: loss}` of the heads that the batch has labels for."""
    losses = {}
    for head in TAGS:
        rows, labels = batch.labelled(head)
        if not rows:
            continue
        places, lengths = batch.tokens_of(rows)
        emissions = token_scores(readout, output, head, rows, places)
        if head in CRF_HEADS:
            losses[head] = readout.crf[head].loss(emissions, labels, lengths)
        else:
            valid = torch.arange(labels.shape[1])[None] < lengths[:, None]
            losses[head] = F.cross_entropy(emissions[valid], labels[valid])
    for link in LINKS:
        rows, places, targets = batch.linked(link)
        if len(rows):
            scores = readout.link_scores(output, link, rows, places).masked_fill(~batch.real[rows], -1e4)
            losses[link] = F.cross_entropy(scores, targets)
    logits, gold = check_logits(readout, output, batch)
    if len(gold):
        losses["check_worthiness"] = F.binary_cross_entropy_with_logits(logits, gold)
    return losses


def check_logits(readout, output, batch):
    """Logits of the sentences with a verdict, and the verdicts."""
    logits, gold = [], []
    columns = readout.head(output, "check_worthiness")
    for row, window in enumerate(batch.windows):
        for start, end, verdict, _ in window.checks:
            own = columns[row, torch.from_numpy(window.first[start:end])]
            logits.append((torch.softmax(own[:, 0], 0) * own[:, 1]).sum())
            gold.append(float(verdict))
    return (torch.stack(logits) if logits else torch.zeros(0)), torch.tensor(gold)


def total(losses):
    """The weighted sum."""
    return sum(WEIGHTS[head] * loss for head, loss in losses.items())
