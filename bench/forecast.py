"""Measure how long the forecast of a stored account takes: 365 daily evaluations, 50 ms at most.

``python forecast.py [URL]``: fill a store with a year of one account, a report and its daily counts each day,
and ask for its forecast again and again. Without a URL the store is a SQLite file.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from flask.testing import FlaskClient

from sellervitals.app import create_app
from sellervitals.config import Settings

DAYS = 365
ASKED = 100
MOST_MS = 50
TODAY = date(2025, 11, 22)
LENGTHS = {"order_defect_rate": (60, 14), "cancellation_rate": (7, 0), "valid_tracking_rate": (30, 0)}


def bad(day: date) -> int:
    """How many of a day's twenty orders went wrong."""
    return int(day.toordinal() % 9 == 0)


def requests() -> Iterator[dict[str, Any]]:
    """Make the evaluation of each day: rolling windows that agree with their days, and the day's counts."""
    for number in range(DAYS, 0, -1):
        today = TODAY - timedelta(days=number - 1)
        metrics: dict[str, Any] = {
            "account_health_rating": {"value": 300 + number % 20},
            "orders_180_days": {"value": 3_600},
            "listing_policy_violations": {"value": 1},
        }
        daily: dict[str, Any] = {}
        for name, (length, lag) in LENGTHS.items():
            window = [today - timedelta(days=lag + back) for back in range(length)]
            wrong, among = sum(map(bad, window)), 20 * length
            counts = {"numerator": wrong, "denominator": among}
            one = {"day": str(today), "numerator": bad(today), "denominator": 20}
            if name == "valid_tracking_rate":
                counts["numerator"] = among - wrong
                one["numerator"] = 20 - bad(today)
            segment = {"segment": "mfn"} if name == "order_defect_rate" else {}
            metrics[name] = {
                **counts,
                **segment,
                "window": {"from": str(window[-1]), "to": str(window[0])},
            }
            daily[name] = {"days": [one], **segment}
        account = {"marketplace": "amazon", "site": "US", "seller_id": "A1"}
        yield {"account": account, "as_of": str(today), "metrics": metrics, "daily": daily}


def posted(client: FlaskClient) -> str:
    """Store the year; give the id of the account."""
    for each in requests():
        response = client.post("/v1/evaluations", json=each)
        if response.status_code != 201:  # noqa: PLR2004 - the one success there is
            raise SystemExit(response.text)
    found: str = client.get("/v1/accounts").get_json()["data"][0]["id"]
    return found


def asked(client: FlaskClient, where: str) -> tuple[float, float]:
    """Ask again and again; give the medians of wall and CPU time, in ms."""
    wall: list[float] = []
    cpu: list[float] = []
    for _ in range(ASKED):
        began, worked = perf_counter(), process_time()
        response = client.get(where)
        cpu.append(process_time() - worked)
        wall.append(perf_counter() - began)
        bases = {each["basis"] for each in response.get_json()["metrics"]}
        if "daily_counts" not in bases:
            raise SystemExit(f"rolled on nothing: {response.text[:400]}")
    return median(wall) * 1000, median(cpu) * 1000


def main() -> int:
    """Measure and print; 1 when the forecast of a year takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        url = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder, 'year')}.sqlite3"
        app = create_app(Settings(database_url=url, log_level="ERROR"))
        client = app.test_client()
        account = posted(client)
        gc.collect()
        gc.freeze()
        took = {
            name: asked(client, f"/v1/accounts/{account}/forecast{query}")
            for name, query in (("all metrics", ""), ("one metric", "?metric=order_defect_rate"))
        }
        app.extensions["sellervitals"].store.close()
    for name, (wall, cpu) in took.items():
        shown = f"{wall:6.2f} ms wall, {cpu:6.2f} ms CPU"
        print(f"{'ok  ' if cpu <= MOST_MS else 'MISS'} {name:12} {shown}  (at most {MOST_MS} ms)")
    return int(any(cpu > MOST_MS for _, cpu in took.values()))


if __name__ == "__main__":
    sys.exit(main())
