"""What can be said about a case: intact? signed? by whom? since when? Four answers, never one tick."""

from __future__ import annotations

from collections.abc import Mapping

from viewer.case import when
from viewer.case.frozen import dataclass
from viewer.case.plain import shown
from viewer.case.seal import FileCheck, Verdict
from viewer.case.seal_signature import Signing
from viewer.wording.custody import custody_lines
from viewer.wording.dates import say_when
from viewer.wording.digests import digest_groups
from viewer.wording.voice import Voice, fill

_C = "Verdict"


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its answer in words. state: yes, no or unknown, for a mark beside the words."""

    question: str
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """When something was verified, and with what. name: of the case's file; at: ISO 8601 in UTC."""

    name: str
    at: str
    version: str


def say_verdict(voice: Voice, verdict: Verdict) -> tuple[Answer, ...]:
    """The four answers, always in this order."""
    return (
        Answer(voice.translate(_C, "Intact?"), _yes(verdict.intact), say_intact(voice, verdict)),
        Answer(voice.translate(_C, "Signed?"), _yes(verdict.signed), _say_signed(voice, verdict.signing)),
        Answer(voice.translate(_C, "By whom?"), _by_whom_state(verdict), _say_by_whom(voice, verdict)),
        Answer(voice.translate(_C, "Since when?"), _since_state(verdict), _say_since(voice, verdict)),
    )


def say_short(voice: Voice, verdict: Verdict) -> str:
    """One line for the foot of a window."""
    intact = voice.translate(_C, "intact") if verdict.intact else voice.translate(_C, "not intact")
    return fill(voice.translate(_C, "%1 · %2 · %3", "intact, signed, since"), intact, *_short_seal(voice, verdict))


def say_file(voice: Voice, file: FileCheck) -> str:
    """One file that is not as listed, with both hashes; or one that is."""
    words = {
        "ok": voice.translate(_C, "%1: as listed, SHA-256 %2"),
        "missing": voice.translate(_C, "%1: missing. SHA-256 as listed: %2"),
        "extra": voice.translate(_C, "%1: extra, the list does not name it. SHA-256 as found: %3"),
        "altered": voice.translate(_C, "%1: altered. SHA-256 as listed: %2, as found: %3"),
    }[file.state]
    unread = voice.translate(_C, "none, its bytes cannot be read")
    return fill(words, shown(file.name), file.listed or "", file.found or unread)


def say_besides(voice: Voice, verdict: Verdict) -> tuple[str, ...]:
    """What else is worth knowing, a sentence each; nothing of it changes the four answers."""
    lines = []
    if verdict.text == "not-ours":
        lines.append(
            voice.translate(
                _C, "VERIFY.txt is not ours: its words were not written by this program. Do not follow them."
            )
        )
    if verdict.text == "absent":
        lines.append(voice.translate(_C, "There is no VERIFY.txt."))
    if verdict.strangers:
        words = voice.translate(_C, "Outside the seal, and not used: %1")
        lines.append(fill(words, ", ".join(map(shown, verdict.strangers))))
    return tuple(lines)


def report_lines(voice: Voice, verdict: Verdict, names: Mapping[str, str]) -> list[str]:
    """The whole verdict for a terminal, a record or a print. names: the reader's, by fingerprint."""
    lines = [
        voice.translate(_C, "Digest of the case (SHA-256 of its list of files):"),
        f"  {digest_groups(verdict.digest)}",
        "",
    ]
    lines += [f"{answer.question:<12} {answer.words}" for answer in say_verdict(voice, verdict)]
    if verdict.faults:
        lines += ["", *(f"  {say_file(voice, file)}" for file in verdict.faults)]
    if besides := say_besides(voice, verdict):
        lines += ["", *besides]
    return [*lines, "", *custody_lines(voice, verdict.custody, names)]


def record_text(voice: Voice, verdict: Verdict, occasion: Occasion, names: Mapping[str, str]) -> str:
    """The lasting record of a verification. names: the reader's, by fingerprint."""
    head = [voice.translate(_C, "RECORD OF A VERIFICATION"), "", *_occasion_lines(voice, occasion), ""]
    files = [voice.translate(_C, "Every file:"), *(f"  {say_file(voice, file)}" for file in verdict.files)]
    foot = _record_foot(voice)
    return "\n".join([*head, *report_lines(voice, verdict, names), "", *files, "", foot, ""])


def record_lines(voice: Voice, verdict: Verdict, occasion: Occasion, names: Mapping[str, str]) -> tuple[str, ...]:
    """The same for paper, without the files, which stand in a table there."""
    answers = (f"{answer.question} {answer.words}" for answer in say_verdict(voice, verdict))
    custody = custody_lines(voice, verdict.custody, names)
    besides = say_besides(voice, verdict)
    return (*_occasion_lines(voice, occasion), *answers, *besides, *custody, _record_foot(voice))


def digest_line(voice: Voice, digest: str) -> str:
    """At the foot of what is printed of a case."""
    return fill(voice.translate(_C, "SHA-256 of the list of files: %1"), f"\u2066{digest_groups(digest)}\u2069")


def file_columns(voice: Voice) -> tuple[tuple[str, float], ...]:
    """Headings of a printed list of files, and the share of the width of each in per cent."""
    say = voice.translate
    return (say(_C, "File"), 26), (say(_C, "State"), 12), (say(_C, "SHA-256, as listed and as found"), 62)


def file_row(voice: Voice, file: FileCheck) -> tuple[str, str, str]:
    """One file of it; one hash where both are the same."""
    say, none = voice.translate, voice.translate(_C, "none")
    state = {
        "ok": say(_C, "as listed"),
        "missing": say(_C, "missing"),
        "extra": say(_C, "not in the list"),
        "altered": say(_C, "altered"),
    }[file.state]
    if file.state == "ok":
        return shown(file.name), state, _ltr(digest_groups(file.listed or ""))
    listed, found = (_ltr(digest_groups(each)) if each else none for each in (file.listed, file.found))
    lines = (fill(say(_C, "listed: %1"), listed), fill(say(_C, "found: %1"), found))
    return shown(file.name), state, "\n".join(lines)


def _ltr(text: str) -> str:
    """Groups of digits would change places in a line that runs from the right."""
    return f"\u2066{text}\u2069"


def _occasion_lines(voice: Voice, occasion: Occasion) -> list[str]:
    return [
        fill(voice.translate(_C, "Case: %1"), shown(occasion.name)),
        fill(voice.translate(_C, "Checked: %1"), say_moment(voice, occasion.at)),
        fill(voice.translate(_C, "With: Evidence Viewer %1"), occasion.version),
    ]


def _record_foot(voice: Voice) -> str:
    return voice.translate(
        _C,
        "This record says what was found at that time. It is not signed, and it says nothing about who is right.",
    )


def say_intact(voice: Voice, verdict: Verdict) -> str:
    """Yes, or how many files are altered, missing, extra."""
    count = len(verdict.files)
    if verdict.intact:
        return voice.translate(_C, "Yes: %n file(s), each as the list of files says.", n=count)
    kinds = {
        "altered": voice.translate(_C, "%1 altered", "number of files"),
        "missing": voice.translate(_C, "%1 missing", "number of files"),
        "extra": voice.translate(_C, "%1 extra", "number of files"),
    }
    told = [file.state for file in verdict.files]
    parts = [fill(words, voice.number(told.count(state))) for state, words in kinds.items() if state in told]
    whole = voice.translate(_C, "%n file(s)", n=count)
    return fill(voice.translate(_C, "No: %1, of %2.", "2 altered, 1 missing; 12 files"), ", ".join(parts), whole)


# The other three


def _yes(so: bool) -> str:
    return "yes" if so else "no"


def _say_signed(voice: Voice, signing: Signing) -> str:
    words = {
        "good": voice.translate(_C, "Yes: the list of files carries a signature that fits it."),
        "absent": voice.translate(
            _C, "No. Anybody could have made this list of files; compare the digest with one you were given."
        ),
        "bad": voice.translate(_C, "No: there is a signature, but it does not fit this list of files."),
        "elsewhere": voice.translate(
            _C, "No: there is a signature, but it was made for another purpose (%1), not for a case."
        ),
        "unsupported": voice.translate(
            _C, "Not known: the signature is of a kind that is not checked here (%2). Use ssh-keygen."
        ),
        "unreadable": voice.translate(_C, "No: there is a signature file, but no signature can be read from it."),
    }[signing.state]
    return fill(words, shown(signing.namespace), shown(signing.kind))


def _by_whom_state(verdict: Verdict) -> str:
    return "yes" if verdict.trusted else "unknown" if verdict.signed else "no"


def _say_by_whom(voice: Voice, verdict: Verdict) -> str:
    if verdict.signed:
        return say_signer(voice, verdict.signing, verdict.signer)
    if verdict.shipped:
        return voice.translate(_C, "Nobody signed it; it was shipped with the program.")
    return voice.translate(_C, "Not known: there is no signature that fits.")


def say_signer(voice: Voice, signing: Signing, name: str | None) -> str:
    """Whose key it is by the reader's own list, or that it is unknown; always with its fingerprint."""
    if name is not None:
        words = voice.translate(_C, "%1, by the keys you hold: %2 (%3).", "name, fingerprint, kind of key")
        return fill(words, name, signing.fingerprint, shown(signing.kind))
    words = voice.translate(
        _C, "An unknown key: %1 (%2). Compare it with what the signer gave you on paper or in person."
    )
    return fill(words, signing.fingerprint, shown(signing.kind))


def _since_state(verdict: Verdict) -> str:
    return "yes" if verdict.stamped else "unknown"


def _say_since(voice: Voice, verdict: Verdict) -> str:
    if not verdict.signed:
        if verdict.shipped:
            return voice.translate(_C, "Shipped with the program; nothing else says since when.")
        return voice.translate(_C, "Not known: there is no signature that fits.")
    if verdict.stamped:
        words = voice.translate(_C, "Since %1 at the latest, by the time stamp of %2.", "time, authority")
        return fill(words, say_moment(voice, verdict.stamp.at), shown(verdict.stamp.authority))
    statement = voice.translate(_C, "Not known: only the signer's own statement.")
    reason = {
        "unchecked": voice.translate(
            _C, "There is a time stamp; give its authority's root certificate to have it checked."
        ),
        "bad": voice.translate(
            _C, "There is a time stamp, but it is of something else, or of an authority you gave no root for."
        ),
        "unreadable": voice.translate(_C, "There is a time stamp, but it cannot be read."),
    }.get(verdict.stamp.state)
    return fill(voice.translate(_C, "%1 %2", "two sentences"), statement, reason) if reason else statement


def _short_seal(voice: Voice, verdict: Verdict) -> tuple[str, str]:
    unknown = voice.translate(_C, "since when: not known")
    if not verdict.signed:
        shipped = voice.translate(_C, "shipped with the program")
        signed = (
            voice.translate(_C, "not signed") if verdict.signing.state == "absent" else _misfit(voice, verdict)
        )
        return signed, shipped if verdict.shipped else unknown
    if verdict.signer is None:
        signed = voice.translate(_C, "signed by an unknown key")
    else:
        signed = fill(voice.translate(_C, "signed by %1"), verdict.signer)
    since = (
        fill(voice.translate(_C, "since %1"), say_moment(voice, verdict.stamp.at)) if verdict.stamped else unknown
    )
    return signed, since


def _misfit(voice: Voice, verdict: Verdict) -> str:
    if verdict.signing.state == "unsupported":
        return voice.translate(_C, "signature not checked")
    return voice.translate(_C, "signature does not fit")


def say_moment(voice: Voice, at: str) -> str:
    """A moment in UTC, whatever way ISO 8601 writes that."""
    return say_when(voice, when.parse(at.replace("+00:00", "Z")), "plain")
