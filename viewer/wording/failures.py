"""Sentences for what can go wrong with a case: what was found, where, and what to do."""

from __future__ import annotations

from viewer.case.errors import CaseError
from viewer.wording.seal_failures import of_seal
from viewer.wording.voice import Voice, fill

_C = "Failures"


def say_failure(voice: Voice, error: CaseError) -> str:
    """One or two sentences; an unknown code still says where and what was found."""
    from viewer.wording.exporting import of_export  # many sentences: not before one is needed
    from viewer.wording.intake import of_intake

    known = _of_index(voice) | _of_bag(voice) | _of_address(voice) | of_seal(voice) | of_intake(voice)
    sentence = (known | of_export(voice)).get(error.code)
    if sentence is None:
        sentence = voice.translate(_C, "This cannot be read: %1 (%2).")
        return fill(sentence, error.where or error.code, error.found or error.code)
    return fill(sentence, error.where, error.found)


def _of_index(voice: Voice) -> dict[str, str]:
    """An index that cannot be read."""
    say = voice.translate
    return {
        "index-missing": say(
            _C, "The index %1 is missing. Install the program again, or build it again from source."
        ),
        "not-an-index": say(
            _C, "%1 is not an index of this program. Install the program again, or build it again from source."
        ),
        "index-too-new": say(
            _C,
            "The index %1 was made by a newer version (format %2). Install one whole version again.",
        ),
        "index-too-old": say(
            _C,
            "The index %1 was made by an older version (format %2). Install one whole version again.",
        ),
        "index-damaged": say(
            _C, "The index %1 is damaged. Install the program again, or build it again from source."
        ),
    }


def _of_bag(voice: Voice) -> dict[str, str]:
    """A case whose files or contents cannot be used."""
    say = voice.translate
    return {
        "bad-date": say(_C, "The case holds a date that cannot be read, in %1: %2. Ask whoever made the case."),
        "not-whole": say(_C, "The database of the case is not whole: %1 %2."),
        "no-such-file": say(_C, "There is no file %1."),
        "no-zip": say(_C, "%1 is neither a folder nor a ZIP file, so it cannot be a case."),
        "no-bag": say(_C, "%1 is not a case: it has no list of its files (manifest-sha256.txt)."),
        "bad-manifest": say(
            _C, "The list of files %1 cannot be used; this line is wrong: %2. Ask for a new copy."
        ),
        "missing-file": say(_C, "The case lacks the file %1 that its list names. Ask for a new copy."),
        "copy-differs": say(_C, "What was written to %1 reads back differently (SHA-256 %2). Try another disk."),
        "not-in-manifest": say(_C, "The case's list of files does not name %1, so it is not read."),
        "hash-differs": say(
            _C, "The file %1 is not the one that was listed: its SHA-256 is %2. Ask for a new copy."
        ),
    }


def _of_address(voice: Voice) -> dict[str, str]:
    """A case or a spot that was asked for and is not there."""
    say = voice.translate
    return {
        "unknown-case": say(_C, "There is no bundled case named “%2”. Bundled cases: %1."),
        "not-an-address": say(
            _C, "“%2” is not an address in a case. An address looks like case:NAME/focus?event=E16."
        ),
        "other-case": say(_C, "This address belongs to the case “%2”; the case open here is “%1”."),
        "unknown-part": say(_C, "This address names something this version does not know: %2."),
        "no-such-event": say(_C, "There is no event “%2” in this case."),
        "no-such-claim": say(_C, "There is no claim “%2” in this case."),
        "no-such-quote": say(_C, "There is no quotation “%2” in this case."),
        "no-such-source": say(_C, "There is no source “%2” in this case."),
        "no-such-document": say(_C, "There is no document “%2” in this case."),
        "no-such-passage": say(_C, "There is no passage “%2” in this case."),
        "no-such-measure": say(_C, "%1 has no figures for “%2”."),
        "do-not-belong-together": say(_C, "The parts of this address do not belong together: %2."),
    }
