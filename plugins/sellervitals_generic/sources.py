"""Where the advice comes from; the figures have the sources that their profiles name."""

from sellervitals import plugin as sdk

ADVICE = {"advice": sdk.Reference("General advice of sellervitals, quoted from no marketplace")}
