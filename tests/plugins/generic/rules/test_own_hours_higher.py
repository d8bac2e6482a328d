from sellervitals_generic.rules.own_hours_higher import RULE


def test_the_callers_own_target_decides(holds):
    holds(
        RULE,
        target=("above", "40"),
    )
