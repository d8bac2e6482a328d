"""Report consistency: statements inside the report that cannot both be true."""

from sellervitals import plugin as sdk
from sellervitals_walmart.metrics import METRICS
from sellervitals_walmart.sources import cite

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
    id="walmart.report-consistency",
    title="Report consistency",
    why="A report that contradicts itself makes false alarms and hides real ones.",
    reads=sdk.ALL_METRICS,
    severity=sdk.Severity.LOW,
    evaluate=judge,
    steps=(
        sdk.step("request-again", "low", "engineering", channel="Insights API", keep="both responses")(
            "Fetch the summary again after a day, when Walmart has refreshed its data."
        ),
        sdk.step(
            "compare-page", "low", "operations", channel="Seller Center > Performance", keep="a screenshot"
        )("Compare the rate, the standard and the risk level with the page in Seller Center."),
        sdk.step("ask-support", "medium", "operations", channel="Seller Center > Help")(
            "Open a case with the response when the page shows the same contradiction."
        ),
    ),
    references=cite("api", "updates"),
    since="0.1",
)
