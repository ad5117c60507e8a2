"""One core and one thread, so that systems which would use more are measured alike."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def one_thread_each() -> None:
    """Let the numeric libraries, which are not loaded yet, and all processes to come use one thread.

    >>> one_thread_each(); os.environ["OMP_NUM_THREADS"]
    '1'
    """
    os.environ.update(dict.fromkeys(THREADS, "1"))


@contextmanager
def one_core() -> Iterator[str]:
    """Within, this process and those it starts run on one core, where the system can hold them there; says which.

    >>> with one_core() as where:
    ...     print(where.partition(" ")[0] in {"core", "any"})
    True
    """
    if not hasattr(os, "sched_setaffinity"):
        yield "any core (this system does not hold a process to one)"
        return
    allowed = os.sched_getaffinity(0)
    core = max(allowed)  # the first one often serves the interrupts
    os.sched_setaffinity(0, {core})
    try:
        yield f"core {core} of {len(allowed)}"
    finally:
        os.sched_setaffinity(0, allowed)
