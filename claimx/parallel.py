"""Work shared by processes that share nothing else: lazily, in order, a bounded number of items ahead."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_processes(work: Callable[[Item], Result], items: Iterable[Item], workers: int) -> Iterator[Result]:
    """What `work` makes of each item, in the items' order; work, items and results must pickle.

    At most twice as many items as there are workers are under way. An error in a worker is raised here, in its turn.

    >>> list(in_processes(abs, [-1, 2], workers=1))
    [1, 2]
    """
    todo = iter(items)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Result]] = deque(pool.submit(work, item) for item in islice(todo, 2 * workers))
        try:
            while waiting:
                yield waiting.popleft().result()
                waiting.extend(pool.submit(work, item) for item in islice(todo, 1))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
