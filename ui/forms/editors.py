"""Which widget edits which kind of field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.forms.date_editor import DateEditor
from ui.forms.editor import Editor, FlagEditor, TextEditor
from ui.forms.field import Field, FieldKind
from ui.forms.heads_editor import HeadsEditor
from ui.forms.line_editor import LineEditor
from ui.forms.rows_editor import RowsEditor
from ui.forms.searched_editor import SearchedEditor
from ui.forms.spellings import SPELLINGS

if TYPE_CHECKING:
    from ui.context import Context


def editor_for(field: Field, context: Context, choices: Mapping[str, Sequence[Choice]]) -> Editor:
    """The widget for a field; KeyError for a choice whose entries the form was not given."""
    editor = _editor_for(field, context, choices)
    if field.read_only:
        editor.set_read_only()
    return editor


def _editor_for(field: Field, context: Context, choices: Mapping[str, Sequence[Choice]]) -> Editor:
    match field.kind:
        case FieldKind.TEXT:
            return TextEditor()
        case FieldKind.DATE:
            return DateEditor()
        case FieldKind.CHOICE:
            return ChoiceEditor(choices[field.choices or field.name])
        case FieldKind.SEARCHED:
            return SearchedEditor(context, field.choices, allows_new=bool(field.new_as))
        case FieldKind.FLAG:
            return FlagEditor(field.label)
        case FieldKind.HEADS:
            return HeadsEditor(field.years)
        case FieldKind.ROWS:
            return RowsEditor(field.parts, lambda part: editor_for(part, context, choices))
        case _:
            return LineEditor(SPELLINGS[field.kind])
