#!/usr/bin/env python3
"""That generated programs are what the fuzzer takes them for: the same for the
same seed, and without anything that g++'s sanitizers find."""

import argparse
import pathlib
import sys

import build
from grammar.program import Program


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--gxx", default="g++")
    p.add_argument("--work", required=True, help="a directory for what is built")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--count", type=int, default=4, help="how many programs")
    options = p.parse_args()
    options.rewrite = options.include = options.library = options.turns = options.clangxx = ""
    options.lld = False
    tools = build.Tools(options)
    bad = 0
    for seed in range(options.seed, options.seed + options.count):
        text = Program(seed, 60).text()
        if text != Program(seed, 60).text():
            print(f"seed {seed}: another program the second time")
            bad += 1
        source = pathlib.Path(options.work) / "program.cpp"
        source.write_text(text)
        found = tools.sanitized(source)
        if found:
            print(f"seed {seed}: {found}")
            bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
