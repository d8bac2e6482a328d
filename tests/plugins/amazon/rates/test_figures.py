"""Every rate that a rule serves against the published one, written down once more in figures/*.toml."""

import tomllib
from pathlib import Path

from sellervitals_amazon.rules import ALL

AREAS = [
    tomllib.loads(path.read_text("utf-8")) for path in Path(__file__).parent.parent.glob("figures/*.toml")
]


def test_every_rate_is_the_published_one():
    served = {
        f"{rule.id.removeprefix('amazon.')}|{each.since}|{' '.join(each.sites)}|{each.trust}|{each.source}"
        f"|{each.name} = {each.value}"
        for rule in ALL
        for each in rule.figures
    }
    assert served == {line for area in AREAS for line in area.get("rates", "").strip().splitlines()}


def test_money_rates_name_their_currency():
    for rule in ALL:
        for each in rule.figures:
            if " per " in each.unit:
                assert each.unit.split()[0] in {"USD", "GBP"}, (rule.id, each.name)
