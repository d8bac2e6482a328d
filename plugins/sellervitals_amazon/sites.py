"""Amazon's stores: their names, the marketplace ids that documents write, and their currencies."""

from collections.abc import Mapping
from types import MappingProxyType

_STORES = (
    ("US", "United States", "ATVPDKIKX0DER", "USD"),
    ("CA", "Canada", "A2EUQ1WTGCTBG2", "CAD"),
    ("MX", "Mexico", "A1AM78C64UM0Y8", "MXN"),
    ("BR", "Brazil", "A2Q3Y263D00KWC", "BRL"),
    ("UK", "United Kingdom", "A1F83G8C2ARO7P", "GBP"),
    ("DE", "Germany", "A1PA6795UKMFR9", "EUR"),
    ("FR", "France", "A13V1IB3VIYZZH", "EUR"),
    ("IT", "Italy", "APJ6JRA9NG5V4", "EUR"),
    ("ES", "Spain", "A1RKKUPIHCS9HS", "EUR"),
    ("NL", "Netherlands", "A1805IZSGTT6HS", "EUR"),
    ("SE", "Sweden", "A2NODRKZP88ZB9", "SEK"),
    ("PL", "Poland", "A1C3SOZRARQ6R3", "PLN"),
    ("BE", "Belgium", "AMEN7PMS3EDWL", "EUR"),
    ("IE", "Ireland", "A28R8C7NBKEWEA", "EUR"),
    ("TR", "Türkiye", "A33AVAJ2PDY3EV", "TRY"),
    ("AE", "United Arab Emirates", "A2VIGQ35RCS4UG", "AED"),
    ("SA", "Saudi Arabia", "A17E79C6D8DWNP", "SAR"),
    ("EG", "Egypt", "ARBP9OOSHTCHU", "EGP"),
    ("ZA", "South Africa", "AE08WJ6YKNBMC", "ZAR"),
    ("IN", "India", "A21TJRUUN4KGV", "INR"),
    ("JP", "Japan", "A1VC38T7YXB528", "JPY"),
    ("AU", "Australia", "A39IBJ37TRP1C6", "AUD"),
    ("SG", "Singapore", "A19VAU5U5O7RUS", "SGD"),
)

SITES: Mapping[str, str] = MappingProxyType({site: name for site, name, *_ in _STORES})
"""Name by site."""

MARKETPLACE_IDS: Mapping[str, str] = MappingProxyType({site: ident for site, _, ident, _ in _STORES})
"""Amazon's marketplace id by site."""

SITE_BY_MARKETPLACE_ID: Mapping[str, str] = MappingProxyType({ident: site for site, _, ident, _ in _STORES})
"""Site by Amazon's marketplace id."""

CURRENCIES: Mapping[str, str] = MappingProxyType({site: currency for site, *_, currency in _STORES})
"""What offers are priced in by site, for reports that do not say it."""

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
