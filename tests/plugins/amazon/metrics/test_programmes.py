import pytest

from sellervitals_amazon.metrics.programmes import METRICS

WRITTEN = {
    "sfp_on_time_delivery_rate": ("ratio", "higher", 7),
    "sfp_valid_tracking_rate": ("ratio", "higher", 7),
    "sfp_cancellation_rate": ("ratio", "lower", 7),
    "sfp_on_time_shipment_rate": ("ratio", "higher", 7),
    "sfp_buy_shipping_rate": ("ratio", "higher", 7),
    "sfp_delivery_speed": ("ratio", "higher", 7),
    "sfp_monthly_parcels": ("count", "higher", None),
    "sfp_prequalification_shipments": ("count", "higher", 90),
    "sfp_prequalification_valid_tracking_rate": ("ratio", "higher", 90),
    "sfp_prequalification_late_shipment_rate": ("ratio", "lower", 90),
    "sfp_prequalification_cancellation_rate": ("ratio", "lower", 90),
    "premium_on_time_delivery_rate": ("ratio", "higher", None),
    "premium_valid_tracking_rate": ("ratio", "higher", None),
    "premium_cancellation_rate": ("ratio", "lower", None),
}


def test_units_directions_and_windows():
    assert {each.id: (each.unit, each.better, each.window_days) for each in METRICS} == WRITTEN


@pytest.mark.parametrize("metric", METRICS, ids=lambda each: each.id)
def test_each_says_what_is_counted(metric):
    assert metric.description.endswith(".")
    assert metric.unit != "ratio" or metric.numerator != "events"
