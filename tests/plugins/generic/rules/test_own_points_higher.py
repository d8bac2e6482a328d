from sellervitals_generic.rules.own_points_higher import RULE


def test_the_callers_own_target_decides(holds):
    holds(
        RULE,
        target=("at_least", "80"),
    )
