from sellervitals_generic.rules.order_defect_rate import RULE


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("newegg", "2015-01-01", "below", "1 %", "fail"),
        target=("at_most", "0.5 %"),
    )
