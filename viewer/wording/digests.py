"""A digest as it is read aloud and compared by eye."""

from __future__ import annotations


def digest_groups(digest: str) -> str:
    """In groups of four signs."""
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))
