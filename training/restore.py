"""Makes a checkpoint of a weights file, to teach it on or to let it teach: its eight-bit weights as floats.

    restore.py --work training/work --weights models/accurate.qwm --into accurate-shipped

Transformers only. Vectors of the word pieces and positions that the file leaves out are MiniLM's.
"""

import argparse
import json
import pathlib
import struct

import numpy as np
import onnx
import torch
from onnx import numpy_helper

import export
import network as N


class WeightsFile:
    """Header and sections of a weights file."""

    def __init__(self, path):
        content = pathlib.Path(path).read_bytes()
        length = struct.unpack("<I", content[4:8])[0]
        self.header = json.loads(content[8 : 8 + length])
        self.payload = content[export.padded(8 + length) :]

    def section(self, name):
        place = self.header["sections"][name]
        return self.payload[place["offset"] : place["offset"] + place["length"]]

    def rows(self, name):
        """A section of floats, `[rows, hidden]`."""
        return torch.from_numpy(np.frombuffer(self.section(name), "<f4").reshape(-1, self.header["hidden"]).copy())

    def vocabulary(self):
        return self.section("vocabulary").decode().rstrip("\n").split("\n")

    def words(self):
        codes = np.frombuffer(self.section("words"), np.int8).reshape(-1, self.header["hidden"])
        return torch.from_numpy(codes * np.frombuffer(self.section("word_scales"), "<f4")[:, None])


def parameters(file):
    """The parameters of graph, heads and transitions, under the names that `export` was given."""
    constants = {value.name: numpy_helper.to_array(value) for value in onnx.load_model_from_string(file.section("network")).graph.initializer}
    found = {}
    for name, value in constants.items():
        if name.endswith(".weight") and value.dtype == np.int8:
            found[name] = value.T * constants[name.removesuffix("weight") + "scale"][:, None]
        elif name.endswith((".weight", ".bias")):
            found[name] = value
    for head, scores in file.header["crf"].items():
        found |= {f"crf.{head}.{part}": np.array(values, np.float32) for part, values in scores.items()}
    for head, fields in file.header["heads"].items():
        if "distance_bias" in fields:
            found[f"distance.{head}"] = np.array(fields["distance_bias"], np.float32)
    return {name: torch.from_numpy(np.array(value)) for name, value in joined(found).items()}


def joined(parts):
    """Queries, keys and values of the last layer in one, as in the others."""
    whole = {name: value for name, value in parts.items() if ".q." not in name and ".kv." not in name}
    for name, value in parts.items():
        if ".q." in name:
            whole[name.replace(".q.", ".qkv.")] = np.concatenate([value, parts[name.replace(".q.", ".kv.")]])
    return whole


@torch.no_grad()
def network_of(file):
    """The network that `file` was made from, its weights rounded; and the options it was trained with."""
    options = dict(file.header["trained"]["options"])
    known = parameters(file)
    layers = export.count(known, "layers.")
    shape = {"inner": len(known["layers.0.up.bias"]), "attention": [len(known[f"layers.{layer}.qkv.bias"]) // 3 for layer in range(layers)]}
    pieces = pathlib.Path(N.base_folder(), "vocab.txt").read_text(encoding="utf-8").splitlines()
    network = N.Network(len(pieces), layers, **shape)
    network.load_vectors()
    own = network.state_dict()
    places = {piece: number for number, piece in enumerate(pieces)}
    own["words.weight"][[places[piece] for piece in file.vocabulary()]] = file.words()
    own["positions.weight"] += own["segment"]
    own["segment"].zero_()
    shipped = file.rows("positions")
    own["positions.weight"][: len(shipped)] = shipped
    own["features.weight"].copy_(file.rows("features"))
    for name, value in known.items():
        own[name if name in own else f"readouts.{layers}.{name}"].copy_(value)
    return network, options | shape | {"layers": layers, "exits": []}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", default="training/work")
    parser.add_argument("--weights", required=True)
    parser.add_argument("--into", required=True, help="name of the checkpoint")
    options = parser.parse_args()
    network, trained = network_of(WeightsFile(options.weights))
    torch.save({"network": network.state_dict(), "options": trained}, pathlib.Path(options.work) / f"{options.into}.pt")


if __name__ == "__main__":
    main()
