"""Made-up words in four languages, as common and as rare as words are, and sentences of them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

SHARES: Final = {"en": 0.72, "ar": 0.13, "fa": 0.08, "ru": 0.07}
_RIVER: Final = 1 << 19
_LONGEST: Final = 24  # words of a sentence

_COMMON: Final = {
    "en": "the of and in to a he was that for on said they with by from at were it his not who market hospital",
    "ar": "في من على أن إلى عن التي الذي مع بعد قال كان هذا إن ما بين مستشفى مدينة قتل شهود",
    "fa": "و در به از که این را با است برای آن یک می‌شود گفت شد خانه‌ها نیروها کشته شهر ی",
    "ru": "и в не на что он с по из за к его было от они о для сказал город убиты ещё",
}
_SYLLABLES: Final = {
    "en": "ba co den fi gar hu jo kel la mi nor pe qui ra sto tu va wen ya zi bri cha dre flo gra min ster thu",
    "ar": "با تم ثل جر حا خي دو را زي سل شم صا ضر طي عم غا فر قا كت لو من نا هد وي ية",
    "fa": "با پر تو چا خا دی را زن ژا سی شا فر کو گا لی مر نا وا یا هم می‌",
    "ru": "ба во ге да жи за ки ло ма не по ре си то ук фа хо це чи ша ёл ны ств",
}
_WORDS: Final = {"en": 60_000, "ar": 25_000, "fa": 20_000, "ru": 25_000}
_HARAKAT: Final = "\u064e\u064f\u0650\u0652"
_AS_IN_ARABIC: Final = str.maketrans("یک", "يك")
_DIGITS: Final = {"ar": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"), "fa": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")}


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: all its words, common ones first, and a long run of them, each as often as it is used.

    The second run says the same with other letters: vowelled Arabic, Persian typed with Arabic yeh and kaf.
    """

    lang: str
    words: tuple[str, ...]
    runs: tuple[list[str], list[str]]

    def phrase(self, chance: random.Random, fewest: int, most: int) -> str:
        """So many words, one time in eight in the other letters."""
        number = chance.random()
        run = self.runs[number > 0.875]
        start = int(chance.random() * (_RIVER - _LONGEST))
        return " ".join(run[start : start + fewest + int(number * 997) % (most - fewest + 1)])

    def sentence(self, chance: random.Random) -> str:
        """8 to 20 words and a full stop."""
        words = self.phrase(chance, 8, 20)
        return f"{words[0].upper()}{words[1:]}."

    def rare(self, chance: random.Random) -> str:
        """One of its words, whether common or not."""
        return self.words[int(chance.random() * len(self.words))]

    def mark(self, number: int) -> str:
        """A number of a file, in this language's digits."""
        return str(number).translate(_DIGITS.get(self.lang, {}))


def tongues(seed: int) -> dict[str, Tongue]:
    """The four languages by code."""
    return {lang: _tongue(lang, random.Random(f"{seed}:words:{lang}")) for lang in SHARES}


def _tongue(lang: str, chance: random.Random) -> Tongue:
    words = tuple(dict.fromkeys([*_COMMON[lang].split(), *_made_up(lang, chance)]))
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    run = chance.choices(range(len(words)), cum_weights=weights, k=_RIVER)
    others = [_other_letters(lang, word, chance) for word in words]
    return Tongue(lang, words, ([words[i] for i in run], [others[i] for i in run]))


def _made_up(lang: str, chance: random.Random) -> list[str]:
    syllables = _SYLLABLES[lang].split()
    return ["".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3, 3, 4)))).strip("\u200c")
            for _ in range(_WORDS[lang])]  # fmt: skip


def _other_letters(lang: str, word: str, chance: random.Random) -> str:
    if lang == "ar":
        return "".join(letter + chance.choice(_HARAKAT) for letter in word)
    return word.translate(_AS_IN_ARABIC) if lang == "fa" else word
