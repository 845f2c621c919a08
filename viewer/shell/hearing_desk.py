"""Keeps the hearing lists: what the list window asks for is done here, in the reader's notebook."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from viewer.case.errors import UnknownFocus
from viewer.case.frozen import replace
from viewer.case.hearing import Noted, Step
from viewer.export.choosing import Listed, all_lists
from viewer.index.ask.storyboards import storyboards
from viewer.notebook.exchange import Brought
from viewer.notebook.items import Item
from viewer.notebook.lists import Dropped, HearingList, Lists
from viewer.panes.hearing.pane import HearingPane
from viewer.panes.hearing.shown import NOTHING, Choice, Shown
from viewer.presenting.checking import seen_of
from viewer.presenting.spots import beside, grouped
from viewer.session.focus import Focus
from viewer.shell.companion import Companion
from viewer.shell.hearing_checks import Checks
from viewer.shell.hearing_files import HearingFiles
from viewer.shell.parts import Parts
from viewer.shell.thumbnails import Thumbnails
from viewer.stage.asking import Asking
from viewer.stage.naming import name_of
from viewer.wording.hearing import added_words, copy_title, kind_words


class HearingDesk(QObject):
    """Made when a list is first wanted. A notebook that cannot be read or written is a sentence in the pane."""

    hearing_asked = Signal(str, str, bool)  # uid of the list, uid of the item to start at, whether to rehearse

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._uid = ""  # of the list at hand: own, or of the case
        self._dropped: Dropped | None = None
        look, voice = parts.service.look, parts.service.voice
        self._thumbnails = Thumbnails(parts, self)
        self.pane = HearingPane(look, voice, self._thumbnails)
        self.window = Companion(self.pane, self.tr("Hearing lists"), look, parts.window)
        self.files = HearingFiles(parts, self.pane)
        self._checks = Checks(parts.session, self)
        self._acts = self._make_acts()
        self._listen()

    # For the commands

    def open_up(self) -> None:
        """The window, with the list at hand as it is now."""
        self.renew()
        self.window.open_up()
        self.pane.take_keyboard()
        if not self._parts.service.podium.notebook.keeps:
            self.pane.say(self.tr("Nothing is kept: these lists last until the program ends."))

    def add(self, step: Step) -> None:
        """A new item at the end of the reader's list at hand; a list is made where there is none."""
        made: list[Item] = []

        def change(lists: Lists) -> None:
            uid = self._own_list(lists)
            made.append(lists.add(uid, self._noted(step)))
            self._uid = uid
            title = lists.get(uid).title
            self._parts.say(
                added_words(self._parts.service.voice, made[0].step.title, made[0].step.exhibit, title)
            )

        self._do(change, lambda: (made[0].uid,))

    def copy_of_case(self, uid: str) -> str:
        """Uid of the reader's copy of a list of the case; "" where it could not be made."""
        made: list[str] = []

        def change(lists: Lists) -> None:
            for board in storyboards(self._parts.session.connection):
                if board.uid == uid:
                    steps = [self._seen(noted) for noted in board.steps]
                    made.append(lists.make(board.title, steps, origin=board.uid).uid)
                    self._uid = made[0]

        self._do(change)
        return made[0] if made else ""

    def renew(self, choose: tuple[str, ...] = ()) -> None:
        """The list at hand as it is now."""
        try:
            self._show(choose)
        except (OSError, sqlite3.Error) as wrong:
            self.pane.say(self.trouble(wrong))

    def trouble(self, wrong: Exception) -> str:
        said = self.tr("Your notebook cannot be read or written: %1. What it held is unchanged.")
        return said.replace("%1", str(wrong))

    # What the pane asks for

    def _asked(self, name: str) -> None:
        self.pane.say("")
        self._acts[name]()

    def _make_acts(self) -> dict[str, Callable[[], None]]:
        files = self.files
        own = {
            "new_list": self._new_list, "copy_list": self._copy_list, "rename_list": self._rename,
            "choose_prefix": self._choose_prefix, "duplicate_list": self._duplicate_list,
            "delete_list": self._delete_list, "restore": self._restore, "undo": self._undo, "redo": self._redo,
            "add_title": lambda: self.add(Step("title", self.tr("Title"))),
            "add_text": lambda: self.add(Step("text", self.tr("Title"), body=self.tr("Words"))),
            "pair": self._pair, "group": self._group, "duplicate": lambda: self._copy_items(self._picked()),
            "remove": lambda: self._remove(self._picked()), "acknowledge": self._acknowledge,
        }  # fmt: skip
        out = {
            "present": lambda: self._ask_for_hearing(""),
            "present_here": lambda: self._ask_for_hearing(next(iter(self._picked()), "")),
            "rehearse": lambda: self._ask_for_hearing("", rehearse=True),
            "import_list": self._import,
            "export_list": lambda: files.export(self.listed(), self.own()),
            "print_run_sheet": lambda: files.print_run_sheet(self.listed()),
            "save_stages": lambda: files.save_stages(self.listed()),
            "hearing_logs": files.show_logs,
        }
        return {**own, **out}

    # Lists

    def _new_list(self) -> None:
        def change(lists: Lists) -> None:
            self._uid = lists.make(self._free_title(lists)).uid

        self._do(change)

    def _copy_list(self) -> None:
        self.copy_of_case(self._uid)

    def _rename(self) -> None:
        def take(title: str) -> None:
            if title.strip():
                self._do(lambda lists: lists.rename(self._uid, title.strip()))

        self._ask_for(self.tr("Rename"), self.tr("Title of this list:"), self.listed().title, take)

    def _choose_prefix(self) -> None:
        def take(prefix: str) -> None:
            self._do(lambda lists: lists.choose_prefix(self._uid, prefix.strip()))

        said = self.tr("Numbers of new items begin with (A gives A-1, A-2 …):")
        self._ask_for(self.tr("Prefix of new numbers"), said, self.pane.shown.prefix, take)

    def _duplicate_list(self) -> None:
        def change(lists: Lists) -> None:
            old = lists.get(self._uid)
            title = copy_title(self._parts.service.voice, old.title)
            noted = [item.noted for item in old.items]
            self._uid = lists.make(title, noted, prefix=old.prefix, digest=old.digest_seen).uid

        self._do(change)

    def _delete_list(self) -> None:
        def change(lists: Lists) -> None:
            self._dropped = lists.drop(self._uid)
            self._uid = ""

        self._do(change)
        if self._dropped:
            said = self.tr("Deleted: %1").replace("%1", self._dropped.title)
            self.pane.say(said, self.tr("Bring it back"))

    def _restore(self) -> None:
        dropped = self._dropped
        if dropped is not None:
            self._do(lambda lists: lists.restore(dropped))
            self._dropped = None

    def _import(self) -> None:
        self.take_in(self.files.brought())

    def take_in(self, brought: Brought | None) -> None:
        """A list from a file, beside the others."""
        if brought is None:
            return

        def change(lists: Lists) -> None:
            made = lists.make(brought.title, brought.noted, prefix=brought.prefix, digest=brought.digest)
            self._uid = made.uid

        self._do(change)

    # Items

    def _put(self, item: Item) -> None:
        own = self.own()
        if own is not None and any(known.uid == item.uid for known in own.items):
            seen = replace(item, noted=self._seen(item.noted))
            self._do(lambda lists: lists.put(own.uid, seen))

    def _order(self, order: Iterable[str]) -> None:
        self._do(lambda lists: lists.order(self._uid, tuple(order)))

    def _remove(self, uids: tuple[str, ...]) -> None:
        if uids:
            self._do(lambda lists: lists.remove(self._uid, *uids))
            self.pane.say(self.tr("%n item(s) removed. Ctrl+Z brings them back.", "", len(uids)))

    def _copy_items(self, uids: tuple[str, ...]) -> None:
        made: list[str] = []
        self._do(
            lambda lists: made.extend(lists.duplicate(self._uid, uid).uid for uid in uids), lambda: tuple(made)
        )

    def _pair(self) -> None:
        """Two chosen items as a third, side by side."""
        picked = self.pane.items.picked
        step = beside(picked[0].step, picked[1].step) if len(picked) == 2 else None
        if step is None:
            self.pane.say(self.tr("Only quotations and passages, or two documents, can stand side by side."))
        else:
            self.add(step)

    def _group(self) -> None:
        """The chosen items as another one, which shows them in turn; they stay."""
        step = grouped([item.step for item in self.pane.items.picked])
        if step is None:
            self.pane.say(self.tr("Only events, figures, quotations and passages can be one item, shown in turn."))
        else:
            self.add(step)

    def _undo(self) -> None:
        self._do(lambda lists: lists.undo(self._uid))

    def _redo(self) -> None:
        self._do(lambda lists: lists.redo(self._uid))

    def _acknowledge(self) -> None:
        """The reader has seen what changed: from now on the items should say what they say now."""
        connection = self._parts.session.connection

        def change(lists: Lists) -> None:
            seen = {}
            for item in lists.get(self._uid).items:
                try:
                    seen[item.uid] = seen_of(connection, item.step)
                except UnknownFocus:
                    continue  # what is gone stays gone, and is said again
            lists.acknowledge(self._uid, seen)

        self._do(change)

    def _go(self, item: Item) -> None:
        """To the place in the case that an item shows."""
        for target in item.step.targets[:1]:
            focus = {
                "event": Focus(event=target.uid), "quote": Focus(quote=target.uid),
                "passage": Focus(passage=target.uid), "document": Focus(document=target.uid),
                "claim": Focus(claim=target.uid), "source": Focus(source=target.uid),
            }.get(target.entity)  # fmt: skip
            if focus is not None:
                try:
                    self._parts.session.navigator.go(focus)
                except UnknownFocus:
                    self.pane.say(self.tr("Not in this version of the case."))

    # How it is done

    def _do(self, change: Callable[[Lists], object], choose: Callable[[], tuple[str, ...]] = tuple) -> None:
        """Change something in the notebook, show it, and let a hearing that is on know."""
        service = self._parts.service
        try:
            change(service.podium.lists(self._parts.session))
            self._show(choose())
        except (OSError, sqlite3.Error) as wrong:
            self.pane.say(self.trouble(wrong))
            return
        if service.podium.hearing is not None and service.podium.hearing.list_uid == self._uid:
            service.podium.hearing.renew()

    def _show(self, choose: tuple[str, ...]) -> None:
        lists = self._parts.service.podium.lists(self._parts.session)
        listed = all_lists(self._parts.session.connection, lists)
        if self._uid not in {one.uid for one in listed}:
            self._uid = listed[0].uid if listed else ""
        self.pane.show_choices([Choice(one.uid, one.title, one.own) for one in listed], self._uid)
        own = {one.uid: one for one in lists.all()}.get(self._uid)
        if own is not None:
            self.pane.show_list(self._shown(lists, own), choose)
            self._checks.begin(own, self.pane.show_found)
            return
        self._checks.stop()
        of_case = next((one for one in listed if one.uid == self._uid), None)
        self.pane.show_list(_of_case(of_case) if of_case else NOTHING, choose)

    def _shown(self, lists: Lists, own: HearingList) -> Shown:
        undo, redo = bool(lists.can_undo(own.uid)), bool(lists.can_redo(own.uid))
        return Shown(own.uid, True, own.items, own.prefix, undo, redo)

    def _own_list(self, lists: Lists) -> str:
        """The reader's list at hand, else the first one, else a new one."""
        own = [one.uid for one in lists.all()]
        if self._uid in own:
            return self._uid
        return own[0] if own else lists.make(self._free_title(lists)).uid

    def _free_title(self, lists: Lists) -> str:
        taken = {one.title for one in lists.all()}
        title, count = self.tr("Hearing list"), 1
        while title in taken:
            count += 1
            numbered = self.tr("Hearing list %1", "number")
            title = numbered.replace("%1", self._parts.service.voice.number(count))
        return title

    def _noted(self, step: Step) -> Noted:
        """As a new item: with a title, where it has none, that is said in a list."""
        voice = self._parts.service.voice
        name = name_of(Asking(self._parts.session.connection, voice), step) or kind_words(voice, step.kind)
        return self._seen(Noted(replace(step, title=name)))

    def _seen(self, noted: Noted) -> Noted:
        """With the fingerprint of what it says now."""
        try:
            return replace(noted, seen=seen_of(self._parts.session.connection, noted.step))
        except UnknownFocus:
            return noted

    def _picked(self) -> tuple[str, ...]:
        return tuple(item.uid for item in self.pane.items.picked)

    def own(self) -> HearingList | None:
        """The list at hand, where it is the reader's."""
        lists = self._parts.service.podium.lists(self._parts.session)
        return next((one for one in lists.all() if one.uid == self._uid), None)

    def listed(self) -> Listed:
        """The list at hand."""
        lists = self._parts.service.podium.lists(self._parts.session)
        return next(one for one in all_lists(self._parts.session.connection, lists) if one.uid == self._uid)

    def _ask_for_hearing(self, start_at: str, *, rehearse: bool = False) -> None:
        uid = self._uid if self.own() else self.copy_of_case(self._uid)
        if uid:
            self.hearing_asked.emit(uid, start_at, rehearse)

    def _ask_for(self, title: str, label: str, text: str, take: Callable[[str], None]) -> None:
        """A line of text, without holding up whatever else goes on."""
        asking = QInputDialog(self.window)
        asking.setInputMode(QInputDialog.InputMode.TextInput)
        asking.setWindowTitle(title)
        asking.setLabelText(label)
        asking.setTextValue(text)
        asking.textValueSelected.connect(take)
        asking.finished.connect(asking.deleteLater)
        asking.open()

    def _choose_list(self, uid: str) -> None:
        self._uid = uid
        self.pane.say("")
        self.renew()

    def _listen(self) -> None:
        parts, pane = self._parts, self.pane
        pane.asked.connect(self._asked)
        pane.chooser.list_chosen.connect(self._choose_list)
        pane.editor.edited.connect(self._put)
        pane.items.order_asked.connect(self._order)
        pane.items.removal_asked.connect(self._remove)
        pane.items.copies_asked.connect(self._copy_items)
        pane.items.place_asked.connect(self._go)
        self._thumbnails.made.connect(pane.items.rows.renew)
        self.window.share([parts.actions[name] for name in ("present", "rehearse", "send_to_room")])
        choices, choose = parts.service.settings.choices, parts.service.settings.choose
        self.window.keep_size(choices.hearing_size, lambda wide, tall: choose(hearing_size=[wide, tall]))


def _of_case(one: Listed) -> Shown:
    """Items of the case have no identifier of their own: their place stands for it."""
    items = tuple(Item(f"{one.uid}/{place}", noted) for place, noted in enumerate(one.noted, 1))
    return Shown(one.uid, False, items)
