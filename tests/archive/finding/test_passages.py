from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counteroffer.archive.finding.asking import phrases
from counteroffer.archive.finding.passages import LONGEST_WORD, best, pack, snippet
from counteroffer.domain.folding import words


def test_the_passage_that_holds_most_of_the_words_is_the_best() -> None:
    packed, _ = pack([(("title",), "Pay and days"), (("note",), "First line.\nBase pay, and paid days of leave.")])
    found = best(packed, ("base", "days"))
    assert found is not None
    assert (found.path, found.text) == (("note",), "Base pay, and paid days of leave.")
    first = best(packed, ("day",))
    assert first is not None
    assert first.path == ("title",)


def test_the_best_is_the_same_however_many_pages_the_passages_fill() -> None:
    fill = [((f"f{number}",), f"{'leave ' * 60}and {number}") for number in range(40)]
    rare = [(("pay",), "base pay, leave"), (("both",), "leave of 30 days, pay"), (("later",), "days and pay of leave")]
    packed, _ = pack([*fill[:20], rare[0], *fill[20:], *rare[1:]])
    assert len(packed) > 5
    assert sum(one.folded.count("\n") + 1 for one in packed) == 43
    for wanted, path in (
        (("leave", "pay", "days"), "both"),
        (("leave", "pay"), "pay"),
        (("pay", "base", "39"), "f39"),
        (("leave", "base", "days"), "pay"),
        (("unheard", "37"), "f37"),
    ):
        found = best(packed, wanted)
        assert found is not None
        assert found.path == (path,)


def test_no_page_is_read_beyond_the_passage_that_holds_all() -> None:
    packed, _ = pack([((f"f{number}",), "leave " * 60) for number in range(40)])
    pages = iter(packed)
    assert best(pages, ("leave",)) is not None
    assert len(list(pages)) == len(packed) - 1


def test_nothing_is_found_where_there_is_nothing() -> None:
    packed, text = pack([(("note",), " — \n\n")])
    assert text == ""
    assert best(packed, ("a",)) is None
    assert snippet("nothing of it", ("a",)) == ("", ())


def test_a_word_does_not_begin_in_the_middle_of_another_nor_a_phrase_in_the_next_passage() -> None:
    packed, text = pack([(("title",), "Underpay don"), (("note",), "t")])
    assert best(packed, ("pay",)) is None
    assert best(packed, ("don t",)) is None
    assert " don  t " not in text


def test_a_snippet_shows_what_stands_around_and_marks_the_words() -> None:
    text = "x " * 100 + "the Łódź office, in Łódzkie " + "y " * 100
    shown, marks = snippet(text, ("lodz",))
    assert [shown[start:end] for start, end in marks] == ["Łódź", "Łódzkie"]
    assert shown.startswith("…x ")
    assert shown.endswith(" y…")
    assert len(shown) < 130


def test_a_snippet_of_a_short_text_is_the_text() -> None:
    assert snippet("Don't\tworry", phrases("don't")) == ("Don't worry", ((0, 5),))


def test_where_two_words_lie_over_each_other_the_first_is_marked() -> None:
    assert snippet("don't", ("don t", "don", "t"))[1] == ((0, 3), (4, 5))


@given(st.lists(st.text(), max_size=5), st.data())
def test_every_word_is_found_and_marked(texts: list[str], data: st.DataObject) -> None:
    packed, text = pack([((str(number),), one) for number, one in enumerate(texts)])
    for one in texts:
        for word in words(one):
            found = best(packed, (word[:LONGEST_WORD],))
            assert found is not None
            assert f" {word[:LONGEST_WORD]}" in text
            shown, marks = snippet(found.text, (word[:LONGEST_WORD],))
            assert marks
            start, end = marks[0]
            assert any(part.startswith(word[:LONGEST_WORD]) for part in words(shown[start:end])) or len(word) > 1


def test_long_lines_are_taken_in_pieces_and_long_words_by_their_beginning() -> None:
    line = " ".join(f"word{number}" for number in range(1000))
    packed, _ = pack([(("note",), line), (("title",), "a" * 1000)])
    found = best(packed, ("word999",))
    assert found is not None
    assert len(found.text) <= 400
    assert best(packed, phrases("a" * 70)) is not None


def test_what_is_typed_becomes_few_and_clean_phrases() -> None:
    assert phrases("Pay pay don't — \0 \"NEAR(*") == ("pay", "don t", "near")
    assert phrases("§ * \" ' -") == ()
    assert len(phrases(" ".join(map(str, range(1000))))) == 30
