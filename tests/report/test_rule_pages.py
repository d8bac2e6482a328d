"""The pages of rules: those that are checked in are those that the rules give."""

from pathlib import Path

from sellervitals import plugin as sdk
from sellervitals.catalogue import Catalogue
from sellervitals.plugins import Registry, discover
from sellervitals.report.rule_pages import pages

DOCS = Path(__file__).parents[2] / "docs" / "rules"


def test_the_checked_in_pages_are_what_make_docs_writes():
    written = dict(pages(Catalogue(discover())))
    kept = {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in DOCS.rglob("*.md")}
    assert written.keys() == kept.keys()
    for path, text in written.items():
        assert kept[path] == text, f"docs/rules/{path} is out of date; run make docs"


def test_deadlines_read_as_people_say_them():
    text = "".join(text for _, text in pages(Catalogue(discover())))
    assert "the same day" in text
    assert "within 1 day)" in text
    assert "within 2 days" in text
    assert "within 0" not in text
    assert "within 1 days" not in text


def page(name):
    return dict(pages(Catalogue(discover())))[f"amazon/{name}.md"]


def test_steps_stand_by_cause_with_those_for_any_case_last():
    text = page("order-defect-rate")
    heads = [line for line in text.splitlines() if line.startswith("### ")]
    assert heads == [
        "### For negative feedback",
        "### For A-to-z claims",
        "### For chargebacks",
        "### In any case",
    ]
    for head in heads:
        first = text.partition(head)[2].strip().splitlines()[0]
        assert first.startswith("1. "), head
    assert "### " not in page("late-shipment-rate")


def test_figures_that_are_no_limits_are_listed_with_their_notes():
    text = page("account-status")
    assert "| since | until | sites | figure | value | unit | trust | source |" in text
    assert "| 2024-10-25 | - | every site | funds-held | 60 | days after a deactivation | official |" in text
    assert "- 2024-10-25, every site, funds-held: Notices speak of" in text
    assert "## Figures" not in page("order-defect-rate")


def test_limits_say_when_they_were_announced_and_rules_whom_they_are_for():
    assert "| 2026-02-02 | - | 2025-09-16 | UK | at least 90 % |" in page("unit-on-time-delivery-rate")
    assert "- Only for those who take part in Amazon Business." in page("business-hours-delivery-rate")


def test_an_ideal_of_its_own_is_named():
    assert "- In full health at 400 points." in page("account-health-rating")
    assert "In full health" not in page("order-defect-rate")


def test_words_days_allowances_and_levels_are_listed():
    sources = {"levels": sdk.Reference("Levels")}
    few = sdk.limit(
        "2026-01-01",
        must_be="at_most",
        fail=sdk.percent("2"),
        allowed=4,
        allowed_part="buyers",
        source="levels",
    )
    ladder = sdk.Ladder(
        id="berth",
        title="Berth",
        metric="standing",
        rungs=(sdk.Rung("FIRST", needs={"late": (few,)}), sdk.Rung("SECOND", severity="high", says="Wait.")),
        references=sources,
    )
    shared = {
        "why": "Because.",
        "severity": "low",
        "steps": tuple(sdk.step(name, "low", "operations")("Do it.") for name in ("one", "two", "three")),
        "references": sources,
        "since": "1",
    }
    day = sdk.recurring(
        "2026-01-01",
        name="reset",
        kind="release",
        weekday="monday",
        week=-1,
        months=(3, 6),
        source="levels",
        says="All anew.",
    )
    late = sdk.Rule(
        id="harbor.late", title="Late", metric="late", limits=(few,), ladder=ladder, calendar=(day,), **shared
    )
    words = (sdk.word("SUNK", "fail", severity="critical", health="0", says="It is gone."),)
    standing = sdk.Rule(id="harbor.standing", title="Standing", metric="standing", words=words, **shared)
    harbor = sdk.Marketplace(
        id="harbor",
        title="Harbor",
        metrics=(
            sdk.Metric(id="late", title="Late", unit="ratio", better="lower"),
            sdk.Metric(id="standing", title="Standing", unit="state", better="lower"),
        ),
        scorecard=sdk.Scorecard(version="harbor-1", weights={late.id: 1, standing.id: 1}),
        ladders=(ladder,),
    )
    registry = Registry(marketplaces={"harbor": harbor}, rules={each.id: each for each in (late, standing)})
    written = dict(pages(Catalogue(registry)))
    assert "at most 2 % or at most 4 buyers" in written["harbor/late.md"]
    assert (
        "| 2026-01-01 | - | every site | the last Monday of March, June | All anew. | official | Levels |"
        in (written["harbor/late.md"])
    )
    assert "see `berth` in the [overview](README.md)" in written["harbor/late.md"]
    assert "| SUNK | fail | critical | 0 | It is gone. |" in written["harbor/standing.md"]
    overview = written["harbor/README.md"]
    assert (
        "| FIRST | `late` at most 2 % or at most 4 buyers (every site, since 2026-01-01) | - | - |"
        in overview
    )
    assert "| SECOND | - | high | Wait. |" in overview
    assert "The marketplace's own word is in `standing`." in overview
