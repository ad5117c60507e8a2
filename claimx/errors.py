"""What can go wrong by the caller's hand. No text raises; a wrong argument always does.

Every error is a `ClaimxError` and also the builtin one would expect (`TypeError`, `ValueError`, …), has a stable
`code` and a `hint` that says how to mend it, and survives pickling.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class ClaimxError(Exception):
    """The root of all errors that claimx raises.

    >>> error = ClaimxError("no such thing", hint="try another")
    >>> str(error)
    '[claimx] no such thing (try another)'
    >>> import pickle
    >>> pickle.loads(pickle.dumps(error)).hint
    'try another'
    """

    code = "claimx"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"[{self.code}] {self.message}" + (f" ({self.hint})" if self.hint else "")

    def __reduce__(self) -> tuple[object, ...]:
        notes = list(getattr(self, "__notes__", ()))
        if self.__cause__ is not None:  # which pickle leaves behind
            from traceback import format_exception  # not at the top: most errors are never pickled

            notes.append("".join(format_exception(self.__cause__)).rstrip())
        return _rebuild, (type(self), self.message, self.hint), {"__notes__": notes} if notes else None


def _rebuild(kind: type[ClaimxError], message: str, hint: str) -> ClaimxError:
    return kind(message, hint=hint)


class TextTypeError(ClaimxError, TypeError):
    """Something other than a `str` was given where a text is wanted.

    >>> raise TextTypeError("text must be a str, not bytes", hint="decode it first")
    Traceback (most recent call last):
    claimx.errors.TextTypeError: [text-type] text must be a str, not bytes (decode it first)
    """

    code = "text-type"


class ArgumentError(ClaimxError, ValueError):
    """An argument has the right type and an impossible value.

    >>> issubclass(ArgumentError, ValueError)
    True
    """

    code = "argument"


class JsonError(ClaimxError, ValueError):
    """What was given to `claimx.loads` is no claim in JSON.

    >>> JsonError.code
    'json'
    """

    code = "json"


class UnitError(ClaimxError, ValueError):
    """A unit is unknown, or cannot be converted into the one asked for.

    >>> UnitError.code
    'unit'
    """

    code = "unit"


class AnnotationError(ClaimxError, ValueError):
    """A `Doc` or pipeline lacks an annotation that claims need (tags, a dependency parse).

    >>> AnnotationError.code
    'annotation'
    """

    code = "annotation"


class InputError(ClaimxError, OSError):
    """A file or line given to the command line could not be read.

    >>> InputError.code
    'input'
    """

    code = "input"


class DocumentError(ClaimxError, RuntimeError):
    """One text of a stream could not be read: a parser of the caller's raised, or the process that read it ended.

    >>> DocumentError.code
    'document'
    """

    code = "document"


class WorkerError(ClaimxError, RuntimeError):
    """The worker processes that were asked for cannot do the work.

    >>> WorkerError.code
    'worker'
    """

    code = "worker"


class MissingExtraError(ClaimxError, ImportError):
    """What was asked for needs a library that comes with one of claimx's extras, and it is not installed.

    >>> MissingExtraError.code
    'missing-extra'
    """

    code = "missing-extra"


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Around the import of what an extra brings: where it is missing, the error says which to install.

    >>> with extra("frames"):
    ...     import not_there_at_all
    Traceback (most recent call last):
    claimx.errors.MissingExtraError: [missing-extra] not_there_at_all is not installed (pip install 'claimx[frames]')
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtraError(f"{error.name} is not installed", hint=f"pip install 'claimx[{name}]'") from error


def checked_text(text: object, doc_id: object = None) -> str:
    """The text, if it is one and its id is a `str` or none; else raises `TextTypeError`.

    >>> checked_text("It cost $5.")
    'It cost $5.'
    """
    if not isinstance(text, str):
        raise TextTypeError(
            f"text must be a str, not {type(text).__name__}", hint="decode bytes, and leave missing values out"
        )
    if doc_id is not None and not isinstance(doc_id, str):
        raise TextTypeError(f"doc_id must be a str or None, not {type(doc_id).__name__}", hint="use str(doc_id)")
    return text
