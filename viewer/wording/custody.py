"""Custody in words: who had the case, entry by entry, and whether the chain holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from viewer.case import when
from viewer.case.custody import Break, Link
from viewer.case.plain import shown
from viewer.case.records_of_use import Custody
from viewer.case.when import BadDate
from viewer.wording.dates import say_when
from viewer.wording.voice import Voice, fill

_C = "Custody"


def custody_lines(voice: Voice, links: tuple[Link, ...], names: Mapping[str, str]) -> list[str]:
    """What happened after sealing: a line that sums up, then each entry. names: the reader's, by fingerprint."""
    if not links:
        return [voice.translate(_C, "Custody: no steps recorded after sealing.")]
    return [say_chain(voice, links), *(line for link in links for line in link_lines(voice, link, names))]


def say_chain(voice: Voice, links: tuple[Link, ...]) -> str:
    """How many entries there are, how many are signed, and whether each follows on the one before."""
    count = voice.translate(_C, "%n step(s) after sealing", n=len(links))
    signed = voice.number(sum(link.signing.state == "good" for link in links))
    if all(link.holds for link in links):
        words = voice.translate(_C, "Custody: %1, %2 of them signed; each follows on the one before.")
    else:
        words = voice.translate(_C, "Custody: %1, %2 of them signed; the chain does not hold.")
    return fill(words, count, signed)


def link_lines(voice: Voice, link: Link, names: Mapping[str, str]) -> list[str]:
    """One entry: its step, what is wrong with it, its signature."""
    entry = link.entry
    if entry is None:
        words = voice.translate(_C, "%1: this text is not an entry as the program writes it.")
        return [f"  {fill(words, link.name)}"]
    step = fill(
        voice.translate(_C, "%1. %2: %3, %4", "number, time, who, action"),
        voice.number(entry.number),
        _moment(voice, entry.at),
        entry.actor,
        say_action(voice, entry.action),
    )
    details = [part for part in (_place(voice, entry.location), _note(voice, entry.note)) if part]
    faults = [say_break(voice, what) for what in link.breaks]
    return [f"  {step}", *(f"     {line}" for line in (*details, *faults, _say_signed(voice, link, names)))]


def inside_lines(voice: Voice, rows: Iterable[Custody], breaks: tuple[Break, ...]) -> list[str]:
    """The table inside the case, which is under its seal."""
    told = sorted(rows, key=lambda row: row.seq)
    head = say_inside(voice, len(told), breaks)
    return [head, *(line for row in told for line in row_lines(voice, row, breaks))]


def say_inside(voice: Voice, count: int, breaks: tuple[Break, ...]) -> str:
    """Whether there are steps, and whether each follows on the one before."""
    if not count:
        return voice.translate(_C, "Custody before sealing: no steps recorded.")
    if breaks:
        return voice.translate(_C, "Custody before sealing: the chain does not hold.")
    return voice.translate(_C, "Custody before sealing: each step follows on the one before.")


def row_lines(voice: Voice, row: Custody, breaks: tuple[Break, ...]) -> list[str]:
    """One step of the table inside, and what is wrong with it."""
    step = fill(
        voice.translate(_C, "%1. %2: %3, %4", "number, time, who, action"),
        voice.number(row.seq),
        _moment(voice, row.at),
        shown(row.actor),
        say_action(voice, row.action),
    )
    details = [_place(voice, row.location or ""), _note(voice, row.note or "")]
    faults = [say_break(voice, found.what) for found in breaks if found.seq == row.seq]
    return [f"  {step}", *(f"     {line}" for line in (*details, *faults) if line)]


def say_action(voice: Voice, action: str) -> str:
    """What was done; an unknown word as it stands."""
    return {
        "acquired": voice.translate(_C, "acquired"),
        "hashed": voice.translate(_C, "hashed"),
        "copied": voice.translate(_C, "copied"),
        "transferred": voice.translate(_C, "handed over"),
        "received": voice.translate(_C, "received"),
        "stored": voice.translate(_C, "stored"),
        "examined": voice.translate(_C, "examined"),
        "sealed": voice.translate(_C, "sealed"),
        "signed": voice.translate(_C, "signed"),
    }.get(action, shown(action))


def say_break(voice: Voice, what: str) -> str:
    """Where a chain does not hold."""
    return {
        "number": voice.translate(_C, "Its number does not follow on the entry before it."),
        "previous": voice.translate(_C, "It names another entry as the one before it."),
        "case": voice.translate(_C, "It names the digest of another case."),
        "hash": voice.translate(_C, "It is not the entry that was hashed: something in it was changed."),
    }[what]


def _say_signed(voice: Voice, link: Link, names: Mapping[str, str]) -> str:
    if link.signing.state == "absent":
        return voice.translate(_C, "Not signed.")
    if link.signing.state == "unsupported":
        return voice.translate(_C, "Its signature is of a kind that is not checked here.")
    if link.signing.state != "good":
        return voice.translate(_C, "Its signature does not fit.")
    name = names.get(link.signing.fingerprint)
    if name is None:
        return fill(voice.translate(_C, "Signed by an unknown key: %1"), link.signing.fingerprint)
    words = voice.translate(_C, "Signed by %1, by the keys you hold: %2")
    return fill(words, name, link.signing.fingerprint)


def _place(voice: Voice, location: str) -> str:
    return fill(voice.translate(_C, "Place: %1"), shown(location)) if location else ""


def _note(voice: Voice, note: str) -> str:
    return fill(voice.translate(_C, "Note: %1"), shown(note)) if note else ""


def _moment(voice: Voice, at: str) -> str:
    """In words, or as it stands where it is no date."""
    try:
        return say_when(voice, when.parse(at), "plain")
    except BadDate:
        return shown(at)
