"""The files of a case folder and their columns: reading, checking, help page and template follow this table."""

from __future__ import annotations

from viewer.builder.columns import Column as C  # noqa: N817 - a table of 200 lines reads best so
from viewer.builder.columns import Sheet
from viewer.builder.sheets_of_use import OF_USE
from viewer.case import records

ACCESS = C(
    "access",
    "code",
    "restricted: left out of the case, with all that hangs on it, unless it is built with --with-restricted.",
    words=("open", "restricted"),
)
PRECISIONS = ("exact", "street", "village", "district", "region", "country", "unknown")
AGENT_KINDS = ("person", "people", "organisation", "unit", "group", "state", "unknown")
NAME_KINDS = ("alias", "transliteration", "former", "pseudonym", "official")
DERIVATIONS = (
    "extract-note", "excerpt", "ocr", "transcript", "translation", "redaction", "thumbnail", "conversion",
)  # fmt: skip
CLAIM_KINDS = ("figure", "statement", "denial", "attribution", "date", "place")
QUALIFIERS = (
    "exact", "about", "at-least", "more-than", "up-to", "fewer-than", "range", "reported", "dozens", "hundreds",
    "thousands",
)  # fmt: skip
EVENT_RELATIONS = (
    "responds-to", "part-of", "contradicts", "possibly-counted-in", "precedes", "same-as", "related",
)  # fmt: skip


def _id(what: str) -> C:
    return C("id", "id", f"Your own id of the {what}; it never changes.", required=True, field="uid")


def _lang(what: str) -> C:
    return C("lang", "lang", f"Language of {what}.")


TERMS = Sheet("terms", records.Term, "Your code words and what they mean, in the order in which they are shown.", (
    C("scheme", "text", "Which list the word belongs to: kind, subkind, party, source-kind, read-status … "
      "Once a scheme has words here, only these may be used. The scheme era names spans of time.", required=True),
    C("code", "text", "The word as other files use it; of an era its span: 2003/2009-01-01.", required=True),
    C("label", "text", "The word as the reader sees it.", required=True),
    C("definition", "text", "What is meant by it."),
    C("broader", "ref", "Code of a wider word of the same scheme.", to=("terms",), field="broader_id"),
    C("uri", "url", "Address of a published definition."),
), key="code", lang="case")  # fmt: skip

MEASURES = Sheet("measures", records.Measure, "What claims speak to, the most important first.", (
    C("code", "text", "The word as claims.csv uses it: killed.", required=True),
    C("label", "text", "The word as the reader sees it: Killed.", required=True),
    C("unit", "text", "What is counted: persons."),
    C("cumulative", "yes", "yes: the count can only grow, so a later, higher count need not contradict an "
      "earlier, lower one."),
), key="code")  # fmt: skip

AGENTS = Sheet("agents", records.Agent, "Persons, organisations, states and groups.", (
    _id("agent"),
    C("name", "text", "Name in full.", required=True),
    C("short_name", "text", "Short form, for charts."),
    C("kind", "code", "What sort of agent it is.", required=True, words=AGENT_KINDS),
    C("description", "text", "One neutral line: who this is."),
    C("party", "term", "The agent's relation to the events.", scheme="party"),
    C("within", "ref", "The agent that this one belongs to or speaks for.", to=("agents",), field="within_id"),
    _lang("the name"),
    C("sort_name", "text", "The name as it is sorted: Boumedra, Tahar."),
    C("summary", "text", "A paragraph, if one line is not enough."),
    C("born", "date", "Date of birth.", field="born_edtf"),
    C("died", "date", "Date of death.", field="died_edtf"),
    ACCESS,
), key="id")  # fmt: skip

AGENT_NAMES = Sheet("agent_names", records.AgentName, "Other names of agents, so that a search finds them.", (
    C("agent", "ref", "The agent.", required=True, to=("agents",), field="agent_id", hangs=True),
    C("name", "text", "The other name.", required=True),
    _lang("this name"),
    C("kind", "code", "What sort of name it is.", words=NAME_KINDS),
))  # fmt: skip

PLACES = Sheet("places", records.Place, "Where things are said to have happened.", (
    _id("place"),
    C("name", "text", "Name of the place.", required=True),
    C("short_name", "text", "Short form, for the map."),
    C("kind", "text", "camp, town, district …"),
    C("within", "ref", "The place that this one lies in.", to=("places",), field="within_id"),
    C("country", "country", "Country code."),
    C("lat", "number", "Latitude in degrees, north positive: 33.9."),
    C("lon", "number", "Longitude in degrees, east positive: 44.5."),
    C("radius_km", "kilometres", "Within how many kilometres of that point the place lies.", field="radius_m"),
    C("precision", "code", "How exactly the place is known.", words=PRECISIONS),
    C("basis", "text", "Where the coordinates come from."),
    C("note", "text", "Anything to know about the place."),
    C("reported", "texts", "How others describe where it lies, one statement each."),
    C("sources", "refs", "Sources for where it lies.", to=("sources",), field=None,
      link=(records.PlaceSource, "place_id", "source_id")),
    _lang("the name"),
    C("geojson", "geojson", "Its outline."),
), key="id")  # fmt: skip

SOURCES = Sheet("sources", records.Source, "What was published, by whom and when.", (
    _id("source"),
    C("kind", "term", "Sort of source.", required=True, scheme="source-kind"),
    C("title", "text", "Title as printed.", required=True),
    _lang("the source"),
    C("publisher", "text", "Publisher as printed.", required=True),
    C("publisher_agent", "ref", "The publisher's entry in agents.csv.", to=("agents",), field="publisher_id"),
    C("author", "ref", "The author's entry in agents.csv.", to=("agents",), field="author_id", hangs=True),
    C("parent", "ref", "The source that this one is a part of.", to=("sources",), field="parent_id"),
    C("reprint_of", "ref", "The source whose text this one repeats: both then count as one origin.",
      to=("sources",)),
    C("reposted_by", "text", "Who else put it up, if that is where it was read."),
    C("date", "date", "Date of publication.", field="date_edtf", bounds=("earliest_jd", "latest_jd")),
    C("date_text", "text", "The date as printed, if it says more."),
    C("url", "url", "Address. It is shown and never opened by itself."),
    C("archived_url", "url", "Address of an archived copy."),
    C("accessed", "date", "When it was read there.", field="accessed_edtf"),
    C("party", "term", "The publisher's relation to the events.", scheme="party"),
    C("read_status", "term", "What of it the compilers read.", scheme="read-status"),
    C("reliability", "code", "Admiralty letter, your proposal; F = cannot be judged.", words=tuple("ABCDEF")),
    C("reliability_note", "text", "Why this letter."),
    C("note", "text", "Anything to know about the source."),
    ACCESS,
), key="id")  # fmt: skip

DOCUMENTS = Sheet("documents", records.Document, "Files that are in the folder, and originals that are not.", (
    _id("document"),
    C("source", "ref", "The source that it belongs to.", to=("sources",), field="source_id", hangs=True),
    C("title", "text", "Title.", required=True),
    _lang("the document"),
    C("media_type", "text", "text/markdown, application/pdf … Where it is empty, the file's content decides."),
    C("file", "text", "Name below documents/. Give this or original_at.", field=None),
    C("original_at", "text", "Where the original is, if it is not in the folder.", field="external_ref"),
    C("sha256", "sha256", "Hash of the file. Where you give it, the file must agree."),
    C("byte_size", "whole", "Size in bytes. Where you give it, the file must agree."),
    C("pages", "whole", "Number of pages. Counted for you in PDF.", field="page_count"),
    C("duration_s", "number", "Length of a recording in seconds."),
    C("derived_from", "ref", "The document that this one was made from.", to=("documents",), hangs=True),
    C("derivation", "code", "How it was made from the other.", words=DERIVATIONS),
    C("graphic", "yes", "yes: shows injury or death, and is covered until the reader asks for it."),
    C("acquired_at", "text", "When you got it."),
    C("acquired_by", "text", "Who got it."),
    C("acquired_how", "text", "How."),
    C("original_name", "text", "Name of the file when you got it."),
    ACCESS,
), key="id")  # fmt: skip

PASSAGES = Sheet("passages", records.Passage, "The very words, page or seconds that carry a claim.", (
    _id("passage"),
    C("document", "ref", "The document it stands in.", required=True, to=("documents",), field="document_id",
      hangs=True),
    C("exact", "exact", "The words, exactly as in the document. In a text document, a web page or a PDF they must "
      "stand there once."),
    C("prefix", "exact", "The words right before them, if the same words stand there more than once."),
    C("suffix", "exact", "The words right after them, for the same reason."),
    C("start", "whole", "Where the words begin, in characters from the start of the text. Found for you in text "
      "documents.", field="start_char"),
    C("end", "whole", "Where they end.", field="end_char"),
    C("page", "whole", "Page, counted from 1. Found for you in a PDF."),
    C("page_label", "text", "Page as printed: xiv."),
    C("rects", "rects", "Boxes on the page. Computed for you from the words in a PDF that has text; drawn on a "
      "scan."),
    C("t_start", "number", "Start in a recording, in seconds."),
    C("t_end", "number", "End in a recording, in seconds."),
    C("xywh", "xywh", "Part of a picture, as it is shown."),
    C("label", "text", "What the passage is called: paragraph 4."),
    C("sha256", "sha256", "Hash of the words (UTF-8), where the words themselves may not be passed on.",
      field="exact_sha256"),
    C("original", "ref", "The passage of the original that this one stands for.", to=("passages",),
      field="original_id"),
    _lang("the words"),
    C("expect", "code", "moved: you know that the words no longer stand at start and end, or on that page. "
      "missing: that they no longer stand in the document at all. The passage is kept as it is and listed so.",
      words=("moved", "missing"), field=None),
), key="id")  # fmt: skip

EVENTS = Sheet("events", records.Event, "What is said to have happened.", (
    _id("event"),
    C("kind", "term", "Kind of event.", required=True, scheme="kind"),
    C("subkind", "term", "Narrower kind.", scheme="subkind"),
    C("title", "text", "A neutral title: no verdict, no adjective.", required=True),
    _lang("title and summary"),
    C("date", "date", "When.", field="date_edtf", bounds=("earliest_jd", "latest_jd")),
    C("date_text", "text", "The date in words, if that says more."),
    C("precision", "text", "What you call the date's precision: day, month …"),
    C("time_zone", "text", "Time zone of the place: Asia/Baghdad."),
    C("place", "ref", "Where.", to=("places",), field="place_id"),
    C("sequence", "whole", "Order among events whose date is not known."),
    C("total", "yes", "yes: a sum over other events, not a thing that happened at one time."),
    C("summary", "text", "A neutral summary in your words."),
    C("note", "text", "Anything to know about the entry."),
), key="id", lang="case")  # fmt: skip

EVENT_DATES = Sheet("event_dates", records.EventDate, "Other dates that sources give for an event.", (
    C("event", "ref", "The event.", required=True, to=("events",), field="event_id", hangs=True),
    C("date", "date", "The other date.", required=True, field="date_edtf", bounds=("earliest_jd", "latest_jd")),
    C("source", "ref", "Who gives it.", to=("sources",), field="source_id", hangs=True),
    C("note", "text", "Anything to know about it."),
))  # fmt: skip

EVENT_AGENTS = Sheet("event_agents", records.EventAgent, "Who had what part in an event.", (
    C("event", "ref", "The event.", required=True, to=("events",), field="event_id", hangs=True),
    C("agent", "ref", "The agent.", required=True, to=("agents",), field="agent_id", hangs=True),
    C("role", "text", "In what role.", required=True),
    C("note", "text", "Anything to know about it."),
))  # fmt: skip

EVENT_LINKS = Sheet("event_relations", records.EventRelation, "What events have to do with each other.", (
    C("event", "ref", "The event.", required=True, to=("events",), field="from_id", hangs=True),
    C("relation", "code", "What it has to do with the other.", required=True, words=EVENT_RELATIONS, field="kind"),
    C("to", "ref", "The other event, or a passage that speaks of it.", required=True, to=("events", "passages"),
      field=None, hangs=True),
    C("note", "text", "Anything to know about it."),
))  # fmt: skip

EVENT_PASSAGES = Sheet("event_passages", records.EventPassage, "Passages on an event that carry no claim.", (
    C("event", "ref", "The event.", required=True, to=("events",), field="event_id", hangs=True),
    C("passage", "ref", "The passage.", required=True, to=("passages",), field="passage_id", hangs=True),
))  # fmt: skip

CLAIMS = Sheet("claims", records.Claim, "Who says what about an event: one row for one figure or statement.", (
    _id("claim"),
    C("event", "ref", "The event it is about.", required=True, to=("events",), field="event_id", hangs=True),
    C("source", "ref", "Who carried it.", required=True, to=("sources",), field="source_id", hangs=True),
    C("claimant", "ref", "Whose claim it is.", to=("agents",), field="claimant_id", hangs=True),
    C("kind", "code", "figure, if it states a number; else what sort of statement.", required=True,
      words=CLAIM_KINDS),
    C("measure", "ref", "What it speaks to.", required=True, to=("measures",), field="measure_id"),
    C("category", "text", "Of whom or what: women, residents."),
    C("low", "whole", "Lowest number stated."),
    C("best", "whole", "The number stated."),
    C("high", "whole", "Highest number stated."),
    C("qualifier", "code", "How the number is stated.", words=QUALIFIERS),
    C("text", "text", "The statement in your words. Never a quotation."),
    _lang("the text"),
    C("as_of", "date", "Up to what time it counts.", field="as_of_edtf",
      bounds=("as_of_earliest_jd", "as_of_latest_jd")),
    C("credibility", "code", "Admiralty digit, your proposal; 6 = cannot be judged.", words=tuple("123456")),
    C("credibility_note", "text", "Why this digit."),
    C("passages", "refs", "The passages that carry it.", to=("passages",), field=None, hangs=True,
      link=(records.ClaimPassage, "claim_id", "passage_id")),
    C("passage_relation", "code", "How these passages carry it.", field=None,
      words=("states", "supports", "contradicts", "context")),
    C("supersedes", "ref", "The earlier claim that it replaces.", to=("claims",)),
    C("note", "text", "Anything to know about the claim."),
), key="id", lang="case")  # fmt: skip

CLAIM_RELATIONS = Sheet("claim_relations", records.ClaimRelation, "What claims have to do with each other.", (
    C("claim", "ref", "The claim.", required=True, to=("claims",), field="from_id", hangs=True),
    C("relation", "code", "What it does to the other.", required=True, field="kind",
      words=("contradicts", "answers", "repeats")),
    C("to", "ref", "The other claim.", required=True, to=("claims",), field="to_id", hangs=True),
    C("note", "text", "Anything to know about it."),
))  # fmt: skip

# In an order in which most references lead backwards.
SHEETS: tuple[Sheet, ...] = (
    TERMS, MEASURES, AGENTS, AGENT_NAMES, PLACES, SOURCES, DOCUMENTS, PASSAGES, EVENTS, EVENT_DATES, EVENT_AGENTS,
    EVENT_LINKS, EVENT_PASSAGES, CLAIMS, CLAIM_RELATIONS, *OF_USE,
)  # fmt: skip
BY_NAME = {sheet.name: sheet for sheet in SHEETS}
BY_ENTITY = {sheet.entity: sheet for sheet in SHEETS if sheet.key}
