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
FORMAT = 2
ALIGNMENT = 64
HEAD_SIZE = 32
NORM_EPSILON = 1e-12
FRAME = ("[CLS]", "[SEP]")  # the pieces before and after every window
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
    frame = [vocabulary.index(piece) for piece in FRAME]
    parameters = folded({name: as_array(value) for name, value in state_dict.items()}, frame, first_feature=header_fields["features"][0][1])
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


def folded(parameters, frame, first_feature):
    """The parameters without `project`, a product of what is a sum of rows: the rows are multiplied instead, once.

    Every piece has one of the first feature's `first_feature` rows, which take the bias; the pieces `frame` have none, and take it themselves.
    """
    if "project.weight" not in parameters:
        return parameters
    rest = dict(parameters)
    weight, bias = rest.pop("project.weight"), rest.pop("project.bias")
    words, features = (parameters[f"{name}.weight"] @ weight.T for name in ("words", "features"))
    words[frame] += bias
    features[:first_feature] += bias
    return {**rest, "words.weight": words, "features.weight": features}


def network(parameters, quantise=True):
    """The ONNX bytes: `x` f32 [1, positions, width], `rows` i64 [wanted] -> `y` f32 [1, wanted, columns] of the wanted positions."""
    graph = Graph(parameters, quantise)
    body = transformer if "norm.weight" in parameters else convolutions
    graph.linear(body(graph), "heads", output="y")
    width = parameters["words.weight"].shape[1]
    columns = parameters["heads.weight"].shape[0]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "quotewire",
            [
                helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, "positions", width]),
                helper.make_tensor_value_info("rows", TensorProto.INT64, ["wanted"]),
            ],
            [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, "wanted", columns])],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", 23)],
        ir_version=10,
        producer_name="quotewire",
    )
    checker.check_model(model)
    return model.SerializeToString()


def transformer(graph):
    """Post-norm BERT: x -> norm -> layers; what follows the last layer's keys and values is computed for the wanted rows alone."""
    value = graph.layer_norm("x", "norm")
    layers = count(graph.parameters, "layers.")
    for layer in range(layers):
        value = transformer_layer(graph, value, f"layers.{layer}", is_last=layer + 1 == layers)
    return value


def transformer_layer(graph, value, name, is_last):
    # `Attention` (opset 23) computes one head at a time, so its scores stay in the cache; it scales by 1/sqrt(HEAD_SIZE) itself.
    width = graph.parameters[f"{name}.qkv.weight"].shape[0] // 3
    if is_last:
        codes = graph.codes(value)
        query = graph.product(graph.wanted(codes), f"{name}.qkv", f"{name}.q", slice(width))
        key_value = graph.product(codes, f"{name}.qkv", f"{name}.kv", slice(width, None))
        parts = [query, *graph.node("Split", [key_value], outputs=2, axis=-1, num_outputs=2)]
        value = graph.take(value)
    else:
        parts = graph.node("Split", [graph.linear(value, f"{name}.qkv")], outputs=3, axis=-1, num_outputs=3)
    attention_heads = width // HEAD_SIZE
    attended = graph.node("Attention", parts, q_num_heads=attention_heads, kv_num_heads=attention_heads)
    value = graph.layer_norm(graph.node("Add", [value, graph.linear(attended, f"{name}.out")]), f"{name}.norm1")
    inner = graph.node("Gelu", [graph.linear(value, f"{name}.up")])
    return graph.layer_norm(graph.node("Add", [value, graph.linear(inner, f"{name}.down")]), f"{name}.norm2")


def convolutions(graph):
    """x -> residual blocks of dilated convolutions, x + relu(conv(norm(x))); the last block for the wanted rows alone."""
    value = "x"
    blocks = count(graph.parameters, "blocks.")
    for block in range(blocks):
        is_last = block + 1 == blocks
        normed = graph.layer_norm(value, f"blocks.{block}.norm")
        convolved = graph.convolution(normed, f"blocks.{block}.conv", DILATIONS[block % len(DILATIONS)], is_last)
        value = graph.node("Add", [graph.take(value) if is_last else value, graph.node("Relu", [convolved])])
    return value


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
        return self.product(self.codes(value), name, output=output)

    def take(self, value):
        """The wanted rows of `value`."""
        return self.node("Gather", [value, "rows"], axis=1)

    def codes(self, value):
        """`value` as products take it: bytes with their scale and zero, or alone where nothing is quantised."""
        return self.node("DynamicQuantizeLinear", [value], outputs=3) if self.quantise else [value]

    def wanted(self, codes):
        return [self.take(codes[0]), *codes[1:]]

    def product(self, codes, name, own_name=None, outputs=slice(None), output=None):
        """What the layer `name`, or a range of its outputs, makes of `codes`. Of a convolution they are each position beside its neighbours."""
        own_name = own_name or name
        weight = self.parameters[f"{name}.weight"][outputs]  # [outputs, inputs], of a convolution [outputs, inputs, 3]
        weight = weight.transpose(0, *range(weight.ndim - 1, 0, -1)).reshape(len(weight), -1)
        multiply = self.multiply_integers if self.quantise else self.multiply
        product = multiply(*codes, own_name, weight)
        return self.node("Add", [product, self.constant(f"{own_name}.bias", self.parameters[f"{name}.bias"][outputs])], output=output)

    def multiply(self, value, name, weight):
        return self.node("MatMul", [value, self.constant(f"{name}.weight", weight.T)])

    def multiply_integers(self, value, value_scale, value_zero, name, weight):
        """MatMulInteger -> Cast -> Mul, with all four inputs given: what rten fuses into MatMulIntegerToFloat."""
        rows, scales = quantise_rows(weight, WEIGHT_LIMIT)
        scale = self.node("Mul", [value_scale, self.constant(f"{name}.scale", scales)])
        zero = self.constant(f"{name}.zero", numpy.int8(0))
        product = self.node("MatMulInteger", [value, self.constant(f"{name}.weight", rows.T), value_zero, zero])
        return self.node("Mul", [self.node("Cast", [product], to=TensorProto.FLOAT), scale])

    def convolution(self, value, name, dilation, of_wanted):
        """Conv1d with kernel 3 over the positions, or at the wanted ones, as one product: each position beside its two neighbours.

        The values are quantised before they stand three times: the range is the same, since it always holds the zero of the frame.
        """
        codes = self.codes(value)
        pads = self.constant(f"{name}.pads", numpy.array([0, dilation, 0, 0, dilation, 0], dtype=numpy.int64))
        framed = self.node("Pad", [codes[0], pads, *codes[2:]])
        beside = self.neighbours(framed, self.places(dilation, of_wanted), self.parameters[f"{name}.weight"].shape[1])
        return self.product([beside, *codes[1:]], name)

    def neighbours(self, framed, places, width):
        """The positions of each row of `places` beside each other: rten's Concat takes no bytes, its Gather copies them in rows."""
        shape = self.once("beside", numpy.array([0, -1, CONVOLUTION_KERNEL * width], dtype=numpy.int64))
        return self.node("Reshape", [self.node("Gather", [framed, places], axis=1), shape])

    def places(self, dilation, of_wanted):
        """For each position, or each wanted one, the rows of the frame that stand beside each other, [positions, 3]; made once for each."""
        key = (dilation, of_wanted)
        if key not in self.shared:
            taps = self.once(f"taps.{dilation}", dilation * numpy.arange(CONVOLUTION_KERNEL, dtype=numpy.int64))
            self.shared[key] = self.node("Add", [self.column(of_wanted), taps])
        return self.shared[key]

    def column(self, of_wanted):
        """Numbers of all positions, or of the wanted ones, as a column."""
        key = ("column", of_wanted)
        if key not in self.shared:
            numbers = "rows" if of_wanted else self.all_positions()
            self.shared[key] = self.node("Unsqueeze", [numbers, self.once("axis", numpy.array([1], dtype=numpy.int64))])
        return self.shared[key]

    def all_positions(self):
        zero, one = (self.once(f"number.{number}", numpy.array(number, dtype=numpy.int64)) for number in (0, 1))
        positions = self.node("Gather", [self.node("Shape", ["x"]), one], axis=0)
        return self.node("Range", [zero, positions, one])

    def once(self, name, value):
        """A constant that several nodes may ask for."""
        if name not in self.shared:
            self.shared[name] = self.constant(name, value)
        return self.shared[name]


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
