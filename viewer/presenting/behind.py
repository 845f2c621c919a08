"""Which sources stand behind an item of a list, in the order in which it names them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from viewer.case.errors import UnknownFocus
from viewer.case.hearing import Step, Target
from viewer.index.ask.accounts import quote_views
from viewer.index.ask.chips import SourceChip
from viewer.index.ask.events import event
from viewer.index.ask.fetch import id_of
from viewer.index.ask.names import Names
from viewer.index.ask.sources import document, source
from viewer.index.ask.spot import Spot, whole


def sources_behind(connection: sqlite3.Connection, step: Step) -> tuple[SourceChip, ...]:
    """Each once; what the case does not have is left out."""
    found: dict[str, SourceChip] = {}
    for target in step.targets:
        try:
            for chip in _of(connection, target):
                found.setdefault(chip.uid, chip)
        except UnknownFocus:
            continue
    return tuple(found.values())


def _of(connection: sqlite3.Connection, target: Target) -> Iterator[SourceChip]:
    """Raises UnknownFocus."""
    match target.entity:
        case "event":
            view = event(connection, target.uid)
            yield from (claim.source for claim in view.claims)
            yield from (quote.source for quote in view.quotes)
        case "quote":
            (quote,) = quote_views(connection, Names(connection), [id_of(connection, "quote", target.uid)])
            yield quote.source
        case "source":
            yield source(connection, target.uid).chip
        case "document" | "passage":
            spot = Spot(document=target.uid) if target.entity == "document" else Spot(passage=target.uid)
            found = document(connection, whole(connection, spot).document or "")
            if found.source:
                yield source(connection, found.source).chip
        case _:
            return
