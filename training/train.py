"""Trains one network on all corpora.

    train.py --data ../shared/data --quotewire target/release/quotewire --work training/work --name teacher --layers 6 --exits 3

Writes NAME.pt (the best epoch by dev), NAME.resume.pt (to go on with after a stop) and NAME.log below --work.
"""

import argparse
import json
import os
import pathlib
import pickle
import random
import time

import numpy as np
import torch

import corpora
import losses
import measure
import network as N
import windows as W

STEERING = ("polnear quotations content", "polnear quotations cue", "worldwide names", "gum names", "gum mentions", "ct24 check")
"""Figures on dev whose mean tells the best epoch."""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--data", default="../shared/data", help="folder of the corpora")
    add("--quotewire", default="target/release/quotewire", help="the program, for its features")
    add("--work", default="training/work", help="where checkpoints and logs go")
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
    add("--only-open-licences", action="store_true", help="leave out corpora without an open licence")
    add("--limit", type=int, default=0, help="documents a corpus, for a try")
    return parser.parse_args()


def load_corpora(options, split):
    """`{corpus: documents}`, kept in a file so that the second run starts at once."""
    kept = pathlib.Path(options.work) / f"corpora-{split}{'-open' if options.only_open_licences else ''}.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())
    vocabulary = pathlib.Path(options.work) / "vocabulary.txt"
    vocabulary.write_bytes(pathlib.Path(N.base_folder(), "vocab.txt").read_bytes())
    only_open = options.only_open_licences and split == "train"
    found = {name: corpora.read(name, split, options.data, options.quotewire, str(vocabulary), only_open) for name in corpora.CORPORA}
    found = {name: documents for name, documents in found.items() if documents}
    kept.write_bytes(pickle.dumps(found))
    return found


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


def optimizer(network, options):
    """AdamW with a higher rate for what starts from nothing."""
    fresh = [p for name, p in network.named_parameters() if p.requires_grad and name.startswith(("readouts", "features"))]
    known = {id(p) for p in fresh}
    body = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    groups = [{"params": body, "lr": options.rate, "base": options.rate}, {"params": fresh, "lr": options.head_rate, "base": options.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def set_rate(optimiser, step, total):
    """Six per cent of warm-up, then down to nothing in a line."""
    warm = max(1, int(0.06 * total))
    share = step / warm if step < warm else max(0.0, (total - step) / (total - warm))
    for group in optimiser.param_groups:
        group["lr"] = group["base"] * share


class Log:
    """Prints, and keeps what it prints."""

    def __init__(self, path):
        self.file = open(path, "a", encoding="utf-8")

    def __call__(self, *words):
        line = time.strftime("%H:%M:%S ") + " ".join(str(word) for word in words)
        print(line, flush=True)
        print(line, file=self.file, flush=True)


def step_loss(network, batch, options):
    """The loss of one batch over all readouts, and each head's at the last."""
    with torch.autocast("cpu", torch.bfloat16):
        states = network.hidden_states(batch, options.dropout)
        outputs = {number: network.readouts[str(number)](state) for number, state in states.items()}
    loss, last = 0.0, {}
    for number, output in outputs.items():
        readout = network.readouts[str(number)]
        found = losses.gold_losses(readout, output.float(), batch)
        if found:
            loss = loss + losses.total(found) * (1.0 if number == len(network.layers) else 0.5)
        last = found
    return loss, last


def main():
    options = arguments()
    folder = pathlib.Path(options.work)
    folder.mkdir(parents=True, exist_ok=True)
    log = Log(folder / f"{options.name}.log")
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)
    rng = random.Random(options.seed)
    train, dev = load_corpora(options, "train"), load_corpora(options, "dev")
    if options.limit:
        train, dev = ({name: documents[: options.limit] for name, documents in part.items()} for part in (train, dev))
    pieces = len((folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines())
    network = N.Network(pieces, options.layers, exits=options.exits)
    network.load_base()
    cls, sep = (int(network_id(folder, piece)) for piece in ("[CLS]", "[SEP]"))
    optimiser = optimizer(network, options)
    steps = len(W.batches(epoch_windows(train, random.Random(0), options), options.rows, random.Random(0)))
    total, step, best, begun = int(steps * options.epochs), 0, -1.0, 0
    resume = folder / f"{options.name}.resume.pt"
    if resume.exists():
        state = torch.load(resume, weights_only=False)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        step, best, begun = state["step"], state["best"], state["epoch"]
        rng.setstate(state["rng"])
        log("goes on after epoch", begun)
    log("start", json.dumps(vars(options)), {name: len(documents) for name, documents in train.items()}, "steps an epoch", steps)
    for epoch in range(begun, int(np.ceil(options.epochs))):
        network.train()
        sums, since, seen = {}, time.time(), 0
        for windows in W.batches(epoch_windows(train, rng, options), options.rows, rng):
            if step >= total:
                break
            set_rate(optimiser, step, total)
            batch = W.batch(windows, cls, sep)
            loss, parts = step_loss(network, batch, options)
            step += 1
            if not torch.is_tensor(loss):
                continue
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            seen += int(batch.real.sum())
            for head, value in parts.items():
                sums.setdefault(head, []).append(float(value.detach()))
            if step % 50 == 0:
                means = {head: round(sum(values) / len(values), 3) for head, values in sums.items()}
                log(f"epoch {epoch + 1} step {step}/{total} {seen / (time.time() - since):.0f} pieces/s", means)
                sums = {}
        best = finish_epoch(network, dev, cls, sep, epoch, best, folder, options, log)
        torch.save({"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "best": best, "epoch": epoch + 1,
                    "rng": rng.getstate()}, resume)
    resume.unlink(missing_ok=True)
    log("done; best", best)


def network_id(folder, piece):
    """Number of a piece in the vocabulary."""
    return (folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines().index(piece)


def finish_epoch(network, dev, cls, sep, epoch, best, folder, options, log):
    """Measures on dev and keeps the network where it is the best so far."""
    for number in sorted(int(number) for number in network.readouts):
        figures = measure.measure(network, number, dev, cls, sep)
        mean = np.mean([figures[name] for name in STEERING if name in figures])
        log(f"== epoch {epoch + 1} layer {number} mean {mean:.4f}", json.dumps(figures))
    if mean > best:
        torch.save({"network": network.state_dict(), "options": vars(options), "figures": figures}, folder / f"{options.name}.pt")
    return max(best, float(mean))


if __name__ == "__main__":
    main()
