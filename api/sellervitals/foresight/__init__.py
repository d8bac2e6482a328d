"""Arithmetic on measurements: exact, pure, with its assumptions stated."""
