"""Makes one network of two of the same shape that were trained on from each other: the weighted mean of their weights.

    mean.py --work training/work --names balanced-one balanced-both --share 0.35 --into balanced

The figures of two such networks go up and down from one to the other; those of the mean lie above most of them (Wortsman et al. 2022).
"""

import argparse
import pathlib

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", default="training/work")
    parser.add_argument("--names", nargs=2, required=True, help="of the checkpoints")
    parser.add_argument("--share", type=float, default=0.5, help="of the second")
    parser.add_argument("--into", required=True, help="name of the checkpoint that is made")
    options = parser.parse_args()
    folder = pathlib.Path(options.work)
    first, second = (torch.load(folder / f"{name}.pt", weights_only=False) for name in options.names)
    for name, value in first["network"].items():
        if value.is_floating_point():
            first["network"][name] = value * (1 - options.share) + second["network"][name] * options.share
    torch.save(first, folder / f"{options.into}.pt")


if __name__ == "__main__":
    main()
