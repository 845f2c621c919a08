"""Prints all that can be known of every enum of QtCore, QtGui and QtWidgets, one a line; `quickly`: so made."""

from __future__ import annotations

import enum
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from viewer.binding import loading

if "quickly" in sys.argv:
    loading.load()

from PySide6 import QtCore, QtGui, QtWidgets

from tests.binding.test_enums import told


def enums(holder: Any, prefix: str, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Of a module and of the classes in it."""
    for name in sorted(dir(holder)):
        found = getattr(holder, name, None)
        if isinstance(found, enum.EnumType):
            yield f"{prefix}.{name}", found
        elif isinstance(found, type) and depth < 2 and found.__module__.startswith("PySide6."):
            yield from enums(found, f"{prefix}.{name}", depth + 1)


for module in (QtCore, QtGui, QtWidgets):
    for where, made in enums(module, module.__name__):
        known = re.sub(" at 0x[0-9a-f]+", "", repr(sorted(told(made).items())))
        print(where, made.__module__, made.__qualname__, known)
