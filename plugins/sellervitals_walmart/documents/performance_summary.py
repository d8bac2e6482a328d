"""One response of Walmart's performance summaries, which do not say which of them they are.

The keys tell, mostly. Refunds and returns, or the two accuracies of Simplified Shipping Settings, can look
alike; then the response is refused with a sentence on how to say where it comes from, and never guessed.
"""

from __future__ import annotations

from typing import Any

from sellervitals import plugin as sdk
from sellervitals_walmart.documents import endpoints
from sellervitals_walmart.documents.envelope import payload_of
from sellervitals_walmart.documents.summary import measure
from sellervitals_walmart.sites import HOME
from sellervitals_walmart.sources import cite

TYPE = "walmart.performance-summary"
RATES = frozenset({"overallRate", *(each.rate for each in endpoints.ENDPOINTS)})
UNTOLD = (
    "does not tell which performance summary this is. Post it with its path, such as"
    ' {"/v3/insights/performance/returns/summary": <the response>}.'
)


def recognises(content: Any) -> bool:
    """Say by its content whether it is such a response; never raises."""
    payload = content.get("payload") if isinstance(content, dict) else None
    if not isinstance(payload, dict):
        return False
    return "reportDuration" in payload and bool(RATES & payload.keys())


def read(content: Any) -> sdk.Reading:
    """Turn a response into its rate and its risk level.

    Raises:
        UnreadableError: it cannot be told which summary it is.
    """
    root = sdk.Fields.of(content, TYPE)
    payload = payload_of(root)
    endpoint = None if payload is None else endpoints.told_by(payload.content)
    if payload is None or endpoint is None:
        raise sdk.UnreadableError("/payload", UNTOLD)
    found = tuple(measure(payload, endpoint, TYPE))
    root.done()
    return sdk.Reading(
        found,
        sites=(None,),
        main_site=HOME,
        ignored=root.remarks.ignored,
        notices=root.remarks.notices,
    )


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Performance summary",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=(*endpoints.METRICS, "risk_level"),
    references=tuple(cite("api", "endpoints", "new-endpoints", "updates").values()),
)
