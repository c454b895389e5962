"""The style sheet of the controls the palette cannot shape, made from tokens."""

from __future__ import annotations

from string import Template

from ui.theme.tokens import Tokens

PICTURE_FOLDER = "pictures"
"""Qt's search path of `resources/pictures`, for a style sheet can only take pictures from files; they are drawn by
`packaging/control_pictures.py`."""
PICTURES = {
    "caret_down": ("caret-down", "text2"),
    "caret_down_dis": ("caret-down", "dis"),
    "caret_down_on": ("caret-down", "on_accent"),
    "caret_up": ("caret-up", "text2"),
    "caret_up_dis": ("caret-up", "dis"),
    "caret_left": ("caret-left", "text2"),
    "caret_right": ("caret-right", "text2"),
    "calendar": ("calendar-blank", "text2"),
    "calendar_dis": ("calendar-blank", "dis"),
    "check": ("check-bold", "on_accent"),
    "check_dis": ("check-bold", "dis"),
    "check_text": ("check-bold", "text"),
    "minus": ("minus-bold", "on_accent"),
    "close": ("x", "text2"),
}
"""The icon and the token's name of every picture the sheet below names."""

PLANES = """
QWidget[plane="bg"]{background:$bg}
QWidget[plane="surface"]{background:$surface}
QWidget[plane="surface2"]{background:$surface2}
QWidget[plane="line"]{background:$line}
QWidget[edge="top"]{border:0;border-top:1px solid $line}
QWidget[edge="right"]{border:0;border-right:1px solid $line}
QWidget[edge="bottom"]{border:0;border-bottom:1px solid $line}
QWidget[edge="left"]{border:0;border-left:1px solid $line}
QLabel[cap="true"]{background:$surface2;border:1px solid $line;border-radius:3px;padding:1px 4px}
QToolTip{background:$surface;color:$text;border:1px solid $edge;padding:4px 6px}
QStatusBar{background:$bg;border-top:1px solid $line}
QStatusBar::item{border:0}
"""

BUTTONS = """
QPushButton,QToolButton[kind]{outline:0;background:$surface;color:$text;border:1px solid $edge;border-radius:4px;
  padding:0 12px;min-height:28px;max-height:28px}
QToolButton[kind]{padding:0 6px;min-width:16px}
QPushButton:hover,QToolButton[kind]:hover{background:$hover}
QPushButton:pressed,QToolButton[kind]:pressed,QPushButton:checked,QToolButton[kind]:checked{background:$sel}
QPushButton:focus,QToolButton[kind]:focus{border:2px solid $accent;min-height:26px;max-height:26px}
QPushButton:focus{padding:0 11px}
QToolButton[kind]:focus{padding:0 5px}
QPushButton:disabled,QToolButton[kind]:disabled{background:$surface;color:$dis;border-color:$line}
QPushButton[kind="primary"]{background:$accent;border-color:$accent;color:$on_accent;font-weight:600}
QPushButton[kind="primary"]:hover{background:$accent_hover;border-color:$accent_hover}
QPushButton[kind="primary"]:pressed{background:$accent_press;border-color:$accent_press}
QPushButton[kind="primary"]:focus{border-color:$text}
QPushButton[kind="primary"]:disabled{background:$neutral_soft;border-color:$neutral_soft;color:$dis}
QPushButton[kind="ghost"],QToolButton[kind="ghost"]{background:transparent;border-color:transparent}
QPushButton[kind="ghost"]:hover,QToolButton[kind="ghost"]:hover{background:$hover}
QPushButton[kind="ghost"]:pressed,QToolButton[kind="ghost"]:pressed{background:$sel}
QPushButton[kind="ghost"]:checked,QToolButton[kind="ghost"]:checked{background:$sel}
QPushButton[kind="ghost"]:focus,QToolButton[kind="ghost"]:focus{border-color:$accent}
QPushButton[kind="ghost"]:disabled,QToolButton[kind="ghost"]:disabled{background:transparent;border-color:transparent}
QPushButton[kind="danger"]{color:$bad;border-color:$bad;font-weight:600}
QPushButton[kind="danger"]:hover,QPushButton[kind="danger"]:pressed{background:$bad_soft}
QPushButton[kind="danger"]:focus{border-color:$accent}
QPushButton[kind="danger"]:disabled{color:$dis;border-color:$line}
QPushButton[kind="link"]{background:transparent;border:2px solid transparent;color:$accent;
  padding:0 2px;min-height:20px;max-height:20px}
QPushButton[kind="link"]:hover{color:$accent_hover;text-decoration:underline}
QPushButton[kind="link"]:pressed{color:$accent_press}
QPushButton[kind="link"]:focus{border-color:$accent}
QPushButton[kind="link"]:disabled{color:$dis}
QPushButton[kind="chip"]{border-color:$line;padding:0 9px;min-height:24px;max-height:24px;border-radius:13px}
QPushButton[kind="chip"]:checked{background:$accent_soft;border-color:$accent;color:$accent}
QPushButton[kind="chip"]:focus{border-color:$accent;padding:0 8px;min-height:22px;max-height:22px}
QPushButton[menu="true"]{padding-left:10px;padding-right:26px}
QPushButton[menu="true"]:focus{padding-left:9px;padding-right:25px}
QPushButton::menu-indicator{image:url($caret_down);width:12px;height:12px;
  subcontrol-origin:padding;subcontrol-position:center right;right:10px}
QPushButton::menu-indicator:disabled{image:url($caret_down_dis)}
QPushButton[kind="primary"]::menu-indicator:enabled{image:url($caret_down_on)}
QToolButton[kind]::menu-indicator{image:none}
"""

FIELDS = """
QLineEdit,QComboBox,QAbstractSpinBox{background:$surface;color:$text;border:1px solid $edge;border-radius:4px;
  padding:0 8px;min-height:28px;max-height:28px;selection-background-color:$accent;selection-color:$on_accent}
QPlainTextEdit,QTextEdit{background:$surface;color:$text;border:1px solid $edge;border-radius:4px;padding:3px 5px;
  selection-background-color:$accent;selection-color:$on_accent}
QLineEdit:focus,QComboBox:focus,QAbstractSpinBox:focus{border:2px solid $accent;padding:0 7px;
  min-height:26px;max-height:26px}
QPlainTextEdit:focus,QTextEdit:focus{border:2px solid $accent;padding:2px 4px}
QLineEdit[st="error"],QComboBox[st="error"],QAbstractSpinBox[st="error"]{border:2px solid $bad;padding:0 7px;
  min-height:26px;max-height:26px}
QLineEdit[st="warn"],QComboBox[st="warn"],QAbstractSpinBox[st="warn"]{border:2px solid $warn;padding:0 7px;
  min-height:26px;max-height:26px}
QPlainTextEdit[st="error"]{border:2px solid $bad;padding:2px 4px}
QPlainTextEdit[st="warn"]{border:2px solid $warn;padding:2px 4px}
QLineEdit[st="error"]:focus,QComboBox[st="error"]:focus,QAbstractSpinBox[st="error"]:focus,
QPlainTextEdit[st="error"]:focus{background:$bad_soft}
QLineEdit[st="warn"]:focus,QComboBox[st="warn"]:focus,QAbstractSpinBox[st="warn"]:focus,
QPlainTextEdit[st="warn"]:focus{background:$warn_soft}
QLineEdit QToolButton{background:transparent;border:0;padding:0;min-width:16px;min-height:16px;max-height:16px}
QLineEdit:read-only,QPlainTextEdit:read-only{background:$surface2;border-color:$line}
QLineEdit:read-only:focus,QPlainTextEdit:read-only:focus{border-color:$accent}
QLineEdit:disabled,QComboBox:disabled,QAbstractSpinBox:disabled,QPlainTextEdit:disabled,QTextEdit:disabled{
  background:$bg;color:$dis;border-color:$line}
QComboBox QLineEdit,QAbstractSpinBox QLineEdit,QAbstractItemView QLineEdit{background:transparent;border:0;
  border-radius:0;padding:0;min-height:0;max-height:1000px}
QSpinBox,QDoubleSpinBox{qproperty-alignment:'AlignRight | AlignVCenter'}
QLineEdit{lineedit-clear-button-icon:url($close)}
QComboBox::drop-down,QDateEdit::drop-down{border:0;width:28px;subcontrol-origin:padding;
  subcontrol-position:center right}
QComboBox::down-arrow{image:url($caret_down);width:14px;height:14px}
QComboBox::down-arrow:disabled{image:url($caret_down_dis)}
QDateEdit::down-arrow{image:url($calendar);width:16px;height:16px}
QDateEdit::down-arrow:disabled{image:url($calendar_dis)}
QAbstractSpinBox::up-button,QAbstractSpinBox::down-button{border:0;background:transparent;width:20px;
  subcontrol-origin:padding}
QAbstractSpinBox::up-button{subcontrol-position:top right}
QAbstractSpinBox::down-button{subcontrol-position:bottom right}
QAbstractSpinBox::up-button:hover,QAbstractSpinBox::down-button:hover{background:$hover}
QAbstractSpinBox::up-arrow{image:url($caret_up);width:10px;height:10px}
QAbstractSpinBox::up-arrow:disabled,QAbstractSpinBox::up-arrow:off{image:url($caret_up_dis)}
QSpinBox::down-arrow,QDoubleSpinBox::down-arrow{image:url($caret_down);width:10px;height:10px}
QSpinBox::down-arrow:disabled,QSpinBox::down-arrow:off{image:url($caret_down_dis)}
QComboBox QAbstractItemView{border:1px solid $edge;padding:4px}
"""

CHECKS = """
QCheckBox,QRadioButton{spacing:8px;min-height:24px}
QCheckBox::indicator,QRadioButton::indicator{width:14px;height:14px;border:1px solid $edge;
  border-radius:3px;background:$surface}
QRadioButton::indicator{border-radius:8px}
QCheckBox::indicator:hover,QRadioButton::indicator:hover{background:$hover}
QCheckBox::indicator:checked{background:$accent;border-color:$accent;image:url($check)}
QCheckBox::indicator:indeterminate{background:$accent;border-color:$accent;image:url($minus)}
QRadioButton::indicator:checked{width:6px;height:6px;border:5px solid $accent}
QCheckBox::indicator:focus,QRadioButton::indicator:focus{width:12px;height:12px;border:2px solid $accent}
QCheckBox::indicator:checked:focus,QCheckBox::indicator:indeterminate:focus{border-color:$text}
QRadioButton::indicator:checked:focus{width:6px;height:6px;border:5px solid $text}
QCheckBox::indicator:disabled,QRadioButton::indicator:disabled{background:$bg;border-color:$line}
QCheckBox::indicator:checked:disabled{image:url($check_dis)}
"""

LISTS = """
QAbstractItemView{background:$surface;border:0;outline:0;selection-background-color:$sel;selection-color:$text}
QWidget[popup="true"]{border:1px solid $edge}
QListWidget[ticks="true"],QListWidget[boxed="true"]{border:1px solid $edge;border-radius:4px;padding:4px}
QListWidget[ticks="true"]:focus,QListWidget[boxed="true"]:focus{border:2px solid $accent;padding:3px}
QListWidget[ticks="true"]::item,QListWidget[boxed="true"]::item{min-height:24px;padding:0 4px}
QListWidget[ticks="true"]::item:selected:!active,QListWidget[ticks="true"]::item:selected,
QListWidget[boxed="true"]::item:selected:!active,QListWidget[boxed="true"]::item:selected{background:$sel;color:$text}
QListWidget[ticks="true"]::indicator{width:14px;height:14px;border:1px solid $edge;border-radius:3px;
  background:$surface}
QListWidget[ticks="true"]::indicator:checked{background:$accent;border-color:$accent;image:url($check)}
QHeaderView{background:$surface2;border:0}
QHeaderView::section{background:$surface2;color:$text2;border:0;border-bottom:1px solid $line;padding:0 8px;
  min-height:27px;font-weight:600}
QHeaderView#choices::section{padding-left:34px}
QHeaderView::section:hover{background:$hover}
QHeaderView::down-arrow{image:url($caret_down);width:12px;height:12px;
  subcontrol-position:center right;subcontrol-origin:padding;right:2px}
QHeaderView::up-arrow{image:url($caret_up);width:12px;height:12px;
  subcontrol-position:center right;subcontrol-origin:padding;right:2px}
QTableCornerButton::section{background:$surface2;border:0;border-bottom:1px solid $line}
QCalendarWidget QWidget#qt_calendar_navigationbar{background:$surface2;border-bottom:1px solid $line}
QCalendarWidget QToolButton{background:transparent;color:$text;border:2px solid transparent;border-radius:4px;
  padding:0 6px;min-height:24px;font-weight:600}
QCalendarWidget QToolButton:hover{background:$hover}
QCalendarWidget QToolButton:focus{border-color:$accent}
QCalendarWidget QToolButton::menu-indicator{image:none}
QToolButton#qt_calendar_prevmonth{qproperty-icon:url($caret_left)}
QToolButton#qt_calendar_nextmonth{qproperty-icon:url($caret_right)}
QSplitter::handle{background:$line}
QSplitter::handle:horizontal{width:1px}
QSplitter::handle:vertical{height:1px}
"""

MOVING = """
QTabWidget::pane{border:0;border-top:1px solid $line}
QTabBar{background:transparent}
QTabBar::tab{background:transparent;color:$text2;border:2px solid transparent;padding:0 10px;min-height:28px}
QTabBar::tab:hover{color:$text;background:$hover}
QTabBar::tab:selected{color:$text;border-bottom-color:$accent}
QTabBar::tab:selected:focus{border:2px solid $accent;border-radius:4px}
QTabBar::tab:disabled{color:$dis}
QMenu{background:$surface;color:$text;border:1px solid $edge;padding:4px}
QMenu::item{background:transparent;padding:5px 20px 5px 8px;border-radius:4px;min-height:18px}
QMenu::item:selected{background:$sel}
QMenu::item:disabled{color:$dis}
QMenu::separator{height:1px;background:$line;margin:4px 8px}
QMenu::icon{padding-left:8px}
QMenu::right-arrow{image:url($caret_right);width:12px;height:12px;right:6px}
QMenu::indicator{width:16px;height:16px;left:6px}
QMenu::indicator:checked{image:url($check_text)}
QScrollBar:vertical{background:transparent;border:0;width:12px;margin:0}
QScrollBar:horizontal{background:transparent;border:0;height:12px;margin:0}
QScrollBar::handle{background:$edge;border:0;border-radius:3px;margin:3px}
QScrollBar::handle:vertical{min-height:32px}
QScrollBar::handle:horizontal{min-width:32px}
QScrollBar::handle:hover{background:$text3}
QScrollBar::handle:disabled{background:$line}
QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0;border:0;background:transparent}
QScrollBar::add-page,QScrollBar::sub-page{background:transparent}
QScrollBar::up-arrow,QScrollBar::down-arrow,QScrollBar::left-arrow,QScrollBar::right-arrow{width:0;height:0}
QAbstractScrollArea::corner{background:transparent;border:0}
QProgressBar{background:$line;border:0;border-radius:3px;min-height:6px;max-height:6px;color:transparent}
QProgressBar::chunk{background:$accent;border-radius:3px}
QSlider{min-height:24px}
QSlider::groove:horizontal{background:$line;height:6px;border-radius:3px}
QSlider::sub-page:horizontal{background:$accent;height:6px;border-radius:3px}
QSlider::handle:horizontal{background:$surface;border:2px solid $accent;width:12px;height:12px;
  margin:-5px 0;border-radius:8px}
QSlider::handle:horizontal:hover{background:$accent_soft}
QSlider:focus{border:2px solid $accent;border-radius:4px}
"""

SHEET = Template(PLANES + BUTTONS + LISTS + FIELDS + CHECKS + MOVING)


def style_sheet(tokens: Tokens) -> str:
    """The sheet for the whole application. Heights stay when a border grows from 1 to 2 px on focus."""
    pictures = {name: f"{PICTURE_FOLDER}:{picture_file(name, tokens)}" for name in PICTURES}
    return SHEET.substitute(tokens._asdict(), **pictures)


def picture_file(name: str, tokens: Tokens) -> str:
    """A file name that tells the colour, since Qt keeps what it has once read under a name."""
    drawn, colour = PICTURES[name]
    return f"{drawn}-{tokens.of(colour).lstrip('#')}.png"
