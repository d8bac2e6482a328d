from sellervitals_generic.rules.on_time_delivery_rate import RULE


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("newegg", "2015-01-01", "at_least", "95 %", "fail"),
        ("otto", "2020-01-01", "at_least", "95 %", "warn"),
        target=("at_least", "90 %"),
    )
