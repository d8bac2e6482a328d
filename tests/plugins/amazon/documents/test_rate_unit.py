"""Ratio or percent: by evidence, and the same answer for the same report in either form."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.rate_unit import (
    AMBIGUOUS,
    ASSUMED,
    Claim,
    Evidence,
    Form,
    decide,
    evidence,
)

RATIO, PERCENT = Form.RATIO, Form.PERCENT
NOTHING = frozenset()


def _claim(rate=None, target=None, counts=(None, None), line="4"):
    return Claim(
        None if rate is None else Decimal(rate),
        None if target is None else Decimal(target),
        *counts,
        frozenset({Decimal(line)}),
    )


def _decide(claim, document=NOTHING):
    return decide(claim, evidence(claim), document)


@pytest.mark.parametrize(
    ("rate", "counts", "form"),
    [
        ("0.032", (32, 1000), RATIO),
        ("3.2", (32, 1000), PERCENT),
        ("0.2", (1, 5), RATIO),
        ("0.2", (1, 500), PERCENT),
        ("4.7", (15, 320), PERCENT),
        ("0.047", (15, 320), RATIO),
        ("0.7", (1, 150), PERCENT),
        ("0.01", (1, 150), RATIO),
        ("1", (1, 150), PERCENT),
        ("1", (7, 7), RATIO),
        ("100", (7, 7), PERCENT),
        ("0.42857142857142855", (3, 7), RATIO),
        ("42.857142857142854", (3, 7), PERCENT),
        ("0.033", (32, 1000), RATIO),
        ("3.3", (32, 1000), PERCENT),
        ("0.009", (1078, 539000), None),
        ("0", (0, 100), None),
        ("0.5", (0, 100), None),
        ("0.5", (1, 0), None),
        ("0.9529", (896462, 878443), None),
    ],
)
def test_u04_counts_are_evidence_for_the_rate(rate, counts, form):
    assert evidence(_claim(rate, counts=counts)) == Evidence(form, None)


@pytest.mark.parametrize(
    ("target", "form"),
    [
        ("4", PERCENT),
        ("4.0", PERCENT),
        ("2", PERCENT),
        ("100", PERCENT),
        ("0.04", RATIO),
        ("150", None),
        ("1", None),
        ("0.5", None),
        ("0", None),
    ],
)
def test_u04_the_target_is_evidence_by_policy_line_or_by_what_it_cannot_be(target, form):
    assert evidence(_claim(target=target)) == Evidence(None, form)


def test_u04_size_alone_is_no_evidence():
    assert evidence(_claim("4.7")) == Evidence(None, None)
    assert evidence(_claim("0.2", "1")) == Evidence(None, None)


def test_a_line_of_the_policy_written_as_1_percent():
    assert evidence(_claim("0.2", "1", line="1")) == Evidence(None, PERCENT)


def test_rate_and_target_share_the_unit_that_one_of_them_shows():
    found = _decide(_claim("0.2", "4"))
    assert (found.value, found.target, found.digits, found.doubt) == (
        sdk.percent("0.2"),
        sdk.percent("4"),
        3,
        None,
    )
    found = _decide(_claim("0.032", "0.07", (32, 1000)))
    assert (found.value, found.target, found.doubt) == (sdk.ratio("0.032"), sdk.ratio("0.07"), None)


def test_contradictory_evidence_keeps_no_value_and_reads_the_target_in_its_own_unit():
    assert _decide(_claim("0.032", "4", (32, 1000))) == (None, None, sdk.percent("4"), AMBIGUOUS)
    assert _decide(_claim("3.2", "0.04", (32, 1000))) == (None, None, sdk.ratio("0.04"), AMBIGUOUS)


def test_without_own_evidence_a_block_follows_the_document():
    found = _decide(_claim("0.2", "0.5"), {PERCENT})
    assert (found.value, found.target, found.doubt) == (sdk.percent("0.2"), sdk.percent("0.5"), None)
    found = _decide(_claim("0.2", "0.5"), {RATIO})
    assert (found.value, found.target, found.doubt) == (sdk.ratio("0.2"), sdk.ratio("0.5"), None)


def test_own_evidence_wins_over_the_document():
    assert _decide(_claim("0.032", counts=(32, 1000)), {PERCENT}).value == sdk.ratio("0.032")


def test_without_own_evidence_in_a_mixed_document_nothing_is_guessed():
    assert _decide(_claim("0.2", "0.5"), {RATIO, PERCENT}) == (None, None, None, AMBIGUOUS)


def test_without_any_evidence_the_documented_form_is_assumed_and_said():
    assert _decide(_claim("0.2", "0.5")) == (sdk.ratio("0.2"), 2, sdk.ratio("0.5"), ASSUMED)


@pytest.mark.parametrize("document", [NOTHING, {RATIO}])
def test_u09_a_rate_above_the_whole_is_not_kept(document):
    assert _decide(_claim("4.7"), document) == (None, None, None, AMBIGUOUS)


def test_u09_a_rate_that_contradicts_its_targets_unit_is_not_kept():
    assert _decide(_claim("4.7", "0.04")) == (None, None, sdk.ratio("0.04"), AMBIGUOUS)
    assert _decide(_claim("104.7", "4")) == (None, None, sdk.percent("4"), AMBIGUOUS)


def test_u09_a_target_above_the_whole_is_not_kept():
    found = _decide(_claim("0.032", "150", (32, 1000)))
    assert (found.value, found.target, found.doubt) == (sdk.ratio("0.032"), None, AMBIGUOUS)


@pytest.mark.parametrize("document", [NOTHING, {RATIO}, {PERCENT}, {RATIO, PERCENT}])
def test_zero_needs_no_unit(document):
    assert _decide(_claim("0"), document) == (sdk.ratio("0"), 2, None, None)
    assert _decide(_claim(), document) == (None, None, None, None)


@pytest.mark.parametrize(
    ("rate", "target", "digits"),
    [
        ("4.7", "4", 3),
        ("5", "4", 2),
        ("0.05", "0.04", 2),
        ("0.9", "0.04", 2),
        ("0.03204", "0.04", 5),
        ("0.42857142857142855", "0.04", 17),
    ],
)
def test_digits_are_the_decimals_of_the_ratio(rate, target, digits):
    assert _decide(_claim(rate, target)).digits == digits


def test_u05_a_binary_float_agrees_with_the_counts_it_was_made_of():
    for top, bottom in ((3, 7), (1, 3), (2, 3), (1, 82), (20, 21), (999_999, 1_000_007)):
        found = _decide(_claim(repr(top / bottom), "0.04", (top, bottom)))
        made = sdk.Measurement("x", value=found.value, digits=found.digits, numerator=top, denominator=bottom)
        assert made.counts_agree


@st.composite
def _reports(draw):
    """Claims of one ratio document that holds evidence: true or no counts, targets on a line or not."""
    claims = []
    for _ in range(draw(st.integers(1, 6))):
        bottom = draw(st.integers(1, 100_000))
        top = draw(st.integers(0, bottom))
        digits = draw(st.integers(3, 12))
        rate = round(Decimal(top) / bottom, digits)
        counts = draw(st.sampled_from([(top, bottom), (None, None), (None, bottom)]))
        target = draw(st.sampled_from([None, "0.04", "0.05", "0.01", "0.001", "0.9"]))
        claims.append(_claim(rate if draw(st.booleans()) else None, target, counts))
    claims.append(_claim("0.031", "0.04"))
    return claims


def _read(claims):
    own = [evidence(claim) for claim in claims]
    document = {each.form for each in own} - {None}
    return [decide(claim, each, document) for claim, each in zip(claims, own, strict=True)]


def _in_percent(number):
    return None if number is None else number.scaleb(2)


@settings(max_examples=1000, deadline=None)
@given(_reports())
def test_u12_the_same_report_in_percent_reads_the_same(claims):
    other = [each._replace(rate=_in_percent(each.rate), target=_in_percent(each.target)) for each in claims]
    assert _read(other) == _read(claims)


@given(_reports())
def test_u12_no_rate_of_a_ratio_report_is_read_in_percent(claims):
    for claim, found in zip(claims, _read(claims), strict=True):
        assert found.value == (None if claim.rate is None else sdk.ratio(claim.rate))
        assert found.doubt is None


@given(
    st.decimals(0, 200, places=4),
    st.none() | st.decimals(0, 200, places=3),
    st.none() | st.integers(0, 50),
    st.none() | st.integers(0, 50),
    st.sets(st.sampled_from(list(Form))),
)
def test_what_is_read_is_what_was_written_in_one_of_two_units_and_never_above_one(
    rate, target, top, bottom, document
):
    found = _decide(Claim(rate, target, top, bottom, frozenset({Decimal(4)})), document)
    whole = sdk.ratio(1)
    assert found.value is None or (
        found.value in (sdk.ratio(rate), sdk.percent(rate)) and found.value <= whole
    )
    if found.target is not None:
        assert found.target in (sdk.ratio(target), sdk.percent(target))
        assert found.target <= whole
    assert found.value is not None or found.doubt == AMBIGUOUS
