"""One show for both windows: nothing reaches the room but by a key, and everything that does is logged at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pytestqt.qtbot import QtBot

from tests.presenting.conftest import DIGEST, Conducting
from viewer.case.hearing import Noted, Step, Target
from viewer.notebook.book import Notebook
from viewer.notebook.items import Item
from viewer.notebook.lists import HearingList, Lists
from viewer.notebook.log import HearingLog, verified
from viewer.presenting.conductor import Conductor
from viewer.presenting.recording import Recorder
from viewer.presenting.seen import Seen
from viewer.session.hearing_keys import Key, Verb
from viewer.session.session import Session
from viewer.session.show import View

CARD = "Not in this version of the case."


def _do(conductor: Conductor, *verbs: Verb) -> None:
    for verb in verbs:
        conductor.do(verb)


def _jump(conductor: Conductor, text: str) -> None:
    for letter in text:
        conductor.do("jump-type", letter)
    conductor.do("jump-go")


def _log(notebook: Notebook, session: Session) -> HearingLog:
    return HearingLog.begin(notebook, session.case_uid, DIGEST, "Short")


def _rows(log: HearingLog) -> list[tuple[str, str, int]]:
    return [(row.what, row.exhibit, row.page) for row in log.rows()]


def test_it_starts_black_and_the_first_key_shows_the_first_item(
    session: Session, short_list: HearingList, conducting: Conducting
) -> None:
    conductor = conducting(session, short_list)
    handed: list[Seen | None] = []
    conductor.public_changed.connect(handed.append)
    assert conductor.public is None
    conductor.do("next")
    assert [one.scene.title for one in handed if one] == ["Killings at Camp Ashraf"]
    assert conductor.used >= 0 and conductor.stopwatch.since is not None


def test_going_back_into_an_item_that_was_never_opened_lands_on_its_last_page(
    session: Session, short_list: HearingList, conducting: Conducting
) -> None:
    conductor = conducting(session, short_list)
    _do(conductor, "next", "last", "previous")
    stop = conductor.show.stops[3]
    assert stop.pages > 1 and conductor.show.at == View(3, stop.pages - 1)


def test_a_statement_is_not_left_without_what_answers_it(
    session: Session, short_list: HearingList, conducting: Conducting
) -> None:
    conductor = conducting(session, short_list)
    _jump(conductor, "A-3")
    _jump(conductor, "A-1")
    assert conductor.show.at == View(2, 1)
    _jump(conductor, "A-1")
    assert conductor.show.at == View(0, 0)


def test_pages_of_a_chart_are_known_before_they_are_asked_for(
    session: Session, short_list: HearingList, conducting: Conducting
) -> None:
    conductor = conducting(session, short_list)
    _jump(conductor, "2:2")
    assert conductor.show.at == View(1, 1)
    assert conductor.public is not None and "(2 of" in conductor.public.scene.below
    _jump(conductor, "2:99")
    assert conductor.show.at == View(1, conductor.show.stops[1].pages - 1)


def test_a_graphic_item_reaches_the_room_covered_and_is_uncovered_by_a_key_of_its_own(
    session: Session, short_list: HearingList, conducting: Conducting, notebook: Notebook
) -> None:
    log = _log(notebook, session)
    conductor = conducting(session, short_list, log)
    _jump(conductor, "A-4")
    assert conductor.public is not None and "Graphic" not in conductor.public.spoken
    conductor.do("uncover")
    assert conductor.public is not None and conductor.public.scene.title
    assert [row[0] for row in _rows(log)] == ["covered", "uncovered"]


def test_arabic_digits_jump_and_letters_go_by_their_place(
    session: Session, short_list: HearingList, conducting: Conducting
) -> None:
    conductor = conducting(session, short_list)
    conductor.press(Key(text="٢"))
    assert conductor.show.jump == "٢"
    conductor.press(Key(name="Return"))
    assert conductor.show.at.stop == 1
    conductor.press(Key(text="لا", code=48 + 8))  # B on an Arabic layout
    assert conductor.show.black


def _beside(conductor: Conductor) -> str:
    """Title of the stage that stands beside the one in hand."""
    other = conductor.public.beside if conductor.public else None
    return other.title if other else ""


def test_side_by_side_and_clear(session: Session, short_list: HearingList, conducting: Conducting) -> None:
    conductor = conducting(session, short_list)
    _do(conductor, "next", "beside")
    assert _beside(conductor)
    conductor.do("clear")
    assert not _beside(conductor)
    conductor.do("jump-open")
    _jump(conductor, "+A-5")
    assert _beside(conductor) == "A card"
    conductor.do("clear")
    conductor.do("jump-open")
    _jump(conductor, "+A-4")
    assert not _beside(conductor), "a graphic item stays out"


def test_a_box_enlarges_marks_or_points_as_the_tool_is(
    session: Session, short_list: HearingList, conducting: Conducting
) -> None:
    conductor = conducting(session, short_list)
    box = (100.0, 100.0, 900.0, 400.0)
    conductor.do("next")
    conductor.drag(box)
    assert conductor.public is not None and conductor.public.overlay.callout == box
    _do(conductor, "clear", "highlight")
    conductor.drag(box)
    assert conductor.public.overlay.boxes == (box,)
    conductor.do("pointer")
    conductor.point((10.0, 20.0))
    assert conductor.public.overlay.pointer == (10.0, 20.0)
    conductor.do("pointer")
    assert conductor.public.overlay.pointer is None


def test_what_no_screen_shows_is_not_logged_and_what_comes_back_is(
    session: Session, short_list: HearingList, conducting: Conducting, notebook: Notebook
) -> None:
    log = _log(notebook, session)
    conductor = conducting(session, short_list, log)
    handed: list[Seen | None] = []
    conductor.public_changed.connect(handed.append)
    _do(conductor, "next", "freeze")
    conductor.set_screen(False)
    _do(conductor, "next")
    conductor.set_screen(True)
    assert conductor.show.frozen and conductor.show.at.stop == 0
    assert [one is None for one in handed] == [False, True, False]
    assert [row[0] for row in _rows(log)] == ["shown", "frozen", "black", "shown", "frozen"]


def test_what_was_in_hand_while_the_screen_was_gone_is_not_marked_as_shown(
    session: Session, short_list: HearingList, conducting: Conducting
) -> None:
    conductor = conducting(session, short_list)
    conductor.do("next")
    conductor.set_screen(False)
    _do(conductor, "last", "previous", "first", "last")
    assert conductor.show.shown == {0}
    conductor.set_screen(True)
    assert conductor.show.shown == {0, 4}


def test_a_clock_that_is_set_by_an_hour_changes_neither_item_nor_order(
    session: Session, short_list: HearingList, conducting: Conducting, notebook: Notebook
) -> None:
    log = _log(notebook, session)
    now = [datetime(2026, 11, 26, 12, 0, tzinfo=UTC)]
    conductor = conducting(session, short_list)
    conductor.recorder = Recorder(log, wall=lambda: now[0])
    _do(conductor, "next")
    now[0] -= timedelta(hours=1)
    used = conductor.used
    _do(conductor, "next")
    now[0] += timedelta(hours=2)
    _do(conductor, "black")
    rows = log.rows()
    assert [row.seq for row in rows] == [1, 2, 3]
    assert rows[0].elapsed <= rows[1].elapsed <= rows[2].elapsed
    assert conductor.show.at == View(0, 1) and conductor.used - used < 60
    assert verified(log.hearing, rows) == 3


def test_the_end_is_black_in_the_log(
    session: Session, short_list: HearingList, conducting: Conducting, notebook: Notebook
) -> None:
    log = _log(notebook, session)
    conductor = conducting(session, short_list, log)
    conductor.do("next")
    conductor.close()
    assert [row[0] for row in _rows(log)] == ["shown", "black"]


def test_a_list_that_is_edited_meanwhile_leaves_what_is_shown(
    session: Session, short_list: HearingList, conducting: Conducting, notebook: Notebook
) -> None:
    conductor = conducting(session, short_list)
    _do(conductor, "next", "last")
    lists = Lists(notebook, session.case_uid, DIGEST)
    first = short_list.items[0].uid
    lists.move(short_list.uid, first, 4)
    uids = [item.uid for item in lists.get(short_list.uid).items]
    before = conductor.public
    conductor.restock(uids)
    assert conductor.public == before
    assert (conductor.show.at.stop, conductor.show.shown) == (3, frozenset({3, 4}))


def test_an_item_whose_target_is_gone_says_so_instead_of_breaking_the_hearing(
    session: Session, short_list: HearingList, conducting: Conducting
) -> None:
    gone = Item("gone", Noted(Step("event", "An event", (Target("event", "E999"),), "A-9")))
    conductor = conducting(session, short_list)
    conductor.reel.hold(gone)
    conductor.restock([*(item.uid for item in short_list.items), "gone"])
    _jump(conductor, "A-9")
    assert conductor.public is not None
    assert CARD in conductor.public.spoken


def test_all_items_are_made_ready_at_leisure_and_few_are_kept(
    session: Session, case_list: HearingList, conducting: Conducting, qtbot: QtBot
) -> None:
    conductor = conducting(session, case_list)
    qtbot.waitUntil(lambda: all(map(conductor.reel.is_exact, conductor.show.stops)), timeout=20_000)
    assert [stop.pages > 0 for stop in conductor.show.stops] == [True] * 10


def test_pages_of_documents_arrive_and_are_let_go(
    harbour: Session, notebook: Notebook, conducting: Conducting, qtbot: QtBot
) -> None:
    (uid,) = harbour.connection.execute(
        "SELECT uid FROM document WHERE media_type = 'application/pdf' AND path IS NOT NULL LIMIT 1"
    ).fetchone()
    step = Step("document", "", (Target("document", uid),))
    hearing_list = Lists(notebook, harbour.case_uid, DIGEST).make("Pages", [Noted(step)])
    conductor = conducting(harbour, hearing_list)
    conductor.do("next")
    assert conductor.public is not None
    (page,) = conductor.public.pages
    qtbot.waitUntil(lambda: conductor.pictures(page) is not None, timeout=20_000)
    conductor.close()
    assert conductor.pictures.weight == 0


def test_a_log_that_cannot_be_written_ends_no_hearing(
    session: Session, short_list: HearingList, conducting: Conducting, notebook: Notebook
) -> None:
    log = _log(notebook, session)
    conductor = conducting(session, short_list, log)
    conductor.do("next")
    assert conductor.recorder.trouble == ""
    notebook.connection.execute("ALTER TABLE hearing_log RENAME TO elsewhere")
    conductor.do("last")
    assert conductor.show.at.stop == 4 and "hearing_log" in conductor.recorder.trouble
    notebook.connection.execute("ALTER TABLE elsewhere RENAME TO hearing_log")
    conductor.do("first")
    assert conductor.recorder.trouble == "" and _rows(log)[-1] == ("shown", "A-1", 1)


def test_a_passage_is_enlarged_once_its_page_is_there(
    harbour: Session, notebook: Notebook, conducting: Conducting, qtbot: QtBot
) -> None:
    step = Step("document", "", (Target("document", "D-REGISTER", "2"),))
    conductor = conducting(harbour, Lists(notebook, harbour.case_uid, DIGEST).make("Pages", [Noted(step)]))
    told: list[bool] = []
    conductor.nothing_prepared.connect(lambda: told.append(True))
    _do(conductor, "next", "callout")
    assert told == [True], "its picture is on its way"
    assert conductor.public is not None
    (page,) = conductor.public.pages
    qtbot.waitUntil(lambda: conductor.pictures.knows(page), timeout=20_000)
    conductor.do("callout")
    assert conductor.show.at.callout is not None
    assert told == [True]
    sharp = conductor.pictures(page)
    assert sharp is not None
    qtbot.waitUntil(lambda: (conductor.pictures(page) or sharp).width() > sharp.width(), timeout=20_000)


def test_pages_of_a_document_are_turned_by_keys_of_their_own(
    harbour: Session, notebook: Notebook, conducting: Conducting
) -> None:
    steps = (Step("document", "", (Target("document", "D-LOG"),)), Step("text", "A card", body="Words"))
    made = Lists(notebook, harbour.case_uid, DIGEST).make("Pages", [Noted(step) for step in steps])
    conductor = conducting(harbour, made)
    _do(conductor, "next")
    assert conductor.show.stops[0].pages == 3 and conductor.next_view() == View(1)
    _do(conductor, "next-page", "next-page")
    assert conductor.show.at == View(0, 2)
    _do(conductor, "next")
    assert conductor.show.at == View(1, 0), "the next exhibit, whatever page was open"
    _do(conductor, "previous")
    assert conductor.show.at == View(0, 0)
    _jump(conductor, ":3")
    assert conductor.show.at == View(0, 2)
    _do(conductor, "previous-page")
    assert conductor.show.at == View(0, 1)
