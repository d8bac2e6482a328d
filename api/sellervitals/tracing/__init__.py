"""How a verdict came about, and the same verdict made again."""
