import pytest

from sellervitals import plugin as sdk


def test_a_step_is_written_with_its_sentence_last():
    short = sdk.step("ship-due", "low", "operations", channel="Orders", days=1, keep="scans")("Ship it.")
    assert short == sdk.Step(
        id="ship-due",
        text="Ship it.",
        effort=sdk.Effort.LOW,
        owner=sdk.Owner.OPERATIONS,
        channel="Orders",
        deadline_days=1,
        evidence_to_keep="scans",
    )


@pytest.mark.parametrize(
    ("effort", "owner", "field"), [("tiny", "operations", "effort"), ("low", "me", "owner")]
)
def test_an_unknown_word_is_refused_by_name(effort, owner, field):
    with pytest.raises(sdk.MetadataError, match=f"step ship-due: {field} must be one of"):
        sdk.step("ship-due", effort, owner)("Ship it.")
