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
        return _rebuild, (type(self), self.message, self.hint)


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
