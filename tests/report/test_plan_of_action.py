"""What a plan holds, lacks and contradicts; every text in it is the finding's or the caller's."""

from datetime import date

import pytest

from sellervitals import plugin as sdk
from sellervitals.problems import RefusedError
from sellervitals.report.plan_of_action import plan_of_action
from sellervitals.schemas.plan_of_action import PlanRequestSchema

APPEAL = sdk.Appeal(
    asks={"root_cause": "What happened."},
    references=(sdk.Reference("How to appeal"),),
    weak_signs=(sdk.Sign(id="sorry", phrases=("sorry",), says="Say what happened."),),
    contradictions=(
        sdk.Sign(
            id="gone", phrases=("delet* ... listing*",), says="It clears nothing.", rules=("shop.late",)
        ),
    ),
    evidence_days=365,
)


def step(ident, keep=None, cause=None):
    return {"id": ident, "evidence_to_keep": keep, "cause": cause, "text": "Do it.", "deadline_days": None}


def finding(rule="shop.late", **more):
    return {
        "rule": rule,
        "segment": None,
        "outcome": "fail",
        "severity": "high",
        "title": "Late shipment rate",
        "message": "Late shipment rate is 5 % (late shipments: 15 of 300 orders); the limit is below 4 %.",
        "value": "0.05",
        "unit": "ratio",
        "display": "5 %",
        "numerator": 15,
        "denominator": 300,
        "window": {"from": "2026-10-01", "to": "2026-10-30", "days": 30},
        "limit": {"comparator": "below", "fail": "0.04", "warn": None, "since": "2015-01-01"},
        "marketplace_verdict": None,
        "rebuilt_from": None,
        "items_total": 0,
        "remediation": [step("ship", keep="scans"), step("train")],
        "fingerprint": "f1",
        **more,
    }


def result(*findings):
    return {
        "id": "ev_1",
        "account": {"marketplace": "shop", "site": None, "seller_id": "S1"},
        "observed_at": "2026-11-22T10:00:00.000Z",
        "findings": list(findings),
    }


def statement(**more):
    return {
        "rule": "shop.late",
        "root_cause": "The scanner at gate 3 was broken.",
        "corrective_actions": [{"text": "Replaced the scanner.", "done_on": "2026-11-02"}],
        "preventive_measures": [
            {"text": "The scanner is tested.", "owner": "Shift lead", "frequency": "daily"}
        ],
        "evidence": [{"title": "Scan log", "dated": "2026-11-03", "covers": ["ship"]}],
        **more,
    }


def planned(*statements, findings=(), notice=None, appeal=APPEAL):
    request = {"findings": list(statements)} if statements else {}
    loaded = PlanRequestSchema().load({**request, **({"notice": notice} if notice else {})})
    return plan_of_action(result(*(findings or (finding(),))), loaded, appeal)


def codes(plan, name, place=0):
    return [each["code"] for each in plan["findings"][place][name]]


def test_what_is_complete_and_agrees_is_ready():
    plan = planned(statement())
    assert plan["ready"] is True
    (section,) = plan["findings"]
    assert (section["missing"], section["contradictions"], section["weak_signs"]) == ([], [], [])
    assert plan["asks"] == [{"part": "root_cause", "text": "What happened."}]
    assert plan["references"] == [{"title": "How to appeal", "url": None}]
    assert plan["observed_on"] == date(2026, 11, 22)


def test_facts_are_those_of_the_finding_and_statements_those_of_the_caller():
    given, said = finding(), statement(root_causes=[])
    section = planned(said)["findings"][0]
    facts = section["facts"]
    assert {name: given[name] for name in facts.keys() - {"causes"}} == {
        name: value for name, value in facts.items() if name != "causes"
    }
    assert section["root_cause"] == said["root_cause"]
    assert section["corrective_actions"] == [
        {"text": "Replaced the scanner.", "done_on": date(2026, 11, 2), "evidence": None}
    ]
    assert section["preventive_measures"] == [
        {"text": "The scanner is tested.", "owner": "Shift lead", "frequency": "daily", "from": None}
    ]
    assert section["evidence"] == [
        {"title": "Scan log", "kind": None, "dated": date(2026, 11, 3), "covers": ["ship"]}
    ]


def test_nothing_declared_states_nothing_and_says_what_is_missing():
    plan = planned()
    (section,) = plan["findings"]
    assert plan["ready"] is False
    assert section["root_cause"] is None
    for part in ("root_causes", "corrective_actions", "preventive_measures", "evidence"):
        assert section[part] == []
    assert codes(plan, "missing") == [
        *("root-cause", "corrective-action", "preventive-measure", "evidence", "evidence-to-keep")
    ]
    assert {each["pointer"] for each in section["missing"]} == {None}


@pytest.mark.parametrize(
    ("more", "code", "pointer"),
    [
        ({"corrective_actions": [{"text": "Replaced it."}]}, "corrective-action", "/findings/0"),
        (
            {"corrective_actions": [{"text": "Replaced it."}]},
            "action-day",
            "/findings/0/corrective_actions/0",
        ),
        (
            {"corrective_actions": [{"text": "Done.", "done_on": "2026-11-02", "evidence": "Photo"}]},
            "action-evidence",
            "/findings/0/corrective_actions/0",
        ),
        (
            {"preventive_measures": [{"text": "Test it.", "frequency": "daily"}]},
            "prevention-owner",
            "/findings/0/preventive_measures/0",
        ),
        (
            {"preventive_measures": [{"text": "Test it.", "owner": "I"}]},
            "prevention-time",
            "/findings/0/preventive_measures/0",
        ),
        ({"evidence": [{"title": "Photo"}]}, "evidence-to-keep", "/findings/0/evidence"),
        ({"evidence": []}, "evidence", "/findings/0"),
    ],
)
def test_what_is_missing_is_named_at_its_place(more, code, pointer):
    plan = planned(statement(**more))
    assert plan["ready"] is False
    assert (code, pointer) in [(each["code"], each["pointer"]) for each in plan["findings"][0]["missing"]]


@pytest.mark.parametrize("covers", [{"covers": ["SHIP"]}, {"covers": ["Scans"]}, {"title": "scans"}])
def test_evidence_covers_a_step_by_its_id_or_by_what_it_says_to_keep(covers):
    assert planned(statement(evidence=[{"title": "Log", **covers}]))["ready"] is True


CAUSES = finding(remediation=[step("a", cause="claims"), step("b", cause="feedback"), step("c")])


def test_several_causes_want_an_answer_each():
    one = {"cause": "claims", "text": "Broken lamps."}
    plan = planned(statement(root_causes=[one]), findings=[CAUSES])
    (lacking,) = plan["findings"][0]["missing"]
    assert lacking["code"] == "root-cause-of-part"
    assert lacking["text"].endswith("no root cause is given for feedback.")
    assert plan["findings"][0]["facts"]["causes"] == ["claims", "feedback"]
    both = [one, {"cause": "feedback", "text": "Slow answers."}]
    assert planned(statement(root_causes=both), findings=[CAUSES])["ready"] is True
    assert codes(planned(statement(), findings=[CAUSES]), "missing") == ["root-cause-of-part"] * 2


def test_a_cause_that_the_finding_does_not_show_contradicts():
    said = [{"cause": each, "text": "So."} for each in ("claims", "feedback", "chargebacks")]
    plan = planned(statement(root_causes=said), findings=[CAUSES])
    (wrong,) = plan["findings"][0]["contradictions"]
    assert (wrong["code"], wrong["pointer"]) == ("no-such-cause", "/findings/0/root_causes/2/cause")


def action(day="2026-11-02", text="Replaced it."):
    return {"corrective_actions": [{"text": text, "done_on": day}]}


def paper(day):
    return {"evidence": [{"title": "Scan log", "dated": day, "covers": ["ship"]}]}


def measure(day):
    return {"preventive_measures": [{"text": "Test it.", "owner": "I", "from": day}]}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (action("2026-11-22"), None),
        (action("2026-11-23"), "done-after-evaluation"),
        (action("2026-10-01"), None),
        (action("2026-09-30"), "done-before-window"),
        (action(text="We will replace it."), "not-done"),
        (action(text="The scanner is going to be replaced."), "not-done"),
        (action(text="We'll replace it."), "not-done"),
        (action(text="Replaced it out of goodwill."), None),
        (measure("2026-12-01"), None),
        (measure("2026-10-01"), None),
        (measure("2026-09-30"), "prevention-before-window"),
        (paper("2026-11-22"), None),
        (paper("2026-11-23"), "evidence-after-evaluation"),
        (paper("2026-10-01"), None),
        (paper("2026-09-30"), "evidence-before-window"),
        ({"root_cause": "Our late shipment rate was 3 %."}, "stated-figure"),
        ({"root_cause": "15 of 300 orders were late."}, None),
        ({"root_cause": "9 of 300 orders were late."}, "stated-figure"),
        (action(text="Refunded 9 of 300 orders."), "stated-figure"),
        (action(text="We deleted the affected listing."), "gone"),
    ],
)
def test_what_contradicts_is_named(more, code):
    plan = planned(statement(**more))
    assert codes(plan, "contradictions") == ([] if code is None else [code])
    assert plan["ready"] is (code is None)


@pytest.mark.parametrize(("day", "found"), [("2025-11-22", []), ("2025-11-21", ["evidence-too-old"])])
def test_old_evidence_counts_for_nothing_where_its_age_is_known(day, found):
    count = finding(unit="count", value="4", title="Complaints", numerator=None, denominator=None)
    assert codes(planned(statement(**paper(day)), findings=[count]), "contradictions") == found
    assert planned(statement(**paper(day)), findings=[count], appeal=None)["ready"] is True


def test_an_invoice_may_be_older_than_the_complaints_it_answers():
    count = finding(unit="count", value="4", title="Complaints", numerator=None, denominator=None)
    assert planned(statement(**paper("2026-03-01")), findings=[count])["ready"] is True


def test_what_is_aimed_at_is_no_statement_about_the_finding():
    aim = [{"text": "Keep the late shipment rate below 1 %.", "owner": "I", "frequency": "daily"}]
    assert planned(statement(preventive_measures=aim))["ready"] is True


def test_a_sign_is_about_its_rules_alone():
    other = finding("shop.other")
    said = statement(rule="shop.other", **action(text="We deleted the listing."))
    assert planned(said, findings=[other])["ready"] is True


def test_weak_signs_are_advice_and_change_nothing():
    text = "We are sorry: the scanner was broken."
    plan = planned(statement(root_cause=text))
    (section,) = plan["findings"]
    assert (plan["ready"], section["root_cause"]) == (True, text)
    assert section["weak_signs"] == [
        {"code": "sorry", "text": "'sorry': Say what happened.", "pointer": "/findings/0/root_cause"}
    ]


def test_without_a_statement_all_that_failed_is_planned_else_all_that_is_open():
    failed, warned, passed = (
        finding(f"shop.{each}", outcome=each, fingerprint=each) for each in ("fail", "warn", "pass")
    )
    assert [each["rule"] for each in planned(findings=[failed, warned, passed])["findings"]] == ["shop.fail"]
    assert [each["rule"] for each in planned(findings=[warned, passed])["findings"]] == ["shop.warn"]
    nothing = planned(findings=[passed])
    assert (nothing["findings"], nothing["ready"]) == ([], False)
    assert [each["code"] for each in nothing["missing"]] == ["open-finding"]


def test_a_statement_is_about_the_segment_that_it_names_or_about_all():
    findings = [finding(segment=each, fingerprint=each) for each in ("10d", "30d")]
    both = planned(statement(), findings=findings)
    assert [each["segment"] for each in both["findings"]] == ["10d", "30d"]
    assert both["findings"][0]["root_cause"] == both["findings"][1]["root_cause"]
    one = planned(statement(segment="30d"), findings=findings)
    assert [each["segment"] for each in one["findings"]] == ["30d"]


@pytest.mark.parametrize(
    ("statements", "pointers"),
    [
        ([{"rule": "shop.unknown"}], ["/findings/0/rule"]),
        ([{"rule": "shop.late", "segment": "x"}], ["/findings/0/rule"]),
        ([{"rule": "shop.passed"}], ["/findings/0/rule"]),
        ([{"rule": "shop.late"}, {"rule": "shop.late"}], ["/findings/1"]),
        ([{"rule": "a"}, {"rule": "b"}], ["/findings/0/rule", "/findings/1/rule"]),
    ],
)
def test_a_statement_about_nothing_is_refused(statements, pointers):
    findings = [finding(), finding("shop.passed", outcome="pass")]
    with pytest.raises(RefusedError) as caught:
        planned(*statements, findings=findings)
    assert [each.pointer for each in caught.value.faults] == pointers


def test_what_a_notice_asks_for_must_be_covered():
    asked = {"received_on": "2026-11-20", "deadline": "2026-11-23", "asks": ["Scan  LOG", "Invoices"]}
    plan = planned(statement(), notice=asked)
    assert plan["ready"] is False
    (lacking,) = plan["missing"]
    assert (lacking["code"], lacking["pointer"]) == ("notice-ask", "/notice/asks/1")
    assert plan["contradictions"] == []
    assert plan["notice"]["asks"] == asked["asks"]


def test_dates_of_a_notice_that_cannot_be():
    plan = planned(statement(), notice={"received_on": "2026-11-21", "deadline": "2026-11-20"})
    assert [each["code"] for each in plan["contradictions"]] == ["deadline-before-notice", "deadline-passed"]
    assert plan["ready"] is False


def test_r15_the_same_gives_the_same():
    assert planned(statement()) == planned(statement())
