"""Which site an object speaks of: nothing is ever judged as another site's."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.sites import SITES


def site_of(fields: sdk.Fields) -> str | None:
    """Read the site; an id that is none of ours stays as it is, and no table holds for it."""
    site = fields.word("site_id")
    if site is not None and site not in SITES:
        message = f"{site} is no site whose limits are known: the colour alone is judged there."
        fields.note("unknown_site", message, "site_id")
    return site
