"""What Walmart wants to read in a business plan of action, by guides of third parties."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_walmart.sources import cite

APPEAL = sdk.Appeal(
    asks={
        sdk.AppealPart.ROOT_CAUSE: "Why the metric missed its standard, and for which orders.",
        sdk.AppealPart.CORRECTIVE_ACTIONS: "What is done already, each with its date.",
        sdk.AppealPart.PREVENTIVE_MEASURES: "How the metric stays within its standard, and who watches it.",
        sdk.AppealPart.EVIDENCE: "Figures before and after, and the order report of the metric.",
    },
    references=tuple(cite("appeal", "standards").values()),
    weak_signs=(
        sdk.Sign(
            id="promise",
            phrases=("we will", "we plan to", "we are going to"),
            says="Say what is finished, with its date; what is only planned corrects nothing yet.",
            parts=(sdk.AppealPart.CORRECTIVE_ACTIONS,),
        ),
        sdk.Sign(
            id="no-figures",
            phrases=("improv* significantly", "much better", "greatly improv*"),
            says="Give the figures before and after instead.",
        ),
    ),
)
