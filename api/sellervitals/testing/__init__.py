"""The kit for testing plugins: shipped, and all that the built-in plugins' own tests use.

``RuleTester`` runs a table of cases against one rule, ``PluginConformance`` holds a whole plugin to the
contract, the builders write measurements and snapshots in one line. Nothing here needs pytest to explain an
assertion: every failure carries its own message.
"""

from sellervitals.testing.builders import measurement, snapshot
from sellervitals.testing.conformance import PluginConformance
from sellervitals.testing.rule_tester import RuleTester, Trial, case

__all__ = ["PluginConformance", "RuleTester", "Trial", "case", "measurement", "snapshot"]
