"""What may be said on the command line: one table.

What is said plainly is read from it at once. argparse reads the same table where something is to be explained:
loading it takes a start longer than loading all fonts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace

from viewer import __version__
from viewer.binding.sparing import Path  # before anybody else imports it
from viewer.binding.typed import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from argparse import ArgumentParser

Told = SimpleNamespace
"""An attribute for the case (`file`) and for each option; None or False where it was not said."""
Option = tuple[str, str, Callable[[str], Any] | None, str]
"""Name, what follows it ("" where CHOICES says), how that is read (None: nothing follows), and its help."""

OPTIONS: tuple[Option, ...] = (
    ("--case", "NAME", str, "open the bundled case NAME, for example ashraf"),
    ("--focus", "URI", str, "go to an address: case:NAME/focus?event=E16"),
    ("--theme", "NAME", str, "light, dark, contrast or contrast-dark"),
    ("--text", "PERCENT", int, "text size, 80 to 200"),
    ("--layout", "", str, "direction of the layout"),
    ("--screenshot", "OUT.png", Path, "write a picture of the window and end"),
    ("--stages", "LIST", str, "write the stages of a hearing list, by its title or identifier, and end"),
    ("--output", "DIR", Path, "the folder the stages are written to"),
    ("--size", "WxH", str, "size of the window in logical pixels, for example 1440x900"),
    ("--scale", "N", float, "pixels per logical pixel, 1 to 4"),
    ("--portable", "", None, "write only beside the program, and keep nothing"),
    ("--keep-nothing", "", None, "write nothing into your own folder this time"),
    ("--selfcheck", "", None, "check that the program is whole, and end"),
)
SHORT = {"--output": "-o"}
CHOICES = {"--layout": ("ltr", "rtl")}


def read(words: Sequence[str]) -> Told:
    """What was said. Ends the program, with exit status 2, where it makes no sense, and with 0 after help."""
    plain = _plainly(words)
    return _parser().parse_args(words, Told()) if plain is None else plain


def refuse(sentence: str) -> NoReturn:
    """What was said cannot be done: how to say it, the sentence, and the end, with exit status 2."""
    _parser().error(sentence)


def _plainly(words: Sequence[str]) -> Told | None:
    """None where argparse should say something, or knows better: abbreviations, errors, help."""
    options = {option[0]: option for option in OPTIONS}
    found: dict[str, Any] = {"file": None} | {_name(name): None if kind else False for name, _, kind, _ in OPTIONS}
    rest = iter(words)
    for word in rest:
        if not word.startswith("-"):
            if found["file"] is not None or not word:
                return None
            found["file"] = word
            continue
        name, _, kind, _ = options.get(word, ("", "", None, ""))
        if not name:
            return None
        if kind is None:
            found[_name(name)] = True
            continue
        said = next(rest, "-")
        if said.startswith("-") or (name in CHOICES and said not in CHOICES[name]):
            return None
        try:
            found[_name(name)] = kind(said)
        except ValueError:
            return None
    return Told(**found)


def _name(option: str) -> str:
    return option[2:].replace("-", "_")


def _parser() -> ArgumentParser:
    from argparse import ArgumentParser

    parser = ArgumentParser(
        prog="evidence-viewer", description="Shows what is claimed, by whom, and the passage that carries it."
    )
    parser.add_argument(
        "file", nargs="?", metavar="CASE", help="a case: an .evcase file, its folder, or a bare case.sqlite"
    )
    for name, after, kind, words in OPTIONS:
        names = [SHORT[name], name] if name in SHORT else [name]
        if kind is None:
            parser.add_argument(*names, action="store_true", help=words)
        else:
            parser.add_argument(*names, metavar=after or None, type=kind, choices=CHOICES.get(name), help=words)
    parser.add_argument("--version", action="version", version=f"evidence-viewer {__version__}")
    return parser
