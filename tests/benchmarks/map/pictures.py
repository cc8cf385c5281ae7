#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what share of two pictures' pixels differ by at most some levels in every channel.

Needs python3-pil and python3-numpy."""
import argparse
import sys

import numpy
from PIL import Image

LEVELS = 32


def pixels(path):
    with Image.open(path) as image:
        return numpy.asarray(image.convert("RGB"), dtype=numpy.int16)


def differences(first, second):
    """The largest difference of the three channels at each pixel; the pictures must have one size."""
    a, b = pixels(first), pixels(second)
    if a.shape != b.shape:
        raise ValueError(f"{first} has {a.shape[1]}×{a.shape[0]} pixels, {second} {b.shape[1]}×{b.shape[0]}")
    return numpy.abs(a - b).max(axis=2)


def share_within(first, second, levels=LEVELS):
    """0 to 1."""
    return float((differences(first, second) <= levels).mean())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("--levels", type=int, default=LEVELS)
    parser.add_argument("--difference", help="PNG to write: white where the pictures differ by more")
    options = parser.parse_args()
    try:
        worst = differences(options.first, options.second)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    beyond = worst > options.levels
    if options.difference:
        Image.fromarray(numpy.where(beyond, 255, 0).astype(numpy.uint8)).save(options.difference)
    print(f"{100.0 * (1.0 - beyond.mean()):.3f} % of pixels within {options.levels} levels, largest {worst.max()}")


if __name__ == "__main__":
    main()
