"""Judgements that several rules share: forecasts, eBay's own word, trends of traffic."""
