from datetime import date, timedelta

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.account_health_assurance import RULE

DAY = "2026-11-22"


def past(*, before=DAY, points=250, bad=(), missing=(), length=184, step=1):
    """Ratings of the days before ``before``, oldest first; ``bad`` and ``missing`` count days back."""
    last, found = date.fromisoformat(before), []
    for back in range(length - 1, 0, -step):
        if back not in missing:
            day = last - timedelta(days=back)
            value = 249 if back in bad else points
            found.append(measurement("account_health_rating", value, window=sdk.Window(day, day)))
    return found


def finding(value, history, *, day=DAY, **more):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    told = [measurement("account_health_rating", value, **more)]
    [found] = engine.evaluate(snapshot("amazon", told, day=day, site="US", history=history)).findings
    return found


def test_row_16_six_months_at_250_with_ten_days_below():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=250, history=past(), site="US", expect="pass", says="neither can be seen"),
            case(DAY, value=250, history=past(), site="DE", expect="pass", says="184 were measured"),
            case(DAY, value=250, history=past(bad=range(1, 11)), site="US", expect="pass", says="10 of them"),
            case(DAY, value=249, history=past(bad=range(1, 10)), site="US", expect="pass"),
            case(
                DAY,
                value=250,
                history=past(bad=range(1, 12)),
                site="US",
                expect="warn",
                severity="low",
                says=("11 of them were below 250 points", "only 10"),
            ),
            case(DAY, value=249, history=past(bad=range(1, 11)), site="US", expect="warn"),
            case(DAY, value=250, history=past(bad=(*range(1, 11), 183)), site="US", expect="warn"),
            case(
                DAY, value=250, history=past(bad=(*range(1, 11), 184), length=190), site="US", expect="pass"
            ),
        ]
    )


def test_row_16_gaps_are_unknown_and_never_good():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=250, history=past(missing=range(20, 30)), site="US", expect="pass"),
            case(
                DAY,
                value=250,
                history=past(missing=range(20, 31)),
                site="US",
                expect="no_data",
                says=("173 were measured", "other 11 are unknown"),
            ),
            case(DAY, value=250, history=past(step=7), site="US", expect="no_data", says="of the 184 days"),
            case(DAY, value=1000, expect="no_data", site="DE", says="1 were measured"),
            case(DAY, value=240, expect="no_data", site="US", says="1 of them"),
            case(DAY, value=250, history=past(bad=range(1, 12), length=12), site="US", expect="warn"),
            case(DAY, expect="no_data", site="US"),
            case(DAY, verdict="GREAT", expect="no_data", site="US", says="needs the points"),
        ]
    )


def test_north_america_from_november_2022_and_everywhere_from_2023():
    def full(day):
        return past(before=day)

    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case("2022-10-31", value=250, history=full("2022-10-31"), site="US", expect="not_applicable"),
            case("2022-11-01", value=250, history=full("2022-11-01"), site="US", expect="pass"),
            case("2022-11-01", value=250, history=full("2022-11-01"), site="CA", expect="pass"),
            case("2022-12-31", value=250, history=full("2022-12-31"), site="DE", expect="not_applicable"),
            case("2023-01-01", value=250, history=full("2023-01-01"), site="DE", expect="pass"),
            case("2023-01-01", value=250, history=past(bad=range(1, 12), before="2023-01-01"), expect="warn"),
        ]
    )


def test_row_16_days_until_eligible_as_of_the_day_judged():
    [wait] = finding(250, past(bad=range(10, 21))).estimates
    assert (wait.name, wait.value, wait.unit) == ("days_until_eligible", 161, "days")
    assert wait.says.startswith(
        "On 2027-05-02, if the rating is at least 250 points on every day after 2026-11-22"
    )
    assert "unknown" not in wait.says
    [wait] = finding(250, []).estimates
    assert wait.value == 170
    assert "183 days without a measurement are taken to be below" in wait.says
    assert finding(250, past()).estimates == ()


def test_of_two_ratings_of_one_day_the_lower_counts():
    window = sdk.Window(date(2026, 11, 22), date(2026, 11, 22))
    twice = [*past(bad=range(1, 11)), measurement("account_health_rating", 249, window=window)]
    assert finding(250, twice, window=window).outcome == "warn"


def test_the_look_back_of_a_report_is_not_taken_for_measured_days():
    window = sdk.Window(date(2026, 5, 26), date(2026, 11, 22))
    assert "1 were measured" in finding(400, [], window=window).message


@pytest.mark.parametrize("value", [100, 250])
def test_it_never_costs_a_point(value):
    assert AMAZON.scorecard.weights[RULE.id] == 0
    assert finding(value, past(bad=range(1, 100))).outcome == "warn"
