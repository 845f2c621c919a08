"""The lines below the field: headed groups of findings, or values that a field of the question may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from viewer.case.frozen import dataclass, replace
from viewer.index.ask.facets import FacetValue
from viewer.index.ask.finding import COUNTED, Finding, Found
from viewer.session.focus import Focus
from viewer.wording.filters import facet_title, group_count, group_title, value_spoken
from viewer.wording.sources import alteration_word
from viewer.wording.voice import Voice, fill


@dataclass(frozen=True, slots=True)
class Line:
    """A heading with its count, a finding, or a value on offer. spoken: for a screen reader."""

    heading: str
    spoken: str
    count: str = ""
    finding: Finding | None = None
    offer: FacetValue | None = None

    @property
    def chosen(self) -> bool:
        """True if it can be chosen: a heading cannot."""
        return self.finding is not None or self.offer is not None


def lines_of(voice: Voice, found: Found) -> Iterator[Line]:
    """Each group with its count, then its findings."""
    for group in found.groups:
        title = group_title(voice, group.entity)
        more = group.more or group.count > COUNTED
        number = group_count(voice, len(group.findings), min(group.count, COUNTED), more=more)
        yield Line(title, f"{title}, {number}", number)
        for hit in (_marked(voice, hit) for hit in group.findings):
            words = (f"{title}: {hit.title}", hit.detail)
            yield Line(title, ", ".join(part for part in words if part), finding=hit)


def _marked(voice: Voice, hit: Finding) -> Finding:
    """Where a file is not as the case lists it, that stands first below the title."""
    if not hit.alteration:
        return hit
    word = alteration_word(voice, hit.alteration)
    detail = fill(voice.translate("Finder", "%1 · %2", "file altered, what stands below a hit"), word, hit.detail)
    return replace(hit, detail=detail if hit.detail else word, detail_marks=())


def lines_on_offer(voice: Voice, facet: str, values: Iterable[FacetValue]) -> Iterator[Line]:
    """Values of one facet with the number of events each would leave."""
    title = facet_title(voice, facet)
    offers = [Line(title, value_spoken(voice, v.label, v.events), voice.number(v.events), offer=v) for v in values]
    if offers:
        yield Line(title, title)
        yield from offers


def focus_of(finding: Finding) -> Focus | None:
    """Where a finding leads; None for a person or place that no event of the case names."""
    match finding.entity:
        case "event":
            return Focus(event=finding.uid)
        case "claim":
            return Focus(claim=finding.uid)
        case "quote":
            return Focus(quote=finding.uid)
        case "source":
            return Focus(source=finding.uid)
        case "passage" if finding.uid:
            return Focus(passage=finding.uid)
        case "passage":
            return Focus(source=finding.source, document=finding.document)
    if finding.event:
        return Focus(event=finding.event)
    return Focus(source=finding.source) if finding.source else None
