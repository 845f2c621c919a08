"""A stage in plain text: what an interpreter, a screen reader or a room without our program is given."""

from __future__ import annotations

from viewer.stage.scene import Card, Chart, Headline, Pages, Panel, Panels, Row, Scene, Table, Timeline


def spoken(scene: Scene) -> str:
    """Everything a stage says, one statement a line, in the order in which it is read."""
    parts = [scene.stamp, scene.title, scene.below, *_body(scene), scene.source]
    return "\n".join(part for part in parts if part)


def _body(scene: Scene) -> list[str]:
    match scene.body:
        case Chart(rows=rows) | Timeline(rows=rows) | Table(rows=rows):
            return [_row(row) for row in rows]
        case Headline(figures=figures, measure=measure, doubt=doubt, summary=summary):
            return [" ".join(part for part in (figures, measure) if part), doubt, summary]
        case Panels(panels=panels):
            return [line for panel in panels for line in _panel(panel)]
        case Pages(pages=pages):
            return [words for _, words in pages]
        case Card(words=words):
            return [words]


def _row(row: Row) -> str:
    """Claimant first, then who carried it, then what is said and whether it is disputed."""
    who = f"{row.name} ({row.below})" if row.below else row.name
    said = ", ".join(part for part in (row.words, row.doubt) if part)
    return f"{who}: {said}" if said else who


def _panel(panel: Panel) -> list[str]:
    text = f"“{panel.text}”" if panel.style == "quote" else panel.text
    around = " ".join(part for part in (panel.before, text, panel.after) if part)
    who = ", ".join(part for part in (panel.who, panel.circumstances) if part)
    return [panel.heading, around, who, panel.source, panel.warning]
