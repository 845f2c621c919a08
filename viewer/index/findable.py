"""What can be found by words: for each kind of entity, the question that gives its texts."""

from __future__ import annotations

from typing import Final

ENTITIES: Final = ("event", "claim", "quote", "agent", "place", "source", "passage")
NAMES: Final = ("quote", "agent", "place", "source")  # those in name_words

# Each gives: entity id, title, detail, uid, event, source.
_OWN: Final = {
    "event": """
        SELECT e.id AS entity_id, e.title AS title, coalesce(e.summary, '') AS detail, e.uid AS uid,
          e.uid AS event, NULL AS source
        FROM event e""",
    "claim": """
        SELECT c.id AS entity_id, coalesce(c.text, m.label) AS title,
          coalesce(a.name || ' · ', '') || s.publisher AS detail, c.uid AS uid, e.uid AS event, s.uid AS source
        FROM claim c JOIN measure m ON m.id = c.measure_id JOIN source s ON s.id = c.source_id
        JOIN event e ON e.id = c.event_id LEFT JOIN agent a ON a.id = c.claimant_id""",
    "quote": """
        SELECT q.id AS entity_id, q.text AS title,
          coalesce(a.name, '') || coalesce(' · ' || q.capacity, '') AS detail, q.uid AS uid,
          (SELECT e.uid FROM quote_event t JOIN event e ON e.id = t.event_id WHERE t.quote_id = q.id
            ORDER BY e.id LIMIT 1) AS event, s.uid AS source
        FROM quote q JOIN source s ON s.id = q.source_id LEFT JOIN agent a ON a.id = q.speaker_id""",
    "agent": """
        SELECT a.id AS entity_id, a.name AS title,
          coalesce((SELECT group_concat(name, ' · ') FROM
            (SELECT name FROM agent_name n WHERE n.agent_id = a.id ORDER BY n.id)), a.description, '') AS detail,
          a.uid AS uid,
          coalesce((SELECT e.uid FROM event_agent t JOIN event e ON e.id = t.event_id WHERE t.agent_id = a.id
            ORDER BY t.id LIMIT 1),
            (SELECT e.uid FROM claim c JOIN event e ON e.id = c.event_id WHERE c.claimant_id = a.id
            ORDER BY c.id LIMIT 1)) AS event, NULL AS source
        FROM agent a""",
    "place": """
        SELECT p.id AS entity_id, p.name AS title, coalesce(p.note, '') AS detail, p.uid AS uid,
          (SELECT e.uid FROM event e WHERE e.place_id = p.id ORDER BY e.id LIMIT 1) AS event, NULL AS source
        FROM place p""",
    "source": """
        SELECT s.id AS entity_id, s.title AS title,
          s.publisher || coalesce(' · ' || s.date_text, '') AS detail, s.uid AS uid, NULL AS event, s.uid AS source
        FROM source s""",
}
_TRANSLATED_FIELD: Final = {"agent": "name", "place": "name", "quote": "text", "claim": "text"}

# Ids in the order in which they are numbered: of those that have words of their own.
ORDERED: Final = {
    "claim": """SELECT c.id FROM claim c JOIN moment m ON m.event_id = c.event_id WHERE c.text IS NOT NULL
        ORDER BY m.id, c.id""",
    "quote": "SELECT id FROM quote ORDER BY earliest_jd, id",
    "agent": "SELECT id FROM agent ORDER BY id",
    "place": "SELECT id FROM place ORDER BY id",
    "source": "SELECT id FROM source ORDER BY earliest_jd, id",
}


def own_texts(entity: str) -> str:
    """SELECT of all entities of a kind with their own words."""
    return _OWN[entity]


def field_of(entity: str) -> str:
    """The field whose translations are titles in other languages."""
    return _TRANSLATED_FIELD.get(entity, "title")


def translations(entity: str, number: str) -> str:
    """An expression: the titles in other languages of the entity with id `number`, in one text; '' for none."""
    return f"""coalesce((SELECT group_concat(text, ' · ') FROM (SELECT text FROM translation
        WHERE entity = '{entity}' AND entity_id = {number} AND field = '{field_of(entity)}' ORDER BY lang)), '')"""
