"""A marketplace plugin that gives every outcome at will; the tests of the command line install it."""

from sellervitals import plugin as sdk

SOURCES = {"rules": sdk.Reference("Rules of Acme")}
STEP = sdk.Step(id="look", text="Look at it.", effort=sdk.Effort.LOW, owner=sdk.Owner.FINANCE)


def broken(case):
    raise RuntimeError(f"broken \x1b]0;title\x07 by {case.value}")


def rule(name, severity, **more):
    return sdk.Rule(
        id=f"acme.{name}",
        title=name,
        why="It matters.",
        metric=name.replace("-", "_"),
        severity=severity,
        steps=(STEP,),
        references=SOURCES,
        since="1",
        **more,
    )


LIMITS = (
    sdk.limit("2020-01-01", must_be="at_most", fail=sdk.percent("4"), source="rules"),
    sdk.limit("2026-06-01", must_be="at_most", fail=sdk.percent("2"), source="rules"),
)
RATES = [
    rule("late-rate", "critical", limits=LIMITS),
    rule("slow-rate", "high", limits=LIMITS),
    rule("lost-rate", "medium", limits=LIMITS),
    rule("odd-rate", "low", limits=LIMITS),
]
STATES = [
    rule("broken-critical", "critical", evaluate=broken),
    rule("broken-high", "high", evaluate=broken),
]


@sdk.hookimpl
def sellervitals_marketplace():
    units = [*((each, "ratio") for each in RATES), *((each, "state") for each in STATES)]
    return sdk.Marketplace(
        id="acme",
        title="Acme",
        metrics=tuple(
            sdk.Metric(id=each.metric, title=each.title, unit=unit, better="lower") for each, unit in units
        ),
        sites={"US": "States", "DE": "Germany"},
        scorecard=sdk.Scorecard(
            version="acme-1", weights={"acme.late-rate": 10} | {each.id: 1 for each in [*RATES[1:], *STATES]}
        ),
    )


@sdk.hookimpl
def sellervitals_rules():
    return [*RATES, *STATES]


def read_report(report):
    return reading(report["acme"])


def read_table(table):
    lines = [line.split("\t") for line in table.splitlines()]
    return reading([dict(zip(lines[0], line, strict=True)) for line in lines[1:]])


def reading(rows):
    for number, row in enumerate(rows):
        if "late" not in row:
            raise sdk.UnreadableError(f"/acme/{number}/late", "is missing.")
    return sdk.Reading(
        measurements=tuple(measurement(row) for row in rows if row["late"]),
        sites=tuple(row["site"] for row in rows),
    )


def measurement(row):
    word = row.get("says")
    return sdk.Measurement(
        "late_rate",
        value=sdk.ratio(row["late"]),
        verdict=word,
        good={"GOOD": True, "BAD": False}.get(word),
        site=row["site"],
        document="acme.report",
    )


@sdk.hookimpl
def sellervitals_documents():
    yield sdk.Document(
        type="acme.report",
        title="Acme report",
        media_type="application/json",
        recognises=lambda it: isinstance(it, dict) and "acme" in it,
        read=read_report,
        metrics=("late_rate",),
    )
    yield sdk.Document(
        type="acme.table",
        title="Acme table",
        media_type="text/tab-separated-values",
        recognises=lambda it: isinstance(it, str) and it.startswith("site\tlate"),
        read=read_table,
        metrics=("late_rate",),
    )
