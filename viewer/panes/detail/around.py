"""What surrounds an event: people and organisations, other events, passages that speak of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.index.ask.chips import PassageChip
from viewer.index.ask.events import Relation, Role
from viewer.panes.detail.chips import LINK_AIR, LinkSpot
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.spot import LinksSection
from viewer.panes.detail.words import Words, heading
from viewer.session.focus import Focus
from viewer.wording.citation import event_words
from viewer.wording.relations import relation_words, role_words
from viewer.wording.sources import hold_words
from viewer.wording.voice import Voice, fill


class PeopleSection(QWidget):
    """Everybody with a role, and their relation to the events in words."""

    def __init__(self, guide: Guide, roles: tuple[Role, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self, guide)
        column.addWidget(heading(self.tr("People and organisations")))
        for role in roles:
            line = Words(role_words(guide.voice, role))
            line.setToolTip(role.agent.full_name)
            column.addWidget(line)
            column.addWidget(Words(self._below(role), text="small", tone="muted"))

    def _below(self, role: Role) -> str:
        if not role.note:
            return role.agent.party
        return fill(self.tr("%1 · %2", "relation to the events, a note"), role.agent.party, role.note)


class RelationsSection(LinksSection):
    """Links to other events and to passages, in both directions."""

    def __init__(
        self, guide: Guide, event: str, relations: tuple[Relation, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = _column_of_links(self, guide, self.tr("Other events"))
        for relation in relations:
            column.addWidget(relation_link(guide, event, relation, self))
        self.give_tab_stop()


class PassagesSection(LinksSection):
    """Passages that speak of the event without being a claim listed above."""

    def __init__(
        self, guide: Guide, event: str, passages: tuple[PassageChip, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = _column_of_links(self, guide, self.tr("Passages that speak of this event"))
        for passage in passages:
            focus = Focus(event=event, passage=passage.uid)
            column.addWidget(LinkSpot(guide, focus, ("", passage_words(guide.voice, passage)), self))
        self.give_tab_stop()


def relation_link(guide: Guide, event: str, relation: Relation, parent: QWidget) -> LinkSpot:
    """A link to the event or passage at the other end."""
    before = relation_words(guide.voice, relation)
    if relation.note:
        words = guide.voice.translate("Relations", "%1 (%2)", "a relation, a note")
        before = fill(words, before, relation.note)
    if relation.event:
        focus = Focus(event=relation.event.uid)
        return LinkSpot(guide, focus, (before, event_words(guide.voice, relation.event)), parent)
    if relation.passage is None:
        raise ValueError(f"a relation of {event} leads nowhere")
    focus = Focus(event=event, passage=relation.passage.uid)
    return LinkSpot(guide, focus, (before, passage_words(guide.voice, relation.passage)), parent)


def passage_words(voice: Voice, passage: PassageChip) -> str:
    """A passage by its label, with how far it can be seen."""
    words = voice.translate("Relations", "%1 (%2)", "a passage, how it is held")
    return fill(words, passage.label, hold_words(voice, passage.hold))


def _column(widget: QWidget, guide: Guide) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(guide.look.space.px(3))
    return column


def _column_of_links(widget: QWidget, guide: Guide, title: str) -> QVBoxLayout:
    """Links have air on both sides; their words stand below the title's all the same."""
    column, air = _column(widget, guide), guide.look.space.px(LINK_AIR)
    column.setContentsMargins(guide.look.space.small - air, 0, guide.look.space.small - air, 0)
    words = heading(title)
    words.setContentsMargins(air, 0, air, 0)
    column.addWidget(words)
    return column
