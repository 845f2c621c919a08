"""Accounts beside each other in words: who says what on a point, what it excludes, and the table as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from viewer.index.ask.chips import ClaimView, EventChip, SourceChip
from viewer.index.ask.comparing import Account, Accounts, Cell, Row
from viewer.wording.citation import Reference, event_words, signed
from viewer.wording.dates import Form, say_when
from viewer.wording.doubt import list_words
from viewer.wording.figures import as_heading, figure_words, origin_count
from viewer.wording.sources import (
    alteration_word,
    claimant_name,
    claimant_side,
    holds_words,
    party_words,
    publisher_side,
    read_words,
    source_date,
    source_words,
    speaks_for_itself,
)
from viewer.wording.voice import Voice, fill

NOTHING = "–"
"""What stands in the cell of an account that says nothing on a point."""

Others = Mapping[str, ClaimView]
"""Every claim of the table by its uid."""


def others_of(table: Accounts) -> Others:
    """Every claim of the table by its uid."""
    return {claim.uid: claim for row in table.rows for cell in row.cells for claim in cell.claims}


def carrier_line(voice: Voice, source: SourceChip, claims: Iterable[ClaimView]) -> str:
    """Where an account was published: "in Reuters, 9 Apr 2011"; "own publication, 15 Apr 2011" by the claimant.

    `claims` are the account's.
    """
    date = source_date(voice, source, "short")
    if source.alteration:
        words = voice.translate("Accounts", "%1, %2", "a date, file altered")
        date = fill(words, date, alteration_word(voice, source.alteration))
    for claim in claims:
        if claim.source.uid == source.uid and claim.claimant and speaks_for_itself(claim.claimant, source):
            return fill(voice.translate("Accounts", "own publication, %1", "a date"), date)
    return fill(voice.translate("Accounts", "in %1, %2", "publisher, date"), source.publisher, date)


def side_words(voice: Voice, claims: Sequence[ClaimView]) -> str:
    """The relation of an account's claimant to the events; of a publisher where nobody is named."""
    for claim in claims:
        if claim.claimant:
            return claim.claimant.party
    source = claims[0].source if claims else None
    return party_words(voice, source.party, source.party_label) if source else ""


def account_told(voice: Voice, account: Account, claims: Sequence[ClaimView]) -> tuple[str, ...]:
    """Lines of a column's tooltip: claimant with its side, then each publication."""
    words = voice.translate("Accounts", "%1 (%2)", "claimant, relation to the events")
    first = fill(words, account.origin, side_words(voice, claims))
    return (first, *(carrier_line(voice, source, claims) for source in account.sources))


def account_spoken(voice: Voice, account: Account, claims: Sequence[ClaimView]) -> str:
    """A column as a screen reader says it, in one line."""
    return list_words(voice, account_told(voice, account, claims))


def point_words(voice: Voice, row: Row, several: bool) -> str:
    """A row in one line: its point and, where the table holds `several` events, the event."""
    label = as_heading(row.label)
    if not several:
        return label
    return fill(voice.translate("Accounts", "%1 – %2", "a point, an event"), label, event_words(voice, row.event))


def said_words(voice: Voice, claim: ClaimView) -> str:
    """What the claim says, as short as can be: its figure, else the paraphrase."""
    return figure_words(voice, claim.figure) if claim.figure else claim.text or claim.measure_label


def dated_words(voice: Voice, claim: ClaimView, form: Form = "short") -> str:
    """ "as of 15 Apr 2011"; "" where the claim has no date of its own."""
    if claim.as_of is None:
        return ""
    return fill(voice.translate("Accounts", "as of %1"), say_when(voice, claim.as_of, form))


def placed_words(voice: Voice, claim: ClaimView, several: bool) -> str:
    """ "as of 8 Apr 2011, in Reuters"; where it was published only if the account has `several` publications."""
    parts = [dated_words(voice, claim)]
    if several and claim.claimant and speaks_for_itself(claim.claimant, claim.source):
        parts.append(voice.translate("Accounts", "own publication"))
    elif several:
        parts.append(fill(voice.translate("Accounts", "in %1", "publisher"), claim.source.publisher))
    if claim.source.alteration:
        parts.append(alteration_word(voice, claim.source.alteration))
    return list_words(voice, [part for part in parts if part])


def excluded(cell: Cell) -> tuple[str, ...]:
    """Uids of the claims that cannot be true together with one of the cell's, each once."""
    return tuple(dict.fromkeys(uid for claim in cell.claims for uid in claim.disputed_by))


def excluded_words(voice: Voice, cell: Cell, others: Others) -> str:
    """ "Cannot be true together with: Ali Ghaidan: 3; NCRI: 37"; said the same way from both sides."""
    named = [_named(voice, others[uid]) for uid in excluded(cell) if uid in others]
    if not named:
        return ""
    joined = named[0]
    for name in named[1:]:
        joined = fill(voice.translate("Accounts", "%1; %2", "a list of claims"), joined, name)
    return fill(voice.translate("Accounts", "Cannot be true together with: %1"), joined)


def cell_spoken(voice: Voice, account: Account, row: Row, cell: Cell) -> str:
    """ "OHCHR, Killed: at least 34, as of 15 April 2011, differs from 6 others"."""
    if not cell.claims:
        said = voice.translate("Accounts", "says nothing on this")
    else:
        said = list_words(voice, [_spoken(voice, claim) for claim in cell.claims])
    line = fill(
        voice.translate("Accounts", "%1, %2: %3", "claimant, point, what it says"), account.origin, row.label, said
    )
    count = len(excluded(cell))
    if not count:
        return line
    differs = voice.translate("Accounts", "differs from %n other(s)", n=count)
    return list_words(voice, (line, differs))


def cell_told(voice: Voice, row: Row, cell: Cell, others: Others) -> tuple[str, ...]:
    """Lines on a cell: its claims whole, with both sides and what was read, and what it cannot be true with."""
    lines = [line for claim in cell.claims for line in _told(voice, row, claim)]
    if against := excluded_words(voice, cell, others):
        lines.append(against)
    return tuple(lines)


def table_title(voice: Voice, events: Sequence[EventChip]) -> str:
    """ "Accounts of 8 Apr 2011: title", "Accounts of 5 events"."""
    if len(events) == 1:
        return fill(voice.translate("Accounts", "Accounts of %1", "an event"), event_words(voice, events[0]))
    return voice.translate("Accounts", "Accounts of %n event(s)", n=len(events))


def table_counts(voice: Voice, table: Accounts) -> str:
    """ "13 origins on 8 points; claims exclude each other on 3 of them. Reprints count once."."""
    origins = origin_count(voice, len(table.accounts))
    points = voice.translate("Accounts", "%n point(s)", n=len(table.rows))
    disputed = sum(row.disputed for row in table.rows)
    words = voice.translate("Accounts", "%1 on %2. Reprints of one origin stand in one column.", "origins, points")
    said = fill(words, origins, points)
    if not disputed:
        return said
    exclude = voice.translate("Accounts", "On %n point(s) accounts cannot all be true together.", n=disputed)
    return fill(voice.translate("Accounts", "%1 %2", "two sentences"), said, exclude)


def first_words(voice: Voice, compared: int, shown: int) -> str:
    """That not all of the events shown are compared; "" where all are."""
    if shown <= compared:
        return ""
    words = voice.translate("Accounts", "These are the first %1 of the %2 events shown.")
    return fill(words, voice.number(compared), voice.number(shown))


def hidden_words(voice: Voice, count: int) -> str:
    """How many points are left out because one account alone speaks on them; "" for none."""
    if not count:
        return ""
    return voice.translate("Accounts", "%n point(s) on which one account alone speaks: not shown.", n=count)


def table_text(voice: Voice, table: Accounts, reference: Reference) -> str:
    """The table, tab separated, one line a point; then what it is and where it stands."""
    several = len({row.event.uid for row in table.rows}) > 1
    lines = ["\t".join([voice.translate("Accounts", "Point"), *(_heading(voice, a) for a in table.accounts)])]
    for row in table.rows:
        cells = (_field(_cell_text(voice, cell)) for cell in row.cells)
        lines.append("\t".join([_field(point_words(voice, row, several)), *cells]))
    lines += ["", voice.translate("Accounts", "Paraphrases by the compilers, not quotations.")]
    return signed(voice, lines, reference)


# How it is done


def _named(voice: Voice, claim: ClaimView) -> str:
    name = claimant_name(voice, claim)
    if claim.figure is None:
        return name
    return fill(voice.translate("Accounts", "%1: %2", "claimant, figure"), name, figure_words(voice, claim.figure))


def _spoken(voice: Voice, claim: ClaimView) -> str:
    said, dated = said_words(voice, claim), dated_words(voice, claim, "plain")
    if not dated:
        return said
    if claim.figure:
        return list_words(voice, (said, dated))
    return fill(voice.translate("Accounts", "%1 (%2)", "a paraphrase, a date"), said, dated)


def _told(voice: Voice, row: Row, claim: ClaimView) -> list[str]:
    point = voice.translate("Accounts", "%1 – %2: %3", "claimant, point, what it says")
    said = _spoken(voice, claim)
    if claim.figure and claim.text:
        said = fill(voice.translate("Accounts", "%1. %2", "a figure, the paraphrase"), said, claim.text)
    sides = voice.translate("Accounts", "%1. %2.", "side of the claimant, side of the publisher")
    read = voice.translate("Accounts", "%1; %2; %3.", "publication, what of it was read, how it is held")
    return [
        fill(point, claimant_name(voice, claim), row.label, said),
        fill(sides, claimant_side(voice, claim), publisher_side(voice, claim.source)),
        fill(
            read,
            source_words(voice, claim.source),
            read_words(voice, claim.source),
            holds_words(voice, claim.passages),
        ),
    ]


def _heading(voice: Voice, account: Account) -> str:
    published = list_words(voice, [source_words(voice, source) for source in account.sources])
    return _field(
        fill(voice.translate("Accounts", "%1 (%2)", "claimant, publications"), account.origin, published)
    )


def _cell_text(voice: Voice, cell: Cell) -> str:
    said = ""
    for claim in cell.claims:
        part = _spoken(voice, claim)
        if claim.figure and claim.text:
            part = fill(voice.translate("Accounts", "%1: %2", "a figure, the paraphrase"), part, claim.text)
        said = fill(voice.translate("Accounts", "%1 | %2", "two claims in one cell"), said, part) if said else part
    return said or NOTHING


def _field(text: str) -> str:
    """One field of a pasted table: on one line, and never taken for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line[:1] in "=+-@" and line else line
