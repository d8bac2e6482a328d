"""What to do: steps that several rules share, one module per kind of trouble."""
