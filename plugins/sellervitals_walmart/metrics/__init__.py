"""What Walmart measures a seller by, one module per area: windows, and what is counted."""

from itertools import chain

from sellervitals import plugin as sdk

METRICS: tuple[sdk.Metric, ...] = tuple(chain(*sdk.collect(__name__, __path__, "METRICS")))
