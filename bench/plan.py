"""Time the Amazon plan per report in this process, and print the best time in microseconds.

``python plan.py REPORT [FOREIGN]``: with a second argument, that many further plugins are installed first.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import timeit
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from sellervitals.engine import Engine
from sellervitals.intake import take
from sellervitals.plugins import discover

_MODULE = '''"""A plugin that has nothing to do with the accounts judged."""
from sellervitals import plugin as sdk
METRICS = tuple(
    sdk.Metric(id=f"m{n}", title=f"Metric {n}", unit="ratio", better="lower") for n in range(12)
)
RULES = tuple(
    sdk.Rule(
        id=f"NAME.rule-{n}", title=f"Rule {n}", why="Because.", metric=f"m{n}", severity="low",
        limits=(sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("1"), source="s"),),
        steps=(sdk.Step(id="fix", text="Fix it.", effort="low", owner="operations"),),
        references={"s": sdk.Reference("S")}, since="1",
    )
    for n in range(12)
)
MARKETPLACE = sdk.Marketplace(
    id="NAME", title="NAME", metrics=METRICS,
    scorecard=sdk.Scorecard(version="1", weights={rule.id: 1 for rule in RULES}),
)
@sdk.hookimpl
def sellervitals_marketplace():
    return MARKETPLACE
@sdk.hookimpl
def sellervitals_rules():
    return RULES
'''


def install(folder: Path, number: int) -> None:
    """Lay ``number`` plugins into a folder as pip would, and put it on the path."""
    for each in range(number):
        name = f"foreign{each}"
        (folder / f"{name}.py").write_text(_MODULE.replace("NAME", name), encoding="utf-8")
        info = folder / f"{name}-1.0.dist-info"
        info.mkdir()
        info.joinpath("METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
        info.joinpath("entry_points.txt").write_text(f"[sellervitals]\n{name} = {name}\n", "utf-8")
    sys.path.insert(0, str(folder))


def main() -> None:
    """Measure and print one number."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    content = json.loads(text, parse_float=Decimal)
    with tempfile.TemporaryDirectory() as folder:
        if len(sys.argv) > 2:  # noqa: PLR2004 - the second argument
            install(Path(folder), int(sys.argv[2]))
        registry = discover()
    engine = Engine(registry)
    request = {"account": {}, "documents": [{"content": content}]}
    (snapshot, *_) = take(registry, request, today=datetime.now(UTC).date())
    timer = timeit.Timer(lambda: engine.evaluate(snapshot))
    timer.timeit(200)
    gc.freeze()  # as the service does once it has started
    print(min(timer.repeat(repeat=40, number=50)) / 50 * 1e6)


if __name__ == "__main__":
    main()
