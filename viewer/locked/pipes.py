"""The child's ends of the pipes."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO


def take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the host; what a library prints goes nowhere."""
    inward, outward = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (inward, outward):
            msvcrt.setmode(descriptor, os.O_BINARY)
    return open(inward, "rb"), open(outward, "wb")  # noqa: PTH123
