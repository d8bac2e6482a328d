"""How Mercado Libre's rules judge where a comparison with a limit is not enough."""
