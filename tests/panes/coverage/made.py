"""Coverage of a small case with something in most sections."""

from __future__ import annotations

from dataclasses import replace

from viewer.case.figure import Figure
from viewer.case.when import parse
from viewer.index.ask.chips import AgentChip, ClaimView, EventChip, PassageChip, SourceChip
from viewer.index.ask.coverage import Coverage, Gap
from viewer.index.ask.events import Discrepancy, Reckoning
from viewer.index.ask.facets import Matched

WIRE = SourceChip(
    "wire-1", "Reuters", "A report", parse("2011-04-09"), "News", "no", "not a side", "pointer", "", "B"
)
UNUSED = replace(WIRE, uid="wire-9", title="A report nobody cites", when=None)
STATE = AgentChip("state", "Government", "Government of the State", "a side in the dispute")
CAMP = EventChip("E1", "Operation at a camp", parse("2011-04-08"), 1)
LATER = EventChip("E2", "Another operation", parse("2013-09-01"), 1)
CLAIM = ClaimView(
    "C1", "E1", "figure", "killed", "killed", None, Figure(3, 3, 3, "exact"), "Three were killed.", "en", STATE,
    WIRE, None, "6", None, None, (PassageChip("P1", "N-1", "wire-1", "states", "note", "1"),), 1, (), (),
)  # fmt: skip
ODD = replace(CLAIM, uid="C2", figure=Figure(5, 3, 4, None), passages=())
DIFFERENCE = Discrepancy("D1", "How many", WIRE, "Three.", "Thirty-four.", "Open.", (WIRE, UNUSED))
SUM = Reckoning("R1", "13 + 36 + 52", "101", "The article states 116.")
DAYS = 636

FOUND = Coverage(
    single_origin=(CAMP,),
    single_origin_count=1,
    single_claims=(CLAIM, ODD),
    single_claims_count=300,
    uncited=(UNUSED,),
    uncited_count=1,
    without_passage=(ODD,),
    without_passage_count=1,
    gaps=(Gap(0, DAYS * 86_400, CAMP, LATER),),
    discrepancies=((DIFFERENCE, (CAMP, LATER)),),
    reckonings=((SUM, (CAMP,)),),
    out_of_order=(ODD,),
    out_of_order_count=1,
)
NOTHING = Coverage((), 0, (), 0, (), 0, (), 0, (), (), (), (), 0)
SOME = Matched(40, 12, 0, 0)
ALL = Matched(40, 40, 0, 0)
