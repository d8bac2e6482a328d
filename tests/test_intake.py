"""From a request to snapshots: recognition, sites, plain metrics, and every fault at its place."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.intake import envelope, take
from sellervitals.limits import READ, SITES
from sellervitals.plugins import PluginInfo, Registry
from sellervitals.problems import RefusedError

TODAY = date(2026, 11, 22)
METRICS = (
    sdk.Metric(id="late_rate", title="Late", unit="ratio", better="lower", segments=("a", "b")),
    sdk.Metric(id="returns_rate", title="Returns", unit="ratio", better="lower", bounded=False),
    sdk.Metric(id="points", title="Points", unit="points", better="higher", highest=1000),
    sdk.Metric(id="defects", title="Defects", unit="count", better="lower", parts=("claims", "bad feedback")),
    sdk.Metric(id="strikes", title="Strikes", unit="count", better="lower", parts=("late", "rude")),
    sdk.Metric(id="status", title="Status", unit="state", better="lower"),
)


def read(content):
    if content.get("broken"):
        raise sdk.UnreadableError("/broken", "is broken.")
    if content.get("bug"):
        raise KeyError("bug")
    found = [
        sdk.Measurement("status", value=said, good=said == "NORMAL", site=site, document="acme.report")
        if isinstance(said, str)
        else sdk.Measurement("points", value=Decimal(said), site=site, document="acme.report")
        for site, said in content["report"]
    ]
    return sdk.Reading(tuple(found), sites=tuple(dict.fromkeys(site for site, _ in content["report"])))


REPORT = sdk.Document(
    type="acme.report",
    title="Acme report",
    media_type="application/json",
    recognises=lambda content: isinstance(content, dict) and "report" in content,
    read=read,
    metrics=("points",),
)
ACME = sdk.Marketplace(
    id="acme",
    title="Acme",
    metrics=METRICS,
    scorecard=sdk.Scorecard(version="1", weights={"acme.x": 1}),
    sites={"N": "North", "S": "South"},
    site_ids={"N": "native-north"},
)
REGISTRY = Registry(
    plugins=[PluginInfo("gone", "gone", "gone", "1", "not_loaded", "ImportError: no")],
    marketplaces={"acme": ACME},
    documents={"acme.report": REPORT},
)


def snapshots(metrics=None, *reports, strict=False, as_of=None, **account):
    request = {"account": account, "as_of": as_of}
    if metrics is not None:
        request["metrics"] = metrics
    if reports:
        request["documents"] = [{"content": each} for each in reports]
    return take(REGISTRY, request, today=TODAY, strict=strict)


def of(metrics, **more):
    return snapshots(metrics, marketplace="acme", site="N", **more)[0]


def faults(*args, **fields):
    with pytest.raises(RefusedError) as caught:
        snapshots(*args, **fields)
    return {(each.pointer, each.code) for each in caught.value.faults}


def metric_faults(metrics, **more):
    return faults(metrics, marketplace="acme", site="N", **more)


RATE = {"value": "1.2", "unit": "percent"}


def test_a_raw_document_is_wrapped_and_an_envelope_is_left_alone():
    report = {"report": [["N", 5]], "other": 1}
    assert envelope(REGISTRY, report) == {"documents": [{"content": report}]}
    for body in ({"metrics": {}}, {}, {"unknown": 1}, [], "x", None, 5):
        assert envelope(REGISTRY, body) is body


def test_measurements_are_sorted_by_site_and_the_fullest_site_is_primary():
    found = snapshots(None, {"report": [["N", 1], ["S", 2]]}, {"report": [["S", 3]]})
    assert [each.site for each in found] == ["S", "N"]
    found = snapshots({"strikes": {"value": 2}}, {"report": [["N", 1], ["S", 2]]}, site="S")
    assert [(each.site, len(each.measurements)) for each in found] == [("S", 2), ("N", 1)]


@pytest.mark.parametrize(
    ("most", "row"), [(SITES, lambda number: [f"S{number}", 1]), (READ, lambda _: ["N", 1])]
)
def test_s06_sites_and_measurements_of_a_request_are_bounded(most, row):
    rows = [row(number) for number in range(most + 1)]
    assert snapshots(None, {"report": rows[1:]})
    assert faults(None, {"report": rows[:most]}, {"report": rows[most:]}) == {
        ("/documents", "limit-exceeded")
    }


def test_a_site_may_be_named_by_the_marketplaces_own_id():
    assert snapshots({"strikes": {"value": 2}}, marketplace="acme", site="native-north")[0].site == "N"


def test_a_site_that_the_documents_do_not_speak_of_is_refused():
    assert faults(None, {"report": [["N", 1]]}, site="S") == {("/account/site", "validation-failed")}


def test_numbers_without_a_site_are_not_given_to_one_of_several():
    report = {"report": [["N", 1], ["S", 2]]}
    assert faults({"strikes": {"value": 2}}, report) == {("/account/site", "validation-failed")}


def test_without_any_site_the_answer_says_so():
    found = snapshots({"strikes": {"value": 2}}, marketplace="acme")[0]
    assert found.site is None
    assert [each.code for each in found.notices] == ["site_unknown"]


def test_as_of_is_the_callers_or_the_day_of_the_request():
    assert (of({"strikes": {"value": 2}}).day, of({"strikes": {"value": 2}}).dated) == (TODAY, False)
    past = of({"strikes": {"value": 2}}, as_of=date(2020, 1, 1))
    assert (past.day, past.dated) == (date(2020, 1, 1), True)


def test_of_two_measurements_as_old_as_each_other_the_first_counts_and_the_answer_says_so():
    found = snapshots({"status": [{"value": "NORMAL"}]}, {"report": [["N", 1]]}, {"report": [["N", 2]]})[0]
    assert [each.value for each in found.measurements] == [Decimal(1), "NORMAL"]
    (notice,) = found.notices
    assert notice.message == "points was given more than once; the one given first counts."


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_words_for_one_account_the_bad_one_counts_whichever_came_first(order):
    words = [{"report": [["N", "NORMAL"]]}, {"report": [["N", "DEACTIVATED"]]}]
    found = snapshots(None, *(words[place] for place in order))[0]
    assert [each.value for each in found.measurements] == ["DEACTIVATED"]
    (notice,) = found.notices
    assert notice.message == "status was given more than once; the one that the marketplace calls bad counts."


def test_the_same_said_twice_is_not_worth_a_word():
    found = snapshots(None, {"report": [["N", 1]]}, {"report": [["N", 1]]})[0]
    assert len(found.measurements) == 1
    assert found.notices == ()


def test_the_newest_of_two_typed_windows_counts_and_the_other_is_history():
    old = {**RATE, "segment": "a", "window": {"from": "2026-01-01", "to": "2026-01-31"}}
    new = {**RATE, "value": "3", "segment": "a", "window": {"from": "2026-02-01", "to": "2026-02-28"}}
    for given in ([old, new], [new, old]):
        found = of({"late_rate": given})
        assert [each.value for each in found.measurements] == [sdk.percent(3)]
        assert [each.value for each in found.history] == [sdk.percent("1.2")]
        assert found.notices == ()


@pytest.mark.parametrize(
    ("account", "pointer"),
    [({}, "/account/marketplace"), ({"marketplace": "zzz"}, "/account/marketplace")]
    + [({"marketplace": "acme", "site": "X"}, "/account/site")],
)
def test_unknown_marketplaces_and_sites_are_refused(account, pointer):
    assert faults({"strikes": {"value": 1}}, **account) == {(pointer, "validation-failed")}


def test_a_marketplace_whose_plugin_did_not_load_is_refused_with_the_reason():
    with pytest.raises(RefusedError, match="gone is not_loaded"):
        snapshots({"strikes": {"value": 1}}, marketplace="gone")


def test_documents_that_nobody_knows_or_can_read_are_refused_at_their_place():
    assert faults(None, {"what": 1}) == {("/documents/0/content", "document-not-recognised")}
    assert faults(None, {"report": [], "broken": True}) == {
        ("/documents/0/content/broken", "document-unreadable")
    }
    assert faults(None, {"report": [], "bug": True}) == {("/documents/0/content", "document-unreadable")}
    request = {"documents": [{"type": "acme.nothing", "content": {}}, {"type": "acme.report", "content": 5}]}
    with pytest.raises(RefusedError) as caught:
        take(REGISTRY, request, today=TODAY)
    assert [each.pointer for each in caught.value.faults] == ["/documents/0/type", "/documents/1/content"]


def test_a_document_of_another_marketplace_than_the_accounts_is_refused():
    assert ("/documents/0/content", "validation-failed") in faults(None, {"report": []}, marketplace="zzz")


def test_nothing_to_judge_is_refused():
    assert faults(None, marketplace="acme", site="N") == {("", "validation-failed")}


def test_percent_and_ratio_are_one_rate():
    percent = of({"late_rate": {"value": "1.2", "unit": "percent"}}).measurements[0]
    ratio = of({"late_rate": {"value": Decimal("0.012"), "unit": "ratio"}}).measurements[0]
    assert percent.value == ratio.value == sdk.ratio("0.012")
    assert percent.digits == ratio.digits == 3


def test_counts_alone_are_enough_and_need_no_unit():
    found = of({"late_rate": {"numerator": 12, "denominator": Decimal("1000.0")}}).measurements[0]
    assert found.decisive == sdk.ratio("0.012")


def test_b16_minus_zero_is_zero():
    found = of({"late_rate": {"value": Decimal("-0.0"), "unit": "ratio"}}).measurements[0]
    assert str(found.value) == "0"


def test_u09_an_unbounded_rate_may_exceed_100_percent():
    found = of({"returns_rate": {"value": 150, "unit": "percent"}}).measurements[0]
    assert found.value == sdk.percent(150)


@pytest.mark.parametrize(
    ("name", "given", "where", "code"),
    [
        ("b17_negative", {"value": -1, "unit": "percent"}, "/value", "validation-failed"),
        ("b17_count", {**RATE, "numerator": -1, "denominator": 5}, "/numerator", "validation-failed"),
        ("b18_word", {"value": "abc", "unit": "ratio"}, "/value", "validation-failed"),
        ("b18_true", {"value": True, "unit": "ratio"}, "/value", "validation-failed"),
        ("b18_list", {"value": [], "unit": "ratio"}, "/value", "validation-failed"),
        ("b18_null", {"value": None, "unit": "ratio"}, "/value", "validation-failed"),
        ("b19_comma", {"value": "0,91", "unit": "percent"}, "/value", "validation-failed"),
        ("b19_sign", {"value": "0.91%", "unit": "percent"}, "/value", "validation-failed"),
        ("full_width", {"value": "\uff10.\uff15", "unit": "percent"}, "/value", "validation-failed"),
        ("arabic", {"value": "\u0660.\u0665", "unit": "percent"}, "/value", "validation-failed"),
        ("newline", {"value": "0.91\n", "unit": "percent"}, "/value", "validation-failed"),
        ("b20", {"value": "0.5"}, "/unit", "unit-missing"),
        ("b21", {"value": "5", "unit": "ratio"}, "/value", "unit-mismatch"),
        ("unit_word", {"value": "5", "unit": "%"}, "/unit", "validation-failed"),
        ("unit_list", {"value": "5", "unit": ["percent"]}, "/unit", "validation-failed"),
        (
            "b22",
            {"value": "0.91", "unit": "percent", "numerator": 91, "denominator": 100},
            "/value",
            "unit-mismatch",
        ),
        ("b24", {**RATE, "numerator": 0, "denominator": 0}, "/denominator", "validation-failed"),
        ("lonely", {"numerator": 5}, "/denominator", "validation-failed"),
        ("b26_null", None, "", "validation-failed"),
        ("b27", {**RATE, "extra": 1}, "/extra", "unknown-field"),
        ("pointer", {**RATE, "a/b~c": 1}, "/a~1b~0c", "unknown-field"),
        ("half", {**RATE, "numerator": Decimal("1.5"), "denominator": 5}, "/numerator", "validation-failed"),
        ("text", {**RATE, "numerator": "1", "denominator": 5}, "/numerator", "validation-failed"),
        ("huge", {**RATE, "numerator": 1, "denominator": 10**15 + 1}, "/denominator", "validation-failed"),
        ("segment", {**RATE, "segment": "z"}, "/segment", "validation-failed"),
        ("segment_5", {**RATE, "segment": 5}, "/segment", "validation-failed"),
        ("nothing", {}, "", "validation-failed"),
        ("list", [], "", "validation-failed"),
        (
            "b42",
            {**RATE, "window": {"from": "2026-02-30", "to": "2026-03-01"}},
            "/window/from",
            "validation-failed",
        ),
        (
            "week",
            {**RATE, "window": {"from": "2026-W01-1", "to": "2026-03-01"}},
            "/window/from",
            "validation-failed",
        ),
        (
            "b45",
            {**RATE, "window": {"from": "2026-03-02", "to": "2026-03-01"}},
            "/window",
            "validation-failed",
        ),
        (
            "b45_long",
            {**RATE, "window": {"from": "2025-01-01", "to": "2026-03-01"}},
            "/window",
            "validation-failed",
        ),
        (
            "b45_future",
            {**RATE, "window": {"from": "2026-11-01", "to": "2026-11-24"}},
            "/window/to",
            "validation-failed",
        ),
        (
            "b46",
            {**RATE, "window": {"from": "0000-01-01", "to": "2026-11-24"}},
            "/window/from",
            "validation-failed",
        ),
        ("window", {**RATE, "window": {"from": "2026-11-01"}}, "/window", "validation-failed"),
    ],
)
def test_plain_rates_are_read_strictly(name, given, where, code):
    assert (f"/metrics/late_rate{where}", code) in metric_faults({"late_rate": given}), name


@pytest.mark.parametrize(
    ("metric", "given", "where", "code"),
    [
        ("points", {"value": 5, "unit": "percent"}, "/unit", "unit-mismatch"),
        ("points", {"value": -5}, "/value", "validation-failed"),
        ("points", {"value": "1000.1"}, "/value", "validation-failed"),
        ("points", {"numerator": 1, "denominator": 5}, "", "validation-failed"),
        ("strikes", {"value": "1.5"}, "/value", "validation-failed"),
        ("strikes", {"value": 3, "parts": {"lost": 1}}, "/parts/lost", "unknown-field"),
        ("strikes", {"value": 3, "parts": {"late": "1"}}, "/parts/late", "validation-failed"),
        ("strikes", {"value": 3, "parts": {"late": -1}}, "/parts/late", "validation-failed"),
        ("strikes", {"value": 3, "parts": ["late"]}, "/parts", "validation-failed"),
        ("points", {"value": 3, "parts": {"late": 1}}, "/parts/late", "unknown-field"),
        ("status", {"value": 5}, "/value", "validation-failed"),
        ("status", {"value": "x" * 65}, "/value", "validation-failed"),
        ("status", {"value": "NORMAL\x07"}, "/value", "validation-failed"),
        ("status", {"value": "\u202eLAMRON"}, "/value", "validation-failed"),
        ("status", {"value": "NORMAL", "segment": "a\x1bb"}, "/segment", "validation-failed"),
        ("status", {"value": "NORMAL", "segment": " "}, "/segment", "validation-failed"),
    ],
)
def test_plain_numbers_and_states_are_read_strictly(metric, given, where, code):
    assert metric_faults({metric: given}) == {(f"/metrics/{metric}{where}", code)}


def test_a04_all_faults_are_told_at_once():
    found = metric_faults(
        {"late_rate": [{"value": 1}, {"value": "x", "unit": "ratio", "more": 1}], "points": {"value": -1}}
    )
    assert len(found) == 4


def test_b25_more_bad_events_than_all_is_kept_for_the_consistency_rule():
    found = of({"late_rate": {"numerator": 11, "denominator": 10}}).measurements[0]
    assert (found.numerator, found.denominator) == (11, 10)


def test_a_count_may_say_what_it_is_made_of_and_parts_above_it_are_kept_for_the_consistency_rule():
    found = of({"strikes": {"value": 3, "parts": {"late": 2, "rude": 1}}}).measurements[0]
    assert (found.value, found.parts) == (3, {"late": 2, "rude": 1})
    assert of({"strikes": {"value": 3, "parts": {"late": 4}}}).measurements[0].parts == {"late": 4}


def test_b28_b29_unknown_metrics_are_listed_with_a_suggestion_and_refused_when_strict():
    found = of({"late_rat": RATE, "strikes": {"value": 1}})
    assert [(each.code, each.pointer) for each in found.ignored] == [
        ("unrecognised_metric", "/metrics/late_rat")
    ]
    assert "Did you mean late_rate?" in found.ignored[0].message
    assert metric_faults({"late_rat": RATE}, strict=True) == {("/metrics/late_rat", "unknown-field")}


def test_b30_one_metric_twice_for_one_window_is_refused():
    assert metric_faults({"late_rate": [RATE, RATE]}) == {("/metrics/late_rate/1", "validation-failed")}


def test_b31_more_than_500_measurements_are_refused():
    rows = [{"value": n, "segment": "a"} for n in range(501)]
    assert ("/metrics", "limit-exceeded") in metric_faults({"strikes": rows})


@pytest.mark.parametrize(
    ("name", "parts", "where", "code"),
    [
        ("list", [], "/parts", "validation-failed"),
        ("null", None, "/parts", "validation-failed"),
        ("unknown", {"tea/x": 1}, "/parts/tea~1x", "unknown-field"),
        ("negative", {"claims": -1}, "/parts/claims", "validation-failed"),
        ("half", {"claims": Decimal("0.5")}, "/parts/claims", "validation-failed"),
        ("text", {"claims": "1"}, "/parts/claims", "validation-failed"),
        ("boolean", {"claims": True}, "/parts/claims", "validation-failed"),
        ("null_part", {"claims": None}, "/parts/claims", "validation-failed"),
        ("huge", {"claims": 10**15 + 1}, "/parts/claims", "number-out-of-range"),
    ],
)
def test_parts_are_read_strictly(name, parts, where, code):
    assert metric_faults({"defects": {"value": 3, "parts": parts}}) == {(f"/metrics/defects{where}", code)}, (
        name
    )


def test_parts_are_kept_in_the_order_of_their_metric():
    parts = {"bad feedback": Decimal("2.0"), "claims": 1}
    found = of({"defects": {"value": 3, "parts": parts}}).measurements[0]
    assert list(found.parts.items()) == [("claims", 1), ("bad feedback", 2)]
    assert of({"defects": {"value": 3}}).measurements[0].parts == {}


def test_a_metric_without_parts_says_so():
    with pytest.raises(RefusedError) as caught:
        of({"points": {"value": 3, "parts": {"a": 1}}})
    assert "known are none" in caught.value.faults[0].detail


@pytest.mark.parametrize(
    "broken",
    [
        None,
        {},
        sdk.Reading((sdk.Measurement("tea", value=Decimal(1)),)),
        sdk.Reading((), history=(sdk.Measurement("tea", value=Decimal(1)),)),
        sdk.Reading((sdk.Measurement("points", breakdown=sdk.Breakdown((sdk.Item("\0"),), 1)),)),
        sdk.Reading((sdk.Measurement("points", value=Decimal("NaN")),)),
        sdk.Reading((sdk.Measurement("points", value=sdk.percent(1)),)),
        sdk.Reading((sdk.Measurement("late_rate", value=Decimal(1)),)),
        sdk.Reading((), history=(sdk.Measurement("strikes", value=3),)),
        sdk.Reading((sdk.Measurement("points", window=sdk.Window(None, datetime(2026, 1, 1, tzinfo=UTC))),)),
        sdk.Reading((), tables=("rows",)),
        sdk.Reading((), tables=(sdk.Table("acme.stock", (), None, datetime(2026, 1, 1, tzinfo=UTC)),)),
        sdk.Reading((), tables=(sdk.Table(None, ()),)),
    ],
)
def test_r12_a_reader_that_hands_over_what_cannot_be_used_is_refused(broken, monkeypatch):
    document = replace(REPORT, read=lambda _: broken)
    monkeypatch.setitem(REGISTRY.documents, "acme.report", document)
    assert faults(None, {"report": []}) == {("/documents/0/content", "document-unreadable")}
