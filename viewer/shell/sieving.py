"""What the commands about filters do: open them, clear them, save what is asked for; and the saved views' menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.query import Query
from viewer.shell.parts import Parts

if TYPE_CHECKING:
    from viewer.panes.filters.pane import FiltersPane


class Sieving(QObject):
    """Nothing about filters is imported before one of these is used."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._navigator = parts.session.navigator
        self._navigator.query_changed.connect(self._show_query)
        parts.panes.side.turned.connect(self._show_turned)
        parts.topbar.views.aboutToShow.connect(self._fill_menu)

    def filters(self) -> None:
        """Open the filters with the keyboard in them; where they are open, go back to the events."""
        side = self._parts.panes.side
        if side.shows_filters and side.isVisible():
            side.show_events()
            self._parts.panes.listing.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._open().take_keyboard()

    def clear_filters(self) -> None:
        """And the marks on words that were found go."""
        self._navigator.search("")
        self._navigator.ask(Query())

    def save_view(self) -> None:
        """Asks for a name in the filter panel."""
        if self._navigator.query:
            self._open().saved.ask_name()
        else:
            self._parts.say(self.tr("Choose a filter first; then this view can be saved."))

    # What others tell us

    def _show_query(self, query: Query, _by: object) -> None:
        from viewer.wording.filters import filters_in

        count = filters_in(query)
        self._parts.topbar.show_filters(self._parts.service.voice.number(count) if count else "")

    def _show_turned(self) -> None:
        self._parts.actions["filters"].setChecked(self._parts.panes.side.shows_filters)

    def _fill_menu(self) -> None:
        """The file is read when the menu opens, and only then."""
        menu: QMenu = self._parts.topbar.views
        menu.clear()
        for view in self._parts.session.views.all():
            shown = menu.addAction(view.name.replace("&", "&&"))
            shown.triggered.connect(lambda _checked, query=view.query: self._navigator.ask(query))
        if menu.isEmpty():
            menu.addAction(self.tr("None is saved yet")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self._parts.actions["save_view"])

    # How it is done

    def _open(self) -> FiltersPane:
        side: QWidget = self._parts.panes.side
        self._parts.arrangement.bring_up(side)
        return self._parts.panes.side.show_filters()
