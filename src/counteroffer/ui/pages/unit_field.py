"""What a term is counted in: its levels go along when that changes."""

from __future__ import annotations

from typing import Any

from counteroffer.domain.edits import Edit, Path
from counteroffer.domain.levels import Unit
from counteroffer.domain.units import change_unit
from counteroffer.ui.forms import Form
from counteroffer.ui.widgets import FieldEditor


def unit_field(form: Form, **given: Any) -> FieldEditor:
    """The editor of a term's unit, for a form of `Term`; `given` goes to `field_for`."""

    def change(path: Path, value: object) -> Edit:
        return change_unit(form.item, path[:-1], Unit(str(value)))

    return form.field("unit", edit=change, **given)
