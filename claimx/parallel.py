"""Work shared by processes that share nothing else: lazily, in order, a bounded number of batches ahead.

Each worker is a process with a pipe of its own, and a thread here that feeds it. So it is known which batch a process
had when it was killed: what is in that batch is done once more, one by one, by a new process.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Event
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from claimx.errors import ArgumentError, ClaimxError, DocumentError, WorkerError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[list[Item]], list[Result]]

AHEAD = 4  # batches under way for each worker: results come in order, and a slow batch must not leave the others idle
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def in_processes(
    work: Work[Item, Result], batches: Iterable[list[Item]], workers: int
) -> Iterator[list[Result | DocumentError]]:
    """What `work` makes of each batch, in order; `work`, items and results must pickle.

    An error of `work` or of `batches` is raised here in its turn, after what comes before it. An item whose process
    ends twice has a `DocumentError` in its place. When the iterator is closed or at its end, the processes are gone.

    >>> list(in_processes(sorted, [[2, 1], [3]], workers=1))
    [[1, 2], [3]]
    """
    crew: Crew[Item, Result] = Crew(work, workers)
    pool = ThreadPoolExecutor(workers, "claimx")
    waiting: deque[Future[list[Result | DocumentError]]] = deque()
    under_way = _submitted(pool, crew, batches)
    try:
        waiting.extend(islice(under_way, AHEAD * workers))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(islice(under_way, 1))
    finally:
        crew.stop()
        pool.shutdown(cancel_futures=True)


def _submitted(
    pool: ThreadPoolExecutor, crew: Crew[Item, Result], batches: Iterable[list[Item]]
) -> Iterator[Future[list[Result | DocumentError]]]:
    try:
        for batch in batches:
            yield pool.submit(crew.do, batch)
    except Exception as error:  # noqa: BLE001 — raised where its turn comes
        failed: Future[list[Result | DocumentError]] = Future()
        failed.set_exception(error)
        yield failed


class Crew(Generic[Item, Result]):
    """The workers: each batch goes to one that is idle."""

    def __init__(self, work: Work[Item, Result], workers: int) -> None:
        self.stopped = Event()
        self.workers = [Worker(_pickled(work), self.stopped) for _ in range(workers)]
        self.idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self.workers:
            self.idle.put(worker)

    def do(self, batch: list[Item]) -> list[Result | DocumentError]:
        """What the work makes of a batch; one by one where the process ended over it."""
        worker = self.idle.get()
        try:
            done = worker.ask(batch)
            if isinstance(done, Ended):
                return [self._alone(worker, item) for item in batch]
            return done
        finally:
            self.idle.put(worker)

    def _alone(self, worker: Worker, item: Item) -> Result | DocumentError:
        done = worker.ask([item])
        if isinstance(done, Ended):
            return DocumentError(f"its process ended ({done})", hint="too large for the memory, or a crash in a parser")
        result: Result | DocumentError = done[0]
        return result

    def stop(self) -> None:
        """End all processes, whatever they are doing."""
        self.stopped.set()
        for worker in self.workers:
            worker.stop()


@dataclass(frozen=True, slots=True)
class Ended:
    """What came instead of results: the process is gone.

    >>> print(Ended(-9), "|", Ended(3))
    killed by signal 9 | exit code 3
    """

    code: int | None

    def __str__(self) -> str:
        return f"killed by signal {-self.code}" if self.code is not None and self.code < 0 else f"exit code {self.code}"


class Worker:
    """A process, started when it is first asked and again after it ended."""

    def __init__(self, work: bytes, stopped: Event) -> None:
        self.work = work
        self.stopped = stopped
        self.running: Running | None = None

    def ask(self, batch: list[Any]) -> list[Any] | Ended:
        """The results of a batch."""
        self.running = self.running or self._started()
        found = self.running.answer(pickle.dumps(batch, pickle.HIGHEST_PROTOCOL))
        if isinstance(found, Ended):
            self.running = None
        return found

    def _started(self) -> Running:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), name="claimx worker", daemon=True)
        with _interrupts_held():
            process.start()
        theirs.close()
        self.running = Running(process, ours)
        if self.stopped.is_set():  # whoever stopped us may have looked for the process before it was there
            self.running.stop()
        if isinstance(ended := self.running.answer(self.work), Ended):
            raise WorkerError(
                f"a worker process ended before it could begin ({ended})",
                hint='a script that asks for workers needs `if __name__ == "__main__":` around its first call',
            )
        return self.running

    def stop(self) -> None:
        """End the process, if there is one."""
        if self.running is not None:
            self.running.stop()


@dataclass(frozen=True, slots=True)
class Running:
    """A process that answers, and our end of its pipe."""

    process: SpawnProcess
    pipe: Connection

    def answer(self, question: bytes) -> list[Any] | Ended:
        """What comes back; an error of the work is raised."""
        try:
            self.pipe.send_bytes(question)
            if self.pipe not in wait([self.pipe, self.process.sentinel]):
                return self._end()
            fine, value = pickle.loads(self.pipe.recv_bytes())  # noqa: S301 — from a process of our own
        except (EOFError, OSError):
            return self._end()
        if not fine:
            raise value
        found: list[Any] = value
        return found

    def _end(self) -> Ended:
        self.process.join(1)
        code = self.process.exitcode
        self.stop()
        return Ended(code)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()


def _pickled(work: Work[Item, Result]) -> bytes:
    try:
        return pickle.dumps(work, pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        raise ArgumentError(
            f"what the workers need does not pickle: {error}",
            hint="define parsers and pipeline components at the top of a module, or leave workers at 1",
        ) from error


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C is the caller's: a process started here never hears of it. For this thread alone."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # else started with the first process, when it lets interrupts in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection) -> None:
    """The life of a worker: learn the work, then answer batches until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(THREADS, "1"))  # there is a process for each core
    with suppress(EOFError, OSError):
        work = _learnt(pipe)
        while work is not None:
            pipe.send_bytes(_answer(work, pipe.recv_bytes()))


def _learnt(pipe: Connection) -> Work[Any, Any] | None:
    data = pipe.recv_bytes()
    try:
        work: Work[Any, Any] = pickle.loads(data)  # noqa: S301 — from the process that started this one
    except Exception as error:  # noqa: BLE001 — told to the other side
        pipe.send_bytes(_failure(error))
        return None
    pipe.send_bytes(pickle.dumps((True, [])))
    return work


def _answer(work: Work[Any, Any], data: bytes) -> bytes:
    try:
        return pickle.dumps((True, work(pickle.loads(data))), pickle.HIGHEST_PROTOCOL)  # noqa: S301
    except Exception as error:  # noqa: BLE001 — told to the other side
        return _failure(error)


def _failure(error: Exception) -> bytes:
    if not isinstance(error, ClaimxError):
        failure = WorkerError(f"{type(error).__name__}: {error}", hint="it came up in a worker process")
        failure.__cause__ = error
        error = failure
    return pickle.dumps((False, error))
