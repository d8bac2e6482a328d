"""Document requests: Amazon waits for compliance documents."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.violations import NOTHING_OPEN
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.document-requests",
    title="Document requests",
    why="Once the date of a request has passed, Amazon may take the listing down and points with it.",
    metric="document_requests",
    severity=sdk.Severity.HIGH,
    limits=(NOTHING_OPEN,),
    steps=(
        sdk.step("read-requests", "low", "compliance", channel="Account Health > Regulatory compliance")(
            "List the requests with their dates, the earliest first."
        ),
        sdk.step(
            "upload",
            "medium",
            "compliance",
            keep="declarations of conformity, test reports, labels, responsible person (EU)",
        )("Upload what is asked for before the date of each request."),
        sdk.step("ask-supplier", "low", "purchasing", days=0)(
            "Ask the supplier today for what is missing; in the EU also for the responsible person."
        ),
        sdk.step("appeal", "medium", "compliance")(
            "Where the rule does not fit the item, appeal and say why."
        ),
        sdk.step("remove-stock", "medium", "operations")("Remove stock for which no papers exist."),
    ),
    references=cite("report", "violations"),
    since="0.1",
)
