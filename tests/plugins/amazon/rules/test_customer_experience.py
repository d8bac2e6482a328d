from decimal import Decimal

import pytest

from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.customer_experience import RULE

DAY = "2026-11-22"


def test_every_word_in_every_store():
    everywhere = [
        case(DAY, value=word, segment="SKU-1", site=site, expect=expect)
        for site in AMAZON.sites
        for word, expect in (("Good", "pass"), ("Fair", "warn"), ("Poor", "fail"))
    ]
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *everywhere,
            case(DAY, value="Excellent", expect="pass"),
            case(DAY, value="Good", expect="pass"),
            case(DAY, value="Fair", expect="warn", says="is a suggestion"),
            case(DAY, value="Poor", expect="fail", severity="medium", says="may be closed."),
            case(
                DAY,
                value="Very poor",
                expect="fail",
                severity="medium",
                segment="SKU-9",
                says=("SKU-9", "may be closed already"),
            ),
            case(DAY, value="Splendid", expect="warn", says="no known word"),
            case(DAY, value="NOT GOOD", expect="warn", says="no known word"),
            case(DAY, expect="no_data"),
        ]
    )


def test_each_offer_is_a_finding_of_its_own_and_shares_the_weight():
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    words = {"A": "Excellent", "B": "Fair", "C": "Poor", "D": "Very poor"}
    given = [measurement("customer_experience_health", word, segment=sku) for sku, word in words.items()]
    result = engine.evaluate(snapshot("amazon", given, day=DAY, site="US"))
    health = {each.segment: each.health for each in result.findings}
    assert health == {"A": 1, "B": Decimal("0.9"), "C": Decimal("0.5"), "D": 0}
    assert (result.score.value, result.score.cap) == (60, None)


@pytest.mark.parametrize("word", AMAZON.by_id["customer_experience_health"].states)
def test_every_word_that_may_be_typed_in_is_known(word):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    given = [measurement("customer_experience_health", word)]
    [finding] = engine.evaluate(snapshot("amazon", given, day=DAY, site="US")).findings
    assert "no known word" not in finding.message
