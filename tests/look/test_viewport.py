"""Naming a viewport costs nothing."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from viewer.look.viewport import viewport_of

COUNT = """
import enum
from PySide6.QtWidgets import QApplication, QTreeView
from viewer.look.viewport import viewport_of
application = QApplication([])
view = QTreeView()
made, create = [], enum.EnumType._create_
enum.EnumType._create_ = lambda kind, name, *rest, **more: made.append(name) or create(kind, name, *rest, **more)
kept = viewport_of(view)
view.viewport().update()
print(len(made))
"""


def test_it_is_the_viewport(qtbot: QtBot) -> None:
    view = QTreeView()
    qtbot.addWidget(view)
    assert viewport_of(view) is view.viewport()


def test_no_other_class_of_widgets_is_made_for_it() -> None:
    told = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, check=True)
    assert int(told.stdout) < 10
