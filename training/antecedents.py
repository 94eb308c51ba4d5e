"""Fits the weights by which mentions choose their entity (src/extract/coreference/weights.rs) to GUM and LitBank, train.

    antecedents.py --data ../shared/data --quotewire target/release/quotewire --models models > src/extract/coreference/weights.rs

What is weighed comes from the program (`quotewire antecedents`): for each pronoun or description the entities before it with their features.
Right is the entity with the mention's gold cluster, one with a name where there is such a one, else "nobody before". A class of forms has its
own weights; one weight is set by hand (HAND_SET). Dev is only counted: the figures go to stderr.
"""

import argparse
import json
import subprocess
import sys
from collections import defaultdict

import torch

CLASSES = ("single", "they", "it", "speaker", "addressee", "we", "other_pronoun", "person", "thing")
"""Classes of forms, in the order of `FormClass`."""
OF_TALK = ("speaker", "addressee", "we")
"""Classes that may mean somebody who is named only later."""
HAND_SET = {("other_pronoun", "relative_after"): 6.0}
"""`who` right behind a name is too seldom annotated to be learned."""
GUM_PASSES = 3
"""How often a document of GUM counts: news and interviews against LitBank's novels."""
PENALTY = 4.0
"""Of the squared weights."""
NOVELS = 36
"""Novels of LitBank's train part that are read."""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--quotewire", default="target/release/quotewire")
    parser.add_argument("--models", default="models")
    return parser.parse_args()


def choices(options, corpus, split, most=None):
    """`({class: [(features [entities, n], right [entities + 1])]}, names of the features)`; the last of `right` is nobody."""
    path = f"{options.data}/entities/{split}/{corpus}.jsonl"
    lines = open(path, encoding="utf-8").read().splitlines()[:most]
    command = [options.quotewire, "antecedents", "--models", options.models, "/dev/stdin"]
    weighed = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True, check=True).stdout.splitlines()
    found, names = defaultdict(list), None
    for gold, story in zip(map(json.loads, lines), map(json.loads, weighed), strict=True):
        names = story["features"]
        add_story(gold, story, found)
    return found, names


def add_story(gold, story, found):
    """Adds the choices of one story."""
    cluster_at = {tuple(mention["head"]): mention["cluster"] for mention in gold["mentions"] if mention.get("head")}
    clusters = [cluster_of(item["span"], cluster_at) for item in story["names"] + story["mentions"]]
    names_of = defaultdict(list)
    for item, cluster in zip(story["names"], clusters):
        names_of[item["r"]].append((item["span"][1], cluster))
    last = {}
    for mention, cluster in zip(story["mentions"], clusters[len(story["names"]):]):
        if cluster is not None:
            is_talk = mention["class"] in OF_TALK
            rows = [candidate["r"] for candidate in mention["candidates"]]
            right = torch.tensor([is_right(row, cluster, mention, names_of, last, is_talk) for row in rows] + [False])
            named = torch.tensor([row in names_of for row in rows] + [False])
            right = right & named if bool((right & named).any()) else right
            right[-1] = not bool(right.any())
            features = torch.zeros(len(rows), len(story["features"]), dtype=torch.float64)
            for row, candidate in enumerate(mention["candidates"]):
                for feature, value in candidate["f"]:
                    features[row, feature] = value
            found[mention["class"]].append((features, right))
        last[mention["r"]] = cluster


def cluster_of(span, cluster_at):
    """The gold cluster whose mention's head lies in `span`: the last, as English heads go."""
    inside = [(head, cluster) for head, cluster in cluster_at.items() if span[0] <= head[0] and head[1] <= span[1]]
    return max(inside)[1] if inside else None


def is_right(row, cluster, mention, names_of, last, is_talk):
    """Whether the entity `row` is the mention's: by its names so far, else by its last mention."""
    if row in names_of:
        so_far = [own for end, own in names_of[row] if is_talk or end <= mention["span"][1]]
        return cluster in (so_far or [own for _, own in names_of[row]])
    return last.get(row) == cluster


def padded(examples):
    """`features [mentions, entities + 1, n]`, `right` and `real` [mentions, entities + 1]; nobody comes last and has no features."""
    most = max(len(right) for _, right in examples)
    width = examples[0][0].shape[1]
    features = torch.zeros(len(examples), most, width, dtype=torch.float64)
    right = torch.zeros(len(examples), most, dtype=torch.bool)
    real = torch.zeros(len(examples), most, dtype=torch.bool)
    for row, (own, true) in enumerate(examples):
        features[row, : len(own)] = own
        right[row, : len(true)] = true
        real[row, : len(true)] = True
    return features, right, real


def fit(examples):
    """The weights that make the right entities likely."""
    features, right, real = padded(examples)
    weights = torch.zeros(features.shape[2], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        scores = (features @ weights).masked_fill(~real, -1e9)
        of_right = torch.logsumexp(scores.masked_fill(~right, -1e9), 1)
        loss = (torch.logsumexp(scores, 1) - of_right).sum() + PENALTY * weights.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return weights.detach()


def share_right(examples, weights):
    """How many choices are right, nobody among them."""
    features, right, real = padded(examples)
    best = (features @ weights).masked_fill(~real, -1e9).argmax(1)
    return float(right.gather(1, best[:, None]).double().mean())


def main():
    options = arguments()
    gum, names = choices(options, "gum", "train")
    novels, _ = choices(options, "litbank", "train", NOVELS)
    dev = {corpus: choices(options, corpus, "dev")[0] for corpus in ("gum", "litbank")}
    rows = []
    for form in CLASSES:
        weights = fit(gum[form] * GUM_PASSES + novels[form])
        for (of, feature), value in HAND_SET.items():
            if of == form:
                weights[names.index(feature)] = value
        print(form, {corpus: round(share_right(found[form], weights), 3) for corpus, found in dev.items() if found[form]}, file=sys.stderr)
        rows.append(f"    // {form}\n    [" + ", ".join(f"{value:.2f}".replace("-0.00", "0.00") for value in weights.tolist()) + "],\n")
    print(TEMPLATE.format(count=len(CLASSES), rows="".join(rows), features=len(names)), end="")


TEMPLATE = """//! What each feature counts for, by the class of the mention's form. Origin: logistic regression over the candidates of each mention
//! (`training/antecedents.py`, profile `balanced`) on the train parts of GUM and LitBank.

use super::features::{{FEATURES, Features}};
use super::form::FormClass;

/// The weights for mentions of `class`; a referent not spoken of before scores 0.
pub(super) fn weights(class: FormClass) -> &'static Features {{
    &WEIGHTS[class as usize]
}}

/// Columns as in [`super::features::Feature`], rows as in [`FormClass`].
const WEIGHTS: [Features; {count}] = [
{rows}];

const _: () = assert!(FEATURES == {features}, "the weights were fitted to these features");
"""


if __name__ == "__main__":
    main()
