"""The words of web pages and PDFs of a sent case: searched, unless the file is another, too large or unwanted."""

from __future__ import annotations

import shutil
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.hostile.opening import opened
from viewer import paths
from viewer.index.ask.finding import found
from viewer.index.reader import InMemory, open_index
from viewer.intake import opening
from viewer.intake.opening import open_case
from viewer.locked.case_reader import Unwanted
from viewer.locked.originals import OriginalReader

PDF, PAGE = "D-LOG", "D-COURIER"


@pytest.fixture
def folder(built_resources: Path, tmp_path: Path) -> Path:
    """The bundled fiction as a stranger's folder."""
    sent = Path(shutil.copy(paths.bundled_case("harbour"), tmp_path))
    with zipfile.ZipFile(sent) as archive:
        archive.extractall(tmp_path)
    return tmp_path / "harbour"


def with_words(index: Path | InMemory, words: str) -> set[str | None]:
    """Documents in which the words are found."""
    with closing(open_index(index)) as connection:
        return {hit.document for hit in found(connection, words).findings if hit.entity == "passage"}


def path_of(folder: Path, document: str, ending: str) -> Path:
    with closing(open_index(paths.bundled_index("harbour"))) as connection:
        (path,) = connection.execute("SELECT path FROM document WHERE uid = ?", (document,)).fetchone()
    assert path.endswith(ending)
    return folder / "data" / str(path)


def test_words_of_an_original_are_found(folder: Path) -> None:
    with opened(folder) as case:
        assert PDF in with_words(case.index, "tally clerk")
        assert PAGE in with_words(case.index, "lamp only explanation")


def test_words_of_an_altered_original_are_not(folder: Path) -> None:
    page = path_of(folder, PAGE, ".html")
    page.write_text("<p>forgedwords stand here", "utf-8")
    with opened(folder) as case:
        assert len(case.altered) == 1
        assert with_words(case.index, "forgedwords") == set()
        assert PDF in with_words(case.index, "tally clerk")


def test_a_large_original_is_left_alone_and_the_case_opens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = path_of(folder, PDF, ".pdf").stat().st_size
    assert size > path_of(folder, PAGE, ".html").stat().st_size
    monkeypatch.setattr(opening, "LARGEST", size - 1)
    with opened(folder) as case:
        assert PDF not in with_words(case.index, "tally clerk")
        assert PAGE in with_words(case.index, "lamp only explanation")
        assert not case.altered


def test_who_stops_waiting_while_an_original_is_read_is_let_go(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = OriginalReader.blocks
    stopped: list[str] = []

    def noted(reader: OriginalReader, content: bytes, media_type: str) -> object:
        stopped.append(media_type)
        return reading(reader, content, media_type)

    monkeypatch.setattr(OriginalReader, "blocks", noted)
    with pytest.raises(Unwanted):
        for _ in open_case(folder, unwanted=lambda: bool(stopped)):
            pass
    assert len(stopped) == 1
