"""Report age: figures of days that a report of the day judged would no longer show at all."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.windows import ARREARS, newest_window
from sellervitals_amazon.sources import cite


def judge(case: sdk.Case) -> list[sdk.Verdict]:
    """One warning per metric whose days have all left the newest window; else a single pass."""
    dated = [
        (name, each.window.end)
        for name in ARREARS
        for each in case.others.get(name, ())
        if each.window is not None and each.window.end is not None
    ]
    if not dated:
        return [sdk.Verdict(sdk.Outcome.NO_DATA, f"{case.rule.title}: no figure says which days it covers.")]
    fresh = sdk.Verdict(sdk.Outcome.PASS, f"{case.rule.title}: recent enough on {case.day}.")
    return list(_stale(case, dated)) or [fresh]


def _stale(case: sdk.Case, dated: list[tuple[str, date]]) -> Iterator[sdk.Verdict]:
    for name, end in dated:
        start, last = newest_window(name, case.day)
        if end < start:
            message = f"{name} ends on {end}; a report of {case.day} would show {start} to {last}."
            behind = Decimal((last - end).days)
            late = sdk.Estimate("days_behind", behind, "days", f"Counted to {last}, where it would end.")
            yield sdk.Verdict(sdk.Outcome.WARN, message, segment=name, estimates=(late,))


RULE = sdk.Rule(
    id="amazon.report-age",
    title="Report age",
    why="An old figure beside newer ones hides what has happened since.",
    reads=tuple(ARREARS),
    severity=sdk.Severity.LOW,
    evaluate=judge,
    steps=(
        sdk.step("request-again", "low", "engineering", channel="GET_V2_SELLER_PERFORMANCE_REPORT")(
            "Request the performance report again and post it: it cannot be scheduled, only requested."
        ),
        sdk.step("request-daily", "low", "engineering", channel="Reports API")(
            "Request it every day: each figure has a fixed window and Amazon keeps no older reports."
        ),
        sdk.step("date-the-judgement", "low", "engineering")(
            "To judge an old report on purpose, send its date as as_of."
        ),
    ),
    references=cite("fixed-windows", "report"),
    since="0.1",
)
