"""The small answers that stand inside the others: who, which source, which passage, since when disputed."""

from __future__ import annotations

from viewer.case.figure import Figure
from viewer.case.frozen import dataclass
from viewer.case.when import When


@dataclass(frozen=True, slots=True)
class AgentChip:
    """An agent by its shortest honest name; party is the label of its relation to the events."""

    uid: str
    name: str
    full_name: str
    party: str


@dataclass(frozen=True, slots=True)
class SourceChip:
    """A source as it is named beside a claim. party, kind and read_status are codes; *_label their words.

    alteration: 'altered' or 'missing' where a document of it is not as the case lists it, else ''.
    """

    uid: str
    publisher: str
    title: str
    when: When | None
    kind_label: str
    party: str
    party_label: str
    read_status: str
    read_label: str
    reliability: str
    alteration: str = ""


@dataclass(frozen=True, slots=True)
class PassageChip:
    """Where a claim stands. hold: 'note' (our paraphrase), 'held' (the document itself), 'not-held'; 'altered',
    'missing' where the file is not as the case lists it.
    """

    uid: str
    document: str
    source: str
    relation: str
    hold: str
    label: str


@dataclass(frozen=True, slots=True)
class EventChip:
    """An event by name."""

    uid: str
    title: str
    when: When | None
    kind: int


@dataclass(frozen=True, slots=True)
class Headline:
    """The range of all stated figures on an event's first measure: no claim is preferred.

    low and high are numbers that stand in claims; `claims` counts the figures, `open_high` says that some claim
    says "at least" or "more than" its number.
    """

    measure: str
    label: str
    low: int
    high: int
    claims: int
    open_high: bool


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, ready to be shown. text is the compilers' paraphrase, never to be set in quotation marks.

    origins: how many claimants (reprints count once) state something that agrees on the same point, this one
    included. disputed_by: uids of claims by other claimants that cannot be true together with this one.
    credibility and source.reliability are proposals by the compilers.
    """

    uid: str
    event: str
    kind: str
    measure: str
    measure_label: str
    category: str | None
    figure: Figure | None
    text: str | None
    lang: str
    claimant: AgentChip | None
    source: SourceChip
    as_of: When | None
    credibility: str
    credibility_note: str | None
    note: str | None
    passages: tuple[PassageChip, ...]
    origins: int
    disputed_by: tuple[str, ...]
    answers: tuple[str, ...]

    @property
    def disputed(self) -> bool:
        return bool(self.disputed_by)
