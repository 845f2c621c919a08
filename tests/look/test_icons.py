"""Our own icons: each draws something, inside its box, and turns round only where it points."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QBitmap, QColor, QIcon, QImage, QRegion

from viewer.look.icons import SIDE, Icons, path_of

pytestmark = pytest.mark.usefixtures("qapp")

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
BLACK = QColor("black")


@pytest.fixture(scope="module")
def icons() -> Icons:
    return Icons(FOLDER)


def image(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(SIDE, SIDE), 1.0, mode).toImage()


def test_the_set_holds_what_menus_and_bars_need(icons: Icons) -> None:
    needed = (
        "back forward search menu chevron-down chevron-right close copy link table chart info warning quote "
        "external previous next page sun moon present people place source"
    )
    assert set(needed.split()) <= set(icons.names())


def test_every_icon_draws_inside_its_grid(icons: Icons) -> None:
    for name in icons.names():
        drawn = QRegion(QBitmap.fromImage(image(icons.icon(name, BLACK)).createAlphaMask())).boundingRect()
        assert drawn.width() > 4, name
        assert QRect(1, 1, 18, 18).contains(drawn), name


@pytest.mark.parametrize(("name", "turns"), [("back", True), ("search", False), ("quote", True)])
def test_only_icons_that_point_along_the_text_turn_round(icons: Icons, name: str, turns: bool) -> None:
    straight, turned = icons.icon(name, BLACK), icons.icon(name, BLACK, mirrored=True)
    assert (image(straight) != image(turned)) is turns


def test_a_disabled_icon_is_paler(icons: Icons) -> None:
    icon = icons.icon("menu", BLACK)
    normal, disabled = (image(icon, mode).pixelColor(10, 10) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert 0 < disabled.alpha() < normal.alpha()


def test_the_same_icon_is_drawn_once(icons: Icons) -> None:
    assert icons.icon("copy", BLACK).cacheKey() == icons.icon("copy", BLACK).cacheKey()


def test_an_icon_takes_the_colour_it_is_given(icons: Icons) -> None:
    blue = QColor("#0B5FA5")
    assert image(icons.icon("menu", blue)).pixelColor(10, 10).blue() > 100


def test_a_missing_folder_or_name_gives_a_blank_icon(tmp_path: Path, icons: Icons) -> None:
    assert Icons(tmp_path).names() == []
    assert image(icons.icon("no such icon", BLACK)).pixelColor(10, 10).alpha() == 0


@pytest.mark.parametrize("drawing", ["M 1", "M 1 2 L 3", "5 5", "M 1 2 C 1 2 3 4"])
def test_a_torn_drawing_is_refused(drawing: str) -> None:
    with pytest.raises(ValueError, match="path"):
        path_of(drawing)
