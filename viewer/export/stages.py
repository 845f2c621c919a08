"""All stages of a list as pictures, one PDF and plain text, for a room that allows only its own computer."""

from __future__ import annotations

import re
import shutil
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from viewer.case.errors import CaseError
from viewer.case.frozen import dataclass
from viewer.case.hearing import Step
from viewer.index.ask.about import heading
from viewer.index.ask.fetch import fact
from viewer.look.theme import Theme
from viewer.stage.asking import Asking
from viewer.stage.painter import Pixels, no_pixels, paint
from viewer.stage.rendering import Sheet, picture, sheets
from viewer.stage.scene import HEIGHT, WIDTH, Scene
from viewer.stage.words import card_scene
from viewer.wording.hearing_papers import whose_stages

TEXT: Final = "stages.txt"
PDF: Final = "stages.pdf"
_OURS: Final = re.compile(r"\d{2,}-\d{2,}\.png|stages\.txt|stages\.pdf")
_DOTS: Final = 144
"""Pixels of a stage to an inch of the PDF."""


@dataclass(frozen=True, slots=True)
class Written:
    """pictures: how many; lacking: numbers from 1 of the items that name what this case does not have."""

    folder: Path
    pictures: int
    lacking: tuple[int, ...]


class FolderInUse(CaseError):
    """The folder holds something that is not an earlier export."""


@dataclass(frozen=True, slots=True)
class Programme:
    """What is shown, and how. title: of the PDF; pixels: finds pictures of pages."""

    steps: Sequence[Step]
    ask: Asking
    theme: Theme
    title: str
    pixels: Pixels = no_pixels


def write_stages(programme: Programme, folder: Path) -> Generator[float, None, Written]:
    """NN-PP.png for each stage, all of them as one PDF, and their words as a text; both end with the digest.

    Everything is written beside and moved in when it is whole; stopped before, it leaves nothing. An earlier
    export in the folder is replaced. Raises FolderInUse, OSError.
    """
    check_folder(folder)
    beside = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    try:
        count, lacking = yield from _write(programme, beside)
        _move_in(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return Written(folder, count, tuple(lacking))


def check_folder(folder: Path) -> None:
    """Raises FolderInUse, and OSError where the folder is a file."""
    if not folder.exists():
        return
    others = sorted(path.name for path in folder.iterdir() if not _OURS.fullmatch(path.name))
    if others:
        raise FolderInUse("folder-in-use", str(folder), others[0])


def _write(programme: Programme, folder: Path) -> Generator[float, None, tuple[int, list[int]]]:
    theme, pixels = programme.theme, programme.pixels
    told: list[str] = []
    lacking: list[int] = []
    with _Pdf(folder / PDF, programme.title) as pdf:
        for sheet in sheets(programme.ask, programme.steps):
            path = folder / f"{sheet.name}.png"
            if not picture(sheet.scene, theme, pixels, overlay=sheet.overlay).save(str(path)):
                raise OSError(f"cannot write {path.name}")
            pdf.add(sheet, theme, pixels)
            told.append(f"[{path.name}]\n{sheet.scene.spoken}\n")
            lacking += [sheet.number] if sheet.lacking else []
            yield sheet.number / len(programme.steps)
        whose = case_scene(programme.ask)
        pdf.add(Sheet(len(programme.steps) + 1, 1, whose), theme, pixels)
    (folder / TEXT).write_text("\n".join([*told, whose.spoken + "\n"]), "utf-8")
    return len(told), lacking


def case_scene(ask: Asking) -> Scene:
    """Of which case the stages are, for whoever holds them on paper; the room is never shown it."""
    title, uid = heading(ask.connection).title, fact(ask.connection, "case_uid")
    return card_scene(ask, "", title, whose_stages(ask.voice, uid, fact(ask.connection, "case_digest")))


def _move_in(beside: Path, folder: Path) -> None:
    """Each file whole; what an earlier export had more goes."""
    if not folder.exists():
        beside.rename(folder)
        return
    made = {path.name for path in beside.iterdir()}
    for name in sorted(made):
        (beside / name).replace(folder / name)
    for path in _earlier(folder):
        if path.name not in made:
            path.unlink()


def _earlier(folder: Path) -> Iterator[Path]:
    return (path for path in list(folder.iterdir()) if _OURS.fullmatch(path.name))


class _Pdf:
    """A stage a page of 16 to 9, with text that can be searched. Raises OSError."""

    def __init__(self, path: Path, title: str) -> None:
        self._path = path
        self._writer = QPdfWriter(str(path))
        self._writer.setTitle(title)
        self._writer.setResolution(_DOTS)
        self._writer.setPageSize(QPageSize(QSizeF(WIDTH / _DOTS, HEIGHT / _DOTS), QPageSize.Unit.Inch))
        self._writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._painter = QPainter()

    def __enter__(self) -> _Pdf:
        return self

    def __exit__(self, *_reason: object) -> None:
        if self._painter.isActive():
            self._painter.end()

    def add(self, sheet: Sheet, theme: Theme, pixels: Pixels) -> None:
        if self._painter.isActive():
            self._writer.newPage()
        elif not self._painter.begin(self._writer):
            raise OSError(f"cannot write {self._path.name}")
        stage = QRectF(0, 0, WIDTH, HEIGHT)
        paint(self._painter, sheet.scene, stage, theme, pixels, overlay=sheet.overlay)
