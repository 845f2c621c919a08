"""One worker answers; the newest question of a topic wins."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Timer, current_thread

import pytest
from pytestqt.qtbot import QtBot

from viewer.session.desk import Desk

SLOW = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000000) SELECT count(*) FROM n"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    file = tmp_path / "asked.sqlite"
    connection = sqlite3.connect(file)
    connection.executescript("CREATE TABLE word(w); INSERT INTO word VALUES ('claim');")
    connection.close()
    desk = Desk(lambda: sqlite3.connect(file, check_same_thread=False))
    yield desk
    desk.close()


def test_an_answer_comes_back_on_the_thread_that_asked(desk: Desk, qtbot: QtBot) -> None:
    answers: list[tuple[str, str]] = []

    def question(connection: sqlite3.Connection) -> str:
        return str(connection.execute("SELECT w FROM word").fetchone()[0]) + current_thread().name

    desk.ask("words", question, lambda answer: answers.append((answer, current_thread().name)))
    assert not desk.idle
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [("claimdesk", "MainThread")]
    assert desk.idle


def test_a_newer_question_interrupts_the_older_one_and_only_its_answer_arrives(desk: Desk, qtbot: QtBot) -> None:
    answers: list[object] = []
    desk.ask("count", lambda c: c.execute(SLOW).fetchone()[0], answers.append)
    qtbot.wait(50)
    desk.ask("count", lambda c: c.execute("SELECT 7").fetchone()[0], answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=3000)
    assert answers == [7]


def test_an_interruption_that_hits_the_wrong_question_loses_no_answer(desk: Desk, qtbot: QtBot) -> None:
    answers: list[object] = []
    asked: list[str] = []

    def question(connection: sqlite3.Connection) -> object:
        asked.append("once more")
        if len(asked) == 1:
            Timer(0.05, connection.interrupt).start()
            return connection.execute(SLOW).fetchone()[0]
        return len(asked)

    desk.ask("other", question, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=3000)
    assert answers == [2]


def test_a_question_that_fails_says_so_and_the_desk_goes_on(desk: Desk, qtbot: QtBot) -> None:
    failures: list[str] = []
    answers: list[object] = []
    desk.failed.connect(lambda topic, error: failures.append(f"{topic}: {type(error).__name__}"))
    desk.ask("bad", lambda c: c.execute("SELECT nothing FROM nowhere"), answers.append)
    desk.ask("good", lambda c: c.execute("SELECT 1").fetchone()[0], answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert failures == ["bad: OperationalError"]
    assert answers == [1]


def test_closing_ends_a_long_question_at_once(desk: Desk, qtbot: QtBot) -> None:
    answers: list[object] = []
    desk.ask("count", lambda c: c.execute(SLOW).fetchone()[0], answers.append)
    qtbot.wait(50)
    desk.close()
    qtbot.wait(20)
    assert answers == []
