"""The colours of the window by what they are for, in a light and a dark set."""

from __future__ import annotations

from typing import NamedTuple


class Tokens(NamedTuple):
    """Each colour as `#RRGGBB`; text reaches 4.5:1 on the grounds it stands on, borders and focus 3:1 (WCAG AA)."""

    bg: str  # sidebar, status bar, ground of the dashboard
    surface: str  # page, grid, fields, cards
    surface2: str  # facets, header row, footers
    hover: str
    sel: str  # selected row, active page
    line: str  # hairlines and meter tracks: decoration only
    edge: str  # borders of fields, buttons and check boxes
    text: str
    text2: str  # labels, headings, counts
    text3: str  # placeholders, old values
    dis: str  # disabled, never for information
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    neutral_soft: str
    chart_soft: str  # bars that are not the current one

    def of(self, colour: str) -> str:
        """The value of a token's name; anything else is a colour already."""
        value: str = getattr(self, colour, colour)
        return value


LIGHT = Tokens(
    bg="#F3F5F8",
    surface="#FFFFFF",
    surface2="#F8F9FB",
    hover="#EDF2F6",
    sel="#DAEAF5",
    line="#DCE2E8",
    edge="#7C8995",
    text="#1A242E",
    text2="#4B5965",
    text3="#596672",
    dis="#98A3AD",
    accent="#14608F",
    accent_hover="#104E75",
    accent_press="#0C3E5E",
    on_accent="#FFFFFF",
    accent_soft="#E4F0F8",
    ok="#1B7040",
    ok_soft="#E3F3E9",
    warn="#855400",
    warn_soft="#FCF1DC",
    bad="#B3261E",
    bad_soft="#FCEAE8",
    neutral_soft="#ECEFF2",
    chart_soft="#5F97BE",
)
DARK = Tokens(
    bg="#14181C",
    surface="#1A1F24",
    surface2="#20262C",
    hover="#252C33",
    sel="#1D3B50",
    line="#313A42",
    edge="#70808D",
    text="#E6EAEE",
    text2="#B3BDC6",
    text3="#97A3AE",
    dis="#5F6A74",
    accent="#6FB6E4",
    accent_hover="#8CC6EC",
    accent_press="#58A2D2",
    on_accent="#0B1C28",
    accent_soft="#1B3344",
    ok="#74C793",
    ok_soft="#1A3325",
    warn="#E2B45F",
    warn_soft="#3A2E15",
    bad="#F2938A",
    bad_soft="#44211F",
    neutral_soft="#2A323A",
    chart_soft="#3F7EA6",
)
