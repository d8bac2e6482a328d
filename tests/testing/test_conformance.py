"""PluginConformance: a sound plugin passes, and every promise is broken once to see that it is noticed."""

import shutil
from pathlib import Path

import pytest

from sellervitals.testing import PluginConformance

ACME = Path(__file__).parents[1] / "thirdparty" / "sellervitals-acme" / "src"
REPORT = {"acmeStore": "store-1", "seller": "S9", "parcels": {"late": 7, "sent": 100}, "standing": "GOLD"}
STOCK = (
    "sku\ton-hand\tstuck\treason\tyearly-cost\tcounted-on\n"
    "A\t90\t70\tunlisted\t35.10\t2026-11-20\n"
    "B\t40\t40\taged\t35.10\t2026-11-20\n"
)
SAMPLES = {"acme.parcel-report": REPORT, "acme.stock-list": STOCK}
PROMISES = sorted(name for name in vars(PluginConformance) if name.startswith("test_"))
GRADE = '    evaluate=lambda case: {},\n    steps=STEPS,\n    references={{"parcels"'
PLAIN = '    steps=STEPS,\n    references={"parcels"'


def judged(expression):
    """Give the late rate a function of its own."""
    return "rules.py", PLAIN, GRADE.format(expression)


BROKEN = {
    "test_loads": [("__init__.py", "from collections", "1 / 0\nfrom collections")],
    "test_rules_have_three_to_seven_distinct_steps": [
        ("rules.py", PLAIN, PLAIN.replace("STEPS", "STEPS[:2]")),
        ("rules.py", "*STEPS[:2],", "*STEPS, *STEPS"),
        ("rules.py", "Move the worst lane to another carrier.", ""),
        (
            "rules.py",
            "Move the worst lane to another carrier.",
            "Raise the handling time of the products that were late, until the cause is gone.",
        ),
    ],
    "test_limits_ascend_by_date": [("rules.py", '"2025-01-01"', '"2027-01-01"')],
    "test_scorecard_weighs_every_rule": [("marketplace.py", ', "acme.standing": 5', "")],
    "test_no_rule_raises": [
        judged("case.value.index('D')"),
        ("marketplace.py", "word = str(measurement.value)", "word = 1 / 0"),
        judged("sdk.Verdict('pass', 'Fine.')"),
    ],
    "test_a_better_rung_never_asks_for_less": [("levels.py", 'sdk.percent("2")', 'sdk.percent("9")')],
    "test_unknown_is_never_healthy": [
        (
            "rules.py",
            "    words=(",
            "    evaluate=lambda case: sdk.Verdict(sdk.Outcome.PASS, 'Fine.'),\n    words=(",
        )
    ],
    "test_rules_are_pure": [
        judged("STEPS_SEEN.append(1) or sdk.Verdict(sdk.Outcome.PASS, f'{len(STEPS_SEEN)} asked.')")
    ],
    "test_readers_claim_no_junk": [
        ("report.py", 'isinstance(content, dict) and "acmeStore"', '"acmeStore"'),
        ("report.py", 'and "acmeStore" in content and isinstance(content.get("parcels"), dict)', ""),
    ],
    "test_samples_are_read": [
        ("report.py", "document=TYPE", "document=None"),
        ("report.py", '"late_rate", numerator', '"late", numerator'),
        ("report.py", "acmeStore", "store"),
        ("report.py", "SITES.get", "str"),
        ("stock.py", "sdk.Table(TYPE, piles,", 'sdk.Table("stock", piles,'),
        ("stock.py", "observed_on=max", 'site="x", observed_on=max'),
    ],
    "test_broken_tables_are_refused_in_words": [
        ("stock.py", "if not NUMBER.fullmatch(text)", "if not text"),
        ("stock.py", "except ValueError", "except KeyError"),
    ],
    "test_rollups_survive_what_is_missing": [
        ("stock.py", "value=Decimal(sum", "value=1 / Decimal(sum"),
        ("stock.py", '"stuck_units",\n        value', '"late_rate",\n        value'),
    ],
    "test_rollups_are_pure": [
        (
            "stock.py",
            "    table = tables.by_name",
            "    tables.by_name[TYPE].rows.pop()\n    table = tables.by_name",
        ),
    ],
    "test_the_order_of_rows_changes_no_number": [
        (
            "stock.py",
            "value=Decimal(sum(pile.stuck for pile in piles))",
            "value=Decimal(piles[0].stuck if piles else 0)",
        ),
    ],
    "test_worse_never_scores_better": [
        judged("sdk.Verdict(sdk.Outcome.FAIL if case.value < sdk.percent('3') else sdk.Outcome.PASS, 'Odd.')")
    ],
    "test_messages_carry_units": [
        judged("sdk.Verdict(sdk.Outcome.PASS, f'The rate is {case.value}.')"),
        judged("sdk.Verdict(sdk.Outcome.PASS, case.value.display().removesuffix(' %') + ' is the rate.')"),
    ],
    "test_results_are_json": [("report.py", 'content.get("seller")', "...")],
    "test_imports_only_the_sdk": [
        (
            "rules.py",
            "from sellervitals import plugin as sdk",
            f"from sellervitals import plugin as sdk\n{line}",
        )
        for line in (
            "from sellervitals import engine",
            "import sellervitals.domain.rate",
            "from sellervitals.plugins import discover",
            "from sellervitals import plugin, scoring",
        )
    ],
}
HELD_BY_THE_LOADER = {
    "test_ids_stand_under_its_name",
    "test_is_found_by_its_entry_point",
    "test_limits_have_a_source",
    "test_metrics_exist",
    "test_references_are_https_or_have_no_address",
}


def suite(name="acme"):
    kind = type("TestAcme", (PluginConformance,), {"plugin": name, "samples": SAMPLES})
    return kind()


@pytest.fixture
def acme(install, tmp_path):
    """Install a copy of Acme with one text replaced."""

    def put(file="rules.py", old="", new=""):
        folder = Path(shutil.copytree(ACME, tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__")))
        source = (folder / "sellervitals_acme" / file).read_text()
        assert old in source
        changed = source.replace(old, new) if old else source
        if "STEPS_SEEN" in changed:
            changed = changed.replace("LATE_RATE =", "STEPS_SEEN: list[int] = []\n\nLATE_RATE =", 1)
        (folder / "sellervitals_acme" / file).write_text(changed)
        install("acme", module="sellervitals_acme", folder=folder)

    return put


@pytest.mark.parametrize("promise", PROMISES)
def test_a_sound_plugin_keeps_every_promise(acme, promise):
    acme()
    getattr(suite(), promise)()


@pytest.mark.parametrize(
    ("promise", "fault"), [(promise, fault) for promise, faults in BROKEN.items() for fault in faults]
)
def test_a_broken_promise_is_noticed(acme, promise, fault):
    acme(*fault)
    with pytest.raises(Exception) as caught:
        getattr(suite(), promise)()
    assert type(caught.value).__name__ in {"AssertionError", "PluginError"}
    assert str(caught.value)


def test_a_plugin_that_is_not_installed_is_said_to_be_so():
    with pytest.raises(AssertionError, match="'nowhere' is not among the entry points"):
        suite("nowhere").test_is_found_by_its_entry_point()
    with pytest.raises(AssertionError, match="'nowhere' is not installed"):
        suite("nowhere").test_loads()


def test_every_promise_is_broken_here_or_refused_by_the_loader():
    assert set(PROMISES) == set(BROKEN) | HELD_BY_THE_LOADER
