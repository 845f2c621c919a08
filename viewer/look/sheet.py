"""The style sheet, made from tokens: only what Fusion and the palette cannot do."""

from __future__ import annotations

from PySide6.QtGui import QColor

from viewer.look.space import Space
from viewer.look.theme import Theme

TONES = ("muted", "accent", "disputed", "sound")


def style_sheet(theme: Theme, scale: float) -> str:
    """The whole sheet for one theme at one text scale."""
    space = Space(scale)
    parts = (
        _tones(theme),
        _frames(theme, space),
        _buttons(theme, space),
        _fields(theme, space),
        _menus(theme, space),
        _tabs(theme, space),
        _scrolling(theme, space),
    )
    return "\n".join(parts)


def _css(colour: QColor) -> str:
    return f"rgba({colour.red()},{colour.green()},{colour.blue()},{colour.alphaF():.3f})"


def _tones(theme: Theme) -> str:
    return "\n".join(f'*[tone="{tone}"] {{ color: {_css(getattr(theme, tone))}; }}' for tone in TONES)


def _frames(theme: Theme, space: Space) -> str:
    line = _css(theme.control if theme.stroke > 1 else theme.line)
    edge = f"{theme.stroke:g}px solid {line}"
    return f"""
*[role="bar"] {{ background: {_css(theme.window)}; border: none; border-bottom: 1px solid {line}; }}
*[role="panel"] {{ background: {_css(theme.panel)}; border: none; }}
*[role="sunken"] {{ background: {_css(theme.sunken)}; border: none; }}
*[role="side"] {{ background: {_css(theme.window)}; border: none; }}
QFrame[role="card"] {{ background: {_css(theme.surface)}; border: {edge};
    border-radius: {space.radius_card}px; }}
QFrame[role="quote"] {{ background: {_css(theme.tint)}; border: none;
    border-radius: {space.radius_card}px; }}
QFrame[role="line"] {{ background: {line}; border: none; min-height: 1px; max-height: 1px; }}
QLabel[role="chip"] {{ background: {_css(theme.tint)}; color: {_css(theme.accent)}; font-weight: 600;
    border-radius: {space.radius_mark}px; padding: {space.px(1)}px {space.px(6)}px; }}
QLabel[role="pill"] {{ color: {_css(theme.disputed)}; font-weight: 600;
    border: {max(1, round(theme.stroke))}px solid {_css(theme.disputed)};
    border-radius: {space.radius_mark}px; padding: 0 {space.px(5)}px; }}
QToolTip {{ background: {_css(theme.surface)}; color: {_css(theme.text)};
    border: {theme.stroke:g}px solid {_css(theme.control)}; padding: {space.px(5)}px {space.px(8)}px; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:horizontal {{ border-left: 1px solid {line}; }}
QSplitter::handle:vertical {{ border-top: 1px solid {line}; }}
QSplitter::handle:hover, QSplitter::handle:focus {{ border-color: {_css(theme.accent)}; }}"""


def _buttons(theme: Theme, space: Space) -> str:
    pad = f"{space.px(6)}px {space.px(14)}px"
    focus = f"2px solid {_css(theme.focus)}"
    radius = space.px(5)
    return f"""
QPushButton, QToolButton {{ color: {_css(theme.text)}; background: transparent; font-weight: 500;
    border: 2px solid transparent; border-radius: {radius}px; }}
QPushButton[text_role="label"], QToolButton[text_role="label"] {{ font-weight: 400; }}
QPushButton {{ background: {_css(theme.surface)}; padding: {pad};
    border: {theme.stroke:g}px solid {_css(theme.control)}; }}
QToolButton {{ padding: {space.px(4)}px; }}
QPushButton[role="quiet"] {{ background: transparent; border: 2px solid transparent; }}
QPushButton:hover, QToolButton:hover, QPushButton[role="quiet"]:hover {{ background: {_css(theme.tint)}; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked {{ background: {_css(theme.tint)};
    color: {_css(theme.accent)}; }}
QPushButton[role="primary"], QPushButton:default {{ background: {_css(theme.accent)};
    color: {_css(theme.on_accent)}; font-weight: 600; border: 2px solid {_css(theme.accent)}; }}
QPushButton[role="primary"]:hover {{ background: {_css(_shifted(theme))};
    border-color: {_css(_shifted(theme))}; }}
QPushButton[role="chip"] {{ background: {_css(theme.tint)}; color: {_css(theme.accent)}; font-weight: 600;
    border: {max(1, round(theme.stroke))}px solid {_css(theme.tint)};
    border-radius: {space.radius_mark}px; padding: {space.px(1)}px {space.px(6)}px; }}
QPushButton[role="chip"]:hover {{ border-color: {_css(theme.accent)}; }}
QPushButton[role="link"] {{ background: transparent; border: 2px solid transparent;
    padding: 0 {space.px(2)}px;    color: {_css(theme.accent)}; text-align: start; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton:disabled, QToolButton:disabled {{ color: {_css(theme.muted)}; background: transparent;
    border-color: {_css(theme.line)}; }}
QPushButton[role="quiet"]:disabled, QToolButton:disabled {{ border-color: transparent; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton:focus, QToolButton:focus, QPushButton[role="quiet"]:focus, QPushButton[role="link"]:focus {{
    border: {focus}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {_css(theme.text)}; }}
QPushButton[role="chip"]:focus {{ border: {focus}; padding: {space.px(1) - 1}px {space.px(6) - 1}px; }}"""


def _fields(theme: Theme, space: Space) -> str:
    return f"""
QLineEdit {{ background: {_css(theme.surface)}; color: {_css(theme.text)};
    placeholder-text-color: {_css(theme.muted)};
    border: {theme.stroke:g}px solid {_css(theme.control)}; border-radius: {space.radius_card}px;
    padding: {space.px(6)}px {space.px(10)}px; selection-background-color: {_css(theme.accent)};
    selection-color: {_css(theme.on_accent)}; }}
QPlainTextEdit[role="field"] {{ background: {_css(theme.surface)}; color: {_css(theme.text)};
    border: {theme.stroke:g}px solid {_css(theme.control)}; border-radius: {space.radius_card}px;
    padding: {space.px(4)}px {space.px(6)}px; }}
QPlainTextEdit[role="field"]:focus {{ border: 2px solid {_css(theme.focus)}; }}
QLineEdit:focus {{ border: 2px solid {_css(theme.focus)};
    padding: {space.px(6) - 1}px {space.px(10) - 1}px; }}
QCheckBox, QRadioButton {{ spacing: {space.px(8)}px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {space.px(15)}px; height: {space.px(15)}px; }}
QComboBox, QAbstractSpinBox {{ min-height: {space.px(24)}px; }}
QAbstractItemView {{ border: none; outline: none; selection-background-color: {_css(theme.tint)};
    selection-color: {_css(theme.text)}; }}
QTreeView::item, QListView::item {{ padding: {space.px(3)}px 0; }}
QTableView {{ gridline-color: {_css(theme.line)}; alternate-background-color: {_css(theme.panel)}; }}
QHeaderView::section {{ background: {_css(theme.panel)}; color: {_css(theme.muted)}; font-weight: 600;
    border: none; border-bottom: 1px solid {_css(theme.line)}; padding: {space.px(6)}px {space.px(8)}px; }}"""


def _menus(theme: Theme, space: Space) -> str:
    return f"""
QMenu {{ background: {_css(theme.surface)}; color: {_css(theme.text)};
    border: {theme.stroke:g}px solid {_css(theme.control)}; padding: {space.px(4)}px 0;
    icon-size: {space.px(16)}px; }}
QMenu::item {{ padding: {space.px(6)}px {space.px(18)}px; border: 1px solid transparent; }}
QMenu::item:selected {{ background: {_css(theme.tint)}; color: {_css(theme.text)};
    border-color: {_css(theme.accent) if theme.stroke > 1 else "transparent"}; }}
QMenu::icon {{ padding-left: {space.px(12)}px; }}
QMenu::indicator {{ padding-left: {space.px(12)}px; }}
QMenu::item:disabled {{ color: {_css(theme.muted)}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {_css(theme.line)};
    margin: {space.px(4)}px {space.px(10)}px; }}"""


def _tabs(theme: Theme, space: Space) -> str:
    return f"""
QTabWidget::pane {{ border: none; border-top: 1px solid {_css(theme.line)}; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {_css(theme.muted)}; font-weight: 500;
    border: 2px solid transparent; border-bottom: 2px solid transparent;
    padding: {space.px(7)}px {space.px(14)}px; }}
QTabBar::tab:hover {{ color: {_css(theme.text)}; }}
QTabBar::tab:selected {{ color: {_css(theme.text)}; border-bottom-color: {_css(theme.accent)}; }}
QTabBar:focus::tab:selected, QTabBar::tab:selected:focus {{ border-color: {_css(theme.focus)}; }}"""


def _scrolling(theme: Theme, space: Space) -> str:
    wide, thin = space.px(10), space.px(3)
    handle = QColor(theme.control)
    if theme.stroke <= 1:
        handle.setAlphaF(0.45)
    full = theme.control
    return f"""
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: {wide}px; }}
QScrollBar:horizontal {{ height: {wide}px; }}
QScrollBar::handle {{ background: {_css(handle)}; border-radius: {thin}px; }}
QScrollBar::handle:vertical {{ margin: 2px; min-height: {space.px(28)}px; }}
QScrollBar::handle:horizontal {{ margin: 2px; min-width: {space.px(28)}px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {_css(full)}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}"""


def _shifted(theme: Theme) -> QColor:
    return theme.accent.lighter(112) if theme.dark else theme.accent.darker(112)
