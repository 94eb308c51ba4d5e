"""Checks what `export.py` writes. Run: `python -m unittest discover -s training`. That the network computes what it should is checked in Rust
(`tests/model/network.rs`), with the models that `make_fixtures.py` makes."""

import hashlib
import json
import pathlib
import struct
import tempfile
import unittest

import numpy
import onnx
import torch

import export
import make_fixtures
import network
import prune
import restore

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "word"]


class ExportTest(unittest.TestCase):
    def setUp(self):
        generator = torch.Generator().manual_seed(1)
        self.parameters = make_fixtures.transformer_parameters(generator, len(VOCABULARY), 32, 64, 1, 18, 4, 6)

    def written(self, **options):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "model.qwm")
            export.write(path, self.parameters, make_fixtures.header("small", 16, 6, 4), VOCABULARY, **options)
            return path.read_bytes()

    def test_the_same_parameters_give_the_same_bytes(self):
        self.assertEqual(self.written(), self.written())

    def test_header_describes_the_payload(self):
        content = self.written()
        header, payload = parts(content)
        self.assertEqual(hashlib.sha256(payload).hexdigest(), header["sha256"])
        for section in header["sections"].values():
            self.assertEqual(section["offset"] % 64, 0)
        place = header["sections"]["vocabulary"]
        self.assertEqual(payload[place["offset"] :][: place["length"]].decode().splitlines(), VOCABULARY)
        self.assertEqual(header["heads"]["part_cue"]["start"], 33)
        self.assertEqual(len(header["heads"]["part_cue"]["distance_bias"]), 13)

    def test_weights_keep_to_seven_bits(self):
        header, payload = parts(self.written())
        place = header["sections"]["network"]
        graph = onnx.load_from_string(payload[place["offset"] :][: place["length"]]).graph
        weights = [onnx.numpy_helper.to_array(constant) for constant in graph.initializer if constant.data_type == onnx.TensorProto.INT8]
        self.assertEqual(max(int(numpy.abs(weight).max()) for weight in weights), 63)

    def test_heads_must_fill_the_columns(self):
        self.parameters["heads.weight"] = self.parameters["heads.weight"][:-1]
        with self.assertRaisesRegex(ValueError, "59 columns, heads.weight has 58"):
            self.written()


class RestoreTest(unittest.TestCase):
    def test_a_restored_network_is_written_the_same(self):
        shipped = restore.WeightsFile(pathlib.Path(__file__).parent / "../models/accurate.qwm")
        network, _ = restore.network_of(shipped)
        parameters = {name: value.numpy() for name, value in network.exported().items()}
        self.assertEqual(export.network(parameters), shipped.section("network"))


class PruneTest(unittest.TestCase):
    def test_a_head_that_always_gives_the_same_can_go(self):
        torch.manual_seed(1)
        layer = network.Layer(64, 64, 32)
        with torch.no_grad():
            layer.qkv.weight[128:160] = 0  # the values of the first head are its bias
        gated = [prune.Gated(layer)]
        x = torch.randn(1, 7, 64)
        whole = gated[0](x, None, 0.0)
        kept = prune.staying(gated, ["1.1"])
        self.assertEqual(kept, [[1]])
        for gone in (["1.3"], ["2.1"], ["1.1", "1.2"]):
            self.assertRaises(ValueError, prune.staying, gated, gone)
        state = prune.narrowed({f"layers.0.{name}": value for name, value in layer.state_dict().items()}, gated, kept)
        small = network.Layer(64, 32, 32)
        small.load_state_dict({name.removeprefix("layers.0."): value for name, value in state.items()})
        torch.testing.assert_close(small(x, None, 0.0), whole)


def parts(content):
    (length,) = struct.unpack("<I", content[4:8])
    return json.loads(content[8 : 8 + length]), content[export.padded(8 + length) :]


if __name__ == "__main__":
    unittest.main()
