"""Native Walmart documents: one reader each, a module with ``DOCUMENT``; found by its place here."""

from sellervitals import plugin as sdk

ALL: tuple[sdk.Document, ...] = sdk.collect(__name__, __path__, "DOCUMENT")
