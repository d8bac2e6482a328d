from datetime import date
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.report_consistency import RULE

DAY = "2026-11-22"
REPORT = "amazon.seller-performance-report"

CANCELLATION = measurement(
    "cancellation_rate",
    percent("0.5"),
    numerator=551,
    denominator=17197,
    digits=3,
    document=REPORT,
    pointer="/performanceMetrics/0/preFulfillmentCancellationRate",
)
TRACKING = measurement(
    "valid_tracking_rate", percent("95.29"), numerator=896462, denominator=878443, digits=4
)
DEFECTS = measurement("order_defect_rate", percent("0.9"), segment="mfn", numerator=1078, denominator=539000)
PARTS = measurement(
    "order_defect_rate",
    segment="afn",
    numerator=2,
    denominator=1000,
    parts={"claims": 3, "chargebacks": 4},
)
BACKWARDS = measurement("document_requests", 0, window=sdk.Window(date(2020, 11, 21), date(2020, 11, 19)))
STATUS = measurement(
    "document_requests",
    8,
    target=sdk.Target(sdk.Comparator.AT_MOST, Decimal(0)),
    verdict="GOOD",
    good=True,
)
HUNDREDFOLD = measurement("late_shipment_rate", percent("400"), segment="30d", numerator=12, denominator=300)
SOUND = measurement(
    "late_shipment_rate", percent("4"), segment="30d", numerator=12, denominator=300, digits=2
)


def test_every_contradiction_warns_in_its_own_segment():
    RuleTester(RULE, marketplace=AMAZON, worst="warn").run(
        [
            case(DAY, expect="pass", others=[SOUND], says="Nothing"),
            case(
                DAY,
                expect="warn",
                others=[SOUND, CANCELLATION],
                segment="cancellation_rate:rate-against-counts",
                says=("0.5 %", "3.204 %", "551", "17,197"),
                severity="low",
            ),
            case(
                DAY,
                expect="warn",
                others=[TRACKING],
                segment="valid_tracking_rate:impossible-counts",
                says=("896,462", "878,443"),
            ),
            case(
                DAY,
                expect="warn",
                others=[DEFECTS],
                segment="order_defect_rate:mfn:rate-against-counts",
                says=("0.9 %", "0.2 %"),
            ),
            case(
                DAY,
                expect="warn",
                others=[PARTS],
                segment="order_defect_rate:afn:parts-above-total",
                says=("3 claims", "4 chargebacks", "2 orders with defects"),
            ),
            case(
                DAY,
                expect="warn",
                others=[BACKWARDS],
                segment="document_requests:reversed-window",
                says=("2020-11-21", "2020-11-19"),
            ),
            case(
                DAY,
                expect="warn",
                others=[STATUS],
                segment="document_requests:status-against-target",
                says=("GOOD", "8", "0"),
            ),
            case(
                DAY,
                expect="warn",
                others=[HUNDREDFOLD],
                segment="late_shipment_rate:30d:unit",
                says=("400 %", "4 %"),
            ),
            case(DAY, expect="no_data"),
        ]
    )


def test_a_finding_points_into_the_document_and_costs_nothing():
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    found = engine.evaluate(snapshot("amazon", [CANCELLATION, TRACKING], day=DAY))
    by_segment = {each.segment: each for each in found.findings}
    assert len(by_segment) == len(found.findings) == 2
    evidence = by_segment["cancellation_rate:rate-against-counts"].evidence
    assert evidence == (sdk.Evidence(REPORT, "/performanceMetrics/0/preFulfillmentCancellationRate"),)
    assert by_segment["valid_tracking_rate:impossible-counts"].evidence == ()
    assert AMAZON.scorecard.weights[RULE.id] == 0
    assert found.score.contributions == ()


def test_row_27_a_rate_that_its_counts_contradict():
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    [found] = engine.evaluate(snapshot("amazon", [CANCELLATION], day=DAY)).findings
    assert found.outcome == "warn"
    assert "states 0.5 %" in found.message
    assert "551 cancelled orders of 17,197 orders are 3.204 %" in found.message
