"""Distances stay on whole pixels at every text scale."""

from __future__ import annotations

import pytest

from viewer.look.space import Space


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.3, 2.0])
def test_distances_keep_their_order(scale: float) -> None:
    space = Space(scale)
    steps = [space.tight, space.small, space.medium, space.large, space.wide]
    assert steps == sorted(set(steps))


def test_a_distance_never_vanishes() -> None:
    assert Space(0.8).px(0.4) == 1
