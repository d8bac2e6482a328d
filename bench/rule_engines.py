"""For the record: twelve threshold rules of one account in our engine and in zen-engine (Rust)."""

from __future__ import annotations

import json
import timeit
from datetime import date

import zen

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry

RULES = 12


def ours() -> float:
    """Give microseconds per account for our engine: findings with messages, intervals and headroom."""
    metrics = tuple(
        sdk.Metric(id=f"m{n}", title=f"M{n}", unit=sdk.Unit.RATIO, better=sdk.Better.LOWER)
        for n in range(RULES)
    )
    step = sdk.Step(id="fix", text="Fix it.", effort=sdk.Effort.LOW, owner=sdk.Owner.OPERATIONS)
    rules = {
        f"x.r{n}": sdk.Rule(
            id=f"x.r{n}",
            title=f"R{n}",
            why="Because.",
            metric=f"m{n}",
            severity=sdk.Severity.LOW,
            limits=(sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("1"), source="s"),),
            steps=(step,),
            references={"s": sdk.Reference("S")},
            since="1",
        )
        for n in range(RULES)
    }
    card = sdk.Scorecard(version="1", weights=dict.fromkeys(rules, 1))
    marketplace = sdk.Marketplace(id="x", title="X", metrics=metrics, scorecard=card)
    engine = Engine(Registry(marketplaces={"x": marketplace}, rules=rules))
    measured = tuple(sdk.Measurement(f"m{n}", numerator=n, denominator=600, value=None) for n in range(RULES))
    snapshot = sdk.Snapshot("x", None, None, measured, date(2026, 11, 22))
    return min(timeit.repeat(lambda: engine.evaluate(snapshot), number=500, repeat=7)) / 500 * 1e6


def zens() -> float:
    """Give microseconds per account for zen-engine: bare pass or fail of the same twelve thresholds."""
    rules = [{"_id": str(n), f"i{n}": "< 0.01", f"o{n}": '"pass"'} for n in range(RULES)]
    nodes: list[dict[str, object]] = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = []
    for n in range(RULES):
        nodes.append(
            {
                "id": f"t{n}",
                "type": "decisionTableNode",
                "name": f"t{n}",
                "content": {
                    "hitPolicy": "first",
                    "inputs": [{"id": f"i{n}", "name": "in", "field": f"m{n}"}],
                    "outputs": [{"id": f"o{n}", "name": "out", "field": f"r{n}"}],
                    "rules": [rules[n], {"_id": f"{n}x", f"i{n}": "", f"o{n}": '"fail"'}],
                },
            }
        )
        edges += [
            {"id": f"a{n}", "sourceId": "in", "targetId": f"t{n}", "type": "edge"},
            {"id": f"b{n}", "sourceId": f"t{n}", "targetId": "out", "type": "edge"},
        ]
    graph = json.dumps({"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges})
    engine = zen.ZenEngine({"loader": lambda _key: graph})
    account = {f"m{n}": n / 600 for n in range(RULES)}
    result = engine.evaluate("plan", account)["result"]
    assert [result[f"r{n}"] for n in range(RULES)] == ["pass"] * 6 + ["fail"] * 6, result  # noqa: S101
    return min(timeit.repeat(lambda: engine.evaluate("plan", account), number=500, repeat=7)) / 500 * 1e6


if __name__ == "__main__":
    print(f"{ours():.1f} {zens():.1f}")
