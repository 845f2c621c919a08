"""The seal of a case in the few words that stand at the foot of a window."""

from __future__ import annotations

from viewer.case.plain import shown
from viewer.case.seal import Verdict
from viewer.wording.digests import digest_groups
from viewer.wording.voice import Voice, fill

_C = "Verdict"


def say_status(voice: Voice, verdict: Verdict) -> tuple[str, str]:
    """Two short phrases: the graver first. Every fault is named; none of them stands for another."""
    seal, files = _say_seal(voice, verdict), _say_files(voice, verdict)
    return (seal, files) if verdict.intact else (files, seal)


def say_checking(voice: Voice, share: float) -> str:
    """ "Checking 40 %" """
    return fill(voice.translate(_C, "Checking %1 %", "per cent"), voice.number(round(100 * share)))


def _say_seal(voice: Voice, verdict: Verdict) -> str:
    if verdict.signer is not None:
        return fill(voice.translate(_C, "Signed by %1 (key pinned)"), verdict.signer)
    if verdict.signed:
        return voice.translate(_C, "Signed by an unknown key")
    if verdict.signing.state == "unsupported":
        return voice.translate(_C, "Signature not checked")
    if verdict.signing.state != "absent":
        return voice.translate(_C, "Signature does not fit")
    return (
        voice.translate(_C, "Shipped with the program") if verdict.shipped else voice.translate(_C, "Not signed")
    )


def _say_files(voice: Voice, verdict: Verdict) -> str:
    told = [file.state for file in verdict.files]
    if verdict.intact:
        words = voice.translate(_C, "%1 of %2 files unchanged")
        return fill(words, voice.number(told.count("ok")), voice.number(len(told)))
    parts = {
        "altered": voice.translate(_C, "%n file(s) altered", n=told.count("altered")),
        "missing": voice.translate(_C, "%n file(s) missing", n=told.count("missing")),
        "extra": voice.translate(_C, "%n file(s) not in the list", n=told.count("extra")),
    }
    return ", ".join(words for state, words in parts.items() if state in told)


def say_altered_file(voice: Voice, name: str, listed: str | None, found: str | None) -> str:
    """One file that is not as listed, by its name in the case; hashes as in `say_altered`."""
    words = voice.translate(_C, "%1: %2", "name of a file, how it differs")
    return fill(words, f"\u2066{shown(name)}\u2069", say_altered(voice, listed, found))


def say_altered(voice: Voice, listed: str | None, found: str | None) -> str:
    """Over a document that is not as the case lists it. found: None = its bytes cannot be had."""
    none = voice.translate(_C, "none")
    # In a run of its own from the left, or the groups would change places in a line that runs from the right.
    told = (f"\u2066{digest_groups(digest)}\u2069" if digest else none for digest in (listed, found))
    if found is None:
        return fill(
            voice.translate(_C, "Missing or unreadable in this case. SHA-256 as listed: %1, as found: %2."), *told
        )
    return fill(
        voice.translate(
            _C, "Altered: this is not the file that the case lists. SHA-256 as listed: %1, as found: %2."
        ),
        *told,
    )
