"""What docs/replay.md says of a replay and a trace is what the service does."""

import re
from pathlib import Path

from sellervitals.changes import Change
from sellervitals.schemas.examples import EXAMPLES

PAGE = (Path(__file__).parents[2] / "docs" / "replay.md").read_text("utf-8")
REPLAY, TRACE = PAGE.split("\n## Trace\n")


def test_every_list_of_a_replay_is_named():
    lists = {name for name, value in EXAMPLES["replay"].items() if isinstance(value, list)}
    assert lists == {each.value for each in Change}
    named = (*lists, "stored", "replayed", "same_policy", "identical")
    assert all(f"`{name}" in REPLAY for name in named)


def test_every_field_of_a_trace_is_explained_once():
    (found,) = EXAMPLES["trace"]["findings"]
    said = {"rule", "segment", "outcome", "severity", "message"}
    assert re.findall(r"^\| `(\w+)` \|", TRACE, re.MULTILINE) == [name for name in found if name not in said]


def test_the_comparison_and_the_formula_on_the_page_are_those_of_the_example():
    (found,) = EXAMPLES["trace"]["findings"]
    assert f"`{found['comparisons'][0]['text']}`" in TRACE
    assert found["value"]["exact"] in TRACE
    assert "100 x `weight` / `judged_weight` / `findings` x (1 - `health`)" in TRACE
