"""Report consistency: statements inside the report that cannot both be true."""

from sellervitals import plugin as sdk
from sellervitals_amazon.metrics import METRICS
from sellervitals_amazon.sources import cite

BY_ID = {metric.id: metric for metric in METRICS}


def judge(case: sdk.Case) -> list[sdk.Verdict]:
    """One warning per measurement and kind of contradiction; a single pass when there is none."""
    found: dict[str, list[sdk.Contradiction]] = {}
    for ident, measurements in case.others.items():
        for measurement in measurements:
            for each in sdk.contradictions(measurement, BY_ID[ident]):
                name = ":".join(filter(None, (ident, measurement.segment, each.kind)))
                found.setdefault(name, []).append(each)
    warnings = [_warning(name, each) for name, each in found.items()]
    return warnings or [sdk.Verdict(sdk.Outcome.PASS, "Nothing in the report contradicts itself.")]


def _warning(name: str, found: list[sdk.Contradiction]) -> sdk.Verdict:
    where = found[0].measurement
    return sdk.Verdict(
        sdk.Outcome.WARN,
        " ".join(each.message for each in found),
        segment=name,
        evidence=(sdk.Evidence(where.document, where.pointer),) if where.document else (),
    )


RULE = sdk.Rule(
    id="amazon.report-consistency",
    title="Report consistency",
    why="A report that contradicts itself makes false alarms and hides real ones.",
    reads=sdk.ALL_METRICS,
    severity=sdk.Severity.LOW,
    evaluate=judge,
    steps=(
        sdk.step("request-again", "low", "engineering", channel="Reports API", keep="both reports")(
            "Request the report again and see whether the contradiction is still there."
        ),
        sdk.step("compare-page", "low", "operations", channel="Account Health", keep="screenshot with date")(
            "Compare both numbers with the Account Health page and keep a screenshot of the right one."
        ),
        sdk.step("ask-support", "medium", "operations", channel="Seller Central > Get help")(
            "Open a case with both numbers when the page shows the same contradiction."
        ),
    ),
    references=cite("report", "metrics"),
    since="0.1",
)
