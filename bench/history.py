"""Measure what storing an evaluation costs in an empty store and in one that holds many.

``python history.py [STORED [EMPTY_URL FULL_URL]]``: fill a store with ``STORED`` evaluations of a thousand
accounts, then let the two take turns, and fail when the full one is more than a tenth slower. Without URLs
both are SQLite files.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

import reports
from flask.testing import FlaskClient

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.judge import Judge
from sellervitals.routes.filing import record
from sellervitals.store import EvaluationRecord, Store, new_id

STORED = 100_000
ACCOUNTS = 1_000
AT_ONCE = 200
TURNS = 1_500
LINE = 1.10
TODAY = date(2026, 11, 22)


def seller(number: int) -> str:
    """Name one of the accounts."""
    return f"A{number % ACCOUNTS:05}"


def older(judge: Judge, stored: int) -> Iterator[EvaluationRecord]:
    """Make the evaluations of the days before today, the oldest first, each with figures of its own."""
    now = datetime.now(UTC)
    request = {"account": {"seller_id": "A"}, "documents": [{"content": reports.typical(0)}]}
    (judged, *_) = judge.judge(request, now=now, digest="sha256:0", new_id=lambda _site: "ev_0")
    marketplace = judge.registry.marketplaces[judged.evaluation.snapshot.marketplace]
    made = record(judged, "ev_0", marketplace, now, {})
    days = stored // ACCOUNTS
    for number in range(stored):
        day = TODAY - timedelta(days=days - number // ACCOUNTS)
        ident = new_id("ev", int(now.timestamp() * 1000) - stored + number)
        summary = made.summary._replace(id=ident, seller_id=seller(number), as_of=day)
        measured = tuple(each._replace(day=day, numerator=number) for each in made.measurements)
        yield made._replace(summary=summary, measurements=measured)


def fill(store: Store, records: Iterator[EvaluationRecord]) -> None:
    """Save everything, some at a time."""
    batch: list[EvaluationRecord] = []
    for each in records:
        batch.append(each)
        if len(batch) == AT_ONCE:
            store.save("default", batch)
            batch = []
    store.save("default", batch)


def bodies() -> list[dict[str, Any]]:
    """Make one request for each turn, of accounts in no order."""
    return [
        {
            "account": {"seller_id": seller(turn * 7919)},
            "as_of": str(TODAY),
            "documents": [{"content": reports.typical(turn % reports.VARIANTS)}],
        }
        for turn in range(TURNS)
    ]


def turns(clients: dict[str, FlaskClient]) -> dict[str, tuple[float, float]]:
    """Let the stores take turns; give the medians of wall and CPU time, in ms."""
    wall: dict[str, list[float]] = {name: [] for name in clients}
    cpu: dict[str, list[float]] = {name: [] for name in clients}
    for turn, body in enumerate(bodies()):
        names = list(clients) if turn % 2 else list(reversed(clients))
        for name in names:
            began, worked = perf_counter(), process_time()
            response = clients[name].post("/v1/evaluations", json=body)
            cpu[name].append(process_time() - worked)
            wall[name].append(perf_counter() - began)
            if response.status_code != 201:  # noqa: PLR2004 - the one success there is
                raise SystemExit(response.text)
    return {name: (median(wall[name]) * 1000, median(cpu[name]) * 1000) for name in clients}


def main() -> int:
    """Measure and print; 1 when history makes storing slower."""
    stored = int(sys.argv[1]) if len(sys.argv) > 1 else STORED
    with tempfile.TemporaryDirectory() as folder:
        files = [f"sqlite:///{Path(folder, name)}.sqlite3" for name in ("empty", "full")]
        urls = dict(zip(("empty", "full"), sys.argv[2:4] or files, strict=True))
        apps = {name: create_app(Settings(database_url=url, log_level="ERROR")) for name, url in urls.items()}
        parts = apps["full"].extensions["sellervitals"]
        began = perf_counter()
        fill(parts.store, older(parts.judge, stored))
        print(f"{stored:,} evaluations stored in {perf_counter() - began:.0f} s")
        gc.collect()
        gc.freeze()
        found = turns({name: app.test_client() for name, app in apps.items()})
        for app in apps.values():
            app.extensions["sellervitals"].store.close()
    for name, (wall, cpu) in found.items():
        print(f"  {name:6} {wall:6.2f} ms wall, {cpu:6.2f} ms CPU")
    ratio = found["full"][0] / found["empty"][0]
    print(f"{'ok  ' if ratio <= LINE else 'MISS'} full / empty {ratio:.3f}  (at most {LINE:.2f})")
    return 0 if ratio <= LINE else 1


if __name__ == "__main__":
    sys.exit(main())
