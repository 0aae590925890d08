"""Unsound neighbours of accepted loops."""


def run(fuzzer, program, outcome, seed, compiler, flags):
    pass
