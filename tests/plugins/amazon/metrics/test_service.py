import pytest

from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.metrics.service import METRICS

WRITTEN = {
    "contact_response_24h": ("ratio", "higher"),
    "customer_service_dissatisfaction_rate": ("ratio", "lower"),
    "return_dissatisfaction_rate": ("ratio", "lower"),
    "customer_experience_health": ("state", "lower"),
    "ncx_rate": ("ratio", "lower"),
    "expired_orders": ("count", "lower"),
}


def test_units_and_directions():
    assert {each.id: (each.unit, each.better) for each in METRICS} == WRITTEN


def test_the_five_words_of_customer_experience():
    states = AMAZON.by_id["customer_experience_health"].states
    assert states == ("Excellent", "Good", "Fair", "Poor", "Very poor")


@pytest.mark.parametrize("metric", METRICS, ids=lambda each: each.id)
def test_each_says_what_is_counted(metric):
    assert metric.description.endswith(".")
    assert metric.unit != "ratio" or metric.numerator != "events"
