"""The seal checked behind: judged on its own thread, faults found by document, keys held by the reader alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.versioned import ALTERED, altered, built, indexed, long_to_check, signed
from viewer import paths, trust
from viewer.case.errors import CaseError, NotACase
from viewer.session.inside_custody import read_inside
from viewer.session.session import Session
from viewer.session.verification import Judgement, Verification


def judged(qtbot: QtBot, verification: Verification) -> Judgement:
    with qtbot.waitSignal(verification.judged, timeout=20_000):
        verification.begin()
    assert verification.judgement
    return verification.judgement


def test_a_whole_case_is_judged_and_the_share_ends_at_one(qtbot: QtBot, tmp_path: Path) -> None:
    verification = Verification(built(tmp_path))
    shares: list[float] = []
    verification.advanced.connect(shares.append)
    verdict = judged(qtbot, verification).verdict
    assert (verdict.intact, verdict.signed, verdict.shipped) == (True, False, False)
    assert shares[0] == 0.0
    assert shares[-1] == 1.0
    assert not verification.running
    assert verification.fault(ALTERED) is None


def test_the_document_at_fault_is_known_by_its_path(qtbot: QtBot, tmp_path: Path) -> None:
    verification = Verification(altered(built(tmp_path)))
    judged(qtbot, verification)
    fault = verification.fault(ALTERED)
    assert fault is not None
    assert fault.state == "altered"
    assert fault.listed != fault.found
    assert verification.fault("documents/DOC-R-NOTE.txt") is None


def test_a_session_tells_of_an_altered_document_by_its_uid(qtbot: QtBot, tmp_path: Path) -> None:
    case = built(tmp_path)
    session = Session(indexed(case), case=altered(case))
    assert session.alteration("DOC-A") is None
    judged(qtbot, session.verification)
    told = session.alteration("DOC-A")
    assert told is not None
    assert told[0] != told[1]
    assert session.alteration("DOC-R-NOTE") is None
    assert session.alteration("DOC-R") is None  # it is not held
    session.close()


def test_what_is_no_case_is_said_and_can_be_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    verification = Verification(tmp_path / "gone.evcase")
    with qtbot.waitSignal(verification.failed, timeout=20_000) as told:
        verification.begin()
    assert isinstance(told.args[0], NotACase)
    assert verification.judgement is None
    built(tmp_path, "gone")
    assert judged(qtbot, verification).verdict.intact


def test_stopping_leaves_no_verdict(qtbot: QtBot, tmp_path: Path) -> None:
    folder = altered(built(tmp_path))
    long_to_check(folder)
    verification = Verification(folder)
    with qtbot.waitSignal(verification.stopped, timeout=20_000):
        verification.begin()
        verification.stop()
    assert verification.judgement is None


def test_where_no_case_is_at_hand_nothing_begins(qtbot: QtBot) -> None:
    verification = Verification(None)
    verification.begin()
    assert not verification.running


def test_a_signer_has_a_name_only_once_the_reader_pins_the_key(qtbot: QtBot, tmp_path: Path) -> None:
    case = built(tmp_path)
    fingerprint = signed(case)
    verification = Verification(case)
    assert judged(qtbot, verification).verdict.signer is None
    assert verification.pin(" Jane   Doe ") is True
    assert verification.judgement
    assert verification.judgement.verdict.signer == "Jane Doe"
    assert trust.names_by_key(trust.pins()) == {fingerprint: "Jane Doe"}
    assert judged(qtbot, Verification(case)).verdict.signer == "Jane Doe"
    verification.unpin()
    judgement = verification.judgement
    assert judgement
    assert judgement.verdict.signer is None
    assert trust.pins() == ()


def test_where_nothing_is_kept_a_pin_holds_in_memory_only(
    qtbot: QtBot, tmp_path: Path, readers_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.KEEPING_VARIABLE, "nothing")
    case = built(tmp_path)
    signed(case)
    verification = Verification(case)
    judged(qtbot, verification)
    assert verification.pin("Jane Doe") is False
    assert judged(qtbot, verification).verdict.signer == "Jane Doe"
    assert not readers_folder.exists()
    with pytest.raises(CaseError):
        verification.pin("  ")


def test_a_list_of_keys_that_cannot_be_read_takes_nothing_from_the_other_answers(
    qtbot: QtBot, tmp_path: Path, readers_folder: Path
) -> None:
    readers_folder.mkdir()
    trust.file().write_text("[[signer]]\nname = 3", "utf-8")
    judgement = judged(qtbot, Verification(built(tmp_path)))
    assert judgement.verdict.intact
    assert judgement.trouble is not None
    assert judgement.trouble.code == "trust-unreadable"


def test_a_bundled_case_is_known_as_shipped_and_its_custody_table_is_read(
    qtbot: QtBot, built_resources: Path
) -> None:
    case = paths.bundled_case("harbour")
    session = Session(paths.bundled_index("harbour"), case=case)
    assert judged(qtbot, session.verification).verdict.shipped
    session.close()
    steps = read_inside(case)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            inside = ended.value
            break
    assert [row.seq for row in inside.rows] == [1, 2, 3, 4, 5, 6]
    assert inside.breaks == ()
    assert inside.documents[inside.rows[0].document_id][0] == "D-LOG"


@pytest.mark.skipif(sys.platform != "linux", reason="threads have a priority of their own on Linux only")
def test_a_program_that_gives_way_further_already_is_checked_all_the_same() -> None:
    """An ordinary user may not take it back, and was told that the case cannot be read any more."""
    asked = (
        "import os, threading; from viewer.session.verification import _give_way\n"
        "def work(): _give_way(); print(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))\n"
        "thread = threading.Thread(target=work); thread.start(); thread.join()"
    )
    command = ["nice", "-n", "15", sys.executable, "-c", asked]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=paths.resources().parents[1])
    assert (done.stdout.strip(), done.stderr) == ("15", "")
