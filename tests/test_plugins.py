"""The plugin host: what is found, what is listed, and what is refused with which words."""

import random
from datetime import date
from string import Template
from textwrap import indent

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import PluginError, discover
from sellervitals.testing import measurement, snapshot

WISH = Template(
    """
from sellervitals import plugin as sdk

METRICS = (
    sdk.Metric(id="late_rate", title="Late rate", unit=$unit, better="lower"$metric),
    sdk.Metric(id="strikes", title="Strikes", unit="count", better="lower"),
)
CARD = sdk.Scorecard(version="wish-1", weights=$weights)


def broken(case):
    $body


@sdk.hookimpl
def sellervitals_marketplace():
    return sdk.Marketplace(
        id="wish", title="Wish", metrics=METRICS, scorecard=CARD, sites={"US": "United States"}$marketplace
    )


@sdk.hookimpl
def sellervitals_rules():
    return [
        sdk.Rule(
            $id,
            $title
            why="Sales stop.",
            $about,
            severity=$severity,
            limits=$limits,
            steps=$steps,
            references=$references,
            since="0.1",
            $rule
        )
    ]


@sdk.hookimpl
def sellervitals_documents():
    return [$document]
"""
)
STEP = 'sdk.Step(id="look", text="Look.", effort="low", owner="operations")'
STEP_2 = STEP.replace("look", "look-2")
FIGURE = 'sdk.figure("2026-01-01", name="fee", value="1", unit="USD a month", source="a", sites=("XX",))'
LIMIT = 'sdk.limit("2026-01-01", must_be="below", fail=sdk.percent("4"), source="a")'
DOCUMENT = (
    'sdk.Document(type="wish.report", title="Report", media_type="application/json", metrics=("late_rate",),'
    " recognises=lambda _: False, read=lambda _: sdk.Reading(()))"
)
SOUND = {
    "unit": '"ratio"',
    "metric": "",
    "title": 'title="Late rate",',
    "weights": '{"wish.late-rate": 1}',
    "body": "return sdk.compare(case)",
    "marketplace": "",
    "id": 'id="wish.late-rate"',
    "about": 'metric="late_rate"',
    "severity": '"high"',
    "limits": f"({LIMIT},)",
    "steps": f"({STEP},)",
    "references": '{"a": sdk.Reference("A page", "https://a.example/1")}',
    "rule": "",
    "document": DOCUMENT,
}


def wish(**changes):
    return WISH.substitute(SOUND | changes)


def limit(**changes):
    """The sound limit with fields replaced; the given ones are source text, None leaves one out."""
    given = {"must_be": '"below"', "fail": 'sdk.percent("4")', "source": '"a"', "since": '"2026-01-01"'}
    given |= changes
    since = given.pop("since")
    return f"(sdk.limit({since}, {', '.join(f'{k}={v}' for k, v in given.items() if v)}),)"


def refusal(**options):
    with pytest.raises(PluginError) as caught:
        discover(**options)
    return str(caught.value)


def listed(registry, name):
    return next(each for each in registry.plugins if each.name == name)


def test_a_sound_plugin_is_found_with_its_name_version_and_rules(install):
    install("wish", wish(), version="2.3")
    registry = discover(strict=True)
    info = listed(registry, "wish")
    assert (info.status, info.distribution, info.version) == ("loaded", "sellervitals-wish", "2.3")
    assert (info.module, info.marketplace) == ("sellervitals_wish", "wish")
    assert (info.rules, info.documents) == (("wish.late-rate",), ("wish.report",))
    assert info.load_ms > 0
    assert registry.rules["wish.late-rate"].limits[0].since == date(2026, 1, 1)


def test_m25_two_plugins_of_one_name_are_refused_naming_both_modules(install):
    install("wish", wish())
    install("wish", wish(), module="evil")
    said = refusal()
    assert "sellervitals_wish" in said
    assert "evil" in said
    assert "'wish'" in said


def test_m24_a_misspelt_hook_is_refused_by_its_name(install):
    install("wish", wish().replace("def sellervitals_rules", "def sellervitals_ruels"))
    said = refusal()
    assert said.startswith("plugin wish:")
    assert "sellervitals_ruels" in said


def test_m24_a_wrong_hook_signature_is_refused(install):
    install("wish", wish().replace("def sellervitals_rules()", "def sellervitals_rules(account)"))
    said = refusal()
    assert said.startswith("plugin wish:")
    assert "sellervitals_rules" in said
    assert "account" in said


def test_a_plugin_without_hooks_is_refused(install):
    install("wish", "")
    assert refusal() == "plugin wish: implements no hook of sellervitals."


@pytest.mark.parametrize("fault", ["1 / 0", "import absent_module", "raise SystemExit(3)", "def"])
def test_m23_a_plugin_that_cannot_be_imported_is_listed_and_the_others_work(install, fault):
    install("bad", fault)
    install("wish", wish())
    registry = discover()
    bad = listed(registry, "bad")
    assert bad.status == "not_loaded"
    assert bad.error.partition(":")[0] in {
        "ZeroDivisionError",
        "ModuleNotFoundError",
        "SystemExit",
        "SyntaxError",
    }
    assert listed(registry, "wish").status == "loaded"
    assert "wish.late-rate" in registry.rules


def test_m23_strict_refuses_a_plugin_that_cannot_be_imported(install):
    install("bad", "1 / 0")
    said = refusal(strict=True)
    assert "plugin bad" in said
    assert "ZeroDivisionError" in said


def test_blocked_plugins_are_listed_and_never_imported(install):
    install("wish", "raise AssertionError('imported')")
    registry = discover(blocked=["wish"], strict=True)
    assert listed(registry, "wish").status == "blocked"
    assert "wish" not in registry.marketplaces


def test_a_blocked_name_that_nobody_has_is_said(install, caplog):
    install("wish", wish())
    assert listed(discover(blocked=["whish"]), "wish").status == "loaded"
    assert "whish" in caplog.text
    caplog.clear()
    discover(blocked=["wish"])
    assert not caplog.text


def test_rules_on_the_marketplace_of_a_blocked_plugin_are_left_out(install):
    install("wish", wish())
    install("guest", GUEST.substitute(name="guest", marketplace="wish", body="    return sdk.compare(case)"))
    assert "guest.late" in discover().rules
    assert "guest.late" not in discover(blocked=["wish"]).rules


def test_a_hook_that_raises_is_refused(install):
    install("wish", wish().replace("return sdk.Marketplace(", "return 1 / sdk.Marketplace("))
    said = refusal()
    assert said.startswith("plugin wish: sellervitals_marketplace raised TypeError")


@pytest.mark.parametrize(
    ("hook", "answer", "words"),
    [
        ("rules", "None", "sellervitals_rules must give a list, not NoneType"),
        ("rules", "['late']", "sellervitals_rules must give a Rule, not str"),
        ("documents", "[1]", "sellervitals_documents must give a Document, not int"),
        ("marketplace", "None", "sellervitals_marketplace must give a Marketplace, not NoneType"),
    ],
)
def test_m11_a_hook_that_gives_something_else_is_refused(install, hook, answer, words):
    source = f"""
        from sellervitals import plugin as sdk

        @sdk.hookimpl
        def sellervitals_{hook}():
            return {answer}
    """
    install("wish", source)
    assert refusal() == f"plugin wish: {words}."


def test_the_name_of_a_plugin_must_be_usable_in_ids(install):
    install("my-shop", "", module="sellervitals_my_shop")
    said = refusal()
    assert "plugin my-shop" in said
    assert "snake_case" in said


RULE, PART = "rule wish.late-rate", "plugin wish: rule wish.late-rate: "
GALLERY = {
    "foreign rule id": ({"id": 'id="amazon.late-rate"'}, "rule amazon.late-rate: id must begin with 'wish.'"),
    "id that is not kebab": (
        {"id": 'id="wish.late_rate"'},
        "rule wish.late_rate: id must be <plugin>.<kebab",
    ),
    "id in capitals": ({"id": 'id="wish.Late"'}, "rule wish.Late: id"),
    "id without plugin": ({"id": 'id="late-rate"'}, "rule late-rate: id"),
    "unknown field": ({"rule": "limit=()"}, f"{RULE}: limit is no field of a rule"),
    "missing title": ({"title": ""}, f"{RULE}: title is missing"),
    "empty title": ({"title": 'title=" ",'}, f"{RULE}: title must be a non-empty text"),
    "title with a lone surrogate": ({"title": 'title="Late \\ud800",'}, f"{RULE}: title must not hold"),
    "severity of none": ({"severity": "None"}, f"{RULE}: severity must be one of"),
    "bad severity": ({"severity": '"grave"'}, f"{RULE}: severity must be one of critical, high, medium, low"),
    "limits as a list": ({"limits": f"[{LIMIT}]"}, f"{RULE}: limits must be a tuple, not list"),
    "limit without a comma": ({"limits": f"({LIMIT})"}, f"{RULE}: limits must be a tuple, not Limit"),
    "limit that is none": ({"limits": "('4 %',)"}, f"{RULE}: limits[0] must be a Limit, not str"),
    "bad date": ({"limits": limit(since='"2026-13-01"')}, f"{PART}limit 2026-13-01: since must be a date"),
    "bad until": ({"limits": limit(until='"soon"')}, f"{PART}limit 2026-01-01: until must be a date"),
    "until before since": ({"limits": limit(until='"2025-01-01"')}, "until must not come before since"),
    "bad comparator": (
        {"limits": limit(must_be='"under"')},
        f"{PART}limit 2026-01-01: must_be must be one of",
    ),
    "missing comparator": ({"limits": limit(must_be=None)}, f"{PART}limit 2026-01-01: must_be is missing"),
    "unknown limit field": (
        {"limits": limit(fial='"1"')},
        f"{PART}limit 2026-01-01: fial is no field of a limit",
    ),
    "no bound": (
        {"limits": limit(fail=None)},
        f"{PART}limit 2026-01-01: fail and warn cannot both be missing",
    ),
    "float bound": ({"limits": limit(fail="0.04")}, f"{PART}limit 2026-01-01: fail must be percent(...)"),
    "float percent": (
        {"limits": limit(fail="sdk.percent(0.5)")},
        f"{PART}rate: percent must be a decimal text",
    ),
    "percent with a comma": ({"limits": limit(fail='sdk.percent("0,5")')}, f"{PART}rate: percent must be"),
    "percent that is no number": (
        {"limits": limit(fail='sdk.percent("NaN")')},
        f"{PART}rate: percent must be",
    ),
    "rate limit as a number": ({"limits": limit(fail='"4"')}, f"{RULE}: limits[0].fail must be percent(...)"),
    "number limit as percent": ({"about": 'metric="strikes"'}, f"{RULE}: limits[0].fail must be a number"),
    "warn beyond fail": (
        {"limits": limit(warn='sdk.percent("5")')},
        f"{PART}limit 2026-01-01: warn must lie",
    ),
    "warn of another kind": (
        {"limits": limit(warn='"3"')},
        f"{PART}limit 2026-01-01: warn must be of the same",
    ),
    "bad trust": (
        {"limits": limit(trust='"sure"')},
        f"{PART}limit 2026-01-01: trust must be one of official",
    ),
    "source not in references": (
        {"limits": limit(source='"b"')},
        f"{RULE}: limits[0].source 'b' is not among",
    ),
    "sites as a text": ({"limits": limit(sites='"US"')}, f"{PART}limit 2026-01-01: sites must be a tuple"),
    "unknown site in limits": ({"limits": limit(sites='("XX",)')}, f"{RULE}: limits[0].sites names 'XX'"),
    "unknown site of a rule": ({"rule": 'sites=("XX",)'}, f"{RULE}: sites names 'XX'"),
    "cause that is no part": ({"rule": f'causes={{"tea": ({STEP_2},)}}'}, f"{RULE}: causes names 'tea'"),
    "causes as a list": ({"rule": f'causes={{"tea": [{STEP_2}]}}'}, f"{RULE}: causes['tea'] must be a tuple"),
    "step of a cause given twice": ({"rule": f'causes={{"tea": ({STEP},)}}'}, f"{RULE}: steps"),
    "figure for an unknown site": ({"rule": f"figures=({FIGURE},)"}, f"{RULE}: figures[0].sites names 'XX'"),
    "figure that is none": ({"rule": "figures=(5,)"}, f"{RULE}: figures[0] must be a Figure"),
    "blank programme": ({"rule": 'programme=" "'}, f"{RULE}: programme must be a non-empty text"),
    "announced too late": (
        {"limits": limit(announced='"2026-01-02"')},
        f"{PART}limit 2026-01-01: announced must not come after since",
    ),
    "date given twice": (
        {"limits": f"({LIMIT}, {LIMIT})"},
        f"{RULE}: limits[1].since 2026-01-01 is given twice",
    ),
    "sample that is no number": ({"limits": limit(minimum_sample='"30"')}, "minimum_sample must be a whole"),
    "negative sample": (
        {"rule": "minimum_sample=-1"},
        f"{RULE}: minimum_sample must be a whole number from 0",
    ),
    "float ideal": ({"rule": "ideal=0.5"}, f"{RULE}: ideal must be a Decimal"),
    "no steps": ({"steps": "()"}, f"{RULE}: steps must hold at least one step"),
    "repeated step": ({"steps": f"({STEP}, {STEP})"}, f"{RULE}: steps names 'look' twice"),
    "step without owner": (
        {"steps": '(sdk.Step(id="look", text="Look.", effort="low"),)'},
        f"{PART}step look: owner is missing",
    ),
    "bad effort": (
        {"steps": f"({STEP.replace('low', 'small')},)"},
        f"{PART}step look: effort must be one of low",
    ),
    "step id not kebab": (
        {"steps": f"({STEP.replace('look', 'Look_up')},)"},
        f"{PART}step Look_up: id must be",
    ),
    "deadline in words": (
        {"steps": "(" + STEP.replace("text=", "deadline_days='3', text=") + ",)"},
        f"{PART}step look: deadline_days must be a whole number",
    ),
    "no references": ({"references": "{}"}, f"{RULE}: references must name at least one source"),
    "references as a list": ({"references": "[]"}, f"{RULE}: references must be a mapping, not list"),
    "reference as a text": ({"references": '{"a": "https://a.example"}'}, f"{RULE}: references['a'] must be"),
    "http url": (
        {"references": '{"a": sdk.Reference("A page", "http://a.example")}'},
        f"{PART}reference A page: url must start with https://",
    ),
    "unknown metric": ({"about": 'metric="late"'}, f"{RULE}: metric 'late' is no metric of wish"),
    "unknown metric read": ({"rule": 'reads=("late",)'}, f"{RULE}: reads 'late' is no metric of wish"),
    "neither metric nor evaluate": ({"about": "metric=None"}, f"{RULE}: metric is missing"),
    "evaluate that is no function": ({"rule": "evaluate=3"}, f"{RULE}: evaluate must be a function"),
    "unknown marketplace": ({"rule": 'marketplace="moon"'}, f"{RULE}: marketplace 'moon' is not registered"),
    "weight of an unknown rule": ({"weights": '{"wish.x": 1}'}, "scorecard wish-1: weights names 'wish.x'"),
    "weight of a foreign rule": (
        {"weights": '{"amazon.order-defect-rate": 1}'},
        "scorecard wish-1: weights names 'amazon.order-defect-rate'",
    ),
    "negative weight": (
        {"weights": '{"wish.late-rate": -1}'},
        "scorecard wish-1: weights['wish.late-rate'] must",
    ),
    "float weight": (
        {"weights": '{"wish.late-rate": 0.5}'},
        "scorecard wish-1: weights['wish.late-rate'] must",
    ),
    "no weight": ({"weights": '{"wish.late-rate": 0}'}, "scorecard wish-1: weights must weigh at least one"),
    "weights as a list": ({"weights": "[]"}, "scorecard wish-1: weights must be a mapping"),
    "bad unit": ({"unit": '"percent"'}, "metric late_rate: unit must be one of ratio, points"),
    "bad window": ({"metric": ', window_days="60"'}, "metric late_rate: window_days must be a whole number"),
    "segments as a text": ({"metric": ', segments="mfn"'}, "metric late_rate: segments must be a tuple"),
    "unknown family": (
        {"marketplace": ", families=('rates',)"},
        "marketplace wish: families[0] names 'rates', which is no metric",
    ),
    "sites as a list": ({"marketplace": ", site_ids=['US']"}, "marketplace wish: site_ids must be a mapping"),
    "id of an unknown site": (
        {"marketplace": ', site_ids={"DE": "3"}'},
        "marketplace wish: site_ids names 'DE'",
    ),
    "unknown marketplace field": ({"marketplace": ", country='US'"}, "marketplace wish: country is no field"),
    "level that is no function": (
        {"marketplace": ", level='GOLD'"},
        "marketplace wish: level must be a function",
    ),
    "appeal that is none": (
        {"marketplace": ", appeal='Sorry'"},
        "marketplace wish: appeal must be an Appeal",
    ),
    "sign about an unknown rule": (
        {
            "marketplace": ", appeal=sdk.Appeal(asks={}, references=(), weak_signs=(sdk.Sign(id='sorry',"
            " phrases=('sorry',), says='Say what happened.', rules=('wish.x',)),))"
        },
        "sign sorry: rules names 'wish.x', which is no rule",
    ),
    "foreign document": (
        {"document": DOCUMENT.replace("wish.", "amazon.")},
        "document amazon.report: type must",
    ),
    "document not kebab": (
        {"document": DOCUMENT.replace("wish.r", "wish.R")},
        "document wish.Report: type must",
    ),
    "bad media type": ({"document": DOCUMENT.replace("application/json", "text/html")}, "media_type must be"),
    "document of an unknown metric": (
        {"document": DOCUMENT.replace("late_rate", "late")},
        "document wish.report: metrics names 'late'",
    ),
    "document without reader": (
        {"document": DOCUMENT.replace("read=lambda _: sdk.Reading(())", "read=None")},
        "document wish.report: read must be a function",
    ),
    "document given twice": (
        {"document": f"{DOCUMENT}, {DOCUMENT}"},
        "document wish.report: type is given twice",
    ),
}
"""One fault each, with what the sentence must say beside the plugin's name."""


@pytest.mark.parametrize("fault", GALLERY)
def test_wrong_metadata_is_refused_at_start_naming_plugin_subject_and_field(install, fault):
    changes, words = GALLERY[fault]
    install("wish", wish(**changes))
    said = refusal()
    assert said.startswith("plugin wish: "), said
    assert words in said
    assert said.endswith(".")
    assert "\n" not in said


def test_a_marketplace_of_another_name_is_refused(install):
    install("wish", wish().replace('id="wish", title', 'id="moon", title'))
    assert refusal() == "plugin wish: marketplace moon: id must be 'wish'."


def test_the_fault_of_a_part_names_module_and_line(install):
    source = wish(limits=limit(since='"2026-13-01"'))
    install("wish", source)
    line = next(n for n, text in enumerate(source.splitlines(), 1) if "2026-13-01" in text)
    assert refusal().endswith(f"(sellervitals_wish, line {line}).")


def test_a_fault_at_import_is_refused_too_not_only_listed(install):
    install("wish", wish(weights='{"wish.late-rate": 0.5}'))
    said = refusal(strict=False)
    assert said.startswith("plugin wish: scorecard wish-1: weights['wish.late-rate']")


GUEST = Template(
    """
from sellervitals import plugin as sdk


def evaluate(case):
$body


@sdk.hookimpl
def sellervitals_rules():
    return [
        sdk.Rule(
            id="$name.late",
            title="$name",
            why="Sales stop.",
            metric="late_rate",
            marketplace="$marketplace",
            severity="critical",
            limits=(sdk.limit("2026-01-01", must_be="below", fail=sdk.percent("4"), source="a"),),
            steps=(sdk.Step(id="look", text="Look.", effort="low", owner="operations"),),
            references={"a": sdk.Reference("A page")},
            since="0.1",
            evaluate=evaluate,
        )
    ]
"""
)
FAIL = 'return sdk.Verdict(sdk.Outcome.PASS, "Fine"'
BAD = {
    "raises": 'raise ValueError("secret")',
    "raises SystemExit": "raise SystemExit(1)",
    "recurses": "return evaluate(case)",
    "returns None": "return None",
    "returns a lambda": "return lambda: None",
    "returns a generator": "return (each for each in ())",
    "returns a class": "return sdk.Verdict",
    "returns nothing": "return []",
    "returns two for one measurement": f"{FAIL}), sdk.Verdict(sdk.Outcome.PASS, 'x')",
    "returns 501 verdicts": "return [sdk.Verdict(sdk.Outcome.PASS, 'x')] * 501",
    "health NaN": f"import decimal\n    {FAIL}, health=decimal.Decimal('NaN'))",
    "health signalling NaN": f"import decimal\n    {FAIL}, health=decimal.Decimal('sNaN'))",
    "health infinite": f"import decimal\n    {FAIL}, health=decimal.Decimal('inf'))",
    "health a float": f"{FAIL}, health=0.5)",
    "health 101": f"import decimal\n    {FAIL}, health=decimal.Decimal(101))",
    "outcome a word": "return sdk.Verdict('pass', 'Fine')",
    "outcome unknown": "return sdk.Verdict('great', 'Fine')",
    "severity a word": f"{FAIL}, severity='grave')",
    "segment a number": f"{FAIL}, segment=3)",
    "evidence a text": f"{FAIL}, evidence='here')",
    "evidence of numbers": f"{FAIL}, evidence=(sdk.Evidence(1, 2),))",
    "message a number": "return sdk.Verdict(sdk.Outcome.PASS, 3)",
    "message of 50 MB": "return sdk.Verdict(sdk.Outcome.PASS, 'x' * 50_000_000)",
    "message with a lone surrogate": "return sdk.Verdict(sdk.Outcome.PASS, chr(0xD800))",
    "message with NUL": "return sdk.Verdict(sdk.Outcome.PASS, chr(0))",
    "sets a field": "case.rule.title = 'mine'",
}
"""What a rule can do wrong, as its body (rows M-01 to M-18)."""
ACCOUNT = snapshot(
    "wish",
    [
        measurement("late_rate", numerator=5, denominator=100, segment="a", parts={"very late": 2}),
        measurement("late_rate", numerator=1, denominator=100, segment="b"),
        measurement("strikes", 3),
    ],
    day="2026-02-01",
    site="US",
)


def guest(install, name, body="return sdk.compare(case)"):
    install(name, GUEST.substitute(name=name, marketplace="wish", body=indent(body, "    ")))


def findings(engine, *, without=""):
    """All findings as text, but those of one plugin."""
    found = engine.evaluate(ACCOUNT).findings
    return [repr(each) for each in found if not each.rule.id.startswith(f"{without}.")]


@pytest.fixture
def neighbours(install):
    """Good plugins A and C beside the marketplace's own, and their findings."""
    install("wish", wish())
    guest(install, "agood")
    guest(install, "zgood")
    return findings(Engine(discover(strict=True)))


@pytest.mark.parametrize("body", BAD.values(), ids=BAD.keys())
def test_r12_a_bad_rule_changes_nothing_of_its_neighbours(install, neighbours, body):
    guest(install, "bad", body.replace("\n    ", "\n"))
    engine = Engine(discover(strict=True))
    assert findings(engine, without="bad") == neighbours
    bad = [each for each in engine.evaluate(ACCOUNT).findings if each.rule.id == "bad.late"]
    assert [each.outcome for each in bad] == ["error", "error"]
    for each in bad:
        assert "could not be evaluated" in each.message
        assert "secret" not in each.message
        assert len(each.message) < 200


def test_m18_a_rule_that_changes_its_input_changes_nothing_of_its_neighbours(install, neighbours):
    body = (
        "for shared in (case.others, case.measurement.parts, case.rule.references):\n"
        "    try:\n        shared.clear()\n    except AttributeError:\n        pass\n"
        "return sdk.compare(case)"
    )
    guest(install, "bad", body)
    engine = Engine(discover(strict=True))
    assert findings(engine, without="bad") == neighbours
    assert ACCOUNT.measurements[0].parts == {"very late": 2}


@pytest.mark.parametrize("body", ["raise ValueError", "return None"])
def test_r13_a_failed_critical_rule_is_never_a_healthy_seller(install, body):
    install("wish", wish(body=body, severity='"critical"', rule="evaluate=broken"))
    result = Engine(discover(strict=True)).evaluate(ACCOUNT).score
    assert result.band == "unknown"
    assert result.value is None


def test_r13_a_failed_critical_rule_makes_a_good_score_unknown(install):
    install("wish", wish())
    guest(install, "bad", "raise ValueError")
    account = ACCOUNT._replace(measurements=(measurement("late_rate", sdk.percent("0.1")),))
    registry = discover(strict=True)
    assert Engine(registry).evaluate(account).score.band == "healthy"
    result = Engine(discover(strict=True, weights={"bad.late": 1})).evaluate(account).score
    assert result.scorecard.endswith("+own")
    assert result.band == "unknown"
    assert result.coverage == 0.5


@pytest.mark.parametrize("answer", ["1 / 0", "'GOLD'", "('a', 'b', 'c')", "sdk.Level('a', 'b', None)"])
def test_r12_a_bad_level_is_unknown_and_said(install, answer):
    install("wish", wish(marketplace=f", level=lambda _: {answer}"))
    found = Engine(discover(strict=True)).evaluate(ACCOUNT)
    assert found.level is None
    assert [each.code for each in found.notices] == ["level_failed"]
    assert found.findings


def test_r15_the_order_of_plugins_on_disk_does_not_matter(install, monkeypatch):
    install("wish", wish())
    for name in ("agood", "zgood", "mgood"):
        guest(install, name)
    first = discover(strict=True)
    expected = findings(Engine(first))
    import sys  # noqa: PLC0415 - the path is what the test shuffles

    shuffled = random.Random(7)
    for _ in range(5):
        path = list(sys.path)
        shuffled.shuffle(path)
        monkeypatch.setattr(sys, "path", path)
        again = discover(strict=True)
        assert list(again.rules) == list(first.rules)
        assert [each.name for each in again.plugins] == [each.name for each in first.plugins]
        assert findings(Engine(again)) == expected
