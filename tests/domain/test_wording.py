from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.domain.limit import delivered
from sellervitals.domain.wording import display, explain

METRIC = sdk.Metric(
    id="late_rate",
    title="Late rate",
    unit=sdk.Unit.RATIO,
    better=sdk.Better.LOWER,
    numerator="late orders",
)
ADVICE = sdk.limit("2020-01-01", must_be="below", warn=sdk.percent("5"), warn_trust="official", source="page")


def said(outcome, value):
    return explain(outcome, title="Late rate", metric=METRIC, value=value, limit=ADVICE, measurement=None)


def test_a_level_that_only_warns_is_never_called_the_limit():
    assert said("pass", sdk.percent("4")) == "Late rate is 4 %; the official warning level is below 5 %."
    assert said("warn", sdk.percent("6")) == (
        "Late rate is 6 %; the official warning level is below 5 %, so this cannot fail."
    )


LIMIT = sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("5"), warn=sdk.percent("4"), source="page")


def judged(outcome, **fields):
    measured = sdk.Measurement("late_rate", **fields)
    value = METRIC.decisive(measured)
    return explain(outcome, title="Late rate", metric=METRIC, value=value, limit=LIMIT, measurement=measured)


def test_counts_read_right_for_one_and_for_many():
    assert judged("pass", numerator=1, denominator=82) == (
        "Late rate is 1.2195 % (late orders: 1 of 82 orders); the limit is below 5 %."
    )
    assert "(late orders: 1,078 of 539,000 orders)" in judged("pass", numerator=1078, denominator=539_000)


def test_counts_that_contradict_the_rate_are_not_passed_off_as_its_source():
    said = judged("pass", value=sdk.percent("0.9"), digits=3, numerator=1078, denominator=539_000)
    assert said == (
        "Late rate is 0.9 % as reported, which its counts contradict"
        " (late orders: 1,078 of 539,000 orders); the limit is below 5 %."
    )


def test_on_the_warning_level_is_not_past_it():
    assert judged("warn", value=sdk.percent("4")).endswith("but at the warning level of 4 %.")
    assert judged("warn", value=sdk.percent("4.1")).endswith("but past the warning level of 4 %.")


FEW = sdk.limit(
    "2020-01-01",
    must_be="at_most",
    fail=sdk.percent("2"),
    allowed=4,
    warn=sdk.percent("0.5"),
    warn_allowed=3,
    source="page",
)


def test_few_events_keep_a_limit_that_the_rate_alone_breaks():
    few = sdk.Measurement("late_rate", numerator=4, denominator=100)
    says = explain("warn", title="Late rate", metric=METRIC, value=few.decisive, limit=FEW, measurement=few)
    assert says == (
        "Late rate is 4 % (late orders: 4 of 100 orders): within the limit (at most 2 % or at most 4 late"
        " orders), but past the warning level of 0.5 % or at most 3 late orders."
    )


def test_the_number_of_events_that_is_allowed_is_not_laid_into_a_documents_mouth():
    many = sdk.Measurement("late_rate", numerator=5, denominator=100)
    given = delivered(sdk.Target(sdk.Comparator.AT_MOST, sdk.percent("3")), FEW)
    says = explain(
        "fail", title="Late rate", metric=METRIC, value=many.decisive, limit=given, measurement=many
    )
    assert says.endswith(
        "; the target in the document is at most 3 % or by the policy table at most 4 late orders."
    )


def test_what_only_warns_says_nothing_of_what_the_marketplace_may_do():
    ours = sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("5"), trust="suggested", source="page")
    advice = delivered(sdk.Target(sdk.Comparator.BELOW, sdk.percent("5"), sdk.Trust.SUGGESTED), None)
    for limit, ends in (
        (ours, "; the suggested level is below 5 %, so this cannot fail."),
        (advice, "; the target in the document is below 5 %, which is only suggested, so this cannot fail."),
    ):
        says = explain(
            "warn", title="Late rate", metric=METRIC, value=sdk.percent("6"), limit=limit, measurement=None
        )
        assert says == f"Late rate is 6 %{ends}"


def test_a_suggested_level_that_is_kept_is_never_called_the_limit():
    ours = sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("5"), trust="suggested", source="page")
    says = explain(
        "pass", title="Late rate", metric=METRIC, value=sdk.percent("4"), limit=ours, measurement=None
    )
    assert says == "Late rate is 4 %; the suggested level is below 5 %."


def test_one_of_a_unit_is_written_in_the_singular():
    written = {display(Decimal(1), unit) for unit in sdk.Unit if unit is not sdk.Unit.RATIO}
    times = {"1 second", "1 minute", "1 hour", "1 day", "1 week"}
    assert written == {"1", "1 point", "1 star", "1 cubic foot", "1 USD", *times}
    assert display(Decimal("1.5"), sdk.Unit.DAYS) == "1.5 days"
    assert display(Decimal(0), sdk.Unit.CUBIC_FEET) == "0 cubic feet"
    assert display(Decimal("4.71"), sdk.Unit.STARS) == "4.71 stars"
    assert display(Decimal("15820.75"), sdk.Unit.USD) == "15820.75 USD"
