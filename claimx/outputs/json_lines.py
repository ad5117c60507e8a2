"""Documents with their claims as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.claims import Claim


def json_document(doc_id: str | None, claims: Iterable[Claim], error: str | None = None) -> str:
    """A document with all its claims as one line of JSON.

    >>> json_document("a.txt", [], error="no such file")
    '{"id":"a.txt","claims":[],"error":"no such file"}'
    """
    lines = ",".join(claim.model_dump_json() for claim in claims)
    return f'{{"id":{json.dumps(doc_id)},"claims":[{lines}],"error":{json.dumps(error)}}}'
