"""The start: arguments, resources, fonts, look, settings, and the first window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from viewer import arguments, paths
from viewer.arguments import Told
from viewer.binding import loading
from viewer.binding.finder import find_ours_at_once
from viewer.binding.sparing import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run; answers the exit status: 0 well, 1 a check or a picture failed, 2 wrong arguments."""
    gc.disable()  # until the first window stands: a start makes much and throws nothing away
    sys.setswitchinterval(0.0005)  # a busy worker lets the window paint after half a millisecond
    find_ours_at_once()
    told = arguments.read(sys.argv[1:] if argv is None else argv)
    _guard(told)
    size = _size(told.size)
    _prepare(told)
    loading.load()
    from viewer.shell.start import Start

    return Start(told, size).run()


def _guard(told: Told) -> None:
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


def _size(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 300 <= int(width) <= 8000 and 300 <= int(height) <= 8000):
        arguments.refuse(f"--size {text}: expected WIDTHxHEIGHT, each 300 to 8000, for example 1440x900")
    return int(width), int(height)


def _prepare(told: Told) -> None:
    """What Qt must know before it starts."""
    if (told.stages is None) != (told.output is None):
        arguments.refuse("--stages LIST and -o DIR belong together")
    if told.stages is not None and not (told.file or told.case):
        arguments.refuse("--stages: name a case as well: CASE, or --case ashraf")
    if told.scale is not None:
        if not 1 <= told.scale <= 4:
            arguments.refuse(f"--scale {told.scale}: expected 1 to 4")
        os.environ["QT_SCALE_FACTOR"] = str(told.scale)
    if told.text is not None and not 80 <= told.text <= 200:
        arguments.refuse(f"--text {told.text}: expected 80 to 200 (percent)")
    if told.screenshot or told.selfcheck or told.stages is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not paths.resources().is_dir():
        sys.exit(
            f"The program's resources are missing: {paths.resources()}\n"
            "From a checkout, build them with: packaging/dev setup"
        )


if __name__ == "__main__":
    sys.exit(main())
