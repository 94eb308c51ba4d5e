"""The label sets of the network's heads, and how the heads stand side by side in its output."""

BIO_NAMES = ["O"] + [f"{edge}-{kind}" for kind in ("person", "organization", "location", "other") for edge in "BI"]

TAGS = {
    "quotations": ["O", "B-content", "I-content", "B-source", "I-source", "B-cue", "I-cue"],
    "names": BIO_NAMES,
    "inner_names": BIO_NAMES,
    "mentions": ["O", "inside", "nominal-person", "nominal-organization", "nominal-location",
                 "pronoun-person", "pronoun-organization", "pronoun-location"],
}
"""Labels of each tag head; a token has one of each."""

CRF_HEADS = ("quotations", "names", "inner_names")
"""Heads whose labels are decoded as a sequence."""

LINKS = ("part_cue", "cue_source", "antecedent")
"""Heads that point from a token to another one of the window, or to none."""

CONTENT, SOURCE, CUE = 1, 3, 5
"""Where the labels of a quotation's roles begin."""

FEATURES = [("shape", 9), ("gap", 3), ("marks", 4), ("rule_quotation", 7), ("rule_name", 9), ("lexicon", 16)]
"""Categorical features of a word piece and how many values each has, as `quotewire features` prints them."""

DISTANCES = 128
"""Distances in word pieces that a link's bias tells apart on each side."""


def layout(link_width):
    """`{head: (start, width)}` in the output of the network, and the output's width; a link has its queries, then its keys."""
    places, start = {}, 0
    widths = {head: len(labels) for head, labels in TAGS.items()} | {link: 2 * link_width for link in LINKS} | {"check_worthiness": 2}
    for head, width in widths.items():
        places[head] = (start, width)
        start += width
    return places, start
