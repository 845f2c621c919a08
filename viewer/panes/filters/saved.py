"""The reader's saved views: ask for one, save what is asked for, rename, delete, and take that back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from viewer.index.query import Query
from viewer.look.current import Look
from viewer.look.reading import Words
from viewer.look.style import dress
from viewer.panes.filters.chip import Chip
from viewer.panes.filters.heading import FoldHeading
from viewer.session.navigator import Navigator
from viewer.session.views import View, Views


class SavedViews(QWidget):
    """Nothing is written until the reader gives a name."""

    def __init__(self, navigator: Navigator, look: Look, views: Views, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator, self._look, self._views = navigator, look, views
        self._before: tuple[View, ...] = ()
        self._renamed = ""
        self.heading = FoldHeading(look, self.tr("Saved views"), self)
        self._body = QWidget(self)
        self.save = QPushButton(self.tr("Save this view…"), self._body)
        self.name = QLineEdit(self._body)
        self.said = Words(self._body)
        self.undo = QPushButton(self.tr("Undo"), self._body)
        self._list = QVBoxLayout()
        self._rows: list[QWidget] = []
        self._lay_out()
        self._connect()
        self.show_views()
        self._body.setVisible(bool(self._rows))
        self.heading.setChecked(bool(self._rows))

    def show_views(self) -> None:
        """Read the file anew and list what is in it."""
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(view) for view in self._views.all()]
        for row in self._rows:
            self._list.addWidget(row)
        self._show_query(self._navigator.query)

    def ask_name(self, shown: str = "", renamed: str = "") -> None:
        """Open the field for a name: of the view that is asked for, or of one that is renamed."""
        self.heading.setChecked(True)
        self._renamed = renamed
        self.name.setText(shown or self.tr("My view"))
        self.name.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    # What others tell us

    def _show_query(self, query: Query, _by: object = None) -> None:
        self.save.setEnabled(bool(query))
        self.save.setToolTip("" if query else self.tr("Choose a filter first; then this view can be saved."))

    def _ask_new_name(self) -> None:
        self.ask_name()

    def _save(self) -> None:
        """The name is given: save, or rename."""
        name, renamed = self.name.text().strip(), self._renamed
        if not name or self.name.isHidden():
            return
        self.name.hide()
        self._before = self._views.all()
        if renamed:
            self._views.rename(renamed, name)
        else:
            self._views.save(name, self._navigator.query)
        self._tell(self.tr("Saved.") if not renamed else self.tr("Renamed."))

    def _delete(self, name: str) -> None:
        self._before = self._views.all()
        self._views.delete(name)
        self._tell(self.tr("“%1” is deleted.").replace("%1", name))

    def _take_back(self) -> None:
        self._views.put_back(self._before)
        self._tell(self.tr("As it was."), undo=False)

    # How it is done

    def _lay_out(self) -> None:
        space = self._look.space
        dress(self.save, role="link", text="label")
        dress(self.undo, role="link", text="label")
        dress(self.said, text="small", tone="muted")
        self.name.setAccessibleName(self.tr("Name of the view"))
        self.name.setMaxLength(120)
        line = QHBoxLayout()
        line.addWidget(self.said, 1)
        line.addWidget(self.undo)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(space.medium, 0, space.medium, space.small)
        inside.setSpacing(space.tight)
        inside.addLayout(self._list)
        inside.addWidget(self.name)
        inside.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)
        inside.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self._body)
        for part in (self.name, self.said, self.undo):
            part.hide()

    def _connect(self) -> None:
        self.heading.toggled.connect(self._body.setVisible)
        self.save.clicked.connect(self._ask_new_name)
        self.name.returnPressed.connect(self._save)
        self.undo.clicked.connect(self._take_back)
        self._navigator.query_changed.connect(self._show_query)

    def _row(self, view: View) -> QWidget:
        row = QWidget(self._body)
        go = Chip(self._look, view.name, view.name, cross=False, parent=row)
        go.taken.connect(lambda: self._navigator.ask(view.query, self))
        more = QToolButton(row)
        more.setText("…")
        more.setAutoRaise(True)
        more.setAccessibleName(self.tr("Rename or delete: %1").replace("%1", view.name))
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addAction(self.tr("Rename…"), lambda: self.ask_name(view.name, view.name))
        menu.addAction(self.tr("Delete"), lambda: self._delete(view.name))
        more.setMenu(menu)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(go, 0)
        layout.addStretch(1)
        layout.addWidget(more)
        return row

    def _tell(self, said: str, undo: bool = True) -> None:
        """What was done, or why it was not."""
        trouble = self._views.trouble
        if trouble:
            said = self.tr("Not saved: %1 cannot be read or written. %2")
            said = said.replace("%1", str(self._views.path)).replace("%2", str(trouble))
        self.said.setText(said)
        self.said.show()
        self.undo.setVisible(undo and not trouble)
        self.show_views()
