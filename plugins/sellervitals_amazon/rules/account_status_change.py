"""Change of the account status: what Amazon's notification says, what may follow, and what to fetch next."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.transition import FIGURES, judge
from sellervitals_amazon.rules.account_status import RULE as STATUS
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.account-status-change",
    title="Change of the account status",
    why="A change for the worse is the first sign of a deactivation, and the time to answer is short.",
    metric="account_status_change",
    severity=sdk.Severity.CRITICAL,
    evaluate=judge,
    figures=(*STATUS.figures, *FIGURES),
    steps=(
        sdk.step("fetch-report", "low", "engineering", channel="GET_V2_SELLER_PERFORMANCE_REPORT", days=0)(
            "Request the performance report today and post it here: the notification gives no reason."
        ),
        sdk.step("which-account", "low", "engineering", channel="Notifications API", days=0)(
            "Find seller and store by the subscription: the notification names neither."
        ),
        sdk.step("read-notice", "low", "management", channel="Performance Notifications", days=0)(
            "Read the newest notice today; write down its deadline and the documents that it asks for."
        ),
        sdk.step("take-the-quiz", "low", "management", channel="Account Health banner", days=0)(
            "Take the quiz if the banner offers one, today: it closes 72 hours after it was offered."
        ),
        sdk.step("answer-the-call", "low", "management", channel="Emergency contact", days=0)(
            "Be reachable: with Account Health Assurance Amazon calls and waits up to 72 hours."
        ),
        sdk.step("fetch-history", "low", "engineering", channel="Data Kiosk > sellerAnalyticsView", days=1)(
            "Fetch the daily account health of two years and post it, to see when it turned."
        ),
        sdk.step("keep-shipping", "medium", "operations", keep="tracking of every open order")(
            "Ship every open order, also when the account is deactivated."
        ),
    ),
    references=cite("status", "funds", "assurance", "quiz"),
    since="0.1",
)
