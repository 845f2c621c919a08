"""The list of events as a widget: keys, type-ahead, folding, screen reader, both directions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from viewer.case.when import parse
from viewer.index.ask.chips import Headline
from viewer.index.ask.events import EventRow, KindGroup
from viewer.index.query import Query
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.panes.listing.model import ListingModel
from viewer.panes.listing.pane import ListingPane
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.voice import English

DEATHS = Headline("killed", "killed", 0, 37, 11, False)


def row(uid: str, title: str, edtf: str | None, kind: int, **more: object) -> EventRow:
    known = {"headline": None, "disputed": False, "loose": "", **more}
    headline, disputed, loose = known["headline"], bool(known["disputed"]), str(known["loose"])
    assert headline is None or isinstance(headline, Headline)
    when = parse(edtf) if edtf else None
    return EventRow(uid, title, when, None, kind, headline, disputed, (True, False, True), loose)


GROUPS = (
    KindGroup(
        "force", "Use of force", 0, "Armed action",
        (
            row("E2", "First operation", "2009-07-28/2009-07-29", 0, disputed=True),
            row("E4", "Second <b>operation</b>", "2011-04-08", 0, headline=DEATHS, disputed=True),
        ),
    ),
    KindGroup("siege", "Restriction", 1, None, (row("E1", "Supplies held back", "2009-03~/2010-05", 1),)),
    KindGroup(
        "report", "Report", 2, None,
        (
            row("E9", "Toll of all events", "2009/..", 2, loose="total"),
            row("E7", "Undated", None, 2, loose="undated"),
        ),
    ),
)  # fmt: skip


@pytest.fixture
def navigator(qapp: QApplication) -> Navigator:
    return Navigator()


@pytest.fixture
def new_pane(
    qapp: QApplication, built_resources: Path, navigator: Navigator
) -> Iterator[Callable[..., ListingPane]]:
    panes: list[ListingPane] = []

    def make(rtl: bool = False, scale: float = 1.0, width: int = 268) -> ListingPane:
        pane = ListingPane(navigator, Look(built_resources, "light", scale), English())
        panes.append(pane)
        pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        pane.resize(width, 600)
        pane.show_groups(GROUPS)
        pane.show()
        pane.activateWindow()
        qapp.processEvents()
        return pane

    yield make
    for pane in panes:
        pane.close()
        pane.deleteLater()
    qapp.processEvents()
    qapp.setStyleSheet("")


NewPane = Callable[..., ListingPane]


def index(pane: ListingPane, group: int, event: int | None = None) -> QModelIndex:
    model = pane.view.model()
    parent = model.index(group, 0)
    return parent if event is None else model.index(event, 0, parent)


def click(pane: ListingPane, at: QModelIndex) -> None:
    pane.view.scrollTo(at)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=pane.view.visualRect(at).center())


def test_the_model_keeps_the_promises_qt_asks_for(qapp: QApplication) -> None:
    model = ListingModel(English())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_groups(GROUPS)
    model.show_groups(())
    model.show_groups(GROUPS)
    assert tester.model() is model
    assert model.rowCount() == 3
    assert model.find("E9").parent() == model.index(2, 0)
    assert not model.find("E99").isValid()


def test_a_click_and_enter_go_but_walking_does_not(new_pane: NewPane, navigator: Navigator) -> None:
    pane = new_pane()
    click(pane, index(pane, 0, 0))
    assert navigator.focus == Focus(event="E2")
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    assert navigator.focus == Focus(event="E2")
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert navigator.focus == Focus(event="E4")


def test_letters_find_a_title(new_pane: NewPane) -> None:
    pane = new_pane()
    pane.view.setFocus()
    QTest.keyClicks(pane.view, "supp")
    assert pane.view.currentIndex() == index(pane, 1, 0)


def test_a_kind_folds_by_click_and_by_key_and_is_remembered(new_pane: NewPane) -> None:
    pane = new_pane()
    with_signal: list[bool] = []
    pane.folded.connect(lambda: with_signal.append(True))
    click(pane, index(pane, 0))
    assert pane.collapsed_kinds() == ["force"] and not pane.view.isExpanded(index(pane, 0))
    pane.view.setCurrentIndex(index(pane, 2))
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert pane.collapsed_kinds() == ["force", "report"]
    assert len(with_signal) == 2
    pane.show_groups(GROUPS)
    assert not pane.view.isExpanded(index(pane, 2)) and pane.view.isExpanded(index(pane, 1))


@pytest.mark.parametrize(
    ("rtl", "close", "open_"),
    [(False, Qt.Key.Key_Left, Qt.Key.Key_Right), (True, Qt.Key.Key_Right, Qt.Key.Key_Left)],
)
def test_arrows_fold_too_and_that_is_remembered(
    new_pane: NewPane, rtl: bool, close: Qt.Key, open_: Qt.Key
) -> None:
    pane = new_pane(rtl=rtl)
    pane.view.setCurrentIndex(index(pane, 1))
    QTest.keyClick(pane.view, close)
    assert pane.collapsed_kinds() == ["siege"]
    QTest.keyClick(pane.view, open_)
    assert pane.collapsed_kinds() == []


def test_folded_kinds_may_be_told_before_there_are_events(
    built_resources: Path, navigator: Navigator, new_pane: NewPane
) -> None:
    pane = new_pane()
    pane.collapse_kinds(["siege", "of another case"])
    assert not pane.view.isExpanded(index(pane, 1))
    assert pane.collapsed_kinds() == ["of another case", "siege"]


def test_a_focus_from_elsewhere_unfolds_and_comes_into_view(new_pane: NewPane, navigator: Navigator) -> None:
    pane = new_pane()
    pane.resize(268, 120)
    pane.collapse_kinds(["report"])
    navigator.go(Focus(event="E7"))
    QApplication.processEvents()
    at = index(pane, 2, 1)
    assert pane.view.isExpanded(at.parent())
    assert pane.view.currentIndex() == at
    assert pane.view.viewport().rect().intersects(pane.view.visualRect(at))


def test_a_screen_reader_hears_date_figures_and_doubt(new_pane: NewPane) -> None:
    pane = new_pane()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert index(pane, 0).data(role) == "Use of force, 2 events"
    assert index(pane, 0, 1).data(role) == (
        "Friday 8 April 2011: Second <b>operation</b>, 0 to 37 killed, by 11 claims, disputed"
    )
    assert index(pane, 2, 1).data(role) == "date not known: Undated"
    spoken = QAccessible.queryAccessibleInterface(pane.view)
    assert spoken and spoken.text(QAccessible.Text.Name) == "Events by kind"
    names = [spoken.child(n).text(QAccessible.Text.Name) for n in range(spoken.childCount())]
    assert "Use of force, 2 events" in names


def test_a_title_is_never_read_as_markup(new_pane: NewPane) -> None:
    told = index(new_pane(), 0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "Second &lt;b&gt;operation&lt;/b&gt;" in told


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_rows_are_as_wide_as_the_list_and_as_high_as_their_words(
    new_pane: NewPane, rtl: bool, scale: float
) -> None:
    pane = new_pane(rtl, scale, round(220 * scale))
    heights = [pane.view.visualRect(index(pane, 0, n)).height() for n in (0, 1)]
    assert all(height >= 46 * scale for height in heights)
    assert heights[1] > heights[0]  # it has figures as well
    assert pane.view.horizontalScrollBar().maximum() == 0
    narrow = heights[1]
    pane.resize(1200, 600)
    QApplication.processEvents()
    assert pane.view.visualRect(index(pane, 0, 1)).height() < narrow
    assert not pane.grab().isNull()


@pytest.mark.parametrize("rtl", [False, True])
def test_a_list_without_events_says_why(new_pane: NewPane, navigator: Navigator, rtl: bool) -> None:
    pane = new_pane(rtl=rtl)
    navigator.ask(Query(words="nowhere"))
    pane.show_groups([])
    (said,) = [label for label in pane.findChildren(Paragraph) if label.isVisibleTo(pane)]
    assert said.text().startswith("No event matches")
    assert pane.view.accessibleDescription() == said.text()
    assert pane.view.viewport().rect().contains(said.geometry()) and said.height() > 10
    pane.show_groups(GROUPS)
    assert not said.isVisibleTo(pane) and not pane.view.accessibleDescription()
