"""Where the figures and the advice come from: every source once, cited by its key; one module per area."""

from collections.abc import Mapping

from sellervitals import plugin as sdk

SOURCES: Mapping[str, sdk.Reference] = {
    key: source for area in sdk.collect(__name__, __path__, "SOURCES") for key, source in area.items()
}


def cite(*keys: str) -> dict[str, sdk.Reference]:
    """Pick sources by key; KeyError names one that is not listed."""
    return {key: SOURCES[key] for key in keys}
