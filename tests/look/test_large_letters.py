"""Letters as large as a stage needs them, on a screen of any size, are drawn by the program as it is started."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
# In a process of its own: Qt reads once, when it draws the first letter, how large those are that it keeps.
PAINT = """
import sys
sys.path.insert(0, {checkout!r})
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from viewer import paths
from viewer.look.current import Look
from viewer.stage.canvas import type_of
app = QApplication(["", "-platform", "offscreen"])
look = Look(paths.resources(), "dark")
for size in range(40, 300, 20):
    for share in (0.5, 1, 2):
        image = QImage(600, 600, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        painter.scale(share, share)
        painter.setFont(type_of(size, 600))
        painter.setPen(QColor("white"))
        painter.drawText(QPointF(0, size), "3")
        painter.end()
        if max(bytes(image.constBits())) < 128:
            print(size, share)
"""


def test_no_letter_of_a_stage_is_left_out(built_resources: Path) -> None:
    told = PAINT.format(checkout=str(CHECKOUT))
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "", f"sizes and scales at which nothing was drawn:\n{done.stdout}"
