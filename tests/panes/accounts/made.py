"""A small table: three accounts on two points of one event and one of another."""

from __future__ import annotations

from viewer.case.figure import Figure
from viewer.case.when import When, parse
from viewer.index.ask.chips import AgentChip, ClaimView, EventChip, PassageChip, SourceChip
from viewer.index.ask.comparing import Account, Accounts, Cell, Row


def source(uid: str, publisher: str, date: str | None) -> SourceChip:
    when = parse(date) if date else None
    return SourceChip(uid, publisher, f"Title of {uid}", when, "News", "no", "not a side", "pointer", "", "B")


WIRE = source("wire-1", "Reuters", "2011-04-08")
LATER = source("wire-2", "Reuters", "2011-04-09")
OFFICE = source("ohchr-1", "OHCHR", "2011-04-15")
SITE = source("site-1", "The site", None)

STATE = AgentChip("state", "Government", "Government of the State", "a side in the dispute")
UN = AgentChip("un", "OHCHR", "Office of the High Commissioner (OHCHR)", "an institution with a role")
PEOPLE = AgentChip("people", "Residents", "Residents of the camp", "a group the events happened to")

CAMP = EventChip("E1", "Operation at a camp", parse("2011-04-08"), 1)
LATER_ON = EventChip("E2", "Another operation", parse("2013-09-01"), 1)


def claim(
    uid: str,
    who: AgentChip | None,
    where: SourceChip,
    figure: Figure | None,
    against: tuple[str, ...] = (),
    as_of: When | None = None,
    event: str = "E1",
) -> ClaimView:
    return ClaimView(
        uid, event, "figure" if figure else "statement", "killed" if figure else "means",
        "killed" if figure else "means used", None, figure, f"What {uid} says.", "en", who, where, as_of, "6",
        None, None, (PassageChip(f"P-{uid}", "N-1", where.uid, "states", "note", uid),), 1, against, (),
    )  # fmt: skip


NONE = claim("C1", STATE, WIRE, Figure(0, 0, 0, "exact"), ("C3", "C4"), parse("2011-04-08"))
THREE = claim("C2", STATE, LATER, Figure(3, 3, 3, "exact"), ("C4",), parse("2011-04-09"))
AT_LEAST = claim("C3", UN, OFFICE, Figure(34, None, None, "at-least"), ("C1",), parse("2011-04-15"))
ALL = claim("C4", PEOPLE, SITE, Figure(36, 36, 36, "exact"), ("C1", "C2"))
BATONS = claim("C5", STATE, LATER, None)
OTHER = claim("C6", PEOPLE, SITE, Figure(52, 52, 52, "exact"), event="E2")

SILENT = Cell((), differs=False)
PEOPLE_SAY = Account("Residents", (SITE,))
UN_SAYS = Account("OHCHR", (OFFICE,))
STATE_SAYS = Account("Government", (WIRE, LATER))

KILLED = Row(
    CAMP, "killed", "killed", (Cell((ALL,), True), Cell((AT_LEAST,), True), Cell((NONE, THREE), True)), True
)
MEANS = Row(CAMP, "means", "means used", (SILENT, SILENT, Cell((BATONS,), False)), False)
ONE = Accounts((PEOPLE_SAY, UN_SAYS, STATE_SAYS), (KILLED, MEANS))
BOTH = Accounts(
    ONE.accounts,
    (KILLED, MEANS, Row(LATER_ON, "killed", "killed", (Cell((OTHER,), False), SILENT, SILENT), False)),
)
