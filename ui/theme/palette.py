"""Tokens as Qt's palette, and the palette of a high-contrast system as tokens."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Tokens

ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "surface2",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}
DISABLED = {
    QPalette.ColorRole.WindowText: "dis",
    QPalette.ColorRole.Text: "dis",
    QPalette.ColorRole.ButtonText: "dis",
    QPalette.ColorRole.PlaceholderText: "dis",
    QPalette.ColorRole.Base: "bg",
    QPalette.ColorRole.Highlight: "neutral_soft",
    QPalette.ColorRole.HighlightedText: "dis",
}


def palette(tokens: Tokens) -> QPalette:
    """What widgets without a rule in the style sheet are painted with."""
    made = QPalette()
    for role, token in ROLES.items():
        made.setColor(role, QColor(tokens.of(token)))
    for role, token in DISABLED.items():
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.of(token)))
    return made


def contrast_tokens(system: QPalette) -> Tokens:
    """What our own painting uses while the system asks for high contrast: the system's few colours, no soft grounds."""

    def name(role: QPalette.ColorRole, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> str:
        return system.color(group, role).name()

    ground, text = name(QPalette.ColorRole.Base), name(QPalette.ColorRole.Text)
    link = name(QPalette.ColorRole.Link)
    grounds = dict.fromkeys(
        ("bg surface surface2 hover accent_soft ok_soft warn_soft bad_soft neutral_soft").split(), ground
    )
    inks = dict.fromkeys("line edge text text2 text3 ok warn bad chart_soft".split(), text)
    marks = dict.fromkeys("accent accent_hover accent_press".split(), link)
    disabled = name(QPalette.ColorRole.Text, QPalette.ColorGroup.Disabled)
    return Tokens(**grounds, **inks, **marks, on_accent=ground, sel=ground, dis=disabled)
