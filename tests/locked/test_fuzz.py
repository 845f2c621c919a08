"""Random and randomly changed bytes: the host lives, every answer is one of ours, the child comes back."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.locked.specimens import gif_header, line, pages_of, png_header, tiff_header
from tests.locked.test_bombs import requests
from viewer.locked.child import Child
from viewer.locked.frames import BadFrame, Limits, lengths
from viewer.locked.messages import EXPECTED, Refused


def picture(name: str) -> bytes:
    held = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Maker"
    Image.radial_gradient("L").resize((40, 30)).convert("RGB").save(held, name, exif=exif)
    return held.getvalue()


SOUND = [
    pages_of([line("one line"), line("two")], more=b"/Rotate 90"),
    *(picture(name) for name in ("PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP")),
    png_header(9, 9),
    gif_header(9, 9),
    tiff_header(9, 9),
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9"/><text>a</text></svg>',
    b"<meta charset=utf-8><h1>a</h1><ul><li>b<table><tr><td>c</table><a href='https://example.org'>d",
    b"# a\n\n1. *b* [c](d)\n\n| e |\n|---|\n| f |\n",
]


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """A sound document with some bytes replaced, dropped or repeated."""
    content = bytearray(draw(st.sampled_from(SOUND)))
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, max(len(content) - 1, 0)))
        length = draw(st.integers(0, 6))
        content[place : place + length] = draw(
            st.one_of(
                st.binary(max_size=6), st.just(bytes(content[place : place + 40])), st.just(b"\xff\xff\xff\xff")
            )
        )
    return bytes(content)


def live_through(child: Child, content: bytes) -> None:
    child.keep("d", lambda: content)
    for request in requests():
        answer = child.ask(request, 3.0)
        assert isinstance(answer, (Refused, EXPECTED[type(request)]))
        assert not (isinstance(answer, Refused) and answer.detail.startswith("answered nonsense")), answer
    child.drop("d")


BOUNDED = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)


@BOUNDED
@given(content=st.one_of(st.binary(max_size=400), changed()))
def test_the_host_lives_through_a_sample_of_changed_documents(child: Child, content: bytes) -> None:
    live_through(child, content)


@pytest.mark.long
@settings(BOUNDED, max_examples=3000, derandomize=False)
@given(content=st.one_of(st.binary(max_size=2000), changed()))
def test_the_host_lives_through_many_changed_documents(child: Child, content: bytes) -> None:
    live_through(child, content)


@given(opening=st.binary(min_size=16, max_size=16))
def test_a_header_is_within_its_limits_or_refused(opening: bytes) -> None:
    limits = Limits(record=100, payload=1000)
    for given_opening in (
        opening,
        b"EVL1" + opening[4:],
        b"EVL1" + bytes(3) + opening[7:8] + bytes(6) + opening[14:],
    ):
        try:
            record, payload = lengths(given_opening, limits)
        except BadFrame:
            continue
        assert record <= 100 and payload <= 1000
