"""What to do, where several rules ask for the same."""
