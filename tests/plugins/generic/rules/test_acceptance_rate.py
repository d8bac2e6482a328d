from sellervitals_generic.rules.acceptance_rate import RULE


def test_the_callers_own_target_decides(holds):
    holds(
        RULE,
        target=("at_least", "95 %"),
    )
