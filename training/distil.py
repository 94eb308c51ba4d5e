"""Teaches a smaller network what a larger one says of all texts, the unlabelled news included, beside the gold.

    distil.py --work training/work --teacher teacher --name balanced --layers 3
    distil.py --work training/work --teacher teacher --name fast --blocks 6
    distil.py --work training/work --teacher averaged second --name accurate --layers 6

First each teacher reads everything once; what it says is kept below --work. Options not named here are those of train.py.
"""

import os
import pathlib
import pickle

import numpy as np
import torch
import torch.nn.functional as F

import corpora
import fitting
import losses
import network as N
import train as T
import windows as W
from labels import CONTENT, CUE, LINKS, TAGS

STRIDE = 190
"""Word pieces between the beginnings of the windows that the teacher reads."""
SHARE_OF_GOLD = 0.5
"""How much the gold counts beside the teacher."""


def arguments():
    parser = T.parser_of(__doc__)
    add = parser.add_argument
    add("--teacher", nargs="+", default=["teacher"], help="several: the mean of what they say; the student begins from the first")
    add("--name", required=True)
    add("--layers", type=int, default=0, help="of a transformer, begun from the teacher's first")
    add("--begin-layers", type=int, nargs="+", metavar="LAYER", help="the layers that it begins from instead, counted from 1")
    add("--inner", type=int, default=1536, help="width of its feed-forward part")
    add("--attention", type=int, default=0, help="width of its attention, 32 a head; 0: that of the layers it begins from")
    add("--blocks", type=int, default=0, help="of a network of convolutions instead")
    add("--width", type=int, default=128, help="of those")
    add("--epochs", type=float, default=5)
    add("--rate", type=float, default=1e-4)
    add("--head-rate", type=float, default=1e-3)
    add("--rows", type=int, default=16)
    add("--dropout", type=float, default=0.05)
    add("--seed", type=int, default=1)
    add("--threads", type=int, default=os.cpu_count())
    add("--unlabelled", type=float, default=0.35, help="share of the unlabelled texts that an epoch reads")
    add("--begin-from", metavar="NAME", help="a student taught before, instead of the teacher's layers; it may be wider")
    add("--average", action="store_true", help="keep the rate, and the mean of the weights on the way")
    return parser.parse_args()


def taught_corpora(options, folder, log):
    """Train's corpora and the unlabelled texts, with the teachers' word on each."""
    first, *others = (taught_by(name, options, folder, log) for name in options.teacher)
    for other in others:
        for name, documents in first.items():
            for document, heard in zip(documents, other[name], strict=True):
                join(document, heard)
    for documents in first.values():
        for document in documents:
            average(document, len(options.teacher))
    return first


def taught_by(name, options, folder, log):
    """Train's corpora and the unlabelled texts, with the word of the teacher `name` on each."""
    kept = folder / f"taught-by-{name}.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())
    teacher, _ = N.load(folder, name)
    texts = T.load_corpora(options, "train")
    cls, sep = fitting.special_pieces(folder)
    texts["unlabelled"] = corpora.read("unlabelled", "train", options.data, options.quotewire, str(folder / "vocabulary.txt"), options.only_open_licences)
    texts = {name: documents[: options.limit] for name, documents in texts.items() if documents}
    for corpus, documents in texts.items():
        soften(teacher, documents, cls, sep)
        log("the teacher", name, "has read", corpus, len(documents))
    kept.write_bytes(pickle.dumps(texts, protocol=5))
    return texts


def join(document, heard):
    """Adds another teacher's word on the same text, `heard`; of the links those stay that both draw."""
    for head, shares in heard.soft_tags.items():
        document.soft_tags[head] = document.soft_tags[head].astype(np.float32) + shares
    document.soft_check += heard.soft_check
    document.soft_links = {link: sorted(set(pairs) & set(heard.soft_links[link])) for link, pairs in document.soft_links.items()}


def average(document, teachers):
    """Makes the mean of the sum over `teachers`."""
    document.soft_tags = {head: (shares / teachers).astype(np.float16) for head, shares in document.soft_tags.items()}
    document.soft_check /= teachers


@torch.no_grad()
def soften(teacher, documents, cls, sep):
    """Gives each document the teacher's probabilities and links; a token's are those of the window where it is most central."""
    layer = max(int(number) for number in teacher.readouts)
    places = [(document, start, end) for document in documents for start, end in overlapping(document)]
    places.sort(key=lambda place: place[0].first[place[1]] - (place[0].first[place[2]] if place[2] < len(place[0].first) else len(place[0].ids)))
    heard = {id(document): Heard(document) for document in documents}
    for begin in range(0, len(places), 32):
        group = places[begin : begin + 32]
        batch = W.batch([W.of_document(*place) for place in group], cls, sep)
        with torch.autocast("cpu", torch.bfloat16):
            output = teacher.readout(teacher.hidden_states(batch)[layer])
        keep(teacher.readout, output.float(), batch, group, heard)
    for document in documents:
        heard[id(document)].hand_over(document)


class Heard:
    """What the teacher has said of one document so far."""

    def __init__(self, document):
        self.centre = np.full(len(document.first), -1.0)
        self.tags = {head: np.zeros((len(document.first), len(labels)), np.float16) for head, labels in TAGS.items()}
        self.links = {link: {} for link in LINKS}
        self.check = -1.0

    def hand_over(self, document):
        """Writes it to the document."""
        document.soft_tags, document.soft_check = self.tags, self.check
        document.soft_links = {link: sorted(pairs.items()) for link, pairs in self.links.items()}


def overlapping(document):
    """Ranges of tokens of at most a window's pieces, each beginning STRIDE pieces after the one before."""
    found, start = [], 0
    while start < len(document.first):
        end = W.reach(document, start, W.WINDOW)
        found.append((start, end))
        if end == len(document.first):
            break
        start = max(int(np.searchsorted(document.first, document.first[start] + STRIDE, "left")), start + 1)
    return found


def keep(readout, output, batch, group, heard):
    """Keeps the batch's word on the tokens that lie more central in it than in any window before."""
    shares = {head: torch.softmax(readout.head(output, head), -1).numpy() for head in TAGS}
    for row, (document, start, end) in enumerate(group):
        first = batch.windows[row].first
        centre = np.minimum(np.arange(end - start) + (10_000 if start == 0 else 0),
                            np.arange(end - start)[::-1] + (10_000 if end == len(document.first) else 0))
        word = heard[id(document)]
        better = np.flatnonzero(centre > word.centre[start:end])
        word.centre[start + better] = centre[better]
        for head in TAGS:
            word.tags[head][start + better] = shares[head][row, first[better]]
        if document.check >= 0:
            own = readout.head(output, "check_worthiness")[row, torch.from_numpy(first)]
            word.check = float(torch.sigmoid((torch.softmax(own[:, 0], 0) * own[:, 1]).sum()))
            continue
        keep_links(readout, output, batch, row, word, start, better)


def keep_links(readout, output, batch, row, word, start, better):
    """Draws the links of the tokens `better` (counted from `start`) as the teacher does."""
    first = batch.windows[row].first
    token_at = {int(position): token for token, position in enumerate(first)}
    tags = {head: word.tags[head][start + better].argmax(-1) for head in ("quotations", "mentions", "names")}
    starts = {"part_cue": tags["quotations"] == CONTENT, "cue_source": tags["quotations"] == CUE, "antecedent": tags["mentions"] > 1}
    for link, chosen in starts.items():
        tokens = better[chosen]
        for token in better:
            word.links[link].pop(int(start + token), None)
        if not len(tokens):
            continue
        scores = readout.link_scores(output, link, torch.full((len(tokens),), row), torch.from_numpy(first[tokens]))
        targets = scores.masked_fill(~batch.real[row][None], -1e4).argmax(1).tolist()
        for token, target in zip(tokens, targets):
            if target == 0 or target in token_at:
                word.links[link][int(start + token)] = -1 if target == 0 else int(start + token_at[target])


def student(options, source):
    """The network to be taught; a transformer begins from `source`, the student that was taught before or the teacher."""
    pieces = len(source.words.weight)
    if options.blocks:
        network = N.Convolutions(pieces, options.blocks, options.width, options.width)
        if options.begin_from:
            network.load_state_dict(source.state_dict())
        else:
            network.load_base()
            crf_of(network, source)
        return network
    chosen = chosen_layers(options, len(source.layers))
    attention = options.attention or [source.layers[layer].attention for layer in chosen]
    network = N.Network(pieces, options.layers, attention=attention, inner=options.inner)
    take_over(network, source, options, chosen)
    return network


def chosen_layers(options, known):
    """The layers that a transformer begins from, counted from 0, of the `known` ones."""
    chosen = options.begin_layers or list(range(1, options.layers + 1))
    if len(chosen) != options.layers or not all(1 <= layer <= known for layer in chosen):
        raise SystemExit(f"a network of {options.layers} layers cannot begin from the layers {chosen} of {known}")
    return [layer - 1 for layer in chosen]


def crf_of(network, teacher):
    """Takes over the teacher's transitions, which go with the scores that are taught."""
    network.readout.crf.load_state_dict(teacher.readout.crf.state_dict())


@torch.no_grad()
def take_over(network, source, options, chosen):
    """Begins from the layers `chosen` of `source`, and from its readout there where it has one; narrower parts keep what weighs most."""
    own, known = network.state_dict(), source.state_dict()
    last = chosen[-1] + 1
    readout = f"readouts.{last}." if str(last) in source.readouts else f"readouts.{len(source.layers)}."
    for name, value in own.items():
        there = name.replace(f"readouts.{options.layers}.", readout)
        if name.startswith("layers."):
            _, layer, part = name.split(".", 2)
            there = f"layers.{chosen[int(layer)]}.{part}"
        if there in known and known[there].shape == value.shape:
            value.copy_(known[there])
    for small, layer in zip(network.layers, chosen):
        narrow(small, source.layers[layer])
    crf_of(network, source)


def narrow(small, large):
    """Fills a narrower layer with the inner units and attention heads whose weights are largest."""
    inner = len(small.up.bias)
    if inner < len(large.up.bias):
        weight = large.up.weight.norm(dim=1) * large.down.weight.norm(dim=0)
        units = weight.topk(inner).indices.sort().values
        small.up.weight.copy_(large.up.weight[units])
        small.up.bias.copy_(large.up.bias[units])
        small.down.weight.copy_(large.down.weight[:, units])
    if small.attention < large.attention:
        by_head = large.out.weight.view(-1, large.attention // N.HEAD_WIDTH, N.HEAD_WIDTH).norm(dim=(0, 2))
        heads = by_head.topk(small.attention // N.HEAD_WIDTH).indices.sort().values
        columns, rows = N.places_of(heads, large.attention)
        small.qkv.weight.copy_(large.qkv.weight[rows])
        small.qkv.bias.copy_(large.qkv.bias[rows])
        small.out.weight.copy_(large.out.weight[:, columns])


def taught_losses(readout, output, batch):
    """How far the student is from the teacher, `{head: loss}`."""
    found = {}
    for head in TAGS:
        rows, shares = batch.soft(head)
        if not rows:
            continue
        places, lengths = batch.tokens_of(rows)
        scores = torch.log_softmax(losses.token_scores(readout, output, head, rows, places), -1)
        valid = torch.arange(shares.shape[1])[None] < lengths[:, None]
        found[head] = F.kl_div(scores[valid], shares[valid], reduction="batchmean")
    for link in LINKS:
        rows, places, targets = batch.linked(link, soft=True)
        if len(rows):
            scores = readout.link_scores(output, link, rows, places).masked_fill(~batch.real[rows], -1e4)
            found[link] = F.cross_entropy(scores, targets)
    logits, _ = losses.check_logits(readout, output, batch)
    if len(logits):
        soft = torch.tensor([check[3] for window in batch.windows for check in window.checks])
        found["check_worthiness"] = F.binary_cross_entropy_with_logits(logits, soft.clamp(0, 1))
    return found


def epoch_windows(texts, rng, options):
    """The windows of one epoch: those of the gold, and a share of the unlabelled texts."""
    gold = {name: documents for name, documents in texts.items() if name != "unlabelled"}
    windows = T.epoch_windows(gold, rng, options)
    others = texts.get("unlabelled", [])
    for document in rng.sample(others, int(len(others) * options.unlabelled)):
        windows += W.cut(document, rng.randrange(64, W.WINDOW + 1))
    return windows


def step_loss(network, batch, options):
    """The loss of one batch, beside the teacher and the gold, and how far each head is from the teacher."""
    with torch.autocast("cpu", torch.bfloat16):
        states = network.hidden_states(batch, options.dropout)
        output = network.readout(states[max(states)])
    taught = taught_losses(network.readout, output.float(), batch)
    gold = losses.gold_losses(network.readout, output.float(), batch)
    return losses.total(taught) + SHARE_OF_GOLD * losses.total(gold), taught


def main():
    options = arguments()
    folder = pathlib.Path(options.work)
    log = fitting.Log(folder / f"{options.name}.log")
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    texts, dev = taught_corpora(options, folder, log), T.load_corpora(options, "dev")
    source, _ = N.load(folder, options.begin_from or options.teacher[0])
    network = student(options, source)
    fitting.fit(network, lambda rng: epoch_windows(texts, rng, options), lambda batch: step_loss(network, batch, options), dev, folder, options, log)


if __name__ == "__main__":
    main()
