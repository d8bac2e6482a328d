"""Forecasts of what is posted and of what is stored: dates, limits to come, unknown days, and refusals."""

from datetime import date, timedelta

import pytest

from sellervitals import gate
from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.limits import DAILY_SERIES, DAYS, FORECAST_DAYS, HORIZON
from sellervitals.store import account_id

OWN = account_id("default", "wish", "W1")
SHOP = """
    from sellervitals import plugin as sdk

    BY = {"a": sdk.Reference("Shop: rules", "https://shop.example/rules")}
    LOOK = sdk.recurring("2020-01-01", name="look", kind="review", day=20, source="a", says="Wish looks.")
    WIPE = sdk.recurring(
        "2020-01-01", name="wipe", kind="release", day=1, source="a", says="Wish wipes.", resets_to="0"
    )


    def rule(ident, metric, *limits, **more):
        return sdk.Rule(
            id=ident, title=metric, why="Sales stop.", severity="critical", metric=metric,
            references=BY, since="1.0", steps=(sdk.step("look", "low", "operations")("Look."),),
            limits=tuple(sdk.limit(since, source="a", **rest) for since, rest in limits), **more,
        )


    def breaks(case, horizon):
        raise RuntimeError("no idea")


    def projected(case, horizon):
        return (
            sdk.Projection("as_it_is", horizon.end, case.value, "If nothing changes."),
            sdk.Projection("later", horizon.end.replace(year=2090), case.value, "Far away."),
        )


    @sdk.hookimpl
    def sellervitals_marketplace():
        def rate(ident, better="lower", **more):
            return sdk.Metric(id=ident, title=ident, unit="ratio", better=better, **more)

        return sdk.Marketplace(
            id="wish", title="Wish", sites={"N": "North", "S": "South"},
            metrics=(
                rate("late_rate", window_days=10, lag_days=3, rolling=True),
                rate("sent_rate", "higher", window_days=4),
                rate("lost_rate", segment_days={"5d": 5, "10d": 10}, segments=("5d", "10d")),
                rate("odd_rate"),
                rate("few_rate", window_days=4),
                sdk.Metric(
                    id="strikes", title="strikes", unit="count", better="lower", window_days=30, rolling=True
                ),
                sdk.Metric(id="points", title="points", unit="points", better="lower"),
                sdk.Metric(id="marks", title="marks", unit="points", better="lower"),
            ),
            scorecard=sdk.Scorecard(version="wish-1", weights={"wish.late": 1}),
        )


    @sdk.hookimpl
    def sellervitals_rules():
        p = sdk.percent
        return [
            rule(
                "wish.late", "late_rate",
                ("2020-01-01", {"must_be": "below", "fail": p("10"), "warn": p("5")}),
                ("2026-02-01", {"must_be": "below", "fail": p("4"), "announced": "2026-01-01"}),
                ("2026-02-10", {"must_be": "below", "fail": p("1"), "announced": "2026-02-05"}),
                calendar=(LOOK,),
            ),
            rule("wish.sent", "sent_rate", ("2020-01-01", {"must_be": "at_least", "fail": p("90")})),
            rule("wish.lost", "lost_rate", ("2020-01-01", {"must_be": "at_most", "fail": p("10")})),
            rule("wish.odd", "odd_rate", ("2020-01-01", {"must_be": "below", "fail": p("10")})),
            rule(
                "wish.few", "few_rate",
                ("2020-01-01", {"must_be": "below", "fail": p("10"), "allowed": 2, "minimum_sample": 9}),
            ),
            rule("wish.strikes", "strikes", ("2020-01-01", {"must_be": "at_most", "fail": "2"})),
            rule(
                "wish.points", "points", ("2020-01-01", {"must_be": "below", "fail": "3"}),
                calendar=(WIPE,), project=projected,
            ),
            rule("wish.marks", "marks", ("2020-01-01", {"must_be": "below", "fail": "3"}), project=breaks),
        ]
"""
AS_OF = date(2026, 1, 20)


@pytest.fixture
def shop(install, database_url):
    install("wish", SHOP)
    made = create_app(Settings(database_url=database_url, log_level="ERROR"))
    yield made.test_client()
    made.extensions["sellervitals"].store.close()


@pytest.fixture
def quick(install):
    install("wish", SHOP)
    made = create_app(Settings(database_url="sqlite:///:memory:", log_level="CRITICAL"))
    yield made.test_client()
    made.extensions["sellervitals"].store.close()


def days(last, *counts):
    """Daily counts, the last one of a day."""
    first = last - timedelta(days=len(counts) - 1)
    return [
        {"day": str(first + timedelta(days=number)), "numerator": top, "denominator": bottom}
        for number, (top, bottom) in enumerate(counts)
    ]


def request(daily=None, metrics=None, site="N", **more):
    body = {"account": {"marketplace": "wish", "site": site, "seller_id": "W1"}, "as_of": str(AS_OF)}
    if daily is not None:
        body["daily"] = {
            name: {"days": each} if isinstance(each, list) else each for name, each in daily.items()
        }
    if metrics is not None:
        body["metrics"] = metrics
    return {**body, **more}


def forecast(client, *args, **more):
    response = client.post("/v1/forecasts", json=request(*args, **more))
    assert response.status_code == 200, response.json
    return response.json


def only(answer):
    (found,) = answer["metrics"]
    return found


def ends(turn):
    return [turn[name] or turn["why"][name] for name in ("earliest", "expected", "latest")]


def given(metric, top, bottom):
    return {metric: {"numerator": top, "denominator": bottom}}


ZERO = given("late_rate", "0", "10")
LAST = AS_OF - timedelta(days=3)
"""The last day of the window that is reported today: the lag is 3."""


class TestDayByDay:
    def test_old_defects_leave_after_the_lag_and_the_window(self, quick):
        # the first of ten days holds all of it; it is in the window of today and gone tomorrow
        counts = [(10, 10), *[(0, 10)] * 9]
        found = only(forecast(quick, {"late_rate": days(LAST, *counts)}, inflow=ZERO))
        assert (found["basis"], found["lag_days"], found["value"]) == ("daily_counts", 3, "0.1")
        assert found["window"] == {"from": "2026-01-08", "to": "2026-01-17", "days": 10, "period": None}
        assert ends(found["breach"]) == ["already"] * 3
        assert ends(found["recovery"]) == ["2026-01-21"] * 3
        assert [each["known_days"] for each in found["days"][:12]] == [*range(10, -1, -1), 0]

    @pytest.mark.parametrize(
        ("bad", "outcome", "breach"),
        [(9, "warn", "never"), (10, "fail", "already"), (11, "fail", "already"), (4, "pass", "never")],
    )
    def test_at_just_under_and_just_over_the_line(self, quick, bad, outcome, breach):
        counts = [*[(1, 10)] * bad, *[(0, 10)] * 10][:10] if bad <= 10 else [(2, 10), *[(1, 10)] * 9]
        found = only(forecast(quick, {"late_rate": days(LAST, *counts)}, inflow=ZERO))
        assert found["days"][0]["outcome"] == outcome
        assert ends(found["breach"]) == [breach] * 3

    def test_days_of_the_lag_are_known_already(self, quick):
        # today's window is clean; what happened in the three days after it is reported one day each
        counts = [*[(0, 10)] * 10, (0, 10), (9, 10), (9, 10)]
        found = only(forecast(quick, {"late_rate": days(AS_OF, *counts)}, inflow=ZERO))
        assert found["value"] == "0"
        assert ends(found["breach"]) == ["2026-01-23"] * 3
        assert found["days"][3] == {
            "day": "2026-01-23",
            "window": {"from": "2026-01-11", "to": "2026-01-20", "days": 10, "period": None},
            "known_days": 10,
            "assumed_days": 0,
            "numerator": 18,
            "denominator": 100,
            "value": {"low": "0.18", "expected": "0.18", "high": "0.18"},
            "outcome": "fail",
        }
        assert any("bad news about them" in each for each in found["assumptions"])

    def test_a_limit_that_is_announced_counts_from_its_day_and_one_nobody_knew_does_not(self, quick):
        found = only(forecast(quick, {"late_rate": days(LAST, *[(1, 20)] * 10)}))
        assert [each["since"] for each in found["limits"]] == ["2026-01-20", "2026-02-01"]
        assert [each["limit"]["fail"] for each in found["limits"]] == ["0.1", "0.04"]
        by_day = {each["day"]: each["outcome"] for each in found["days"]}
        assert (by_day["2026-01-31"], by_day["2026-02-01"]) == ("warn", "fail")
        assert found["breach"]["expected"] == "2026-02-01"
        assert found["breach"]["earliest"] <= "2026-02-01"

    def test_the_day_on_which_a_limit_begins_has_the_value_expected_under_it(self, quick):
        answer = forecast(quick, {"late_rate": days(LAST, *[(1, 20)] * 10)})
        entry = next(each for each in answer["calendar"] if each["kind"] == "limit_change")
        assert (entry["date"], entry["outcome"], entry["value"]) == ("2026-02-01", "fail", "0.05")

    def test_the_mirror_image_for_rates_that_should_be_high(self, quick):
        # 36 of 40 is 90 %: at least 90 % holds; the bad day leaves last
        counts = [(10, 10), (10, 10), (10, 10), (6, 10)]
        inflow = given("sent_rate", "10", "10")
        found = only(forecast(quick, {"sent_rate": days(AS_OF, *counts)}, inflow=inflow))
        assert (found["value"], ends(found["breach"])) == ("0.9", ["never"] * 3)
        counts[-1] = (5, 10)
        found = only(forecast(quick, {"sent_rate": days(AS_OF, *counts)}, inflow=inflow))
        assert ends(found["recovery"]) == ["2026-01-24"] * 3
        found = only(forecast(quick, {"sent_rate": days(AS_OF, *counts)}))
        value = found["days"][2]["value"]
        assert float(value["low"]) < float(value["expected"]) < float(value["high"])
        assert (found["inflow"]["expected"], found["inflow"]["total"]) == ("1.25", "10")

    def test_a_number_of_events_that_is_allowed_breaks_nothing_whatever_the_rate(self, quick):
        inflow = given("few_rate", "0.5", "3")
        counts = [(0, 3), (0, 3), (1, 3), (1, 3)]
        found = only(forecast(quick, {"few_rate": days(AS_OF, *counts)}, inflow=inflow))
        assert found["days"][0]["outcome"] == "pass"
        # tomorrow two and a half of 12: the third is not whole before the day after
        assert ends(found["breach"]) == ["2026-01-22"] * 3

    def test_under_the_minimum_of_the_limit_nothing_breaks_it(self, quick):
        inflow = given("few_rate", "1", "2")
        found = only(forecast(quick, {"few_rate": days(AS_OF, *[(1, 2)] * 4)}, inflow=inflow))
        assert ends(found["breach"]) == ["never"] * 3
        assert any("not enforced" in each for each in found["assumptions"])

    def test_segments_that_differ_in_length_share_their_days(self, quick):
        answer = forecast(quick, {"lost_rate": days(AS_OF, *[(0, 10)] * 5, *[(1, 10)] * 5)})
        found = {each["segment"]: each["value"] for each in answer["metrics"]}
        assert found == {"5d": "0.1", "10d": "0.05"}

    def test_u33_a_gap_is_said_and_is_not_zero(self, quick):
        counts = days(LAST, *[(1, 10)] * 10)
        del counts[4:6]
        found = only(forecast(quick, {"late_rate": counts}))
        assert found["value"] is None
        assert (found["days"][0]["known_days"], found["days"][0]["numerator"]) == (8, 8)
        assert found["days"][0]["value"]["expected"] == "0.1"
        assert any("2026-01-12 to 2026-01-13: not zero" in each for each in found["assumptions"])

    def test_no_orders_at_all_is_no_rate_and_no_recovery(self, quick):
        counts = [(5, 10), *[(0, 10)] * 9]
        inflow = given("late_rate", "0", "0")
        found = only(forecast(quick, {"late_rate": days(LAST, *counts)}, inflow=inflow))
        assert found["days"][-1]["value"] is None
        assert found["days"][-1]["outcome"] == "no_data"
        counts = [*[(0, 10)] * 9, (50, 50)]
        found = only(forecast(quick, {"late_rate": days(LAST, *counts)}, inflow=inflow))
        assert ends(found["recovery"]) == ["nothing_left"] * 3

    def test_huge_counts(self, quick):
        most = 10**15
        found = only(forecast(quick, {"late_rate": days(LAST, *[(most // 10, most)] * 10)}))
        assert (found["value"], found["days"][0]["numerator"]) == ("0.1", most)

    def test_days_that_contradict_the_report_are_not_rolled_on(self, quick):
        reported = {"late_rate": {"numerator": 3, "denominator": 100}}
        found = only(forecast(quick, {"late_rate": days(LAST, *[(1, 10)] * 10)}, reported))
        assert (found["basis"], found["value"]) == ("bounds", "0.03")
        assert any("10 of 100, while 3 of 100 was reported" in each for each in found["assumptions"])

    def test_the_window_of_a_measurement_decides_over_the_usual_one(self, quick):
        window = {"from": "2026-01-10", "to": "2026-01-14"}
        reported = {"late_rate": {"numerator": 5, "denominator": 50, "window": window}}
        found = only(forecast(quick, {"late_rate": days(AS_OF, *[(1, 10)] * 20)}, reported))
        assert (found["basis"], found["lag_days"], found["window"]["days"]) == ("daily_counts", 6, 5)
        assert found["days"][1]["window"]["to"] == "2026-01-15"

    def test_a_known_day_behind_a_gap_may_still_break_it(self, quick):
        window = {"from": "2026-01-08", "to": "2026-01-11"}
        reported = {"few_rate": {"numerator": 0, "denominator": 10, "window": window}}
        none = given("few_rate", "0", "10")
        counts = [*days(date(2026, 1, 8), (0, 10)), *days(date(2026, 1, 19), (9, 10))]
        near = only(forecast(quick, {"few_rate": counts}, reported, inflow=none, horizon_days=5))
        assert near["days"][-1]["known_days"] == 0
        assert ends(near["breach"]) == ["not_within_horizon"] * 3
        far = only(forecast(quick, {"few_rate": counts}, reported, inflow=none, horizon_days=40))
        assert ends(far["breach"]) == ["2026-01-28"] * 3

    def test_more_inflow_never_breaks_later(self, quick):
        found = []
        for amount in ("0.2", "0.9", "1", "2", "5"):
            inflow = given("late_rate", amount, "10")
            answer = forecast(quick, {"late_rate": days(LAST, *[(0, 10)] * 10)}, inflow=inflow)
            found.append(only(answer)["breach"]["expected"] or "never")
        assert found == sorted(found, reverse=True)
        assert found[0] == "never" != found[-1]


class TestBounds:
    METRICS = {"late_rate": {"numerator": 12, "denominator": 100}}

    def test_all_may_leave_first_or_last(self, quick):
        found = only(forecast(quick, metrics=self.METRICS, inflow=given("late_rate", "0", "10")))
        assert found["basis"] == "bounds"
        # 12 of 100; at the earliest 10 of them leave with the first 10 orders: 2 of 100
        # at the latest the window is bad alone: 10 of 100 when 9 days have left, 0 when all have
        assert ends(found["recovery"]) == ["2026-01-21", "2026-01-22", "2026-01-30"]
        assert (found["clean_needed"], found["clean_days"]) == (21, 3)

    def test_at_the_mean_inflow_nothing_changes(self, quick):
        found = only(forecast(quick, metrics=self.METRICS))
        assert found["recovery"]["why"]["expected"] == "never"

    def test_a_count_leaves_by_its_window(self, quick):
        window = {"from": "2025-12-22", "to": "2026-01-20"}
        metrics = {"strikes": {"value": 3, "unit": "count", "window": window}}
        inflow = {"strikes": {"numerator": "0"}}
        answer = forecast(quick, metrics=metrics, inflow=inflow)
        found = only(answer)
        assert (found["value"], found["denominator"], found["inflow"]["total"]) == ("3", None, None)
        # evenly: 3 * 20/30 = 2 after ten days
        assert ends(found["recovery"]) == ["2026-01-21", "2026-01-30", "2026-02-19"]
        (release,) = (each for each in answer["calendar"] if each["kind"] == "release")
        assert release["date"] == "2026-02-19"

    @pytest.mark.parametrize(
        ("metrics", "reason"),
        [
            ({"late_rate": {"value": "12", "unit": "percent"}}, "no_counts"),
            ({"odd_rate": {"numerator": 1, "denominator": 9}}, "no_window"),
            (
                {"late_rate": {"value": "30", "unit": "percent", "numerator": 1, "denominator": 100}},
                "counts_contradict",
            ),
        ],
    )
    def test_u33_what_is_missing_is_said_and_nothing_invented(self, quick, metrics, reason):
        answer = forecast(quick, metrics=metrics)
        assert answer["metrics"] == []
        assert [each["reason"] for each in answer["unknown"]] == [reason]

    def test_too_few_days_without_a_report_are_no_forecast(self, quick):
        answer = forecast(quick, {"late_rate": days(LAST, *[(1, 10)] * 9)})
        assert [each["reason"] for each in answer["unknown"]] == ["days_unusable"]
        assert "2026-01-08" in answer["unknown"][0]["message"]


class TestBeside:
    def test_evaluation_days_carry_the_expected_rate(self, quick):
        answer = forecast(quick, {"late_rate": days(LAST, *[(1, 20)] * 10)}, horizon_days=40)
        looks = [each for each in answer["calendar"] if each["name"] == "look"]
        assert [(each["date"], each["value"], each["outcome"]) for each in looks] == [
            ("2026-01-20", "0.05", "warn"),
            ("2026-02-20", "0.05", "fail"),
        ]

    def test_a_reset_shows_the_number_after_it(self, quick):
        answer = forecast(quick, metrics={"points": {"value": 5}}, horizon_days=30)
        (wipe,) = answer["calendar"]
        assert (wipe["date"], wipe["resets_to"], wipe["value"], wipe["outcome"]) == (
            "2026-02-01",
            "0",
            "0",
            "pass",
        )

    def test_a_projection_within_the_horizon_and_none_beyond(self, quick):
        answer = forecast(quick, metrics={"points": {"value": 5}}, horizon_days=30)
        (found,) = answer["projections"]
        assert (found["name"], found["day"], found["display"]) == ("as_it_is", "2026-02-19", "5 points")

    def test_r12_a_projection_that_raises_is_a_warning_and_the_others_stay(self, quick):
        metrics = {"points": {"value": 5}, "marks": {"value": 5}}
        answer = forecast(quick, metrics=metrics)
        assert [each["code"] for each in answer["warnings"]] == ["projection_failed"]
        assert len(answer["projections"]) == 1

    def test_a22_nothing_is_stored_and_nothing_is_judged_by_days(self, shop):
        forecast(shop, {"late_rate": days(LAST, *[(10, 10)] * 10)})
        assert shop.get("/v1/evaluations").json["data"] == []
        body = request(
            {"late_rate": days(LAST, *[(10, 10)] * 10)}, {"late_rate": {"numerator": 0, "denominator": 9}}
        )
        judged = shop.post("/v1/evaluations", json=body).json
        assert {each["outcome"] for each in judged["findings"]} == {"pass", "no_data"}

    def test_the_end_of_time_and_its_beginning(self, quick):
        for day in ("9999-12-31", "0001-01-01", "0001-01-20"):
            body = request(metrics={"late_rate": {"numerator": 1, "denominator": 9}, "points": {"value": 1}})
            answer = quick.post("/v1/forecasts", json={**body, "as_of": day})
            assert answer.status_code == 200, answer.json


class TestStored:
    def test_the_account_answers_as_the_request_did(self, shop):
        body = request({"late_rate": days(AS_OF, *[(1, 20)] * 13)})
        posted = shop.post("/v1/forecasts", json=body).json
        assert shop.post("/v1/evaluations", json=body).status_code == 201
        read = shop.get(f"/v1/accounts/{OWN}/forecast")
        assert read.status_code == 200
        assert read.json == posted

    def test_a_report_counts_as_long_as_its_own_window_reaches(self, shop):
        late = {"from": "2025-12-01", "to": "2025-12-11"}
        few = {"from": "2025-11-01", "to": "2025-12-10"}
        body = request(
            {"few_rate": days(date(2025, 12, 10), *[(2, 10)] * 40)},
            {
                "few_rate": {"numerator": 80, "denominator": 400, "window": few},
                "late_rate": {"numerator": 11, "denominator": 110, "window": late},
            },
        )
        posted = shop.post("/v1/forecasts", json=body).json
        assert sorted(each["metric"] for each in posted["metrics"]) == ["few_rate", "late_rate"]
        assert shop.post("/v1/evaluations", json=body).status_code == 201
        assert shop.get(f"/v1/accounts/{OWN}/forecast").json == posted

    def test_a_report_that_lags_less_than_usual_rolls_on_from_its_own_end(self, shop):
        window = {"from": "2026-01-10", "to": str(AS_OF - timedelta(days=1))}
        body = request(
            {"late_rate": days(AS_OF - timedelta(days=1), *[(10, 10), *[(0, 10)] * 9])},
            {"late_rate": {"numerator": 10, "denominator": 100, "window": window}},
        )
        posted = shop.post("/v1/forecasts", json=body).json
        assert (only(posted)["lag_days"], ends(only(posted)["recovery"])) == (1, ["2026-01-21"] * 3)
        assert shop.post("/v1/evaluations", json=body).status_code == 201
        assert shop.get(f"/v1/accounts/{OWN}/forecast").json == posted

    def test_days_come_together_from_many_evaluations_and_the_later_word_counts(self, shop):
        for number, each in enumerate(days(AS_OF, *[(1, 20)] * 13)):
            body = request(
                {
                    "late_rate": [
                        {**each, "numerator": 7},
                    ]
                }
                if number == 5
                else {"late_rate": [each]}
            )
            assert shop.post("/v1/evaluations", json=body).status_code == 201
            if number == 5:
                assert shop.post("/v1/evaluations", json=request({"late_rate": [each]})).status_code == 201
        found = only(shop.get(f"/v1/accounts/{OWN}/forecast?metric=late_rate&horizon_days=7").json)
        assert (found["basis"], found["numerator"], found["denominator"]) == ("daily_counts", 10, 200)
        assert len(found["days"]) == 8

    def test_the_newest_measurement_counts_with_the_lag_of_its_own_report(self, shop):
        for day, top in (("2026-01-10", 9), ("2026-01-18", 11)):
            end = date.fromisoformat(day)
            window = {"from": str(end - timedelta(days=9)), "to": day}
            late = {"numerator": top, "denominator": 100, "window": window}
            as_of = str(end + timedelta(days=5))
            body = {**request(metrics={"late_rate": late}), "as_of": as_of}
            assert shop.post("/v1/evaluations", json=body).status_code == 201
        assert (
            shop.post(
                "/v1/evaluations", json={**request(metrics={"points": {"value": 1}}), "as_of": "2026-02-05"}
            ).status_code
            == 201
        )
        answer = shop.get(f"/v1/accounts/{OWN}/forecast?metric=late_rate").json
        found = only(answer)
        assert (answer["as_of"], found["lag_days"], found["numerator"]) == ("2026-02-05", 5, 11)

    def test_counts_that_contradicted_the_rate_still_do(self, shop):
        metrics = {"late_rate": {"value": "1.2", "unit": "percent", "numerator": 8, "denominator": 1000}}
        assert shop.post("/v1/evaluations", json=request(metrics=metrics)).status_code == 201
        answer = shop.get(f"/v1/accounts/{OWN}/forecast").json
        assert [each["reason"] for each in answer["unknown"]] == ["counts_contradict"]

    def test_a_series_narrows_to_windows_of_one_length(self, shop):
        window = {"from": "2026-01-08", "to": "2026-01-17"}
        metrics = {"late_rate": {"numerator": 10, "denominator": 200, "window": window}}
        body = request({"late_rate": days(LAST, *[(1, 20)] * 10)}, metrics)
        assert shop.post("/v1/evaluations", json=body).status_code == 201
        where = f"/v1/accounts/{OWN}/metrics/late_rate"
        assert [len(shop.get(f"{where}{query}").json["data"]) for query in ("", "?window_days=1")] == [11, 10]
        (point,) = shop.get(f"{where}?window_days=10").json["data"]
        assert point["denominator"] == 200

    def test_the_site_is_needed_where_there_are_several(self, shop):
        for site in ("N", "S"):
            body = request(metrics={"points": {"value": 1}}, site=site)
            assert shop.post("/v1/evaluations", json=body).status_code == 201
        where = f"/v1/accounts/{OWN}/forecast"
        refused = shop.get(where)
        assert (refused.status_code, "N, S" in refused.json["detail"]) == (400, True)
        assert shop.get(f"{where}?site=X").status_code == 400
        assert shop.get(f"{where}?site=S").json["account"]["site"] == "S"

    @pytest.mark.parametrize(
        "query", ["horizon_days=0", "horizon_days=401", "metric=nope", "as_of=2026-01-01"]
    )
    def test_b_bad_queries(self, shop, query):
        assert shop.post("/v1/evaluations", json=request(metrics={"points": {"value": 1}})).status_code == 201
        assert shop.get(f"/v1/accounts/{OWN}/forecast?{query}").status_code == 400

    def test_s01_another_tenant_is_told_there_is_none(self, shop, monkeypatch):
        assert shop.post("/v1/evaluations", json=request(metrics={"points": {"value": 1}})).status_code == 201
        where = f"/v1/accounts/{OWN}/forecast"
        assert shop.get(where).status_code == 200
        monkeypatch.setattr(gate, "TENANT", "somebody else")
        assert shop.get(where).status_code == 404


ONE = {"day": "2026-01-01", "numerator": 1, "denominator": 10}


def daily(content):
    return {"daily": {"late_rate": content}}


@pytest.mark.parametrize(
    ("change", "code", "pointer"),
    [
        (daily(5), "validation-failed", "/daily/late_rate"),
        (daily({"days": 5}), "validation-failed", "/daily/late_rate"),
        (daily([{"days": [ONE]}, {"days": [ONE]}]), "validation-failed", "/daily/late_rate/1"),
        (daily({"days": [ONE, ONE]}), "validation-failed", "/daily/late_rate/days/1/day"),
        (daily({"days": [5]}), "validation-failed", "/daily/late_rate/days/0"),
        (
            daily({"days": [{**ONE, "numerator": 11}]}),
            "validation-failed",
            "/daily/late_rate/days/0/numerator",
        ),
        (
            daily({"days": [{**ONE, "numerator": -1}]}),
            "validation-failed",
            "/daily/late_rate/days/0/numerator",
        ),
        (
            daily({"days": [{**ONE, "numerator": "1"}]}),
            "validation-failed",
            "/daily/late_rate/days/0/numerator",
        ),
        (daily({"days": [{**ONE, "value": 1}]}), "unknown-field", "/daily/late_rate/days/0/value"),
        (
            daily({"days": [{"day": "2026-01-01", "numerator": 1}]}),
            "validation-failed",
            "/daily/late_rate/days/0/denominator",
        ),
        (daily({"days": [{**ONE, "day": "1.1.2026"}]}), "validation-failed", "/daily/late_rate/days/0/day"),
        (daily({"days": [{**ONE, "day": "9999-01-01"}]}), "validation-failed", "/daily/late_rate/days/0/day"),
        (daily({"days": [ONE], "unit": "x"}), "unknown-field", "/daily/late_rate/unit"),
        (daily({"days": [ONE], "segment": 5}), "validation-failed", "/daily/late_rate/segment"),
        (daily({"days": [ONE] * (DAYS + 1)}), "limit-exceeded", "/daily/late_rate/days"),
        ({"daily": {"points": {"days": [ONE]}}}, "validation-failed", "/daily/points"),
        ({"daily": []}, "validation-failed", "/daily"),
        ({"daily": {"nope": 5}}, "validation-failed", "/daily/nope"),
        (
            {"daily": {"nope": {"days": [{"day": "2026-01-01"}]}}},
            "validation-failed",
            "/daily/nope/days/0/numerator",
        ),
        ({"daily": {"nope": [{"days": []}] * (DAILY_SERIES + 1)}}, "limit-exceeded", "/daily/nope"),
        ({"horizon_days": 0}, "number-out-of-range", "/horizon_days"),
        ({"horizon_days": HORIZON[-1] + 1}, "number-out-of-range", "/horizon_days"),
        ({"horizon_days": "90"}, "validation-failed", "/horizon_days"),
        ({"horizon_days": True}, "validation-failed", "/horizon_days"),
        ({"store": True}, "unknown-field", "/store"),
        ({"inflow": {"points": {"numerator": "1"}}}, "validation-failed", "/inflow/points"),
        ({"inflow": {"nope": {"numerator": "1"}}}, "validation-failed", "/inflow/nope"),
        ({"inflow": {"late_rate": 5}}, "validation-failed", "/inflow/late_rate"),
        ({"inflow": {"late_rate": {"numerator": "1"}}}, "validation-failed", "/inflow/late_rate/denominator"),
        ({"inflow": given("late_rate", "2", "1")}, "validation-failed", "/inflow/late_rate/numerator"),
        ({"inflow": given("late_rate", "x", "1")}, "validation-failed", "/inflow/late_rate/numerator"),
        (
            {"inflow": {"strikes": {"numerator": "1", "denominator": "2"}}},
            "unknown-field",
            "/inflow/strikes/denominator",
        ),
        (
            {"inflow": {"late_rate": [{"numerator": "0", "denominator": "1"}] * 2}},
            "validation-failed",
            "/inflow/late_rate/1",
        ),
    ],
)
def test_bad_input_is_refused_at_its_place(quick, change, code, pointer):
    body = {**request(metrics={"late_rate": {"numerator": 1, "denominator": 9}}), **change}
    response = quick.post("/v1/forecasts", json=body)
    assert response.status_code == 422, response.json
    assert {"code": code, "pointer": pointer}.items() <= response.json["errors"][0].items()


def test_an_unknown_metric_is_ignored_and_said(quick):
    body = {
        **request(metrics={"late_rate": {"numerator": 1, "denominator": 9}}),
        "daily": {"nope": {"days": []}},
    }
    assert quick.post("/v1/forecasts", json=body).status_code == 200
    judged = quick.post("/v1/evaluations", json={**body, "store": False}).json
    assert [each["pointer"] for each in judged["coverage"]["ignored"]] == ["/daily/nope"]


def test_so_many_days_of_so_many_lines_are_refused(shop):
    lines = FORECAST_DAYS // HORIZON[-1]
    several = [{"segment": f"S{number}", "numerator": 1, "denominator": 10} for number in range(lines + 1)]
    whole = request(metrics={"late_rate": several}, horizon_days=HORIZON[-1])
    refused = shop.post("/v1/forecasts", json=whole)
    assert (refused.status_code, refused.json["type"]) == (422, "/problems/limit-exceeded")
    (fault,) = refused.json["errors"]
    assert fault["pointer"] == "/horizon_days"
    most = FORECAST_DAYS // (lines + 1)
    assert f"; {most} days of so many" in fault["detail"]
    assert shop.post("/v1/forecasts", json={**whole, "horizon_days": most}).status_code == 200

    stored = {"metrics": {"late_rate": several}, "store": True}
    assert shop.post("/v1/evaluations", json=request(**stored)).status_code == 201
    where = f"/v1/accounts/{OWN}/forecast?horizon_days"
    refused = shop.get(f"{where}={HORIZON[-1]}")
    assert (refused.status_code, refused.json["type"]) == (400, "/problems/invalid-parameter")
    assert [each["pointer"] for each in refused.json["errors"]] == ["horizon_days"]
    assert shop.get(f"{where}={most}").status_code == 200


def test_a_line_that_can_only_warn_is_told_and_breaches_nothing(client):
    window = {"from": "2026-08-24", "to": "2026-11-21"}
    late = {"numerator": 60, "denominator": 600, "window": window}
    account = {"marketplace": "ebay", "site": "PROGRAM_GLOBAL"}
    body = {"account": account, "as_of": "2026-11-22", "metrics": {"late_shipment_rate": late}}
    found = client.post("/v1/forecasts", json=body).json
    (line,) = found["metrics"]
    assert {each["limit"]["trust"] for each in line["limits"]} == {"disputed"}
    assert {each["outcome"] for each in line["days"]} == {"warn"}
    assert line["recovery"]["expected"] is None
    assert found["breached"] is False
