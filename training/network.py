"""The encoder (MiniLM: a six-layer BERT) with the shape of words as a second input, and its heads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from herodotus.models import antecedents
from herodotus.models.pairs import BETWEEN, FAR

HIDDEN, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ARC, LABEL, LINK, PRODUCT = 192, 128, 192, 48
EDGE, ANTECEDENT, HAPPENED = 32, 96, 64
LINK_LABELS = 5  # outside, source begin / inside, content begin / inside


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each head has."""

    shapes: int
    names: int
    conflict: int
    tags: int
    relations: int
    lemmas: int
    markables: int
    events: int


class Layer(nn.Module):
    """One transformer layer, post-norm, as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """x: batch x pieces x hidden; mask: batch x 1 x 1 x pieces, True where there is text."""
        batch, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, shapes: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.kinds = nn.Embedding(2, HIDDEN)
        self.shapes = nn.Embedding(shapes + 1, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.norm, self.drop = nn.LayerNorm(HIDDEN, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """ids, shapes: batch x pieces -> batch x pieces x hidden."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.pieces(ids) + self.positions(places) + self.kinds.weight[0] + self.shapes(shapes)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Network(nn.Module):
    """All heads read one vector a word: that of its first piece."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder(sizes.shapes)
        self.drop = nn.Dropout(0.2)
        self.cue = nn.Linear(HIDDEN, 3)
        self.names = nn.Linear(HIDDEN, sizes.names)
        self.conflict = nn.Linear(HIDDEN, sizes.conflict)
        self.tags = nn.Linear(HIDDEN, sizes.tags)
        self.lemmas = nn.Linear(HIDDEN, sizes.lemmas)
        self.starts = nn.Linear(HIDDEN, 2)
        self.meaning = nn.Linear(HIDDEN, HIDDEN)
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.meaning.bias)
        self.arc_from, self.arc_to = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        self.root = nn.Linear(HIDDEN, 1)
        self.label_from, self.label_to = nn.Linear(HIDDEN, LABEL), nn.Linear(HIDDEN, LABEL)
        self.label = nn.Linear(LABEL, sizes.relations)
        self.label_both = nn.Linear(LABEL, sizes.relations, bias=False)
        self.link_cue, self.link_word = nn.Linear(HIDDEN, LINK), nn.Linear(HIDDEN, LINK)
        self.link_far, self.link_between = nn.Embedding(FAR, LINK), nn.Embedding(BETWEEN, LINK)
        for table in (self.link_far, self.link_between):
            nn.init.normal_(table.weight, std=0.02)
        self.link_query, self.link_key = nn.Linear(HIDDEN, LINK_LABELS * PRODUCT), nn.Linear(HIDDEN, PRODUCT)
        self.link = nn.Linear(LINK, LINK_LABELS)
        self.markables = nn.Linear(HIDDEN, sizes.markables)
        self.edge_head, self.edge_word = nn.Linear(HIDDEN, 2 * EDGE), nn.Linear(HIDDEN, 2 * EDGE)
        self.edge_far = nn.Parameter(torch.zeros(2, antecedents.REACH))
        self.anaphor, self.antecedent = nn.Linear(HIDDEN, ANTECEDENT), nn.Linear(HIDDEN, ANTECEDENT)
        self.anaphor_ends, self.antecedent_ends = (
            nn.Linear(HIDDEN, 2 * ANTECEDENT, bias=False) for _ in range(2)
        )
        for grown in (self.label_both, self.anaphor_ends, self.antecedent_ends):
            nn.init.zeros_(grown.weight)
        self.alike = nn.Linear(HIDDEN, 1 + antecedents.FAR + antecedents.MATCHES)
        self.events = nn.Linear(HIDDEN, sizes.events)
        self.happened = nn.Sequential(nn.Linear(HIDDEN, HAPPENED), nn.ReLU(), nn.Linear(HAPPENED, 1))

    def words(self, ids: Tensor, shapes: Tensor, first: Tensor, mask: Tensor | None = None) -> Tensor:
        """first: batch x words, the place of each word's first piece -> batch x words x hidden."""
        states = self.encoder(ids, shapes, mask)
        return torch.gather(states, 1, first.unsqueeze(-1).expand(-1, -1, HIDDEN))

    def arcs(self, words: Tensor) -> Tensor:
        """words: one sentence, n x hidden -> n x n scores, row = dependent; the diagonal scores the root."""
        low = torch.relu(self.arc_from(words)), torch.relu(self.arc_to(words))
        scores = low[0] @ self.arc @ low[1].T / ARC**0.5
        return scores + torch.diag(self.root(words)[:, 0] - scores.diagonal())

    def labels(self, words: Tensor, heads: Tensor) -> Tensor:
        """words: n x hidden; heads: n -> n x relations, the sum of an additive and a multiplicative scorer."""
        low = self.label_from(words), self.label_to(words)[heads]
        return self.label(torch.relu(low[0] + low[1])) + self.label_both(low[0] * low[1])

    def links(self, words: Tensor, cues: Tensor, far: Tensor, between: Tensor) -> Tensor:
        """words: n x hidden; cues: c x hidden; far, between: c x n features (herodotus.models.pairs) ->
        c x n x LINK_LABELS, the sum of an additive and a multiplicative scorer."""
        pair = (
            self.link_cue(cues)[:, None]
            + self.link_word(words)[None]
            + self.link_far(far)
            + self.link_between(between)
        )
        queries = self.link_query(cues).view(-1, LINK_LABELS, PRODUCT)
        product = torch.einsum("clp,np->cnl", queries, self.link_key(words)) / PRODUCT**0.5
        return self.link(torch.relu(pair)) + product

    def edges(self, words: Tensor, heads: Tensor) -> Tensor:
        """words: n x hidden; heads: m -> 2 x m x REACH: how well a mention with that head begins (ends) so many words
        before (after) it; places outside the text score the lowest."""
        low = self.edge_word(words).view(-1, 2, EDGE)
        queries = self.edge_head(words[heads]).view(-1, 2, EDGE)
        steps = torch.arange(antecedents.REACH, device=words.device)
        out = []
        for side, places in enumerate((heads[:, None] - steps, heads[:, None] + steps)):
            inside = (places >= 0) & (places < len(words))
            found = low[:, side][places.clamp(0, len(words) - 1)]
            scores = torch.einsum("me,mre->mr", queries[:, side], found) / EDGE**0.5 + self.edge_far[side]
            out.append(scores.masked_fill(~inside, -1e4))
        return torch.stack(out)

    def antecedents(self, words: Tensor, phrases: Tensor, far: Tensor, matches: Tensor) -> Tensor:
        """words: w x hidden; phrases: n x 3, first, last (inclusive) and head word of each mention; far, matches: n x n
        features (herodotus.models.antecedents) -> n x (1 + n) scores, row = anaphor; the first column says that it
        opens a chain."""
        first, last, head = words[phrases].unbind(1)
        sides = []
        for at_head, at_ends in ((self.anaphor, self.anaphor_ends), (self.antecedent, self.antecedent_ends)):
            weights = at_ends.weight.split(ANTECEDENT)
            sides.append(at_head(head) + F.linear(first, weights[0]) + F.linear(last, weights[1]))
        scores = sides[0] @ sides[1].T / ANTECEDENT**0.5
        alike = self.alike(head)
        weights = alike[:, 1:].split([antecedents.FAR, antecedents.MATCHES], dim=1)
        scores = scores + weights[0].gather(1, far) + weights[1].gather(1, matches)
        return torch.cat([alike[:, :1], scores], dim=1)


def base_weights(folder: Path) -> dict[str, Tensor]:
    """The published encoder under our names."""
    old = load_file(folder / "model.safetensors")
    old = {k.removeprefix("bert."): v for k, v in old.items()}
    inner = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    outer = {
        "pieces": "embeddings.word_embeddings",
        "positions": "embeddings.position_embeddings",
        "kinds": "embeddings.token_type_embeddings",
        "norm": "embeddings.LayerNorm",
    }
    new = {f"{a}.weight": old[f"{b}.weight"] for a, b in outer.items()}
    new["norm.bias"] = old["embeddings.LayerNorm.bias"]
    for i in range(LAYERS):
        for a, b in inner.items():
            for part in ("weight", "bias"):
                new[f"layers.{i}.{a}.{part}"] = old[f"encoder.layer.{i}.{b}.{part}"]
    return new
