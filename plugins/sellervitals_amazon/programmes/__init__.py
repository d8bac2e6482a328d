"""What programmes ask of those who take part: each programme's published sheet, stated once for its rules."""
