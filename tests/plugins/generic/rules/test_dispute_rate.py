from sellervitals_generic.rules.dispute_rate import RULE


def test_the_callers_own_target_decides(holds):
    holds(
        RULE,
        target=("below", "1 %"),
    )
