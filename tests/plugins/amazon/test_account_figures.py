"""What the account's figures say beside its limits: publication days and figures of enforcement."""

import tomllib
from pathlib import Path

from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules import ALL

AREA = tomllib.loads((Path(__file__).parent / "figures" / "account.toml").read_text("utf-8"))
MINE = {line.partition("|")[0] for line in AREA["limits"].split()} | set(AREA["without_limits"])
RULES = {name: rule for rule in ALL if (name := rule.id.removeprefix("amazon.")) in MINE}


def lines(name):
    return set(AREA[name].strip().splitlines())


def test_only_limits_with_a_known_publication_are_announced_before_they_begin():
    early = {
        f"{name}|{limit.since}|{' '.join(limit.sites)}|{limit.announced}"
        for name, rule in RULES.items()
        for limit in rule.limits
        if limit.announced != limit.since
    }
    assert early == lines("announced")


def test_figures_of_enforcement_are_the_published_ones():
    held = {
        "|".join(
            (name, each.name, f"{each.since}", " ".join(each.sites), f"{each.value}", each.trust, each.source)
        )
        for name, rule in RULES.items()
        for each in rule.figures
    }
    assert held == lines("figures")


def test_levels_ask_for_what_is_published():
    held = {
        "|".join(
            (
                *(ladder.id, rung.name, metric, f"{each.since}", " ".join(each.sites)),
                *(each.must_be, f"{each.fail}", each.trust, each.source),
            )
        )
        for ladder in AMAZON.ladders
        for rung in ladder.rungs
        for metric, limits in rung.needs.items()
        for each in limits
    }
    assert held == lines("ladders")
