"""What the commands about time do: table, lanes, zone, calendar, direction; and the timeline follows the query."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.ask.lanes import BY
from viewer.index.query import Query
from viewer.look.announce import announce
from viewer.panes.timeline.telling import Told
from viewer.shell.carrier import AT_ONCE
from viewer.shell.parts import Parts
from viewer.shell.times import Prepared, TableRows, Times, preparing

if TYPE_CHECKING:
    from viewer.panes.table.pane import TablePane


class Timekeeping(QObject):
    """The choices are kept in the settings. The table is made when it is first asked for."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._query = Query()
        self._table: TablePane | None = None
        parts.panes.timeline.choice_made.connect(self._choose)
        parts.session.navigator.query_changed.connect(self._ask)

    def timeline_table(self) -> None:
        """The table in the timeline's place, with the keyboard in it, and back."""
        place, panes = self._parts.panes.time, self._parts.panes
        if not place.shows_timeline:
            place.show_timeline()
            panes.timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._parts.arrangement.bring_up(place)
        table = self._table or self._make_table()
        place.show_instead(table)
        table.show_events(TableRows(self._parts.session.connection, self._query))
        table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def timeline_choices(self) -> None:
        """The menu in the timeline's corner."""
        self._parts.panes.time.show_timeline()
        self._parts.arrangement.bring_up(self._parts.panes.time)
        self._parts.panes.timeline.foot.corner.click()

    def time_left_to_right(self) -> None:
        now = self._parts.service.settings.choices.time_direction
        self._choose("time_direction", "layout" if now == "ltr" else "ltr")

    def show_choices(self) -> None:
        """What was chosen last time; a new window has the timeline as it is without choices."""
        choices, timeline = self._parts.service.settings.choices, self._parts.panes.timeline
        if choices.time_direction == "ltr":
            timeline.keep_time_left_to_right(True)
        if choices.zone != "local" or choices.calendar != "gregorian":
            timeline.tell_as(self._told())
        if choices.lanes != "kind":
            timeline.show_answers(self._times())

    # What others tell us

    def _choose(self, what: str, value: str) -> None:
        settings, timeline = self._parts.service.settings, self._parts.panes.timeline
        settings.choose(**{what: value})
        if what == "time_direction":
            timeline.keep_time_left_to_right(value == "ltr")
        elif what == "lanes":
            timeline.show_answers(self._times())
        else:
            timeline.tell_as(self._told())

    def _ask(self, query: Query, _by: QObject | None) -> None:
        """The desk works out the first answers; the picture stays until they are there.

        Words that make no sense leave everything as it is. All events of a small case are shown at once: what is
        asked of them takes a millisecond, and a turn of the desk more than that.
        """
        desk = self._parts.session.desk
        desk.forget("time")  # what is still on its way belongs to an older query
        if not query and self._parts.session.heading.events <= AT_ONCE:
            self._show(query)
            return
        shown = self._parts.panes.timeline.board.ask
        times = shown if isinstance(shown, Times) else self._times()
        table = self._table if self._table and not self._parts.panes.time.shows_timeline else None
        event = self._parts.session.navigator.focus.event
        desk.ask("time", preparing(query, times, table.model.order if table else None, event), self._adopt)

    def _adopt(self, found: Prepared) -> None:
        from viewer.index.ask import bitmaps

        if found.query != self._parts.session.navigator.query:
            return
        bitmaps.adopt(self._parts.session.connection, found.kept)
        self._show(found.query)
        said = self._parts.service.voice.translate("Timeline", "%n event(s)", n=found.events)
        announce(self._parts.panes.timeline, said)

    # How it is done

    def _show(self, query: Query) -> None:
        self._query = query
        self._parts.panes.timeline.show_answers(self._times())
        if self._table and not self._parts.panes.time.shows_timeline:
            self._table.show_events(TableRows(self._parts.session.connection, query))

    def _times(self) -> Times:
        lanes = self._parts.service.settings.choices.lanes
        shown = self._parts.panes.timeline.board.ask
        asked = shown.asked if isinstance(shown, Times) else None
        return Times(self._parts.session.connection, lanes if lanes in BY else "kind", self._query, asked)

    def _told(self) -> Told:
        from viewer.wording.calendars import CALENDARS, Calendar

        choices = self._parts.service.settings.choices
        known: dict[str, Calendar] = {each: each for each in CALENDARS}
        return Told(choices.zone, known.get(choices.calendar, "gregorian"))

    def _make_table(self) -> TablePane:
        from viewer.panes.table.pane import TablePane

        service = self._parts.service
        self._table = TablePane(self._parts.session.navigator, service.look, service.voice)
        return self._table
