"""A plan for people: every line is the finding's, the caller's, or says that nothing was given."""

from copy import deepcopy
from datetime import date

import pytest
from markdown_it import MarkdownIt

from sellervitals.report.plan_markdown import plan_markdown

READER = MarkdownIt("commonmark", {"html": True})
REMARK = {"code": "x", "text": "Something.", "pointer": None}
PLAN = {
    "evaluation": "ev-1",
    "observed_on": date(2026, 11, 22),
    "account": {"marketplace": "shop", "site": None, "seller_id": "S1"},
    "ready": True,
    "notice": {"received_on": date(2026, 11, 20), "deadline": None, "asks": ["scans"]},
    "missing": [],
    "contradictions": [],
    "findings": [
        {
            "rule": "shop.late",
            "segment": "10d",
            "title": "Late rate",
            "facts": {
                "message": "Late rate is 5 %.",
                "display": "5 %",
                "unit": "ratio",
                "numerator": 15,
                "denominator": 1300,
                "window": {"from": "2026-10-01", "to": None},
                "limit": {"comparator": "at_most", "fail": "0.04", "warn": None, "since": "2015-01-01"},
                "rebuilt_from": "the planning report",
                "causes": ["claims", "feedback"],
            },
            "root_cause": "A scanner broke.",
            "root_causes": [{"cause": "claims", "text": "It fell."}],
            "corrective_actions": [
                {"text": "Replaced it.", "done_on": date(2026, 11, 2), "evidence": "Log"},
                {"text": "Cleaned up.", "done_on": None, "evidence": None},
            ],
            "preventive_measures": [
                {"text": "Test it.", "owner": "Kim", "frequency": "daily", "from": date(2026, 11, 3)},
                {"text": "Look.", "owner": None, "frequency": None, "from": None},
            ],
            "evidence": [
                {"title": "Log", "kind": "export", "dated": date(2026, 11, 3), "covers": ["ship", "scans"]},
                {"title": "Photo", "kind": None, "dated": None, "covers": []},
            ],
            "missing": [],
            "contradictions": [],
            "weak_signs": [],
        }
    ],
}
WRITTEN = """\
# Plan of action: shop S1

- Evaluation: ev-1 of 2026-11-22
- Notice received: 2026-11-20
- The notice asks for: scans

## Late rate (10d)

- Finding: Late rate is 5 %.
- Value: 5 %
- Counts: 15 of 1,300
- Window: 2026-10-01 to unknown
- Limit: at most 4 %, since 2015-01-01
- Worked out of: the planning report
- Parts of the number: claims, feedback

### Root cause

- A scanner broke.
- claims: It fell.

### Corrective actions, done

- 2026-11-02: Replaced it. (evidence: Log)
- *day not given*: Cleaned up.

### Prevention

- Test it. (owner: Kim; how often: daily; from 2026-11-03)
- Look. (owner: *not given*)

### Evidence

- Log (export; dated 2026-11-03; covers: ship, scans)
- Photo
"""


def changed(**more):
    plan = deepcopy(PLAN)
    plan["findings"][0].update(more)
    return plan


def test_the_parts_come_in_the_order_in_which_they_are_read():
    assert plan_markdown(PLAN) == WRITTEN


def test_an_empty_part_says_so():
    names = ("root_causes", "corrective_actions", "preventive_measures", "evidence")
    written = plan_markdown(changed(root_cause=None, **{name: [] for name in names}))
    for title in ("Root cause", "Corrective actions, done", "Prevention", "Evidence"):
        assert f"### {title}\n\n- *not given*\n" in written


def test_what_keeps_it_from_being_sent_stands_at_its_top_and_its_end():
    plan = {**changed(weak_signs=[REMARK], contradictions=[REMARK]), "ready": False, "missing": [REMARK]}
    written = plan_markdown(plan)
    assert "\n**Not ready to be sent: see the end.**\n" in written
    assert written.endswith(
        "\n## Before sending\n\n- Missing: Something.\n- Contradicts (shop.late (10d)): Something.\n"
        "- Weak (shop.late (10d)): Something.\n"
    )


@pytest.mark.parametrize("unit", ["count", "points", "state", None])
def test_findings_of_every_unit_can_be_written(unit):
    facts = {**PLAN["findings"][0]["facts"], "unit": unit, "numerator": None}
    facts["limit"] = {"comparator": "at_most", "fail": "4", "warn": None, "since": None}
    facts["limit"] = facts["limit"] if unit in {"count", "points"} else None
    written = plan_markdown(changed(facts=facts))
    assert ("- Limit: at most 4" in written) is (unit in {"count", "points"})
    assert "Counts" not in written


HOSTILE = "# <script>alert(1)</script> ![x](https://example.com/x.png) **bold**"


def test_s58_no_text_forges_a_heading_a_link_or_html():
    def poisoned(node):
        if isinstance(node, dict):
            return {
                key: value if key in {"unit", "comparator", "fail", "from", "since"} else poisoned(value)
                for key, value in node.items()
            }
        if isinstance(node, list):
            return [poisoned(each) for each in node]
        return HOSTILE if isinstance(node, str) else node

    plan = poisoned({**changed(missing=[REMARK], weak_signs=[REMARK]), "ready": False})
    tokens = READER.parse(plan_markdown(plan))
    headings = [tokens[place + 1] for place, each in enumerate(tokens) if each.type == "heading_open"]
    clean = READER.parse(plan_markdown({**changed(missing=[REMARK], weak_signs=[REMARK]), "ready": False}))
    assert len(headings) == sum(each.type == "heading_open" for each in clean)
    assert [each.type for each in tokens] == [each.type for each in clean]
    for each in tokens:
        for child in each.children or ():
            assert child.type in {
                "text",
                "text_special",
                "em_open",
                "em_close",
                "strong_open",
                "strong_close",
            }
