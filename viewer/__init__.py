"""The Evidence Viewer: a case, its claims, and the passages that carry them."""

__version__ = "0.1.0"
