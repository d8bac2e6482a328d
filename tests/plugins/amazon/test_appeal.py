"""Policies on a good plan of action: what Amazon asks for, part by part, and what weakens one."""

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.appeal import APPEAL
from sellervitals_amazon.rules import ALL

ROOT, DONE, PREVENTION = sdk.AppealPart.ROOT_CAUSE, sdk.AppealPart.CORRECTIVE_ACTIONS, "preventive_measures"


def signs(text, part, rule="amazon.order-defect-rate"):
    return [
        each.id
        for each in APPEAL.signs
        if each.concerns(rule, sdk.AppealPart(part)) and [*each.found_in(text)]
    ]


@pytest.mark.parametrize(
    ("text", "part", "found"),
    [
        ("The buyer is at fault.", ROOT, ["blames-the-buyer"]),
        ("Customers lied about the parcel.", ROOT, ["blames-the-buyer"]),
        ("We apologise for any inconvenience.", ROOT, ["apology"]),
        ("We sincerely apologize.", PREVENTION, ["apology"]),
        ("Maybe the carrier lost it.", ROOT, ["guess"]),
        ("We will refund them.", DONE, ["promise"]),
        ("We will scan each parcel every day.", PREVENTION, []),
        ("Staff will be more careful.", PREVENTION, ["be-more-careful"]),
        ("Please help, my family lives from it.", ROOT, ["emotion"]),
        ("12 parcels left a day late, as the scanner at gate 3 was broken.", ROOT, []),
        ("Refunded 12 buyers on 3 November.", DONE, []),
    ],
)
def test_weak_signs(text, part, found):
    assert signs(text, part) == found


VIOLATIONS = "amazon.received-ip-complaints"


@pytest.mark.parametrize(
    "text",
    [
        "We deleted the listing.",
        "All affected listings have been removed.",
        "The listings were deleted.",
        "Closed the ASIN.",
        "We removed these listings.",
    ],
)
def test_deleting_a_listing_does_not_clear_its_violation(text):
    assert signs(text, DONE, VIOLATIONS) == ["deleted-listing"]
    assert signs(text, DONE) == []  # taking a bad product off sale helps against defects


@pytest.mark.parametrize(
    "text",
    [
        "We removed the trademark from the listing.",
        "Removed the offer at once.",
        "We removed the listing's images.",
        "We did not delete the listing.",
        "Corrected the brand name of the listing.",
    ],
)
def test_putting_a_listing_right_is_no_deletion(text):
    assert signs(text, DONE, VIOLATIONS) == []


def test_every_part_is_asked_for_and_every_sign_says_what_to_write():
    assert set(APPEAL.asks) == set(sdk.AppealPart)
    assert all(each.says.endswith(".") for each in APPEAL.signs)
    assert APPEAL.evidence_days == 365


def test_signs_name_rules_that_are_there():
    assert {rule for each in APPEAL.signs for rule in each.rules} <= {rule.id for rule in ALL}


def test_no_step_of_ours_reads_as_what_would_hurt():
    for rule in ALL:
        for step in (*rule.steps, *(step for steps in rule.causes.values() for step in steps)):
            assert not [each.id for each in APPEAL.contradictions if [*each.found_in(step.text)]], step.text
