"""What the commands about accounts and coverage do; both views are made when they are first asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer.index.query import Query
from viewer.session.focus import Focus
from viewer.shell.parts import Parts
from viewer.wording.citation import Reference

if TYPE_CHECKING:
    from viewer.index.ask.comparing import Accounts
    from viewer.index.ask.coverage import Coverage
    from viewer.index.ask.facets import Matched
    from viewer.panes.accounts.pane import AccountsPane
    from viewer.panes.coverage.pane import CoveragePane
    from viewer.shell.companion import Companion

    Compared = tuple[Accounts, Reference, bool, int]
    Found = tuple[Coverage, Matched, Reference]

ACCOUNTS, COVERAGE = "accounts", "coverage"
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
        parts.session.desk.failed.connect(self._failed)

    def compare_accounts(self) -> None:
        """Accounts of the event in focus; of the events shown where no event is in focus."""
        self._compare(of_query=self._navigator.focus.event is None)

    def show_coverage(self) -> None:
        """Where accounts differ and what rests on little, of the events shown."""
        self._ask_coverage(self._navigator.query, self._open_coverage)

    # What others tell us

    def _compare(self, of_query: bool) -> None:
        from viewer.index.ask import comparing, table

        focus, query = Focus(event=self._navigator.focus.event), self._navigator.query
        reference = self._reference(Focus() if of_query else focus, query if of_query else None)

        def ask(connection: sqlite3.Connection) -> Compared:
            if not of_query:
                return comparing.accounts(connection, [focus.event] if focus.event else []), reference, False, 0
            uids = [row.uid for row in table.page(connection, query, limit=MOST)]
            return comparing.accounts(connection, uids), reference, True, table.size(connection, query)

        self._parts.session.desk.ask(ACCOUNTS, ask, self._show_accounts)

    def _follow(self, query: Query) -> None:
        """Other events are shown. A closed window asks when it is opened."""
        if self._coverage and self._coverage[1].isVisible():
            self._ask_coverage(query, self._renew_coverage)

    def _failed(self, topic: str, error: Exception) -> None:
        """The words that were typed may make no sense; anything else is our fault."""
        if topic not in (ACCOUNTS, COVERAGE):
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

    def _reference(self, focus: Focus, query: Query | None) -> Reference:
        session = self._parts.session
        return Reference(session.heading.title, session.address(focus, query), session.heading.case_digest)

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
