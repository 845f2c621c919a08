"""What can be found by words: for each kind of entity, the question that gives its texts."""

from __future__ import annotations

from typing import Final

# Each gives: entity id, language of a translated title (NULL = own words), title, detail, uid, event, source.
# {translated} stands for the same with titles in other languages.
_OWN: Final = {
    "event": """
        SELECT e.id AS entity_id, NULL AS lang, e.title AS title, coalesce(e.summary, '') AS detail, e.uid AS uid,
          e.uid AS event, NULL AS source
        FROM event e""",
    "claim": """
        SELECT c.id AS entity_id, NULL AS lang, coalesce(c.text, m.label) AS title,
          coalesce(a.name || ' · ', '') || s.publisher AS detail, c.uid AS uid, e.uid AS event, s.uid AS source
        FROM claim c JOIN measure m ON m.id = c.measure_id JOIN source s ON s.id = c.source_id
        JOIN event e ON e.id = c.event_id LEFT JOIN agent a ON a.id = c.claimant_id""",
    "quote": """
        SELECT q.id AS entity_id, NULL AS lang, q.text AS title,
          coalesce(a.name, '') || coalesce(' · ' || q.capacity, '') AS detail, q.uid AS uid,
          (SELECT e.uid FROM quote_event t JOIN event e ON e.id = t.event_id WHERE t.quote_id = q.id
            ORDER BY e.id LIMIT 1) AS event, s.uid AS source
        FROM quote q JOIN source s ON s.id = q.source_id LEFT JOIN agent a ON a.id = q.speaker_id""",
    "agent": """
        SELECT a.id AS entity_id, NULL AS lang, a.name AS title,
          coalesce((SELECT group_concat(name, ' · ') FROM
            (SELECT name FROM agent_name n WHERE n.agent_id = a.id ORDER BY n.id)), a.description, '') AS detail,
          a.uid AS uid,
          coalesce((SELECT e.uid FROM event_agent t JOIN event e ON e.id = t.event_id WHERE t.agent_id = a.id
            ORDER BY e.id LIMIT 1),
            (SELECT e.uid FROM claim c JOIN event e ON e.id = c.event_id WHERE c.claimant_id = a.id
            ORDER BY c.id LIMIT 1)) AS event, NULL AS source
        FROM agent a""",
    "place": """
        SELECT p.id AS entity_id, NULL AS lang, p.name AS title, coalesce(p.note, '') AS detail, p.uid AS uid,
          (SELECT e.uid FROM event e WHERE e.place_id = p.id ORDER BY e.id LIMIT 1) AS event, NULL AS source
        FROM place p""",
    "source": """
        SELECT s.id AS entity_id, NULL AS lang, s.title AS title,
          s.publisher || coalesce(' · ' || s.date_text, '') AS detail, s.uid AS uid, NULL AS event, s.uid AS source
        FROM source s""",
}
ENTITIES: Final = tuple(_OWN)
_TRANSLATED_FIELD: Final = {"agent": "name", "place": "name", "quote": "text", "claim": "text"}


def own_texts(entity: str) -> str:
    """SELECT of all entities of a kind with their own words."""
    return _OWN[entity]


def translated_texts(entity: str) -> str:
    """The same with the titles in other languages, where there are any."""
    return f"""
        SELECT own.entity_id AS entity_id, t.lang AS lang, t.text AS title, own.detail AS detail, own.uid AS uid,
          own.event AS event, own.source AS source
        FROM translation t JOIN ({_OWN[entity]}) own ON own.entity_id = t.entity_id
        WHERE t.entity = '{entity}' AND t.field = '{_TRANSLATED_FIELD.get(entity, "title")}'"""
