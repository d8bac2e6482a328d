"""A user of Mercado Libre, as ``GET /users/{id}`` and ``GET /users/me`` deliver one."""

from __future__ import annotations

from typing import Any

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.documents.reputation import MARKS, RATES, measured
from sellervitals_mercadolibre.documents.sites import site_of
from sellervitals_mercadolibre.sources import cite

TYPE = "mercadolibre.user"
_WHO = ("nickname", "first_name", "last_name", "gender", "email", "secure_email", "identification")
_WHERE = ("country_id", "address", "phone", "alternative_phone", "permalink", "logo", "thumbnail")
_WHAT = ("user_type", "tags", "points", "status", "credit", "context", "company", "bill_data")
_ELSE = ("registration_date", "registration_identifiers", "seller_experience", "buyer_reputation")


def recognises(content: Any) -> bool:
    """Say by its content whether it is a user with a seller's reputation; never raises."""
    reputation = content.get("seller_reputation") if isinstance(content, dict) else None
    return isinstance(reputation, dict) and not MARKS.isdisjoint(reputation)


def read(content: Any) -> sdk.Reading:
    """Turn a user into measurements of one site; the site is None where the user names none.

    Raises:
        UnreadableError: there is no reputation to read.
    """
    user = sdk.Fields.of(content, TYPE)
    user.skip(*_WHO, *_WHERE, *_WHAT, *_ELSE)
    site, seller = site_of(user), user.count("id")
    reputation = user.object("seller_reputation")
    if reputation is None:
        raise sdk.UnreadableError("/seller_reputation", "must be an object.")
    found = tuple(measured(reputation, TYPE, site=site))
    user.done()
    return sdk.Reading(
        found,
        sites=(site,),
        seller_id=None if seller is None else str(seller),
        ignored=user.remarks.ignored,
        notices=user.remarks.notices,
    )


DOCUMENT = sdk.Document(
    type=TYPE,
    title="User with a seller's reputation (GET /users/{id})",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=(
        "level",
        "leader_status",
        *RATES.values(),
        "sales_completed",
        *(f"real_{metric}" for metric in RATES.values()),
        "real_level",
        "protection_end_date",
        "lifetime_cancel_share",
    ),
    references=tuple(cite("reputation").values()),
)
