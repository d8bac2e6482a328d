"""What if: an account changed, and what it takes to reach a goal."""
