"""All stages of a list as files: whole or not at all, nothing private in them, and letters for a room."""

from __future__ import annotations

import ctypes
from collections.abc import Generator, Sequence
from contextlib import closing
from math import hypot
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PySide6.QtGui import QColor, QImage

from viewer import paths
from viewer.case.frozen import replace
from viewer.case.hearing import Markup, Step, Target
from viewer.export.page_reader import PageReader
from viewer.export.stages import PDF, TEXT, FolderInUse, Programme, Written, write_stages
from viewer.index.ask.fetch import fact
from viewer.index.ask.storyboards import storyboards
from viewer.look.theme import Theme
from viewer.stage.asking import Asking
from viewer.stage.scene import PageRef
from viewer.wording.digests import digest_groups

STEPS = (Step("title", "Opening"), Step("event", "", (Target("event", "E40"),), "A-1", graphic=True))


def finished(work: Generator[float, None, Written]) -> tuple[list[float], Written]:
    """The shares on the way, and what came of it."""
    shares = []
    while True:
        try:
            shares.append(next(work))
        except StopIteration as last:
            return shares, last.value


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_list_becomes_pictures_a_pdf_and_a_text(ask: Asking, theme: Theme, tmp_path: Path) -> None:
    shares, written = finished(write_stages(Programme(STEPS, ask, theme, "Hearing"), tmp_path / "out"))
    assert names(tmp_path / "out") == ["01-01.png", "02-01.png", "02-02.png", PDF, TEXT]
    assert (written.pictures, written.lacking) == (3, ())
    assert shares == sorted(shares) and shares[-1] == 1.0
    assert QImage(str(tmp_path / "out" / "01-01.png")).size().toTuple() == (1920, 1080)
    told = (tmp_path / "out" / TEXT).read_text("utf-8")
    assert "[02-01.png]\nExhibit A-1\nCovered" in told and "116 killed" in told
    with pypdfium2.PdfDocument(tmp_path / "out" / PDF) as pdf:
        assert len(pdf) == 3 + 1
        digest = digest_groups(fact(ask.connection, "case_digest"))
        assert digest in " ".join(_text(pdf[3]).split()) and digest in " ".join(told.split())
        assert pdf.get_metadata_dict()["Title"] == "Hearing"
        width, height = pdf[0].get_size()
        assert width / height == pytest.approx(16 / 9, abs=0.01)


def test_the_cover_of_a_graphic_item_shows_nothing_of_it(ask: Asking, theme: Theme, tmp_path: Path) -> None:
    finished(write_stages(Programme(STEPS, ask, theme, "Hearing"), tmp_path / "out"))
    with pypdfium2.PdfDocument(tmp_path / "out" / PDF) as pdf:
        texts = [_text(page) for page in pdf]
    assert "116" not in texts[1] and "Covered" in texts[1]
    assert "116" in texts[2]


def test_stopped_on_the_way_it_leaves_nothing(ask: Asking, theme: Theme, tmp_path: Path) -> None:
    work = write_stages(Programme(STEPS, ask, theme, "Hearing"), tmp_path / "out")
    next(work)
    work.close()
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_export_is_replaced_whole(ask: Asking, theme: Theme, tmp_path: Path) -> None:
    out = tmp_path / "out"
    finished(write_stages(Programme(STEPS, ask, theme, "Hearing"), out))
    finished(write_stages(Programme(STEPS[:1], ask, theme, "Hearing"), out))
    assert names(out) == ["01-01.png", PDF, TEXT]


def test_nothing_is_written_among_other_files(ask: Asking, theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine", "utf-8")
    with pytest.raises(FolderInUse) as refused:
        next(write_stages(Programme(STEPS, ask, theme, "Hearing"), tmp_path))
    assert refused.value.found == "diary.txt"
    assert names(tmp_path) == ["diary.txt"]


def test_what_the_case_lacks_is_said_on_its_stage_and_in_the_end(
    ask: Asking, theme: Theme, tmp_path: Path
) -> None:
    steps = (STEPS[0], Step("event", "Gone", (Target("event", "E999"),), "A-2"))
    _shares, written = finished(write_stages(Programme(steps, ask, theme, "Hearing"), tmp_path / "out"))
    assert written.lacking == (2,)
    assert "Not in this version of the case" in (tmp_path / "out" / TEXT).read_text("utf-8")


def test_the_bundled_steps_have_letters_for_the_last_row_and_no_note(
    ask: Asking, theme: Theme, tmp_path: Path
) -> None:
    """At least 48 of 1080 pixels, as the exported file says it itself."""
    (board,) = storyboards(ask.connection)
    steps = [replace(one.step, exhibit=f"A-{place}") for place, one in enumerate(board.steps, 1)]
    assert len(steps) == 10
    finished(write_stages(Programme(steps, ask, theme, board.title), tmp_path / "out"))
    with pypdfium2.PdfDocument(tmp_path / "out" / PDF) as pdf:
        assert len(pdf) > 60
        sizes = [size for page in pdf for size in _sizes(page)]
        words = " ".join(_text(page) for page in pdf)
    assert len(sizes) > 5000
    assert min(sizes) >= 48 - 0.01
    told = (tmp_path / "out" / TEXT).read_text("utf-8") + words
    private = [words for one in board.steps for words in (one.note, one.caution) if words]
    assert private and not [note for note in private if note in told]


def test_pages_of_documents_stand_on_their_stages(harbour: Asking, theme: Theme, tmp_path: Path) -> None:
    steps = [Step("document", "", (Target("document", _pdf_of(harbour), "1"),), "B-1")]
    case = paths.bundled_case("harbour")
    with closing(PageReader(harbour.connection, case, "harbour")) as pages:
        finished(write_stages(Programme(steps, harbour, theme, "Hearing", pages), tmp_path / "out"))
    picture = QImage(str(tmp_path / "out" / "01-01.png"))
    light = [x for x in range(0, 1920, 8) if picture.pixelColor(x, 600).lightness() > 200]
    assert len(light) > 20, "the paper of the page"


def test_a_page_that_cannot_be_read_is_no_reason_to_stop(harbour: Asking, theme: Theme) -> None:
    with closing(PageReader(harbour.connection, None, "harbour")) as pages:
        assert pages(PageRef(_pdf_of(harbour), 1)) is None
        assert pages(PageRef("no-such-document", 1)) is None


def test_marks_saved_with_an_item_are_on_its_picture(ask: Asking, theme: Theme, tmp_path: Path) -> None:
    marked = replace(STEPS[1], graphic=False, markup=Markup(0, boxes=((100.0, 300.0, 900.0, 700.0),)))
    finished(write_stages(Programme([marked], ask, theme, "Hearing"), tmp_path / "out"))
    picture = QImage(str(tmp_path / "out" / "01-01.png"))
    assert picture.pixelColor(100, 500).rgb() == QColor(theme.highlight_mark).rgb()


def _pdf_of(ask: Asking) -> str:
    row = ask.connection.execute(
        "SELECT uid FROM document WHERE media_type = 'application/pdf' AND path IS NOT NULL ORDER BY id LIMIT 1"
    ).fetchone()
    return str(row[0])


def _text(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_bounded())
    finally:
        text.close()


def _sizes(page: pypdfium2.PdfPage) -> Sequence[float]:
    """Heights of the letters of a page, in pixels of a stage of 1080."""
    share = 1080 / page.get_height()
    found = []
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(thing.raw, size)
        matrix = thing.get_matrix()
        found.append(size.value * hypot(matrix.b, matrix.d) * share)
    return found
