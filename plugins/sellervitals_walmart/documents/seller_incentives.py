"""The response of ``GET /v3/insights/sellerIncentives``: the seller's place in the Pro Seller programme."""

from __future__ import annotations

from typing import Any

from sellervitals import plugin as sdk
from sellervitals_walmart.documents import incentives
from sellervitals_walmart.documents.envelope import payload_of
from sellervitals_walmart.sites import HOME
from sellervitals_walmart.sources import cite

TYPE = "walmart.seller-incentives"


def recognises(content: Any) -> bool:
    """Say by its content whether it is such a response; never raises."""
    payload = content.get("payload") if isinstance(content, dict) else None
    return isinstance(payload, dict) and bool({"criteriaTier", "criteriaMetadata"} & payload.keys())


def read(content: Any) -> sdk.Reading:
    """Turn a response into the tiers and the criteria behind them.

    Raises:
        UnreadableError: it holds neither a tier nor a criterion.
    """
    root = sdk.Fields.of(content, TYPE)
    payload = payload_of(root)
    found = () if payload is None else tuple(incentives.measure(payload, TYPE))
    if not found:
        raise sdk.UnreadableError("/payload", "holds neither a tier nor a criterion.")
    root.done()
    return sdk.Reading(
        found,
        sites=(None,),
        main_site=HOME,
        seller_id=incentives.seller(content),
        ignored=root.remarks.ignored,
        notices=root.remarks.notices,
    )


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Seller incentives",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=incentives.METRICS,
    references=tuple(cite("pro-seller").values()),
)
