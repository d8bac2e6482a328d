"""Measure the service against a bare Flask echo, print ratios, and fail when one falls below its line."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import mean, median
from typing import Any, NamedTuple

import load
import portfolio
import reports
import rows
import servers

HERE = Path(__file__).parent
CONNECTIONS = 16
ROUNDS = 5
SECONDS = 3.0
FOREIGN = 100
STORED, UNSTORED, PLAN, MEMORY_MIB = 0.30, 0.55, 1.03, 100.0
ROWS, ROWS_SECONDS, ROWS_MIB, TEN_TIMES = 100_000, 3.0, 500.0, 11.0


class OverHttp(NamedTuple):
    """Ratios to the echo, and the worker's memory after the load."""

    stored: float
    unstored: float
    memory: float


def over_http(name: str, write: Callable[[int], dict[str, Any]], rounds: int) -> OverHttp:
    """Measure one kind of report; the echo reads and answers as many bytes as the service does."""
    documents = [{"documents": [{"content": write(number)}]} for number in range(reports.VARIANTS)]

    def requests(path: str, *, store: bool) -> list[bytes]:
        return [load.request_bytes(path, json.dumps({**each, "store": store}).encode()) for each in documents]

    stored, unstored = (requests("/v1/evaluations", store=store) for store in (True, False))
    with tempfile.TemporaryDirectory() as folder, servers.service(Path(folder)) as ours:
        answer = round(mean(len(load.once(ours.port, each)) for each in unstored))
        print(f"{name}: {len(unstored[0]):,} bytes in, {answer:,} bytes out")
        with servers.echo(answer) as bare:
            kinds = {
                "echo": (bare.port, requests("/echo", store=False)),
                "stored": (ours.port, stored),
                "unstored": (ours.port, unstored),
            }
            rates: dict[str, list[float]] = {kind: [] for kind in kinds}
            for _ in range(rounds):
                for kind, (port, given) in kinds.items():
                    found = load.run(port, given, seconds=SECONDS, connections=CONNECTIONS)
                    rates[kind].append(found.per_second)
                    print(
                        f"  {kind:9} {found.per_second:8.0f}/s"
                        f"  p50 {found.p50_ms:6.1f} ms  p99 {found.p99_ms:6.1f} ms"
                    )
            memory = servers.worker_mib(ours)
    ratios = {
        kind: median(ours_ / echo for ours_, echo in zip(rates[kind], rates["echo"], strict=True))
        for kind in ("stored", "unstored")
    }
    return OverHttp(ratios["stored"], ratios["unstored"], memory)


def plan() -> tuple[float, float]:
    """Give the best time per report in microseconds, without and with foreign plugins, alternating."""
    best = {0: float("inf"), FOREIGN: float("inf")}
    for _ in range(ROUNDS):
        for number in (0, FOREIGN):
            command = [sys.executable, str(HERE / "plan.py"), str(number)]
            out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            best[number] = min(best[number], float(out))
    return best[0], best[FOREIGN]


def many_rows() -> tuple[rows.Cost, float]:
    """Give the cost of a report of ``ROWS`` rows, and how many times the time of a tenth of them it takes."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few.tsv"), Path(folder, "many.tsv")
        rows.write(few, ROWS // 10)
        rows.write(many, ROWS)
        tenth, whole = rows.cost(few, ROUNDS), rows.cost(many, ROUNDS)
    return whole, whole.seconds / tenth.seconds


def main() -> int:
    """Run everything; 1 when a figure misses its line."""
    whole, times = many_rows()
    without, with_ = plan()
    print(f"plan per report: {without:.0f} us alone, {with_:.0f} us with {FOREIGN} further plugins")
    http = over_http("a typical report", reports.typical, ROUNDS)
    worst = over_http("nearly all rules fail", reports.worst, 2)
    found = [
        ("stored / echo", http.stored, http.stored >= STORED, f"at least {STORED:.2f}"),
        ("unstored / echo", http.unstored, http.unstored >= UNSTORED, f"at least {UNSTORED:.2f}"),
        (f"plan with {FOREIGN} / without", with_ / without, with_ <= PLAN * without, f"at most {PLAN:.2f}"),
        ("worker memory, MiB", http.memory, http.memory <= MEMORY_MIB, f"at most {MEMORY_MIB:.0f}"),
        (
            f"{ROWS:,} rows, CPU seconds",
            whole.seconds,
            whole.seconds < ROWS_SECONDS,
            f"under {ROWS_SECONDS:.0f}",
        ),
        (f"{ROWS:,} rows, MiB", whole.memory, whole.memory < ROWS_MIB, f"under {ROWS_MIB:.0f}"),
        ("10 times the rows / time", times, times <= TEN_TIMES, f"at most {TEN_TIMES:.0f}"),
    ]
    found += [
        (
            f"portfolio {portfolio.ACCOUNTS:,} accounts: ms on {name}",
            each.milliseconds,
            each.milliseconds < portfolio.MOST_MS,
            f"under {portfolio.MOST_MS:.0f}",
        )
        for name, each in portfolio.measured().items()
    ]
    for name, value, holds, line in found:
        print(f"{'ok  ' if holds else 'MISS'} {name:42} {value:7.3f}  ({line})")
    print(
        "for the record, where nearly all rules fail:"
        f" stored / echo {worst.stored:.3f}, unstored / echo {worst.unstored:.3f}"
    )
    engines = subprocess.run([sys.executable, str(HERE / "rule_engines.py")], capture_output=True, text=True)  # noqa: PLW1510 - for the record only
    print(
        f"for the record, twelve threshold rules, us (ours zen-engine): {engines.stdout.strip() or 'not run'}"
    )
    return 0 if all(holds for _, _, holds, _ in found) else 1


if __name__ == "__main__":
    sys.exit(main())
