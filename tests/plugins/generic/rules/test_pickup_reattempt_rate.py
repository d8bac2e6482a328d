from sellervitals_generic.rules.pickup_reattempt_rate import RULE


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("flipkart", "2020-01-01", "below", "2 %", "warn"),
        target=("below", "1 %"),
    )
