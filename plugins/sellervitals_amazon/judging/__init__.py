"""How values are judged where a comparison with a limit is not enough, and the arithmetic behind it."""
