"""Pages of a PDF: sizes, outline, pixels, the page's own rotation and crop box, passwords."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.locked.conftest import Asking
from tests.locked.specimens import line, pages_of, pdf_of, stream
from viewer.locked.messages import (
    Code,
    OpenPdf,
    Outlined,
    PageText,
    PdfFacts,
    Pixels,
    ReadPage,
    Refused,
    RenderPage,
    Turn,
)

# A black square in the lower left quarter of a page that is twice as wide as high.
SQUARE = b"0 0 0 rg 10 10 30 30 re f"
BLACK, WHITE = b"\0\0\0\xff", b"\xff\xff\xff\xff"


def at(pixels: Pixels, across: float, down: float) -> bytes:
    """The pixel at these shares of the picture."""
    x, y = int(across * pixels.width), int(down * pixels.height)
    place = 4 * (y * pixels.width + x)
    return pixels.data[place : place + 4]


def drawn(ask: Asking, content: bytes, request: RenderPage) -> Pixels:
    answer = ask(content, request)
    assert isinstance(answer, Pixels)
    return answer


def test_facts_tell_sizes_in_points_after_rotation_and_crop(ask: Asking) -> None:
    plain = pages_of([b"", b""])
    turned = pages_of([b""], more=b"/Rotate 90/CropBox[0 0 100 100]", box=b"0 0 200 50")
    assert ask(plain, OpenPdf("d")) == PdfFacts([(200, 100), (200, 100)], [], encrypted=False)
    assert ask(turned, OpenPdf("d")) == PdfFacts([(50, 100)], [], encrypted=False)


def test_the_outline_tells_level_title_and_page(ask: Asking) -> None:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>",
        b"<</First 5 0 R/Last 5 0 R/Count 2>>",
        b"<</Title(One)/Parent 4 0 R/Dest[3 0 R/Fit]/First 6 0 R/Last 6 0 R/Count 1>>",
        b"<</Title<FEFF06280628>/Parent 5 0 R>>",
    ]
    answer = ask(pdf_of(objects), OpenPdf("d"))
    assert isinstance(answer, PdfFacts)
    assert answer.outline == [Outlined(0, "One", 0), Outlined(1, "\u0628\u0628", None)]


@pytest.mark.parametrize(
    ("turn", "black"), [(0, (0.125, 0.75)), (90, (0.25, 0.125)), (180, (0.875, 0.25)), (270, (0.75, 0.875))]
)
def test_a_page_is_turned_clockwise(ask: Asking, turn: Turn, black: tuple[float, float]) -> None:
    pixels = drawn(ask, pages_of([SQUARE]), RenderPage("d", 0, 400, turn))
    assert (pixels.width, pixels.height) == ((400, 200) if turn in (0, 180) else (400, 800))
    assert pixels.opaque and at(pixels, *black) == BLACK and at(pixels, 1 - black[0], 1 - black[1]) == WHITE


def test_a_part_of_a_page_is_the_same_part_of_the_whole(ask: Asking) -> None:
    content = pages_of([SQUARE + b" " + line("Part of the whole", 40, 40)])
    whole = drawn(ask, content, RenderPage("d", 0, 400))
    part = drawn(ask, content, RenderPage("d", 0, 400, 0, (0.25, 0.5, 0.75, 1)))
    assert (part.width, part.height) == (200, 100)
    rows = [whole.data[4 * (400 * (100 + y) + 100) :][:800] for y in range(100)]
    # Where a line of text begins between two pixels its edges may be shaded a little otherwise.
    differences = [abs(one - other) for one, other in zip(b"".join(rows), part.data, strict=True)]
    assert max(differences) < 128 and sum(map(bool, differences)) < 0.02 * len(differences)


def test_a_filled_in_form_and_a_note_are_drawn(ask: Asking) -> None:
    look = stream(b"0 0 0 rg 0 0 50 50 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 50 50]")
    for kind in (b"/Subtype/Widget/FT/Tx/T(a)", b"/Subtype/Stamp"):
        objects = [
            b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Annots[4 0 R]>>",
            b"<</Type/Annot%b/Rect[0 0 50 50]/F 4/AP<</N 5 0 R>>>>" % kind,
            look,
        ]
        assert at(drawn(ask, pdf_of(objects), RenderPage("d", 0, 100)), 0.25, 0.75) == BLACK


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_of_signs_lie_on_their_ink_however_the_page_is_turned(ask: Asking, rotation: int) -> None:
    content = pages_of([line("Tilt", 60, 30, 40)], more=b"/Rotate %d/CropBox[20 10 180 90]" % rotation)
    text = ask(content, ReadPage("d", 0))
    assert isinstance(text, PageText) and text.text == "Tilt"
    pixels = drawn(ask, content, RenderPage("d", 0, 600))
    inked = [
        (x / pixels.width, y / pixels.height)
        for y in range(0, pixels.height, 2)
        for x in range(0, pixels.width, 2)
        if pixels.data[4 * (y * pixels.width + x)] < 128
    ]
    boxes = [text.box(index) for index in range(4)]
    assert len(inked) > 50
    outside = [
        point
        for point in inked
        if not any(l - 0.01 <= point[0] <= r + 0.01 and t - 0.01 <= point[1] <= b + 0.01 for l, t, r, b in boxes)  # noqa: E741
    ]
    assert outside == []
    for left, top, right, bottom in boxes:
        assert any(left <= x <= right and top <= y <= bottom for x, y in inked)


def test_every_sign_has_one_box_and_breaks_have_none(ask: Asking) -> None:
    text = ask(pages_of([line("ab", bottom=70) + line("cd", bottom=30)]), ReadPage("d", 0))
    assert isinstance(text, PageText)
    assert text.text == "ab\ncd" and len(text.boxes) == 16 * 5
    assert text.box(2) == (0, 0, 0, 0) and text.box(3)[1] > text.box(0)[3]


def test_a_page_without_text_says_so(ask: Asking) -> None:
    assert ask(pages_of([SQUARE]), ReadPage("d", 0)) == PageText("", b"")


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("libreoffice-writer-password.pdf", "", "needs-password"),
        ("libreoffice-writer-password.pdf", "wrong", "wrong-password"),
        ("libreoffice-writer-password.pdf", "openpassword", None),
    ],
)
def test_an_encrypted_document_asks_for_its_password(
    ask: Callable[..., object], shared_data: Callable[[str], Path], name: str, password: str, code: Code | None
) -> None:
    path = next(shared_data("pdf_samples_pypdf").rglob(name))
    answer = ask(path.read_bytes(), OpenPdf("d"), password=password)
    if code:
        assert answer == Refused(code)
    else:
        assert isinstance(answer, PdfFacts) and answer.encrypted
