import pytest

from sellervitals.report.stated_figures import conflicts

RATE = {
    "unit": "ratio",
    "value": "0.012",
    "title": "Order defect rate",
    "display": "1.2 %",
    "numerator": 12,
    "denominator": 1000,
    "limit": {"fail": "0.01", "warn": "0.005"},
    "message": "Order defect rate is 1.2 % (orders with defects: 12 of 1,000 orders); the limit is 1 %.",
}
COUNT = {
    **RATE,
    "unit": "count",
    "value": "4",
    "title": "Received IP complaints",
    "display": "4",
    "numerator": None,
    "denominator": None,
    "message": "Received IP complaints: 4; the limit is at most 0.",
}


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        (RATE, "Our ODR was 0.8 %."),
        (RATE, "Our order defect rate was 2 percent."),
        (RATE, "We saw a rate of 1,3 %."),
        (RATE, "5 of 1,000 orders had a defect."),
        (RATE, "5 orders out of 1000 were late."),
        (RATE, "12 of 900 orders"),
        (RATE, "7 of the 2,000 orders"),
        (RATE, "There were 15 defects."),
        (COUNT, "We got 7 complaints."),
        (COUNT, "We got 7 IP complaints."),
        (COUNT, "1 of the 3 complaints was wrong."),
    ],
)
def test_figures_that_differ_are_named(finding, text):
    (said,) = conflicts(finding, text)
    assert said.startswith("it states ")
    assert finding["display"] in said or "12 of 1,000" in said


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        (RATE, "Our ODR was 1.2 %, the limit is 1 %."),
        (RATE, "Our order defect rate rose from 0.3 % to 1.20 %."),
        (RATE, "The rate is 1 percent after rounding."),
        (RATE, "12 of 1,000 orders had a defect; 8 of 12 defects came from one SKU."),
        (RATE, "80 % of the lamps broke. 3 of 4 drivers were new."),
        (RATE, "9 late parcels, 3 of 5 orders by one carrier."),
        (COUNT, "All 4 complaints; 1 of the 4 complaints was withdrawn; 3 complaints remain."),
        (COUNT, "20 % of 900 listings."),
        ({**RATE, "unit": "state", "value": "AT_RISK"}, "Our rate was 9 %, 7 of 1,000 orders."),
        ({**RATE, "unit": None, "value": None}, "9 %"),
    ],
)
def test_figures_that_may_stand_are_left_alone(finding, text):
    assert list(conflicts(finding, text)) == []


def test_s57_a_text_made_to_be_slow_is_read_in_time():
    for part in ("1 a ", "1 of ", "1,111", "1 ", "% 1 % rate ", "9" * 50):
        list(conflicts(RATE, part * (4_096 // len(part))))
        list(conflicts(COUNT, part * (4_096 // len(part))))


def test_a_part_of_the_number_may_count_fewer_and_never_more():
    assert list(conflicts(RATE, "9 of 1,000 orders got bad feedback.", of_part=True)) == []
    (said,) = conflicts(RATE, "13 of 1,000 orders got bad feedback.", of_part=True)
    assert "13 of 1,000" in said
