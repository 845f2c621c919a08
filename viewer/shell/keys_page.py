"""F1: all keys, made from the command table, and the keys that panes have of their own."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer.look.current import Look
from viewer.shell.commands import CHAPTERS, keys_in_words, words
from viewer.shell.sheetview import ReadingPage

IN_PANES = (
    (
        str(QT_TRANSLATE_NOOP("Keys", "In the timeline")),
        (
            (
                str(QT_TRANSLATE_NOOP("Keys", "Left, Right")),
                str(QT_TRANSLATE_NOOP("Keys", "Earlier, later event")),
            ),
            (str(QT_TRANSLATE_NOOP("Keys", "Up, Down")), str(QT_TRANSLATE_NOOP("Keys", "Lane above, below"))),
            (str(QT_TRANSLATE_NOOP("Keys", "Home, End")), str(QT_TRANSLATE_NOOP("Keys", "First, last event"))),
            (
                str(QT_TRANSLATE_NOOP("Keys", "Enter")),
                str(QT_TRANSLATE_NOOP("Keys", "Open the event; where events are counted, come closer")),
            ),
            (
                str(QT_TRANSLATE_NOOP("Keys", "Ctrl+Space, Ctrl+click")),
                str(QT_TRANSLATE_NOOP("Keys", "Pick the event, or put it back")),
            ),
            (str(QT_TRANSLATE_NOOP("Keys", "Esc")), str(QT_TRANSLATE_NOOP("Keys", "Pick none any more"))),
            (str(QT_TRANSLATE_NOOP("Keys", "+, −")), str(QT_TRANSLATE_NOOP("Keys", "Closer, further away"))),
            (str(QT_TRANSLATE_NOOP("Keys", "0")), str(QT_TRANSLATE_NOOP("Keys", "The whole case"))),
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("Keys", "In the list and in the table of events")),
        (
            (
                str(QT_TRANSLATE_NOOP("Keys", "Ctrl+Space, Ctrl+click")),
                str(QT_TRANSLATE_NOOP("Keys", "Pick the event, or put it back")),
            ),
            (
                str(QT_TRANSLATE_NOOP("Keys", "Shift+Up, Shift+Down, Shift+click")),
                str(QT_TRANSLATE_NOOP("Keys", "Pick a stretch of events")),
            ),
            (
                str(QT_TRANSLATE_NOOP("Keys", "Ctrl+A")),
                str(QT_TRANSLATE_NOOP("Keys", "Pick all that are listed, up to 50")),
            ),
            (str(QT_TRANSLATE_NOOP("Keys", "Esc")), str(QT_TRANSLATE_NOOP("Keys", "Pick none any more"))),
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("Keys", "In the event")),
        (
            (str(QT_TRANSLATE_NOOP("Keys", "Tab")), str(QT_TRANSLATE_NOOP("Keys", "Next card, chip or link"))),
            (str(QT_TRANSLATE_NOOP("Keys", "Enter")), str(QT_TRANSLATE_NOOP("Keys", "Choose the claim"))),
            (str(QT_TRANSLATE_NOOP("Keys", "T")), str(QT_TRANSLATE_NOOP("Keys", "Figures as a table, and back"))),
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("Keys", "In the accounts and in the coverage")),
        (
            (
                str(QT_TRANSLATE_NOOP("Keys", "Enter")),
                str(QT_TRANSLATE_NOOP("Keys", "Show the passage; again: the next claim of the cell")),
            ),
            (
                str(QT_TRANSLATE_NOOP("Keys", "Left, Right")),
                str(QT_TRANSLATE_NOOP("Keys", "Next cell; in the coverage: fold, unfold")),
            ),
            (
                str(QT_TRANSLATE_NOOP("Keys", "Ctrl+C")),
                str(QT_TRANSLATE_NOOP("Keys", "Copy what is selected, or all")),
            ),
            (str(QT_TRANSLATE_NOOP("Keys", "Esc")), str(QT_TRANSLATE_NOOP("Keys", "Close"))),
        ),
    ),
)


class KeysPage(QDialog):
    """A page to read; closes with Esc."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        page = ReadingPage(look, self.tr("Keys"), self)
        page.title(self.tr("Keys"))
        for chapter in CHAPTERS:
            page.heading(words(chapter.title))
            page.table((keys_in_words(c) or "–", words(c.text)) for c in chapter.commands)
        for heading, rows in IN_PANES:
            page.heading(_say(heading))
            page.table((_say(keys), _say(what)) for keys, what in rows)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, look.space.medium)
        layout.addWidget(page)
        layout.addWidget(buttons)
        self.resize(look.space.px(620), look.space.px(640))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def _say(text: str) -> str:
    return QCoreApplication.translate("Keys", text)
