"""Dated rates of Amazon's fees, one module per fee: the same figures that its rule serves."""
