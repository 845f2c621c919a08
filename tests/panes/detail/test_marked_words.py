"""Words that are looked for are marked in the detail pane, and it reads and measures as before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.panes.detail.made import EVENT
from tests.panes.ground import grounds
from viewer.index.query import Query
from viewer.look.current import Look
from viewer.panes.detail.card import ClaimCard
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.ink import Ink
from viewer.panes.detail.marked_words import MarkedWords
from viewer.panes.detail.pane import DetailPane
from viewer.panes.detail.quotes import QuoteCard
from viewer.session.navigator import Navigator

LONG = "The residents were told to leave. Later the residents of the camp were counted once more by the residents."


@pytest.fixture
def label(guide: Guide, qtbot: QtBot) -> MarkedWords:
    label = MarkedWords(guide, LONG)
    qtbot.addWidget(label)
    label.resize(260, 120)
    label.show()
    return label


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_ground_lies_under_the_words_and_under_no_other(
    label: MarkedWords, navigator: Navigator, look: Look, direction: Qt.LayoutDirection
) -> None:
    label.setLayoutDirection(direction)
    plain = label.grab().toImage()
    tops = set()
    for word in ("told", "later", "camp", "by"):
        navigator.ask(Query(words=word))
        (box,) = grounds(label, look.theme.highlight)
        tops.add(box.top())
        assert ink_in(plain, box.adjusted(-2, 0, -box.width() + 1, 0)) == 0  # the blank before the word
        assert ink_in(plain, box.adjusted(box.width() - 1, 0, 2, 0)) == 0  # the blank or stop after it
        assert ink_in(plain, box) > 15
    assert len(tops) > 2  # on several lines


def ink_in(picture: QImage, box: QRect) -> int:
    """Dark pixels."""
    return sum(
        picture.pixelColor(x, y).lightness() < 100
        for x in range(max(box.left(), 0), min(box.right() + 1, picture.width()))
        for y in range(max(box.top(), 0), min(box.bottom() + 1, picture.height()))
    )


def test_a_marked_label_is_read_and_measured_as_before(label: MarkedWords, navigator: Navigator) -> None:
    before = label.text(), label.heightForWidth(260), spoken(label)
    navigator.ask(Query(words="residents"))
    label.grab()
    assert (label.text(), label.heightForWidth(260), spoken(label)) == before
    assert label.textFormat() == Qt.TextFormat.PlainText


def spoken(label: QLabel) -> str:
    found = QAccessible.queryAccessibleInterface(label)
    assert found
    return found.text(QAccessible.Text.Name)


def test_title_summary_claims_and_quotations_are_marked_until_the_query_is_cleared(
    pane: DetailPane, navigator: Navigator, look: Look
) -> None:
    title, quote = EVENT.title.split()[0], EVENT.quotes[0].text.split()[-1].strip(".,")
    claim = pane.page.findChildren(ClaimCard)[0]
    said = claim.accessibleName(), claim.accessibleDescription(), claim.height()
    words = claim.accessibleName().split()[0]
    navigator.ask(Query(words=f'"{title}" OR "{quote}" OR "{words}"'))
    QApplication.processEvents()
    heading = next(label for label in pane.page.findChildren(MarkedWords) if label.text() == EVENT.title)
    assert grounds(heading, look.theme.highlight)
    assert any(grounds(card, look.theme.highlight) for card in pane.page.findChildren(QuoteCard))
    assert grounds(claim, look.theme.highlight)
    assert (claim.accessibleName(), claim.accessibleDescription(), claim.height()) == said
    navigator.ask(Query())
    assert not grounds(heading, look.theme.highlight) and not grounds(claim, look.theme.highlight)


def test_an_event_that_is_shown_later_is_marked_too(pane: DetailPane, navigator: Navigator, look: Look) -> None:
    navigator.search("residen")
    pane.show_event(replace(EVENT, title="The residents leave"))
    pane.show_whole()
    heading = next(label for label in pane.page.findChildren(MarkedWords) if label.text() == "The residents leave")
    assert len(grounds(heading, look.theme.highlight)) == 1
    navigator.search("")
    assert not grounds(heading, look.theme.highlight)


def test_a_marked_paragraph_takes_the_same_room(look: Look) -> None:
    from viewer.look.fonts import Role
    from viewer.look.found import found_format

    ink = Ink(LONG, look.type.font(Role.BODY))
    before = ink.height(200)
    ink.mark(((4, 13),), found_format(look.theme))
    assert ink.height(200) == before
