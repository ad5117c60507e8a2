"""claimx beside its peers, on all sets, next to the published figures.

    python -m benchmarks.quality DATA_FOLDER [--scorers FOLDER] [--json] [--write benchmarks/RESULTS.md]

DATA_FOLDER holds newsquant/*.json (one file) and recognizers/Number, recognizers/NumberWithUnit; the scorers
score_newsquant.py and score_recognizers.py are looked for in DATA_FOLDER/../eval. A peer that is not installed is left
out with a line that says so.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.quality import exceptions, false_alarms, peers, report
from benchmarks.quality.errors import BenchmarkError
from benchmarks.quality.scorers import EXCEPTIONS, Sets


def measure(peer: peers.Peer, sets: Sets, kinds: dict[str, str]) -> report.Result:
    """All sets with one system."""
    print(f"measuring {peer.name} {peer.version} ...", file=sys.stderr)
    alarms = false_alarms.tally(kinds, peer.alarms(kinds))
    return report.Result(peer.name, peer.version, sets.news(peer), sets.recognizers(peer), alarms)


def notes(sets: Sets, left_out: list[str]) -> list[str]:
    """When and with what the results were measured."""
    today = datetime.now(tz=UTC).date().isoformat()
    aside = exceptions.scorer_rows(EXCEPTIONS, sets.spec_cases)
    return [
        f"Measured on {today} with Python {platform.python_version()} on NewsQuant's {sets.gold.name}.",
        f"Set aside of the specs (`{EXCEPTIONS.name}`): {len(aside)} cases.",
        *left_out,
    ]


def run(options: argparse.Namespace) -> None:
    """Measure, then print or write what the options ask for."""
    loaded = [peers.load(module) for module in peers.MODULES]
    present = [peer for peer in loaded if isinstance(peer, peers.Peer)]
    left_out = [reason for reason in loaded if isinstance(reason, str)]
    with TemporaryDirectory() as folder:
        sets = Sets(options.data, options.scorers or options.data.parent / "eval", Path(folder))
        kinds = false_alarms.read(false_alarms.CORPORA)
        results = [measure(peer, sets, kinds) for peer in present]
        page = report.markdown(results, notes(sets, left_out))
    if options.write:
        report.replace_block(options.write, page)
    if options.json:
        print(json.dumps({"left_out": left_out, **{one.name: one.as_json() for one in results}}, indent=1))
    else:
        print(page)


def main(arguments: list[str] | None = None) -> None:
    """The command; ends with 2 and a line that says what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with newsquant/ and recognizers/")
    parser.add_argument("--scorers", type=Path, help="the folder of the two scorers (default: DATA_FOLDER/../eval)")
    parser.add_argument("--json", action="store_true", help="print everything measured as JSON, not as tables")
    parser.add_argument("--write", type=Path, help="put the tables between the marks of this Markdown file")
    options = parser.parse_args(arguments)
    try:
        run(options)
    except BenchmarkError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
