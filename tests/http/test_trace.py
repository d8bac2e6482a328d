"""How a verdict came about: for every sample of every marketplace, held against the verdict itself."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

SAMPLES = sorted((Path(__file__).parents[1] / "plugins").glob("*/payloads/*.json"))


def posted(client, **request):
    request.setdefault("account", {"marketplace": "amazon", "site": "US"})
    answer = client.post("/v1/evaluations", json=request)
    assert answer.status_code == 201, answer.json
    return answer.json


def traced(client, ident, rule=None):
    query = "" if rule is None else f"?rule={rule}"
    answer = client.get(f"/v1/evaluations/{ident}/trace{query}")
    assert answer.status_code == 200, answer.json
    return answer.json


def at(content, pointer):
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        content = content[int(name)] if isinstance(content, list) else content[name]
    return content


def outcome_of(branch):
    """What the steps lead to, read from nothing else."""
    if "the limit is broken" in branch:
        return "warn" if any(step.endswith("only a warning") for step in branch) else "fail"
    return "warn" if "not clear of the warning level" in branch else "pass"


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: f"{path.parts[-3]}-{path.stem:.40}")
def sample(request, app):
    """A sample's content, its result and its trace."""
    content = json.loads(request.param.read_text("utf-8-sig"))
    answer = app.test_client().post("/v1/evaluations", json=content)
    if answer.status_code != 201:
        pytest.skip(f"{request.param.name} is no document on its own")
    return content, answer.json, traced(app.test_client(), answer.json["id"])


def test_every_finding_is_traced_in_its_order_and_the_trace_is_of_the_stored_bytes(sample):
    _, result, trace = sample
    assert trace["identical"]
    for finding, found in zip(result["findings"], trace["findings"], strict=True):
        for name in ("rule", "segment", "outcome", "severity", "message"):
            assert finding[name] == found[name]
        assert found["branch"][-1] == f"outcome {finding['outcome']}"


def test_every_input_stands_where_its_pointer_says(sample):
    content, _, trace = sample
    pointers = {each["pointer"] for found in trace["findings"] for each in found["inputs"] if each["pointer"]}
    for pointer in pointers:
        at(content, pointer)
    assert pointers


def test_the_limit_of_the_finding_is_the_only_chosen_one_and_every_other_says_why(sample):
    _, result, trace = sample
    for finding, found in zip(result["findings"], trace["findings"], strict=True):
        chosen = [each["limit"] for each in found["limits"] if each["chosen"]]
        assert chosen == ([] if finding["limit"] is None else [finding["limit"]])
        assert all(each["why"] for each in found["limits"])


def test_the_steps_alone_lead_to_the_outcome_where_the_rule_has_no_code_of_its_own(sample):
    _, _, trace = sample
    for found in trace["findings"]:
        own = any("code of its own" in step or "does not enforce" in step for step in found["branch"])
        if found["comparisons"] and not own:
            assert outcome_of(found["branch"]) == found["outcome"], found


def test_comparisons_are_right_in_whole_numbers(sample):
    _, _, trace = sample
    holds = {"below": "<", "at_most": "<=", "at_least": ">=", "above": ">"}
    for found in trace["findings"]:
        for each in found["comparisons"]:
            if each["value"] is None:
                assert each["holds"] is None
                continue
            left, right = (_fraction(each[name]) for name in ("value", "bound"))
            cross = (left[0] * right[1], right[0] * left[1])
            compare = {"<": cross[0] < cross[1], "<=": cross[0] <= cross[1]}
            compare |= {">": not compare["<="], ">=": not compare["<"]}
            assert compare[holds[each["comparator"]]] is each["holds"]


def _fraction(text):
    if "/" in text:
        return tuple(map(int, text.split("/")))
    return Decimal(text).as_integer_ratio()


def test_points_add_up_to_the_score(sample):
    _, result, trace = sample
    points = [each["points"] for each in trace["findings"] if each["points"]]
    if result["score"]["value"] is None:
        assert trace["score"]["before_cap"] is None
        return
    lost = sum(Decimal(each["points_lost"]) for each in points)
    assert Decimal(trace["score"]["before_cap"]) == 100 - lost
    assert trace["score"]["value"] == result["score"]["value"]
    cost = sum(Decimal(each["cost"]) for each in points)
    assert Decimal(0) <= cost - lost <= Decimal("0.01") * len(points)
    for each in points:
        formula = Decimal(100) * each["weight"] * (1 - Decimal(each["health"]))
        assert abs(formula / each["judged_weight"] / each["findings"] - Decimal(each["cost"])) < Decimal(
            "1e-9"
        )


def limits_of(client, evaluation, rule):
    (found,) = traced(client, evaluation["id"], rule)["findings"]
    return {each["limit"]["since"] or each["limit"]["origin"]: each for each in found["limits"]}


def test_each_limit_that_was_not_chosen_says_why(client):
    metrics = {"inventory_performance_index": {"value": 420, "unit": "points"}}
    evaluation = posted(client, metrics=metrics, as_of="2021-06-01")
    found = limits_of(client, evaluation, "amazon.inventory-performance-index")
    reasons = {since: each["why"] for since, each in found.items()}
    (chosen,) = (since for since, each in found.items() if each["chosen"])
    later = [since for since in found if since > "2021-06-01"]
    earlier = [since for since in found if since < chosen]
    assert later
    assert earlier
    assert all(reasons[since].startswith("it begins on") for since in later)
    for since in earlier:
        ended = found[since]["until"]
        says = f"it ended on {ended}" if ended and ended < "2021-06-01" else "a newer one took its place"
        assert reasons[since] == says or reasons[since].startswith("only for")


def test_the_day_says_where_it_comes_from(client):
    rate = {"value": "0.5", "unit": "percent", "segment": "mfn"}
    window = {"from": "2020-01-01", "to": "2020-02-29"}

    def day(rate, **more):
        evaluation = posted(client, metrics={"order_defect_rate": rate}, **more)
        (found,) = traced(client, evaluation["id"], "amazon.order-defect-rate")["findings"]
        return found["day"]

    assert day(rate, as_of="2019-05-05") == {"date": "2019-05-05", "why": "the request names it"}
    assert day({**rate, "window": window}) == {
        "date": "2020-02-29",
        "why": "the window of the value ends on it",
    }
    assert day(rate)["why"] == "the request came on it, and the value has no window"


@pytest.mark.parametrize(
    ("value", "exact", "by"),
    [
        ({"value": "1.2", "unit": "percent"}, "12/1000", "reported"),
        ({"value": "1.2", "unit": "percent", "numerator": 24, "denominator": 2000}, "24/2000", "counts"),
        ({"numerator": 3, "denominator": 400}, "3/400", "counts"),
        ({"value": "1.2", "unit": "percent", "numerator": 5, "denominator": 2000}, "12/1000", "reported"),
        ({"numerator": 0, "denominator": 0}, None, "nothing"),
    ],
)
def test_the_value_that_decided_is_exact_and_says_why(client, value, exact, by):
    evaluation = posted(client, metrics={"order_defect_rate": {"segment": "mfn", **value}})
    (found,) = traced(client, evaluation["id"], "amazon.order-defect-rate")["findings"]
    decided = found["value"]["exact"]
    assert (decided if decided is None else _same(decided), found["value"]["decided_by"]) == (
        None if exact is None else _same(exact),
        by,
    )
    assert found["value"]["why"]


def _same(fraction):
    top, bottom = map(int, fraction.split("/"))
    return Decimal(top) / bottom


def test_b62_what_is_not_there_is_not_traced(client):
    evaluation = posted(
        client, metrics={"order_defect_rate": {"segment": "mfn", "numerator": 1, "denominator": 9}}
    )
    for path in (
        f"{evaluation['id']}/trace?rule=amazon.nothing",
        "ev_01kb0t3v9b2m4q8r6s1w5x7y9z/trace",
        "x/trace",
    ):
        answer = client.get(f"/v1/evaluations/{path}")
        assert (answer.status_code, answer.json["type"]) == (404, "/problems/not-found")
    answer = client.get(f"/v1/evaluations/{evaluation['id']}/trace?rules=x")
    assert answer.status_code == 400
