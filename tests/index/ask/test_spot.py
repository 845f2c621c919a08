"""A spot made whole names what belongs together, and refuses what does not."""

from __future__ import annotations

import sqlite3

import pytest

from viewer.case.errors import UnknownFocus
from viewer.index.ask.spot import Spot, whole


@pytest.mark.parametrize(
    ("spot", "expected"),
    [
        (Spot(), Spot()),
        (Spot(event="E01"), Spot(event="E01")),
        (
            Spot(claim="C01"),
            Spot(event="E01", claim="C01", source="wire-1", document="N-wire", passage="P2"),
        ),
        (
            Spot(claim="C03", source="paper"),
            Spot(event="E01", claim="C03", source="paper", document="D-plain", passage="P4"),
        ),
        (
            Spot(claim="C04"),
            Spot(event="E01", claim="C04", source="paper", document="D-plain"),
        ),
        (
            Spot(quote="Q1"),
            Spot(event="E01", quote="Q1", source="wire-1", document="N-wire", passage="P3"),
        ),
        (Spot(source="wire-1"), Spot(source="wire-1", document="N-wire")),
        (Spot(passage="P4"), Spot(source="paper", document="D-plain", passage="P4")),
        (Spot(source="reprint"), Spot(source="reprint")),
    ],
)
def test_a_spot_is_filled_in(index: sqlite3.Connection, spot: Spot, expected: Spot) -> None:
    assert whole(index, spot) == expected
    assert whole(index, expected) == expected


@pytest.mark.parametrize(
    ("spot", "code"),
    [
        (Spot(event="X"), "no-such-event"),
        (Spot(claim="X"), "no-such-claim"),
        (Spot(quote="X"), "no-such-quote"),
        (Spot(source="X"), "no-such-source"),
        (Spot(document="X"), "no-such-document"),
        (Spot(passage="X"), "no-such-passage"),
    ],
)
def test_what_is_unknown_is_refused(index: sqlite3.Connection, spot: Spot, code: str) -> None:
    with pytest.raises(UnknownFocus) as refused:
        whole(index, spot)
    assert (refused.value.code, refused.value.found) == (code, "X")


@pytest.mark.parametrize(
    "spot",
    [
        Spot(event="E02", claim="C01"),
        Spot(source="paper", claim="C01"),
        Spot(claim="C01", passage="P4"),
        Spot(event="E02", quote="Q1"),
        Spot(passage="P4", document="N-wire"),
        Spot(document="N-wire", source="paper"),
    ],
)
def test_what_does_not_belong_together_is_refused(index: sqlite3.Connection, spot: Spot) -> None:
    with pytest.raises(UnknownFocus) as refused:
        whole(index, spot)
    assert refused.value.code == "do-not-belong-together"
