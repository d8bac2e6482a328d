"""sellervitals judges marketplace seller accounts against dated, sourced policy."""

__version__ = "0.1.0"
