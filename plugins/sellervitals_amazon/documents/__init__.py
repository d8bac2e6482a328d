"""Native Amazon documents: one reader each."""

from sellervitals import plugin as sdk

ALL: tuple[sdk.Document, ...] = ()
