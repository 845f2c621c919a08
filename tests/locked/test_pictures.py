"""Photographs and scans: every orientation upright, every page of a scan, parts of the whole, colours."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps

from tests.locked.conftest import Asking
from viewer.locked.messages import Box, OpenPicture, PictureFacts, Pixels, Refused, RenderPicture
from viewer.locked.pictures import FORMATS


def saved(image: Image.Image, name: str = "PNG", **options: object) -> bytes:
    held = io.BytesIO()
    image.save(held, name, **options)
    return held.getvalue()


def corners(wide: int = 40, high: int = 20) -> Image.Image:
    """Red, green, blue and yellow in the corners, clockwise from the top left."""
    image = Image.new("RGB", (wide, high))
    half_wide, half_high = wide // 2, high // 2
    for place, colour in (
        ((0, 0), "red"),
        ((half_wide, 0), "green"),
        ((half_wide, half_high), "blue"),
        ((0, half_high), "yellow"),
    ):
        image.paste(colour, (*place, place[0] + half_wide, place[1] + half_high))
    return image


def shown(pixels: object) -> Image.Image:
    """Pixels as a picture again."""
    assert isinstance(pixels, Pixels)
    image = Image.frombytes("RGBA", (pixels.width, pixels.height), pixels.data, "raw", "BGRA")
    return image.convert("RGB") if pixels.opaque else image


def quarters(image: Image.Image) -> Image.Image:
    """The middles of the four quarters, where no edge is near."""
    return image.resize((2, 2), Image.Resampling.NEAREST)


def farthest(one: Image.Image, other: Image.Image) -> int:
    """The greatest difference of any pixel."""
    assert one.size == other.size
    return max(most for _, most in ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getextrema())  # type: ignore[misc]


def test_a_sample_of_each_format_tells_its_format_and_shows_its_colours(ask: Asking) -> None:
    for name in FORMATS:
        content = saved(corners(), name)
        assert ask(content, OpenPicture("d")) == PictureFacts(name, [(40, 20)], turned=False)
        seen = shown(ask(content, RenderPicture("d", 40)))
        assert farthest(quarters(seen), quarters(corners())) < 40


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("box", [(0, 0, 1, 1), (0.5, 0, 1, 1), (0, 0.5, 0.5, 1)])
def test_every_orientation_is_shown_upright_whole_and_in_parts(ask: Asking, orientation: int, box: Box) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(saved(corners(), exif=exif))))
    assert upright is not None
    content = saved(corners(), exif=exif)
    facts = ask(content, OpenPicture("d"))
    assert facts == PictureFacts("PNG", [upright.size], turned=orientation != 1)
    cut = tuple(round(share * side) for share, side in zip(box, upright.size * 2, strict=True))
    part = upright.crop(cut)  # type: ignore[arg-type]
    assert farthest(shown(ask(content, RenderPicture("d", part.width, box=box))), part) == 0
    smaller = shown(ask(content, RenderPicture("d", part.width // 2, box=box)))
    assert smaller.size == (part.width // 2, part.height // 2)
    assert (
        farthest(smaller.resize((2, 2), Image.Resampling.NEAREST), part.resize((2, 2), Image.Resampling.NEAREST))
        < 60
    )


def test_photographs_made_by_others_stand_upright(ask: Asking, shared_data: Callable[[str], Path]) -> None:
    paths = sorted(shared_data("exif_orientation").rglob("*.jpg"))
    assert len(paths) == 18
    for path in paths:
        with Image.open(path) as image:
            upright = ImageOps.exif_transpose(image)
        facts = ask(path.read_bytes(), OpenPicture("d"))
        assert isinstance(facts, PictureFacts) and facts.sizes == [upright.size]
        seen = shown(ask(path.read_bytes(), RenderPicture("d", 90)))
        assert farthest(seen.resize((6, 6)), upright.resize(seen.size).resize((6, 6))) < 25


def test_a_scan_of_several_pages_shows_each(ask: Asking) -> None:
    pages = [Image.new("RGB", (30 + 10 * number, 20), colour) for number, colour in enumerate(("red", "blue"))]
    content = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    assert ask(content, OpenPicture("d")) == PictureFacts("TIFF", [(30, 20), (40, 20)], turned=False)
    for number, page in enumerate(pages):
        assert farthest(shown(ask(content, RenderPicture("d", page.width, number))), page) == 0
    assert ask(content, RenderPicture("d", 10, 2)) == Refused("no-such-page")


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_adobe_deflate", "group3", "group4", "packbits", "jpeg"])
def test_every_common_compression_of_scans_works_behind_the_lock(ask: Asking, compression: str) -> None:
    image = corners(400, 200).convert("1") if compression.startswith("group") else corners(400, 200)
    content = saved(image, "TIFF", compression=compression)
    assert farthest(shown(ask(content, RenderPicture("d", 400))), image) < 130


def test_sixteen_bits_are_scaled_and_not_cut_off(ask: Asking) -> None:
    grey = Image.new("I;16", (4, 4), 0x8000)
    for name in ("PNG", "TIFF"):
        seen = shown(ask(saved(grey, name), RenderPicture("d", 4)))
        assert seen.getpixel((1, 1)) in ((127, 127, 127), (128, 128, 128))


def test_clear_parts_stay_clear(ask: Asking) -> None:
    image = Image.new("RGBA", (4, 4), (10, 20, 30, 40))
    assert shown(ask(saved(image), RenderPicture("d", 4))).getpixel((0, 0)) == (10, 20, 30, 40)
    palette = Image.new("P", (4, 4))
    answer = ask(saved(palette, transparency=0), RenderPicture("d", 4))
    assert isinstance(answer, Pixels) and not answer.opaque and answer.data[3] == 0


def test_a_very_large_photograph_is_shown_in_tiles(ask: Asking) -> None:
    content = saved(corners(9000, 6000), "JPEG")
    whole = shown(ask(content, RenderPicture("d", 900)))
    tile = shown(ask(content, RenderPicture("d", 500, box=(0.75, 0.75, 0.8, 0.8))))
    assert whole.size == (900, 600)
    assert tile.size == (500, 333)
    assert farthest(tile, Image.new("RGB", tile.size, "blue")) < 10


@pytest.mark.parametrize("content", [b"", b"words", b"\x89PNG\r\n\x1a\n", b"II*\0\xff\xff\xff\xff", b"%PDF-1.4"])
def test_what_is_no_picture_is_not_readable(ask: Asking, content: bytes) -> None:
    for request in (OpenPicture("d"), RenderPicture("d", 10)):
        answer = ask(content, request)
        assert isinstance(answer, Refused) and answer.code == "not-readable"
