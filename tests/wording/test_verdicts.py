"""Four answers in words: each state has its own, and none says more than is known."""

from __future__ import annotations

from itertools import product

import pytest

from viewer.case.custody import Entry, Link
from viewer.case.frozen import replace
from viewer.case.seal import FileCheck, Verdict
from viewer.case.seal_signature import Signing
from viewer.case.seal_time import Stamp
from viewer.wording.custody import say_action, say_break, say_chain
from viewer.wording.digests import digest_groups
from viewer.wording.verdicts import Occasion, record_text, say_file, say_short, say_verdict
from viewer.wording.voice import English

KEY = "SHA256:" + "A" * 43
GOOD = Verdict(
    digest="ab" * 32,
    files=(FileCheck("data/case.sqlite", "ok", "1" * 64, "1" * 64),),
    signing=Signing("good", "ssh-ed25519", KEY, "casefile"),
    signer="Jane",
    stamp=Stamp("good", "2011-04-08T05:30:00+00:00", "Clock tower"),
    shipped=False,
    text="ours",
    strangers=(),
    custody=(),
)


def words(verdict: Verdict) -> list[tuple[str, str]]:
    return [(answer.state, answer.words) for answer in say_verdict(English(), verdict)]


def test_all_that_can_be_known() -> None:
    assert words(GOOD) == [
        ("yes", "Yes: 1 file, each as the list of files says."),
        ("yes", "Yes: the list of files carries a signature that fits it."),
        ("yes", f"Jane, by the keys you hold: {KEY} (ssh-ed25519)."),
        ("yes", "Since 8 April 2011, 05:30:00 UTC at the latest, by the time stamp of Clock tower."),
    ]
    assert say_short(English(), GOOD) == "intact · signed by Jane · since 8 April 2011, 05:30:00 UTC"


def test_an_unknown_key_and_no_time_stamp() -> None:
    verdict = replace(GOOD, signer=None, stamp=Stamp("absent"))
    states = words(verdict)
    assert states[2] == (
        "unknown",
        f"An unknown key: {KEY} (ssh-ed25519). Compare it with what the signer gave you on paper or in person.",
    )
    assert states[3] == ("unknown", "Not known: only the signer's own statement.")
    assert say_short(English(), verdict) == "intact · signed by an unknown key · since when: not known"


def test_the_answers_stand_apart_from_each_other() -> None:
    altered = FileCheck("data/case.sqlite", "altered", "1" * 64, "2" * 64)
    verdict = replace(GOOD, files=(altered, FileCheck("data/x", "missing", "3" * 64)))
    assert words(verdict)[0] == ("no", "No: 1 altered, 1 missing, of 2 files.")
    assert words(verdict)[1:] == words(GOOD)[1:]
    assert say_short(English(), verdict).startswith("not intact · signed by Jane · ")


@pytest.mark.parametrize("state", ["absent", "bad", "elsewhere", "unsupported", "unreadable"])
def test_without_a_signature_that_fits_nobody_is_named_and_no_time_is_told(state: str) -> None:
    signing = replace(GOOD.signing, state=state, namespace="git")
    verdict = replace(GOOD, signing=signing, signer=None, stamp=Stamp("absent"))
    assert [answer[0] for answer in words(verdict)] == ["yes", "no", "no", "unknown"]
    assert all("Not known" in answer[1] for answer in words(verdict)[2:])
    assert KEY not in " ".join(answer[1] for answer in words(verdict))


def test_a_case_of_the_program_says_so() -> None:
    verdict = replace(GOOD, signing=Signing("absent"), signer=None, stamp=Stamp("absent"), shipped=True)
    assert words(verdict)[2][1] == "Nobody signed it; it was shipped with the program."
    assert words(verdict)[3][1] == "Shipped with the program; nothing else says since when."
    assert say_short(English(), verdict) == "intact · not signed · shipped with the program"


def test_every_state_has_words_of_its_own_and_no_gap() -> None:
    seen = set()
    signings = ("good", "absent", "bad", "elsewhere", "unsupported", "unreadable")
    stamps = ("good", "absent", "unchecked", "bad", "unreadable")
    for signing, stamp, signer, shipped in product(signings, stamps, ("Jane", None), (True, False)):
        verdict = replace(
            GOOD,
            signing=replace(GOOD.signing, state=signing),
            stamp=replace(GOOD.stamp, state=stamp),
            signer=signer if signing == "good" else None,
            shipped=shipped,
        )
        told = words(verdict)
        assert all(answer and "%" not in answer for _, answer in told)
        assert say_short(English(), verdict)
        seen |= {answer for _, answer in told}
    assert len(seen) == 1 + 6 + 4 + 7 - 1, "without a signature, two questions have the same answer"


def test_a_file_is_told_with_both_hashes() -> None:
    assert say_file(English(), FileCheck("a\x1bb", "altered", "1", "2")) == (
        "a\ufffdb: altered. SHA-256 as listed: 1, as found: 2"
    )
    assert say_file(English(), FileCheck("a", "altered", "1")).endswith("none, its bytes cannot be read")
    assert say_file(English(), FileCheck("a", "missing", "1")) == "a: missing. SHA-256 as listed: 1"
    assert say_file(English(), FileCheck("a", "extra", None, "2")).endswith("SHA-256 as found: 2")


def test_a_digest_is_grouped_in_fours() -> None:
    assert digest_groups("0123456789") == "0123 4567 89"


def test_what_is_wrong_beside_the_answers_is_in_the_record() -> None:
    verdict = replace(GOOD, text="not-ours", strangers=("READ ME.txt",))
    text = record_text(English(), verdict, Occasion("a.evcase", "2026-01-02T03:04:05+00:00", "1.0"), {})
    assert "VERIFY.txt is not ours" in text
    assert "Outside the seal, and not used: READ ME.txt" in text
    assert "Checked: 2 January 2026, 03:04:05 UTC\n" in text


def test_a_chain_that_does_not_hold_is_told_as_such() -> None:
    entry = Entry(1, "a" * 64, "0" * 64, "2011-04-08T05:30:00Z", "Jane", "stored")
    link = Link("custody/0001-stored.txt", "b" * 64, entry, (), Signing("absent"))
    assert say_chain(English(), (link,)) == (
        "Custody: 1 step after sealing, 0 of them signed; each follows on the one before."
    )
    broken = replace(link, breaks=("previous",))
    assert say_chain(English(), (link, broken)).endswith("0 of them signed; the chain does not hold.")
    assert {say_break(English(), what) for what in ("number", "previous", "case", "hash")}
    assert say_action(English(), "a\x1bword") == "a\ufffdword"
