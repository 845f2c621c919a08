"""The keys of a hearing as a table: what each does, and where letters lie on every keyboard."""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

from viewer.case.frozen import dataclass

Machine = Literal["linux", "windows", "macos"]
Verb = Literal[
    "next", "previous", "first", "last", "next-page", "previous-page", "blank", "black", "live", "freeze",
    "jump-open", "jump-type", "jump-back", "jump-go", "overview", "pointer", "highlight", "clear", "callout",
    "beside", "uncover", "timer", "swap", "save-view", "end",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A key by where it lies: evdev code (X11 adds 8), Windows scan code, macOS virtual key."""

    evdev: int
    windows: int
    macos: int


@dataclass(frozen=True, slots=True)
class Key:
    """A key press. name: of keys that are no letters, as Qt writes them ("PageDown"); text: what it types.

    code: the native code of the machine, 0 where it is not known.
    """

    name: str = ""
    text: str = ""
    code: int = 0
    ctrl: bool = False
    shift: bool = False


# Letters by their place on a US keyboard.
PLACES: Final = (
    ("N", Place(49, 0x31, 0x2D)), ("P", Place(25, 0x19, 0x23)), ("B", Place(48, 0x30, 0x0B)),
    ("W", Place(17, 0x11, 0x0D)), ("G", Place(34, 0x22, 0x05)), ("F", Place(33, 0x21, 0x03)),
    ("L", Place(38, 0x26, 0x25)), ("H", Place(35, 0x23, 0x04)), ("C", Place(46, 0x2E, 0x08)),
    ("Z", Place(44, 0x2C, 0x06)), ("S", Place(31, 0x1F, 0x01)), ("X", Place(45, 0x2D, 0x07)),
    ("T", Place(20, 0x14, 0x11)), ("U", Place(22, 0x16, 0x20)), ("V", Place(47, 0x2F, 0x09)),
    ("Q", Place(16, 0x10, 0x0C)), (".", Place(52, 0x34, 0x2F)), (",", Place(51, 0x33, 0x2B)),
    ("/", Place(53, 0x35, 0x2C)), ("-", Place(12, 0x0C, 0x1B)),
)  # fmt: skip

# What each key does: shown in help, read by both windows. Ctrl+Q alone ends the show.
LETTERS: Final[tuple[tuple[str, Verb], ...]] = (
    ("N", "next"), ("P", "previous"), ("B", "blank"), (".", "blank"), ("W", "blank"), (",", "blank"),
    ("G", "jump-open"), ("/", "jump-open"), ("F", "freeze"), ("L", "pointer"), ("H", "highlight"), ("C", "clear"),
    ("Z", "callout"), ("S", "beside"), ("X", "swap"), ("T", "timer"), ("U", "uncover"), ("V", "save-view"),
    ("-", "overview"),
)  # fmt: skip
NAMED: Final[tuple[tuple[str, Verb], ...]] = (
    ("PageDown", "next"), ("Right", "next"), ("Down", "next"), ("Space", "next"), ("Return", "next"),
    ("Enter", "next"), ("PageUp", "previous"), ("Left", "previous"), ("Up", "previous"),
    ("Backspace", "previous"), ("Home", "first"), ("End", "last"), ("Escape", "black"), ("F5", "live"),
    ("Tab", "overview"),
)  # fmt: skip
PAGES: Final[tuple[tuple[str, Verb], ...]] = (("PageUp", "previous-page"), ("PageDown", "next-page"))
_IN_BOX: Final[tuple[tuple[str, Verb], ...]] = (
    ("Return", "jump-go"), ("Enter", "jump-go"), ("Backspace", "jump-back"), ("PageDown", "next"),
    ("PageUp", "previous"), ("Escape", "black"), ("F5", "live"), ("Tab", "overview"),
)  # fmt: skip


def verb_of(key: Key, machine: Machine, *, box_open: bool = False, rtl: bool = False) -> Verb | None:
    """What a key press means; None for one that means nothing.

    While the jump box is open it takes what is typed; page keys, Esc and F5 of a clicker win even then. On a
    stage that reads from the right the left arrow goes on.
    """
    if key.ctrl:
        return "end" if letter_of(key, machine) == "Q" else None
    if key.shift and (paging := dict(PAGES).get(key.name)):
        return paging
    if box_open:
        return dict(_IN_BOX).get(key.name) or ("jump-type" if _types(key) else None)
    if key.name in ("Left", "Right") and rtl:
        return "next" if key.name == "Left" else "previous"
    if is_digit(key.text):
        return "jump-type"
    return dict(NAMED).get(key.name) or dict(LETTERS).get(letter_of(key, machine))


def letter_of(key: Key, machine: Machine) -> str:
    """The letter a US keyboard has where this key lies; by what it types where the place is not known."""
    for letter, place in PLACES:
        if key.code and key.code == _code(place, machine):
            return letter
    known = key.text.upper()
    return known if known in dict(PLACES) and (not key.code or not known.isalpha()) else ""


def is_digit(text: str) -> bool:
    """A digit of any script: 3, ٣ and ۳."""
    return len(text) == 1 and unicodedata.decimal(text, None) is not None


def _types(key: Key) -> bool:
    return bool(key.text) and key.text.isprintable()


def _code(place: Place, machine: Machine) -> int:
    """The native code as Qt gives it: X11 and Wayland add 8 to evdev's."""
    if machine == "linux":
        return place.evdev + 8
    return place.windows if machine == "windows" else place.macos
