"""SVG drawings become pixels; nothing they name is reached, and text that is not drawn is owned up to."""

from __future__ import annotations

from tests.locked.conftest import Asking
from viewer.locked.messages import Pixels, Refused, RenderSvg

OPENING = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def svg(attributes: str, content: str) -> bytes:
    return f"{OPENING}{attributes}>{content}</svg>".encode()


def test_a_drawing_has_its_proportions_and_clear_ground(ask: Asking) -> None:
    drawing = svg('viewBox="0 0 20 10"', '<rect width="10" height="10" fill="#102030"/>')
    answer = ask(drawing, RenderSvg("d", 40))
    assert isinstance(answer, Pixels)
    assert (answer.width, answer.height, answer.opaque, answer.text_left_out) == (40, 20, False, False)
    assert answer.data[:4] == b"\x30\x20\x10\xff" and answer.data[4 * 39 : 4 * 40][3] == 0


def test_text_that_is_not_drawn_is_owned_up_to(ask: Asking) -> None:
    answer = ask(svg('width="9" height="9"', "<text>Words</text>"), RenderSvg("d", 9))
    assert isinstance(answer, Pixels) and answer.text_left_out


def test_a_file_it_names_is_not_drawn(ask: Asking) -> None:
    named = "".join(
        f'<image {attribute}="{place}" width="9" height="9"/>'
        for attribute in ("href", "xlink:href")
        for place in ("/etc/passwd", "file:///etc/passwd", "//localhost/a.png", "http://localhost/a.png")
    )
    answer = ask(svg('width="9" height="9"', named), RenderSvg("d", 9))
    assert isinstance(answer, Pixels) and not any(answer.data)


def test_what_is_no_svg_is_not_readable(ask: Asking) -> None:
    for content in (b"", b"<html/>", b"<svg", b"\xff\xfe<svg/>", b"words"):
        answer = ask(content, RenderSvg("d", 9))
        assert isinstance(answer, Refused) and answer.code == "not-readable"
