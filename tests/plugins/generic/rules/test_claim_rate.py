from sellervitals_generic.rules.claim_rate import RULE


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("fnac", "2020-01-01", "below", "5 %", "warn"),
        target=("at_most", "3 %"),
    )
