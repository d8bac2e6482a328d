from sellervitals import plugin as sdk
from sellervitals.domain.wording import explain

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
        "Late rate is 6 %; the official warning level is below 5 %, which cannot fail an account."
    )
