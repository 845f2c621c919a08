"""Before a hearing: what changed is listed, the room is asked once, and a rehearsal warns first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QDoubleSpinBox, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from viewer.case.frozen import replace
from viewer.case.hearing import Noted, Step, Target
from viewer.look.current import Look
from viewer.look.voice import QtVoice
from viewer.notebook.book import Notebook
from viewer.notebook.lists import HearingList, Lists
from viewer.presenting.checking import checked, seen_of
from viewer.presenting.door import Hearing, digest_of, room_of
from viewer.presenting.preparing import Preparing, prepare
from viewer.session.session import Session
from viewer.settings import Settings


@dataclass(frozen=True, slots=True)
class Service:
    look: Look
    voice: QtVoice
    settings: Settings


@pytest.fixture
def service(built_resources: Path, session: Session) -> Service:
    return Service(Look(built_resources, "light"), QtVoice(QLocale(QLocale.Language.English)), Settings())


@pytest.fixture
def begun() -> Iterator[list[Hearing]]:
    """Hearings that have begun; each is ended."""
    found: list[Hearing] = []
    yield found
    for hearing in found:
        hearing.end()


def _ready(asking: Preparing, qtbot: QtBot) -> None:
    button = next(
        button
        for button in asking.findChild(QDialogButtonBox).buttons()  # type: ignore[union-attr]
        if asking.findChild(QDialogButtonBox).buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole  # type: ignore[union-attr]
    )
    qtbot.waitUntil(button.isEnabled)


def _words(asking: Preparing) -> str:
    return "\n".join(label.text() for label in asking.findChildren(QLabel))


def test_the_size_of_the_room_is_asked_once_and_scales_the_stage(
    session: Session,
    service: Service,
    notebook: Notebook,
    short_list: HearingList,
    begun: list[Hearing],
    qtbot: QtBot,
) -> None:
    asking = prepare(session, service, notebook, short_list.uid)
    asking.begun.connect(begun.append)
    assert asking.isVisible() and not begun
    _ready(asking, qtbot)
    for box, metres in zip(asking.findChildren(QDoubleSpinBox), (1.0, 10.0), strict=True):
        box.setValue(metres)
    asking.accept()
    assert service.settings.choices.room == [100, 1000]
    assert begun[0].conductor.reel.ask.scale == room_of(service.settings).scale > 1.5
    begun.pop().end()
    again = prepare(session, service, notebook, short_list.uid)
    asked: list[bool] = []
    again.begun.connect(begun.append)
    again.begun.connect(lambda _hearing: asked.append(again.isVisible()))
    qtbot.waitUntil(lambda: bool(begun))
    assert asked == [False]


def test_a_rehearsal_warns_whatever_is_known(
    session: Session,
    service: Service,
    notebook: Notebook,
    short_list: HearingList,
    begun: list[Hearing],
    qtbot: QtBot,
) -> None:
    service.settings.choose(room=[150, 800])
    asking = prepare(session, service, notebook, short_list.uid, rehearse=True)
    asking.begun.connect(begun.append)
    assert "Everyone who sees this screen sees your notes." in _words(asking)
    _ready(asking, qtbot)
    asking.reject()
    qtbot.wait(50)
    assert not begun


def test_what_vanished_or_changed_is_listed_before_anything_is_shown(
    session: Session, service: Service, notebook: Notebook, begun: list[Hearing], qtbot: QtBot
) -> None:
    service.settings.choose(room=[150, 800])
    same, other = (
        Step("event", title, (Target("event", uid),)) for title, uid in (("Same", "E31"), ("Other", "E16"))
    )
    noted = (
        Noted(same, seen=seen_of(session.connection, same)),
        Noted(other, seen="0" * 64),
        Noted(Step("event", "Gone", (Target("event", "E999"),))),
    )
    old = Lists(notebook, session.case_uid, "an older digest").make("Old", noted)
    asking = prepare(session, service, notebook, old.uid)
    asking.begun.connect(begun.append)
    qtbot.waitUntil(lambda: len(asking.findings) == 2 and asking.isVisible())
    listed = asking.findChild(QListWidget)
    assert isinstance(listed, QListWidget)
    lines = [listed.item(row).text() for row in range(listed.count())]
    assert lines == [
        "A-2 · Other: changed since it was last checked",
        "A-3 · Gone: not in this version of the case (E999)",
    ]
    assert not begun
    asking.accept()
    assert begun


def test_in_the_same_version_only_what_is_missing_is_looked_for(session: Session, notebook: Notebook) -> None:
    step = Step("event", "Other", (Target("event", "E16"),))
    lists = Lists(notebook, session.case_uid, digest_of(session))
    made = lists.make("List", [Noted(step, seen="0" * 64)])
    assert list(checked(session.connection, made, digest_of(session))) == [None]
    (found,) = checked(session.connection, made, "another digest")
    assert found is not None and found.gone == ()


def test_a_fingerprint_is_the_same_under_every_number(session: Session) -> None:
    step = Step("figures", "", (Target("event", "E16", "killed"),))
    assert seen_of(session.connection, step) == seen_of(session.connection, replace(step, exhibit="A-7"))


def test_one_screen_shows_the_black_stage_and_never_the_console(
    session: Session,
    service: Service,
    notebook: Notebook,
    short_list: HearingList,
    begun: list[Hearing],
    qtbot: QtBot,
) -> None:
    service.settings.choose(room=[150, 800])
    asking = prepare(session, service, notebook, short_list.uid)
    asking.begun.connect(begun.append)
    qtbot.waitUntil(lambda: bool(begun))
    console, audience = begun[0].windows
    assert (audience.isVisible(), audience.takes_keys, console.isVisible()) == (True, True, False)
    assert audience.seen is None
    for key in "nx":
        QTest.keyClicks(audience, key)
    assert begun[0].conductor.public is not None
    assert not console.isVisible()
