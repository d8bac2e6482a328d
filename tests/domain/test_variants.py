"""What a plugin says of figures that are taken for each other is checked when it is said."""

import pytest

from sellervitals.domain.fault import MetadataError
from sellervitals.domain.marketplace import Marketplace, Scorecard
from sellervitals.domain.measurement import Better, Metric, Unit


def metric(ident="late_rate", **more):
    return Metric(id=ident, title=ident, unit=Unit.RATIO, better=Better.LOWER, **more)


def harbor(*metrics):
    card = Scorecard(version="harbor-1", weights={"harbor.late": 1})
    return Marketplace(id="harbor", title="Harbor", metrics=metrics, scorecard=card)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"variants": {"late_rate": "Why."}}, "variants names the metric itself"),
        ({"variants": {"other": ""}}, r"variants\['other'\] must be a non-empty text"),
        ({"variants": {"other": 3}}, r"variants\['other'\] must be a str"),
        ({"variants": ("other",)}, "variants must be a mapping"),
        ({"segment_variants": {"soon": " "}}, r"segment_variants\['soon'\] must be a non-empty text"),
        (
            {"segments": ("a",), "segment_variants": {"soon": "Why."}},
            "names 'soon', which is no segment of it",
        ),
        ({"lag_days": -1}, "lag_days must be a whole number from 0 up"),
        ({"lag_days": True}, "lag_days must be a whole number from 0 up"),
    ],
)
def test_what_cannot_be_used_is_refused(more, says):
    with pytest.raises(MetadataError, match=says):
        metric(**more)


def test_a_variant_that_is_no_metric_is_refused_by_name():
    with pytest.raises(
        MetadataError, match=r"metric late_rate: variants names 'lat_rate', which is no metric"
    ):
        harbor(metric(variants={"lat_rate": "Why."}))
    assert harbor(metric(variants={"other": "Why."}), metric("other")).by_id["late_rate"].variants


def test_any_word_may_begin_a_segment_where_any_segment_may_be_named():
    assert metric(segment_variants={"soon": "Why."}).segment_variants == {"soon": "Why."}
