"""The start: arguments, resources, fonts, look, settings, and the first window."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from viewer import __version__, paths
from viewer.binding import loading


class _Help(argparse.HelpFormatter):
    """Made for each argument, though help is seldom wanted: it does not ask the terminal for its width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100)


def arguments() -> argparse.ArgumentParser:
    """What may be said on the command line."""
    parser = argparse.ArgumentParser(
        prog="evidence-viewer",
        description="Shows what is claimed, by whom, and the passage that carries it.",
        formatter_class=_Help,
    )
    parser.add_argument(
        "file", nargs="?", metavar="CASE", help="a case: an .evcase file, its folder, or a bare case.sqlite"
    )
    parser.add_argument("--case", metavar="NAME", help="open the bundled case NAME, for example ashraf")
    parser.add_argument("--focus", metavar="URI", help="go to an address: case:NAME/focus?event=E16")
    parser.add_argument("--theme", metavar="NAME", help="light, dark, contrast or contrast-dark")
    parser.add_argument("--text", metavar="PERCENT", type=int, help="text size, 80 to 200")
    parser.add_argument("--layout", choices=("ltr", "rtl"), help="direction of the layout")
    parser.add_argument("--screenshot", metavar="OUT.png", type=Path, help="write a picture of the window and end")
    parser.add_argument(
        "--stages", metavar="LIST", help="write the stages of a hearing list, by its title or identifier, and end"
    )
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, help="the folder the stages are written to")
    parser.add_argument("--size", metavar="WxH", help="size of the window in logical pixels, for example 1440x900")
    parser.add_argument("--scale", metavar="N", type=float, help="pixels per logical pixel, 1 to 4")
    parser.add_argument("--portable", action="store_true", help="write only beside the program, and keep nothing")
    parser.add_argument("--keep-nothing", action="store_true", help="write nothing into your own folder this time")
    parser.add_argument("--selfcheck", action="store_true", help="check that the program is whole, and end")
    parser.add_argument("--version", action="version", version=f"evidence-viewer {__version__}")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run; answers the exit status: 0 well, 1 a check or a picture failed, 2 wrong arguments."""
    gc.disable()  # until the first window stands: a start makes much and throws nothing away
    sys.setswitchinterval(0.0005)  # a busy worker lets the window paint after half a millisecond
    parser = arguments()
    told = parser.parse_args(argv)
    _guard(told)
    size = _size(parser, told.size)
    _prepare(parser, told)
    loading.load()
    from viewer.shell.start import Start

    return Start(told, size).run()


def _guard(told: argparse.Namespace) -> None:
    """First of all, for what is forbidden now is forbidden to everything that is loaded later."""
    from viewer.guard import dumps, tripwire, wall

    wall.forbid_network()
    dumps.forbid_dumps()
    tripwire.stretch(_child)
    if told.portable:
        os.environ[paths.PORTABLE_VARIABLE] = "1"
    if told.keep_nothing:
        paths.keep("nothing")
    if paths.is_portable():  # fontconfig would keep a list of this machine's fonts in the reader's folder
        os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))


def _child() -> list[str]:
    """The one command that may be started."""
    from viewer.locked.door import command

    return command()


def _size(parser: argparse.ArgumentParser, text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 300 <= int(width) <= 8000 and 300 <= int(height) <= 8000):
        parser.error(f"--size {text}: expected WIDTHxHEIGHT, each 300 to 8000, for example 1440x900")
    return int(width), int(height)


def _prepare(parser: argparse.ArgumentParser, told: argparse.Namespace) -> None:
    """What Qt must know before it starts."""
    if (told.stages is None) != (told.output is None):
        parser.error("--stages LIST and -o DIR belong together")
    if told.stages is not None and not (told.file or told.case):
        parser.error("--stages: name a case as well: CASE, or --case ashraf")
    if told.scale is not None:
        if not 1 <= told.scale <= 4:
            parser.error(f"--scale {told.scale}: expected 1 to 4")
        os.environ["QT_SCALE_FACTOR"] = str(told.scale)
    if told.text is not None and not 80 <= told.text <= 200:
        parser.error(f"--text {told.text}: expected 80 to 200 (percent)")
    if told.screenshot or told.selfcheck or told.stages is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not paths.resources().is_dir():
        parser.exit(
            1,
            f"The program's resources are missing: {paths.resources()}\n"
            "From a checkout, build them with: packaging/dev setup\n",
        )


if __name__ == "__main__":
    sys.exit(main())
