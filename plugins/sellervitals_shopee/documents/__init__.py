"""Native Shopee documents: one reader each, a module with ``DOCUMENT``; found by its place in this folder."""

from sellervitals import plugin as sdk

ALL: tuple[sdk.Document, ...] = sdk.collect(__name__, __path__, "DOCUMENT")
