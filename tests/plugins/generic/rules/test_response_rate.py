from sellervitals_generic.rules.response_rate import RULE


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("newegg", "2015-01-01", "at_least", "98 %", "fail"),
        ("coupang", "2016-09-06", "at_least", "90 %", "warn"),
        target=("at_least", "85 %"),
    )
