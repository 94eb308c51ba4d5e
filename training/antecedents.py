"""Fits the weights by which mentions choose their entity (src/extract/coreference/weights.json) to GUM and LitBank, train.

    antecedents.py --data ../shared/data --quotewire target/release/quotewire --models models --network wide
    antecedents.py … --cross-validate 5
    antecedents.py … --cross-validate 2 --models training/work/without-{part}

What is weighed comes from the program (`quotewire antecedents`): for each pronoun or description the entities before it with their features.
All mentions before it stand where the gold has them, so that what is learned is what speaks for the right entity, not for the program's
errors. Right is the entity with the mention's gold cluster, one with a name where there is such a one, else "nobody before". A class of forms
has its own weights. `I`, `you`, `we` keep the weights that stand in the file (KEPT). Dev is only counted: those figures go to stderr.

Cross-validated are GUM's news and interviews. `{part}` in --models stands for the number of the part: networks that have not read it
(`train.py --leave-out 1/2`).
"""

import argparse
import bisect
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import torch

import corpora

KEPT = ("speaker", "addressee", "we")
"""Classes that may mean somebody named only later; gold chains tell who spoke before better than the program ever knows it."""
HAND_SET = {("other_pronoun", "relative_after"): 6.0}
"""`who` right behind a name is too seldom annotated to be learned."""
ADDED = {("single", "named"): 1.0}
"""A person whose name was not found counts as one without a name; most of whom `he` and `she` mean in news have one."""
GUM_PASSES = 3
"""How often a document of GUM counts: news and interviews against LitBank's novels."""
PENALTY = 4.0
"""Of the squared weights."""
NOVELS = 36
"""Novels of LitBank's train part that are read."""
PROFILES = {"wide": "balanced", "narrow": "fast"}
"""Whose network the weights are fitted to."""
PRONOUNS = {
    "he, she, they": ("he him his himself she her hers herself they them their theirs themselves").split(),
    "I, you, we": ("i me my mine myself you your yours yourself we us our ours ourselves").split(),
}
WEIGHTS = Path(__file__).parent.parent / "src/extract/coreference/weights.json"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--quotewire", default="target/release/quotewire")
    parser.add_argument("--models", default="models")
    parser.add_argument("--network", choices=PROFILES, default="wide")
    parser.add_argument("--cross-validate", type=int, metavar="PARTS", default=0, help="over GUM's news and interviews; writes no weights")
    return parser.parse_args()


class Stories:
    """Stories of one corpus and part with their gold clusters, and the program that weighs them."""

    def __init__(self, options, corpus, split, most=None):
        path = f"{options.data}/entities/{split}/{corpus}.jsonl"
        self.lines = open(path, encoding="utf-8").read().splitlines()[:most]
        self.gold = [json.loads(line) for line in self.lines]
        self.command = [options.quotewire, "antecedents", "--models", options.models, "--profile", PROFILES[options.network]]

    def weighed(self, weights=None, chains=None):
        """What the program weighs of each story: led by `weights`, `{class: {feature: weight}}`, and the known `chains`."""
        with tempfile.TemporaryDirectory() as folder:
            command = self.command + ["/dev/stdin"]
            if weights is not None:
                command += ["--weights", write(Path(folder, "weights"), json.dumps(weights))]
            if chains is not None:
                command += ["--chains", write(Path(folder, "chains"), "\n".join(map(json.dumps, chains)))]
            out = subprocess.run(command, input="\n".join(self.lines) + "\n", capture_output=True, text=True, check=True).stdout
        return [json.loads(line) for line in out.splitlines()]

    def choices(self):
        """`[{class: [(features [entities + 1, n], right [entities + 1])]}]`, one for each story, and the features' names; nobody comes last."""
        clusters = [clusters_of(gold, story) for gold, story in zip(self.gold, self.weighed(), strict=True)]
        weighed = self.weighed(chains=[[[*span, number] for span, number in numbered(of_story).items()] for of_story in clusters])
        found = [choices_of(story, of_story) for story, of_story in zip(weighed, clusters)]
        return found, weighed[0]["features"]

    def right(self, weights):
        """`{group of pronouns: (right, all)}`, of the persons who have a name, with the program's own decisions by `weights`, a story each."""
        return [right_of(gold, story) for gold, story in zip(self.gold, self.weighed(weights), strict=True)]


def write(path, text):
    path.write_text(text + "\n", encoding="utf-8")
    return str(path)


def clusters_of(gold, story):
    """`{span: gold cluster}` of the names and mentions that the program has: that of the last head inside, as English heads go."""
    heads = sorted((tuple(mention["head"]), mention["cluster"]) for mention in gold["mentions"] if mention.get("head"))
    found = {}
    for item in story["names"] + story["mentions"]:
        start, end = item["span"]
        from_here = bisect.bisect_left(heads, ((start, 0), ""))
        to_here = bisect.bisect_left(heads, ((end, 0), ""))
        inside = [cluster for head, cluster in heads[from_here:to_here] if head[1] <= end]
        if inside:
            found[start, end] = inside[-1]
    return found


def numbered(clusters):
    """Numbers instead of the clusters' names."""
    numbers = {cluster: number for number, cluster in enumerate(dict.fromkeys(clusters.values()))}
    return {span: numbers[cluster] for span, cluster in clusters.items()}


def choices_of(story, clusters):
    """The choices of one story by their class."""
    names_of, last, found = defaultdict(list), {}, defaultdict(list)
    for item in story["names"]:
        names_of[item["r"]].append((item["span"][1], clusters.get(tuple(item["span"]))))
    for mention in story["mentions"]:
        cluster = clusters.get(tuple(mention["span"]))
        if cluster is not None:
            rows = [candidate["r"] for candidate in mention["candidates"]]
            right = torch.tensor([is_right(row, cluster, mention, names_of, last) for row in rows] + [False])
            named = torch.tensor([row in names_of for row in rows] + [False])
            right = right & named if bool((right & named).any()) else right
            right[-1] = not bool(right.any())
            features = torch.zeros(len(rows) + 1, len(story["features"]), dtype=torch.float64)
            for row, candidate in enumerate(mention["candidates"]):
                for feature, value in candidate["f"]:
                    features[row, feature] = value
            found[mention["class"]].append((features, right))
        last[mention["r"]] = cluster
    return found


def is_right(row, cluster, mention, names_of, last):
    """Whether the entity `row` is the mention's: by its names so far, else by its last mention."""
    if row in names_of:
        so_far = [own for end, own in names_of[row] if end <= mention["span"][1]]
        return cluster in (so_far or [own for _, own in names_of[row]])
    return last.get(row) == cluster


def right_of(gold, story):
    """How many pronouns of the persons who have a name went to an entity with such a name."""
    clusters = clusters_of(gold, story)
    names_of = defaultdict(set)
    for item in story["names"]:
        names_of[item["r"]].add(clusters.get(tuple(item["span"])))
    referent_of = {tuple(item["span"]): item["r"] for item in story["mentions"]}
    named = {mention["cluster"] for mention in gold["mentions"] if mention["kind"] == "name" and not mention.get("group")}
    found = {group: [0, 0] for group in PRONOUNS}
    for mention in gold["mentions"]:
        word = gold["text"][mention["start"] : mention["end"]].lower()
        group = next((group for group, words in PRONOUNS.items() if word in words), None)
        if group and mention["kind"] == "pronoun" and mention["type"] == "person" and mention["cluster"] in named:
            referent = referent_of.get((mention["start"], mention["end"]))
            found[group][0] += mention["cluster"] in names_of.get(referent, ())
            found[group][1] += 1
    return found


def padded(examples):
    """`features [mentions, entities + 1, n]`, `right` and `real` [mentions, entities + 1]."""
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


def fit_class(examples):
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
    return weights.tolist()


def fit(stories, names, kept):
    """`{class: {feature: weight}}` of the choices in `stories`; the classes KEPT are those of `kept`."""
    examples = defaultdict(list)
    for story in stories:
        for form, own in story.items():
            examples[form] += own
    fitted = {}
    for form in kept:
        if form in KEPT:
            fitted[form] = kept[form]
            continue
        weights = dict(zip(names, fit_class(examples[form])))
        for (of, feature), value in HAND_SET.items():
            if of == form:
                weights[feature] = value
        for (of, feature), value in ADDED.items():
            if of == form:
                weights[feature] += value
        fitted[form] = {feature: round(weight, 2) for feature, weight in weights.items() if round(weight, 2)}
    return fitted


def shown(counts):
    """Shares of what `Stories.right` gave."""
    sums = {group: [sum(story[group][at] for story in counts) for at in (0, 1)] for group in PRONOUNS}
    return ", ".join(f"{group} {right / max(all_of, 1):.3f} ({right} of {all_of})" for group, (right, all_of) in sums.items())


def weighed_stories(options, models):
    """GUM's stories as the networks in `models` weigh them, their choices, those of the novels, and the features' names."""
    of_models = argparse.Namespace(**vars(options) | {"models": models})
    gum = Stories(of_models, "gum", "train")
    choices, names = gum.choices()
    novels, _ = Stories(of_models, "litbank", "train", NOVELS).choices()
    return gum, choices, novels, names


def cross_validate(options, kept):
    """The figure of GUM's news and interviews, each part with weights that have not seen it, nor has its network where --models has one a part."""
    counts, stories = [], {}
    for part in range(1, options.cross_validate + 1):
        models = options.models.format(part=part)
        if models not in stories:
            stories = {models: weighed_stories(options, models)}
        gum, choices, novels, names = stories[models]
        held = corpora.part_of(gum.gold, part, options.cross_validate)
        weights = fit([story for number, story in enumerate(choices) if number not in held] * GUM_PASSES + novels, names, kept)
        right = gum.right(weights)
        counts += [right[number] for number in held]
        print(f"part {part}: {shown([right[number] for number in held])}", file=sys.stderr)
    print(f"{len(counts)} documents: {shown(counts)}")


def main():
    options = arguments()
    fitted = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    kept = fitted[options.network]
    if options.cross_validate:
        return cross_validate(options, kept)
    _, choices, novels, names = weighed_stories(options, options.models)
    fitted[options.network] = weights = fit(choices * GUM_PASSES + novels, names, kept)
    for corpus in ("gum", "litbank"):
        print(corpus, "dev:", shown(Stories(options, corpus, "dev").right(weights)), file=sys.stderr)
    WEIGHTS.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
