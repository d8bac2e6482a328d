"""eBay's rules: one file each, found by their place in this folder."""

from sellervitals import plugin as sdk

ALL: tuple[sdk.Rule, ...] = sdk.collect(__name__, __path__, "RULE")
