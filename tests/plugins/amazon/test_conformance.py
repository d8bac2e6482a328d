"""The Amazon plugin keeps the contract that a stranger's keeps."""

from sellervitals.testing import PluginConformance


class TestAmazon(PluginConformance):
    plugin = "amazon"
