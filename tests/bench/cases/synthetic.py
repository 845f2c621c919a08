"""A made-up case of any size, drawn by lot from a seed and handed out record by record; nothing of it is held.

Every record follows from the seed and its number alone, or from a run of its own kind of records, so each kind can
be asked for by itself, again and in any order. 28 claims to 20 events; a source and its document to 50.
"""

from __future__ import annotations

import hashlib
import random
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, Final

from tests.bench.cases import setting
from tests.bench.cases.dates import Calendar, bounds, calendar, iso
from tests.bench.cases.tongues import SHARES, Tongue, tongues
from viewer.case.records import (
    Agent,
    AgentName,
    Claim,
    ClaimPassage,
    ClaimRelation,
    Document,
    Event,
    EventAgent,
    EventDate,
    Measure,
    Meta,
    Passage,
    Place,
    Principle,
    Quote,
    QuoteEvent,
    Source,
    Term,
)
from viewer.case.records_of_use import Translation

_CLAIMS: Final = (1, 0, 2, 1, 3, 1, 0, 1, 2, 1, 5, 1, 2, 0, 1, 3, 1, 0, 2, 1)  # of twenty events, again and again
_CLAIMS_BEFORE: Final = tuple(sum(_CLAIMS[:place]) for place in range(20))
_PER_SOURCE: Final = 50
_PASSAGES: Final = 10
_TEXT_PER_EVENT: Final = 1000
_MOST_TEXT: Final = 1_000_000_000
_PUBLISHERS: Final = 300
_CLAIMANTS: Final = 40
_LANGS: Final = tuple(SHARES)
_LANG_WEIGHTS: Final = tuple(SHARES.values())
_LANG_STEPS: Final = list(accumulate(_LANG_WEIGHTS))[:-1]
_CATEGORIES: Final = ("civilians", "children", "staff")
_SOURCE_KINDS: Final = ("media", "ngo", "government", "un", "court", "party")


@dataclass(frozen=True, slots=True)
class Stuff:
    """What all records of a case are drawn from."""

    words: dict[str, Tongue]
    days: Calendar


class Synthetic:
    """The case. text_bytes: of all documents, about; without it 1,000 an event and 1 GB at most."""

    def __init__(self, events: int, seed: int = 1, text_bytes: int | None = None) -> None:
        self.events = events
        self.seed = seed
        self.sources = max(2, -(-events // _PER_SOURCE))
        self.agents = min(20_000, max(2 * _CLAIMANTS, events // 5))
        text = min(events * _TEXT_PER_EVENT, _MOST_TEXT) if text_bytes is None else text_bytes
        self.document_bytes = text // self.sources
        self.document = lru_cache(maxsize=2)(self._bytes)  # asked for its digest, and then again to be kept

    def records(self, record: type[Any]) -> Iterable[Any]:
        """All records of a class, in the order of their ids."""
        words, seed = self._stuff.words, self.seed
        return {
            Meta: lambda: setting.meta(self.events),
            Principle: setting.principles,
            Term: setting.terms,
            Measure: setting.measures,
            Agent: lambda: setting.agents(words, seed, self.agents),
            AgentName: lambda: setting.agent_names(words, seed, self.agents),
            Place: lambda: setting.places(words, seed),
            Source: self._sources,
            Document: self._documents,
            Passage: self._passages,
            Event: self._events,
            EventDate: self._event_dates,
            EventAgent: self._event_agents,
            Claim: self._claims,
            ClaimPassage: self._claim_passages,
            ClaimRelation: self._claim_relations,
            Quote: self._quotes,
            QuoteEvent: self._quote_events,
            Translation: self._translations,
        }.get(record, tuple)()

    @cached_property
    def _stuff(self) -> Stuff:
        return Stuff(tongues(self.seed), calendar(self.seed))

    def _chance(self, what: str) -> random.Random:
        return random.Random(f"{self.seed}:{what}")

    # Sources and their documents

    def _sources(self) -> Iterator[Source]:
        chance = self._chance("sources")
        for number in range(1, self.sources + 1):
            tongue = self._tongue_of(number)
            date = iso(self._stuff.days.day(chance))
            earliest, latest = bounds(date)
            publisher = int(chance.random() ** 2 * _PUBLISHERS)
            yield Source(
                id=number, uid=f"S{number:07d}", kind=_SOURCE_KINDS[publisher % 6],
                title=tongue.phrase(chance, 4, 9).capitalize(), lang=tongue.lang,
                publisher=f"Publisher {publisher}", publisher_id=publisher + 1 if publisher < _CLAIMANTS else None,
                reprint_of=1 + int(chance.random() * (number - 1)) if number % 5 == 0 else None,
                date_edtf=date, earliest_jd=earliest, latest_jd=latest, party=setting.PARTIES[publisher % 5],
                reliability="ABCDEF"[int(chance.random() * 6)],
            )  # fmt: skip

    def _documents(self) -> Iterator[Document]:
        for number in range(1, self.sources + 1):
            path = f"documents/{number // 1000:03d}/{number:07d}.{'md' if number % 10 == 0 else 'txt'}"
            content = self.document(path)
            yield Document(
                id=number, uid=f"D{number:07d}", source_id=number, title=f"Document {number}",
                lang=self._tongue_of(number).lang, byte_size=len(content), path=path,
                media_type="text/markdown" if number % 10 == 0 else "text/plain",
                sha256=hashlib.sha256(content).hexdigest(),
            )  # fmt: skip

    def _bytes(self, path: str) -> bytes:
        """The text of a document, of half to one and a half of the ordinary length."""
        number = int(path.rpartition("/")[2].partition(".")[0])
        wanted = int(self.document_bytes * (0.5 + number * 0.618 % 1))
        parts: list[bytes] = []
        for count, paragraph in enumerate(self._paragraphs(number)):
            parts.append(paragraph.encode())
            wanted -= len(parts[-1]) + 2
            if wanted <= 0 and count + 1 >= _PASSAGES:
                break
        return b"\n\n".join(parts)

    def _paragraphs(self, number: int) -> Iterator[str]:
        """Without end: three to six sentences each, now and then with a number that stands nowhere else."""
        tongue, chance = self._tongue_of(number), self._chance(f"document:{number}")
        while True:
            draw = chance.random()
            text = " ".join([tongue.sentence(chance) for _ in range(3 + int(draw * 40) % 4)])
            yield f"{text} {tongue.mark(number * 1000 + int(draw * 1000))}" if draw < 0.2 else text

    def _tongue_of(self, source: int) -> Tongue:
        return self._stuff.words[_LANGS[bisect(_LANG_STEPS, source * 0.7548776662 % 1)]]

    def _passages(self) -> Iterator[Passage]:
        """The first sentence of each of the first ten paragraphs."""
        for number in range(1, self.sources + 1):
            start = 0
            for place, paragraph in zip(range(_PASSAGES), self._paragraphs(number), strict=False):
                exact = paragraph[: paragraph.index(".") + 1]
                identity = (number - 1) * _PASSAGES + place + 1
                yield Passage(
                    id=identity, uid=f"R{identity:08d}", document_id=number, exact=exact,
                    lang=self._tongue_of(number).lang, start_char=start, end_char=start + len(exact),
                )  # fmt: skip
                start += len(paragraph) + 2

    # Events

    def _events(self) -> Iterator[Event]:
        chance, words, days = self._chance("events"), self._stuff.words, self._stuff.days
        for start in range(1, self.events + 1, 1000):
            langs = chance.choices(_LANGS, _LANG_WEIGHTS, k=1000)
            for number, lang in zip(range(start, min(start + 1000, self.events + 1)), langs, strict=False):
                yield self._event(number, words[lang], days.stated(chance), chance)

    @staticmethod
    def _event(number: int, tongue: Tongue, date: str | None, chance: random.Random) -> Event:
        draw = chance.random()
        earliest, latest = bounds(date)
        return Event(
            id=number, uid=f"E{number:08d}", kind=setting.KINDS[int(draw * draw * 12)],
            title=f"{tongue.phrase(chance, 3, 7).capitalize()} {tongue.rare(chance)}",
            lang=tongue.lang, summary=f"{tongue.sentence(chance)} {tongue.sentence(chance)}",
            date_edtf=date, earliest_jd=earliest, latest_jd=latest,
            place_id=None if draw > 0.97 else setting.PLACES - int(chance.random() ** 3 * setting.PLACES),
            sequence=number if date is None and draw < 0.3 else None, total=int(number % 20_000 == 0),
        )  # fmt: skip

    def _event_dates(self) -> Iterator[EventDate]:
        chance = self._chance("other dates")
        for number, event in enumerate(range(7, self.events + 1, 200), start=1):
            date = iso(self._stuff.days.day(chance))
            earliest, latest = bounds(date)
            yield EventDate(
                id=number, event_id=event, date_edtf=date, earliest_jd=earliest, latest_jd=latest,
                source_id=self._home(event),
            )  # fmt: skip

    def _event_agents(self) -> Iterator[EventAgent]:
        chance, number = self._chance("roles"), 0
        for event in range(1, self.events + 1):
            for _ in range((1, 0, 2, 1, 3)[event % 5]):
                number += 1
                draw = chance.random()
                yield EventAgent(
                    id=number, event_id=event, agent_id=int(draw**3 * self.agents) + 1,
                    role=setting.ROLES[int(draw * 1000) % 5],
                )  # fmt: skip

    def _translations(self) -> Iterator[Translation]:
        """Every hundredth title, in Arabic and Persian."""
        chance, words = self._chance("translations"), self._stuff.words
        for event in range(100, self.events + 1, 100):
            for lang in ("ar", "fa"):
                text = words[lang].phrase(chance, 3, 7)
                yield Translation(
                    entity="event", entity_id=event, field="title", lang=lang, text=text, status="draft"
                )

    # Claims

    def _claims(self) -> Iterator[Claim]:
        chance, number = self._chance("claims"), 0
        for event in range(1, self.events + 1):
            measure, base = 1 + int(chance.random() ** 2 * 4), int(chance.expovariate(0.08))
            for place in range(_CLAIMS[(event - 1) % 20]):
                number += 1
                source = self._source(number, event, place)
                claimant = None if chance.random() < 0.2 else 1 + int(chance.random() ** 2 * _CLAIMANTS)
                yield self._claim(number, event, source, claimant, measure, base, chance)

    def _claim(
        self,
        number: int,
        event: int,
        source: int,
        claimant: int | None,
        measure: int,
        base: int,
        chance: random.Random,
    ) -> Claim:
        uid, draw = f"C{number:08d}", chance.random()
        if draw < 0.15:
            return Claim(
                id=number, uid=uid, event_id=event, source_id=source, claimant_id=claimant, kind="statement",
                measure_id=5, text=self._stuff.words["en"].sentence(chance), lang="en",
            )  # fmt: skip
        low, best, high, qualifier = _figure(draw, base, chance)
        return Claim(
            id=number, uid=uid, event_id=event, source_id=source, claimant_id=claimant, kind="figure",
            measure_id=measure, category=_CATEGORIES[int(draw * 100) % 3] if draw > 0.9 else None,
            low=low, best=best, high=high, qualifier=qualifier,
        )  # fmt: skip

    def _home(self, event: int) -> int:
        return min((event - 1) // _PER_SOURCE + 1, self.sources)

    def _source(self, claim: int, event: int, place: int) -> int:
        """The first claim of an event stands in the source of its fifty, the others in any."""
        return self._home(event) if place == 0 else claim * 2_654_435_761 % self.sources + 1

    def _claim_passages(self) -> Iterator[ClaimPassage]:
        """Nine claims of ten have a passage in their source's document."""
        number = 0
        for event in range(1, self.events + 1):
            for place in range(_CLAIMS[(event - 1) % 20]):
                number += 1
                if number % 10:
                    passage = (self._source(number, event, place) - 1) * _PASSAGES + number % _PASSAGES + 1
                    yield ClaimPassage(claim_id=number, passage_id=passage)

    def _claim_relations(self) -> Iterator[ClaimRelation]:
        """Noted between the first two claims of every two-hundredth event."""
        for number, event in enumerate(range(11, self.events + 1, 200), start=1):
            first = (event - 1) // 20 * sum(_CLAIMS) + _CLAIMS_BEFORE[(event - 1) % 20] + 1
            kind = ("repeats", "contradicts", "answers")[number % 3]
            yield ClaimRelation(id=number, from_id=first, kind=kind, to_id=first + 1)

    # Quotations

    def _quotes(self) -> Iterator[Quote]:
        """One to a thousand events: the first passage of a source."""
        for number in range(1, self.events // 1000 + 1):
            source = number * 20
            paragraph = next(self._paragraphs(source))
            yield Quote(
                id=number, uid=f"Q{number:06d}", speaker_id=number % self.agents + 1,
                text=paragraph[: paragraph.index(".") + 1], lang=self._tongue_of(source).lang, source_id=source,
                passage_id=(source - 1) * _PASSAGES + 1,
            )  # fmt: skip

    def _quote_events(self) -> Iterator[QuoteEvent]:
        for number in range(1, self.events // 1000 + 1):
            yield QuoteEvent(quote_id=number, event_id=number * 1000)


def _figure(
    draw: float, base: int, chance: random.Random
) -> tuple[int | None, int | None, int | None, str | None]:
    """low, best, high, qualifier: most state the same number, some another, a few out of order."""
    if draw < 0.55:
        return None, base, None, "exact"
    other = int(base * (0.5 + chance.random() * 1.2)) + int(chance.random() * 3)
    if draw < 0.75:
        return None, other, None, "exact"
    if draw < 0.82:
        return other, None, None, "at-least"
    if draw < 0.87:
        return None, other, None, "about"
    if draw < 0.98:
        return base, base + 1, base + 2 + other, "range"
    if draw < 0.99:
        return base + 3, base, base + 1, "range"
    return None, None, None, "dozens"
