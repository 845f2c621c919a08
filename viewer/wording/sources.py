"""Who claims, who carried it, what of it was read and held, and how it is graded, in words."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from viewer.index.ask.chips import AgentChip, ClaimView, PassageChip, SourceChip
from viewer.wording.dates import Form, say_when
from viewer.wording.voice import Voice, fill


def claimant_words(voice: Voice, claim: ClaimView) -> str:
    """The claimant first, then who carried it: "Government of Iraq, as reported by Reuters"."""
    if claim.claimant is None:
        words = voice.translate("Sources", "Claimant not named, as reported by %1")
        return fill(words, claim.source.publisher)
    if speaks_for_itself(claim.claimant, claim.source):
        return claim.claimant.name
    words = voice.translate("Sources", "%1, as reported by %2", "claimant, publisher")
    return fill(words, claim.claimant.name, claim.source.publisher)


def claimant_name(voice: Voice, claim: ClaimView) -> str:
    """The claimant alone."""
    return claim.claimant.name if claim.claimant else voice.translate("Sources", "Claimant not named")


def carrier_words(voice: Voice, claim: ClaimView) -> str:
    """Who carried the claim, as a line below the claimant; "" where the claimant published it."""
    if claim.claimant and speaks_for_itself(claim.claimant, claim.source):
        return ""
    return fill(voice.translate("Sources", "as reported by %1"), claim.source.publisher)


def speaks_for_itself(claimant: AgentChip, source: SourceChip) -> bool:
    """True if a name of the claimant, or its short one in brackets, is the publisher's."""
    names = {claimant.name.casefold(), claimant.full_name.casefold()}
    names.update(part.casefold() for part in re.findall(r"\(([^()]+)\)", claimant.full_name))
    return source.publisher.casefold() in names


def source_words(voice: Voice, source: SourceChip, form: Form = "plain") -> str:
    """ "OHCHR, 15 April 2011"; before it, where that is so, that a document of it is not as the case lists it."""
    words = voice.translate("Sources", "%1, %2", "publisher, date")
    publisher, date = apart(source.publisher), source_date(voice, source, form)
    # Behind a name that runs from the right, a date would lose its day to the far end of the line.
    said = fill(words, publisher, date if publisher == source.publisher else f"\u2068{date}\u2069")
    if not source.alteration:
        return said
    marked = voice.translate("Sources", "%1 · %2", "file altered; publisher and date")
    return fill(marked, alteration_word(voice, source.alteration), said)


def apart(text: str) -> str:
    """`text` as a run of its own inside a line that may read the other way."""
    turned = any(bidirectional(letter) in ("R", "AL") for letter in text)
    return f"\u2068{text}\u2069" if turned else text


def alteration_word(voice: Voice, alteration: str) -> str:
    """Of a document whose file is not as the case lists it."""
    words = {
        "altered": voice.translate("Sources", "file altered"),
        "missing": voice.translate("Sources", "file missing"),
    }
    return words[alteration]


def source_date(voice: Voice, source: SourceChip, form: Form = "plain") -> str:
    """The date of publication, or that there is none."""
    return say_when(voice, source.when, form) if source.when else voice.translate("Sources", "undated")


def read_words(voice: Voice, source: SourceChip) -> str:
    """What of the source the compilers read. Nothing was read whole, so nothing says it was."""
    words = {
        "read-original": voice.translate("Sources", "excerpt read on the publisher's own site"),
        "read-repost": voice.translate("Sources", "excerpt read only as a repost on another site"),
        "pointer": voice.translate("Sources", "used only to find other sources, not as evidence"),
        "unverified-here": voice.translate("Sources", "not read for this case"),
    }
    return words.get(source.read_status, source.read_label or source.read_status)


def hold_words(voice: Voice, hold: str) -> str:
    """How far a passage can be seen here: 'note', 'held', 'not-held', or 'attached' by the reader."""
    words = {
        "note": voice.translate("Sources", "stated by our note"),
        "held": voice.translate("Sources", "found in the source"),
        "not-held": voice.translate("Sources", "source not held"),
        "attached": voice.translate("Sources", "found in the file you attached"),
        "altered": voice.translate("Sources", "the file is altered"),
        "missing": voice.translate("Sources", "the file is missing"),
    }
    return words.get(hold, hold)


def holds_words(voice: Voice, passages: tuple[PassageChip, ...]) -> str:
    """The same of several passages: the best of them, and each kind of file that is not as the case lists it."""
    faults = [hold for hold in ("altered", "missing") if any(passage.hold == hold for passage in passages)]
    sound = tuple(passage for passage in passages if passage.hold not in faults)
    said = [hold_words(voice, best_hold(sound))] if sound or not faults else []
    said += [hold_words(voice, hold) for hold in faults]
    joined = said[0]
    for part in said[1:]:
        joined = fill(
            voice.translate("Sources", "%1; %2", "found in the source; the file is altered"), joined, part
        )
    return joined


def hold_sentence(voice: Voice, hold: str) -> str:
    """What a reader must know before trusting what is shown of a document."""
    sentences = {
        "note": voice.translate("Sources", "Our paraphrase. Original not held."),
        "held": voice.translate("Sources", "The document itself is held in this case."),
        "not-held": voice.translate("Sources", "Original not held."),
        "attached": voice.translate("Sources", "The file you attached. It is not part of this case."),
        "altered": voice.translate(
            "Sources", "Altered: the file in this case is not the one that the case lists. It is not shown."
        ),
        "missing": voice.translate("Sources", "Missing: the case lists this file, and it cannot be read here."),
    }
    return sentences.get(hold, "")


def best_hold(passages: tuple[PassageChip, ...]) -> str:
    """'held' if any passage is of a held document, else 'note' if any is of a note, else 'not-held'."""
    holds = {passage.hold for passage in passages}
    return next((hold for hold in ("held", "note") if hold in holds), "not-held")


def grade_words(voice: Voice, reliability: str, credibility: str) -> str:
    """ "B2: usually reliable / probably true, proposed by the compilers"."""
    return fill(
        voice.translate("Sources", "%1%2: %3 / %4, proposed by the compilers", "letter, digit, their meanings"),
        reliability,
        credibility,
        reliability_words(voice, reliability),
        credibility_words(voice, credibility),
    )


def reliability_words(voice: Voice, letter: str) -> str:
    """The meaning of an Admiralty letter, given to a source."""
    words = {
        "A": voice.translate("Sources", "completely reliable"),
        "B": voice.translate("Sources", "usually reliable"),
        "C": voice.translate("Sources", "fairly reliable"),
        "D": voice.translate("Sources", "not usually reliable"),
        "E": voice.translate("Sources", "unreliable"),
        "F": voice.translate("Sources", "reliability cannot be judged"),
    }
    return words.get(letter, letter)


def credibility_words(voice: Voice, digit: str) -> str:
    """The meaning of an Admiralty digit, given to a claim."""
    words = {
        "1": voice.translate("Sources", "confirmed by independent sources"),
        "2": voice.translate("Sources", "probably true"),
        "3": voice.translate("Sources", "possibly true"),
        "4": voice.translate("Sources", "doubtful"),
        "5": voice.translate("Sources", "improbable"),
        "6": voice.translate("Sources", "truth cannot be judged"),
    }
    return words.get(digit, digit)


def party_words(voice: Voice, code: str, label: str = "") -> str:
    """An agent's or publisher's relation to the events; the case's own words win."""
    words = {
        "party": voice.translate("Sources", "a side in the dispute"),
        "involved": voice.translate("Sources", "an institution with a role in the events"),
        "affected": voice.translate("Sources", "people whom the events happened to"),
        "no": voice.translate("Sources", "not a side in the dispute"),
        "unknown": voice.translate("Sources", "relation to the events not known"),
    }
    return label or words.get(code, code)


def claimant_side(voice: Voice, claim: ClaimView) -> str:
    """The claimant's relation to the events, for the folded part of a claim."""
    if claim.claimant is None:
        return voice.translate("Sources", "Claimant: not named")
    words = voice.translate("Sources", "Claimant: %1 (%2)", "name, relation to the events")
    return fill(words, claim.claimant.full_name, claim.claimant.party)


def publisher_side(voice: Voice, source: SourceChip) -> str:
    """The publisher's relation to the events, for the folded part of a claim."""
    words = voice.translate("Sources", "Publisher: %1 (%2)", "name, relation to the events")
    return fill(words, source.publisher, party_words(voice, source.party, source.party_label))


def directness_words(voice: Voice, directness: str) -> str:
    """How a quotation came to the source; "" for words quoted directly."""
    words = {
        "reported": voice.translate("Sources", "as reported, not heard directly"),
        "translated": voice.translate("Sources", "in translation"),
    }
    return words.get(directness, "")
