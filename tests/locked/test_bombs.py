"""Small files that claim or grow to be enormous end in a code, in time and within memory."""

from __future__ import annotations

import sys
import time
import zlib
from collections.abc import Callable
from functools import cache

import pytest

from tests.locked.specimens import gif_header, line, pages_of, pdf_of, png_header, stream, tiff_header
from viewer.locked.child import Child
from viewer.locked.messages import (
    Answer,
    FindHidden,
    FindWords,
    OpenPdf,
    OpenPicture,
    PdfFacts,
    PictureFacts,
    Pixels,
    ReadPage,
    ReadPages,
    ReadText,
    Refused,
    RenderPage,
    RenderPicture,
    RenderSvg,
    Request,
    Sniff,
)

SECONDS = 3.0


def peak() -> int:
    """The most memory our own process has had, in bytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


CODES = {"too-large", "too-slow", "not-readable", "crashed"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'


def uses() -> bytes:
    """Ten times ten times ten … of the same rectangle."""
    groups = "".join(f'<g id="a{n + 1}">' + f'<use xlink:href="#a{n}"/>' * 10 + "</g>" for n in range(12))
    return f'{SVG}<defs><rect id="a0" width="9" height="9"/>{groups}</defs><use xlink:href="#a12"/></svg>'.encode()


def entities() -> bytes:
    """The same with the entities of XML."""
    told = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    return f'<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">{told}]>{SVG}<text>&a12;</text></svg>'.encode()


def page_with(contents: bytes, *more: bytes) -> bytes:
    """A PDF of one page with this content stream, which may draw object 5 as /X."""
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
            contents,
            *more,
        ]
    )


def form(content: bytes, draws: int) -> bytes:
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X %d 0 R>>>>" % draws
    return stream(content, head)


def forms() -> bytes:
    """Forms that draw forms that draw forms, ten times each."""
    nested = [form(b"/X Do " * 10, 6 + number) for number in range(12)]
    return page_with(stream(b"/X Do"), *nested, form(b"0 0 9 9 re f", 99))


def flate(twice: bool) -> bytes:
    """A few kilobytes that unpack to hundreds of megabytes of drawing."""
    packed = zlib.compress(b"0 0 m 10 10 l S\n" * 16_000_000, 9)
    if not twice:
        return page_with(stream(packed, b"/Filter/FlateDecode"))
    packed = zlib.compress(zlib.compress(bytes(1 << 29), 9), 9)
    return page_with(stream(packed, b"/Filter[/FlateDecode/FlateDecode]"))


PAGE, PICTURE, DRAWING, WEB = (
    (RenderPage("d", 0, 500), ReadPage("d", 0)),
    (RenderPicture("d", 100),),
    (RenderSvg("d", 100),),
    (ReadText("d", "text/html"),),
)
MARKDOWN = (ReadText("d", "text/markdown"),)
SAMPLE = b"".join(line(f"line {number} of the sample", bottom=9 * number) for number in range(9))

BOMBS: dict[str, tuple[Callable[[], bytes], tuple[Request, ...]]] = {
    "PNG of ten thousand million pixels": (lambda: png_header(100_000, 100_000), PICTURE),
    "TIFF of ten thousand million pixels": (lambda: tiff_header(100_000, 100_000), PICTURE),
    "GIF of four thousand million pixels": (lambda: gif_header(65_535, 65_535), PICTURE),
    "PNG wider than any": (lambda: png_header(2_000_000_000, 1), (OpenPicture("d"), *PICTURE)),
    "SVG uses": (uses, DRAWING),
    "SVG entities": (entities, DRAWING),
    "SVG nested": (lambda: SVG.encode() + b"<g>" * 200_000, DRAWING),
    "SVG of any height": (lambda: SVG.replace('height="9"', 'height="9e9"').encode() + b"</svg>", DRAWING),
    "PDF page of no width": (lambda: pages_of([b""], b"0 0 1 200000"), PAGE[:1]),
    "PDF that unpacks": (lambda: flate(False), PAGE[:1]),
    "PDF forms": (forms, PAGE[:1]),
    "PDF form in itself": (lambda: page_with(stream(b"/X Do"), form(b"/X Do /X Do", 5)), PAGE[:1]),
    "PDF without end": (lambda: pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"[" * 1_000_000]), (OpenPdf("d"),)),
    "HTML nested": (lambda: b"<div>" * 300_000 + b"x", WEB),
    "HTML tables nested": (lambda: b"<table><tr><td>" * 200_000, WEB),
    "Markdown stars": (lambda: b"*a_" * 400_000, MARKDOWN),
    "Markdown brackets": (lambda: b"[" * 1_000_000, MARKDOWN),
}  # fmt: skip


@cache
def bomb(name: str) -> bytes:
    return BOMBS[name][0]()


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_in_a_code(child: Child, name: str) -> None:
    content, own = bomb(name), peak()
    child.start()
    child.keep("d", lambda: content)
    for request in BOMBS[name][1]:
        began = time.monotonic()
        answer = child.ask(request, SECONDS)
        assert isinstance(answer, Refused) and answer.code in CODES, answer
        assert time.monotonic() - began < SECONDS + 4  # a fresh child has to start first
    child.drop("d")
    assert peak() - own < 100 << 20


@pytest.mark.parametrize("width", [1000, 5000])
def test_a_page_of_two_hundred_thousand_points_is_a_page(child: Child, width: int) -> None:
    child.keep("d", lambda: pages_of([line("x")], b"0 0 200000 200000"))
    assert child.ask(OpenPdf("d")) == PdfFacts([(200_000, 200_000)], [], encrypted=False)
    assert isinstance(child.ask(RenderPage("d", 0, width)), Pixels)
    assert child.ask(RenderPage("d", 0, 200_000)) == Refused("too-large", "200000 x 200000 pixels")
    child.drop("d")


def test_a_page_tree_that_bites_its_tail_is_not_readable(child: Child) -> None:
    tree = pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 9999999>>"])
    child.keep("d", lambda: tree)
    answer = child.ask(OpenPdf("d"))
    assert isinstance(answer, Refused) and answer.code in ("not-readable", "too-large")
    child.drop("d")


def huge_picture() -> bytes:
    head = b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB"
    return page_with(stream(b"99 0 0 99 0 0 cm /X Do"), stream(b"0", head))


@pytest.mark.parametrize("content", [huge_picture, lambda: flate(True)], ids=["a picture", "packed twice"])
def test_what_is_too_large_inside_a_pdf_leaves_the_page_white_or_is_a_code(
    child: Child, content: Callable[[], bytes]
) -> None:
    child.keep("d", content)
    answer = child.ask(RenderPage("d", 0, 100), SECONDS)
    if isinstance(answer, Pixels):
        assert set(answer.data) == {255}
    else:
        assert isinstance(answer, Refused) and answer.code in CODES
    child.drop("d")


def requests() -> tuple[Request, ...]:
    """Everything that can be asked about a document."""
    return (
        Sniff("d"), FindHidden("d"), OpenPdf("d"), *PAGE, ReadPages("d", 0, 50), FindWords("d", "line"),
        OpenPicture("d"), *PICTURE, *DRAWING, *WEB, *MARKDOWN,
    )  # fmt: skip


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.99])
def test_what_is_cut_short_is_a_code_or_less(child: Child, share: float) -> None:
    for whole in (pages_of([SAMPLE]), png_header(10, 10), gif_header(10, 10), tiff_header(10, 10), uses()):
        child.keep("d", lambda whole=whole: whole[: int(share * len(whole))])  # type: ignore[misc]
        answers: list[Answer] = [child.ask(request, SECONDS) for request in requests()]
        assert all(answer.code != "crashed" for answer in answers if isinstance(answer, Refused)), answers
        assert not any(isinstance(answer, (PictureFacts, PdfFacts)) for answer in answers) or share
    child.drop("d")
