"""What a made-up case is set in: its facts, codes, measures, 200 places in a hierarchy and its agents."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final

from tests.bench.cases.tongues import Tongue
from viewer.case.records import Agent, AgentName, Measure, Meta, Place, Principle, Term

KINDS: Final = (
    "agreement", "restriction", "statement", "relocation", "detention", "shelling", "air-strike", "clash",
    "casualty-report", "delivery", "hearing", "inspection",
)  # fmt: skip
PARTIES: Final = ("party", "involved", "affected", "no", "unknown")
ROLES: Final = ("participant", "affected", "witness", "organiser", "speaker")
COUNTRIES, REGIONS, PLACES = 4, 20, 200
_MEASURES: Final = ("Killed", "Injured", "Detained", "Moved", "Account", "Date")
_AGENT_KINDS: Final = ("person",) * 14 + ("organisation", "organisation", "unit", "group", "people", "state")
_LANGS: Final = ("en",) * 7 + ("ar",) * 2 + ("fa", "ru")


def meta(events: int) -> Iterator[Meta]:
    """A fixed description; the number of events stands in the title."""
    yield Meta(key="case_uid", value=f"synthetic-{events}")
    yield Meta(key="fiction", value="yes")
    yield Meta(key="lang", value="en")
    yield Meta(key="prepared_by", value="A program")
    yield Meta(key="title", value=f"Made-up case of {events:,} events")


def principles() -> Iterator[Principle]:
    """The one rule of a case that a program made."""
    yield Principle(id=1, text="Nothing in here happened; every word was drawn by lot.")


def terms() -> Iterator[Term]:
    """Kinds and parties, with a label each."""
    codes = [("kind", code) for code in KINDS] + [("party", code) for code in PARTIES]
    for number, (scheme, code) in enumerate(codes, start=1):
        yield Term(id=number, scheme=scheme, code=code, label=code.replace("-", " ").capitalize())


def measures() -> Iterator[Measure]:
    """Four that count people, and two in words."""
    for number, label in enumerate(_MEASURES, start=1):
        counts = number <= 4
        yield Measure(
            id=number, code=label.lower(), label=label, unit="people" if counts else None,
            cumulative=int(number <= 2), rank=number,
        )  # fmt: skip


def places(words: dict[str, Tongue], seed: int) -> Iterator[Place]:
    """Four countries, in them sixteen regions, in these the towns."""
    chance = random.Random(f"{seed}:places")
    for number in range(1, PLACES + 1):
        kind = "country" if number <= COUNTRIES else "region" if number <= REGIONS else "town"
        precision = {"country": "country", "region": "region", "town": "village"}[kind]
        lang = chance.choice(_LANGS) if kind == "town" else "en"
        yield Place(
            id=number, uid=f"P{number:03d}", name=_name(words[lang], chance, 1), lang=lang, kind=kind,
            within_id=within(number), lon=chance.uniform(20, 60), lat=chance.uniform(20, 45),
            radius_m={"country": 300_000.0, "region": 60_000.0, "town": 2_000.0}[kind], precision=precision,
        )  # fmt: skip


def within(place: int) -> int | None:
    """The place that a place lies in."""
    if place <= COUNTRIES:
        return None
    return (place - 1) % COUNTRIES + 1 if place <= REGIONS else COUNTRIES + 1 + place % (REGIONS - COUNTRIES)


def agents(words: dict[str, Tongue], seed: int, count: int) -> Iterator[Agent]:
    """The first forty are those who speak most, organisations and states; some agents belong to an earlier one."""
    chance = random.Random(f"{seed}:agents")
    for number in range(1, count + 1):
        lang = chance.choice(_LANGS)
        kind = chance.choice(_AGENT_KINDS[14:] if number <= 40 else _AGENT_KINDS)
        yield Agent(
            id=number, uid=f"A{number:05d}", name=_name(words[lang], chance, 2), lang=lang, kind=kind,
            party=chance.choice(PARTIES),
            within_id=int(chance.random() * (number - 1)) + 1 if number > 10 and chance.random() < 0.3 else None,
        )  # fmt: skip


def agent_names(words: dict[str, Tongue], seed: int, count: int) -> Iterator[AgentName]:
    """Every fifth agent has another name."""
    chance = random.Random(f"{seed}:names")
    for number, agent in enumerate(range(5, count + 1, 5), start=1):
        lang = chance.choice(_LANGS)
        yield AgentName(id=number, agent_id=agent, name=_name(words[lang], chance, 2), lang=lang)


def _name(tongue: Tongue, chance: random.Random, parts: int) -> str:
    return " ".join(tongue.rare(chance).capitalize() for _ in range(parts))
