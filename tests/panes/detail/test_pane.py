"""The pane as a whole: it shows an event, follows the navigator and can be cited, in every shape."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.panes.detail.made import BARE, CLAIMS, EVENT
from viewer.look.current import Look
from viewer.look.voice import PseudoTranslator
from viewer.panes.detail.card import ClaimCard
from viewer.panes.detail.pane import DetailPane
from viewer.panes.detail.quotes import QuoteCard
from viewer.panes.detail.row import FigureRow
from viewer.panes.detail.spot import spots_of
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.citation import Reference
from viewer.wording.voice import English


def card(pane: DetailPane, uid: str) -> ClaimCard:
    return next(card for card in pane.page.findChildren(ClaimCard) if card.claim.uid == uid)


def headings(pane: DetailPane) -> list[str]:
    labels = pane.page.findChildren(QLabel)
    return [label.text() for label in labels if label.property("text_role") == "strong"]


def test_sections_stand_in_reading_order(pane: DetailPane) -> None:
    assert headings(pane) == [
        "Figures by claimant: killed",
        "Claims",
        "Quotations",
        "People and organisations",
        "Other events",
        "Passages that speak of this event",
        "Where accounts differ",
        "Reckoned from the claims",
        "Compilers' note",
    ]


def test_nothing_is_shown_empty(pane: DetailPane) -> None:
    pane.show_event(BARE)
    pane.show_whole()
    assert headings(pane) == [] and pane.connector_anchor() is None


def test_what_stands_below_the_claims_comes_by_itself_a_moment_later(
    qtbot: QtBot, look: Look, navigator: Navigator
) -> None:
    pane = DetailPane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.show_event(EVENT)
    assert "Quotations" not in headings(pane)
    qtbot.waitUntil(lambda: "Quotations" in headings(pane))


def test_without_an_event_the_pane_says_how_to_begin(qtbot: QtBot, look: Look, navigator: Navigator) -> None:
    pane = DetailPane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.show_nothing()
    assert headings(pane) == ["Choose an event"] and pane.shown is None


def test_a_claim_in_focus_is_marked_in_chart_and_list_and_comes_into_view(
    pane: DetailPane, navigator: Navigator
) -> None:
    navigator.go(Focus(event="E1", claim="C4"))
    assert [spot.spot.claim for spot in spots_of(pane.page) if spot.chosen] == ["C4"]
    assert pane.viewport().rect().contains(card(pane, "C4").mapTo(pane.viewport(), QPoint(5, 5)))
    navigator.go(Focus(event="E1", claim="C2"))
    assert {type(spot) for spot in spots_of(pane.page) if spot.chosen} == {FigureRow, ClaimCard}
    navigator.go(Focus(event="E1"))
    assert not any(spot.chosen for spot in spots_of(pane.page))


def test_what_the_reader_clicked_here_does_not_jump(qtbot: QtBot, pane: DetailPane, navigator: Navigator) -> None:
    before = pane.verticalScrollBar().value()
    row = pane.page.findChildren(FigureRow)[0]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert navigator.focus.claim == row.claim.uid
    assert pane.verticalScrollBar().value() == before


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_connector_begins_at_the_far_edge_of_the_chosen_card(
    qtbot: QtBot, pane: DetailPane, navigator: Navigator, direction: Qt.LayoutDirection
) -> None:
    pane.setLayoutDirection(direction)
    assert pane.connector_anchor() is None
    with qtbot.waitSignal(pane.anchor_moved):
        navigator.go(Focus(event="E1", claim="C1"))
    chosen = card(pane, "C1")
    edge = 0 if direction == Qt.LayoutDirection.RightToLeft else chosen.width()
    assert pane.connector_anchor() == chosen.mapTo(pane, QPoint(edge, chosen.height() // 2))


def test_scrolling_and_unfolding_move_the_anchor(qtbot: QtBot, pane: DetailPane, navigator: Navigator) -> None:
    navigator.go(Focus(event="E1", claim="C1"))
    before = pane.connector_anchor()
    with qtbot.waitSignal(pane.anchor_moved):
        pane.verticalScrollBar().setValue(pane.verticalScrollBar().value() + 40)
    after = pane.connector_anchor()
    assert before and after and after.y() == before.y() - 40
    with qtbot.waitSignal(pane.anchor_moved):
        card(pane, "C2").fold(False)


def test_a_quotation_in_focus_is_marked_and_carries_the_connector(pane: DetailPane, navigator: Navigator) -> None:
    navigator.go(Focus(event="E1", quote="Q2"))
    marked = [quote.quote.uid for quote in pane.page.findChildren(QuoteCard) if quote.chosen]
    assert marked == ["Q2"] and pane.connector_anchor() is not None


def test_an_event_shown_after_the_navigator_moved_is_marked_too(pane: DetailPane, navigator: Navigator) -> None:
    navigator.go(Focus(event="E1", claim="C3"))
    pane.show_event(EVENT)
    assert card(pane, "C3").chosen and pane.connector_anchor() is not None


def test_a_link_may_replace_the_page_it_stands_on(pane: DetailPane, navigator: Navigator) -> None:
    navigator.focus_moved.connect(lambda focus, by: pane.show_event(BARE))
    link = next(spot for spot in spots_of(pane.page) if spot.spot == Focus(event="E2"))
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert pane.shown == BARE and headings(pane) == []


def test_every_spot_can_be_cited(pane: DetailPane) -> None:
    reference = Reference("A case", "case:a/focus?event=E1")
    assert pane.citation_for(Focus(event="E1", claim="C2"), reference).startswith("OHCHR – killed: at least 34")
    assert pane.citation_for(Focus(event="E1", quote="Q1"), reference).startswith("“Words of Q1”")
    assert pane.citation_for(Focus(event="E1"), reference).startswith("Operation at a camp")
    assert pane.citation_for(Focus(event="E2"), reference) == ""


def test_a_copy_asked_for_on_a_card_is_asked_of_the_pane(qtbot: QtBot, pane: DetailPane) -> None:
    with qtbot.waitSignal(pane.citation_asked) as asked:
        QTest.keyClick(card(pane, "C1"), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [Focus(event="E1", claim="C1")]


def test_every_label_with_data_is_plain_text(pane: DetailPane) -> None:
    labels = pane.page.findChildren(QLabel)
    assert labels and all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_everything_that_takes_the_keyboard_has_a_name(pane: DetailPane) -> None:
    for widget in pane.page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert name, widget


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("width", [420, 900])
@pytest.mark.parametrize("rtl", [False, True])
def test_nothing_is_cut_off_at_any_size(pane: DetailPane, look: Look, scale: float, width: int, rtl: bool) -> None:
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    pane.resize(width, 700)
    look.scale_text(scale)
    pane.show_whole()
    page = pane.page
    assert page.width() <= pane.viewport().width()
    for widget in page.findChildren(QWidget):
        parent = widget.parentWidget()
        if widget.isVisibleTo(page) and parent is not None:
            assert widget.geometry().right() <= parent.width(), widget
        if isinstance(widget, ClaimCard | FigureRow) and widget.isVisibleTo(page):
            assert widget.height() >= 40 * scale


def test_a_change_of_text_size_makes_everything_anew(pane: DetailPane, look: Look) -> None:
    before = card(pane, "C1").height()
    look.scale_text(1.5)
    pane.show_whole()
    assert card(pane, "C1").height() > before


def test_all_words_of_ours_are_translated(qtbot: QtBot, look: Look, navigator: Navigator) -> None:
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    try:
        pane = DetailPane(navigator, look, English())
        qtbot.addWidget(pane)
        pane.show_event(replace(EVENT, quotes=(), claims=CLAIMS[:1]))
        pane.show_whole()
        assert headings(pane) and all(text.startswith("⟦") for text in headings(pane))
    finally:
        QCoreApplication.removeTranslator(translator)


def test_painting_reaches_every_part(pane: DetailPane, navigator: Navigator) -> None:
    """Every painted piece draws without a warning, chosen and in focus, in both directions."""
    navigator.go(Focus(event="E1", claim="C2"))
    for spot in spots_of(pane.page):
        spot.setFocus()
        assert not spot.grab().toImage().isNull()
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page = pane.page.grab().toImage()
    sampled = {page.pixel(x, y) for x in range(0, page.width(), 3) for y in range(0, page.height(), 9)}
    assert len(sampled) > 20
