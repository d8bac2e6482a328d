"""Measure the service against a bare Flask echo, print ratios, and fail when one falls below its line."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import load
import servers

HERE = Path(__file__).parent
REPORT = (
    HERE.parent / "tests/plugins/amazon/payloads/seller-performance.assembled-from-property-examples.json"
)
CONNECTIONS = 16
ROUNDS = 5
SECONDS = 3.0
FOREIGN = 100
STORED, UNSTORED, PLAN, MEMORY_MIB = 0.30, 0.55, 1.03, 100.0


def over_http() -> dict[str, float]:
    """Give the ratios of stored and unstored evaluations to the echo, and the worker's memory."""
    report = json.loads(REPORT.read_text(encoding="utf-8"))
    document = {"documents": [{"content": report}]}
    stored = load.request_bytes("/v1/evaluations", json.dumps({**document, "store": True}).encode())
    unstored = load.request_bytes("/v1/evaluations", json.dumps({**document, "store": False}).encode())
    with tempfile.TemporaryDirectory() as folder, servers.service(Path(folder)) as ours:
        answer = load.once(ours.port, unstored)
        plain = load.request_bytes("/echo", json.dumps({**document, "store": False}).encode())
        with servers.echo(len(answer)) as bare:
            kinds = {
                "echo": (bare.port, plain),
                "stored": (ours.port, stored),
                "unstored": (ours.port, unstored),
            }
            rates: dict[str, list[float]] = {kind: [] for kind in kinds}
            for _ in range(ROUNDS):
                for kind, (port, request) in kinds.items():
                    found = load.run(port, request, seconds=SECONDS, connections=CONNECTIONS)
                    rates[kind].append(found.per_second)
                    print(
                        f"  {kind:9} {found.per_second:8.0f}/s"
                        f"  p50 {found.p50_ms:6.1f} ms  p99 {found.p99_ms:6.1f} ms"
                    )
            memory = servers.worker_mib(ours)
    print(f"  {len(unstored):,} bytes in, {len(answer):,} bytes out")
    ratios = {
        kind: median(ours_ / echo for ours_, echo in zip(rates[kind], rates["echo"], strict=True))
        for kind in ("stored", "unstored")
    }
    return {**ratios, "memory": memory}


def plan() -> tuple[float, float]:
    """Give the best time per report in microseconds, without and with foreign plugins, alternating."""
    best = {0: float("inf"), FOREIGN: float("inf")}
    for _ in range(ROUNDS):
        for number in (0, FOREIGN):
            command = [sys.executable, str(HERE / "plan.py"), str(REPORT)]
            command += [str(number)] if number else []
            out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            best[number] = min(best[number], float(out))
    return best[0], best[FOREIGN]


def main() -> int:
    """Run everything; 1 when a figure misses its line."""
    without, with_ = plan()
    print(f"plan per report: {without:.0f} us alone, {with_:.0f} us with {FOREIGN} further plugins")
    http = over_http()
    found = [
        ("stored / echo", http["stored"], http["stored"] >= STORED, f"at least {STORED:.2f}"),
        ("unstored / echo", http["unstored"], http["unstored"] >= UNSTORED, f"at least {UNSTORED:.2f}"),
        (f"plan with {FOREIGN} / without", with_ / without, with_ <= PLAN * without, f"at most {PLAN:.2f}"),
        ("worker memory, MiB", http["memory"], http["memory"] <= MEMORY_MIB, f"at most {MEMORY_MIB:.0f}"),
    ]
    for name, value, holds, line in found:
        print(f"{'ok  ' if holds else 'MISS'} {name:28} {value:7.3f}  ({line})")
    engines = subprocess.run([sys.executable, str(HERE / "rule_engines.py")], capture_output=True, text=True)  # noqa: PLW1510 - for the record only
    print(
        f"for the record, twelve threshold rules, us (ours zen-engine): {engines.stdout.strip() or 'not run'}"
    )
    return 0 if all(holds for _, _, holds, _ in found) else 1


if __name__ == "__main__":
    sys.exit(main())
