"""Hearing lists in the window of a case: made, edited, kept in the reader's notebook, taken along and printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from viewer import paths
from viewer.case.hearing import Noted, Step, Target
from viewer.notebook.book import Notebook
from viewer.notebook.lists import HearingList, Lists
from viewer.notebook.log import HearingLog
from viewer.session.focus import Focus
from viewer.shell.hearing_choices import NotesChoice
from viewer.shell.hearing_desk import HearingDesk
from viewer.shell.hearing_logs import HearingLogs
from viewer.shell.parts import Service
from viewer.shell.window import CaseWindow

Opener = Callable[..., CaseWindow]
Key, Mod = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # windows beside


@pytest.fixture
def window(open_window: Opener) -> CaseWindow:
    return open_window()


@pytest.fixture
def desk(window: CaseWindow) -> HearingDesk:
    return desk_of(window)


def desk_of(window: CaseWindow) -> HearingDesk:
    return window.acts.hearings.desk


def kept(window: CaseWindow) -> tuple[HearingList, ...]:
    """What another program that opens the notebook now would read."""
    with closing(Notebook()) as notebook:
        return Lists(notebook, window.session.case_uid, "").all()


def trigger(window: CaseWindow, name: str) -> None:
    window.parts.actions[name].trigger()


def press(desk: HearingDesk, key: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    desk.window.activateWindow()  # a window on which one types is the active one
    for _ in range(100):
        if desk.window.isActiveWindow():
            break
        QTest.qWait(20)
    QTest.keyClick(desk.pane.items, key, held)


def exhibits(desk: HearingDesk) -> list[str]:
    return [item.step.exhibit for item in desk.pane.shown.items]


def test_what_is_in_focus_becomes_an_item_of_a_new_list(window: CaseWindow) -> None:
    trigger(window, "add_to_list")
    window.session.navigator.go(Focus(event="E16"))
    trigger(window, "add_to_list")
    (made,) = kept(window)
    assert [item.step.exhibit for item in made.items] == ["A-1", "A-2"]
    assert made.items[0].step.kind == "passage"
    assert all(item.step.title and item.noted.seen for item in made.items)


def test_a_passage_of_a_note_is_not_called_found_in_the_source(window: CaseWindow) -> None:
    trigger(window, "add_to_list")
    assert kept(window)[0].items[0].step.title == "AFP, 10 May 2003"


def test_every_way_in_which_what_is_in_focus_can_be_shown_is_offered(window: CaseWindow) -> None:
    window.session.navigator.go(Focus(event="E16"))
    kinds = [step.kind for step in window.acts.hearings._ways()]
    assert {"event", "figures", "accounts", "span"} <= set(kinds)


def test_the_list_of_the_case_is_shown_with_a_word_and_cannot_be_changed(
    window: CaseWindow, desk: HearingDesk
) -> None:
    trigger(window, "hearing_lists")
    assert len(desk.pane.shown.items) == 10
    assert not desk.pane.shown.own
    assert "readable by everyone" in desk.pane.case_notice.words.text()
    press(desk, Key.Key_Delete)
    press(desk, Key.Key_Down, Mod.AltModifier)
    assert len(desk.pane.shown.items) == 10
    assert not paths.own_folder().joinpath("notes.sqlite").exists()
    assert desk.pane.editor.title.isReadOnly()


def test_a_copy_is_numbered_and_moved_by_keys_and_numbers_stay_with_their_items(
    window: CaseWindow, desk: HearingDesk
) -> None:
    trigger(window, "hearing_lists")
    desk.pane.asked.emit("copy_list")
    assert exhibits(desk)[:3] == ["A-1", "A-2", "A-3"]
    press(desk, Key.Key_Down, Mod.AltModifier)
    assert exhibits(desk)[:3] == ["A-2", "A-1", "A-3"]
    press(desk, Key.Key_D, Mod.ControlModifier)
    assert exhibits(desk)[:3] == ["A-2", "A-1", "A-11"]
    press(desk, Key.Key_Delete)
    assert exhibits(desk)[:3] == ["A-2", "A-1", "A-3"]
    for _ in range(3):
        desk.pane.chooser.acts["undo"].trigger()
    assert exhibits(desk) == [f"A-{number}" for number in range(1, 11)]
    desk.pane.chooser.acts["redo"].trigger()
    assert [item.step.exhibit for item in kept(window)[0].items][:2] == ["A-2", "A-1"]


def test_what_is_written_beside_an_item_is_kept(window: CaseWindow, desk: HearingDesk) -> None:
    trigger(window, "add_to_list")
    trigger(window, "hearing_lists")
    editor = desk.pane.editor
    editor.title.setText("The first")
    editor.note.setPlainText("Ask for the record.")
    editor.time.setText("2:30")
    editor.graphic.setChecked(True)
    editor.commit()
    item = kept(window)[0].items[0]
    assert (item.step.title, item.noted.note, item.noted.seconds) == ("The first", "Ask for the record.", 150)
    assert item.step.graphic
    editor.time.setText("soon")
    editor.commit()
    assert "cannot be read" in desk.pane.said.words.text()
    assert kept(window)[0].items[0].noted.seconds == 150


def test_cards_and_pairs_are_items_too(window: CaseWindow, desk: HearingDesk) -> None:
    desk.add(Step("quotes", "", (Target("quote", "Q3"),)))
    desk.add(Step("passage", "", (Target("passage", "P-E11-C11"),)))
    trigger(window, "hearing_lists")
    desk.pane.items.selectAll()
    desk.pane.asked.emit("pair")
    desk.pane.asked.emit("add_text")
    kinds = [item.step.kind for item in kept(window)[0].items]
    assert kinds == ["quotes", "passage", "two-up", "text"]
    desk.pane.items.choose((desk.pane.shown.items[0].uid, desk.pane.shown.items[3].uid))
    desk.pane.asked.emit("pair")
    assert "side by side" in desk.pane.said.words.text()
    desk.pane.asked.emit("group")
    assert "shown in turn" in desk.pane.said.words.text()
    desk.pane.items.choose((desk.pane.shown.items[0].uid, desk.pane.shown.items[1].uid))
    desk.pane.asked.emit("group")
    last = kept(window)[0].items[-1].step
    assert last.kind == "step"
    assert last.targets == (Target("quote", "Q3"), Target("passage", "P-E11-C11"))


def test_a_log_is_listed_and_saved_with_its_digest(
    window: CaseWindow, desk: HearingDesk, service: Service, tmp_path: Path
) -> None:
    notebook = service.podium.notebook
    log = HearingLog.begin(notebook, window.session.case_uid, "d" * 64, "Opening")
    for number in range(60):
        log.add("shown", float(number), item="i", exhibit=f"A-{number}", title="Persons killed", page=1)
    page = HearingLogs(window.parts, desk.pane)
    assert page.box.count() == 1
    page.save_csv(tmp_path / "log.csv")
    page.save_paper(tmp_path / "log.pdf")
    page.close()
    assert (tmp_path / "log.csv").read_text("utf-8").count("\n") == 61
    with closing(pypdfium2.PdfDocument(tmp_path / "log.pdf")) as pdf:
        pages = [" ".join(one.get_textpage().get_text_bounded().split()) for one in pdf]
    assert len(pages) > 1
    digest = " ".join(log.sha256[start : start + 4] for start in range(0, 64, 4))
    assert all(digest in words for words in pages)
    assert "all as written" in pages[0] and "A-59" in pages[-1]


def test_a_deleted_list_can_be_brought_back(window: CaseWindow, desk: HearingDesk) -> None:
    trigger(window, "add_to_list")
    before = kept(window)
    trigger(window, "hearing_lists")
    desk.pane.asked.emit("delete_list")
    assert kept(window) == ()
    desk.pane.said.button.click()
    assert kept(window) == before


def test_a_list_is_renamed_and_its_next_numbers_begin_otherwise(
    window: CaseWindow, desk: HearingDesk, qtbot: QtBot
) -> None:
    trigger(window, "add_to_list")
    trigger(window, "hearing_lists")
    for act, words in (("rename_list", "Opening"), ("choose_prefix", "B")):
        desk.pane.asked.emit(act)
        (dialog,) = desk.window.findChildren(QInputDialog)
        dialog.setTextValue(words)
        dialog.accept()
        qtbot.waitUntil(lambda: not desk.window.findChildren(QInputDialog))
    desk.pane.asked.emit("add_title")
    (made,) = kept(window)
    assert made.title == "Opening"
    assert [item.step.exhibit for item in made.items] == ["A-1", "B-1"]


def test_a_list_goes_into_a_file_without_its_notes_and_comes_back(
    window: CaseWindow, desk: HearingDesk, tmp_path: Path
) -> None:
    trigger(window, "hearing_lists")
    desk.pane.asked.emit("copy_list")
    file = tmp_path / "list.json"
    own = desk.own()
    assert own is not None
    desk.files.write_list(own, file, with_notes=False)
    assert {item["note"] for item in json.loads(file.read_text("utf-8"))["items"]} == {""}
    desk.take_in(desk.files.read(file))
    first, second = kept(window)
    assert [item.step for item in first.items] == [item.step for item in second.items]


@pytest.mark.parametrize(
    "text, said", [("{}", "no hearing list"), ("\x00\xff", "no hearing list"), ("OTHER", "another case")]
)
def test_a_file_that_is_no_list_of_this_case_is_refused_in_a_sentence(
    window: CaseWindow, desk: HearingDesk, tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "list.json"
    other = {"format": "evidence-viewer hearing list 1", "case_uid": "x", "case_digest": "", "title": "T"}
    file.write_text(json.dumps(other | {"prefix": "A", "items": []}) if text == "OTHER" else text, "latin-1")
    desk.take_in(desk.files.read(file))
    assert said in desk.pane.said.words.text()
    assert kept(window) == ()


@pytest.mark.parametrize("with_notes", [False, True])
def test_a_run_sheet_is_one_page_with_the_digest_of_the_case(
    window: CaseWindow, desk: HearingDesk, tmp_path: Path, with_notes: bool
) -> None:
    trigger(window, "hearing_lists")
    desk.pane.asked.emit("copy_list")
    file = tmp_path / "sheet.pdf"
    desk.files.write_run_sheet(desk.listed(), file, with_notes=with_notes)
    with closing(pypdfium2.PdfDocument(file)) as pdf:
        assert len(pdf) == 1
        words = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    note = desk.pane.shown.items[0].noted.note
    assert "A-10" in words
    assert (note[:24] in words) is with_notes
    digest = window.session.heading.case_digest
    assert " ".join(digest[start : start + 4] for start in range(0, 16, 4)) in words


def test_what_the_case_does_not_have_is_said_until_it_is_acknowledged(
    window: CaseWindow, desk: HearingDesk, qtbot: QtBot
) -> None:
    gone = Noted(Step("event", "An old one", (Target("event", "E999"),)))
    changed = Noted(Step("event", "Another", (Target("event", "E11"),)), seen="0" * 64)
    with closing(Notebook()) as notebook:
        Lists(notebook, window.session.case_uid, "older").make("Old", (gone, changed))
    trigger(window, "hearing_lists")
    qtbot.waitUntil(lambda: len(desk.pane.shown.items) == 2 and desk.pane.findings.isVisible())
    below = [desk.pane.items.rows.below(item) for item in desk.pane.shown.items]
    assert "E999" in below[0]
    assert "changed" in below[1]
    desk.pane.findings.button.click()
    qtbot.waitUntil(lambda: desk.pane.findings.words.text().startswith("1 "))


def test_where_nothing_is_kept_lists_last_until_the_end_and_no_file_is_made(
    window: CaseWindow, desk: HearingDesk, service: Service
) -> None:
    service.settings.keep("nothing")
    trigger(window, "add_to_list")
    trigger(window, "hearing_lists")
    assert len(desk.pane.shown.items) == 1
    assert "until the program ends" in desk.pane.said.words.text()
    assert not (paths.own_folder() / "notes.sqlite").exists()


def test_a_notebook_that_is_none_is_a_sentence_and_stays_as_it_is(window: CaseWindow, desk: HearingDesk) -> None:
    file = paths.own_folder() / "notes.sqlite"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"this is no database, and somebody's file" * 40)
    before = file.read_bytes()
    trigger(window, "add_to_list")
    assert "cannot be read or written" in desk.pane.said.words.text()
    assert file.read_bytes() == before


def test_enter_on_an_item_goes_to_its_place(window: CaseWindow, desk: HearingDesk) -> None:
    desk.add(Step("event", "", (Target("event", "E16"),)))
    trigger(window, "hearing_lists")
    press(desk, Key.Key_Return)
    assert window.session.navigator.focus.event == "E16"


def test_notes_leave_the_program_only_where_the_reader_says_so(
    window: CaseWindow, desk: HearingDesk, service: Service
) -> None:
    told: list[bool] = []
    for wanted in (False, True):
        choice = NotesChoice("Run sheet", service.look, desk.pane)
        choice.chosen.connect(told.append)
        if wanted:
            choice.with_notes.setChecked(True)
        choice.accept()
    assert told == [False, True]
