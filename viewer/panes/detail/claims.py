"""All claims about an event, rival ones next to each other: grouped by what they speak to."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.index.ask.chips import ClaimView
from viewer.panes.detail.card import ClaimCard
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.spot import SpotGroup
from viewer.panes.detail.words import Mark, heading
from viewer.wording.figures import as_heading, claim_count
from viewer.wording.voice import fill


class ClaimsSection(SpotGroup):
    """Cards in the case's order of measures, under small headings."""

    def __init__(self, guide: Guide, claims: tuple[ClaimView, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(guide.look.space.px(6))
        layout.addWidget(heading(self.tr("Claims")))
        self.setAccessibleName(self.tr("Claims"))
        for number, (label, group) in enumerate(grouped(claims)):
            if number:
                layout.addSpacing(guide.look.space.small)
            words = self.tr("%1 · %2", "what the claims speak to, how many")
            title = fill(words, as_heading(label), claim_count(guide.voice, len(group)))
            layout.addWidget(Mark(title, text="label", tone="muted"))
            for claim in group:
                layout.addWidget(ClaimCard(guide, claim, self))
        self.give_tab_stop()

    def card(self, uid: str | None) -> ClaimCard | None:
        """The card of a claim."""
        cards = (spot for spot in self.spots() if isinstance(spot, ClaimCard))
        return next((card for card in cards if card.claim.uid == uid), None)


def grouped(claims: tuple[ClaimView, ...]) -> list[tuple[str, list[ClaimView]]]:
    """Claims by measure, measures in the order they first appear in."""
    groups: dict[str, tuple[str, list[ClaimView]]] = {}
    for claim in claims:
        groups.setdefault(claim.measure, (claim.measure_label, []))[1].append(claim)
    return list(groups.values())
