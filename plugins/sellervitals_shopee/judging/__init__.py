"""What rules need beyond a comparison with a line."""
