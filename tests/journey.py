"""A whole journey through the running program, to be watched from outside: tests/journey.py OUT [ARGUMENTS].

Start page, case, search, documents, a saved view, settings, the clipboard, a file dialog. Writes OUT/picture.png,
as a reader would, prints "arrived" and ends with the last window.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from viewer import app, arguments

if TYPE_CHECKING:
    from viewer.shell.acts import Acts
    from viewer.shell.window import CaseWindow

ASKS = "EVIDENCE_JOURNEY_ASKS"
"""Set to have the process try sockets at the end."""
CLAIM_IN_PDF = "C28"
OUT = Path(sys.argv[1]).resolve()
Kind = TypeVar("Kind")


def begin() -> int:
    """As app.main does it, with somebody at the keyboard."""
    wanted = arguments.read(sys.argv[2:])
    app._guard(wanted)
    from PySide6.QtCore import QTimer

    from viewer.shell.start import Start

    start = Start(wanted, None)
    QTimer.singleShot(200, told(travel))
    return start.run()


def told(work: Callable[[], None]) -> Callable[[], None]:
    """What goes wrong is told to whoever watches, not in a dialog that nobody closes."""

    def try_it() -> None:
        try:
            work()
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)

    return try_it


def travel() -> None:
    """Every step lets the program come to rest."""
    from PySide6.QtWidgets import QApplication

    from viewer.index.query import Query

    window = opened("Ashraf")
    acts = window.acts
    for step in (acts.text_larger, acts.next_theme, acts.turn_layout, acts.turn_layout, acts.text_usual):
        step()
        rest()
    window.session.navigator.ask(Query(disputed=True))
    window.session.views.save("A view", Query(disputed=True))
    assert [view.name for view in window.session.views.all()] == ["A view"]
    choose(acts)
    save(acts)
    acts.copy_address()
    read_pages()
    if os.environ.get(ASKS):
        ask()
    sys.stdout.write("arrived\n")
    sys.stdout.flush()
    QApplication.closeAllWindows()
    QApplication.quit()


def opened(name: str) -> CaseWindow:
    """A bundled case, opened by its button on the start page."""
    from PySide6.QtWidgets import QPushButton

    from viewer.shell.start_page import StartPage
    from viewer.shell.window import CaseWindow

    page = found(StartPage)
    next(button for button in page.findChildren(QPushButton) if name in button.accessibleName()).click()
    rest(400)
    return next(
        window
        for window in every(CaseWindow)
        if name in window.session.heading.title  # the newest may be behind
    )


def read_pages() -> None:
    """A PDF, whose pages the locked child draws: it is started behind the wall, and says what it may not."""
    from viewer.session.focus import Focus

    window = opened("Harbour")
    window.session.navigator.go(Focus(claim=CLAIM_IN_PDF))
    for _ in range(200):
        rest(50)
        if window.session.child_pid and window.session.idle:
            break
    assert window.session.child_pid, "no document was drawn"


def ask() -> None:
    """What the running process may, by Python's own sockets."""
    import socket

    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
        try:
            socket.socket(family, socket.SOCK_STREAM).close()
        except PermissionError:
            sys.stdout.write(f"{family.name} refused\n")
        else:
            sys.stdout.write(f"{family.name} given\n")


def choose(acts: Acts) -> None:
    """Settings opened, something chosen, and closed."""
    from PySide6.QtWidgets import QComboBox

    from viewer.shell.settings_dialog import SettingsDialog

    acts.privacy.choose_settings()
    rest()
    dialog = found(SettingsDialog)
    for box in dialog.findChildren(QComboBox):
        box.activated.emit(box.count() - 1 if box.count() < 5 else 1)
        rest()
    dialog.close()


def save(acts: Acts) -> None:
    """Through Qt's own file dialog, which looks at a folder and remembers it if it may."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(OUT))
        rest()
        dialog.findChildren(QLineEdit)[0].setText(str(OUT / "picture.png"))
        dialog.accept()

    QTimer.singleShot(300, told(answer))
    acts.save_picture()


def every(kind: type[Kind]) -> list[Kind]:
    """The windows of a kind."""
    from PySide6.QtWidgets import QApplication

    return [window for window in QApplication.topLevelWidgets() if isinstance(window, kind)]


def found(kind: type[Kind]) -> Kind:
    return every(kind)[0]


def rest(milliseconds: int = 60) -> None:
    from viewer.shell.picture import settle

    settle(milliseconds)


if __name__ == "__main__":
    sys.exit(begin())
