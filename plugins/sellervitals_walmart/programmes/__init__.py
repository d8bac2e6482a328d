"""Programmes that a Walmart seller may take part in."""
