"""The search field on the bundled case, typed into as a reader does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from viewer.index.ask.finding import COUNTED, Finding, Found, Group
from viewer.index.query import Query
from viewer.look.current import Look
from viewer.look.voice import QtVoice
from viewer.panes.finder.field import FinderField
from viewer.panes.finder.lines import Line, lines_of
from viewer.session.focus import Focus
from viewer.session.session import Session
from viewer.wording.voice import English

WAIT = 3000


@pytest.fixture
def session(qapp: QApplication, ashraf_index: Path) -> Iterator[Session]:
    session = Session(ashraf_index)
    yield session
    session.close()


@pytest.fixture
def field(session: Session, built_resources: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[FinderField]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    voice = QtVoice(QLocale(QLocale.Language.English))
    field = FinderField(session.navigator, session.desk, Look(built_resources, "light"), voice, window)
    layout = QHBoxLayout(window)
    layout.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
    window.show()
    window.activateWindow()
    field.setFocus()
    yield field
    qapp.setStyleSheet("")


@pytest.fixture
def type_in(field: FinderField, session: Session, qtbot: QtBot) -> Callable[[str], list[Line]]:
    """Types, waits for the answer, and gives the lines that are shown."""

    def type_it(words: str) -> list[Line]:
        field.clear()
        if field.popup:
            field.popup.hide()
        QTest.keyClicks(field, words)
        qtbot.waitUntil(lambda: field.popup is not None and session.desk.idle, timeout=WAIT)
        return shown(field)

    return type_it


Typist = Callable[[str], list[Line]]


def shown(field: FinderField) -> list[Line]:
    assert field.popup
    lines = field.popup.results.lines
    return [line for row in range(lines.rowCount()) if (line := lines.line(row))]


def chosen(field: FinderField) -> Line:
    assert field.popup
    line = field.popup.results.chosen()
    assert line
    return line


def test_what_is_found_is_grouped_and_every_group_says_how_many(type_in: Typist) -> None:
    lines = type_in("camp kill")
    headings = [line for line in lines if not line.chosen]
    assert headings[0].heading == "Events"
    assert all(line.count for line in headings)
    assert len({line.heading for line in headings}) == len(headings)
    assert all(line.finding.title for line in lines if line.finding)


def test_enter_goes_to_what_is_chosen_and_the_keyboard_leaves(
    field: FinderField, type_in: Typist, session: Session, qtbot: QtBot
) -> None:
    type_in("Killings at Camp Ashraf")
    finding = chosen(field).finding
    assert finding
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.navigator.focus.event == finding.uid
    assert field.popup is None


def test_esc_leaves_everything_as_it_was(
    field: FinderField, type_in: Typist, session: Session, qtbot: QtBot
) -> None:
    session.navigator.go(Focus(event="E16"))
    type_in("rocket")
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert session.navigator.focus.event == "E16"
    assert session.navigator.query == Query()
    assert field.popup is None


def test_enter_before_the_answer_goes_as_soon_as_it_is_there(
    field: FinderField, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClicks(field, "loudspeak")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.navigator.focus.event == "E14", timeout=WAIT)
    assert field.popup is None


def test_an_answer_that_comes_after_escape_opens_nothing(
    field: FinderField, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClicks(field, "rocket")
    qtbot.waitUntil(lambda: not session.desk.idle or field.popup is not None, timeout=WAIT)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: session.desk.idle, timeout=WAIT)
    qtbot.wait(30)
    assert field.popup is None


def test_keys_move_over_findings_and_skip_headings(field: FinderField, type_in: Typist) -> None:
    rows = [line for line in type_in("camp") if line.chosen]
    assert chosen(field) == rows[0]
    for key, place in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_End, -1),
        (Qt.Key.Key_Down, -1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
    ):
        QTest.keyClick(field, key)
        assert chosen(field) == rows[place]
    QTest.keyClick(field, Qt.Key.Key_PageDown)
    below = rows.index(chosen(field))
    assert below > 2
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert rows.index(chosen(field)) < below


def test_control_and_enter_make_the_words_a_part_of_the_query(
    field: FinderField, type_in: Typist, session: Session
) -> None:
    session.navigator.ask(Query(disputed=True))
    type_in("rocket")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.navigator.query == Query(words="rocket", disputed=True)


def test_tab_goes_to_show_all_as_a_filter_and_escape_comes_back(
    field: FinderField, type_in: Typist, session: Session
) -> None:
    type_in("rocket")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.popup
    button = field.popup.show_all
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert session.navigator.query == Query(words="rocket")


def test_words_that_make_no_sense_are_answered_below_the_field_and_never_become_a_filter(
    field: FinderField, type_in: Typist, session: Session
) -> None:
    assert type_in("camp ashraf AND")  # found word by word all the same
    assert field.popup
    assert field.popup.said.text() == "“AND” needs a word before and after it."
    assert field.popup.said.isVisible()
    assert not field.popup.show_all.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.navigator.query == Query()


def test_nothing_found_is_said(field: FinderField, type_in: Typist) -> None:
    assert type_in("zzzyx") == []
    assert field.popup
    assert field.popup.said.text().startswith("Nothing found.")


@pytest.mark.parametrize(
    ("typed", "heading", "completed"),
    [
        ("kind:ro", "Kind", 'kind:"Rocket or mortar attack" '),
        ("place:liberty", "Place", 'place:"Camp Liberty'),
        ("source:reut", "Source", "source:"),
        ("person:kobler", "People and organisations", 'person:"'),
    ],
)
def test_a_field_offers_its_values_and_enter_puts_one_in(
    field: FinderField, type_in: Typist, session: Session, typed: str, heading: str, completed: str
) -> None:
    lines = type_in(typed)
    assert lines[0].heading == heading
    assert all(line.count for line in lines[1:])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text().startswith(completed)
    assert field.hasFocus()
    assert session.navigator.query == Query()


def test_a_completed_field_finds_something(
    field: FinderField, type_in: Typist, session: Session, qtbot: QtBot
) -> None:
    type_in("kind:use")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.desk.idle and any(line.finding for line in shown(field)), timeout=WAIT)
    assert shown(field)[0].heading == "Events"


def test_a_passage_that_is_found_leads_to_its_document(
    field: FinderField, type_in: Typist, session: Session
) -> None:
    lines = type_in("paraphrase")
    passage = next(line.finding for line in lines if line.finding and line.finding.entity == "passage")
    field._go_to(passage)
    assert session.navigator.focus.document


def test_a_person_that_leads_nowhere_is_asked_for(field: FinderField, session: Session) -> None:
    field._go_to(Finding("agent", "un", "United Nations", "", (), (), None, None))
    assert session.navigator.query == Query(agent=("un",))


def test_a_screen_reader_hears_each_line_with_its_group(type_in: Typist, field: FinderField) -> None:
    type_in("camp kill")
    assert field.popup
    face = QAccessible.queryAccessibleInterface(field.popup.results)
    assert face.text(QAccessible.Text.Name) == "Findings"
    assert chosen(field).spoken.startswith("Events: ")
    assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name) == "Search"


def test_counts_of_findings_that_are_not_listed_are_told() -> None:
    hits = tuple(Finding("claim", f"C{n}", f"claim {n}", "", (), (), None, None) for n in range(12))
    for count, words in ((12, "12"), (340, "12 of 340"), (COUNTED + 1, "12 of more than 20,000")):
        heading = next(lines_of(English(), Found((Group("claim", hits, count, True),), partial=False)))
        assert (heading.heading, heading.count) == ("Claims", words)


def test_the_words_by_which_one_went_are_marked_until_escape_or_an_empty_field(
    field: FinderField, type_in: Typist, session: Session
) -> None:
    type_in("rocket att")
    assert not sought_of(session)  # nothing is marked behind the results
    for end in (leave_by_escape, clear_by_hand):
        type_in("rocket att")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert sought_of(session) == ["rocket", "attack"]
        end(field)
        assert not sought_of(session)


def sought_of(session: Session) -> list[str]:
    """What is marked of a title."""
    sought, title = session.navigator.sought, "First rocket attack"
    return [title[start:end] for start, end in sought.marks(title)] if sought else []


def leave_by_escape(field: FinderField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Escape)


def clear_by_hand(field: FinderField) -> None:
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)


def test_documents_whose_words_are_not_known_are_counted(
    built_resources: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    """Of the second bundled case: photographs and scans."""
    session = Session(built_resources / "cases" / "harbour.index.sqlite")
    window = QWidget()
    qtbot.addWidget(window)
    look = Look(built_resources, "light")
    field = FinderField(session.navigator, session.desk, look, English(), window)
    window.show()
    QTest.keyClicks(field, "crane")
    qtbot.waitUntil(lambda: field.popup is not None and session.desk.idle, timeout=WAIT)
    assert field.popup
    said = field.popup.hint.text().splitlines()[0]
    held = session.connection.execute("SELECT count(*) FROM document WHERE external_ref IS NULL").fetchone()[0]
    texts = session.connection.execute("SELECT count(DISTINCT document_id) FROM chunk").fetchone()[0]
    assert held > texts
    assert said == f"Not searched: {held - texts} documents without words of their own, such as scans."
    session.close()
    qapp.setStyleSheet("")


def test_where_all_documents_are_searched_nothing_is_said(field: FinderField, type_in: Typist) -> None:
    type_in("camp")
    assert field.popup and "Not searched" not in field.popup.hint.text()
