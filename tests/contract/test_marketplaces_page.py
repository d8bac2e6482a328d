"""What can be posted: every document of every marketplace has its line, and the examples are judged."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sellervitals.judge import Judge
from sellervitals.plugins import discover
from sellervitals.strict_json import loads

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "marketplaces.md").read_text("utf-8")
AMAZON = (DOCS / "amazon-reports.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
JUDGE = Judge(discover())


def judged(example):
    given = loads(example.encode())
    request = given if "documents" in given else {"documents": [{"content": given}]}
    if "as_of" in request:
        request["as_of"] = datetime.fromisoformat(request["as_of"]).date()
    found = JUDGE.judge(request, now=datetime(2026, 11, 22, tzinfo=UTC), digest="sha256:0")[0].body
    return json.loads(found)


def test_every_document_is_described():
    described = set(re.findall(r"^\| `([a-z-]+\.[a-z-]+)` \|", PAGE + AMAZON, re.MULTILINE))
    assert described == set(JUDGE.registry.documents)


@pytest.mark.parametrize("name", JUDGE.registry.marketplaces)
def test_every_marketplace_has_its_number_of_rules(name):
    number = len(JUDGE.registry.rules_of(name))
    assert name == "amazon" or f"([{number} rules](rules/{name}/README.md))" in PAGE


def test_the_examples_are_judged_as_written():
    walmart, shopee = map(judged, EXAMPLES)
    assert walmart["level"]["name"] == "URGENT"
    outcomes = {each["rule"]: each["outcome"] for each in walmart["findings"]}
    assert outcomes["walmart.cancellation-rate"] == "fail"
    assert outcomes["walmart.negative-feedback-rate"] == "no_data"
    points = next(each for each in shopee["findings"] if each["rule"] == "shopee.penalty-points")
    assert (points["outcome"], points["value"]) == ("fail", "3")
    assert "2026-09-28" in {each["date"] for each in points["deadlines"]}
