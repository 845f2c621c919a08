"""The lens asks the locked child on one worker; nobody waits, and what was answered is kept within a bound."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.locked.specimens import line, pages_of
from viewer.case import bag
from viewer.case.errors import Damaged
from viewer.index.ask.holdings import Holding
from viewer.locked.messages import OpenPdf, PdfFacts, Pixels, ReadPage, Refused, RenderPage
from viewer.session import lens as lenses
from viewer.session.lens import Lens, Seat, Trouble
from viewer.session.shelf import Attached, Saved, Shelf

WAIT = 20_000
Make = Callable[[Mapping[str, bytes]], Lens]
PAGES = pages_of([line(f"Page {number}") for number in range(12)])


def holding(name: str, content: bytes | None = None, path: str | None = None) -> Holding:
    digest = hashlib.sha256(content).hexdigest() if content is not None else None
    return Holding(name, path, "application/pdf", None, digest, f"{name}.pdf", None)


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[Lens] = []

    def lens(files: Mapping[str, bytes]) -> Lens:
        payload = {}
        for name, content in files.items():
            payload[f"documents/{name}"] = tmp_path / name
            payload[f"documents/{name}"].write_bytes(content)
        bag.write(tmp_path / "case.evcase", payload, {})
        made.append(Lens(Shelf(tmp_path / "case.evcase", "c", lambda: tmp_path / "originals")))
        return made[-1]

    yield lens
    for one in made:
        one.close()


@pytest.fixture
def seat(make: Make) -> Seat:
    return make({"a.pdf": PAGES}).seat(holding("a", PAGES, "documents/a.pdf"))


def _note(order: list[int], page: int, _answer: object) -> None:
    order.append(page)


def told(qtbot: QtBot, seat: Seat, request: object) -> object:
    answers: list[object] = []
    seat.ask("once", request, answers.append)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return answers[0]


def test_a_lens_starts_nothing_before_it_is_asked(make: Make) -> None:
    lens = make({"a.pdf": PAGES})
    lens.seat(holding("a", PAGES, "documents/a.pdf"))
    assert lens.pid is None and lens.idle


def test_an_answer_comes_later_and_the_same_one_at_once(qtbot: QtBot, seat: Seat) -> None:
    assert isinstance(told(qtbot, seat, OpenPdf("a")), PdfFacts)
    again: list[object] = []
    seat.ask("again", OpenPdf("a"), again.append)
    assert isinstance(again[0], PdfFacts)


def test_of_one_topic_only_the_newest_question_is_answered(qtbot: QtBot, seat: Seat) -> None:
    answers: list[object] = []
    for width in (301, 302, 303):
        seat.ask("page", RenderPage("a", 0, width), answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    qtbot.wait(100)
    assert [answer.width for answer in answers if isinstance(answer, Pixels)] == [303]


def test_what_is_wanted_now_comes_before_what_is_wanted_soon(qtbot: QtBot, seat: Seat) -> None:
    order: list[int] = []
    seat.ask("first", RenderPage("a", 0, 100), lambda _: order.append(0))
    for page in (1, 2, 3):
        seat.ask(f"later {page}", ReadPage("a", page), partial(_note, order, page), lenses.LATER)
    seat.ask("now", RenderPage("a", 9, 100), lambda _: order.append(9))
    qtbot.waitUntil(lambda: len(order) == 5, timeout=WAIT)
    assert order.index(9) < order.index(2)


def test_what_is_forgotten_is_not_answered(qtbot: QtBot, seat: Seat) -> None:
    answers: list[object] = []
    seat.ask("page", RenderPage("a", 0, 400), answers.append)
    seat.forget("page")
    told(qtbot, seat, ReadPage("a", 1))
    assert answers == []


def test_pages_made_ready_ahead_are_there_when_they_are_wanted(qtbot: QtBot, seat: Seat) -> None:
    seat.ahead(RenderPage("a", 3, 200), RenderPage("a", 4, 200))
    qtbot.waitUntil(lambda: seat.peek(RenderPage("a", 4, 200)) is not None, timeout=WAIT)
    seat.ahead(RenderPage("a", 5, 200))
    told(qtbot, seat, ReadPage("a", 0))
    assert isinstance(seat.peek(RenderPage("a", 3, 200)), Pixels)


def test_answers_are_kept_within_the_bound(qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lenses, "BOUND", 1_000_000)
    lens = make({"a.pdf": PAGES})
    seat = lens.seat(holding("a", PAGES, "documents/a.pdf"))
    for page in range(8):
        told(qtbot, seat, RenderPage("a", page, 600))
    assert 0 < lens.weight <= 1_000_000
    assert seat.peek(RenderPage("a", 0, 600)) is None and seat.peek(RenderPage("a", 7, 600)) is not None


def test_a_document_that_is_not_the_listed_one_is_not_read(qtbot: QtBot, make: Make) -> None:
    seat = make({"a.pdf": PAGES}).seat(holding("a", b"other bytes", "documents/a.pdf"))
    answer = told(qtbot, seat, OpenPdf("a"))
    assert isinstance(answer, Trouble) and answer.code == "hash-differs"


def test_a_document_that_is_not_there_is_said_to_be_missing(qtbot: QtBot, make: Make) -> None:
    answer = told(qtbot, make({"a.pdf": PAGES}).seat(holding("b", None, None)), OpenPdf("b"))
    assert isinstance(answer, Trouble) and answer.code == "missing-file"


def test_a_refusal_that_would_come_again_is_kept_and_the_next_document_is_read(qtbot: QtBot, make: Make) -> None:
    lens = make({"a.pdf": b"%PDF-1.4 nothing", "b.pdf": PAGES})
    seat = lens.seat(holding("a", None, "documents/a.pdf"))
    assert told(qtbot, seat, OpenPdf("a")) == seat.peek(OpenPdf("a"))
    assert isinstance(seat.peek(OpenPdf("a")), Refused)
    assert isinstance(told(qtbot, lens.seat(holding("b", PAGES, "documents/b.pdf")), OpenPdf("b")), PdfFacts)


def test_a_verified_copy_is_the_document_byte_for_byte(qtbot: QtBot, seat: Seat, tmp_path: Path) -> None:
    done: list[Saved | Trouble] = []
    seat.save(tmp_path / "copy.pdf", done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    saved = done[0]
    assert isinstance(saved, Saved) and saved.sha256 == hashlib.sha256(PAGES).hexdigest()
    assert (tmp_path / "copy.pdf").read_bytes() == PAGES
    assert not list(tmp_path.glob(".*.part"))


def test_a_copy_that_cannot_be_written_is_said_so(qtbot: QtBot, seat: Seat, tmp_path: Path) -> None:
    done: list[Saved | Trouble] = []
    seat.save(tmp_path / "nowhere" / "copy.pdf", done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    assert isinstance(done[0], Trouble) and done[0].code == "no-access"


def attached(qtbot: QtBot, seat: Seat, path: Path) -> Attached:
    done: list[object] = []
    seat.attach(path, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    assert isinstance(done[0], Attached)
    return done[0]


@pytest.mark.parametrize(("known", "likeness"), [(PAGES, "same"), (b"another", "different"), (None, "unknown")])
def test_an_attached_file_is_compared_and_then_read(
    qtbot: QtBot, make: Make, tmp_path: Path, known: bytes | None, likeness: str
) -> None:
    (tmp_path / "mine.pdf").write_bytes(PAGES)
    seat = make({"x.txt": b"x"}).seat(holding("o", known))
    assert isinstance(told(qtbot, seat, OpenPdf("o")), Trouble)
    assert attached(qtbot, seat, tmp_path / "mine.pdf").likeness == likeness
    assert isinstance(told(qtbot, seat, OpenPdf("o")), PdfFacts)
    assert not (tmp_path / "originals").exists()


def test_an_original_is_kept_only_when_the_reader_says_so_and_found_again(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    (tmp_path / "mine.pdf").write_bytes(PAGES)
    seat = make({"x.txt": b"x"}).seat(holding("o", None))
    attached(qtbot, seat, tmp_path / "mine.pdf")
    done: list[object] = []
    seat.keep(done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    assert isinstance(done[0], Attached) and done[0].kept
    later = Shelf(tmp_path / "case.evcase", "c", lambda: tmp_path / "originals")
    found = later.recall(holding("o", None))
    assert found is not None and found.kept and later.read(holding("o", None)) == PAGES
    assert Shelf(None, "another case", lambda: tmp_path / "originals").recall(holding("o", None)) is None
    later.forget(holding("o", None))
    assert [path.name for path in (tmp_path / "originals").iterdir()] == ["kept.json"]


def test_a_kept_original_that_was_changed_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").write_bytes(PAGES)
    shelf = Shelf(None, "c", lambda: tmp_path / "originals")
    shelf.attach(holding("o"), tmp_path / "mine.pdf")
    (tmp_path / "mine.pdf").write_bytes(b"changed")
    with pytest.raises(Damaged):
        shelf.read(holding("o"))


def test_closing_ends_the_child_also_in_the_middle_of_a_question(qtbot: QtBot, make: Make) -> None:
    lens = make({"a.pdf": PAGES})
    seat = lens.seat(holding("a", PAGES, "documents/a.pdf"))
    for page in range(12):
        seat.ask(f"page {page}", RenderPage("a", page, 3000), lambda _: None)
    qtbot.wait(400)
    began = time.monotonic()
    lens.close()
    assert time.monotonic() - began < 1.5 and lens.pid is None
