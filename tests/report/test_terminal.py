import pytest
from rich.console import Console

from sellervitals.report.terminal import TerminalReport


def finding(**more):
    plain = dict.fromkeys(
        ["segment", "value", "unit", "display", "numerator", "denominator", "limit", "margin", "headroom"]
    )
    return {
        **plain,
        "rule": "shop.late-rate",
        "outcome": "fail",
        "severity": "high",
        "message": "A sentence about it.",
        "low_sample": False,
        "marketplace_verdict": None,
        "agrees": None,
        "items": [],
        "items_total": 0,
        "money": None,
        "estimates": [],
        "deadlines": [],
        "announced": None,
        **more,
    }


def case(ident, **more):
    plain = dict.fromkeys(["listing", "situation", "units", "value", "money", "deadline", "recommended"])
    return {**plain, "id": ident, "advice": [], **more}


EURO = {"amount": "1234567.50", "currency": "EUR", "source": "the report"}
BEHIND = {
    "items": [
        case("A-1", situation="excess", units=1200, money=EURO, advice=["Sell it.", "Remove it."]),
        case("A-2", deadline="2026-12-15"),
        case("A-3"),
        case("A-4"),
    ],
    "items_total": 1400,
    "money": EURO,
    "estimates": [
        {
            "name": "orders_needed",
            "value": "200",
            "unit": "orders",
            "basis": "inference",
            "text": "At this pace.",
        }
    ],
    "deadlines": [
        {"date": "2026-12-15", "kind": "charge", "text": "The fee is charged."},
        {"date": "2027-02-02", "kind": "release", "text": "It comes back."},
        {"date": "2027-01-01", "kind": "limit_change", "text": "It gets stricter."},
    ],
    "announced": {"outcome": "fail", "limit": {"since": "2027-01-01"}},
}


RATE = {
    "value": "0.0512",
    "unit": "ratio",
    "display": "5.12 %",
    "limit": {"comparator": "at_most", "fail": "0.04", "warn": "0.03"},
    "margin": "-0.0112",
}


def result(*findings, **more):
    return {
        "account": {"marketplace": "shop", "site": None, "seller_id": "S1"},
        "as_of": "2026-11-22",
        "level": None,
        "computed_levels": [],
        "score": {"value": None, "band": "unknown", "coverage": "0.25", "scorecard": "shop-1", "cap": None},
        "findings": list(findings),
        "actions": [],
        "coverage": {"ignored": []},
        "warnings": [],
        "other_sites": [],
        **more,
    }


@pytest.fixture(params=[60, 140], ids=["narrow", "wide"])
def shown(request):
    """Render at both layouts; one line, because that is what is compared."""

    def render(*findings, **more):
        console = Console(width=request.param, markup=True)
        with console.capture() as captured:
            console.print(TerminalReport(result(*findings, **more)))
        return " ".join(captured.get().split())

    return render


def test_an_account_without_a_score_says_so(shown):
    text = shown()
    assert "Account shop S1" in text
    assert "no score, unknown; 25 % of the weight could be judged (shop-1)" in text
    assert "Level" not in text


def test_computed_levels_stand_beside_the_marketplaces_word(shown):
    level = {
        "title": "Seller level",
        "segment": "projected",
        "display": "Above to Top",
        "held_by": ["defects"],
        "unreported": ["late"],
        "marketplace_level": "BELOW",
        "agrees": False,
    }
    said = "Seller level (projected): Above to Top, held by defects, without late"
    assert f"{said}; the marketplace says BELOW" in shown(computed_levels=[level])
    assert "the marketplace says" not in shown(computed_levels=[{**level, "agrees": True}])


def test_a_rate_is_shown_in_percent_with_its_line_and_room(shown):
    text = shown(finding(**RATE))
    for part in ("FAIL", "high", "late-rate", "5.12 %", "at most 4 %", "1.12 points beyond"):
        assert part in text
    assert "A sentence" not in text, "the figures say it"


def test_counts_room_and_small_samples_are_said(shown):
    headroom = {"bad_left": 3, "new_bad_left": 3, "clean_needed": 0}
    more = {"numerator": 12, "denominator": 1000, "low_sample": True, "headroom": headroom}
    text = shown(finding(**{**RATE, "margin": "0.01", **more}, outcome="pass"))
    for part in ("12 of 1,000", "few cases", "1 points left", "3 more allowed"):
        assert part in text
    headroom = {"bad_left": -2, "new_bad_left": 0, "clean_needed": 1401}
    assert "1,401 clean ones needed" in shown(finding(**{**RATE, **more, "headroom": headroom}))


def test_counts_of_things_are_no_rates(shown):
    limit = {"comparator": "at_most", "fail": "0", "warn": None}
    text = shown(finding(value="86", unit="count", display="86", limit=limit, margin="-86"))
    assert "at most 0" in text
    assert "86 beyond" in text
    assert "%" not in text.partition("late-rate")[2]


@pytest.mark.parametrize("outcome", ["fail", "warn", "error"])
def test_a_finding_without_figures_gives_its_message(shown, outcome):
    assert "A sentence about it." in shown(finding(outcome=outcome))


def test_the_marketplaces_word_and_its_disagreement(shown):
    text = shown(finding(**RATE, marketplace_verdict="GOOD", agrees=False))
    assert "shop says" in text
    assert "GOOD" in text
    assert "disagrees" in text
    assert "disagrees" not in shown(finding(**RATE, marketplace_verdict="BAD", agrees=True))


def test_only_the_accounts_own_marketplace_is_left_out_of_rule_names(shown):
    text = shown(finding(rule="acme.own-rule"), finding(rule="shop.late-rate", segment="30d"))
    assert "acme.own-rule" in text
    assert "shop.late-rate" not in text
    assert "late-rate (30d)" in text


def test_what_could_not_be_judged_is_named_and_not_in_the_table(shown):
    text = shown(finding(outcome="no_data", rule="shop.a"), finding(outcome="not_applicable", rule="shop.b"))
    assert "No data a" in text
    assert "Not applicable b" in text
    assert "NO_DATA" not in text


def test_actions_and_notices_are_numbered_and_cut(shown):
    step = {"rule": "shop.a", "segment": None, "step": "x", "text": "Do it.", "effort": "low", "gain": "3.2"}
    notice = {"code": "c", "message": "Said.", "document": "shop.report", "pointer": "/a/0"}
    text = shown(actions=[step] * 12, warnings=[notice], coverage={"ignored": [notice] * 11})
    assert "10. Do it. [gain 3.2, effort low, a] and 2 more steps" in text
    assert "11." not in text
    assert "Warnings Said. [shop.report /a/0]" in text
    assert "and 1 more (--format json shows all)" in text


def test_texts_are_no_markup_and_steer_nothing(shown):
    text = shown(finding(message="[red]a[/red] \x1b[2J :smile: [link=x]y[/link]"))
    assert "[red]a[/red] \\x1b[2J :smile: [link=x]y[/link]" in text


@pytest.mark.parametrize("outcome", ["fail", "warn"])
def test_open_findings_show_their_worst_cases_money_dates_and_estimates(shown, outcome):
    text = shown(finding(**RATE, outcome=outcome, **BEHIND))
    for part in (
        "Cases (the worst of 1,400, EUR 1,234,567.50 in all):",
        "- A-1; excess; 1,200 units; EUR 1,234,567.50; Sell it.",
        "- A-2; by 2026-12-15",
        "- A-3",
        "Orders needed: 200 orders. At this pace. (an inference)",
        "2026-12-15 The fee is charged.",
        "From 2027-01-01 this would fail.",
    ):
        assert part in text
    assert "A-4" not in text
    assert "2027-02-02" not in text
    assert "Remove it." not in text
    assert text.count("2027-01-01") == 1


def test_a_finding_that_passes_shows_only_what_is_announced(shown):
    text = shown(finding(**RATE, outcome="pass", **BEHIND))
    assert "From 2027-01-01 this would fail." in text
    for part in ("A-1", "EUR", "200 orders", "fee is charged"):
        assert part not in text


def test_few_cases_money_alone_and_no_cases_are_said_in_their_own_way(shown):
    few = {**BEHIND, "items": BEHIND["items"][:1], "items_total": 1}
    assert "Cases (these are all, EUR 1,234,567.50 in all):" in shown(finding(**RATE, **few))
    none = shown(finding(**RATE, money={**EURO, "amount": "-0.50"}))
    assert "EUR -0.50 in all" in none
    assert "Cases" not in none


def test_names_of_cases_steer_nothing(shown):
    text = shown(finding(**RATE, items=[case("[red]A[/red]\x1b[2J\n", situation="[b]x")], items_total=1))
    assert "[red]A[/red]\\x1b[2J\\n; [b]x" in text


def test_anomalies_are_shown_as_information_and_not_as_policy(shown):
    anomaly = {"metric": "late_rate", "direction": "worse", "message": "Late rate was [9 %]."}
    text = shown(finding(), anomalies=[anomaly] * 12)
    assert "Unusual against its own history (information, not policy)" in text
    assert "Late rate was [9 %]. [late_rate, worse]" in text
    assert "and 2 more" in text
    assert "[late_rate]" in shown(anomalies=[{**anomaly, "direction": None}])
    assert "Unusual" not in shown(finding(), anomalies=[])
