"""The one error of the benchmarks: it says which path is missing or wrong, and how to mend that."""


class BenchmarkError(Exception):
    """Data or a scorer is missing or cannot be read."""
