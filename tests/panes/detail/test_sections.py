"""Head, quotations, what surrounds an event, and where accounts differ."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.panes.detail.made import BARE, EVENT
from viewer.panes.detail.accounts import AccountsSection, NoteSection, ReckoningsSection
from viewer.panes.detail.around import PassagesSection, PeopleSection, RelationsSection
from viewer.panes.detail.chips import ChipSpot
from viewer.panes.detail.fold import Fold, Pair
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.head import EventHead
from viewer.panes.detail.quotes import QuoteCard, QuotesSection, answering
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def tips(widget: QWidget) -> str:
    return "\n".join(label.toolTip() for label in widget.findChildren(QLabel))


def test_the_head_says_kind_title_date_place_range_and_whose_summary(qtbot: QtBot, guide: Guide) -> None:
    head = EventHead(guide, EVENT)
    qtbot.addWidget(head)
    assert texts(head)[:6] == [
        "Use of force · Raid",
        "disputed",
        "Operation at a camp",
        "Friday 8 April 2011 · Camp (within 5 km)",
        "3 to 36",
        "killed, by 3 claims",
    ]
    assert "Editor's summary" in texts(head)


def test_the_head_explains_dispute_date_and_place_on_hover(qtbot: QtBot, guide: Guide) -> None:
    head = EventHead(guide, EVENT)
    qtbot.addWidget(head)
    for words in ("Points: killed.", "EDTF 2011-04-08", "As written: 8th of April", "a gazetteer", "60 km off"):
        assert words in tips(head)


def test_another_date_stands_with_its_source(qtbot: QtBot, guide: Guide, navigator: Navigator) -> None:
    head = EventHead(guide, EVENT)
    qtbot.addWidget(head)
    assert "Another date stated: 7 April 2011 (by night)" in texts(head)
    chip = head.findChild(ChipSpot)
    assert chip is not None and chip.accessibleName() == "OHCHR, 15 April 2011"
    chip.click()
    assert navigator.focus == Focus(event="E1", source="ohchr-1")


def test_an_event_off_the_time_axis_says_why(qtbot: QtBot, guide: Guide) -> None:
    undated, total = EventHead(guide, BARE), EventHead(guide, replace(EVENT, loose="total"))
    qtbot.addWidget(undated)
    qtbot.addWidget(total)
    assert "date not known" in texts(undated)
    assert any("a total over other events" in text for text in texts(total))


def test_titles_in_other_languages_unfold_with_their_status(qtbot: QtBot, guide: Guide) -> None:
    head = EventHead(guide, EVENT)
    qtbot.addWidget(head)
    fold = head.findChild(Fold)
    assert fold is not None and "Opération dans un camp" not in texts(head)
    fold.switch.click()
    assert "Opération dans un camp" in texts(head)
    assert any("no native reader has checked it" in text for text in texts(head))


def test_the_range_moves_below_the_title_where_it_is_narrow(qtbot: QtBot, guide: Guide) -> None:
    head = EventHead(guide, EVENT)
    qtbot.addWidget(head)
    head.show()
    pair = head.findChild(Pair)
    assert pair is not None
    for width, beside in ((700, True), (360, False), (700, True)):
        head.resize(width, head.heightForWidth(width))
        assert pair.beside is beside


def test_answering_quotations_stand_together_and_others_alone() -> None:
    assert [[quote.uid for quote in group] for group in answering(EVENT.quotes)] == [["Q1", "Q2"], ["Q3"]]


def test_a_quotation_says_who_in_what_capacity_when_where_and_how_it_is_held(
    qtbot: QtBot, guide: Guide, navigator: Navigator
) -> None:
    section = QuotesSection(guide, "E1", EVENT.quotes)
    qtbot.addWidget(section)
    card = section.findChildren(QuoteCard)[0]
    said = texts(card)
    assert said[:2] == ["Words of Q1", "Office of the High Commissioner"]
    assert "spokesman, 15 April 2011, Geneva, to the press" in said
    assert "Published: OHCHR, 15 April 2011 · stated by our note" in said
    assert card.accessibleDescription() == "Words of Q1"
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert navigator.focus == Focus(event="E1", quote="Q1")


def test_a_quotation_can_be_copied(qtbot: QtBot, guide: Guide) -> None:
    card = QuoteCard(guide, "E1", EVENT.quotes[0])
    qtbot.addWidget(card)
    with qtbot.waitSignal(guide.citation_asked) as asked:
        QTest.keyClick(card, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [Focus(event="E1", quote="Q1")]


def test_people_stand_with_role_and_side(qtbot: QtBot, guide: Guide) -> None:
    section = PeopleSection(guide, EVENT.roles)
    qtbot.addWidget(section)
    assert texts(section)[1:] == [
        "Government: actor",
        "a side in the dispute",
        "Residents: affected",
        "people whom the events happened to · all of them",
    ]


def test_relations_lead_to_the_other_event_or_passage(qtbot: QtBot, guide: Guide, navigator: Navigator) -> None:
    section = RelationsSection(guide, "E1", EVENT.relations)
    qtbot.addWidget(section)
    to_event, to_passage = section.spots()
    assert to_event.accessibleName() == "Part of 2011: A longer story"
    assert to_passage.accessibleName() == "In contradiction with (on the date) Passage X1 (source not held)"
    to_event.click()
    assert navigator.focus == Focus(event="E2")
    to_passage.click()
    assert navigator.focus == Focus(event="E1", passage="P-X1")


def test_passages_say_whether_they_can_be_seen(qtbot: QtBot, guide: Guide) -> None:
    section = PassagesSection(guide, "E1", EVENT.passages)
    qtbot.addWidget(section)
    assert [spot.accessibleName() for spot in section.spots()] == ["Passage X2 (found in the source)"]


def test_accounts_that_differ_are_said_alike_and_name_their_sources(
    qtbot: QtBot, guide: Guide, navigator: Navigator
) -> None:
    section = AccountsSection(guide, "E1", EVENT.discrepancies)
    qtbot.addWidget(section)
    assert texts(section) == [
        "Where accounts differ",
        "How many",
        "One account says",
        "Three.",
        "Other accounts say",
        "Thirty-four or more.",
        "Compilers' note: open",
    ]
    chips = section.findChildren(ChipSpot)
    assert len(chips) == 3
    chips[-1].click()
    assert navigator.focus == Focus(event="E1", source="reuters-1")


def test_chips_flow_onto_the_next_line(qtbot: QtBot, guide: Guide) -> None:
    section = AccountsSection(guide, "E1", EVENT.discrepancies)
    qtbot.addWidget(section)
    section.show()
    section.resize(150, section.heightForWidth(150))
    one, other = section.findChildren(ChipSpot)[1:]
    assert other.y() > one.y() and other.x() == one.x()


def test_sums_and_notes_are_shown_as_written(qtbot: QtBot, guide: Guide) -> None:
    sums, note = ReckoningsSection(guide, EVENT.reckonings), NoteSection(guide, "A note on the event.")
    for widget in (sums, note):
        qtbot.addWidget(widget)
    assert texts(sums)[1:] == ["13 + 36 + 52: 101", "Not 116."]
    assert texts(note) == ["Compilers' note", "A note on the event."]
