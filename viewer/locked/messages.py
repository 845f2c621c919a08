"""What the window and the locked child say to each other: typed records, packed by msgspec, sizes within bounds.

Boxes are [left, top, right, bottom] as shares (0..1): of a PDF page's crop box after rotation, or of a picture
after its EXIF orientation. Pages and frames count from 0. A record whose docstring names a payload carries raw
bytes beside it, which are not packed.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from viewer.index.block import Block

LARGEST_DOCUMENT = 512 << 20  # bytes
LONGEST_SIDE = 10_000  # pixels
LARGEST_PIXELS = 128 << 20  # bytes
MOST_PAGES = 10_000
MOST_PLACES = 500
MOST_PAGES_AT_ONCE = 50
LONGEST_PAGE = 200_000  # signs of a page that are searched
WHOLE = (0.0, 0.0, 1.0, 1.0)

Code = Literal[
    "too-slow",  # the time was up; the child was ended
    "too-large",  # more pixels, pages, bytes or memory than are allowed
    "crashed",  # the child ended by itself
    "refused",  # a kind that is not on the list, or a request that makes no sense
    "not-readable",  # the bytes are not what they say, or are damaged
    "needs-password",
    "wrong-password",
    "no-such-page",
    "cancelled",
    "cannot-start",  # the child could not be started
]
Format = Literal["PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP"]
Turn = Literal[0, 90, 180, 270]
Share = Annotated[float, Meta(ge=0, le=1)]
Box = tuple[Share, Share, Share, Share]
Key = Annotated[str, Meta(min_length=1, max_length=200)]
Words = Annotated[str, Meta(max_length=20_000)]
Short = Annotated[str, Meta(max_length=2_000)]
Number = Annotated[int, Meta(ge=0, lt=MOST_PAGES)]
Count = Annotated[int, Meta(ge=1, le=MOST_PAGES)]
Side = Annotated[int, Meta(ge=1, le=LONGEST_SIDE)]
Length = Annotated[int, Meta(ge=1, le=10_000_000)]
Points = Annotated[float, Meta(ge=0, le=1e8)]


class _Message(Struct, frozen=True, tag_field="is", forbid_unknown_fields=True):
    """A record that crosses the pipe."""


# Requests


class Hold(_Message, frozen=True, tag="hold"):
    """Keep these bytes under a key. Payload: the document."""

    key: Key
    password: Annotated[str, Meta(max_length=1_000)] = ""


class Drop(_Message, frozen=True, tag="drop"):
    """Forget a document."""

    key: Key


class Sniff(_Message, frozen=True, tag="sniff"):
    """Which kind of document is it, by its content? Answer: Kind."""

    key: Key


class OpenPdf(_Message, frozen=True, tag="open-pdf"):
    """Answer: PdfFacts."""

    key: Key


class RenderPage(_Message, frozen=True, tag="page"):
    """A page, or the part of it in `box`; `width` is that of the whole page in pixels. Answer: Pixels.

    `turn` is clockwise, on top of the page's own rotation; `box` is meant after it.
    """

    key: Key
    page: Number
    width: Length
    turn: Turn = 0
    box: Box = WHOLE


class ReadPage(_Message, frozen=True, tag="page-text"):
    """Answer: PageText."""

    key: Key
    page: Number


class ReadPages(_Message, frozen=True, tag="pages-text"):
    """The words of pages `first` to `first + pages - 1`, without their places. Answer: PageWords."""

    key: Key
    first: Number = 0
    pages: Annotated[int, Meta(ge=1, le=MOST_PAGES_AT_ONCE)] = 1


class FindWords(_Message, frozen=True, tag="find"):
    """Where do the words stand, on pages `first` to `first + pages - 1`? Answer: Places."""

    key: Key
    words: Words
    prefix: Words = ""
    suffix: Words = ""
    first: Number = 0
    pages: Count = 50


class OpenPicture(_Message, frozen=True, tag="open-picture"):
    """Answer: PictureFacts."""

    key: Key


class RenderPicture(_Message, frozen=True, tag="picture"):
    """A frame, or the part of it in `box`, shown `width` pixels wide. Answer: Pixels."""

    key: Key
    width: Side
    frame: Number = 0
    box: Box = WHOLE


class RenderSvg(_Message, frozen=True, tag="svg"):
    """Answer: Pixels; text is not drawn, since the locked child has no fonts."""

    key: Key
    width: Side


class ReadText(_Message, frozen=True, tag="blocks"):
    """A text document as blocks. Answer: TextBlocks."""

    key: Key
    media_type: Literal["text/markdown", "text/plain", "text/html"]


class FindHidden(_Message, frozen=True, tag="hidden"):
    """What does the document tell that its pages do not show? Answer: HiddenFacts."""

    key: Key


class TryLock(_Message, frozen=True, tag="try-lock"):
    """The child tries what it must not be able to do. Answer: Protections."""


Request = (
    Hold | Drop | Sniff | OpenPdf | RenderPage | ReadPage | ReadPages | FindWords | OpenPicture | RenderPicture
    | RenderSvg | ReadText | FindHidden | TryLock
)  # fmt: skip

# Answers


class Done(_Message, frozen=True, tag="done"):
    """Held, or dropped."""


class Refused(_Message, frozen=True, tag="refused"):
    """No answer: why, as a code; `detail` is for a report of a fault, never for the reader."""

    code: Code
    detail: Short = ""


class Kind(_Message, frozen=True, tag="kind"):
    """A media type; 'application/octet-stream' where none is known. `shown` = the child can decode it."""

    media_type: Annotated[str, Meta(max_length=100)]
    shown: bool


class Outlined(_Message, frozen=True, tag="outlined"):
    """One line of an outline: depth from 0; page None = it leads to none."""

    level: Annotated[int, Meta(ge=0, le=50)]
    title: Short
    page: Number | None


class PdfFacts(_Message, frozen=True, tag="pdf"):
    """Sizes of the pages as shown, in points; the page count is how many sizes there are."""

    sizes: Annotated[list[tuple[Points, Points]], Meta(min_length=1, max_length=MOST_PAGES)]
    outline: Annotated[list[Outlined], Meta(max_length=5_000)]
    encrypted: bool


class Pixels(_Message, frozen=True, tag="pixels"):
    """Raw pixels, four bytes each: blue, green, red, alpha (not premultiplied; 255 where `opaque`).

    In `data` row after row from the top, without padding. `text_left_out`: the picture has text that is not drawn.
    """

    width: Side
    height: Side
    opaque: bool
    text_left_out: bool = False
    data: bytes = b""


class PageText(_Message, frozen=True, tag="text"):
    """The text of a page in reading order, and in `boxes` one box per code point: four float32 shares each.

    A sign without a place (a line break, a space that was inferred) has a box without area.
    """

    text: Annotated[str, Meta(max_length=2_000_000)]
    boxes: bytes = b""

    def box(self, index: int) -> Box:
        """The box of the code point at `index`."""
        left, top, right, bottom = memoryview(self.boxes).cast("f")[4 * index : 4 * index + 4]
        return left, top, right, bottom


class PageWords(_Message, frozen=True, tag="pages-words"):
    """The text of each page asked for, in reading order; '' for one that has none or cannot be read."""

    pages: Annotated[
        list[Annotated[str, Meta(max_length=LONGEST_PAGE)]], Meta(min_length=1, max_length=MOST_PAGES_AT_ONCE)
    ]


class Stretch(_Message, frozen=True, tag="stretch"):
    """The part of a passage on one page: its boxes, line by line."""

    page: Number
    rects: Annotated[list[Box], Meta(max_length=5_000)]


class Place(_Message, frozen=True, tag="place"):
    """One place where words stand, in reading order; more than one stretch = it crosses pages.

    `verbatim`: sign for sign, spaces and line breaks apart. Otherwise hyphens at line ends, ligatures, joining
    marks or forms of letters differ.
    """

    stretches: Annotated[list[Stretch], Meta(min_length=1, max_length=20)]
    verbatim: bool


class Places(_Message, frozen=True, tag="places"):
    """At most 500 places; `count` is how many there are. `silent` = pages of the range that have no text."""

    places: Annotated[list[Place], Meta(max_length=MOST_PLACES)]
    count: Annotated[int, Meta(ge=0, le=10_000_000)]
    silent: Annotated[list[Number], Meta(max_length=MOST_PAGES)]


class PictureFacts(_Message, frozen=True, tag="picture-facts"):
    """`sizes`: of each frame in pixels, after EXIF orientation; all but the first are those of pages of a TIFF."""

    format: Format
    sizes: Annotated[list[tuple[Length, Length]], Meta(min_length=1, max_length=MOST_PAGES)]
    turned: bool


class TextBlocks(_Message, frozen=True, tag="text-blocks"):
    """The document text that offsets count in, and its blocks. `encoding`: how its bytes were read."""

    text: Annotated[str, Meta(max_length=64 << 20)]
    blocks: Annotated[list[Block], Meta(max_length=1_000_000)]
    encoding: Annotated[str, Meta(max_length=40)]


class Hidden(_Message, frozen=True, tag="hidden-fact"):
    """One thing a document tells: which kind, and what it says."""

    kind: Literal[
        "position", "person", "device", "software", "time", "words", "earlier-version", "attachment", "preview",
        "note", "other",
    ]  # fmt: skip
    name: Short
    value: Short


class HiddenFacts(_Message, frozen=True, tag="hidden-facts"):
    """All of them; an empty list is no promise that there is nothing."""

    facts: Annotated[list[Hidden], Meta(max_length=500)]


class Protections(_Message, frozen=True, tag="protections"):
    """What the running child found it cannot do. True = tried just now, or asked of the system, and refused."""

    no_files: bool
    no_sockets: bool
    no_programs: bool
    no_children: bool
    no_signals: bool
    memory_bounded: bool
    filtered: bool


Answer = (
    Done | Refused | Kind | PdfFacts | Pixels | PageText | PageWords | Places | PictureFacts | TextBlocks
    | HiddenFacts | Protections
)  # fmt: skip

# Which field of an answer travels as payload.
PAYLOADS: dict[type[_Message], str] = {Pixels: "data", PageText: "boxes"}

EXPECTED: dict[type[_Message], type[_Message]] = {
    Hold: Done,
    Drop: Done,
    Sniff: Kind,
    OpenPdf: PdfFacts,
    RenderPage: Pixels,
    ReadPage: PageText,
    ReadPages: PageWords,
    FindWords: Places,
    OpenPicture: PictureFacts,
    RenderPicture: Pixels,
    RenderSvg: Pixels,
    ReadText: TextBlocks,
    FindHidden: HiddenFacts,
    TryLock: Protections,
}
