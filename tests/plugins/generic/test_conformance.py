"""The generic plugin keeps the contract that a stranger's keeps."""

from sellervitals.testing import PluginConformance


class TestGeneric(PluginConformance):
    plugin = "generic"
