"""Makes the small random models of `tests/model/`, each with the outputs that the Rust side must reproduce.

The outputs are computed here with torch from the parameters alone: nothing of `export.py` is used for them but the limit of the weights.
Run from the repository's root: `python training/make_fixtures.py`.
"""

import json
import math
import pathlib

import torch
from torch.nn.functional import conv1d, gelu, layer_norm, linear, pad

import export

FEATURES = [["shape", 9], ["gap", 3], ["marks", 4], ["rule_quotation", 7], ["rule_name", 9], ["lexicon", 16]]
NAMES = [f"{begin}-{kind}" for kind in ("person", "organization", "location", "other") for begin in "BI"]
POINTED = [f"{form}-{kind}" for form in ("nominal", "pronoun") for kind in ("person", "organization", "location")]
LABELS = {
    "quotations": ["O", *[f"{begin}-{kind}" for kind in ("content", "source", "cue") for begin in "BI"]],
    "names": ["O", *NAMES],
    "inner_names": ["O", *NAMES],
    "mentions": ["O", "inside", *POINTED],
}
LINKS = ("part_cue", "cue_source", "antecedent")


def header(name, window, overlap, width):
    return {
        "name": name,
        "version": "0",
        "window": window,
        "overlap": overlap,
        "features": FEATURES,
        "heads": {
            **{head: {"labels": labels} for head, labels in LABELS.items()},
            **{link: {"width": width} for link in LINKS},
            "check_worthiness": {},
        },
        "calibration": {"check_worthiness": {"scale": 1.5, "shift": -0.25}},
        "trained": {"corpora": [], "date": "none: random weights"},
    }


def transformer_parameters(generator, vocabulary, hidden, inner, layers, positions, width, radius):
    parameters = common_parameters(generator, vocabulary, hidden, hidden, width, radius)
    parameters["positions.weight"] = normal(generator, 0.5, positions, hidden)
    parameters["segment"] = normal(generator, 0.5, hidden)
    parameters.update(norm(generator, "norm", hidden))
    for layer in range(layers):
        name = f"layers.{layer}"
        parameters.update(dense(generator, f"{name}.qkv", hidden, 3 * hidden))
        parameters.update(dense(generator, f"{name}.out", hidden, hidden))
        parameters.update(norm(generator, f"{name}.norm1", hidden))
        parameters.update(dense(generator, f"{name}.up", hidden, inner))
        parameters.update(dense(generator, f"{name}.down", inner, hidden))
        parameters.update(norm(generator, f"{name}.norm2", hidden))
    return parameters


def convolution_parameters(generator, vocabulary, hidden, channels, blocks, width, radius):
    parameters = common_parameters(generator, vocabulary, hidden, channels, width, radius)
    parameters.update(dense(generator, "project", hidden, channels))
    for block in range(blocks):
        parameters[f"blocks.{block}.conv.weight"] = normal(generator, 1 / math.sqrt(3 * channels), channels, channels, 3)
        parameters[f"blocks.{block}.conv.bias"] = normal(generator, 0.1, channels)
        parameters.update(norm(generator, f"blocks.{block}.norm", channels))
    return parameters


def common_parameters(generator, vocabulary, hidden, last, width, radius):
    columns = sum(len(labels) for labels in LABELS.values()) + 2 * width * len(LINKS) + 2
    parameters = {
        "words.weight": normal(generator, 1, vocabulary, hidden),
        "features.weight": normal(generator, 0.5, sum(rows for _, rows in FEATURES), hidden),
        **dense(generator, "heads", last, columns),
        **{f"distance.{link}": normal(generator, 1, 2 * radius + 1) for link in LINKS},
    }
    for head in ("quotations", "names", "inner_names"):
        parameters[f"crf.{head}.transitions"] = normal(generator, 1, len(LABELS[head]), len(LABELS[head]))
        parameters[f"crf.{head}.start"] = normal(generator, 1, len(LABELS[head]))
    return parameters


def dense(generator, name, inputs, outputs):
    return {f"{name}.weight": normal(generator, 1 / math.sqrt(inputs), outputs, inputs), f"{name}.bias": normal(generator, 0.1, outputs)}


def norm(generator, name, width):
    return {f"{name}.weight": 1 + normal(generator, 0.1, width), f"{name}.bias": normal(generator, 0.1, width)}


def normal(generator, deviation, *shape):
    return torch.randn(*shape, generator=generator) * deviation


def embed(parameters, ids, features, cls, sep):
    """x of one window: [CLS] pieces [SEP], with the word rows, projected where there is a projection, as int8 keeps them."""
    words, told = parameters["words.weight"], parameters["features.weight"]
    if "project.weight" in parameters:
        weight, bias = parameters["project.weight"], parameters["project.bias"]
        words, told = words @ weight.T, told @ weight.T
        words[[cls, sep]] += bias
    rows, scales = export.quantise_rows(words.numpy(), export.WORD_LIMIT)
    words = torch.from_numpy(rows).float() * torch.from_numpy(scales)[:, None]
    x = words[[cls, *ids, sep]]
    if "project.weight" in parameters:
        x[1:-1] += bias
    if "positions.weight" in parameters:
        x = x + parameters["positions.weight"][: len(x)] + parameters["segment"]
    offsets = [sum(rows for _, rows in FEATURES[:number]) for number in range(len(FEATURES))]
    for position, values in enumerate(features, 1):
        for offset, value in zip(offsets, values):
            x[position] += told[offset + value]
    return x


def forward(parameters, x, quantised):
    """y [positions, columns] of one window's x [positions, hidden]."""

    def dense(value, name):
        weight, bias = parameters[f"{name}.weight"], parameters[f"{name}.bias"]
        return quantised_linear(value, weight) + bias if quantised else linear(value, weight, bias)

    def normalise(value, name):
        return layer_norm(value, value.shape[-1:], parameters[f"{name}.weight"], parameters[f"{name}.bias"], 1e-12)

    if "project.weight" in parameters:
        value = x
        for block in range(export.count(parameters, "blocks.")):
            value = value + convolve(parameters, normalise(value, f"blocks.{block}.norm"), block, quantised).relu()
        return dense(value, "heads")
    value = normalise(x, "norm")
    for layer in range(export.count(parameters, "layers.")):
        name = f"layers.{layer}"
        query, key, content = (heads_first(part) for part in dense(value, f"{name}.qkv").chunk(3, dim=-1))
        weights = (query @ key.transpose(1, 2) / math.sqrt(32)).softmax(-1)
        attended = (weights @ content).transpose(0, 1).flatten(1)
        value = normalise(value + dense(attended, f"{name}.out"), f"{name}.norm1")
        value = normalise(value + dense(gelu(dense(value, f"{name}.up")), f"{name}.down"), f"{name}.norm2")
    return dense(value, "heads")


def convolve(parameters, value, block, quantised):
    weight, bias = parameters[f"blocks.{block}.conv.weight"], parameters[f"blocks.{block}.conv.bias"]
    dilation = (1, 2, 4, 8)[block % 4]
    if not quantised:
        return conv1d(value.T[None], weight, bias, padding=dilation, dilation=dilation)[0].T
    framed = pad(value, (0, 0, dilation, dilation))
    taps = torch.cat([framed[tap * dilation : tap * dilation + len(value)] for tap in range(3)], dim=1)
    return quantised_linear(taps, weight.permute(0, 2, 1).flatten(1)) + bias


def heads_first(value):
    return value.unflatten(-1, (-1, 32)).transpose(0, 1)


def quantised_linear(value, weight):
    """ONNX DynamicQuantizeLinear of `value`, symmetric int8 a row of `weight`, exact integer product."""
    low, high = value.min().clamp(max=0), value.max().clamp(min=0)
    scale = (high - low) / 255
    zero = (-low / scale).round().clamp(0, 255)
    integers = (value / scale).round().add(zero).clamp(0, 255) - zero
    weight_scale = weight.abs().amax(1) / 63
    rows = (weight / weight_scale[:, None]).round().clamp(-63, 63)
    return (integers.double() @ rows.double().T).float() * (scale * weight_scale)


def main():
    folder = pathlib.Path("tests/model")
    folder.mkdir(parents=True, exist_ok=True)
    generator = torch.Generator().manual_seed(20261124)
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *[f"word{number}" for number in range(56)]]
    ids = torch.randint(4, len(vocabulary), (12,), generator=generator).tolist()
    features = [[int(torch.randint(rows, (1,), generator=generator)) for _, rows in FEATURES] for _ in ids]
    transformer = transformer_parameters(generator, len(vocabulary), 32, 64, 2, 18, 4, 6)
    convolution = convolution_parameters(generator, len(vocabulary), 32, 32, 5, 4, 6)
    outputs = {}
    for name, parameters, quantised in (
        ("transformer-f32", transformer, False),
        ("transformer-int8", transformer, True),
        ("convolution-f32", convolution, False),
        ("convolution-int8", convolution, True),
    ):
        export.write(folder / f"{name}.qwm", parameters, header(name, 16, 6, 4), vocabulary, quantise=quantised)
        y = forward(parameters, embed(parameters, ids, features, 2, 3), quantised)
        outputs[name] = [[round(value, 5) for value in row] for row in y.tolist()]
    window = {"ids": ids, "features": features, "y": outputs}
    (folder / "window.json").write_text(json.dumps(window) + "\n")


if __name__ == "__main__":
    main()
