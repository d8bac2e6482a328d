from sellervitals_generic.rules.return_rate import RULE


def test_the_callers_own_target_decides(holds):
    holds(
        RULE,
        target=("below", "12 %"),
    )
