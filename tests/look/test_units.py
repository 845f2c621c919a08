"""Places in a text, as Qt counts them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextLayout

from viewer.look.units import parted, units

TEXTS = ("", "plain", "à la carte", "شهر ۱۲", "a \U0001f54a dove", "\U0001f1ee\U0001f1f6", "half \ud83d alone")


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_as_long_as_it_is_to_qt(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2
    if "\ud83d" not in text:
        assert units(text) == len(QTextLayout(text).text().encode("utf-16-le")) // 2


@pytest.mark.parametrize("text", TEXTS[:-1])
def test_a_text_is_parted_where_qt_means(text: str) -> None:
    for place in range(len(text) + 1):
        assert parted(text, units(text[:place])) == (text[:place], text[place:])
