"""The score, worked out once more by nothing but the words of docs/scoring.md, equal to the last digit."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import floor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals.domain.measurement import Comparator
from sellervitals.domain.words import folded
from sellervitals.judge import Judge
from sellervitals.plugins import discover
from sellervitals.strict_json import loads

JUDGE = Judge(discover())
NOW = datetime(2026, 11, 22, tzinfo=UTC)
PAYLOADS = sorted((Path(__file__).parents[1] / "plugins").glob("*/payloads/*.json"))
RULES = JUDGE.registry.rules
WEIGHTS = {
    rule: weight
    for each in JUDGE.registry.marketplaces.values()
    for rule, weight in each.scorecard.weights.items()
}

JUDGED = {"pass", "warn", "fail"}
PLAIN = {"pass": Fraction(1), "warn": Fraction(9, 10), "fail": Fraction(1, 2)}
CAPS = {"critical": Fraction(49), "high": Fraction(79)}
ORDER = ["critical", "high", "medium", "low"]
HALF = Fraction(1, 2)
WORST = {("amazon.account-status", "DEACTIVATED"), ("amazon.account-status", "SUSPENDED")}
# said on the page, for the rule's own judgement and not its ideal decides there
IDEALS = {"amazon.historical-days-of-supply": Fraction(35)}


def rounded(number, places):
    """A half goes to the even digit, which is how fractions are rounded."""
    return Fraction(round(number * 10**places), 10**places)


def exact(finding):
    """The counts, where they agree with the value that was answered; else that value."""
    top, bottom = finding["numerator"], finding["denominator"]
    value = Fraction(finding["value"])
    if finding["unit"] == "ratio" and top is not None and bottom:
        counted = Fraction(top, bottom)
        if abs(counted - value) <= Fraction(1, 10**10):
            return counted
    return value


def health(finding):
    outcome, limit, rule = finding["outcome"], finding["limit"], RULES[finding["rule"]]
    if finding["unit"] in {None, "state"} or finding["value"] is None or limit is None:
        if (finding["rule"], finding["value"]) in WORST:
            return Fraction(0)
        meant = {folded(each.word): each.health for each in rule.words}.get(folded(finding["value"] or ""))
        return PLAIN[outcome] if meant is None else Fraction(meant)
    reached = finding["rule"] == "amazon.sfp-delivery-speed" and outcome == "pass"
    if limit["fail"] is None or reached:
        return PLAIN[outcome]
    value, fail = exact(finding), Fraction(limit["fail"])
    if finding["rule"] == "amazon.excess-inventory" and outcome == "warn":
        return rounded(Fraction(9, 10) - Fraction(2, 5) * value, 4)
    lower = limit["comparator"] in {"below", "at_most"}
    if finding["unit"] == "count" and lower:
        fail = Fraction(floor(fail) + (0 if limit["comparator"] == "below" and fail == floor(fail) else 1))
    read = curve(ideal(finding, fail, lower), limit["warn"], fail, value, lower)
    if limit["allowed"] is not None and (bad := against(finding, lower)) is not None:
        warn = None if limit["warn_allowed"] is None else limit["warn_allowed"] + 1
        read = max(read, curve(Fraction(0), warn, Fraction(limit["allowed"] + 1), Fraction(bad), True))
    return min(read, HALF) if outcome == "fail" else max(read, HALF)


def ideal(finding, fail, lower):
    own = IDEALS.get(finding["rule"], RULES[finding["rule"]].ideal)
    if own is not None and Comparator(finding["limit"]["comparator"]).holds(Fraction(own), fail):
        return Fraction(own)
    return Fraction(0 if lower else 1) if lower or finding["unit"] == "ratio" else 2 * fail


def against(finding, lower):
    """The events that speak against a rate, where they were counted."""
    part = finding["limit"]["allowed_part"]
    for each in finding["parts"]:
        if each["name"] == part and each["count"] is not None:
            return each["count"]
    top, bottom = finding["numerator"], finding["denominator"]
    if top is None or lower:
        return top
    return None if bottom is None else bottom - top


def curve(best, warn, fail, value, lower):
    points = [(best, Fraction(1))]
    between = warn is not None and (Fraction(warn) - best) * (fail - Fraction(warn)) > 0
    points += [(Fraction(warn), Fraction(9, 10))] if between else []
    points += [(fail, HALF), (best + 2 * (fail - best), Fraction(0))]
    return rounded(along(points, value, lower), 4)


def along(points, value, lower):
    """Read a line through fixed points; before the first it stays, and so it does behind the last."""
    sign = 1 if lower else -1
    if (value - points[0][0]) * sign <= 0:
        return points[0][1]
    for (left, high), (right, low) in pairwise(points):
        if (value - right) * sign <= 0:
            return high + (low - high) * (value - left) / (right - left)
    return points[-1][1]


def worked_out(findings):
    """Score, contributions, cap, coverage, band, and each judged finding's health, points and gain."""
    judged = [each for each in findings if each["outcome"] in JUDGED]
    segments = {}
    for each in judged:
        segments.setdefault(each["rule"], []).append(each)
    programmes = {RULES[each["rule"]].programme for each in findings if reported(each)} | {""}
    applies = {
        each["rule"]
        for each in findings
        if (each["outcome"] != "not_applicable" or unplaced(each))
        and (each["outcome"] != "no_data" or RULES[each["rule"]].programme in programmes)
    }
    judged_weight = sum(WEIGHTS[rule] for rule in segments)
    all_weight = sum(WEIGHTS[rule] for rule in applies)
    coverage = rounded(Fraction(judged_weight, all_weight), 4) if all_weight else Fraction(0)
    if not judged_weight:
        return {"value": None, "coverage": coverage, "band": "unknown", "cap": None, "lines": {}, "each": {}}
    costs = {rule: cost(found, len(found), WEIGHTS[rule], judged_weight) for rule, found in segments.items()}
    lost, gains = {}, {}
    for rule, found in segments.items():
        found.sort(key=name)
        upto = [
            cost(found[:place], len(found), WEIGHTS[rule], judged_weight) for place in range(len(found) + 1)
        ]
        for each, (before, behind) in zip(found, pairwise(upto), strict=True):
            lost[name(each)] = behind - before
    open_failures = [
        each
        for each in judged
        if each["outcome"] == "fail" and each["severity"] in CAPS and WEIGHTS[each["rule"]]
    ]
    total = sum(costs.values())
    value = after(total, open_failures)
    lines = {(*key, "health"): -points for key, points in lost.items() if points}
    cap = None
    if open_failures:
        worst = min(open_failures, key=lambda each: (ORDER.index(each["severity"]), *name(each)))
        cap = {"at": CAPS[worst["severity"]], "rule": worst["rule"], "segment": worst["segment"]}
        taken = value - (100 - total)
        if taken:
            lines[(*name(worst), "cap")] = taken
    for rule, found in segments.items():
        for each in found:
            rest = [other for other in found if other is not each]
            saved = costs[rule] - cost(rest, len(found), WEIGHTS[rule], judged_weight)
            failures = [other for other in open_failures if other is not each]
            gains[name(each)] = after(total - saved, failures) - value
    return {
        "value": value,
        "coverage": coverage,
        "band": band(value, coverage),
        "cap": cap,
        "lines": lines,
        "each": {name(each): (health(each), lost[name(each)], gains[name(each)]) for each in judged},
    }


def unplaced(finding):
    """Whether a named site would have it judged; the samples are all newer than the tables."""
    sites = [limit.sites for limit in RULES[finding["rule"]].limits]
    named = any("*" not in some for some in sites)
    return named and finding["value"] is not None and finding["limit"] is None and finding["siteless"]


def reported(finding):
    return finding["outcome"] in JUDGED or bool(finding["evidence"])


def cost(found, shares, weight, judged_weight):
    """What some findings of one rule cost together, cut to a hundredth."""
    missing = sum(1 - health(each) for each in found)
    return Fraction(floor(100 * 100 * missing * weight / (shares * judged_weight)), 100)


def after(total, open_failures):
    return min([100 - total, *(CAPS[each["severity"]] for each in open_failures)])


def band(value, coverage):
    if coverage < HALF:
        return "unknown"
    return next(
        (word for floor_, word in ((90, "healthy"), (70, "watch"), (50, "at_risk")) if value >= floor_),
        "critical",
    )


def name(each):
    return each["rule"], each["segment"] or ""


def number(text):
    return None if text is None else Fraction(text)


def equals_the_page(result):
    for each in result["findings"]:
        each["siteless"] = result["account"]["site"] is None
    said, score = worked_out(result["findings"]), result["score"]
    assert number(score["value"]) == said["value"]
    assert number(score["coverage"]) == said["coverage"]
    assert score["band"] == said["band"]
    lines = {(*name(each), each["reason"]): number(each["points"]) for each in score["contributions"]}
    assert len(lines) == len(score["contributions"])
    assert lines == said["lines"]
    if said["value"] is not None:
        assert sum(lines.values()) == said["value"] - 100
    cap = score["cap"] and {
        "at": number(score["cap"]["at"]),
        "rule": score["cap"]["rule"],
        "segment": score["cap"]["segment"],
    }
    assert cap == said["cap"]
    found = {
        name(each): tuple(number(each[field]) for field in ("health", "points_lost", "gain"))
        for each in result["findings"]
        if each["outcome"] in JUDGED and said["value"] is not None
    }
    assert found == said["each"]


def judged(request):
    return [
        json.loads(each.body)
        for each in JUDGE.judge(request, now=NOW, digest="sha256:0", new_id=lambda _site: "ev_0")
    ]


SCORELESS = {
    "error_no_permission.composed",
    "get_listings_with_issues.sample",
    "get_metric_source_detail.lsr.sample",
    "get_metric_source_detail.nfr.composed",
    "get_metric_source_detail.opfr.composed",
    "get_traffic_report_day",
    "get_traffic_report_listing",
}
"""Samples that hold nothing with a weight: an error, and lists and figures that only advise."""


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_every_site_of_every_sample_report(path):
    results = judged({"documents": [{"content": loads(path.read_bytes())}]})
    for result in results:
        equals_the_page(result)
    assert any(result["score"]["value"] is not None for result in results) or path.stem in SCORELESS


RATES = [metric for metric in JUDGE.registry.marketplaces["amazon"].metrics if metric.unit == "ratio"]
COUNTS = [metric for metric in JUDGE.registry.marketplaces["amazon"].metrics if metric.unit == "count"]
counts = st.tuples(st.integers(0, 400), st.integers(0, 400)).map(sorted)
permyriads = st.integers(0, 10_000).map(lambda each: str(Decimal(each) / 10_000))


def rate(segment):
    named = {"segment": segment} if segment else {}
    counted = counts.map(lambda pair: {"numerator": pair[0], "denominator": pair[1], **named})
    stated = permyriads.map(lambda value: {"value": value, "unit": "ratio", **named})
    return st.one_of(counted, stated)


def near(metric):
    """Whole lists of segments, mostly good, so that outcomes of all kinds meet."""
    return st.tuples(*(rate(segment) for segment in metric.segments or (None,))).map(list)


METRICS = st.fixed_dictionaries(
    {},
    optional={
        **{metric.id: near(metric) for metric in RATES},
        **{metric.id: st.builds(dict, value=st.integers(0, 3)) for metric in COUNTS},
        "account_health_rating": st.builds(dict, value=st.integers(0, 1000)),
        "inventory_performance_index": st.builds(dict, value=st.integers(0, 1000)),
        "account_status": st.sampled_from(
            [{"value": word} for word in ("NORMAL", "AT_RISK", "DEACTIVATED", "PURPLE")]
        ),
        "customer_experience_health": st.sampled_from(
            [[{"value": word, "segment": "x"}] for word in ("Good", "Fair", "Poor", "Very poor")]
        ),
        "warning_state": st.sampled_from([[{"value": word, "segment": "x"}] for word in ("GOOD", "BAD")]),
    },
).filter(bool)


@settings(max_examples=300, deadline=None)
@given(
    METRICS,
    st.sampled_from(["US", "UK", "DE", "IN", "JP"]),
    st.dates(date(2019, 12, 1), date(2026, 11, 22)),
)
def test_plain_metrics_of_any_store_and_day(metrics, site, day):
    account = {"marketplace": "amazon", "site": site}
    for result in judged({"account": account, "metrics": metrics, "as_of": day}):
        equals_the_page(result)
