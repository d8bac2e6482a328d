from sellervitals_generic.rules.false_dispatch_rate import RULE


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("temu_managed", "2020-01-01", "at_most", "5 %", "warn"),
        target=("at_most", "2 %"),
    )
