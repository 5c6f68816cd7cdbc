"""Which benefit of the catalogue something is about."""

from __future__ import annotations

from counteroffer.method.catalogue import catalogue
from counteroffer.ui.context import UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.widgets import ChoiceField, FieldTexts


class BenefitField(ChoiceField):
    """Commits the benefit's key, or an empty text. A key that the catalogue does not know is shown as it is."""

    def _normal(self, value: object) -> object:
        return str(value or "")

    def _read(self) -> object:
        return self.input.currentData() or ""

    def _write(self, value: object) -> None:
        if value and self.input.findData(value) < 0:
            self.input.addItem(str(value), value)
        super()._write(value or None)


def benefit_field(form: Form) -> BenefitField:
    """The editor of the benefit that an entry is about: a term, or a lesson."""
    about = form.model.model_fields["benefit"]
    texts = FieldTexts(about.title or "", about.description or "")
    editor = BenefitField(form.ctx, texts, benefits(form.ctx))
    form.bind(editor, "benefit")
    return editor


def benefits(ctx: UiContext) -> list[tuple[str, str]]:
    """The catalogue's benefits in its own order."""
    return [(one.key, ctx.translate(one.name)) for one in catalogue().benefits]
