"""Documents made by others, through the pane's own path: each shows, or says in a sentence why not."""

from __future__ import annotations

import mimetypes
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.panes.source.held import WAIT, Case, Making, at_rest, passage, shown
from viewer.panes.source.facts_sheet import FactsSheet
from viewer.panes.source.lines import Line
from viewer.panes.source.opening import OpeningSheet
from viewer.panes.source.page_sheet import PageSheet
from viewer.panes.source.page_view import PageView
from viewer.panes.source.pane import SourcePane
from viewer.panes.source.password import PasswordForm

FOLDERS = ("pdf_samples_pypdf", "pdf_pikepdf", "pngsuite", "exif_orientation", "html_feedparser", "html_bleach")
SAMPLE = 6  # files of each folder in the ordinary run


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def outcome(qtbot: QtBot, pane: SourcePane, case: Case, path: Path, uid: str) -> str:
    """'shown', 'facts', 'password', or the sentence that stands instead; a page that does not show counts."""
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    area = shown(qtbot, pane, case, case.document(uid, media_type, passage("p1", "the", page=1)))
    assert isinstance(area.sheet, OpeningSheet)
    if area.sheet.findChild(PasswordForm):
        return "password"
    sheet = area.sheet.sheet
    qtbot.waitUntil(lambda: case.lens.idle, timeout=WAIT)
    if isinstance(sheet, PageSheet):
        return of_pages(qtbot, case, sheet)
    if isinstance(sheet, FactsSheet):
        said = sheet.findChildren(Line)
        return "facts" if any("cannot be shown here yet" in line.text() for line in said) else "sentence"
    assert sheet is not None
    read: list[str] = []
    sheet.read_part(0, read.append)
    assert read
    return "shown"


def of_pages(qtbot: QtBot, case: Case, sheet: PageSheet) -> str:
    view = sheet.findChild(PageView)
    assert isinstance(view, PageView)
    at_rest(qtbot, case)
    view.rotate(90)
    view.go_to_page(sheet.parts() - 1)
    view.zoom_by(3.0)
    at_rest(qtbot, case)
    seen = view.roll.showing()
    assert all(view.shots.has(number) or view.shots.refusal(number) for number in seen)
    return "shown" if any(view.shots.has(number) for number in seen) else "sentence"


def sweep(qtbot: QtBot, pane: SourcePane, make_case: Making, paths: list[Path]) -> Counter[str]:
    """How many came out how; one child reads them all, whatever they do to it."""
    counts: Counter[str] = Counter()
    case = make_case({f"d{number}": path.read_bytes() for number, path in enumerate(paths)})
    for number, path in enumerate(paths):
        counts[outcome(qtbot, pane, case, path, f"d{number}")] += 1
        pane.show_nothing()
        QApplication.processEvents()
    return counts


@pytest.mark.parametrize("name", FOLDERS)
def test_a_sample_of_each_collection_shows_or_says_why_not(
    qtbot: QtBot, pane: SourcePane, make_case: Making, shared_data: Callable[[str], Path], name: str
) -> None:
    paths = files(shared_data(name))
    counts = sweep(qtbot, pane, make_case, paths[:: max(len(paths) // SAMPLE, 1)][:SAMPLE])
    assert set(counts) <= {"shown", "facts", "sentence", "password"}
    assert counts["shown"] >= 2


@pytest.mark.long
@pytest.mark.parametrize("name", FOLDERS)
def test_all_of_each_collection_show_or_say_why_not(
    qtbot: QtBot, pane: SourcePane, make_case: Making, shared_data: Callable[[str], Path], name: str
) -> None:
    paths = files(shared_data(name))
    counts = sweep(qtbot, pane, make_case, paths)
    print(name, dict(counts))
    assert sum(counts.values()) == len(paths)
    assert set(counts) <= {"shown", "facts", "sentence", "password"}
