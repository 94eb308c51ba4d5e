"""Writes a trained network as a weights file (`models/NAME.qwm`) that the Rust side reads (`src/model/file.rs`).

The ONNX graph is made node by node, in the shape that rten 0.27 fuses; no exporter stands between the parameters and what is run.
"""

import hashlib
import json
import math
import struct

import numpy
from onnx import TensorProto, checker, helper, numpy_helper

MAGIC = b"QWM1"
FORMAT = 1
ALIGNMENT = 64
HEAD_SIZE = 32
NORM_EPSILON = 1e-12
CONVOLUTION_KERNEL = 3
DILATIONS = (1, 2, 4, 8)  # block i of the convolution network has DILATIONS[i % 4]

# Seven bits a weight, not eight. On AVX2 without VNNI, rten's kernel multiplies with `vpmaddubsw` (rten-gemm 0.27,
# src/kernels/x86_64.rs, `may_saturate`), which adds two u8 x i8 products in sixteen bits: 2 x 255 x 127 = 64,770 does not fit into
# 32,767, 2 x 255 x 64 = 32,640 does. With 63 every processor computes the same integers.
WEIGHT_LIMIT = 63
WORD_LIMIT = 127  # word vectors are only ever scaled, never multiplied as integers


def write(path, state_dict, header_fields, vocabulary, quantise=True):
    """Writes one profile.

    `state_dict`: parameters by name (torch tensors or arrays). `header_fields`: `name`, `version`, `window`, `overlap`, `features`
    ([[name, rows], ...]), `heads` (name -> {"labels": [...]} or {"width": D} or {}), `calibration`, `trained`; columns are given out in the
    order of `heads`. `vocabulary`: the word pieces in the order of their ids. `quantise=False` leaves the network in f32.
    """
    parameters = {name: as_array(value) for name, value in state_dict.items()}
    words, word_scales = quantise_rows(parameters["words.weight"], WORD_LIMIT)
    sections = {
        "vocabulary": ("\n".join(vocabulary) + "\n").encode(),
        "words": words.tobytes(),
        "word_scales": little_endian(word_scales),
        "positions": little_endian(positions(parameters)),
        "features": little_endian(parameters["features.weight"]),
        "network": network(parameters, quantise),
    }
    places, payload = lay_out(sections)
    header = dict(header_fields)
    header["format"] = FORMAT
    header["hidden"] = int(words.shape[1])
    header["heads"] = heads(header_fields["heads"], parameters)
    header["crf"] = crf(parameters)
    header["sections"] = places
    header["sha256"] = hashlib.sha256(payload).hexdigest()
    encoded = json.dumps(header, ensure_ascii=False).encode()
    start = padded(8 + len(encoded))
    with open(path, "wb") as file:
        file.write((MAGIC + struct.pack("<I", len(encoded)) + encoded).ljust(start, b"\0"))
        file.write(payload)


def network(parameters, quantise=True):
    """The ONNX bytes: `x` f32 [batch, positions, width] -> `y` f32 [batch, positions, columns]."""
    graph = Graph(parameters, quantise)
    body = convolutions if "project.weight" in parameters else transformer
    body(graph)
    width = parameters["words.weight"].shape[1]
    columns = parameters["heads.weight"].shape[0]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "quotewire",
            [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["batch", "positions", width])],
            [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["batch", "positions", columns])],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", 23)],
        ir_version=10,
        producer_name="quotewire",
    )
    checker.check_model(model)
    return model.SerializeToString()


def transformer(graph):
    """Post-norm BERT: x -> norm -> layers -> heads."""
    value = graph.layer_norm("x", "norm")
    for layer in range(count(graph.parameters, "layers.")):
        value = transformer_layer(graph, value, f"layers.{layer}")
    graph.linear(value, "heads", output="y")


def transformer_layer(graph, value, name):
    # `Attention` (opset 23) computes one head at a time, so its scores stay in the cache; it scales by 1/sqrt(HEAD_SIZE) itself.
    query_key_value = graph.linear(value, f"{name}.qkv")
    attention_heads = graph.parameters[f"{name}.qkv.weight"].shape[0] // (3 * HEAD_SIZE)
    parts = graph.node("Split", [query_key_value], outputs=3, axis=-1, num_outputs=3)
    attended = graph.node("Attention", parts, q_num_heads=attention_heads, kv_num_heads=attention_heads)
    value = graph.layer_norm(graph.node("Add", [value, graph.linear(attended, f"{name}.out")]), f"{name}.norm1")
    inner = graph.node("Gelu", [graph.linear(value, f"{name}.up")])
    return graph.layer_norm(graph.node("Add", [value, graph.linear(inner, f"{name}.down")]), f"{name}.norm2")


def convolutions(graph):
    """x -> project -> residual blocks of dilated convolutions -> heads: y = x + relu(conv(norm(x)))."""
    value = graph.linear("x", "project")
    for block in range(count(graph.parameters, "blocks.")):
        normed = graph.layer_norm(value, f"blocks.{block}.norm")
        convolved = graph.convolution(normed, f"blocks.{block}.conv", DILATIONS[block % len(DILATIONS)])
        value = graph.node("Add", [value, graph.node("Relu", [convolved])])
    graph.linear(value, "heads", output="y")


class Graph:
    """Nodes and constants of a network under construction. Values are named by strings, as in ONNX."""

    def __init__(self, parameters, quantise):
        self.parameters = parameters
        self.quantise = quantise
        self.nodes = []
        self.constants = []
        self.shared = {}  # values that several nodes read

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(numpy.asarray(value, order="C"), name))
        return name

    def node(self, operator, inputs, outputs=1, output=None, **attributes):
        """Appends a node; gives the name of its output, or a list of names where it has several."""
        number = len(self.nodes)
        names = [output or f"{operator.lower()}_{number}"] if outputs == 1 else [f"{operator.lower()}_{number}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, name=f"node_{number}", **attributes))
        return names[0] if outputs == 1 else names

    def layer_norm(self, value, name):
        scale = self.constant(f"{name}.weight", self.parameters[f"{name}.weight"])
        bias = self.constant(f"{name}.bias", self.parameters[f"{name}.bias"])
        return self.node("LayerNormalization", [value, scale, bias], axis=-1, epsilon=NORM_EPSILON)

    def linear(self, value, name, output=None):
        return self.multiply(value, name, self.parameters[f"{name}.weight"].T, output)

    def multiply(self, value, name, weights, output=None):
        """value @ weights + bias, with `weights` [inputs, outputs]."""
        bias = self.constant(f"{name}.bias", self.parameters[f"{name}.bias"])
        if not self.quantise:
            product = self.node("MatMul", [value, self.constant(f"{name}.weight", weights)])
            return self.node("Add", [product, bias], output=output)
        product = self.multiply_integers(*self.node("DynamicQuantizeLinear", [value], outputs=3), name, weights)
        return self.node("Add", [product, bias], output=output)

    def multiply_integers(self, value, value_scale, value_zero, name, weights):
        """MatMulInteger -> Cast -> Mul, with all four inputs given: what rten fuses into MatMulIntegerToFloat."""
        columns, scales = quantise_rows(weights.T, WEIGHT_LIMIT)
        scale = self.node("Mul", [value_scale, self.constant(f"{name}.scale", scales)])
        zero = self.constant(f"{name}.zero", numpy.int8(0))
        product = self.node("MatMulInteger", [value, self.constant(f"{name}.weight", columns.T), value_zero, zero])
        return self.node("Mul", [self.node("Cast", [product], to=TensorProto.FLOAT), scale])

    def convolution(self, value, name, dilation):
        """Conv1d with kernel 3 over the positions, as one product: each position beside its two neighbours.

        The values are quantised before they stand three times: the range is the same, since it always holds the zero of the frame.
        """
        kernel = self.parameters[f"{name}.weight"]  # [outputs, inputs, 3]
        weights = kernel.transpose(2, 1, 0).reshape(-1, kernel.shape[0])
        pads = self.constant(f"{name}.pads", numpy.array([0, dilation, 0, 0, dilation, 0], dtype=numpy.int64))
        if self.quantise:
            codes, scale, zero = self.node("DynamicQuantizeLinear", [value], outputs=3)
            beside = self.neighbours(self.node("Pad", [codes, pads, zero]), dilation, len(weights))
            product = self.multiply_integers(beside, scale, zero, name, weights)
        else:
            beside = self.neighbours(self.node("Pad", [value, pads]), dilation, len(weights))
            product = self.node("MatMul", [beside, self.constant(f"{name}.weight", weights)])
        return self.node("Add", [product, self.constant(f"{name}.bias", self.parameters[f"{name}.bias"])])

    def neighbours(self, framed, dilation, width):
        """Each position of `framed` beside the two `dilation` away: rten's Concat takes no bytes, its Gather copies them in rows."""
        if "beside" not in self.shared:
            self.shared["beside"] = self.constant("beside", numpy.array([0, -1, width], dtype=numpy.int64))
        return self.node("Reshape", [self.node("Gather", [framed, self.places(dilation)], axis=1), self.shared["beside"]])

    def places(self, dilation):
        """For each position the rows of the frame that stand beside each other, [positions, 3]; made once for each dilation."""
        if "positions" not in self.shared:
            zero, one = (self.constant(f"number.{number}", numpy.array(number, dtype=numpy.int64)) for number in (0, 1))
            count = self.node("Gather", [self.node("Shape", ["x"]), one], axis=0)
            column = self.constant("column", numpy.array([1], dtype=numpy.int64))
            self.shared["positions"] = self.node("Unsqueeze", [self.node("Range", [zero, count, one]), column])
        if dilation not in self.shared:
            taps = dilation * numpy.arange(CONVOLUTION_KERNEL, dtype=numpy.int64)
            self.shared[dilation] = self.node("Add", [self.shared["positions"], self.constant(f"taps.{dilation}", taps)])
        return self.shared[dilation]


def quantise_rows(values, limit):
    """Symmetric int8, one scale a row: gives (i8 [rows, columns], f32 [rows])."""
    scales = numpy.abs(values).max(axis=1) / limit
    scales = numpy.where(scales > 0, scales, 1).astype(numpy.float32)
    return numpy.clip(numpy.rint(values / scales[:, None]), -limit, limit).astype(numpy.int8), scales


def positions(parameters):
    """Position vectors with the token-type row added; no rows where the network knows no positions."""
    if "positions.weight" not in parameters:
        return numpy.zeros((0, parameters["words.weight"].shape[1]), dtype=numpy.float32)
    return parameters["positions.weight"] + parameters.get("segment", numpy.float32(0))


def heads(fields, parameters):
    """Gives each head its columns, in the order of `fields`, and the links their distance biases."""
    placed = {}
    start = 0
    for name, field in fields.items():
        placed[name] = {"start": start, **field}
        if "labels" in field:
            start += len(field["labels"])
        elif "width" in field:
            start += 2 * field["width"]
            placed[name]["distance_bias"] = parameters[f"distance.{name}"].astype(float).tolist()
        else:
            start += 2
    columns = parameters["heads.weight"].shape[0]
    if start != columns:
        raise ValueError(f"the heads take {start} columns, heads.weight has {columns}")
    return placed


def crf(parameters):
    names = [name.split(".")[1] for name in parameters if name.startswith("crf.") and name.endswith(".start")]
    return {
        name: {
            "start": parameters[f"crf.{name}.start"].astype(float).tolist(),
            "transitions": parameters[f"crf.{name}.transitions"].astype(float).tolist(),
        }
        for name in names
    }


def lay_out(sections):
    """Gives (name -> {"offset", "length"}, payload); each section begins at a multiple of ALIGNMENT."""
    places = {}
    payload = bytearray()
    for name, content in sections.items():
        payload += bytes(padded(len(payload)) - len(payload))
        places[name] = {"offset": len(payload), "length": len(content)}
        payload += content
    return places, bytes(payload)


def padded(length):
    return math.ceil(length / ALIGNMENT) * ALIGNMENT


def count(parameters, prefix):
    return 1 + max(int(name.split(".")[1]) for name in parameters if name.startswith(prefix))


def as_array(value):
    return numpy.asarray(value.detach().cpu().float().numpy() if hasattr(value, "detach") else value, dtype=numpy.float32)


def little_endian(values):
    return numpy.ascontiguousarray(values, dtype="<f4").tobytes()
