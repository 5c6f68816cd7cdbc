"""Letters as PDF, as plain text and as a mail draft: the person's own words first, and nothing private in any."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.documents.content.addresses import mail_address
from counteroffer.documents.eml import as_eml
from counteroffer.documents.make import PAGES, letter_eml, letter_pdf, letter_text
from counteroffer.documents.text import as_text
from counteroffer.domain.agreement import Letter, LetterKind
from counteroffer.domain.base import revise
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook, from_plain
from tests.documents.markers import filled, seen
from tests.documents.samples import TODAY, rich
from tests.documents.test_shareable import ANYBODY, IF_SAYABLE, OPENING, SPOKEN
from tests.strategies import lines

KINDS = list(LetterKind)
NAMED = {"situation.employer", "situation.role", "situation.your_name"}
TERM = "terms[Term]"
SHOWN: dict[LetterKind, set[str]] = {
    LetterKind.PROPOSAL: (ANYBODY - {"situation.place", "situation.reply_due"})
    | {
        f"{TERM}.justification.another_way",
        "research.contribution.their_plans",
        "research.contribution.what_you_add",
        "research.contribution.what_your_asks_add",
    },
    LetterKind.MORE_TIME: NAMED | {"situation.reply_due", "situation.why_role"},
    LetterKind.FOLLOW_UP: NAMED
    | {f"{TERM}.name", f"{TERM}.agreed.value", f"{TERM}.agreed.wording", f"{TERM}.agreed.starts"}
    | {f"{TERM}.agreed.condition", f"{TERM}.agreed.sees_to_it"},
    LetterKind.DECLINE: NAMED,
    LetterKind.THEIR_DECLINE: NAMED,
}
ADDRESSEE = "situation.people[Person].name"
STILL_TO_COME = {
    "agreement.commitments[Commitment].what",
    "agreement.commitments[Commitment].who",
    "agreement.commitments[Commitment].due",
    "situation.conditions[Condition].statement",
    "situation.conditions[Condition].due",
}
# A finding that says it in words with a figure needs no range beside it.
EVIDENCE = {place for place in IF_SAYABLE if ".range." not in place}


def opened(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def body_of(message: EmailMessage) -> str:
    return message.get_content().replace("\r\n", "\n")


@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_shows_more_than_it_may_in_any_form(
    kind: LetterKind, said: bool, read: Callable[[bytes], str]
) -> None:
    workbook, words = filled(said)
    allowed = SHOWN[kind] | ({ADDRESSEE} if said else set())
    if kind is LetterKind.PROPOSAL:
        allowed |= EVIDENCE | {SPOKEN} if said else {OPENING}
    if kind is LetterKind.FOLLOW_UP and not said:
        # What is done and met needs no word any more.
        allowed |= STILL_TO_COME
    mail = opened(letter_eml(workbook, kind, TODAY, drafted=True))
    forms = {
        "pdf": read(letter_pdf(workbook, kind, TODAY, drafted=True).bytes),
        "txt": letter_text(workbook, kind, TODAY, drafted=True),
        "eml": f"{mail['To']} {mail['Subject']} {body_of(mail)}",
    }
    for form, text in forms.items():
        # What begins a line begins with a capital.
        assert seen(text.replace("Zq", "zq"), words) == allowed - (
            {"situation.employer"} if _unnamed(kind, form) else set()
        ), form


def _unnamed(kind: LetterKind, form: str) -> bool:
    """On paper the employer stands at the head of every letter; the summing-up does not name it otherwise."""
    return kind is LetterKind.FOLLOW_UP and form != "pdf"


def written(plain: dict[str, Any], *letters: dict[str, Any]) -> Workbook:
    plain["agreement"]["letters"] = list(letters)
    plain["situation"]["people"][0] |= {"contact": "dana@example.org", "addressee": True}
    return from_plain(plain)


def test_the_persons_own_words_go_before_the_draft(plain_workbook: dict[str, Any], read: Any) -> None:
    own = {"id": "one", "kind": "proposal", "subject": "My own subject", "body": "\nDear Dana,\n\nmy own words.\n"}
    workbook = written(plain_workbook, {**own, "id": "older", "body": "Older words"}, own)
    for which in ("one", LetterKind.PROPOSAL):
        assert letter_text(workbook, which, TODAY) == "My own subject\n\nDear Dana,\n\nmy own words.\n"
        mail = opened(letter_eml(workbook, which, TODAY))
        assert (mail["Subject"], body_of(mail)) == ("My own subject", "Dear Dana,\n\nmy own words.\n")
        text = read(letter_pdf(workbook, which, TODAY).bytes)
        assert "My own subject" in text
        assert "my own words." in text
        assert "open to other ways" not in text
    assert "Older words" in letter_text(workbook, "older", TODAY)
    assert "open to other ways" in letter_text(workbook, "one", TODAY, drafted=True)


def test_an_empty_body_or_subject_is_the_drafts(plain_workbook: dict[str, Any]) -> None:
    workbook = written(plain_workbook, {"id": "one", "kind": "decline", "to": "sam", "subject": "Thank you"})
    text = letter_text(workbook, "one", TODAY)
    assert text.startswith("Thank you\n\nDear Sam Oyelaran,\n\nThank you for offering me")
    assert letter_text(workbook, LetterKind.DECLINE, TODAY) == text


def test_an_unknown_letter_is_refused_without_its_name(workbook: Workbook) -> None:
    with pytest.raises(BadInput, match="no letter with this id"):
        letter_text(workbook, "nowhere", TODAY)


def test_a_letter_on_paper_has_a_head_lists_bold_leads_and_room_to_sign(
    plain_workbook: dict[str, Any], read: Any, tool: Any
) -> None:
    body = (
        "Dear Dana,\n\nfirst line\nsecond line\n\nBase pay: £49,500 a year\nmy reason\n\n"
        "Two things:\n- one thing\n• another\nand so forth\n  \n\t\nKind regards\nAlex Morgan"
    )
    letter = {"id": "one", "kind": "proposal", "body": body, "written_on": "2026-11-19"}
    content = letter_pdf(written(plain_workbook, letter), "one", TODAY).bytes
    text = read(content)
    assert "To Dana Whitlock, Harbour & Hill Ltd From Alex Morgan Date 19 November 2026" in text
    assert "• one thing • another and so forth" in text
    assert "FiraGO-Bold" in tool(content, "pdffonts")
    layout = tool(content, "pdftotext", "-layout", after=("-",)).rstrip()
    assert "Page 1 of 1" in layout
    between = layout.split("Kind regards")[1].split("Alex Morgan")[0]
    assert between.count("\n") >= 3


def test_a_letter_without_a_name_keeps_no_room_for_one(plain_workbook: dict[str, Any], read: Any) -> None:
    plain_workbook["situation"] |= {"your_name": " ", "employer": ""}
    text = read(letter_pdf(from_plain(plain_workbook), LetterKind.DECLINE, TODAY).bytes)
    assert "From" not in text
    assert "With kind regards," in text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_has_pages_and_is_the_same_every_time(kind: LetterKind, page: Any, workbook: Workbook) -> None:
    first = letter_pdf(workbook, kind, TODAY, page=page)
    assert first.pages >= 1
    assert letter_pdf(from_plain(rich()), kind, TODAY, page=page).bytes == first.bytes
    assert letter_eml(workbook, kind, TODAY) == letter_eml(from_plain(rich()), kind, TODAY)


def test_a_mail_draft_is_for_editing_and_names_no_sender(plain_workbook: dict[str, Any]) -> None:
    content = letter_eml(written(plain_workbook), LetterKind.FOLLOW_UP, TODAY)
    assert content.count(b"\n") == content.count(b"\r\n")
    mail = opened(content)
    assert mail["X-Unsent"] == "1"
    assert str(mail["To"]) == "Dana Whitlock <dana@example.org>"
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content_charset() == "utf-8"
    assert mail["Content-Transfer-Encoding"] == "quoted-printable"
    assert not {"From", "Date", "Message-ID", "Cc", "Bcc"} & set(mail.keys())
    assert mail.defects == []
    assert "£47,500 a year" in body_of(mail)


def test_an_address_without_a_name_stands_alone() -> None:
    assert opened(as_eml("Hi", "Body", " \n", "dana@example.org"))["To"] == "dana@example.org"


@pytest.mark.parametrize(
    "hostile",
    [
        "Hi\r\nBcc: x@example.org",
        "Hi\nBcc: x@example.org\n\nbody",
        "Hi\u2028Bcc: x@example.org",
        "Hi\x85Bcc: x@example.org",
        "Hi\x0bBcc: x@example.org\x00",
        "=?utf-8?q?Hi=0D=0ABcc:_x@example.org?=",
        '"x" <x@example.org>, Dana',
        "x" * 3_000,
        "Привет, " * 60,
    ],
)
def test_no_text_gets_out_of_its_header(hostile: str) -> None:
    content = as_eml(hostile, "Body\n.\nBcc: y@example.org", hostile, "dana@example.org")
    mail = opened(content)
    assert {"Bcc", "Cc"} & set(mail.keys()) == set()
    assert sorted(mail.keys()) == sorted(
        ["X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]
    )
    assert [one.addr_spec for one in mail["To"].addresses] == ["dana@example.org"]
    assert "Bcc: y@example.org" in body_of(mail)
    assert max(map(len, content.split(b"\r\n"))) < 998


@given(subject=lines(200), body=st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.just("\n"), max_size=300))
def test_whatever_is_written_comes_back_from_the_mail(subject: str, body: str) -> None:
    mail = opened(as_eml(subject, body))
    assert "To" not in mail
    assert body_of(mail) == f"{body.strip()}\n"
    visible = "".join(letter if letter.isprintable() else " " for letter in subject)
    assert " ".join(str(mail["Subject"]).split()) == " ".join(visible.split())


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("dana@example.org", "dana@example.org"),
        ("  d.w+jobs@mail.example.co.uk ", "d.w+jobs@mail.example.co.uk"),
        ("Dana <dana@example.org>", ""),
        ("dana@example", ""),
        ("dana@example.org, sam@example.org", ""),
        ("dana@example.org\nBcc: x@example.org", ""),
        ("dana..w@example.org", ""),
        ("dana@-example.org", ""),
        ("dána@example.org", ""),
        (f"{'a' * 250}@example.org", ""),
        ("01632 960 000", ""),
        ("", ""),
    ],
)
def test_only_a_plain_address_is_one(contact: str, address: str) -> None:
    assert mail_address(contact) == address


def test_plain_text_begins_with_the_subject_and_wraps_nothing() -> None:
    long = "word " * 100
    assert as_text(" A\nsubject ", f"\n{long}\n") == f"A subject\n\n{long.strip()}\n"
    assert as_text("", "Only a body") == "Only a body\n"


def test_a_letter_comes_in_the_workbooks_language(plain_workbook: dict[str, Any], read: Any) -> None:
    plain_workbook["situation"]["language"] = "de"
    text = letter_text(from_plain(plain_workbook), LetterKind.PROPOSAL, TODAY, translate=lambda said: f"«{said}»")
    assert "«Hello,»" in text
    assert "49.500" in text


def test_the_newest_own_words_of_a_kind_are_taken(workbook: Workbook) -> None:
    letters = tuple(Letter(id=name, kind=LetterKind.DECLINE, body=name) for name in ("first", "second"))
    workbook = revise(workbook, agreement=revise(workbook.agreement, letters=letters))
    assert letter_text(workbook, LetterKind.DECLINE, TODAY).endswith("\n\nsecond\n")
