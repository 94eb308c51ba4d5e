"""The loop that train.py and distil.py share: steps, rates, logs, checkpoints, the best epoch."""

import json
import random
import time

import numpy as np
import torch
from torch.optim.swa_utils import AveragedModel

import measure
import windows as W

STEERING = ("polnear quotations content", "polnear quotations cue", "worldwide names", "gum names", "gum mentions", "ct24 check")
"""Figures on dev whose mean tells the best epoch."""


WARM_UP = 0.06
"""Share of the steps in which the rate rises."""
AVERAGED_EVERY = 20
"""Steps between two weights that are averaged."""


def optimizer(network, options):
    """AdamW with a higher rate for what starts from nothing."""
    fresh = [p for name, p in network.named_parameters() if p.requires_grad and name.startswith(("readouts", "features"))]
    known = {id(p) for p in fresh}
    body = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    groups = [{"params": body, "lr": options.rate, "base": options.rate}, {"params": fresh, "lr": options.head_rate, "base": options.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def set_rate(optimiser, step, total, constant):
    """Six per cent of warm-up, then down to nothing in a line, or as high as it is where the weights are averaged."""
    warm = max(1, int(WARM_UP * total))
    share = step / warm if step < warm else 1.0 if constant else max(0.0, (total - step) / (total - warm))
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


def special_pieces(folder):
    """Numbers of the pieces before and after each window."""
    vocabulary = (folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    return vocabulary.index("[CLS]"), vocabulary.index("[SEP]")


def fit(network, windows_of_epoch, loss_of, dev, folder, options, log):
    """Trains `network` and keeps it, as NAME.pt, after its best epoch by dev.

    `windows_of_epoch(rng)` cuts the windows of an epoch; `loss_of(batch)` gives the loss and each head's, `None` where a batch teaches nothing.
    With `options.average` what is measured and kept is the mean of all weights on the way (Izmailov et al. 2018).
    After each epoch all that is needed to go on is in NAME.resume.pt.
    """
    cls, sep = special_pieces(folder)
    rng = random.Random(options.seed)
    optimiser = optimizer(network, options)
    steps = len(W.batches(windows_of_epoch(random.Random(0)), options.rows, random.Random(0)))
    total, step, best, begun = int(steps * options.epochs), 0, -1.0, 0
    mean = AveragedModel(network) if options.average else None
    resume = folder / f"{options.name}.resume.pt"
    if resume.exists():
        state = torch.load(resume, weights_only=False)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        step, best, begun = state["step"], state["best"], state["epoch"]
        rng.setstate(state["rng"])
        if mean is not None:
            mean.load_state_dict(state["mean"])
        log("goes on after epoch", begun)
    log("start", json.dumps(vars(options)), "steps an epoch", steps)
    for epoch in range(begun, int(np.ceil(options.epochs))):
        network.train()
        sums, since, seen = {}, time.time(), 0
        for windows in W.batches(windows_of_epoch(rng), options.rows, rng):
            if step >= total:
                break
            set_rate(optimiser, step, total, options.average)
            batch = W.batch(windows, cls, sep)
            loss, parts = loss_of(batch)
            step += 1
            if loss is None:
                continue
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            if mean is not None and step > WARM_UP * total and step % AVERAGED_EVERY == 0:
                mean.update_parameters(network)
            seen += int(batch.real.sum())
            for head, value in parts.items():
                sums.setdefault(head, []).append(float(value.detach()))
            if step % 50 == 0:
                means = {head: round(sum(values) / len(values), 3) for head, values in sums.items()}
                log(f"epoch {epoch + 1} step {step}/{total} {seen / (time.time() - since):.0f} pieces/s", means)
                sums = {}
        best = finish_epoch(network if mean is None else mean.module, dev, cls, sep, epoch, best, folder, options, log)
        torch.save({"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "best": best, "epoch": epoch + 1,
                    "rng": rng.getstate(), "mean": mean and mean.state_dict()}, resume)
    resume.unlink(missing_ok=True)
    log("done; best", best)


def finish_epoch(network, dev, cls, sep, epoch, best, folder, options, log):
    """Measures on dev and keeps the network where it is the best so far."""
    for number in sorted(int(number) for number in network.readouts):
        figures = measure.measure(network, number, dev, cls, sep)
        mean = np.mean([figures[name] for name in STEERING if name in figures])
        log(f"== epoch {epoch + 1} layer {number} mean {mean:.4f}", json.dumps(figures))
    if mean > best:
        torch.save({"network": network.state_dict(), "options": vars(options), "figures": figures}, folder / f"{options.name}.pt")
    return max(best, float(mean))
