"""Whatever bytes a case is made of, it comes out as it went in; spoilt, it is judged or refused."""

from __future__ import annotations

import os
import shutil

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sealing import NAMES, drive, judge, make_bag
from viewer.case.bag import Bag
from viewer.case.errors import CaseError
from viewer.case.seal import sign
from viewer.case.seal_key import SigningKey


@pytest.fixture(scope="module")
def key() -> SigningKey:
    return SigningKey(Ed25519PrivateKey.from_private_bytes(b"k" * 32))


_NAME = st.text(st.characters(blacklist_characters='/\\\0:*?"<>|', blacklist_categories=("Cs", "Cc")), min_size=1)
_CONTENTS = st.dictionaries(
    _NAME.filter(lambda name: len(name.encode()) < 80 and name.strip(". ") == name),
    st.binary(max_size=50),
    max_size=5,
)


@given(contents=_CONTENTS)
@settings(max_examples=40, deadline=None)
def test_every_bag_comes_out_as_it_went_in_and_can_be_signed(
    contents: dict[str, bytes], key: SigningKey, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files = {"case.sqlite": b"facts"} | {f"documents/{name}": content for name, content in contents.items()}
    folded = {name.casefold() for name in files}
    if len(folded) < len(files):
        return
    folder = tmp_path_factory.mktemp("bags")
    digests = set()
    for name in NAMES:
        path = make_bag(folder / name, files)
        with Bag.open(path) as bag:
            assert {listed: bag.read(listed) for listed in bag.manifest} == {
                f"data/{name}": content for name, content in files.items()
            }
        drive(sign(path, key))
        verdict = judge(path)
        assert (verdict.intact, verdict.signed, verdict.strangers) == (True, True, ())
        digests.add(verdict.digest)
    assert len(digests) == 1
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def sealed(key: SigningKey, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A signed case as one file."""
    path = make_bag(tmp_path_factory.mktemp("sealed") / "harbour.evcase")
    drive(sign(path, key))
    return path.read_bytes()


@given(data=st.data())
@settings(max_examples=int(os.environ.get("FUZZ_CASES", "300")), deadline=None)
def test_a_spoilt_case_is_judged_or_refused_and_no_accident(
    data: st.DataObject, sealed: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    spoilt = bytearray(sealed)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(spoilt) - 1))
        match data.draw(st.sampled_from(["change", "cut", "grow"])):
            case "change":
                spoilt[place] = data.draw(st.integers(0, 255))
            case "cut":
                del spoilt[place : place + data.draw(st.integers(1, 40))]
            case _:
                spoilt[place:place] = data.draw(st.binary(max_size=20))
    path = tmp_path_factory.getbasetemp() / "spoilt.evcase"
    path.write_bytes(spoilt)
    try:
        judge(path)
    except CaseError:
        return
