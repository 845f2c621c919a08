"""The few words at the foot of a window: the graver phrase first, each fault named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sealing import judge, make_bag, make_key
from viewer.case.frozen import replace
from viewer.case.seal import FileCheck, Verdict, sign
from viewer.wording.seal_status import say_altered, say_checking, say_status
from viewer.wording.voice import English


@pytest.fixture
def unsigned(tmp_path: Path) -> Verdict:
    return judge(make_bag(tmp_path / "harbour.evcase"))


def said(verdict: Verdict) -> tuple[str, str]:
    return say_status(English(), verdict)


def test_an_unsigned_case_and_one_that_was_shipped(unsigned: Verdict) -> None:
    assert said(unsigned) == ("Not signed", "3 of 3 files unchanged")
    assert said(replace(unsigned, shipped=True)) == ("Shipped with the program", "3 of 3 files unchanged")


def test_a_signature_by_a_key_that_is_held_and_by_one_that_is_not(tmp_path: Path) -> None:
    case = make_bag(tmp_path / "harbour.evcase")
    key = make_key(tmp_path / "key")
    for _ in sign(case, key):
        pass
    assert said(judge(case))[0] == "Signed by an unknown key"
    assert said(judge(case, {key.fingerprint: "Jane Doe"}))[0] == "Signed by Jane Doe (key pinned)"


def test_faults_come_first_and_each_kind_is_counted(unsigned: Verdict) -> None:
    states = ("altered", "altered", "missing", "extra", "ok")
    verdict = replace(unsigned, files=tuple(FileCheck(f"data/{n}", state) for n, state in enumerate(states)))
    assert said(verdict) == ("2 files altered, 1 file missing, 1 file not in the list", "Not signed")


def test_an_altered_document_is_told_with_both_hashes() -> None:
    words = say_altered(English(), "a" * 8, "b" * 8)
    assert "aaaa aaaa" in words
    assert "bbbb bbbb" in words
    assert say_altered(English(), "a" * 8, None).startswith("Missing or unreadable")


def test_the_share_is_told_in_whole_per_cent() -> None:
    assert say_checking(English(), 0.404) == "Checking 40 %"
