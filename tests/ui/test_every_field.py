"""Every field of a workbook can be filled in somewhere: a field that no page shows is found here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from counteroffer.domain.anatomy import item_types, submodel
from counteroffer.domain.base import Frozen
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.items import ItemsEditor
from counteroffer.ui.pages import make_page
from counteroffer.ui.tabs import PAGES
from tests.domain.models import MODELS

SET_BY_THE_APP = {
    "Workbook.created",
    "Workbook.taken_from",
    "Letter.facts",
    "Attachment.name",
    "Attachment.media_type",
    "Attachment.size",
    "Attachment.sha256",
    "Attachment.added_on",
}
ELSEWHERE = {
    "Workbook.title",  # in the bar on top
    "Pick.term",  # the rows of a package; see test_page_packages.py
    "Pick.slot",
    "Pick.option",
    "Package.picks",
    "Exclusion.first",
    "Exclusion.second",
    "Situation.attachments",  # a list of files; see test_attachments.py
    "Agreement.attachments",
}


def _is_leaf(model: type[Frozen], name: str) -> bool:
    """Whether a field is filled in by itself, and not part by part."""
    if item_types(model, name):
        return True
    try:
        inner = submodel(model, name)
    except TypeError:
        return True
    return inner.__name__.endswith("Value") or inner.__name__ == "Estimate"


def _wanted() -> set[str]:
    return {
        f"{model.__name__}.{name}"
        for model in MODELS
        if not model.__name__.endswith("Value") and model.__name__ != "Estimate"
        for name in model.model_fields
        if name not in ("id", "kind") and _is_leaf(model, name)
    } | {f"{model.__name__}.kind" for model in MODELS if "kind" in model.model_fields and _chosen_kind(model)}


def _chosen_kind(model: type[Frozen]) -> bool:
    """Whether the kind is chosen by the person, and does not come with the model."""
    return getattr(model.model_fields["kind"].annotation, "__origin__", None) is None and "Literal" not in str(
        model.model_fields["kind"].annotation
    )


def _bound(form: Form) -> set[str]:
    found = set()
    for names in form.bound:
        owner = form.model
        for name in names[:-1]:
            owner = submodel(owner, name)
        # A field that a model has from its base counts for every model with that base.
        found.add(f"{owner.__name__}.{names[-1]}")
    return found


def _listed(editor: ItemsEditor) -> set[str]:
    """The list itself, by the model that owns it."""
    name = editor.path[-1] if editor.path else ""
    return {
        f"{model.__name__}.{name}"
        for model in MODELS
        if name in model.model_fields and set(item_types(model, name)) & set(editor.sorts)
    }


def test_every_field_has_its_place_on_a_page(open_workbook: Callable[[Workbook], Bridge], ctx: UiContext) -> None:
    bridge = open_workbook(sample_workbook(date(2027, 1, 15)))
    found: set[str] = set()
    for tab in PAGES:
        page = make_page(tab.id, bridge, ctx)
        page.complete()
        # The kinds of alternative and the formulas are spread over the terms; all else is there with the first.
        for term in bridge.workbook.terms if tab.id in ("alternatives", "priorities") else bridge.workbook.terms[:1]:
            bridge.choose_term(term.id)
            for editor in page.findChildren(ItemsEditor):
                for item in editor.items()[:3]:
                    editor.choose(item.id)
                found |= _listed(editor)
        for form in page.findChildren(Form):
            found |= _bound(form)
        page.deleteLater()
    missing = _wanted() - found - SET_BY_THE_APP - ELSEWHERE
    assert missing == set()
