"""Own counts that should be high, named by the caller and judged by the caller's own target."""

from sellervitals_generic.own_figures import own_figure

RULE = own_figure("own_count_higher")
