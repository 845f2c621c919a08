"""Sentences for a case that was sent: what is being checked, and why it is not opened.

A refusal says what was found and where, what it may mean, and what to do. It accuses nobody: a stick pulled out
too early and a hand that meant harm leave the same marks.
"""

from __future__ import annotations

from viewer.case.when import parse
from viewer.wording.dates import say_when
from viewer.wording.voice import Voice, fill

_C = "Intake"


def say_step(voice: Voice, step: str, what: str) -> str:
    """What is being done while a case is opened; `what` is the name of a file."""
    said = {
        "list": voice.translate(_C, "Reading the list of files…"),
        "files": voice.translate(_C, "Comparing with the list: %1"),
        "database": voice.translate(_C, "Checking the database in a locked process…"),
        "index": voice.translate(_C, "Making an index of our own…"),
        "kept": voice.translate(_C, "Comparing the kept index with what was kept…"),
    }
    return fill(said.get(step, ""), what)


def say_count_altered(voice: Voice, count: int) -> str:
    """How many documents are marked as altered."""
    said = voice.translate(
        _C,
        "Opened, but %1 documents are not as they were listed: they are marked as altered or missing wherever "
        "they appear, and not shown. Ask the sender for a new copy.",
    )
    one = voice.translate(
        _C,
        "Opened, but one document is not as it was listed: it is marked as altered or missing wherever it "
        "appears, and not shown. Ask the sender for a new copy.",
    )
    return one if count == 1 else fill(said, voice.number(count))


def say_not_verified(voice: Voice) -> str:
    """For a bare database."""
    return voice.translate(
        _C,
        "Not verified: this is a database without its bag. Nothing says what it should be, and no document came "
        "with it. Ask the sender for the whole case (.evcase).",
    )


def say_size(voice: Voice, size: int) -> str:
    """ "245 MiB", never less than one of the unit."""
    if size < 1 << 20:
        return fill(voice.translate(_C, "%1 KiB"), voice.number(max(round(size / 1024), 1)))
    if size >= 10 << 30:
        return fill(voice.translate(_C, "%1 GiB"), voice.number(size >> 30))
    return fill(voice.translate(_C, "%1 MiB"), voice.number(round(size / 2**20)))


def say_index_question(voice: Voice, size: int, free: int | None, folder: str) -> str:
    """Before an index is kept. free: bytes free where it would lie; None = not known."""
    asked = voice.translate(
        _C,
        "This case is large, and an index of it had to be made first. If that is kept on this computer, the case "
        "opens much faster next time.",
    )
    told = voice.translate(
        _C,
        "It takes %1 (%2 are free) in %3. Whoever can read that folder can read what the case says. You can "
        "remove it in Settings.",
    )
    blind = voice.translate(
        _C,
        "It takes %1 in %2. Whoever can read that folder can read what the case says. You can remove it in "
        "Settings.",
    )
    place = f"\u2066{folder}\u2069"
    if free is None:
        return f"{asked} {fill(blind, say_size(voice, size), place)}"
    return f"{asked} {fill(told, say_size(voice, size), say_size(voice, free), place)}"


def say_index_kept(voice: Voice, size: int, folder: str) -> str:
    """After it has been."""
    said = voice.translate(_C, "The index of this case is kept: %1 in %2. You can remove it in Settings.")
    return fill(said, say_size(voice, size), f"\u2066{folder}\u2069")


def say_kept_index(voice: Voice, title: str, digest: str, size: int, day: str) -> str:
    """One that is kept, in a list. title: '' = its case is not known; day: ISO 8601."""
    when = say_when(voice, parse(day), "short")
    name = title or fill(voice.translate(_C, "A case whose list of files has the SHA-256 %1…"), digest[:12])
    return fill(voice.translate(_C, "%1: %2, kept on %3", "case, size, date"), name, say_size(voice, size), when)


def of_intake(voice: Voice) -> dict[str, str]:
    """By code; %1 is where, %2 what was found."""
    return _of_database(voice) | _of_child(voice) | _of_contents(voice) | _of_list(voice) | _of_zip(voice)


def _of_database(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "not-a-database": say(
            _C, "%1 is no database, so it is no case. It may be another kind of file with that name."
        ),
        "not-our-database": say(_C, "%1 is a database, but not that of a case. Another program may have made it."),
        "case-too-new": say(
            _C, "%1 was made with a newer version (format %2). Get that version of the program, or ask the sender."
        ),
        "database-unsettled": say(
            _C,
            "%1 is not a finished file: it belongs with a journal. It may have been copied while somebody "
            "was working on it. Ask the sender to build the case again.",
        ),
        "database-cut": say(
            _C,
            "%1 is not as long as it says of itself (%2 bytes). It may have been cut short while it was copied. "
            "Ask the sender for a new copy.",
        ),
        "odd-header": say(
            _C,
            "%1 begins in a way no case does (%2). It may be damaged, or made by hand. Nothing was read. Ask "
            "the sender how it was made.",
        ),
    }


def _of_child(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "database-too-large": say(
            _C,
            "%1 is larger than a case may be, or holds a value that is. Nothing of it is shown. Ask the sender.",
        ),
        "database-too-slow": say(
            _C,
            "%1 could not be checked in reasonable time. It may have been made so that reading it has no end. "
            "Nothing of it is shown.",
        ),
        "child-cannot-start": say(
            _C, "The locked process that reads %1 cannot be started. Install the program again."
        ),
        "child-ended": say(
            _C,
            "The locked process that read %1 has ended. The file may have been made to do harm; nothing of it "
            "reached this window. Ask the sender how it was made.",
        ),
    }


def _of_contents(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "database-damaged": say(
            _C,
            "The inside of %1 is damaged. It may have been changed or badly copied. Ask for a new copy.",
        ),
        "not-our-tables": say(
            _C,
            "%1 holds other tables than a case has (%2), so nothing of it is read. It may have been changed with "
            "another program. Ask the sender for the case as it was built.",
        ),
        "dangling-reference": say(
            _C,
            "In %1 an entry refers to one that is not there (%2). Something may have been taken out. Ask the "
            "sender for the case as it was built.",
        ),
        "not-text": say(
            _C,
            "In %1 the table %2 holds words that are no text. It may be damaged. Ask the sender for a new copy.",
        ),
        "odd-rows": say(
            _C,
            "The table %1 holds a value of another kind than it may. Nothing is shown. Ask the sender.",
        ),
        "cannot-index": say(
            _C,
            "%1 holds a value that no case has, so it cannot be shown (%2). It may have been changed with another "
            "program. Ask the sender.",
        ),
        "too-large-file": say(_C, "%1 is larger than this program reads (512 MiB)."),
    }


def _of_list(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "no-list": say(
            _C,
            "This is a bag without a list of SHA-256 (%1), so nothing in it can be compared. It is no case.",
        ),
        "no-database": say(_C, "This is a bag, but it holds no %1, so it is no case."),
        "bag-encoding": say(_C, "%1 says that the lists are written in %2; those of a case are in UTF-8."),
        "bad-declaration": say(
            _C, "%1 is not as the standard for bags wants it. It may have been changed. Ask for a new copy."
        ),
        "bag-fetches": say(
            _C,
            "The case wants parts of it fetched from a network (%1). This program never does. Ask for all of it.",
        ),
        "unlisted-file": say(
            _C,
            "The file %1 lies in the case and is not in its list. It was put in later, by whomever. Ask the "
            "sender for the case as it was built.",
        ),
        "listed-twice": say(_C, "The list of files names %1 twice. Nothing says which is meant. Ask the sender."),
        "listed-alike": say(
            _C,
            "The list of files names %1, and the same in other capitals: one would hide the other.",
        ),
    }


def _of_zip(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "zip-outside": say(
            _C,
            "The ZIP file has an entry that would lie outside of it: %1. It was made so, not damaged. Nothing was "
            "read. Ask the sender how it was packed.",
        ),
        "zip-link": say(_C, "The entry %1 of the ZIP file is a link or a device, no file. Nothing was read."),
        "zip-twice": say(
            _C, "The ZIP file has two entries named %1. Nothing says which is meant. Ask the sender."
        ),
        "zip-alike": say(
            _C, "The ZIP file has %1, and the same in other capitals: one would hide the other. Ask the sender."
        ),
        "zip-encrypted": say(
            _C, "The entry %1 is encrypted. A case is not: ask the sender to encrypt the whole file instead."
        ),
        "zip-packing": say(_C, "The entry %1 is packed in a way this program does not read. Ask for it unpacked."),
        "zip-bomb": say(
            _C,
            "The entry %1 would become more than a hundred times as large when unpacked. It may have been made to "
            "fill up memory. Nothing was read.",
        ),
        "zip-overlap": say(
            _C, "The entries of the ZIP file lie over one another. It was made so, not damaged. Nothing was read."
        ),
        "zip-sizes": say(_C, "The ZIP file gives two sizes for %1. It may be damaged. Ask for a new copy."),
        "zip-too-many": say(_C, "The ZIP file has %2 entries, more than a case may have. Nothing was read."),
    }
