"""A whole journey through the running program, to be watched from outside: python tests/journey.py OUT [ARGUMENTS].

Start page, case, search, documents, a saved view, settings, the clipboard, a file dialog. Writes OUT/picture.png,
as a reader would, prints "arrived" and ends with the last window.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from viewer import app

OUT = Path(sys.argv[1]).resolve()
Kind = TypeVar("Kind")


def begin() -> int:
    """As app.main does it, with somebody at the keyboard."""
    wanted = app.arguments().parse_args(sys.argv[2:])
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
    from PySide6.QtWidgets import QApplication, QPushButton

    from viewer.shell.start_page import StartPage
    from viewer.shell.window import CaseWindow

    page = found(StartPage)
    next(button for button in page.findChildren(QPushButton) if "Ashraf" in button.accessibleName()).click()
    rest(400)
    window = found(CaseWindow)
    acts = window.acts
    for step in (acts.text_larger, acts.next_theme, acts.turn_layout, acts.turn_layout, acts.text_usual):
        step()
        rest()
    read(window)
    choose(acts)
    save(acts)
    acts.copy_address()
    acts.close_window()
    rest()
    sys.stdout.write("arrived\n")
    sys.stdout.flush()
    QApplication.closeAllWindows()
    QApplication.quit()


def read(window: object) -> None:
    """Search, a claim with its document, a view under a name."""
    from viewer.index.query import Query
    from viewer.session.focus import Focus
    from viewer.shell.window import CaseWindow

    assert isinstance(window, CaseWindow)
    window.panes.finder.setFocus()
    window.session.navigator.go(Focus(claim="E16-C06"))
    rest()
    window.session.navigator.ask(Query(disputed=True))
    window.session.views.save("A view", Query(disputed=True))
    assert [view.name for view in window.session.views.all()] == ["A view"]
    rest()


def choose(acts: object) -> None:
    """Settings opened, something chosen, and closed."""
    from PySide6.QtWidgets import QComboBox

    from viewer.shell.acts import Acts
    from viewer.shell.settings_dialog import SettingsDialog

    assert isinstance(acts, Acts)
    acts.privacy.choose_settings()
    rest()
    dialog = found(SettingsDialog)
    for box in dialog.findChildren(QComboBox):
        box.activated.emit(box.count() - 1 if box.count() < 5 else 1)
        rest()
    dialog.close()


def save(acts: object) -> None:
    """Through Qt's own file dialog, which looks at a folder and remembers it if it may."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

    from viewer.shell.acts import Acts

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(OUT))
        rest()
        dialog.findChildren(QLineEdit)[0].setText(str(OUT / "picture.png"))
        dialog.accept()

    assert isinstance(acts, Acts)
    QTimer.singleShot(300, told(answer))
    acts.save_picture()


def found(kind: type[Kind]) -> Kind:
    """The window of a kind."""
    from PySide6.QtWidgets import QApplication

    return next(window for window in QApplication.topLevelWidgets() if isinstance(window, kind))


def rest(milliseconds: int = 60) -> None:
    from viewer.shell.picture import settle

    settle(milliseconds)


if __name__ == "__main__":
    sys.exit(begin())
