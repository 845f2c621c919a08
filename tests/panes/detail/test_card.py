"""Cards of claims: what is said at once, what unfolds, where they lead, what can be copied."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.panes.detail.made import CLAIMS
from viewer.panes.detail.card import ClaimCard, claim_title, details
from viewer.panes.detail.claims import ClaimsSection, grouped
from viewer.panes.detail.guide import Guide
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.voice import English

VOICE = English()


@pytest.fixture
def card(qtbot: QtBot, guide: Guide) -> ClaimCard:
    card = ClaimCard(guide, CLAIMS[0])
    qtbot.addWidget(card)
    card.resize(580, card.heightForWidth(580))
    card.show()
    return card


def test_a_card_says_paraphrase_claimant_hold_origins_and_dispute(card: ClaimCard) -> None:
    assert card.accessibleName() == "What C1 says."
    said = card.accessibleDescription()
    assert "Government, as reported by Reuters" in said
    assert "3 · as of 9 April 2011 · stated by our note" in said
    assert "2 origins state something that agrees" in said
    assert "cannot be true together with 2 claims" in said


def test_a_paraphrase_stands_in_no_quotation_marks() -> None:
    title = claim_title(VOICE, CLAIMS[0])
    assert title == "What C1 says."
    assert claim_title(VOICE, replace(CLAIMS[0], text=None)) == "Killed: 3"


def test_grades_and_sides_are_folded_until_asked_for(qtbot: QtBot, card: ClaimCard) -> None:
    assert "proposed by the compilers" not in card.accessibleDescription()
    low = card.heightForWidth(580)
    QTest.keyClick(card, Qt.Key.Key_Space)
    said = card.accessibleDescription()
    assert card.heightForWidth(580) > low
    for line in details(VOICE, CLAIMS[0]):
        assert line in said
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert card.heightForWidth(580) == low and "Grade" not in card.accessibleDescription()


def test_what_unfolds_tells_claimant_and_publisher_apart() -> None:
    assert details(VOICE, CLAIMS[0]) == [
        "Claimant: Government of the State (a side in the dispute)",
        "Publisher: Reuters (neither side)",
        "What was read: excerpt read only as a repost on another site",
        "Grade: C6: fairly reliable / truth cannot be judged, proposed by the compilers",
        "On the grade: On the digit.",
        "Compilers' note: A note.",
    ]


def test_a_click_goes_to_the_claim_and_one_on_the_switch_only_unfolds(
    qtbot: QtBot, card: ClaimCard, navigator: Navigator
) -> None:
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() - 60, card.height() - 18))
    assert card.open and not navigator.focus
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    assert navigator.focus == Focus(event="E1", claim="C1")


def test_a_card_can_be_copied_by_key_and_by_menu(qtbot: QtBot, card: ClaimCard, guide: Guide) -> None:
    with qtbot.waitSignal(guide.citation_asked) as asked:
        QTest.keyClick(card, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [Focus(event="E1", claim="C1")]
    menu = QMenu(card)
    card.fill_menu(menu)
    actions = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(guide.address_asked):
        actions["Copy address"].trigger()
    actions["Show grading and reading"].trigger()
    assert card.open


@pytest.mark.parametrize("width", [300, 380, 420, 580, 900])
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_the_height_asked_for_holds_every_line(qtbot: QtBot, guide: Guide, width: int, scale: float) -> None:
    guide.look.scale_text(scale)
    card = ClaimCard(guide, replace(CLAIMS[0], text="A long paraphrase of many words. " * 6))
    qtbot.addWidget(card)
    card.fold(False)
    lines = card._lay_out(width)
    assert lines.claimant < lines.meta <= lines.switch < lines.details < lines.height


def test_rival_claims_stand_together_in_the_order_of_measures() -> None:
    mixed = (CLAIMS[3], CLAIMS[0], CLAIMS[1])
    assert [(label, [c.uid for c in group]) for label, group in grouped(mixed)] == [
        ("means used", ["C4"]),
        ("killed", ["C1", "C2"]),
    ]


def test_arrows_pass_from_one_group_of_claims_to_the_next(qtbot: QtBot, guide: Guide) -> None:
    section = ClaimsSection(guide, CLAIMS)
    qtbot.addWidget(section)
    section.show()
    third, fourth = section.card("C3"), section.card("C4")
    assert third and fourth
    third.setFocus()
    QTest.keyClick(third, Qt.Key.Key_Down)
    assert section.focusWidget() is fourth
    QTest.keyClick(fourth, Qt.Key.Key_Down)
    assert section.focusWidget() is fourth, "the last one stays"
    assert section.card("C9") is None
