"""Received intellectual property complaints: a rights owner complained."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite
from sellervitals_amazon.violations import NOTHING_OPEN

RULE = sdk.Rule(
    id="amazon.received-ip-complaints",
    title="Received IP complaints",
    why="Each takes the listing down and costs points; repeats and counterfeit claims can close the account.",
    metric="received_ip_complaints",
    severity=sdk.Severity.HIGH,
    limits=(NOTHING_OPEN,),
    steps=(
        sdk.step("name-the-right", "low", "compliance", channel="Account Health > Received IP complaints")(
            "Find out what is claimed: counterfeit, trademark, copyright or patent, and by whom."
        ),
        sdk.step("pull-offer", "low", "catalog", days=0)("Pull the offer and check its sister ASINs."),
        sdk.step("ask-retraction", "medium", "compliance", keep="the owner's retraction")(
            "Write to the rights owner and ask for a retraction."
        ),
        sdk.step("appeal", "high", "compliance", keep="licence or authorisation, invoices, registry papers")(
            "Appeal with the authorisation; against a false claim take the legal counter-route."
        ),
        sdk.step("no-doubtful-notice", "low", "compliance")(
            "File no counter-notice with doubtful papers: false ones have led to suspension."
        ),
        sdk.step("remove-stock", "medium", "operations")("Where the claim is right, remove the stock."),
    ),
    references=cite("report", "violations", "appeal"),
    since="0.1",
)
