"""What may become of an account: each value taken day by day to the lines it is held against."""
