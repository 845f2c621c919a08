"""What differs between two versions of a case, in words: one sentence an entry, one line a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from viewer.case import when
from viewer.case.diff import Change, Difference, Value
from viewer.case.figure import Figure
from viewer.case.plain import shown
from viewer.case.when import BadDate
from viewer.wording.dates import say_when
from viewer.wording.figures import figure_words
from viewer.wording.voice import Voice, fill

_C = "Differences"
_LONGEST = 120


def count_differences(voice: Voice, differences: Iterable[Difference]) -> str:
    """ "3 entries differ: 1 added, 1 changed, 1 withdrawn." """
    kinds = Counter(difference.kind for difference in differences)
    if not kinds:
        return voice.translate(_C, "No entry differs.")
    parts = [
        fill(voice.translate(_C, "%1 %2", "number, kind"), voice.number(kinds[kind]), say_kind(voice, kind))
        for kind in ("added", "changed", "withdrawn")
        if kinds[kind]
    ]
    whole = voice.translate(_C, "Difference(s): %n", n=kinds.total())
    return fill(voice.translate(_C, "%1 (%2)", "a count, its parts"), whole, ", ".join(parts))


def difference_lines(voice: Voice, difference: Difference) -> list[str]:
    """The entry, then its fields with what stood there and what stands there."""
    head = fill(
        voice.translate(_C, "%1 %2, %3", "claim, C1, changed"),
        say_entity(voice, difference.entity),
        shown(difference.uid),
        say_kind(voice, difference.kind),
    )
    if difference.title:
        head = fill(voice.translate(_C, "%1: %2", "entry, title"), head, _cut(shown(difference.title)))
    return [head, *(f"    {say_change(voice, change)}" for change in difference.changes)]


def say_change(voice: Voice, change: Change) -> str:
    """ "Figure: 4 → at least 5", or what was added or taken away."""
    return fill(
        voice.translate(_C, "%1: %2 → %3", "field, old value, new value"),
        say_field(voice, change.field),
        say_value(voice, change.field, change.old),
        say_value(voice, change.field, change.new),
    )


def say_value(voice: Voice, field: str, value: Value) -> str:
    """One value in one line."""
    if value is None:
        return voice.translate(_C, "nothing", "an empty field")
    if isinstance(value, Figure):
        return figure_words(voice, value)
    if field in {"total", "graphic", "cumulative"}:
        return voice.translate(_C, "yes") if value == "1" else voice.translate(_C, "no")
    if field.endswith("_edtf"):
        return _date(voice, value)
    return "; ".join(shown(line) for line in value.splitlines())


def say_kind(voice: Voice, kind: str) -> str:
    """added, changed or withdrawn."""
    return {
        "added": voice.translate(_C, "added"),
        "changed": voice.translate(_C, "changed"),
        "withdrawn": voice.translate(_C, "withdrawn"),
    }[kind]


def say_entity(voice: Voice, entity: str) -> str:
    """What kind of entry it is."""
    return {
        "case": voice.translate(_C, "About the case"),
        "measure": voice.translate(_C, "Measure"),
        "event": voice.translate(_C, "Event"),
        "claim": voice.translate(_C, "Claim"),
        "quote": voice.translate(_C, "Quotation"),
        "passage": voice.translate(_C, "Passage"),
        "document": voice.translate(_C, "Document"),
        "source": voice.translate(_C, "Source"),
        "agent": voice.translate(_C, "Agent"),
        "place": voice.translate(_C, "Place"),
        "discrepancy": voice.translate(_C, "Difference between accounts"),
        "reckoning": voice.translate(_C, "Reckoning"),
    }[entity]


def say_field(voice: Voice, field: str) -> str:
    """The name of a field; one that has none is shown as the case calls it."""
    return (_of_events(voice) | _of_documents(voice) | _of_others(voice)).get(field, field)


def _date(voice: Voice, edtf: str) -> str:
    try:
        return say_when(voice, when.parse(edtf), "plain")
    except BadDate:
        return shown(edtf)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _of_events(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "value": say(_C, "Value"),
        "label": say(_C, "Label"),
        "unit": say(_C, "Unit"),
        "cumulative": say(_C, "Counted on from earlier reports"),
        "rank": say(_C, "Rank"),
        "kind": say(_C, "Kind"),
        "subkind": say(_C, "Kind in detail"),
        "title": say(_C, "Title"),
        "lang": say(_C, "Language"),
        "summary": say(_C, "Editor's summary"),
        "date_edtf": say(_C, "Date"),
        "date_text": say(_C, "Date as written"),
        "precision": say(_C, "Precision"),
        "time_zone": say(_C, "Time zone"),
        "place": say(_C, "Place"),
        "sequence": say(_C, "Order"),
        "total": say(_C, "Total over other events"),
        "note": say(_C, "Note"),
        "event": say(_C, "Event"),
        "source": say(_C, "Source"),
        "claimant": say(_C, "Claimant"),
        "measure": say(_C, "What is counted"),
        "category": say(_C, "Of whom"),
        "figure": say(_C, "Figure"),
        "text": say(_C, "Words"),
        "as_of_edtf": say(_C, "As of"),
        "credibility": say(_C, "Proposed grade"),
        "credibility_note": say(_C, "Reason for the grade"),
        "supersedes": say(_C, "Takes the place of"),
        "speaker": say(_C, "Speaker"),
        "capacity": say(_C, "Capacity"),
        "said_edtf": say(_C, "Said on"),
        "audience": say(_C, "Said to"),
        "passage": say(_C, "Passage"),
        "original_source": say(_C, "First published in"),
        "directness": say(_C, "Directness"),
    }


def _of_documents(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "context": say(_C, "Context"),
        "collation": say(_C, "Collation"),
        "document": say(_C, "Document"),
        "exact": say(_C, "Exact words"),
        "prefix": say(_C, "Words before"),
        "suffix": say(_C, "Words after"),
        "exact_sha256": say(_C, "SHA-256 of the words"),
        "start_char": say(_C, "First sign"),
        "end_char": say(_C, "Sign after the last"),
        "page": say(_C, "Page"),
        "page_label": say(_C, "Page number as printed"),
        "rects": say(_C, "Boxes on the page"),
        "t_start": say(_C, "From second"),
        "t_end": say(_C, "To second"),
        "xywh": say(_C, "Box in the picture"),
        "original": say(_C, "Passage of the original"),
        "media_type": say(_C, "Type of file"),
        "byte_size": say(_C, "Bytes"),
        "sha256": say(_C, "SHA-256"),
        "path": say(_C, "File"),
        "external_ref": say(_C, "Where the original is"),
        "page_count": say(_C, "Pages"),
        "duration_s": say(_C, "Seconds"),
        "derived_from": say(_C, "Made from"),
        "derivation": say(_C, "How it was made"),
        "graphic": say(_C, "Graphic content"),
        "acquired_at": say(_C, "Acquired on"),
        "acquired_by": say(_C, "Acquired by"),
        "acquired_how": say(_C, "How it was acquired"),
        "original_name": say(_C, "Original name of the file"),
        "access": say(_C, "Access"),
        "publisher": say(_C, "Publisher"),
        "publisher_agent": say(_C, "Publisher among the agents"),
        "author": say(_C, "Author"),
        "parent": say(_C, "Part of"),
        "reprint_of": say(_C, "Reprint of"),
    }


def _of_others(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "reposted_by": say(_C, "Reposted by"),
        "url": say(_C, "Address"),
        "archived_url": say(_C, "Archived address"),
        "accessed_edtf": say(_C, "Looked up on"),
        "party": say(_C, "Relation to the events"),
        "read_status": say(_C, "What was read"),
        "reliability": say(_C, "Proposed grade"),
        "reliability_note": say(_C, "Reason for the grade"),
        "name": say(_C, "Name"),
        "short_name": say(_C, "Short name"),
        "description": say(_C, "Description"),
        "within": say(_C, "Belongs to"),
        "sort_name": say(_C, "Sorted as"),
        "born_edtf": say(_C, "Born"),
        "died_edtf": say(_C, "Died"),
        "country": say(_C, "Country"),
        "lon": say(_C, "Longitude"),
        "lat": say(_C, "Latitude"),
        "radius_m": say(_C, "Radius in metres"),
        "basis": say(_C, "Where the position comes from"),
        "reported": say(_C, "Position as reported"),
        "geojson": say(_C, "Outline"),
        "topic": say(_C, "Topic"),
        "says": say(_C, "What the source says"),
        "others_say": say(_C, "What others say"),
        "status": say(_C, "Status"),
        "result": say(_C, "Result"),
        "other_dates": say(_C, "Other dates"),
        "agents": say(_C, "Who was involved"),
        "relations": say(_C, "Relations"),
        "passages": say(_C, "Passages"),
        "events": say(_C, "Events"),
        "shown_with": say(_C, "Shown with"),
        "names": say(_C, "Other names"),
        "sources": say(_C, "Sources"),
    }
