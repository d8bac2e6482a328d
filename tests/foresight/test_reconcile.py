"""Why two numbers differ: what holds of any two sides, and each rule of evidence on and off its line."""

from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals.domain.marketplace import Marketplace, Scorecard
from sellervitals.domain.measurement import Better, Measurement, Metric, Unit, Window
from sellervitals.domain.rate import Rate
from sellervitals.foresight.causes import Cause, CauseKind, Explains, ordered
from sellervitals.foresight.reconcile import SEGMENTS, reconcile
from sellervitals.foresight.stated import Side

LOWER = Better.LOWER
HARBOR = Marketplace(
    id="harbor",
    title="Harbor",
    metrics=(
        Metric(
            id="late_rate",
            title="Late rate",
            unit=Unit.RATIO,
            better=LOWER,
            window_days=30,
            lag_days=7,
            parts=("storm", "crane"),
            numerator="late ships",
            denominator="ships",
            description="Ships that came after their tide.",
            variants={"late_cargo_rate": "One counts ships, the other cargo."},
        ),
        Metric(id="late_cargo_rate", title="Late cargo", unit=Unit.RATIO, better=LOWER),
        Metric(
            id="by_quay",
            title="By quay",
            unit=Unit.RATIO,
            better=LOWER,
            segments=("east", "west"),
            lag_days=3,
        ),
        Metric(
            id="by_days",
            title="By days",
            unit=Unit.RATIO,
            better=LOWER,
            segments=("10d", "30d", "ever"),
            segment_days={"10d": 10, "30d": 30},
        ),
        Metric(
            id="forecast",
            title="Forecast",
            unit=Unit.RATIO,
            better=LOWER,
            segment_variants={"projected": "One is in force, the other a forecast."},
        ),
        Metric(id="wait", title="Wait", unit=Unit.HOURS, better=LOWER),
        Metric(id="lost", title="Lost", unit=Unit.COUNT, better=LOWER, parts=("nets", "ropes")),
        Metric(id="berth", title="Berth", unit=Unit.STATE, better=LOWER),
        Metric(id="own_rate", title="Own rate", unit=Unit.RATIO, better=LOWER, description="Anything."),
    ),
    scorecard=Scorecard(version="harbor-1", weights={"harbor.late": 1}),
    families=("own_rate",),
)
DAY = date(2026, 6, 30)


def days(length, end=DAY):
    return Window(end - timedelta(days=length - 1), end)


def m(metric="late_rate", **more):
    return Measurement(metric, document=more.pop("document", "metrics"), **more)


def pc(value, **more):
    """A typed rate in percent."""
    number = Decimal(value)
    return m(value=Rate.percent(value), digits=2 - min(number.as_tuple().exponent, 0), **more)


def n(top, bottom, **more):
    return m(numerator=top, denominator=bottom, **more)


def both(left, right, sides=None):
    said = sides or {}
    one = Side("left", tuple(left), **said.get("left", {}))
    return reconcile(one, Side("right", tuple(right), **said.get("right", {})), HARBOR)


def only(left, right, sides=None):
    (difference,) = both([left], [right], sides).differences
    return difference


def causes(left, right, sides=None):
    return [(each.cause, each.explains, each.certain) for each in only(left, right, sides).causes]


def first(left, right, sides=None):
    return only(left, right, sides).causes[0]


rates = st.builds(Rate, st.integers(0, 1000), st.integers(1, 1000)) | st.builds(
    Rate.ratio, st.decimals(0, 1, places=4)
)
windows = st.none() | st.builds(
    Window,
    st.none() | st.dates(date(2026, 1, 1), date(2026, 3, 1)),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 3, 1)),
)
METRICS = {
    "late_rate": (rates, (None, "a", "b")),
    "late_cargo_rate": (rates, (None, "a")),
    "by_quay": (rates, (None, "east", "west")),
    "by_days": (rates, (None, "10d", "30d", "ever")),
    "forecast": (rates, (None, "projected", "north", "projected north")),
    "wait": (st.decimals(-100, 10**6, places=2), (None, "a")),
    "lost": (st.integers(-5, 10**6).map(Decimal), (None,)),
    "berth": (st.sampled_from(["Good", "GOOD", "bad", "At Risk"]), (None,)),
    "own_rate": (rates, ("my rate", "your rate")),
}


@st.composite
def measurements(draw, metric):
    values, segments = METRICS[metric]
    counted = draw(st.booleans())
    return Measurement(
        metric,
        segment=draw(st.sampled_from(segments)),
        value=draw(st.none() | values),
        numerator=draw(st.none() | st.integers(0, 300)) if counted else None,
        denominator=draw(st.none() | st.integers(0, 300)) if counted else None,
        window=draw(windows),
        parts=draw(st.dictionaries(st.sampled_from(["storm", "crane"]), st.integers(0, 20))),
        shares=draw(st.dictionaries(st.sampled_from(["out.a", "out.b", "c"]), rates, max_size=3)),
        exclusive=draw(st.booleans()),
        digits=draw(st.none() | st.integers(0, 18)),
        document=draw(st.sampled_from(["metrics", "harbor.report"])),
        period=draw(st.sampled_from(["", "60 days", "4 months"])),
        rebuilt_from=draw(st.sampled_from(["", "the log"])),
    )


@st.composite
def sides(draw, name):
    several = draw(st.lists(st.sampled_from(sorted(METRICS)).flatmap(measurements), min_size=1, max_size=6))
    kept = {(each.metric, each.segment): each for each in several}
    return Side(
        name,
        tuple(kept.values()),
        site=draw(st.sampled_from([None, "N", "S"])),
        as_of=draw(st.none() | st.dates(date(2026, 1, 1), date(2026, 4, 1))),
        zone=draw(st.sampled_from([None, ZoneInfo("UTC"), ZoneInfo("Asia/Kolkata")])),
    )


@given(sides("left"))
def test_the_same_on_both_sides_agrees_and_has_no_cause(side):
    found = reconcile(side, side._replace(name="right"), HARBOR)
    assert len(found.differences) == len(side.measurements)
    assert not found.unpaired
    for each in found.differences:
        assert each.causes == ()
        unknown = each.left.number is None and each.left.word is None
        assert each.equal is (None if unknown else True)


@given(sides("left"), sides("right"))
def test_swapping_the_sides_mirrors_the_answer(left, right):
    there = reconcile(left, right, HARBOR)
    back = reconcile(right._replace(name="left"), left._replace(name="right"), HARBOR)

    def seen(found, one, other):
        return sorted(
            (
                repr(getattr(each, one).measurement),
                repr(getattr(each, other).measurement),
                each.equal,
                [tuple(cause[:2]) + (cause.certain,) for cause in each.causes],
                each.difference,
            )
            for each in found.differences
        )

    mirrored = [
        (*rest, None if difference is None else -difference)
        for *rest, difference in seen(back, "right", "left")
    ]
    assert [tuple(each) for each in seen(there, "left", "right")] == mirrored
    assert sorted(repr(each.measurement) for each in there.unpaired) == sorted(
        repr(each.measurement) for each in back.unpaired
    )


@given(sides("left"), sides("right"))
def test_u35_every_difference_has_a_cause_and_every_number_a_place(left, right):
    found = reconcile(left, right, HARBOR)
    for each in found.differences:
        kinds = [cause.cause for cause in each.causes]
        assert len(set(kinds)) == len(kinds)
        if each.equal is False:
            assert kinds
        if each.equal:
            assert not kinds
        if CauseKind.UNEXPLAINED in kinds:
            assert kinds == [CauseKind.UNEXPLAINED]
        for cause in each.causes:
            assert cause.message == cause.message.strip()
            assert cause.message.endswith(".")
            assert not (cause.certain and cause.explains in {Explains.POSSIBLE, Explains.NOTHING})
    paired = [id(one.measurement) for each in found.differences for one in (each.left, each.right)]
    alone = [id(each.measurement) for each in found.unpaired]
    assert set(paired) | set(alone) == {id(one) for side in (left, right) for one in side.measurements}
    assert not set(paired) & set(alone)


@given(
    st.integers(0, 10**6),
    st.integers(1, 10**6),
    st.integers(0, 6),
    st.sampled_from([ROUND_DOWN, ROUND_HALF_UP]),
)
def test_a_number_rounded_or_cut_off_is_explained_by_rounding(top, bottom, places, how):
    top = min(top, bottom)
    shown = (Decimal(100) * top / bottom).quantize(Decimal(1).scaleb(-places), how)
    found = only(n(top, bottom), pc(str(shown)))
    if found.equal:
        assert Rate(top, bottom) == Rate.percent(shown)
        return
    assert found.causes[0][:2] == (CauseKind.ROUNDING, Explains.ALL, found.causes[0].message)[:2]
    assert found.causes[0].certain


@given(st.integers(2, 6).flatmap(lambda places: st.tuples(st.integers(1, 10**places), st.just(places))))
def test_a_hundredfold_is_a_matter_of_the_unit(written):
    number, places = written
    value = Decimal(number).scaleb(-places)
    left = m(value=Rate.percent(value), digits=places + 2)
    right = m(value=Rate.ratio(value), digits=places)
    assert first(left, right)[:2] == (CauseKind.UNIT, Explains.ALL)


@given(st.integers(1, 500), st.integers(500, 5000), st.integers(500, 5000))
def test_the_same_events_by_other_denominators(events, one, other):
    found = only(n(events, one), n(events, other))
    assert found.equal is (one == other)
    if one != other:
        assert (CauseKind.DENOMINATOR, Explains.ALL, True) in [
            (each.cause, each.explains, each.certain) for each in found.causes
        ]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(50, 500)), min_size=2, max_size=2))
def test_u35_the_sum_of_the_channels_is_the_account(parts):
    quays = [
        n(top, all_, metric="by_quay", segment=name)
        for (top, all_), name in zip(parts, ("east", "west"), strict=True)
    ]
    whole = n(sum(top for top, _ in parts), sum(all_ for _, all_ in parts), metric="by_quay")
    for each in both([whole], quays).differences:
        if not each.equal:
            channel = next(cause for cause in each.causes if cause.cause is CauseKind.CHANNEL)
            assert (channel.explains, channel.certain) == (Explains.ALL, True)


def test_u35_rounding_ends_where_the_next_number_begins():
    right = pc("3.2")
    for value, explained in (("0.0315", True), ("0.03149", False), ("0.03299", True), ("0.033", False)):
        left = m(value=Rate.ratio(value), digits=6)
        assert (first(left, right).cause is CauseKind.ROUNDING) is explained, value
    assert "cut off" in first(m(value=Rate.ratio("0.0328"), digits=6), right).message
    apart = first(pc("3.2"), pc("3.3"))
    assert (apart.cause, apart.explains) == (CauseKind.ROUNDING, Explains.POSSIBLE)
    assert first(pc("3.2"), pc("3.4")).cause is CauseKind.UNEXPLAINED


def test_nobody_rounds_a_ratio_to_its_first_decimal():
    left, right = m(value=Rate.ratio("0.9"), digits=1), m(value=Rate.ratio("0.8615"), digits=4)
    assert first(left, right).cause is CauseKind.UNEXPLAINED


def test_a_document_is_as_exact_as_its_finest_rate():
    report = [
        m(value=Rate.ratio("0.011"), document="harbor.report"),
        m("late_cargo_rate", value=Rate.ratio("0.0031"), document="harbor.report"),
    ]
    right = [
        m(value=Rate.ratio("0.01149"), digits=6),
        m("late_cargo_rate", value=Rate.ratio("0.0031"), digits=4),
    ]
    differs = both(report, right).differences[0]
    assert [each.cause for each in differs.causes] == [CauseKind.UNEXPLAINED]
    alone = both(report[:1], right[:1]).differences[0]
    assert [(each.cause, each.certain) for each in alone.causes] == [(CauseKind.ROUNDING, False)]


@pytest.mark.parametrize(
    ("left", "right", "unit"),
    [("90", "1.5", "minutes"), ("48", "2", "days"), ("2", "7200", "seconds"), ("336", "2", "weeks")],
)
def test_hours_read_as_another_unit(left, right, unit):
    found = first(m("wait", value=Decimal(left)), m("wait", value=Decimal(right)))
    assert (found.cause, found.explains) == (CauseKind.UNIT, Explains.ALL)
    assert f"one is in {unit}, not in hours" in found.message


def test_counts_that_contradict_their_rate_are_named():
    left = m(value=Rate.ratio("0.005"), numerator=551, denominator=17_197, digits=3)
    assert causes(left, n(551, 17_197))[0] == (CauseKind.COUNTS, Explains.ALL, True)
    assert causes(left, pc("3.2"))[0] == (CauseKind.COUNTS, Explains.ALL, True)
    assert causes(left, pc("2.9"))[0] == (CauseKind.COUNTS, Explains.PART, False)
    assert causes(left, pc("0.9"))[0] == (CauseKind.COUNTS, Explains.POSSIBLE, False)


def test_u35_what_contradicts_itself_is_no_sum_of_parts():
    left = m(
        value=Rate.ratio("0.009"), numerator=12, denominator=5000, digits=3, parts={"storm": 8, "crane": 6}
    )
    found = {cause: explains for cause, explains, _ in causes(left, n(14, 5000))}
    assert found[CauseKind.PARTS] is Explains.PART
    sound = left._replace(value=None)
    assert causes(sound, n(14, 5000))[0] == (CauseKind.PARTS, Explains.ALL, True)
    assert causes(sound._replace(exclusive=True), n(14, 5000))[0][0] is CauseKind.UNEXPLAINED


def test_parts_of_a_count():
    left = m("lost", value=Decimal(12), parts={"nets": 8, "ropes": 6})
    assert causes(left, m("lost", value=Decimal(14)))[0] == (CauseKind.PARTS, Explains.ALL, True)
    assert causes(left, m("lost", value=Decimal(8)))[0] == (CauseKind.PARTS, Explains.POSSIBLE, False)
    assert causes(left, m("lost", value=Decimal(9)))[0][0] is CauseKind.UNEXPLAINED


def test_a_group_of_parts_that_one_side_leaves_out():
    shares = {"out.storm": Rate.percent("0.8"), "out.ice": Rate.percent("1.8"), "crane": Rate.percent("9")}
    left = m(value=Rate.percent("87.2"), shares=shares, document="harbor.report")
    assert causes(left, pc("84.6"))[0] == (CauseKind.PARTS, Explains.ALL, False)
    assert causes(left, pc("78.2"))[0][0] is CauseKind.UNEXPLAINED


def test_u35_a_rate_alone_says_what_it_was_divided_by():
    left = m(value=Rate.ratio("0.0110"), numerator=862, digits=4)
    found = first(left, n(862, 74_239))
    assert (found.cause, found.explains, found.certain) == (CauseKind.DENOMINATOR, Explains.ALL, False)
    assert "about 78,364" in found.message
    within = first(m(value=Rate.ratio("0.012"), numerator=862, digits=3), n(862, 74_239))
    assert within.cause is CauseKind.ROUNDING


def test_a_numerator_by_the_other_sides_denominator():
    found = first(n(20, 1000), pc("1.25", denominator=1600))
    assert (found.cause, found.explains) == (CauseKind.DENOMINATOR, Explains.ALL)
    assert first(n(20, 1000), pc("1.4", denominator=1600)).cause is CauseKind.UNEXPLAINED


def test_good_and_bad_events():
    assert first(pc("97.5"), pc("2.5")).cause is CauseKind.COMPLEMENT
    assert first(n(975, 1000), pc("2.5")).cause is CauseKind.COMPLEMENT
    assert first(pc("97.5"), pc("2.7")).cause is CauseKind.UNEXPLAINED
    assert first(pc("100"), pc("0")).cause is CauseKind.UNEXPLAINED


@pytest.mark.parametrize(
    ("left", "right", "cause", "explains"),
    [
        (days(30), days(30, DAY + timedelta(days=1)), CauseKind.TIME_ZONE, Explains.PART),
        (days(30), days(30, DAY + timedelta(days=2)), CauseKind.WINDOW, Explains.PART),
        (days(30), days(30, DAY + timedelta(days=6)), CauseKind.LAG, Explains.PART),
        (days(30), days(30, DAY + timedelta(days=7)), CauseKind.LAG, Explains.PART),
        (days(30), days(30, DAY + timedelta(days=8)), CauseKind.LAG, Explains.PART),
        (days(30), days(30, DAY + timedelta(days=9)), CauseKind.WINDOW, Explains.PART),
        (days(30), days(60), CauseKind.WINDOW, Explains.PART),
        (days(30), days(60, DAY - timedelta(days=90)), CauseKind.WINDOW, Explains.PART),
        (days(30), Window(DAY, DAY - timedelta(days=3)), CauseKind.WINDOW, Explains.PART),
        (days(30), days(30), CauseKind.UNEXPLAINED, Explains.NOTHING),
        (days(30), Window(None, DAY), CauseKind.UNEXPLAINED, Explains.NOTHING),
        (days(30), None, CauseKind.UNEXPLAINED, Explains.NOTHING),
    ],
)
def test_windows(left, right, cause, explains):
    found = first(pc("3", window=left), pc("5", window=right))
    assert (found.cause, found.explains) == (cause, explains)


def test_a_window_cannot_count_less_than_one_inside_it():
    small, large = n(20, 1000, window=days(10)), n(15, 900, window=days(30))
    found = first(small, large)
    assert (found.cause, found.explains) == (CauseKind.WINDOW, Explains.POSSIBLE)
    assert "cannot be it" in found.message
    for top, bottom, possible in ((21, 1400, True), (19, 1400, False), (50, 1029, False), (50, 1030, True)):
        explains = first(small, n(top, bottom, window=days(30))).explains
        assert (explains is Explains.PART) is possible, (top, bottom)


def test_days_that_the_reports_were_read_on():
    left, right = pc("3", window=days(30)), pc("5", window=days(30, DAY + timedelta(days=3)))
    read = {"left": {"as_of": DAY}, "right": {"as_of": DAY + timedelta(days=3)}}
    assert first(left, right, read).cause is CauseKind.LAG
    read["right"]["as_of"] = DAY + timedelta(days=2)
    assert first(left, right, read).cause is CauseKind.WINDOW


def test_a_report_that_was_old_when_the_other_number_was_read():
    left = pc("3", window=days(30))
    for later, cause in ((8, CauseKind.UNEXPLAINED), (9, CauseKind.LAG)):
        read = {"right": {"as_of": DAY + timedelta(days=later)}}
        assert first(left, pc("5"), read).cause is cause


def test_time_zones():
    window = Window(date(2026, 3, 1), DAY)
    left, right = pc("3", window=window), pc("5", window=window)
    zones = {"left": {"zone": ZoneInfo("UTC")}, "right": {"zone": ZoneInfo("Asia/Kolkata")}}
    found = first(left, right, zones)
    assert (found.cause, found.explains) == (CauseKind.TIME_ZONE, Explains.POSSIBLE)
    assert "begins in Asia/Kolkata 5:30 hours before it does in UTC" in found.message
    zones["right"]["zone"] = ZoneInfo("Africa/Abidjan")
    assert first(left, right, zones).cause is CauseKind.UNEXPLAINED
    zones["right"]["zone"] = ZoneInfo("UTC")
    next_day = right._replace(window=days(window.days, DAY + timedelta(days=1)))
    assert first(left, next_day, zones).cause is CauseKind.WINDOW


def test_a_number_is_recognised_under_another_name_only_with_two_digits():
    report = [
        pc("42.8", document="harbor.report"),
        pc("95.2", metric="late_cargo_rate", document="harbor.report"),
    ]
    screen = [pc("95"), pc("95.2", metric="late_cargo_rate")]
    found = both(report, screen).differences[0].causes[0]
    assert (found.cause, found.explains, found.certain) == (CauseKind.VARIANT, Explains.ALL, False)
    few = [report[0], pc("3.2", metric="late_cargo_rate", document="harbor.report")]
    assert both(few, [pc("3"), few[1]]).differences[0].causes[0].cause is CauseKind.UNEXPLAINED


def test_segments_that_are_windows_are_no_channels():
    left, right = pc("3", metric="by_days", segment="10d"), pc("5", metric="by_days", segment="30d")
    assert [each[0] for each in causes(left, right)] == [CauseKind.WINDOW]
    ever = right._replace(segment="ever")
    assert [each[0] for each in causes(left, ever)] == [CauseKind.WINDOW]
    unsaid = right._replace(segment=None)
    assert causes(left, unsaid) == [(CauseKind.WINDOW, Explains.POSSIBLE, False)]


def test_a_part_cannot_count_more_than_the_whole():
    whole, part = n(5, 100, metric="by_quay"), n(9, 90, metric="by_quay", segment="east")
    found = first(whole, part)
    assert (found.cause, found.explains) == (CauseKind.CHANNEL, Explains.POSSIBLE)
    assert "cannot be it" in found.message


def test_a_forecast_stands_against_what_is_in_force_segment_by_segment():
    names = ("north", "south", "west")
    force = [pc("3", metric="forecast", segment=name) for name in names]
    soon = [pc("5", metric="forecast", segment=f"projected {name}") for name in reversed(names)]
    found = both(force, soon)
    assert not found.unpaired
    for each in found.differences:
        assert each.right.measurement.segment == f"projected {each.left.measurement.segment}"
        assert [cause.cause for cause in each.causes] == [CauseKind.VARIANT]


def test_names_of_a_caller_s_own_have_nothing_to_do_with_each_other():
    left, right = pc("3", metric="own_rate", segment="mine"), pc("5", metric="own_rate", segment="yours")
    found = both([left], [right])
    assert not found.differences
    assert len(found.unpaired) == 2
    same = only(left, right._replace(segment="mine"))
    assert "Anything" not in same.causes[0].message


def test_words_agree_whatever_their_spelling():
    assert only(m("berth", value="At Risk"), m("berth", value="AT_RISK")).equal is True
    differs = only(m("berth", value="GOOD"), m("berth", value="BAD"))
    assert (differs.equal, differs.difference) == (False, None)
    assert [each.cause for each in differs.causes] == [CauseKind.UNEXPLAINED]


def test_unknown_is_not_zero():
    found = only(n(0, 0), pc("0"))
    assert (found.equal, found.difference) == (None, None)
    assert [each.cause for each in found.causes] == [CauseKind.NO_DATA]
    assert "no ships" in found.causes[0].message
    assert only(n(0, 0), n(0, 0)).causes == ()


def test_thousands_of_segments_are_paired_without_comparing_each_with_each():
    many = [n(3, 100, segment=f"sku {number}") for number in range(SEGMENTS * 30)]
    other = [each._replace(denominator=90) for each in many]
    found = both(many, other)
    assert len(found.differences) == len(many)
    assert {each.causes[0].cause for each in found.differences} == {CauseKind.DENOMINATOR}


def test_what_is_proven_leaves_out_what_is_only_possible():
    proven = Cause(CauseKind.ROUNDING, Explains.ALL, "a.", certain=True)
    likely = Cause(CauseKind.UNIT, Explains.ALL, "b.")
    possible = Cause(CauseKind.TIME_ZONE, Explains.POSSIBLE, "c.")
    part = Cause(CauseKind.WINDOW, Explains.PART, "d.", certain=True)
    assert ordered([possible, part, likely, proven]) == (proven, likely, part)
    assert ordered([possible, part, likely]) == (likely, part, possible)
    assert ordered([proven, proven._replace(explains=Explains.PART)]) == (proven,)


def test_a_sentence_stays_one_however_much_there_is_to_list():
    parts = {f"part {number}": 1 for number in range(500)}
    left = n(400, 1000, parts=parts)
    assert len(first(left, n(500, 1000)).message) < 4096
    quays = [n(1, 10, metric="late_rate", segment="q" * 900 + str(number)) for number in range(SEGMENTS)]
    whole = n(SEGMENTS, SEGMENTS * 9, metric="late_rate")
    for each in both([whole], [*quays, n(0, 0, metric="by_quay")]).differences:
        assert all(len(cause.message) < 8192 for cause in each.causes)
    words = only(m("berth", value="a" * 5000), m("berth", value="b" * 5000))
    assert len(words.causes[0].message) < 1024
