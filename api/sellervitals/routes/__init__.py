"""HTTP only: parse, call, answer; one file per resource."""
