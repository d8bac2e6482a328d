"""The caller's own: metrics, limits and weights, waivers."""
