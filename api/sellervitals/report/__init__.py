"""Renderings for people, all of the same descriptions and results that the API answers with."""
