"""What changed: every finding of two results is in one list, and the right one."""

from hypothesis import given
from hypothesis import strategies as st

from sellervitals.changes import Change, changes
from sellervitals.domain.finding import fingerprint

OUTCOMES = ("fail", "warn", "error", "no_data", "not_applicable", "pass")
OPEN, JUDGED = {"fail", "warn"}, {"fail", "warn", "pass"}
MARGINS = st.one_of(st.none(), st.decimals(-1, 1, places=3).map(str))


def finding(rule="shop.a", outcome="fail", *, segment=None, severity="high", site="US", **more):
    return {
        "rule": rule,
        "segment": segment,
        "outcome": outcome,
        "severity": severity,
        "title": rule,
        "message": outcome,
        "value": "0.02",
        "unit": "ratio",
        "display": "2 %",
        "margin": None,
        "health": None,
        "points_lost": None,
        "fingerprint": fingerprint(rule, segment, site),
        **more,
    }


def result(*findings, site="US"):
    return {"account": {"site": site}, "findings": list(findings)}


def change(before, after, renamed=None):
    found = changes(result(*filter(None, [before])), result(*filter(None, [after])), renamed or {})
    (name,) = [name for name, several in found.items() if several]
    return name


def test_an_open_finding_is_new_worse_better_fixed_or_the_same():
    assert change(None, finding()) == "new"
    for before in ("pass", "no_data", "not_applicable", "error"):
        assert change(finding(outcome=before), finding(outcome="warn")) == "new"
    assert change(finding(outcome="warn"), finding()) == "worse"
    assert change(finding(), finding(outcome="warn")) == "better"
    assert change(finding(severity="medium"), finding(severity="critical")) == "worse"
    assert change(finding(severity="critical"), finding(severity="low")) == "better"
    assert change(finding(margin="-0.01"), finding(margin="-0.02")) == "worse"
    assert change(finding(margin="-0.020"), finding(margin="-0.01")) == "better"
    assert change(finding(margin="-0.020"), finding(margin="-0.02", value="0.03")) == "unchanged"
    assert change(finding(health="0.5"), finding(health="0")) == "worse"
    assert change(finding(margin="-1", unit="count"), finding(margin="-0.1")) == "unchanged"
    assert change(finding(), finding(outcome="pass")) == "fixed"
    assert change(finding(outcome="warn"), finding(outcome="pass")) == "fixed"


def test_what_cannot_be_judged_any_more_is_never_fixed():
    for after in (None, *(finding(outcome=each) for each in ("no_data", "not_applicable", "error"))):
        for before in JUDGED:
            assert change(finding(outcome=before), after) == "unjudged"
        assert change(finding(outcome="no_data"), after) == "unchanged"
    for before in (None, finding(outcome="no_data"), finding(outcome="error")):
        assert change(before, finding(outcome="pass")) == "judged"
    assert change(finding(outcome="pass", margin="1"), finding(outcome="pass", margin="0.1")) == "unchanged"


def test_a_renamed_rule_is_the_same_rule_in_either_direction():
    old, new = finding("shop.old", segment="mfn"), finding("shop.new", "pass", segment="mfn")
    renamed = {"shop.old": "shop.new"}
    found = changes(result(old), result(new), renamed)
    (one,) = found["fixed"]
    assert (one["rule"], one["fingerprint"]) == ("shop.new", fingerprint("shop.new", "mfn", "US"))
    assert (one["before"]["outcome"], one["after"]["outcome"]) == ("fail", "pass")
    assert change(new, old, renamed) == "new"
    assert [len(several) for several in changes(result(old), result(new), {}).values()].count(1) == 2


def test_of_two_rules_that_became_one_the_graver_counts():
    several = result(finding("shop.a"), finding("shop.b", "warn"))
    found = changes(several, result(finding("shop.c", "warn")), {"shop.a": "shop.c", "shop.b": "shop.c"})
    (one,) = found["better"]
    assert one["before"]["message"] == "fail"


FINDINGS = st.dictionaries(
    st.tuples(st.sampled_from(["shop.a", "shop.b", "shop.c", "shop.d"]), st.sampled_from([None, "mfn"])),
    st.tuples(st.sampled_from(OUTCOMES), st.sampled_from(["critical", "high", "low"]), MARGINS),
).map(
    lambda found: [
        finding(rule, outcome, segment=segment, severity=severity, margin=margin)
        for (rule, segment), (outcome, severity, margin) in found.items()
    ]
)


@given(FINDINGS, FINDINGS)
def test_every_finding_is_in_exactly_one_list_and_back_is_the_mirror(old, new):
    there = changes(result(*old), result(*new), {})
    assert list(there) == [each.value for each in Change]
    named = [each["fingerprint"] for several in there.values() for each in several]
    assert sorted(named) == sorted({each["fingerprint"] for each in (*old, *new)})
    back = changes(result(*new), result(*old), {})

    def prints(found, name):
        return {each["fingerprint"] for each in found[name]}

    assert prints(there, "worse") == prints(back, "better")
    assert prints(there, "fixed") <= prints(back, "new")
    assert prints(there, "judged") == {
        each for each in prints(back, "unjudged") if each in prints(there, "judged")
    }
    still = changes(result(*old), result(*old), {})
    assert prints(still, "unchanged") == {each["fingerprint"] for each in old}
    for name in ("new", "worse"):
        assert all(each["after"]["outcome"] in OPEN for each in there[name])
    assert all(each["after"]["outcome"] == "pass" for each in there["fixed"])
    assert all(each["before"]["outcome"] in JUDGED for each in there["unjudged"])
