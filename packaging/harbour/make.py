"""Makes the folder of the case Harbour: tables and texts as they are, all else drawn; the same bytes each time."""

from __future__ import annotations

import io
import math
import random
import shutil
import sys
import time
import wave
from pathlib import Path
from typing import Literal

import typst
from PIL import ExifTags, Image, ImageDraw, ImageFilter, ImageFont

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
SOURCE = CHECKOUT / "resources" / "cases" / "harbour"
FONTS = CHECKOUT / "build" / "resources" / "fonts"
WITH_TEXT = ("log", "crane", "witness-ar", "letter-fa")
"""Sheets that become PDF with text."""

SCANNED = ("register",)
"""Sheets that become pictures of paper in a PDF."""

SCAN_DPI = 120
_WHEN = time.struct_time((2014, 3, 26, 10, 0, 0, 2, 85, 0))
FICTION = "Fiction made for the Evidence Viewer"
WIDTH, HEIGHT = 1200, 800
CLOCK = (930, 250, 62)
"""Middle and radius of the clock in pixels of the upright picture."""

SPILL = (430, 470, 800, 690)
"""Where the boxes lie: left, top, right, bottom."""

_TURNED_RIGHT = 6  # EXIF: turn it by a quarter to the right to see it upright
RATE = 8000
LINES = ((0, 3, 330), (3, 6, 262), (6, 7, 330), (7, 10, 262), (10, 11, 330), (11, 12, 262))
"""(from second, to second, pitch in hertz) of each line of the transcript."""


def main() -> int:
    """Called with the folder to make; answers the exit status."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: {Path(sys.argv[0]).name} FOLDER")
    make(Path(sys.argv[1]), FONTS)
    return 0


def make(folder: Path, fonts: Path) -> None:
    """Write the whole case folder anew; `fonts` holds the fonts that ship."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SOURCE, folder)
    documents = folder / "documents"
    for name in WITH_TEXT:
        (documents / f"{name}.pdf").write_bytes(_set(name, fonts, "pdf")[0])
    for name in SCANNED:
        (documents / f"{name}.pdf").write_bytes(_scanned(_set(name, fonts, "png")))
    (documents / "warehouse.jpg").write_bytes(smoke_over_warehouse(fonts))
    (documents / "boxes.png").write_bytes(boxes_under_crane(fonts))
    (documents / "radio.wav").write_bytes(recording())


def _set(name: str, fonts: Path, form: Literal["pdf", "png"]) -> list[bytes]:
    """A sheet set in type: one PDF, or one picture a page."""
    sheet = HERE / "sheets" / f"{name}.typ"
    made: bytes | list[bytes] = typst.compile(
        str(sheet), font_paths=[str(fonts)], ignore_system_fonts=True, format=form, ppi=SCAN_DPI
    )
    return made if isinstance(made, list) else [made]


def _scanned(pages: list[bytes]) -> bytes:
    """Pictures of paper as a scanner leaves them: a little askew, grey and grained."""
    chance = random.Random(7)
    seen = [_aged(Image.open(io.BytesIO(page)).convert("L"), chance) for page in pages]
    content = io.BytesIO()
    seen[0].save(
        content,
        "PDF",
        save_all=True,
        append_images=seen[1:],
        resolution=SCAN_DPI,
        title="Scan of a register",
        creationDate=_WHEN,
        modDate=_WHEN,
    )
    return content.getvalue()


def _aged(page: Image.Image, chance: random.Random) -> Image.Image:
    turned = page.rotate(chance.choice((-0.6, 0.5)), Image.Resampling.BICUBIC, fillcolor=238)
    grain = Image.frombytes("L", page.size, chance.randbytes(page.width * page.height))
    soft = Image.blend(turned, grain.filter(ImageFilter.GaussianBlur(1)), 0.12)
    return soft.point([min(int(level * 0.9 + 22), 246) for level in range(256)])


# Pictures


def smoke_over_warehouse(fonts: Path) -> bytes:
    """A JPEG that lies on its side, with what cameras add."""
    picture, draw = _paper((72, 84, 108))
    for step in range(9):
        across, up = 420 + 26 * step, 330 - 34 * step
        grey = 120 + 7 * step
        draw.ellipse((across - 60, up - 50, across + 90 + 8 * step, up + 60), fill=(grey, grey, grey + 4))
    draw.polygon([(180, 420), (420, 330), (660, 420)], fill=(98, 74, 60))
    draw.rectangle((180, 420, 660, 690), fill=(122, 94, 76))
    draw.rectangle((370, 520, 470, 690), fill=(58, 46, 40))
    draw.text((250, 450), "7", (232, 224, 208), _face(fonts, 54))
    draw.rectangle((840, 160, 1020, 690), fill=(150, 142, 128))
    draw.polygon([(820, 160), (930, 70), (1040, 160)], fill=(104, 96, 88))
    _clock(draw, hour=20, minute=55)
    _quay(draw)
    draw.text((40, 752), FICTION, (240, 240, 236), _face(fonts, 24))
    return _as_jpeg(picture.transpose(Image.Transpose.ROTATE_90))


def boxes_under_crane(fonts: Path) -> bytes:
    """A PNG: fish boxes that have fallen, and nothing worse."""
    picture, draw = _paper((176, 190, 200))
    draw.line([(160, 690), (160, 120), (640, 120)], fill=(70, 78, 88), width=22)
    draw.line([(160, 260), (300, 120)], fill=(70, 78, 88), width=12)
    draw.line([(610, 120), (610, 330)], fill=(60, 60, 60), width=5)
    draw.arc((585, 320, 635, 370), 0, 250, fill=(60, 60, 60), width=7)
    for left, top, turn in ((450, 600, 8), (560, 590, -14), (690, 610, 21), (520, 500, 33), (640, 520, -8)):
        _box(draw, left, top, turn)
    _quay(draw)
    draw.text((40, 752), FICTION, (24, 30, 36), _face(fonts, 24))
    content = io.BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


def _paper(sky: tuple[int, int, int]) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", (WIDTH, HEIGHT), sky)
    return picture, ImageDraw.Draw(picture)


def _quay(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 690, WIDTH, HEIGHT), fill=(92, 98, 100))
    for left in range(0, WIDTH, 120):
        draw.line([(left, 690), (left + 30, HEIGHT)], fill=(110, 116, 118), width=2)


def _clock(draw: ImageDraw.ImageDraw, hour: int, minute: int) -> None:
    across, down, radius = CLOCK
    draw.ellipse((across - radius, down - radius, across + radius, down + radius), fill=(246, 242, 230))
    draw.ellipse((across - radius, down - radius, across + radius, down + radius), outline=(50, 50, 50), width=5)
    for mark in range(12):
        ends = [_on_dial(CLOCK, mark / 12, share) for share in (0.82, 0.95)]
        draw.line(ends, fill=(50, 50, 50), width=3)
    draw.line([(across, down), _on_dial(CLOCK, (hour + minute / 60) / 12, 0.5)], fill=(30, 30, 30), width=8)
    draw.line([(across, down), _on_dial(CLOCK, minute / 60, 0.78)], fill=(30, 30, 30), width=5)


def _on_dial(clock: tuple[int, int, int], turn: float, share: float) -> tuple[float, float]:
    across, down, radius = clock
    angle = 2 * math.pi * turn
    return across + radius * share * math.sin(angle), down - radius * share * math.cos(angle)


def _box(draw: ImageDraw.ImageDraw, left: int, top: int, turn: int) -> None:
    angle = math.radians(turn)
    corners = [
        (left + x * math.cos(angle) - y * math.sin(angle), top + x * math.sin(angle) + y * math.cos(angle))
        for x, y in ((0, 0), (110, 0), (110, 64), (0, 64))
    ]
    draw.polygon(corners, fill=(186, 150, 104), outline=(96, 74, 48), width=4)


def _face(fonts: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts / "Inter-Medium.ttf", size, layout_engine=ImageFont.Layout.BASIC)


def _as_jpeg(picture: Image.Image) -> bytes:
    """With a position in the middle of the sea, a camera that nobody makes, and the time of the clock."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = _TURNED_RIGHT
    exif[ExifTags.Base.Make] = "Invented Optics"
    exif[ExifTags.Base.Model] = "Tutorial 7"
    exif[ExifTags.Base.DateTime] = "2014:03:14 20:55:00"
    exif[ExifTags.Base.ImageDescription] = FICTION
    position = exif.get_ifd(ExifTags.IFD.GPSInfo)
    position.update({1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)})
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=88, exif=exif)
    return content.getvalue()


# Sound


def recording() -> bytes:
    """A WAV file of one channel, eight bits."""
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        for start, end, pitch in LINES:
            count = (end - start) * RATE
            file.writeframes(bytes(_level(step, count, pitch) for step in range(count)))
    return content.getvalue()


def _level(step: int, count: int, pitch: int) -> int:
    """Fading in and out, so that nothing clicks."""
    loudness = min(step, count - step, RATE // 10) / (RATE // 10)
    return 128 + round(40 * loudness * math.sin(2 * math.pi * pitch * step / RATE))


if __name__ == "__main__":
    sys.exit(main())
