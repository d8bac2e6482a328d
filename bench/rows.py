"""Time an inventory report of many rows from its text to the encoded answer.

``python rows.py FILE``: judge the report in FILE, and print CPU seconds and the most memory used, in MiB.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

HEADER = Path(__file__).parent.parent / (
    "tests/plugins/amazon/payloads/fba-inventory-planning.header-2026-99col.tsv"
)
AGES = ("0-to-90-", "91-to-180-", "181-to-270-", "271-to-365-", "366-to-455-", "456-plus-")
"""Of each item's units; every twentieth item has old ones."""

SAME = {
    "snapshot-date": "2026-11-15",
    "condition": "New",
    "currency": "USD",
    "marketplace": "US",
    "volume-unit-measurement": "cubic feet",
    "storage-type": "Standard",
    "product-group": "gl_home",
    "fba-inventory-level-health-status": "Healthy",
    "Last updated date for Historical Days of Supply": "2026-11-11",
    "Inventory age snapshot date": "2026-11-15",
    "Exempted from Low-Inventory-Level fee?": "No",
    "Low-Inventory-Level fee applied in current week?": "No",
    "is-seasonal-in-next-3-months": "N",
    "supplier": "unassigned",
}
EMPTY = frozenset({"alert", "no-sale-last-6-months", "season-name", "season-start-date", "season-end-date"})


SPREAD = (
    ("volume", 5_000_000, 1_000_000),
    ("price", 50_000, 100),
    ("cost", 20_000, 100),
    ("sales-shipped", 500_000, 100),
    ("istorical", 3_000, 10),
    ("sell-through", 300, 100),
)
"""Decimal numbers by a part of their column's name: how many there are, and what they are divided by."""

RARE = 0.1


class Cost(NamedTuple):
    """CPU seconds, and the most memory the process held, in MiB."""

    seconds: float
    memory: float


def write(path: Path, number: int) -> None:
    """Write a report of so many items; figures vary as they do between items, seldom ones are mostly 0."""
    header = HEADER.read_text("utf-8").strip("\r\n").split("\t")
    random = Random(7)  # noqa: S311 - nothing secret about stock
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("\t".join(header) + "\n")
        for item in range(number):
            said = _item(item, random)
            file.write("\t".join([said.get(name) or _cell(name, random) for name in header]) + "\n")


def _item(item: int, random: Random) -> dict[str, str]:
    old = item % 20 == 0
    held = set(random.sample(AGES if old else AGES[:3], 2))
    said = {f"inv-age-{age}days": str(random.randrange(400) if age in held else 0) for age in AGES}
    rare = ("estimated-excess-quantity", "recommended-removal-quantity", "unfulfillable-quantity")
    said |= {name: str(random.randrange(200)) if random.random() < RARE else "0" for name in rare}
    action = "Create removal order" if old else "NoExcessInventory"
    names = {"sku": f"SKU-{item:07}", "fnsku": f"X00{item:07}", "asin": f"B0{item:08}"}
    title = f"Item number {item} with a title of the usual length, which nobody reads"
    return SAME | said | names | {"product-name": title, "recommended-action": action}


def _cell(name: str, random: Random) -> str:
    if name in EMPTY or name.startswith("Recommended"):
        return ""
    if name.startswith("quantity-to-be-charged"):
        return _seldom(str(random.randrange(100)), random)
    if name.startswith(("estimated-ais", "estimated-cost-savings")) or name.endswith("sales-price"):
        return _seldom(f"{random.randrange(500) / 100}", random)
    for part, most, share in SPREAD:
        if part in name:
            return f"{random.randrange(most) / share}"
    return str(random.randrange(800))


def _seldom(said: str, random: Random) -> str:
    return said if random.random() < RARE / 2 else "0"


def cost(path: Path, rounds: int) -> Cost:
    """Judge a report in processes of its own, and give the best time and the most memory."""
    found = []
    for _ in range(rounds):
        command = [sys.executable, __file__, str(path)]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        found.append(Cost(*map(float, out.split())))
    return Cost(min(each.seconds for each in found), max(each.memory for each in found))


def main() -> None:
    """Measure and print two numbers."""
    from sellervitals.judge import Judge  # noqa: PLC0415 - the process that only writes needs neither
    from sellervitals.plugins import discover  # noqa: PLC0415

    judge = Judge(discover(strict=True))
    content = Path(sys.argv[1]).read_text("utf-8")
    gc.collect()
    gc.freeze()  # as the service does once it has started
    began = time.process_time()
    request = {"documents": [{"content": content}]}
    (judged, *_) = judge.judge(request, now=datetime.now(UTC), digest="sha256:0")
    seconds = time.process_time() - began
    if not any(each.value is not None for each in judged.evaluation.findings):
        raise SystemExit("nothing was measured")
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
