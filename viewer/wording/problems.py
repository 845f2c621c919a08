"""What is wrong with what the authors wrote, and what was expected, in one sentence."""

from __future__ import annotations

from viewer.case.problem import Problem
from viewer.case.when import parse
from viewer.wording.dates import say_when
from viewer.wording.health import say_standing
from viewer.wording.voice import Voice, fill


def line_of(voice: Voice, problem: Problem) -> str:
    """`file:line: sentence`, as compilers write it, so that editors can jump there."""
    return f"{problem.file}:{problem.line or 1}: {say_problem(voice, problem)}"


def say_problem(voice: Voice, problem: Problem) -> str:
    """The sentence, with its weight and its column in front."""
    words = _sentence(voice, problem)
    if problem.column:
        words = fill(voice.translate("Problems", "column %1: %2"), problem.column, words)
    if problem.severity == "error":
        return words
    return fill(voice.translate("Problems", "%1: %2"), say_severity(voice, problem), words)


def say_severity(voice: Voice, problem: Problem) -> str:
    match problem.severity:
        case "error":
            return voice.translate("Problems", "error")
        case "as-stated":
            return voice.translate("Problems", "as stated")
        case "warning":
            return voice.translate("Problems", "warning")


def say_count(voice: Voice, problems: tuple[Problem, ...]) -> str:
    """2 errors, 1 figure as stated, 14 warnings."""
    count = {severity: sum(p.severity == severity for p in problems) for severity in _SEVERITIES}
    return fill(
        voice.translate("Problems", "%1, %2, %3"),
        voice.translate("Problems", "%n error(s)", "", count["error"]),
        voice.translate("Problems", "%n figure(s) kept as stated", "", count["as-stated"]),
        voice.translate("Problems", "%n warning(s)", "", count["warning"]),
    )


_SEVERITIES = ("error", "as-stated", "warning")


def _sentence(voice: Voice, problem: Problem) -> str:
    if problem.code == "bad-date":
        text, reason = problem.parts
        return fill(voice.translate("Problems", "“%1” is no date: %2"), text, _reason(voice, reason))
    if problem.code in ("slash-date", "two-readings"):
        return _readings(voice, problem)
    if problem.code == "other-date":
        event, date, where = problem.parts
        return fill(sentences(voice)[problem.code], event, say_when(voice, parse(date), "plain"), where)
    if problem.code in ("document-not-read", "passage-not-checked"):
        file, code = problem.parts
        return fill(sentences(voice)[problem.code], file, _not_read(voice, code))
    if problem.code == "not-as-expected":
        return fill(sentences(voice)[problem.code], *(say_standing(voice, state) for state in problem.parts))
    return fill(sentences(voice)[problem.code], *problem.parts)


def sentences(voice: Voice) -> dict[str, str]:
    """Every problem's sentence, by its code, with %1 … where its parts go."""
    return {
        **_of_files(voice),
        **_of_tables(voice),
        **_of_cells(voice),
        **_of_shapes(voice),
        **_of_references(voice),
        **_of_documents(voice),
        **_of_what_is_hidden(voice),
        **_of_passages(voice),
        **_of_pages(voice),
        **_of_expectations(voice),
        **_of_sense(voice),
        **_of_leaving(voice),
        **_of_flat_sheets(voice),
    }


def _readings(voice: Voice, problem: Problem) -> str:
    text, day_first, month_first = problem.parts
    first = say_when(voice, parse(day_first), "plain")
    if day_first == month_first:
        words = voice.translate("Problems", "“%1” is not written as a date should be: write %2 (%3)")
        return fill(words, text, day_first, first)
    second = say_when(voice, parse(month_first), "plain")
    if problem.code == "two-readings":
        words = voice.translate(
            "Problems", "“%1” may be %3 or %5. It is kept as either; write %2 or %4 to be exact"
        )
    else:
        words = voice.translate("Problems", "“%1” may be %3 or %5: write %2 or %4")
    return fill(words, text, day_first, first, month_first, second)


def _reason(voice: Voice, reason: str) -> str:
    return {
        "too-long": voice.translate("Problems", "it is longer than 64 characters"),
        "not-edtf": voice.translate("Problems", "expected a date such as 2011-04-08, 2011-04, 2011~ or 2011/2012"),
        "exponent": voice.translate("Problems", "years with exponents are not read"),
        "year-range": voice.translate("Problems", "expected a year between 1 and 9999"),
        "no-such-month": voice.translate("Problems", "there is no such month"),
        "no-such-day": voice.translate("Problems", "there is no such day in that month"),
        "no-such-time": voice.translate("Problems", "there is no such time of day"),
        "reversed": voice.translate("Problems", "it ends before it begins"),
    }[reason]


def _of_files(voice: Voice) -> dict[str, str]:
    return {
        "unknown-file": voice.translate("Problems", "this file belongs to no case folder; expected %1"),
        "missing-file": voice.translate("Problems", "the file is missing; a case folder needs it"),
        "not-toml": voice.translate("Problems", "this is no TOML: %1"),
        "unknown-key": voice.translate("Problems", "unknown entry “%1”; expected %2"),
        "missing-key": voice.translate("Problems", "“%1” is missing under [case]"),
        "not-a-list": voice.translate("Problems", "expected principles as a list of texts: [\"…\", \"…\"]"),
        "fiction": voice.translate("Problems", "this case says of itself that it is invented"),
        "utf-16": voice.translate("Problems", "the file is UTF-16; expected UTF-8 (save it as “CSV UTF-8”)"),
        "bad-encoding": voice.translate(
            "Problems", "byte %1 at position %2 is no UTF-8; expected UTF-8 (save the file as “CSV UTF-8”)"
        ),
        "lost-letter": voice.translate(
            "Problems", "there is a � here: a letter was lost when the file was converted; compare the original"
        ),
        "unused-file": voice.translate("Problems", "no row of documents.csv names this file; it is left out"),
        "not-xlsx": voice.translate("Problems", "the spreadsheet cannot be read: %1"),
    }  # fmt: skip


def _of_tables(voice: Voice) -> dict[str, str]:
    return {
        "row-length": voice.translate("Problems", "the row has %1 cells; expected %2, as in the header"),
        "not-csv": voice.translate("Problems", "the row is no CSV: %1"),
        "no-header": voice.translate("Problems", "the table is empty; expected a first row with the columns %1"),
        "unknown-column": voice.translate("Problems", "unknown column “%1”; expected %2"),
        "double-column": voice.translate("Problems", "the column “%1” stands there more than once"),
        "missing-column": voice.translate("Problems", "the column “%1” is missing"),
        "empty-cell": voice.translate("Problems", "nothing is given, and it is needed"),
        "twice": voice.translate("Problems", "the same %1 stand already at %2"),
    }


def _of_cells(voice: Voice) -> dict[str, str]:
    return {
        "control-character": voice.translate("Problems", "there is a control character (%1); expected text"),
        "bad-id": voice.translate(
            "Problems", "“%1” is no id; expected letters, digits, “.”, “-” and “_”, at most 64, without spaces"
        ),
        "bad-language": voice.translate(
            "Problems", "“%1” is no language tag; expected one such as en, fr, ar, fa"
        ),
        "not-whole": voice.translate("Problems", "“%1” is no whole number; expected digits only, such as 1300"),
        "not-number": voice.translate("Problems", "“%1” is no number; expected one such as 33.9"),
        "out-of-range": voice.translate("Problems", "%1 is out of range; expected a number between %2 and %3"),
        "wrong-code": voice.translate("Problems", "“%1” is not a word of this list; expected one of: %2"),
        "not-sha256": voice.translate("Problems", "“%1” is no SHA-256 hash; expected 64 hexadecimal digits"),
        "bad-country": voice.translate("Problems", "“%1” is no country code; expected two letters such as IQ"),
        "not-address": voice.translate(
            "Problems", "“%1” is no address; expected one that begins with http:// or https://"
        ),
    }


def _of_shapes(voice: Voice) -> dict[str, str]:
    return {
        "bad-target": voice.translate(
            "Problems", "“%1” names nothing to show; expected event:E16, with one of: %2"
        ),
        "bad-boxes": voice.translate(
            "Problems", "“%1” are no boxes; expected [[left, top, right, bottom]] with shares between 0 and 1"
        ),
        "bad-part": voice.translate(
            "Problems", "“%1” is no part of a picture; expected left,top,width,height as shares between 0 and 1"
        ),
        "bad-geojson": voice.translate("Problems", "“%1” is no GeoJSON geometry"),
        "half-point": voice.translate(
            "Problems", "latitude and longitude belong together; one of them is missing"
        ),
        "half-range": voice.translate("Problems", "start and end belong together; one of them is missing"),
        "ends-before": voice.translate("Problems", "the end (%2) lies before the start (%1)"),
        "beyond-end": voice.translate("Problems", "the end (%1) lies beyond the text, which has %2 characters"),
    }


def _of_references(voice: Voice) -> dict[str, str]:
    return {
        "duplicate-id": voice.translate("Problems", "“%1” stands already at %2; expected an id of its own"),
        "same-but-for-case": voice.translate(
            "Problems", "“%1” differs from the one at %2 in capital letters only; expected an id of its own"
        ),
        "dangling": voice.translate("Problems", "“%1” leads nowhere; expected an id that stands in %2"),
        "two-meanings": voice.translate("Problems", "“%1” stands in more than one of %2; expected an id of one"),
        "to-itself": voice.translate("Problems", "“%1” leads to itself"),
        "circle": voice.translate("Problems", "this leads in a circle: %1"),
        "dangling-entity": voice.translate("Problems", "“%1” leads nowhere; expected an entry of this case"),
        "id-without-entity": voice.translate(
            "Problems", "“%1” is an id, but the column entity does not say of what"
        ),
        "case-needs-no-id": voice.translate("Problems", "“%1” is not needed: the case itself has no id here"),
        "entity-without-id": voice.translate("Problems", "the id is missing: which %1 is meant?"),
    }


def _of_documents(voice: Voice) -> dict[str, str]:
    return {
        "two-places": voice.translate("Problems", "file is given as well (%1); expected one of the two"),
        "no-place": voice.translate("Problems", "expected file or original_at; neither is given"),
        "no-derivation": voice.translate("Problems", "expected the column derivation to say how it was made"),
        "outside": voice.translate("Problems", "“%1” does not lie in documents/; expected a name below it"),
        "no-such-file": voice.translate("Problems", "there is no file %1"),
        "other-file": voice.translate("Problems", "the file is not the one meant: %1 is given, %2 is found"),
        "other-kind": voice.translate("Problems", "by its content, %1 is %2; it is kept as that"),
        "unknown-kind": voice.translate(
            "Problems", "what kind of file %1 is cannot be told; it is kept, and shown by its facts only"
        ),
        "document-not-read": voice.translate("Problems", "%1 is kept but could not be looked into: %2"),
    }


def _not_read(voice: Voice, code: str) -> str:
    """Why the locked process gave no answer about a document."""
    return {
        "needs-password": voice.translate("Problems", "it asks for a password"),
        "wrong-password": voice.translate("Problems", "it asks for another password"),
        "not-readable": voice.translate("Problems", "it is damaged, or not what it says it is"),
        "too-large": voice.translate("Problems", "it is larger than the program allows"),
        "too-slow": voice.translate("Problems", "it took too long"),
        "crashed": voice.translate("Problems", "the process that reads documents ended over it"),
        "cannot-start": voice.translate("Problems", "the process that reads documents could not be started"),
    }.get(code, voice.translate("Problems", "it is of a kind that cannot be read"))


def _of_what_is_hidden(voice: Voice) -> dict[str, str]:
    return {
        "hidden-position": voice.translate("Problems", "%1 tells where it was made (%2)"),
        "hidden-person": voice.translate("Problems", "%1 names a person or organisation inside (%2)"),
        "hidden-device": voice.translate("Problems", "%1 tells with which device it was made (%2)"),
        "hidden-edits": voice.translate("Problems", "%1 holds earlier versions or comments (%2)"),
        "hidden-parts": voice.translate("Problems", "%1 holds other files or a preview picture (%2)"),
    }


def _of_passages(voice: Voice) -> dict[str, str]:
    return {
        "passage-not-found": voice.translate("Problems", "%1 does not hold these words: “%2”"),
        "passage-often": voice.translate(
            "Problems", "%1 holds these words %2 times: “%3”; expected a prefix or suffix that tells which"
        ),
        "passage-elsewhere": voice.translate("Problems", "the words do not stand at %1; they stand at %2"),
        "points-nowhere": voice.translate(
            "Problems", "the passage points at nothing; expected exact, start and end, page, t_start or xywh"
        ),
        "other-words": voice.translate(
            "Problems", "the hash is not that of these words: %1 is given, %2 is found"
        ),
        "not-verbatim": voice.translate(
            "Problems", "the passage %1 does not hold these very words: “%2”; […] stands for words left out"
        ),
    }


def _of_pages(voice: Voice) -> dict[str, str]:
    """Passages in PDF, pictures and recordings. Parts of passage-…: file, page, what was found, the words."""
    return {
        "passage-silent-page": voice.translate(
            "Problems", "%1 has no text there (page %2), so the words cannot be looked for; draw boxes (rects)"
        ),
        "passage-other-page": voice.translate("Problems", "%1 holds these words on page %3, not %2: “%4”"),
        "passage-other-context": voice.translate(
            "Problems", "%1 holds these words, but not right after the prefix and before the suffix: “%4”"
        ),
        "passage-agrees-until": voice.translate(
            "Problems", "%1 does not hold these words: “%4”; up to “… %3” they agree"
        ),
        "passage-not-checked": voice.translate("Problems", "the words were not looked for in %1: %2"),
        "boxes-without-page": voice.translate("Problems", "boxes need a page"),
        "boxes-on-picture": voice.translate("Problems", "this is a picture without pages; expected xywh"),
        "part-of-page": voice.translate("Problems", "this is a PDF; expected page and rects"),
        "no-offsets": voice.translate("Problems", "a PDF is not counted in characters; expected page and exact"),
        "no-such-page": voice.translate("Problems", "there is no page %1; the document has %2"),
        "beyond-duration": voice.translate("Problems", "%1 s lies beyond the recording, which lasts %2 s"),
    }


def _of_expectations(voice: Voice) -> dict[str, str]:
    return {
        "not-as-expected": voice.translate("Problems", "expected was “%1”, found is “%2”"),
        "expected-moved": voice.translate("Problems", "%1 holds these words elsewhere, as is expected: “%2”"),
        "expected-missing": voice.translate("Problems", "%1 does not hold these words, as is expected: “%2”"),
    }


def _of_sense(voice: Voice) -> dict[str, str]:
    return {
        "figure-without-number": voice.translate(
            "Problems", "a figure without a number; expected low, best or high, or one of the qualifiers %1"
        ),
        "statement-without-text": voice.translate("Problems", "a claim of the kind %1 needs a text"),
        "out-of-order": voice.translate("Problems", "the figures are not in order (%1); they are kept and marked"),
        "claim-without-passage": voice.translate("Problems", "no passage carries this claim"),
        "single-origin": voice.translate("Problems", "all claims about %1 go back to one origin: %2"),
        "uncited-source": voice.translate("Problems", "nothing refers to the source %1"),
    }


def _of_leaving(voice: Voice) -> dict[str, str]:
    return {
        "left-out-restricted": voice.translate("Problems", "%1 %2 is restricted and left out"),
        "left-out-unfit": voice.translate("Problems", "this row (%1 %2) has errors and is left out of the draft"),
        "left-out": voice.translate("Problems", "this row hangs on %3 and is left out"),
        "reference-left-out": voice.translate("Problems", "left out here: the reference to %1 %2"),
        "restricted-name": voice.translate(
            "Problems", "a name of the restricted agent %1 stands in this text; the text is not changed"
        ),
    }


def _of_flat_sheets(voice: Voice) -> dict[str, str]:
    return {
        "bad-figure": voice.translate(
            "Problems", "“%1” is no figure; expected one such as 34, >=34, at least 34, 30-35, about 30 or dozens"
        ),
        "figure-twice": voice.translate("Problems", "figure is given as well; expected figure or low, best, high"),
        "other-date": voice.translate("Problems", "%1 has the date %2 at %3; this one is kept as another date"),
        "other-value": voice.translate("Problems", "“%1” is ignored: “%2” stands already at %3"),
        "no-id-row": voice.translate("Problems", "“%1” is no table that ids are given in"),
        "id-given-twice": voice.translate("Problems", "“%1” is given to something else already"),
    }
