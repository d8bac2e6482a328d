"""Policy violation warnings: warnings that cost no points."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare, but never fail: a warning has no consequence, whatever target came with the count."""
    verdict = sdk.compare(case)
    return verdict._replace(outcome=sdk.Outcome.WARN) if verdict.outcome is sdk.Outcome.FAIL else verdict


RULE = sdk.Rule(
    id="amazon.policy-violation-warnings",
    title="Policy violation warnings",
    why="A warning costs nothing yet; the next violation of the same policy weighs more.",
    metric="policy_violation_warnings",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    limits=(
        sdk.limit(
            "2020-01-01",
            announced="2020-01-01",
            must_be="at_most",
            fail="0",
            source="violations",
            trust="suggested",
            note="Amazon names no figure for warnings; since when the report counts them is not published.",
        ),
    ),
    steps=(
        sdk.step("read", "low", "compliance", channel="Account Health > Policy violation warnings")(
            "Read which policy each warning names."
        ),
        sdk.step("stop", "low", "operations")("Stop the behaviour, on every listing that shares it."),
        sdk.step("let-age", "low", "compliance", keep="what was changed and when")(
            "Note the date: warnings need no appeal and leave the page after 180 days."
        ),
    ),
    references=cite("violations", "rating-misconceptions"),
    since="0.1",
)
