"""The grammar of the fuzzer: one module for each concept of the programs."""
