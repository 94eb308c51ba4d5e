"""Trains one network on all corpora.

    train.py --data ../shared/data --quotewire target/release/quotewire --work training/work --name teacher --layers 6 --exits 3

Writes NAME.pt (the best epoch by dev), NAME.resume.pt (to go on with after a stop) and NAME.log below --work.
"""

import argparse
import json
import os
import pathlib
import pickle

import torch

import corpora
import fitting
import losses
import network as N
import windows as W

def parser_of(description):
    """A parser of the options of every script that reads the corpora."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--data", default="../shared/data", help="folder of the corpora")
    add("--quotewire", default="target/release/quotewire", help="the program, for its features")
    add("--work", default="training/work", help="where checkpoints and logs go")
    add("--only-open-licences", action="store_true", help="leave out corpora without an open licence")
    add("--limit", type=int, default=None, metavar="DOCUMENTS", help="of each corpus, for a try")
    return parser


def arguments():
    parser = parser_of(__doc__)
    add = parser.add_argument
    add("--name", default="teacher")
    add("--layers", type=int, default=6)
    add("--exits", type=int, nargs="*", default=[3], help="layers with a readout of their own beside the last")
    add("--epochs", type=float, default=6)
    add("--rate", type=float, default=1.2e-4, help="of the encoder")
    add("--head-rate", type=float, default=1e-3, help="of heads and features")
    add("--rows", type=int, default=16, help="windows a step")
    add("--dropout", type=float, default=0.1)
    add("--seed", type=int, default=1)
    add("--threads", type=int, default=os.cpu_count())
    add("--begin-from", metavar="NAME", help="a network trained before, instead of MiniLM")
    add("--average", action="store_true", help="keep the rate, and the mean of the weights on the way")
    add("--leave-out", metavar="PART/PARTS", help="that part of GUM's news and interviews, to be judged on it (antecedents.py --cross-validate PARTS)")
    options = parser.parse_args()
    if options.leave_out and options.only_open_licences:
        parser.error("--leave-out: with --only-open-licences the same texts are read for their quotations")
    return options


def load_corpora(options, split):
    """`{corpus: documents}`, kept in a file so that the second run starts at once."""
    kept = pathlib.Path(options.work) / f"corpora-{split}{'-open' if options.only_open_licences else ''}.pickle"
    if kept.exists():
        found = pickle.loads(kept.read_bytes())
    else:
        vocabulary = pathlib.Path(options.work) / "vocabulary.txt"
        vocabulary.write_bytes(pathlib.Path(N.base_folder(), "vocab.txt").read_bytes())
        only_open = options.only_open_licences and split == "train"
        found = {name: corpora.read(name, split, options.data, options.quotewire, str(vocabulary), only_open) for name in corpora.CORPORA}
        found = {name: documents for name, documents in found.items() if documents}
        kept.write_bytes(pickle.dumps(found))
    return {name: documents[: options.limit] for name, documents in found.items()}


def leave_out(train, options):
    """Takes the part of GUM that is to be judged out of what is read; no other corpus that is has its texts, see `passes`."""
    gold = [json.loads(line) for line in pathlib.Path(options.data, "entities/train/gum.jsonl").open(encoding="utf-8")]
    held = corpora.part_of(gold, *map(int, options.leave_out.split("/")))
    train["gum"] = [document for number, document in enumerate(train["gum"]) if number not in held]


def passes(name, options):
    """How often an epoch reads a corpus; without PolNeAR the few open quotations stand in for it."""
    if name == "gum-quotations":
        return 2.0 if options.only_open_licences else 0.0
    return corpora.CORPORA[name].passes


def epoch_windows(train, rng, options):
    """The windows of one epoch, cut afresh."""
    windows = []
    for name, documents in train.items():
        times = passes(name, options)
        chosen = list(documents) * int(times) + rng.sample(documents, int(len(documents) * (times % 1)))
        if documents[0].check >= 0:
            rng.shuffle(chosen)
            windows += W.pack(chosen, rng)
        else:
            for document in chosen:
                windows += W.cut(document, rng.randrange(64, W.WINDOW + 1) if len(document.ids) > W.WINDOW else W.WINDOW)
    return windows


def step_loss(network, batch, options):
    """The loss of one batch over all readouts, and each head's at the last."""
    with torch.autocast("cpu", torch.bfloat16):
        states = network.hidden_states(batch, options.dropout)
        outputs = {number: network.readouts[str(number)](state) for number, state in states.items()}
    loss, last = None, {}
    for number, output in outputs.items():
        readout = network.readouts[str(number)]
        found = losses.gold_losses(readout, output.float(), batch)
        if found:
            own = losses.total(found) * (1.0 if number == len(network.layers) else 0.5)
            loss = own if loss is None else loss + own
        last = found
    return loss, last


def main():
    options = arguments()
    folder = pathlib.Path(options.work)
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    train, dev = load_corpora(options, "train"), load_corpora(options, "dev")
    if options.leave_out:
        leave_out(train, options)
    pieces = len((folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines())
    network = N.Network(pieces, options.layers, exits=options.exits)
    if options.begin_from:
        network.load_state_dict(torch.load(folder / f"{options.begin_from}.pt", weights_only=False)["network"])
    else:
        network.load_base()
    fitting.fit(network, lambda rng: epoch_windows(train, rng, options), lambda batch: step_loss(network, batch, options), dev, folder, options,
                fitting.Log(folder / f"{options.name}.log"))


if __name__ == "__main__":
    main()
