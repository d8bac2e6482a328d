from sellervitals_generic.rules.own_stars_higher import RULE


def test_the_callers_own_target_decides(holds):
    holds(
        RULE,
        target=("at_least", "4.5"),
    )
