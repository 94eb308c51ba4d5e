"""Makes a weights file of a trained network: calibrates check-worthiness on dev, quantises, writes.

    publish.py --work training/work --name balanced --into models
    publish.py --work training/work --name teacher --layer 3 --as balanced --into models

--float leaves the network in f32, to see what eight bits cost.
"""

import datetime
import pathlib

import torch

import export
import fitting
import losses
import network as N
import train as T
import windows as W
from labels import FEATURES, LINKS, TAGS

WITHOUT_POSITIONS = 1022
"""Word pieces of a window for a network that looks a few words around and knows no positions: most articles are one."""
BINS = 15
"""Of the expected calibration error, equally wide."""


def arguments():
    parser = T.parser_of(__doc__)
    add = parser.add_argument
    add("--name", required=True, help="of the checkpoint")
    add("--as", dest="profile", help="name of the profile, if it is another")
    add("--layer", type=int, default=0, help="the exit to cut at; 0: the last layer")
    add("--into", default="models")
    add("--eager", type=float, default=0.0, help="put on the score of beginning a content or a cue outside of quotation marks: more recall, less precision")
    add("--overlap", type=int, default=48, help="word pieces that two windows of an article share at the least")
    add("--float", action="store_true")
    return parser.parse_args()


@torch.no_grad()
def check_scores(network, layer, sentences, cls, sep):
    """Logits and verdicts of dev's sentences, each one alone."""
    logits, verdicts = [], []
    for start in range(0, len(sentences), 32):
        batch = W.batch([W.packed([sentence]) for sentence in sentences[start : start + 32]], cls, sep)
        readout = network.readouts[str(layer)]
        found, gold = losses.check_logits(readout, readout(network.hidden_states(batch)[layer]), batch)
        logits.append(found)
        verdicts.append(gold)
    return torch.cat(logits), torch.cat(verdicts)


def calibrate(logits, verdicts):
    """Scale and shift by logistic regression on targets a little short of 0 and 1, by the number of verdicts (Platt 1999)."""
    yes = verdicts.sum()
    targets = torch.where(verdicts > 0, (yes + 1) / (yes + 2), 1 / (len(verdicts) - yes + 2))
    parameters = torch.tensor([1.0, 0.0], requires_grad=True)
    optimiser = torch.optim.LBFGS([parameters], max_iter=100)

    def closure():
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits * parameters[0] + parameters[1], targets)
        loss.backward()
        return loss

    optimiser.step(closure)
    return parameters.detach().tolist()


def calibration_error(probabilities, verdicts):
    """Expected calibration error over equally wide bins (Guo et al. 2017)."""
    bins = (probabilities * BINS).long().clamp(max=BINS - 1)
    return sum(abs(float((probabilities[bins == at] - verdicts[bins == at]).mean())) * float((bins == at).float().mean())
               for at in range(BINS) if (bins == at).any())


def is_english(piece):
    """Whether an English story may need the piece: Latin letters and signs, no placeholder."""
    return not piece.startswith("[unused") and all(ord(sign) < 0x250 or 0x2000 <= ord(sign) < 0x2200 for sign in piece)


def main():
    options = arguments()
    folder = pathlib.Path(options.work)
    network, trained = N.load(folder, options.name)
    layer = options.layer or max(int(number) for number in network.readouts)
    cls, sep = fitting.special_pieces(folder)
    sentences = [sentence for sentence in T.load_corpora(options, "dev")["ct24"] if 0 < len(sentence.ids) <= W.WINDOW]
    logits, verdicts = check_scores(network, layer, sentences, cls, sep)
    scale, shift = calibrate(logits, verdicts)
    error = calibration_error(torch.sigmoid(logits * scale + shift), verdicts)
    print(f"check-worthiness: scale {scale:.3f}, shift {shift:.3f}, expected calibration error {error:.4f} on dev")
    width = network.readouts[str(layer)].link_width
    heads = {head: {"labels": labels} for head, labels in TAGS.items()} | {link: {"width": width} for link in LINKS} | {"check_worthiness": {}}
    state = network.exported(layer)
    fields = {
        "name": options.profile or options.name,
        "version": datetime.date.today().strftime("%Y.%m.%d"),
        "window": W.WINDOW if state.get("positions.weight") is not None else WITHOUT_POSITIONS,
        "overlap": options.overlap,
        "features": [list(feature) for feature in FEATURES],
        "heads": heads,
        "eagerness": options.eager,
        "calibration": {"check_worthiness": {"scale": scale, "shift": shift}},
        "trained": {"options": {name: value for name, value in trained.items() if name not in ("data", "quotewire", "work", "threads")}},
    }
    vocabulary = (folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    kept = [number for number, piece in enumerate(vocabulary) if is_english(piece)]
    state["words.weight"] = state["words.weight"][kept]
    if "positions.weight" in state:
        state["positions.weight"] = state["positions.weight"][: W.WINDOW + 2]
    target = pathlib.Path(options.into)
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"{fields['name']}.qwm"
    export.write(path, state, fields, [vocabulary[number] for number in kept], quantise=not options.float)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
