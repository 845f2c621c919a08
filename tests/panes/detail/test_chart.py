"""The chart: who comes first, nobody is marked out, and the table says the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from tests.panes.detail.made import EVENT
from viewer.panes.detail.chart import ChartSection
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.row import columns
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator

CHART = EVENT.charts[0]


@pytest.fixture
def section(qtbot: QtBot, guide: Guide) -> ChartSection:
    section = ChartSection(guide, CHART)
    qtbot.addWidget(section)
    section.resize(600, section.heightForWidth(600))
    section.show()
    return section


def test_a_row_names_the_claimant_first_then_the_carrier_and_the_figure(section: ChartSection) -> None:
    names = [row.accessibleName() for row in section.canvas.rows]
    assert names == [
        "Government, as reported by Reuters – killed: 3, as of 9 April 2011, disputed",
        "OHCHR – killed: at least 34, as of 9 April 2011, disputed",
        "Residents, as reported by Reuters – killed: 36, as of 9 April 2011, disputed",
    ]


def test_rows_stand_in_the_order_given_and_none_is_cut_off(section: ChartSection) -> None:
    boxes = [row.geometry() for row in section.canvas.rows]
    assert all(one.bottom() < other.top() for one, other in pairwise(boxes))
    assert section.canvas.rect().contains(boxes[-1])


def test_all_marks_have_one_hue(section: ChartSection, guide: Guide) -> None:
    """Between name and number nothing has a colour but grey and the one of claims."""
    image = section.canvas.grab().toImage()
    hues = set()
    for row in section.canvas.rows:
        start, width = columns(guide.look, row.width() - 16, row.number_width()).plot
        box = row.geometry()
        for x in range(round(start) + 8, round(start + width) - 40):
            for y in range(box.top(), box.bottom()):
                colour = image.pixelColor(x, y)
                if colour.saturation() > 90:
                    hues.add(round(colour.hue() / 20))
    assert hues == {round(guide.look.theme.claim.hue() / 20)}


def test_the_shaded_numbers_are_explained_in_words(section: ChartSection) -> None:
    texts = [label.text() for label in section.findChildren(QLabel)]
    assert "Shaded: numbers that two or more independent claimants state (34 to 36)" in texts


def test_without_a_band_there_is_no_legend(qtbot: QtBot, guide: Guide) -> None:
    section = ChartSection(guide, replace(CHART, bands=()))
    qtbot.addWidget(section)
    assert not any("Shaded" in label.text() for label in section.findChildren(QLabel))


def test_a_click_on_a_row_goes_to_its_claim(qtbot: QtBot, section: ChartSection, navigator: Navigator) -> None:
    QTest.mouseClick(section.canvas.rows[1], Qt.MouseButton.LeftButton)
    assert navigator.focus == Focus(event="E1", claim="C2")


def test_arrows_move_between_rows_and_enter_goes(
    qtbot: QtBot, section: ChartSection, navigator: Navigator
) -> None:
    rows = section.canvas.rows
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert section.focusWidget() is rows[1]
    QTest.keyClick(rows[1], Qt.Key.Key_End)
    assert section.focusWidget() is rows[2]
    QTest.keyClick(rows[2], Qt.Key.Key_Return)
    assert navigator.focus.claim == "C3"


def test_one_row_is_a_tab_stop_and_it_is_the_last_used(section: ChartSection) -> None:
    rows = section.canvas.rows
    rows[2].setFocus()
    stops = [row for row in rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [rows[2]]


def test_the_table_holds_what_the_chart_holds(qtbot: QtBot, section: ChartSection, navigator: Navigator) -> None:
    section.canvas.rows[0].setFocus()
    QTest.keyClick(section.canvas.rows[0], Qt.Key.Key_T)
    assert section.shows_table and section.canvas.isHidden()
    table = section.findChild(QTableView)
    assert (
        table is not None
        and section.focusWidget() is table
        and table.accessibleName() == "Figures by claimant: killed"
    )
    model = table.model()
    rows = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert rows[1] == ["OHCHR", "at least 34", "9 Apr 2011", "OHCHR, 15 Apr 2011", "disputed"]
    assert len(rows) == len(section.canvas.rows)
    table.selectRow(2)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert navigator.focus.claim == "C3"
    QTest.keyClick(table, Qt.Key.Key_T)
    assert table.isHidden() and section.canvas.isVisible()


def test_in_a_narrow_pane_the_marks_stand_below_the_name(guide: Guide) -> None:
    wide, narrow = columns(guide.look, 600, 120), columns(guide.look, 380, 120)
    assert not wide.narrow and wide.plot[0] > wide.name[0] + wide.name[1]
    assert narrow.narrow and narrow.plot[0] == 0
    for divided in (wide, narrow):
        assert divided.plot[0] + divided.plot[1] <= divided.number[0]


def test_the_height_asked_for_holds_the_rows_at_every_width(section: ChartSection) -> None:
    for width in (380, 440, 600, 900):
        section.canvas.resize(width, section.canvas.heightForWidth(width))
        assert section.canvas.rect().contains(section.canvas.rows[-1].geometry())
        assert section.canvas.rows[-1].geometry().bottom() > section.canvas.height() - 20
