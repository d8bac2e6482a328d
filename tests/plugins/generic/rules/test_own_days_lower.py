from sellervitals_generic.rules.own_days_lower import RULE


def test_the_callers_own_target_decides(holds):
    holds(
        RULE,
        target=("at_most", "2"),
    )
