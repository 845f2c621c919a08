"""Text is drawn with the fonts that travel with the program, in real weights, per script."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from viewer.look.fonts import FAMILIES, Role, Type, load_fonts, within_limits

pytestmark = pytest.mark.usefixtures("qapp")


def families_drawn(text: str, font: QFont) -> set[str]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def test_every_family_is_found_in_the_built_resources(built_resources: Path) -> None:
    assert load_fonts(built_resources / "fonts") == []


def test_an_empty_folder_leaves_a_list_and_no_crash(tmp_path: Path) -> None:
    assert load_fonts(tmp_path) == list(FAMILIES)


def test_a_torn_font_file_counts_as_missing(tmp_path: Path) -> None:
    (tmp_path / "Inter.ttf").write_bytes(b"not a font")
    assert load_fonts(tmp_path) == list(FAMILIES)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_is_drawn_with_its_own_family(role: Role) -> None:
    assert families_drawn("Events of 8 April 2011", Type().font(role)) == {role.value[0]}


@pytest.mark.parametrize("role", [Role.BODY, Role.SOURCE, Role.QUOTE, Role.MONO])
@pytest.mark.parametrize("text", ["فروردین", "۱۳۹۰", "نيسان", "پرونده"])
def test_arabic_and_persian_are_drawn_with_vazirmatn(role: Role, text: str) -> None:
    assert families_drawn(text, Type().font(role)) == {"Vazirmatn"}


def test_weights_are_real() -> None:
    widths = [width("Events of April", Type().font(Role.TITLE, weight)) for weight in (400, 500, 600)]
    assert widths == sorted(set(widths))


def test_figures_stand_in_columns_and_big_numerals_do_not() -> None:
    body, figure = Type().font(Role.BODY), Type().font(Role.FIGURE)
    assert width("1111", body) == width("8888", body)
    assert width("1111", figure) < width("8888", figure)


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_sizes_follow_the_text_scale(scale: float) -> None:
    assert Type(scale).font(Role.BODY).pixelSize() == round(13 * scale)


def test_the_text_scale_has_limits() -> None:
    assert [within_limits(scale) for scale in (0.1, 1.25, 9)] == [0.8, 1.25, 2.0]
