"""The reputations of a cross-border seller, as ``GET /global/users/seller_reputation`` delivers them.

One record per country and way of shipping. The ``CBT`` of the account itself is no place that is judged.
"""

from __future__ import annotations

from typing import Any

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.documents import user
from sellervitals_mercadolibre.documents.reputation import measured
from sellervitals_mercadolibre.documents.sites import site_of
from sellervitals_mercadolibre.sources import cite

TYPE = "mercadolibre.global-reputation"
_LIST = "seller_reputation"


def recognises(content: Any) -> bool:
    """Say by its content whether it is a list of reputations; never raises."""
    listed = content.get(_LIST) if isinstance(content, dict) else None
    return isinstance(listed, list) and any(user.recognises(each) for each in listed)


def read(content: Any) -> sdk.Reading:
    """Turn every record into measurements of its site, with the way of shipping as their segment.

    Raises:
        UnreadableError: it is no object, or no record can be read.
    """
    account = sdk.Fields.of(content, TYPE)
    account.skip("site_id")
    seller = account.count("user_id")
    found: list[sdk.Measurement] = []
    sites: dict[str | None, None] = {}
    records = account.objects(_LIST)
    for record in records:
        record.skip("user_id")
        site, segment, reputation = site_of(record), record.word("logistic_type"), record.object(_LIST)
        if reputation is None:
            continue
        if site is None and len(records) > 1:
            message = f"{record.pointer} was left out: it does not say which of several sites it is about."
            record.note("site_unnamed", message)
            record.skip(*record.content)
            reputation.skip(*reputation.content)
            continue
        sites[site] = None
        found += measured(reputation, TYPE, site=site, segment=segment)
    if not sites:
        raise sdk.UnreadableError(f"/{_LIST}", "holds no reputation that names its site.")
    account.done()
    return sdk.Reading(
        tuple(found),
        sites=tuple(sites),
        seller_id=None if seller is None else str(seller),
        ignored=account.remarks.ignored,
        notices=account.remarks.notices,
    )


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Reputations of a cross-border seller (GET /global/users/seller_reputation)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=user.DOCUMENT.metrics,
    references=tuple(cite("global-reputation").values()),
)
