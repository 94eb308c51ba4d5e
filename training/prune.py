"""Takes attention heads out of a trained transformer; without --heads, tells how much each counts.

    prune.py --work training/work --name accurate-whole
    prune.py --work training/work --name accurate-whole --heads 4.7 4.8 5.5 --into accurate

How much a head counts is told by the gradient of the losses on train's stories by a gate on what the head gives: the mean of its square, the empirical
Fisher information (Michel et al. 2019 take the absolute value). In the place of a head stays the mean of what it gave.
"""

import pathlib
import random

import torch

import fitting
import losses
import network as N
import train as T
import windows as W


def arguments():
    parser = T.parser_of(__doc__)
    add = parser.add_argument
    add("--name", required=True, help="of the checkpoint")
    add("--heads", nargs="*", default=[], metavar="LAYER.HEAD", help="to take out, counted from 1")
    add("--into", help="name of the checkpoint that is made")
    add("--batches", type=int, default=120, help="of four windows, that the network reads for it")
    add("--seed", type=int, default=5)
    options = parser.parse_args()
    if options.heads and not options.into:
        parser.error("--heads wants --into")
    return options


class Gated(torch.nn.Module):
    """A layer whose heads pass gates, and that adds up what they give."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.gates = torch.nn.Parameter(torch.ones(layer.attention // N.HEAD_WIDTH))
        self.information = torch.zeros_like(self.gates)
        self.given = torch.zeros(layer.attention)
        self.positions = 0

    def forward(self, x, mask, dropout):
        attended = self.layer.attend(x, mask)
        real = attended.detach() if mask is None else attended.detach()[mask[:, 0, 0]]
        self.given += real.flatten(0, -2).sum(0)
        self.positions += real.numel() // real.shape[-1]
        return self.layer.after(x, attended * self.gates.repeat_interleave(N.HEAD_WIDTH), dropout)

    def learn(self):
        """Takes in the gradient of one batch."""
        self.information += self.gates.grad**2
        self.gates.grad = None


def weigh(network, batches, cls, sep):
    """Lets the network read `batches`; gives its layers with what their heads count and gave."""
    network.requires_grad_(False)
    gated = [Gated(layer) for layer in network.layers]
    network.layers = torch.nn.ModuleList(gated)
    for windows in batches:
        batch = W.batch(windows, cls, sep)
        states = network.hidden_states(batch)
        found = losses.gold_losses(network.readout, network.readout(states[max(states)]), batch)
        if found:
            losses.total(found).backward()
            for layer in gated:
                layer.learn()
    return gated


def staying(gated, gone):
    """For each layer the heads that stay without those of `gone`, `LAYER.HEAD` counted from 1; `ValueError` where one is not there or none stays."""
    named = {tuple(int(number) - 1 for number in head.split(".")) for head in gone}
    kept = [[head for head in range(len(own.gates)) if (layer, head) not in named] for layer, own in enumerate(gated)]
    if sum(len(own.gates) for own in gated) - sum(map(len, kept)) != len(named) or not all(kept):
        raise ValueError(f"{' '.join(gone)}: a head that is not there, or a layer that keeps none")
    return kept


@torch.no_grad()
def narrowed(state, gated, kept):
    """The parameters with the heads `kept` alone."""
    state = dict(state)
    for number, (layer, heads) in enumerate(zip(gated, kept)):
        width = layer.layer.attention
        columns, rows = N.places_of(heads, width)
        gone = torch.ones(width, dtype=torch.bool)
        gone[columns] = False
        name = f"layers.{number}"
        out = state[f"{name}.out.weight"]
        state[f"{name}.out.bias"] = state[f"{name}.out.bias"] + out[:, gone] @ (layer.given / layer.positions)[gone]
        state[f"{name}.out.weight"] = out[:, columns]
        state[f"{name}.qkv.weight"] = state[f"{name}.qkv.weight"][rows]
        state[f"{name}.qkv.bias"] = state[f"{name}.qkv.bias"][rows]
    return state


def main():
    options = arguments()
    folder = pathlib.Path(options.work)
    network, trained = N.load(folder, options.name)
    state = network.state_dict()
    rng = random.Random(options.seed)
    stories = {name: documents for name, documents in T.load_corpora(options, "train").items() if documents[0].check < 0}
    batches = W.batches(T.epoch_windows(stories, rng, options), 4, rng)[: options.batches]
    gated = weigh(network, batches, *fitting.special_pieces(folder))
    for number, layer in enumerate(gated, 1):
        counts = " ".join(f"{information / len(batches):.1e}" for information in layer.information.tolist())
        print(f"layer {number}, heads 1 to {len(layer.gates)}: {counts}")
    if options.heads:
        kept = staying(gated, options.heads)
        trained = trained | {"attention": [N.HEAD_WIDTH * len(heads) for heads in kept]}
        torch.save({"network": narrowed(state, gated, kept), "options": trained}, folder / f"{options.into}.pt")


if __name__ == "__main__":
    main()
