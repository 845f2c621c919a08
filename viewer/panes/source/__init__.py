"""One source: its head, its document, the passages in it."""
