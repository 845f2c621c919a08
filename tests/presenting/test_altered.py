"""A file that is altered while a hearing is on: stages that are opened afterwards say so."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer import paths
from viewer.case.hearing import Noted, Step, Target
from viewer.notebook.items import Item
from viewer.presenting.reel import Reel
from viewer.session.session import Session
from viewer.stage.asking import Asking
from viewer.stage.scene import Pages
from viewer.wording.voice import English


@pytest.fixture
def folder(built_resources: Path, tmp_path: Path) -> Path:
    with zipfile.ZipFile(paths.bundled_case("harbour")) as archive:
        archive.extractall(tmp_path)
    return tmp_path / "harbour"


@pytest.fixture
def reading(qapp: QApplication, folder: Path) -> Iterator[Session]:
    with closing(Session(paths.bundled_index("harbour"), case=folder)) as session:
        yield session


def test_stages_are_made_anew_but_for_those_in_use(reading: Session, folder: Path, qtbot: QtBot) -> None:
    steps = {uid: Step("document", "", (Target("document", "D-LOG"),)) for uid in ("shown", "later")}
    items = [Item(uid, Noted(step)) for uid, step in steps.items()]
    reel = Reel(Asking(reading.connection, English()), items)
    before = {uid: reel.stages(uid) for uid in steps}
    assert all(isinstance(scene.body, Pages) for made in before.values() for scene in made)
    (folder / "data" / "documents" / "D-LOG.pdf").write_bytes(b"other words")
    with qtbot.waitSignal(reading.alterations_found, timeout=20_000):
        reading.verification.begin()
    reel.forget(("shown",))
    assert reel.stages("shown") == before["shown"]
    assert all("Altered: the file" in scene.spoken for scene in reel.stages("later"))
    assert not reel.is_exact(reel.rough("later"))
