"""Since when: a time stamp counts for whoever holds its root, and for nothing else than the signature it is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sealing import NAMES, authority, drive, judge, make_bag, make_key, token_for
from viewer.case import seal_time
from viewer.case.bag import MANIFEST
from viewer.case.errors import CaseError
from viewer.case.seal import SIGNATURE, TOKEN, attach_token, sign


@pytest.mark.parametrize("name", NAMES)
def test_a_time_stamp_says_since_when_to_whoever_holds_its_root(tmp_path: Path, name: str) -> None:
    path = make_bag(tmp_path / name)
    drive(sign(path, make_key(tmp_path / "key")))
    assert judge(path).stamp.state == "absent"
    drive(attach_token(path, token_for(tmp_path, path)))
    roots = seal_time.read_roots(authority(tmp_path / "authority").read_bytes(), "root.pem")
    assert judge(path).stamp.state == "unchecked"
    verdict = judge(path, roots=roots)
    assert verdict.stamped
    assert verdict.stamp.authority == "Clock tower"
    assert verdict.stamp.at.startswith("20")
    assert verdict.stamp.at.endswith("+00:00")
    others = seal_time.read_roots(authority(tmp_path / "other").read_bytes(), "root.pem")
    assert judge(path, roots=others).stamp.state == "bad"


def test_a_time_stamp_of_something_else_says_nothing(tmp_path: Path) -> None:
    one, other = make_bag(tmp_path / "one"), make_bag(tmp_path / "other", {"case.sqlite": b"other"})
    key = make_key(tmp_path / "key")
    for path in (one, other):
        drive(sign(path, key))
    (one / TOKEN).write_bytes(token_for(tmp_path, other))
    roots = seal_time.read_roots((tmp_path / "authority" / "root.pem").read_bytes(), "root.pem")
    assert judge(one, roots=roots).stamp.state == "bad"


def test_a_time_stamp_on_a_signature_that_does_not_fit_is_not_asked(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    drive(sign(path, make_key(tmp_path / "key")))
    drive(attach_token(path, token_for(tmp_path, path)))
    roots = seal_time.read_roots((tmp_path / "authority" / "root.pem").read_bytes(), "root.pem")
    with (path / MANIFEST).open("ab") as file:
        file.write(f"{'0' * 64}  data/more.txt\n".encode())
    verdict = judge(path, roots=roots)
    assert not verdict.stamped
    assert verdict.stamp.state == "absent"


def test_a_token_is_put_only_beside_a_signature_and_only_if_it_is_one(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    with pytest.raises(CaseError, match="not-signed"):
        drive(attach_token(path, b"token"))
    drive(sign(path, make_key(tmp_path / "key")))
    with pytest.raises(CaseError, match="token-unreadable"):
        drive(attach_token(path, b"token"))
    assert not (path / TOKEN).exists()


def test_a_root_that_is_none_is_refused() -> None:
    with pytest.raises(CaseError, match="root-unreadable"):
        seal_time.read_roots(b"words", "root.pem")


def test_a_spoilt_time_stamp_is_never_good_and_never_an_accident(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    drive(sign(path, make_key(tmp_path / "key")))
    token = token_for(tmp_path, path)
    armour = (path / SIGNATURE).read_bytes()
    roots = seal_time.read_roots((tmp_path / "authority" / "root.pem").read_bytes(), "root.pem")
    assert seal_time.examine(token, armour, roots).state == "good"
    states = set()
    for place in range(0, len(token), 3):
        spoilt = bytearray(token)
        spoilt[place] ^= 0x41
        states.add(seal_time.examine(bytes(spoilt), armour, roots).state)
        seal_time.examine(token[:place], armour, roots)
    assert states <= {"bad", "unreadable", "good"}
    assert "bad" in states
