"""The parcel report, as Acme Desk exports it."""

from typing import Any

from sellervitals import plugin as sdk
from sellervitals_acme.marketplace import ACME

TYPE = "acme.parcel-report"
SITES = {native: site for site, native in ACME.site_ids.items()}


def recognises(content: Any) -> bool:
    """Say whether this is a parcel report, by its two marks."""
    return isinstance(content, dict) and "acmeStore" in content and isinstance(content.get("parcels"), dict)


def read(content: Any) -> sdk.Reading:
    """Read the counts and the standing of one store."""
    site = SITES.get(content["acmeStore"])
    parcels = content["parcels"]
    late, sent = parcels.get("late"), parcels.get("sent")
    if not isinstance(late, int) or not isinstance(sent, int):
        raise sdk.UnreadableError("/parcels", "late and sent must be whole numbers.")
    found = [
        sdk.Measurement(
            "late_rate", numerator=late, denominator=sent, document=TYPE, pointer="/parcels", site=site
        )
    ]
    if isinstance(content.get("standing"), str):
        found.append(
            sdk.Measurement(
                "standing", value=content["standing"], document=TYPE, pointer="/standing", site=site
            )
        )
    known = {"acmeStore", "parcels", "standing", "seller"}
    ignored = [
        sdk.Notice("unknown_key", f"{key} is not used.", TYPE, f"/{key}")
        for key in content
        if key not in known
    ]
    return sdk.Reading(tuple(found), sites=(site,), seller_id=content.get("seller"), ignored=tuple(ignored))


REPORT = sdk.Document(
    type=TYPE,
    title="Parcel report",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("late_rate", "standing"),
)
