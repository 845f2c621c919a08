"""How events, claims and agents hang together, in words; both directions of a relation are said alike."""

from __future__ import annotations

from viewer.index.ask.events import PlaceView, Relation, Role
from viewer.wording.voice import Voice, fill

Pair = tuple[str, str]


def relation_words(voice: Voice, relation: Relation) -> str:
    """What stands before the other event or passage: "Responds to", "Answered by"."""
    outgoing, incoming = _relations(voice).get(relation.kind, (relation.kind, relation.kind))
    return outgoing if relation.outgoing else incoming


def _relations(voice: Voice) -> dict[str, Pair]:
    """A contradiction has no direction: it is said the same way from both sides."""
    contradicts = voice.translate("Relations", "In contradiction with")
    same = voice.translate("Relations", "Same event as")
    related = voice.translate("Relations", "Related to")
    return {
        "responds-to": (
            voice.translate("Relations", "Responds to"),
            voice.translate("Relations", "Responded to by"),
        ),
        "part-of": (voice.translate("Relations", "Part of"), voice.translate("Relations", "Has as a part")),
        "contradicts": (contradicts, contradicts),
        "possibly-counted-in": (
            voice.translate("Relations", "May be counted in"),
            voice.translate("Relations", "May include the count of"),
        ),
        "precedes": (voice.translate("Relations", "Before"), voice.translate("Relations", "After")),
        "same-as": (same, same),
        "related": (related, related),
    }


def role_words(voice: Voice, role: Role) -> str:
    """ "Ali Ghaidan: commander", the role in the compilers' words."""
    words = voice.translate("Relations", "%1: %2", "name, role")
    return fill(words, role.agent.name, role.role)


def radius_words(voice: Voice, place: PlaceView) -> str:
    """How exactly the place is known: "within 5 km"; "" where nobody says."""
    if place.radius_m is None:
        return ""
    if place.radius_m < 1000:
        return fill(voice.translate("Relations", "within %1 m"), voice.number(round(place.radius_m)))
    return fill(voice.translate("Relations", "within %1 km"), voice.number(round(place.radius_m / 1000)))


def place_words(voice: Voice, place: PlaceView) -> str:
    """ "Camp Ashraf (within 5 km)"."""
    radius = radius_words(voice, place)
    if not radius:
        return place.short_name
    return fill(voice.translate("Relations", "%1 (%2)", "place, how exactly"), place.short_name, radius)
