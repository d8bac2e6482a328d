"""What is measured out of Amazon's tables: one module per subject, found by its place in this folder."""

from itertools import chain

from sellervitals import plugin as sdk

ROLLUPS: tuple[sdk.Rollup, ...] = tuple(chain(*sdk.collect(__name__, __path__, "ROLLUPS")))
