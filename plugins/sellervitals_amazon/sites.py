"""Amazon's stores: their names and the marketplace ids that documents write."""

from collections.abc import Mapping
from types import MappingProxyType

_STORES = (
    ("US", "United States", "ATVPDKIKX0DER"),
    ("CA", "Canada", "A2EUQ1WTGCTBG2"),
    ("MX", "Mexico", "A1AM78C64UM0Y8"),
    ("BR", "Brazil", "A2Q3Y263D00KWC"),
    ("UK", "United Kingdom", "A1F83G8C2ARO7P"),
    ("DE", "Germany", "A1PA6795UKMFR9"),
    ("FR", "France", "A13V1IB3VIYZZH"),
    ("IT", "Italy", "APJ6JRA9NG5V4"),
    ("ES", "Spain", "A1RKKUPIHCS9HS"),
    ("NL", "Netherlands", "A1805IZSGTT6HS"),
    ("SE", "Sweden", "A2NODRKZP88ZB9"),
    ("PL", "Poland", "A1C3SOZRARQ6R3"),
    ("BE", "Belgium", "AMEN7PMS3EDWL"),
    ("IE", "Ireland", "A28R8C7NBKEWEA"),
    ("TR", "Türkiye", "A33AVAJ2PDY3EV"),
    ("AE", "United Arab Emirates", "A2VIGQ35RCS4UG"),
    ("SA", "Saudi Arabia", "A17E79C6D8DWNP"),
    ("EG", "Egypt", "ARBP9OOSHTCHU"),
    ("ZA", "South Africa", "AE08WJ6YKNBMC"),
    ("IN", "India", "A21TJRUUN4KGV"),
    ("JP", "Japan", "A1VC38T7YXB528"),
    ("AU", "Australia", "A39IBJ37TRP1C6"),
    ("SG", "Singapore", "A19VAU5U5O7RUS"),
)

SITES: Mapping[str, str] = MappingProxyType({site: name for site, name, _ in _STORES})
"""Name by site."""

MARKETPLACE_IDS: Mapping[str, str] = MappingProxyType({site: ident for site, _, ident in _STORES})
"""Amazon's marketplace id by site."""

SITE_BY_MARKETPLACE_ID: Mapping[str, str] = MappingProxyType({ident: site for site, _, ident in _STORES})
"""Site by Amazon's marketplace id."""

_DOMAINS = {
    **{f"amazon.{site.lower()}": site for site in SITES},
    "amazon.com": "US",
    **{f"amazon.com.{site.lower()}": site for site in ("MX", "BR", "BE", "TR", "AU")},
    **{f"amazon.co.{site.lower()}": site for site in ("UK", "JP", "ZA")},
}
_BY_WORD: Mapping[str, str] = MappingProxyType(
    {
        **_DOMAINS,
        **{site.casefold(): site for site in SITES},
        **{name.casefold(): site for site, name in SITES.items()},
        **{ident.casefold(): site for ident, site in SITE_BY_MARKETPLACE_ID.items()},
        "gb": "UK",
        "usa": "US",
        "turkey": "TR",
    }
)


def site_named(word: str) -> str | None:
    """Find a store by what a document calls it: id, code, country or address; None for no store of ours."""
    return _BY_WORD.get(word.strip().casefold().removeprefix("www."))
