"""What if, through the door: the difference, the goal, and what is refused at its place."""

import pytest

from sellervitals import gate
from sellervitals.limits import LARGEST_COUNT, MOVED
from sellervitals.schemas.examples import EXAMPLES

ODR, LATE, IP = "amazon.order-defect-rate", "amazon.late-shipment-rate", "amazon.received-ip-complaints"
BASE = {
    "account": {"marketplace": "amazon", "site": "US", "seller_id": "A1"},
    "as_of": "2026-11-22",
    "metrics": {
        "order_defect_rate": [
            {"segment": "mfn", "value": "1.2", "unit": "percent", "numerator": 12, "denominator": 1000},
            {"segment": "afn", "numerator": 1, "denominator": 500},
        ],
        "late_shipment_rate": [{"segment": "30d", "numerator": 15, "denominator": 320}],
        "cancellation_rate": {"value": "1.2", "unit": "percent"},
        "received_ip_complaints": {"value": 2},
        "account_health_rating": {"value": 150},
        "account_status": {"value": "NORMAL"},
    },
}

UNITLESS = {**BASE, "metrics": {"late_shipment_rate": {"value": 1}}}
NOTHING = {"metrics": {"order_defect_rate": {"segment": "mfn", "remove": 0}}}
CHANGED = ("new", "worse", "better", "fixed", "unjudged", "judged")


def posted(client, changes=None, goal=None, base=BASE, **more):
    body = {"base": base, **more}
    body |= {} if changes is None else {"changes": changes}
    body |= {} if goal is None else {"goal": goal}
    return client.post("/v1/simulations", json=body)


def asked(client, *given, **more):
    response = posted(client, *given, **more)
    assert response.status_code == 200, response.json
    assert response.headers["Cache-Control"] == "no-store"
    return response.json


def rules(answer, name):
    return [(each["rule"], each["segment"]) for each in answer[name]]


def faults(response):
    assert response.status_code == 422, response.json
    return {each["pointer"]: each["detail"] for each in response.json["errors"]}


def test_a22_no_change_changes_nothing_and_nothing_is_stored(client, stored):
    count = stored()
    for changes in (
        {},
        {"clean_orders": 0},
        {"metrics": {"order_defect_rate": {"segment": "mfn", "remove": 0}}},
    ):
        answer = asked(client, changes)
        assert answer["before"] == answer["after"]
        assert (answer["score_change"], answer["assumptions"]) == ("0", [])
        assert not [each for each in CHANGED if answer[each]]
        assert answer["deadlines"] == {"came": [], "gone": []}
    assert stored() == count


def test_what_changes_is_judged_like_any_account(client):
    changes = {
        "clean_orders": 201,
        "metrics": {
            "received_ip_complaints": {"remove": 2},
            "order_defect_rate": {"segment": "afn", "add": {"bad": 9}},
            "cancellation_rate": {"set": {"value": "2.6", "unit": "percent"}},
            "account_health_rating": {"add": {"good": 50}},
        },
    }
    answer = asked(client, changes, result=True)
    real = {
        **BASE,
        "store": False,
        "metrics": {
            **BASE["metrics"],
            "order_defect_rate": [
                {"segment": "mfn", "numerator": 12, "denominator": 1201},
                {"segment": "afn", "numerator": 10, "denominator": 710},
            ],
            "late_shipment_rate": [{"segment": "30d", "numerator": 15, "denominator": 521}],
            "cancellation_rate": {"value": "2.6", "unit": "percent"},
            "received_ip_complaints": {"value": 0},
            "account_health_rating": {"value": 200},
        },
    }
    judged = client.post("/v1/evaluations", json=real).json
    for name in ("score", "level", "computed_levels", "findings", "actions", "as_of"):
        assert answer["result"][name] == judged[name], name
    assert answer["after"]["score"] == judged["score"]
    assert (IP, None) in rules(answer, "fixed")
    assert (ODR, "afn") in rules(answer, "new")
    assert (ODR, "mfn") in rules(answer, "better")
    several = [each for each in (*answer["better"], *answer["new"]) if each["rule"] == ODR]
    before = {each["segment"]: each["before"]["display"] for each in several}
    assert before == {"mfn": "1.2 %", "afn": "0.2 %"}
    (about, *_) = answer["assumptions"]
    assert about.startswith("The 201 orders without fault count in every rate of orders")
    assert "cancellation_rate" not in about  # its counts are not known


def test_another_day_is_another_policy(client):
    base = {**BASE, "metrics": {"late_shipment_rate": {"segment": "30d", "value": "3", "unit": "percent"}}}
    answer = asked(client, {"as_of": "2014-12-31"}, base=base)
    assert (answer["before"]["as_of"], answer["after"]["as_of"]) == ("2026-11-22", "2014-12-31")
    assert (LATE, "30d") in rules(answer, "unjudged")
    assert answer["score_change"] is None
    assert answer["assumptions"] == ["The same numbers are judged by the policy of 2014-12-31."]


def test_a_segment_may_be_left_out_where_there_is_one(client):
    answer = asked(client, {"metrics": {"late_shipment_rate": {"remove": 15}}})
    assert (LATE, "30d") in rules(answer, "fixed")


def test_a_word_can_be_set_and_a_metric_that_was_not_reported(client):
    changes = {
        "metrics": {
            "account_status": {"set": {"value": "DEACTIVATED"}},
            "valid_tracking_rate": {"set": {"numerator": 90, "denominator": 100}},
        }
    }
    answer = asked(client, changes)
    found = rules(answer, "new")
    assert ("amazon.account-status", None) in found
    assert ("amazon.valid-tracking-rate", None) in found


def test_a_stored_evaluation_is_where_a_simulation_may_begin(client):
    made = client.post("/v1/evaluations", json=BASE).json
    body = {"evaluation": made["id"], "changes": {"metrics": {"received_ip_complaints": {"remove": 2}}}}
    answer = client.post("/v1/simulations", json=body).json
    assert answer["evaluation"] == made["id"]
    assert answer["before"]["score"] == made["score"]
    assert rules(answer, "fixed") == [(IP, None)]
    other = client.post("/v1/simulations", json={**body, "evaluation": f"{made['id'][:-1]}!"})
    assert other.status_code == 404


def test_a_goal_is_met_by_the_combination_that_is_told_and_by_nothing_less(client):
    rates = ("order_defect_rate", "late_shipment_rate")
    base = {**BASE, "metrics": {name: BASE["metrics"][name] for name in rates}}
    answer = asked(client, goal={"id": "safe"}, base=base)
    goal = answer["goal"]
    assert (goal["met"], goal["clears"], goal["unknown"], goal["unreachable"]) == (False, True, [], [])
    assert {(each["metric"], each["segment"]) for each in goal["blocking"]} == {
        ("order_defect_rate", "mfn"),
        ("late_shipment_rate", "30d"),
    }
    alone = {(each["lever"], each["metric"]): each["amount"] for each in goal["singles"]}
    assert alone.pop(("clean", None)) == 201
    assert set(alone.values()) == {None}
    assert goal["effort"] == {"clean": "1", "remove": "25", "add": "1"}
    (silent,) = goal["notices"]
    assert silent.startswith("Nothing was reported about ")
    best = goal["cheapest"]
    # one good order spares one of the three removals of the first rate, six one of the second
    assert best["changes"] == {
        "clean": {"orders": 6},
        "metrics": {
            "order_defect_rate": [{"segment": "mfn", "remove": 2}],
            "late_shipment_rate": [{"segment": "30d", "remove": 2}],
        },
    }
    assert (best["effort"], best["proved"]) == ("106", True)
    then = asked(client, best["changes"], {"id": "safe"}, base=base)
    assert then["goal"]["met"]
    assert (then["goal"]["blocking"], then["goal"]["cheapest"]) == ([], None)
    less = {**best["changes"], "clean": {"orders": 5}}
    assert not asked(client, less, {"id": "safe"}, base=base)["goal"]["met"]


def test_effort_decides_and_may_forbid(client):
    base = {**BASE, "metrics": {"late_shipment_rate": BASE["metrics"]["late_shipment_rate"]}}

    def steps(effort):
        found = asked(client, goal={"id": "safe", "effort": effort}, base=base)["goal"]["cheapest"]
        return found and [(each["lever"], each["amount"], each["effort"]) for each in found["steps"]]

    assert steps({"remove": 10}) == [("clean", 6, "6"), ("remove", 2, "20")]
    assert steps({"remove": "10", "clean": 5}) == [("remove", 3, "30")]
    assert steps({"remove": None}) == [("clean", 56, "56")]
    own = {"late_shipment_rate": {"remove": "0.5"}}
    assert steps({"clean": None, "metrics": own}) == [("remove", 3, "1.5")]
    assert steps({"clean": None, "remove": None}) is None


def test_what_no_event_moves_is_said_and_nothing_is_claimed(client):
    base = {
        **BASE,
        "metrics": {
            "account_status": {"value": "AT_RISK"},
            "late_shipment_rate": {"segment": "30d", "value": "5", "unit": "percent"},
        },
    }
    goal = asked(client, goal={"id": "safe"}, base=base)["goal"]
    assert (goal["met"], goal["clears"], goal["cheapest"], goal["singles"]) == (False, False, None, [])
    why = {each["metric"]: each["why"] for each in goal["unreachable"]}
    assert "is a word" in why["account_status"]
    assert "without its counts" in why["late_shipment_rate"]


def test_where_nothing_can_be_judged_nothing_is_reached(client):
    grade = {"value": "4.6", "unit": "stars", "comparator": "at_least"}
    base = {"account": {"marketplace": "generic"}, "metrics": {"shop_grade": grade}}
    goal = asked(client, goal={"id": "safe"}, base=base)["goal"]
    assert (goal["met"], goal["clears"], goal["held"]) == (False, False, 0)
    assert goal["notices"] == ["Nothing that was reported could be judged, so nobody knows."]


def test_a_rule_is_a_goal_and_a_warning_is_no_pass(client):
    counts = {"segment": "mfn", "numerator": 6, "denominator": 1000}
    base = {**BASE, "metrics": {"order_defect_rate": counts}}
    assert asked(client, goal={"id": "safe"}, base=base)["goal"]["met"]
    goal = asked(client, goal={"id": f"rule:{ODR}"}, base=base)["goal"]
    assert not goal["met"]
    alone = {each["lever"]: each["amount"] for each in goal["singles"] if each["metric"]}
    assert alone == {"clean": 201, "remove": 2}  # under the warn level of 0.5 %
    unknown = asked(client, goal={"id": f"rule:{LATE}"}, base=base)["goal"]
    assert (unknown["met"], unknown["clears"], len(unknown["unknown"])) == (False, False, 1)


@pytest.mark.parametrize(
    ("metric", "change", "pointer", "says"),
    [
        ("late_shipment_rate", {"remove": 16}, "/remove", "more than the 15"),
        ("order_defect_rate", {"remove": 1}, "/segment", "mfn, afn"),
        ("late_shipment_rate", {"segment": "10d", "remove": 1}, "", "not reported"),
        ("cancellation_rate", {"add": {"bad": 1}}, "/add/bad", "without its counts"),
        ("cancellation_rate", {"clean": 1}, "/clean", "without its counts"),
        ("account_status", {"remove": 1}, "/remove", "is a word"),
        ("received_ip_complaints", {"add": {"good": 1}}, "/add/good", "nothing"),
        ("received_ip_complaints", {"remove": 3}, "/remove", "more than the 2"),
        ("account_health_rating", {"remove": 3}, "/remove", "no bad events"),
        ("account_health_rating", {"add": {"good": 900}}, "/add/good", "1,000"),
        ("account_health_rating", {"add": {"bad": 151}}, "/add/bad", "150"),
        ("valid_tracking_rate", {"clean": 1}, "", "not reported"),
        ("odr", {"clean": 1}, "", "no metric"),
        ("cancellation_rate", {"set": {"value": 2}}, "/set/unit", "missing"),
        ("cancellation_rate", {"set": {"x": 2}}, "/set/x", "not known"),
        ("cancellation_rate", {"set": {}}, "/set", "missing"),
        ("cancellation_rate", {"set": {"numerator": 2}}, "/set/denominator", "missing"),
        ("late_shipment_rate", {"set": {"numerator": -1}}, "/set/numerator", "negative"),
        ("account_status", {"set": {"value": ""}}, "/set/value", "word"),
        ("late_shipment_rate", {}, "", "changes nothing"),
        ("late_shipment_rate", {"segment": "30d"}, "", "changes nothing"),
        ("late_shipment_rate", [{"clean": 1}, {"clean": 1}], "/1", "twice"),
        ("late_shipment_rate", [], "", "1 to"),
        ("late_shipment_rate", 3, "", "object"),
        ("late_shipment_rate", [3], "/0", "object"),
        ("late_shipment_rate", {"clean": 1.5}, "/clean", "whole"),
        ("late_shipment_rate", {"clean": True}, "/clean", "whole"),
        ("late_shipment_rate", {"clean": -1}, "/clean", "negative"),
        ("late_shipment_rate", {"add": 1}, "/add", "object"),
        ("late_shipment_rate", {"add": {"worse": 1}}, "/add/worse", "not known"),
        ("late_shipment_rate", {"clean": LARGEST_COUNT + 1}, "/clean", "10^15"),
    ],
)
def test_what_cannot_happen_is_refused_at_its_place(client, metric, change, pointer, says):
    found = faults(posted(client, {"metrics": {metric: change}}))
    assert says in found[f"/changes/metrics/{metric}{pointer}"]
    assert all(each.startswith(f"/changes/metrics/{metric}") for each in found)


@pytest.mark.parametrize(
    ("changes", "pointer", "says"),
    [
        ({"clean": {"parcels": 1}}, "/clean/parcels", "counted are"),
        ({"clean": {"orders": "1"}}, "/clean/orders", "whole"),
        ({"clean_orders": None}, "/clean_orders", "null"),
        ({"as_of": "22.11.2026"}, "/as_of", "2026-11-22"),
        ({"orders": 3}, "/orders", "not known"),
        ({"metrics": {f"m{n}": [{"clean": 1}] * 10 for n in range(51)}}, "/metrics", "more than 500"),
        ({"metrics": []}, "/metrics", "object"),
    ],
)
def test_other_changes_that_make_no_sense_are_refused_too(client, changes, pointer, says):
    found = faults(posted(client, changes))
    assert list(found) == [f"/changes{pointer}"]
    assert says in found[f"/changes{pointer}"]


def test_clean_orders_need_a_rate_of_orders(client):
    base = {**BASE, "metrics": {"received_ip_complaints": {"value": 2}}}
    found = faults(posted(client, {"clean_orders": 3}, base=base))
    assert "nothing that counts are known of" in found["/changes/clean_orders"]
    several = {
        "valid_tracking_rate": {"numerator": 90, "denominator": 100},
        "unit_on_time_delivery_rate": {"numerator": 90, "denominator": 100},
    }
    found = faults(posted(client, {"clean_orders": 3}, base={**BASE, "metrics": several}))
    assert "counted are packages, tracked units" in found["/changes/clean_orders"]


def test_counts_that_contradict_their_rate_are_not_counted_on(client):
    counts = {"segment": "mfn", "value": "3", "unit": "percent", "numerator": 12, "denominator": 1000}
    base = {**BASE, "metrics": {"order_defect_rate": counts}}
    found = faults(posted(client, {"metrics": {"order_defect_rate": {"remove": 1}}}, base=base))
    assert "contradict" in found["/changes/metrics/order_defect_rate/remove"]
    goal = asked(client, goal={"id": "safe"}, base=base)["goal"]
    assert "contradict" in goal["unreachable"][0]["why"]


@pytest.mark.parametrize(
    ("goal", "pointer", "says"),
    [
        ({"id": "top rated"}, "/id", "known are safe, clean, aha-eligible, account_health_zone:HEALTHY"),
        ({"id": "rule:ebay.nothing"}, "/id", "no rule of amazon"),
        ({}, "/id", "required"),
        ({"id": ""}, "/id", "empty"),
        ({"id": "healthy", "segment": "mfn"}, "/segment", "no segment"),
        ({"id": "safe", "effort": {"clean": 0}}, "/effort/clean", "more than 0"),
        ({"id": "safe", "effort": {"clean": "-1"}}, "/effort/clean", "plain decimal"),
        ({"id": "safe", "effort": {"clean": "1e3"}}, "/effort/clean", "plain decimal"),
        ({"id": "safe", "effort": {"clean": 1234567}}, "/effort/clean", "six digits"),
        ({"id": "safe", "effort": {"more": 1}}, "/effort/more", "not known"),
        ({"id": "safe", "effort": {"metrics": {"odr": {"add": 1}}}}, "/effort/metrics/odr", "no metric"),
        ({"id": "safe", "effort": {"metrics": {"a": {"b": 1}}}}, "/effort/metrics/a/b", "not known"),
        ({"id": "safe", "effort": {"metrics": {"a/b": {"add": 1}}}}, "/effort/metrics/a~1b", "no metric"),
    ],
)
def test_a_goal_that_makes_no_sense_is_refused(client, goal, pointer, says):
    found = faults(posted(client, goal=goal))
    assert list(found) == [f"/goal{pointer}"]
    assert says in found[f"/goal{pointer}"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, ""),
        ({"base": BASE}, ""),
        ({"changes": {}}, ""),
        ({"base": BASE, "evaluation": "ev_01kb0t3v9b2m4q8r6s1w5x7y9z", "changes": {}}, ""),
        ({"base": {"store": True}, "changes": {}}, "/base/store"),
        ({"base": {"metrics": {"x": 1}}, "changes": {}}, "/base/account/marketplace"),
        ({"base": UNITLESS, "changes": {}}, "/base/metrics/late_shipment_rate/unit"),
        ({"base": {**BASE, "documents": [{"content": {}}]}, "changes": {}}, "/base/documents/0/content"),
        ({"base": [], "changes": {}}, "/base"),
        ({"base": BASE, "changes": {}, "whatever": 1}, "/whatever"),
        ({"base": BASE, "changes": {}, "result": "yes"}, "/result"),
        ([], ""),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(client, body, pointer):
    response = client.post("/v1/simulations", json=body)
    assert response.status_code in {400, 422}, response.json
    assert pointer in {each["pointer"] for each in response.json["errors"]}


def test_more_changes_than_anybody_means_are_refused(client):
    many = {"metrics": {"late_shipment_rate": [{"clean": 1}] * (MOVED + 1)}}
    assert "1 to" in faults(posted(client, many))["/changes/metrics/late_shipment_rate"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_too(client, day):
    changes = {"as_of": day, "metrics": {"cancellation_rate": {"set": {"value": 2, "unit": "percent"}}}}
    assert asked(client, changes, {"id": "safe"})["after"]["as_of"] == day


@pytest.mark.parametrize("name", ["what-if", "what-if-metrics"])
def test_o09_the_examples_of_the_document_are_answered(client, name):
    assert client.post("/v1/simulations", json=EXAMPLES[name]).status_code == 200


FINE = {
    **BASE,
    "metrics": {"late_shipment_rate": [{"segment": "30d", "numerator": 5, "denominator": 320}]},
}


def house(fail, **more):
    limit = {"rule": LATE, "segment": "30d", "fail": fail, "unit": "percent"}
    return {"marketplace": "amazon", "limits": [limit], **more}


def test_other_own_limits_are_simulated_and_a_looser_one_changes_nothing(client):
    tight = asked(client, {"profile": house("1.5")}, base=FINE)
    (worse,) = tight["new"] + tight["worse"]
    assert (worse["rule"], worse["after"]["outcome"]) == (LATE, "fail")
    assert "Own limits and weights are those of the profile inline." in tight["assumptions"]
    assert float(tight["score_change"]) < 0
    loose = asked(client, {"profile": house("9")}, base=FINE)
    assert not any(loose[name] for name in CHANGED)
    assert loose["score_change"] == "0"
    assert [each["code"] for each in loose["warnings"]].count("limit_loosened") == 1


def test_a_stored_profile_is_simulated_by_its_name_and_a_wrong_one_refused_at_its_place(client):
    assert client.put("/v1/profiles/simulated", json=house("1.5")).status_code in {200, 201}
    by_name = asked(client, {"profile": "simulated"}, base=FINE)
    assert rules(by_name, "new") + rules(by_name, "worse") == [(LATE, "30d")]
    in_base = asked(client, {"profile": house("9")}, base={**FINE, "profile": "simulated"})
    assert rules(in_base, "fixed") + rules(in_base, "better") == [(LATE, "30d")]
    assert "/changes/profile" in faults(posted(client, {"profile": "nobody"}))
    assert "/changes/profile/limits/0/unit" in faults(
        posted(client, {"profile": {"marketplace": "amazon", "limits": [{"rule": LATE, "fail": "1"}]}})
    )
    assert "/base/profile" in faults(posted(client, {}, base={**BASE, "profile": "nobody"}))


def test_a_stored_evaluation_is_simulated_with_what_was_in_force(client):
    assert client.put("/v1/profiles/then", json=house("1.5")).status_code in {200, 201}
    evaluation = client.post("/v1/evaluations", json={**BASE, "profile": "then"}).json
    assert client.put("/v1/profiles/then", json=house("3")).status_code == 200
    body = {"evaluation": evaluation["id"], "changes": {}, "result": True}
    answer = client.post("/v1/simulations", json=body).json
    assert answer["result"]["profile"] == evaluation["profile"]
    assert not any(answer[name] for name in CHANGED)


def test_s01_s31_what_another_tenant_stored_is_no_place_to_begin(client, monkeypatch):
    house = {"marketplace": "amazon"}
    ident = client.post("/v1/evaluations", json=BASE).json["id"]
    assert client.put("/v1/profiles/theirs", json=house).status_code in {200, 201}

    def ask(ident, profile):
        response = client.post("/v1/simulations", json={"evaluation": ident, "goal": {"id": "safe"}})
        other = posted(client, {"profile": profile})
        inside = posted(client, {}, base={**BASE, "profile": profile})
        return [(each.status_code, {**each.json, "request_id": ""}) for each in (response, other, inside)]

    assert [status for status, _ in ask(ident, "theirs")] == [200, 200, 200]
    monkeypatch.setattr(gate, "TENANT", "somebody else")
    found = ask(ident, "theirs")
    assert [status for status, _ in found] == [404, 422, 422]
    nobodys = ask("ev_" + "0" * 26, "nobodys")
    assert [[status, each["detail"].replace("nobodys", "theirs")] for status, each in nobodys] == [
        [status, each["detail"]] for status, each in found
    ]
