"""What the commands about accounts and coverage do; both views are made when they are first asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.query import Query
from viewer.session.focus import Focus
from viewer.session.navigator import FOCUS, PICKED, SHOWN
from viewer.shell.parts import Parts
from viewer.wording.citation import Reference

if TYPE_CHECKING:
    from viewer.index.ask.comparing import Accounts
    from viewer.index.ask.coverage import Coverage
    from viewer.index.ask.facets import Matched
    from viewer.panes.accounts.pane import AccountsPane
    from viewer.panes.coverage.pane import CoveragePane
    from viewer.shell.companion import Companion

    Compared = tuple[Accounts, Reference, str, int]
    Found = tuple[Coverage, Matched, Reference]

ACCOUNTS, COVERAGE, HIDDEN = "accounts", "coverage", "hidden"
"""Topics at the desk."""
MOST = 20
"""Events that are compared at once, of those shown."""


class Comparing(QObject):
    """Nothing about the two views is imported before one of these is used."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._navigator = parts.session.navigator
        self._accounts: tuple[AccountsPane, Companion] | None = None
        self._coverage: tuple[CoveragePane, Companion] | None = None
        self._scope = FOCUS
        parts.session.desk.failed.connect(self._failed)
        self._navigator.picked_changed.connect(self._show_picked)
        self._navigator.query_changed.connect(self._count_hidden)
        parts.panes.listing.comparison_asked.connect(lambda: self._compare(PICKED))

    def compare_accounts(self) -> None:
        """Accounts of the events picked; of the one in focus where none is, else of those shown."""
        focus = FOCUS if self._navigator.focus.event else SHOWN
        self._compare(PICKED if self._navigator.picked else focus)

    def pick_event(self) -> None:
        """The event in focus is picked, or put back."""
        uid = self._navigator.focus.event
        if uid is None:
            self._parts.say(self.tr("No event is in focus: choose one to pick it."))
            return
        picked = self._navigator.picked
        self._navigator.pick([each for each in picked if each != uid] if uid in picked else [*picked, uid])

    def clear_picked(self) -> None:
        """No event is picked any more."""
        self._navigator.pick(())

    def show_coverage(self) -> None:
        """Where accounts differ and what rests on little, of the events shown."""
        self._ask_coverage(self._navigator.query, self._open_coverage)

    # What others tell us

    def _compare(self, scope: str) -> None:
        from viewer.index.ask import comparing, table

        focus, query, picked = self._navigator.focus.event, self._navigator.query, self._navigator.picked
        self._scope = scope
        about = Focus(event=focus) if scope == FOCUS else Focus()
        reference = self._reference(about, query if scope == SHOWN else None, picked if scope == PICKED else ())

        def ask(connection: sqlite3.Connection) -> Compared:
            if scope == SHOWN:
                uids = [row.uid for row in table.page(connection, query, limit=MOST)]
                return comparing.accounts(connection, uids), reference, scope, table.size(connection, query)
            named = picked if scope == PICKED else [focus] if focus else []
            return comparing.accounts(connection, named), reference, scope, 0

        self._parts.session.desk.ask(ACCOUNTS, ask, self._show_accounts)

    def _show_picked(self, picked: tuple[str, ...], _more: int = 0) -> None:
        """The accounts follow; and the list says how many of them the filters hide."""
        if self._accounts and self._accounts[1].isVisible() and self._scope == PICKED:
            self._compare(PICKED)
        self._count_hidden()

    def _count_hidden(self, _query: object = None, _by: object = None) -> None:
        query, picked = self._navigator.query, self._navigator.picked
        if not picked:
            return

        def ask(connection: sqlite3.Connection) -> int:
            from viewer.index.ask.picked import hidden

            return hidden(connection, query, picked)

        self._parts.session.desk.ask(HIDDEN, ask, self._parts.panes.listing.show_hidden)

    def _follow(self, query: Query) -> None:
        """Other events are shown. A closed window asks when it is opened."""
        if self._coverage and self._coverage[1].isVisible():
            self._ask_coverage(query, self._renew_coverage)

    def _failed(self, topic: str, error: Exception) -> None:
        """The words that were typed may make no sense; anything else is our fault."""
        if topic not in (ACCOUNTS, COVERAGE, HIDDEN):
            return
        from viewer.index.wanted import BadWords
        from viewer.wording.wanted import say_bad_words

        if not isinstance(error, BadWords):
            raise error
        self._parts.say(say_bad_words(self._parts.service.voice, error))

    def _focus_moved(self, focus: Focus, by: QObject | None) -> None:
        """In a narrow window, where one pane stands at a time, that of what was chosen comes up."""
        ours = [made[0] for made in (self._accounts, self._coverage) if made]
        if by in ours:
            panes = self._parts.panes
            self._parts.arrangement.bring_up(panes.source if focus.passage or not focus.event else panes.detail)

    # How it is done

    def _reference(self, focus: Focus, query: Query | None, picked: Sequence[str] = ()) -> Reference:
        session = self._parts.session
        return Reference(session.heading.title, session.address(focus, query, picked), session.heading.case_digest)

    def _show_accounts(self, compared: Compared) -> None:
        pane, window = self._accounts or self._make_accounts()
        pane.show_accounts(*compared)
        window.open_up()
        pane.take_keyboard()

    def _ask_coverage(self, query: Query, answered: Callable[[Found], None]) -> None:
        from viewer.index.ask import coverage, facets

        reference = self._reference(self._navigator.focus, query)

        def ask(connection: sqlite3.Connection) -> Found:
            return coverage.coverage(connection, query), facets.matched(connection, query), reference

        self._parts.session.desk.ask(COVERAGE, ask, answered)

    def _open_coverage(self, found: Found) -> None:
        pane, window = self._coverage or self._make_coverage()
        pane.show_coverage(*found)
        window.open_up()
        pane.take_keyboard()

    def _renew_coverage(self, found: Found) -> None:
        if self._coverage:
            self._coverage[0].show_coverage(*found)

    def _make_accounts(self) -> tuple[AccountsPane, Companion]:
        from viewer.panes.accounts.pane import AccountsPane

        service = self._parts.service
        pane = AccountsPane(self._navigator, service.look, service.voice)
        pane.scope_asked.connect(self._compare)
        self._accounts = (pane, self._window(pane, self.tr("Accounts"), "accounts_size"))
        return self._accounts

    def _make_coverage(self) -> tuple[CoveragePane, Companion]:
        from viewer.panes.coverage.pane import CoveragePane

        service = self._parts.service
        pane = CoveragePane(self._navigator, service.look, service.voice)
        pane.coverage_wanted.connect(self._follow)
        self._coverage = (pane, self._window(pane, self.tr("Coverage"), "coverage_size"))
        return self._coverage

    def _window(self, pane: AccountsPane | CoveragePane, title: str, choice: str) -> Companion:
        from viewer.shell.companion import Companion

        settings = self._parts.service.settings
        window = Companion(pane, title, self._parts.service.look, self._parts.window)
        window.keep_size(
            getattr(settings.choices, choice), lambda width, height: settings.choose(**{choice: [width, height]})
        )
        window.share(
            [self._parts.actions[name] for name in ("back", "forward", "compare_accounts", "show_coverage")]
        )
        if not (self._accounts or self._coverage):
            self._navigator.focus_moved.connect(self._focus_moved)
        return window
