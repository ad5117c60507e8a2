"""claimx, through its public calls; how its units become a set's is in the module of the set."""

from __future__ import annotations

import claimx
from benchmarks.quality import false_alarms, newsquant, recognizers
from benchmarks.quality.peers import Peer


def peer() -> Peer:
    """The project itself as one of the peers."""
    return Peer("claimx", claimx.__version__, newsquant.predict, recognizers.predict, false_alarms.predict)
