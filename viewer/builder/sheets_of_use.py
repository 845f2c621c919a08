"""The second half of the table of files: quotations, differences, lists for a hearing, translations, making."""

from __future__ import annotations

from viewer.builder.columns import Column as C  # noqa: N817 - a table reads best so
from viewer.builder.columns import Sheet
from viewer.case import records, records_of_use

TRANSLATABLE = (
    "case", "event", "agent", "place", "source", "document", "passage", "claim", "quote", "discrepancy",
    "reckoning", "storyboard", "storyboard_item", "term", "measure",
)  # fmt: skip
CUSTODY_ACTIONS = (
    "acquired", "hashed", "copied", "transferred", "received", "stored", "examined", "sealed", "signed",
)  # fmt: skip
ACTIVITIES = ("create", "import", "edit", "derive", "review", "redact", "merge", "export")


def _id(what: str) -> C:
    return C("id", "id", f"Your own id of the {what}; it never changes.", required=True, field="uid")


QUOTES = Sheet("quotes", records.Quote, "Verbatim words.", (
    _id("quotation"),
    C("speaker", "ref", "Who said it.", to=("agents",), field="speaker_id", hangs=True),
    C("capacity", "text", "In what capacity: then chief of the UNAMI human rights office."),
    C("text", "text", "The words, exactly. […] stands for words left out.", required=True),
    C("lang", "lang", "Language of the words."),
    C("said", "date", "When.", field="said_edtf", bounds=("earliest_jd", "latest_jd")),
    C("place", "ref", "Where.", to=("places",), field="place_id"),
    C("audience", "text", "To whom."),
    C("source", "ref", "Who carried the words.", required=True, to=("sources",), field="source_id", hangs=True),
    C("passage", "ref", "Where they stand; the passage must hold the very words.", required=True,
      to=("passages",), field="passage_id", hangs=True),
    C("original_source", "ref", "Where they were first published, if elsewhere.", to=("sources",),
      field="original_source_id"),
    C("directness", "code", "Whether these are the speaker's own words.",
      words=("direct", "reported", "translated")),
    C("context", "text", "What a reader has to know to understand them."),
    C("collation", "text", "Against what the words were compared, and with what result."),
    C("events", "refs", "The events they are about.", to=("events",), field=None,
      link=(records.QuoteEvent, "quote_id", "event_id")),
    C("show_with", "refs", "The answering words. Neither is shown without the other.", to=("quotes",), field=None,
      hangs=True, link=(records.QuotePair, "quote_id", "with_id")),
), key="id")  # fmt: skip

DISCREPANCIES = Sheet("discrepancies", records.Discrepancy, "Where accounts differ.", (
    _id("entry"),
    C("topic", "text", "What they differ about, worded neutrally.", required=True),
    C("source", "ref", "The source whose account is set beside the others.", to=("sources",), field="source_id",
      hangs=True),
    C("says", "text", "What that source says.", required=True),
    C("others_say", "text", "What the others say.", required=True),
    C("status", "text", "Where the matter stands: open …"),
    C("sources", "refs", "The sources of the others.", to=("sources",), field=None, hangs=True,
      link=(records.DiscrepancySource, "discrepancy_id", "source_id")),
    C("events", "refs", "The events concerned.", to=("events",), field=None,
      link=(records.DiscrepancyEvent, "discrepancy_id", "event_id")),
), key="id")  # fmt: skip

RECKONINGS = Sheet("reckonings", records.Reckoning, "Sums and orders of dates that anybody can check.", (
    _id("entry"),
    C("text", "text", "The sum: 13 + 36 + 52.", required=True),
    C("result", "text", "Its result: 101.", required=True),
    C("note", "text", "Anything to know about it."),
    C("events", "refs", "The events concerned.", to=("events",), field=None, hangs=True,
      link=(records.ReckoningEvent, "reckoning_id", "event_id")),
), key="id")  # fmt: skip

EXHIBITS = Sheet("exhibits", records_of_use.Exhibit, "Documents under their exhibit numbers.", (
    C("number", "text", "Exhibit number.", required=True),
    C("document", "ref", "The document.", required=True, to=("documents",), field="document_id", hangs=True),
    C("passage", "ref", "The passage in it.", to=("passages",), field="passage_id", hangs=True),
    C("title", "text", "Title of the exhibit.", required=True),
    C("lang", "lang", "Language of the title."),
    C("use", "code", "What it is offered as.", words=("evidence", "summary", "illustrative")),
    C("tab", "text", "Tab in the binder."),
    C("first_page", "whole", "First page of the document that is offered."),
    C("last_page", "whole", "Last page that is offered."),
    C("offered_by", "text", "Who offers it."),
    C("note", "text", "Anything to know about it."),
), key="number", lang="case")  # fmt: skip

STORYBOARDS = Sheet("storyboards", records_of_use.Storyboard, "Lists for a hearing.", (
    _id("list"),
    C("title", "text", "Title of the list.", required=True),
    C("lang", "lang", "Language of the list."),
    C("purpose", "text", "What it is for."),
), key="id", lang="case")  # fmt: skip

STORYBOARD_ITEMS = Sheet("storyboard_items", records_of_use.StoryboardItem, "The steps of these lists.", (
    _id("step"),
    C("storyboard", "ref", "The list it belongs to.", required=True, to=("storyboards",), field="storyboard_id",
      hangs=True),
    C("seq", "whole", "Its place in the list.", required=True),
    C("title", "text", "Title of the step.", required=True),
    C("body", "text", "Text shown to the room."),
    C("note", "text", "What you want to say; not shown to the room, but in the file."),
    C("caution", "text", "What to take care of; not shown to the room, but in the file."),
    C("minutes", "minutes", "How long it should take.", field="seconds"),
    C("targets", "targets", "What is shown, in this order.", field=None, hangs=True),
), key="id")  # fmt: skip

TRANSLATIONS = Sheet("translations", records_of_use.Translation, "Texts of the case in other languages.", (
    C("entity", "code", "What sort of entry is translated.", required=True, words=TRANSLATABLE),
    C("id", "entity", "Its id; empty for the case itself; scheme:code for a term.", field=None, hangs=True),
    C("field", "text", "Which column of it: title.", required=True),
    C("lang", "lang", "Language of the translation.", required=True),
    C("text", "text", "The translation.", required=True),
    C("status", "code", "draft: no native reader has checked it.", required=True,
      words=("certified", "human", "machine", "draft")),
    C("translator", "text", "Who translated."),
))  # fmt: skip

PROVENANCE = Sheet("provenance", records_of_use.Provenance, "What was done in making the case, and by whom.", (
    C("at", "text", "When: 2026-03-01, or with the time.", required=True),
    C("activity", "code", "What was done.", required=True, words=ACTIVITIES),
    C("agent", "text", "Who did it.", required=True),
    C("software", "text", "With what program."),
    C("entity", "code", "To what sort of entry.", words=tuple(word for word in TRANSLATABLE if word != "case")),
    C("id", "entity", "To which entry.", field=None, hangs=True),
    C("used_sha256", "sha256", "Hash of the file that was used."),
    C("note", "text", "Anything to know about it."),
))  # fmt: skip

CUSTODY = Sheet("custody", records_of_use.Custody, "Who had the documents, before the case is sealed, in order of "
                "time. Each row is bound to the one before it by a hash, which the program computes.", (
    C("at", "text", "When: 2014-03-25, or with the time.", required=True),
    C("actor", "text", "Who.", required=True),
    C("action", "code", "What was done.", required=True, words=CUSTODY_ACTIONS),
    C("document", "ref", "With which document; empty = all.", to=("documents",), field="document_id", hangs=True),
    C("sha256", "sha256", "Hash of the document at that time."),
    C("location", "text", "Where it was."),
    C("note", "text", "Anything to know about it."),
))  # fmt: skip

OF_USE: tuple[Sheet, ...] = (
    QUOTES, DISCREPANCIES, RECKONINGS, EXHIBITS, STORYBOARDS, STORYBOARD_ITEMS, TRANSLATIONS, PROVENANCE, CUSTODY,
)  # fmt: skip
TARGETS = (
    "event", "claim", "quote", "source", "document", "passage", "place", "agent", "discrepancy", "reckoning",
)  # fmt: skip
