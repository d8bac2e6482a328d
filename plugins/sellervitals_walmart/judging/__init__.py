"""What Walmart's rules need beyond comparing a value with its line."""
