"""What the pages say to somebody who hears them: headings, tables, lists and links, in the order of reading.

PDF calls this tagging. Each stretch of ink is numbered on its page, and a tree beside the pages says what the
stretches are. Ink without a place in the tree is marked as such, so that no reader speaks of rules and page numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject
from reportlab.pdfgen.canvas import Canvas

from counteroffer.documents.pdf.objects import Written
from counteroffer.documents.pdf.places import Place, Tag


@dataclass(frozen=True)
class _Stretch:
    """Ink on a page, by its number there."""

    page: int
    number: int


@dataclass(frozen=True, eq=False)
class _Lead:
    """The area of a page that leads somewhere."""

    page: int
    area: PDFObject


@dataclass(eq=False)
class _Node:
    """An element of the tree, with what it holds in the order of reading."""

    tag: Tag
    parent: _Node | None
    kids: list[_Node | _Stretch | _Lead] = field(default_factory=list)


@dataclass
class Structure:
    """Gathers what is drawn, and writes the tree at the end; for one file of so many pages."""

    pages: int
    _root: _Node = field(default_factory=lambda: _Node(Tag("Document"), None))
    _nodes: dict[Place, _Node] = field(default_factory=dict)
    _on_page: list[list[_Node]] = field(default_factory=lambda: [[]])
    _leads: list[_Node] = field(default_factory=list)

    def stretch(self, place: Place) -> int:
        """Ink of this place begins on the page; its number there."""
        here = self._on_page[-1]
        node = self.node(place)
        node.kids.append(_Stretch(len(self._on_page) - 1, len(here)))
        here.append(node)
        return len(here) - 1

    def lead(self, place: Place, area: PDFObject) -> None:
        """The ink of this place leads somewhere from this area, which is told its number."""
        node = self.node(place)
        node.kids.append(_Lead(len(self._on_page) - 1, area))
        area["StructParent"] = self.pages + len(self._leads)
        self._leads.append(node)

    def end_page(self) -> None:
        """What comes next stands on another page."""
        self._on_page.append([])

    def node(self, place: Place) -> _Node:
        """The element of this place, and all that it is a part of."""
        if not place:
            return self._root
        found = self._nodes.get(place)
        if found is None:
            parent = self.node(place[:-1])
            found = self._nodes[place] = _Node(place[-1], parent)
            parent.kids.append(found)
        return found

    def write(self, canvas: Canvas) -> None:
        """Put the tree into the file, and its numbers on the pages."""
        document = canvas._doc
        pages = document.Pages.pages
        for number, page in enumerate(pages):
            page.StructParents = number
            page.Tabs = PDFName("S")
        refer = _Reference(document, [*map(document.Reference, pages)])
        top = Written(lambda: refer.top(self._root, self._on_page[: self.pages], self._leads))
        refer.all_below(self._root, document.Reference(top))
        document.Catalog.StructTreeRoot = top
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class _Reference:
    """Writes elements of the tree, which name each other and the pages by their numbers in the file."""

    def __init__(self, document: object, pages: list[PDFObject]) -> None:
        self._document = document
        self._pages = pages
        self._elements: dict[_Node, PDFObject] = {}

    def all_below(self, node: _Node, parent: PDFObject) -> None:
        """Give every element its number in the file."""
        element = self._document.Reference(Written(partial(self._element, node, parent)))  # type: ignore[attr-defined]
        self._elements[node] = element
        for kid in node.kids:
            if isinstance(kid, _Node):
                self.all_below(kid, element)

    def top(self, root: _Node, on_page: list[list[_Node]], leads: list[_Node]) -> bytes:
        """The root of the tree, which also says for each page whose its stretches are."""
        numbered = [b"%d [%s]" % (page, b" ".join(map(self._to, nodes))) for page, nodes in enumerate(on_page)]
        numbered += [b"%d %s" % (number, self._to(node)) for number, node in enumerate(leads, len(on_page))]
        return b"<</Type/StructTreeRoot/K %s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>" % (
            self._to(root),
            b"\n".join(numbered),
            len(numbered),
        )

    def _element(self, node: _Node, parent: PDFObject) -> bytes:
        page = next((kid.page for kid in node.kids if isinstance(kid, _Stretch)), None)
        kids = b" ".join(self._kid(kid, page) for kid in node.kids)
        on = b"/Pg %s" % self._bytes(self._pages[page]) if page is not None else b""
        role = node.tag.role.encode()
        return b"<</S/%s/P %s%s/K[%s]%s>>" % (role, self._bytes(parent), on, kids, _attributes(node.tag))

    def _kid(self, kid: _Node | _Stretch | _Lead, page: int | None) -> bytes:
        match kid:
            case _Node():
                return self._to(kid)
            case _Stretch():
                if kid.page == page:
                    return b"%d" % kid.number
                return b"<</Type/MCR/Pg %s/MCID %d>>" % (self._bytes(self._pages[kid.page]), kid.number)
            case _Lead():
                area = self._document.Reference(kid.area)  # type: ignore[attr-defined]
                return b"<</Type/OBJR/Pg %s/Obj %s>>" % (self._bytes(self._pages[kid.page]), self._bytes(area))

    def _to(self, node: _Node) -> bytes:
        return self._bytes(self._elements[node])

    def _bytes(self, reference: PDFObject) -> bytes:
        written: bytes = reference.format(self._document)
        return written


def _attributes(tag: Tag) -> bytes:
    if tag.role == "TH":
        return b"/A<</O/Table/Scope/Column>>"
    return b"/A<</O/Table/ColSpan %d>>" % tag.span if tag.span > 1 else b""


__all__ = ["Structure"]
