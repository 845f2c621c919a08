"""Qt counts text in UTF-16 units, Python in code points: how the one becomes the other."""

from __future__ import annotations


def units(text: str) -> int:
    """Length in UTF-16 units."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16", "surrogatepass")) // 2 - 1  # a unit that tells the order of bytes leads


def parted(text: str, place: int) -> tuple[str, str]:
    """The text before and from a place, which Qt counts in UTF-16 units."""
    if text.isascii():
        return text[:place], text[place:]
    counted = text.encode("utf-16-le")
    return counted[: 2 * place].decode("utf-16-le"), counted[2 * place :].decode("utf-16-le")
