"""Account Health Assurance: 250 points or more for six months, with at most ten days below."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.assurance import FIGURES, judge
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.account-health-assurance",
    title="Account Health Assurance",
    why="With it Amazon calls before it deactivates and waits up to 72 hours; without it that is no failure.",
    metric="account_health_rating",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    limits=(
        sdk.limit(
            "2022-11-01",
            sites=("US", "CA"),
            must_be="at_least",
            warn="250",
            warn_trust="official",
            source="assurance",
            announced="2022-11-01",
            note="Began in November 2022; the day is not published.",
        ),
        sdk.limit(
            "2023-01-01",
            must_be="at_least",
            warn="250",
            warn_trust="official",
            source="assurance-worldwide",
            announced="2023-01-01",
            note="The other stores followed in 2023; the month is not published.",
        ),
    ),
    figures=FIGURES,
    steps=(
        sdk.step("resolve-the-rest", "medium", "compliance", channel="Account Health")(
            "Resolve the open low and medium violations too: each one keeps points back."
        ),
        sdk.step("emergency-number", "low", "management", channel="Account Info > Emergency contact")(
            "Enter an emergency number that somebody answers within 72 hours, and test it."
        ),
        sdk.step("professional-plan", "low", "management", channel="Account Info > Your Services")(
            "Stay on the Professional plan; enrolment is then automatic and free."
        ),
        sdk.step("measure-daily", "low", "engineering", channel="Data Kiosk > sellerAnalyticsView")(
            "Post the rating of every day, so that the countdown rests on measured days."
        ),
    ),
    references=cite("assurance", "assurance-worldwide"),
    since="0.1",
)
