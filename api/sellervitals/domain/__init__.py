"""The words of the trade: pure data and arithmetic, standard library only, no clock, no I/O."""
