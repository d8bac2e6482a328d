"""What weakens a business plan of action for Walmart."""

import pytest

from sellervitals import plugin as sdk
from sellervitals_walmart.appeal import APPEAL
from sellervitals_walmart.rules import ALL

DONE, ROOT = sdk.AppealPart.CORRECTIVE_ACTIONS, sdk.AppealPart.ROOT_CAUSE


def signs(text, part):
    return [
        each.id
        for each in APPEAL.signs
        if each.concerns("walmart.cancellation-rate", part) and [*each.found_in(text)]
    ]


@pytest.mark.parametrize(
    ("text", "part", "found"),
    [
        ("We will sync our stock.", DONE, ["promise"]),
        ("We are going to hire.", DONE, ["promise"]),
        ("Since 3 November stock is sent every hour.", DONE, []),
        ("We will explain.", ROOT, []),
        ("Cancellations improved significantly.", DONE, ["no-figures"]),
        ("Cancellations fell from 3.1 to 0.8 % by 18 November.", DONE, []),
    ],
)
def test_weak_signs(text, part, found):
    assert signs(text, part) == found


def test_every_part_is_asked_for():
    assert set(APPEAL.asks) == set(sdk.AppealPart)
    assert all(each.says.endswith(".") for each in APPEAL.signs)


def test_no_step_of_ours_reads_as_a_weak_sign_about_figures():
    for rule in ALL:
        for step in rule.steps_for(tuple(rule.causes)):
            assert signs(step.text, ROOT) == []
