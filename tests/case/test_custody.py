"""Custody is a chain: whatever is changed, left out or moved in it shows, whatever bytes lie there."""

from __future__ import annotations

import dataclasses
import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sealing import NAMES, drive, judge, make_bag, make_key, ssh_keygen
from viewer.case import custody, store
from viewer.case.bag import Bag
from viewer.case.custody import NOTHING, Break, Entry, Link, build_chain, canonical, verify_chain
from viewer.case.errors import CaseError
from viewer.case.records_of_use import Custody
from viewer.case.seal import SIGNATURE, sign

AT = "2011-04-08T05:30:00Z"


def row(actor: str, action: str, note: str | None = None) -> Custody:
    return Custody(seq=0, at=AT, actor=actor, action=action, note=note, prev_sha256="", entry_sha256="")


@pytest.fixture
def chain() -> list[Custody]:
    return build_chain([row("Jane", "acquired"), row("Jane", "hashed", "“twice”"), row("شاهد", "stored")])


# The table inside


def test_a_chain_is_numbered_and_bound_and_holds(chain: list[Custody]) -> None:
    assert [entry.seq for entry in chain] == [1, 2, 3]
    assert [entry.prev_sha256 for entry in chain] == [NOTHING, chain[0].entry_sha256, chain[1].entry_sha256]
    assert verify_chain(reversed(chain)) == ()
    assert verify_chain([]) == ()


def test_the_hash_is_that_of_the_row_as_anybody_can_write_it_by_hand(chain: list[Custody]) -> None:
    text = (
        '{"action":"hashed","actor":"Jane","at":"2011-04-08T05:30:00Z","document_id":null,"location":null,'
        f'"note":"“twice”","prev_sha256":"{chain[0].entry_sha256}","seq":2,"sha256":null}}'
    )
    assert hashlib.sha256(text.encode()).hexdigest() == chain[1].entry_sha256


@pytest.mark.parametrize(
    "change",
    [
        {"at": "2011-04-09T05:30:00Z"}, {"actor": "John"}, {"action": "copied"}, {"document_id": 1},
        {"sha256": "a" * 64}, {"location": "Baghdad"}, {"note": None},
    ],
)  # fmt: skip
def test_whatever_is_changed_in_a_row_shows(chain: list[Custody], change: dict[str, Any]) -> None:
    chain[1] = dataclasses.replace(chain[1], **change)
    assert verify_chain(chain) == (Break(2, "hash"),)


def test_a_row_that_was_hashed_anew_shows_in_the_next(chain: list[Custody]) -> None:
    forged = dataclasses.replace(chain[1], actor="John")
    chain[1] = dataclasses.replace(forged, entry_sha256=custody.entry_hash(forged))
    assert verify_chain(chain) == (Break(3, "previous"),)


def test_a_row_left_out_shows(chain: list[Custody]) -> None:
    del chain[1]
    assert verify_chain(chain) == (Break(3, "number"), Break(3, "previous"))


def test_a_chain_goes_into_a_case_and_comes_out_whole(chain: list[Custody]) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        store.create(connection)
        store.insert(connection, Custody, chain)
        assert verify_chain(store.read(connection, Custody)) == ()


def test_json_is_canonical_as_rfc_8785_wants() -> None:
    """The sorting example of its section 3.2.3 and the string of 3.2.2.2, for what our rows can hold."""
    keys: dict[str, str | int | None] = {
        "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
        "\U0001f600": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis",
    }  # fmt: skip
    told = canonical(keys).decode()
    order = ["Carriage Return", "One", "Control", "Latin Small", "Euro Sign", "Emoji", "Hebrew"]
    assert sorted(order, key=told.index) == order
    text = "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/"
    assert canonical({"a": text}) == '{"a":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'.encode()
    with pytest.raises(ValueError, match="9007199254740993"):
        canonical({"a": (1 << 53) + 1})


# The texts after sealing


def step(path: Path, actor: str, action: str, note: str = "", **more: Any) -> None:
    drive(custody.add(path, {"actor": actor, "action": action, "note": note}, AT, **more))


def links(path: Path) -> tuple[Link, ...]:
    with Bag.open(path) as bag:
        return custody.links_of(bag)


@pytest.mark.parametrize("name", NAMES)
def test_each_step_names_the_case_and_the_step_before_it(tmp_path: Path, name: str) -> None:
    path = make_bag(tmp_path / name)
    key = make_key(tmp_path / "key")
    drive(sign(path, key))
    before = judge(path)
    step(path, "Jane", "transferred", "by\nhand ", key=key)
    step(path, "The clerk", "received")
    first, second = links(path)
    assert first.name == "custody/0001-transferred.txt"
    assert first.entry == Entry(1, before.digest, NOTHING, AT, "Jane", "transferred", "", "by hand")
    assert second.entry == Entry(2, before.digest, first.sha256, AT, "The clerk", "received")
    assert (first.signing.state, first.signing.fingerprint) == ("good", key.fingerprint)
    assert second.signing.state == "absent"
    assert first.holds
    assert second.holds
    after = judge(path)
    assert after.custody == (first, second)
    assert (after.digest, after.files, after.signing) == (before.digest, before.files, before.signing)
    assert not after.strangers


def test_ssh_keygen_verifies_a_signed_step(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    step(path, "Jane", "stored", key=make_key(tmp_path / "key"))
    text = path / "custody" / "0001-stored.txt"
    told = ssh_keygen(
        "-Y", "check-novalidate", "-n", "casefile", "-s", f"{text}.sig", given=text.read_bytes()
    )  # fmt: skip
    assert told.returncode == 0


def three_steps(path: Path) -> list[Path]:
    make_bag(path)
    for action in ("transferred", "received", "stored"):
        step(path, "Jane", action)
    return sorted((path / "custody").iterdir())


def test_a_changed_step_shows_in_the_next(tmp_path: Path) -> None:
    texts = three_steps(tmp_path / "harbour")
    texts[0].write_bytes(texts[0].read_bytes().replace(b"Jane", b"John"))
    assert [link.breaks for link in links(tmp_path / "harbour")] == [(), ("previous",), ()]


def test_a_step_taken_away_shows_unless_it_was_the_last(tmp_path: Path) -> None:
    texts = three_steps(tmp_path / "harbour")
    texts[2].unlink()
    assert [link.breaks for link in links(tmp_path / "harbour")] == [(), ()]
    texts[0].unlink()
    assert [link.breaks for link in links(tmp_path / "harbour")] == [("number", "previous")]


def test_a_step_of_another_case_or_under_another_number_shows(tmp_path: Path) -> None:
    texts = three_steps(tmp_path / "harbour")
    other = make_bag(tmp_path / "other", {"case.sqlite": b"other"})
    (other / "custody").mkdir()
    (other / "custody" / "0001-transferred.txt").write_bytes(texts[0].read_bytes())
    assert links(other)[0].breaks == ("case",)
    texts[2].rename(texts[2].with_name("0007-stored.txt"))
    assert [link.breaks for link in links(tmp_path / "harbour")] == [(), (), ("number",)]


def test_a_signed_step_that_was_changed_no_longer_holds(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    step(path, "Jane", "stored", key=make_key(tmp_path / "key"))
    text = path / "custody" / "0001-stored.txt"
    text.write_bytes(text.read_bytes().replace(b"Jane", b"John"))
    assert [(link.signing.state, link.holds) for link in links(path)] == [("bad", False)]


def test_the_signature_of_the_case_is_none_for_a_step(tmp_path: Path) -> None:
    path = make_bag(tmp_path / "harbour")
    drive(sign(path, make_key(tmp_path / "key")))
    step(path, "Jane", "stored")
    (path / "custody" / "0001-stored.txt.sig").write_bytes((path / SIGNATURE).read_bytes())
    assert not links(path)[0].holds


@pytest.mark.parametrize(
    ("actor", "action", "note", "code"),
    [
        ("Jane", "lost", "", "custody-action"),
        (" ", "stored", "", "custody-actor"),
        ("Jane", "stored", "a" * 70_000, "custody-words"),
        ("Jane\x1b[2J", "stored", "", "custody-words"),
    ],
)
def test_a_step_that_cannot_be_recorded_is_refused(
    tmp_path: Path, actor: str, action: str, note: str, code: str
) -> None:
    path = make_bag(tmp_path / "harbour")
    with pytest.raises(CaseError, match=code):
        step(path, actor, action, note)
    assert not (path / "custody").exists()


def test_texts_that_are_no_steps_are_said_to_be_none(tmp_path: Path) -> None:
    texts = three_steps(tmp_path / "harbour")
    for content in (b"", b"words", texts[1].read_bytes() + b"\n", texts[1].read_bytes().replace(b"\n", b"\r\n")):
        texts[1].write_bytes(content)
        assert [link.entry is None for link in links(tmp_path / "harbour")] == [False, True, False]


_WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Zs", "Cf")), max_size=40)


@given(_WORDS.filter(bool), st.sampled_from(custody.ACTIONS), _WORDS, _WORDS, st.integers(1, 999_999))
def test_an_entry_is_read_as_it_was_written(
    actor: str, action: str, location: str, note: str, number: int
) -> None:
    entry = Entry(number, "a" * 64, NOTHING, AT, actor, action, location, note)
    assert custody.read_entry(custody.text_of(entry)) == entry


@given(st.binary(max_size=200), st.integers(0, 400), st.integers(0, 20))
def test_no_bytes_upset_the_reading_of_an_entry(data: bytes, place: int, cut: int) -> None:
    text = custody.text_of(Entry(1, "a" * 64, NOTHING, AT, "Jane", "stored"))
    assert custody.read_entry(data) is None
    spoilt = text[:place] + data + text[place + cut :]
    read = custody.read_entry(spoilt)
    assert read is None or custody.text_of(read) == spoilt
