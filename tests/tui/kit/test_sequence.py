"""A kept sequence of questions: what the first run doesn't do itself."""

from __future__ import annotations

import pytest
from textual.reactive import reactive

from lundi import changes
from lundi.words.errors import NotUnderstood, Refused
from lundi.words.language import N_
from storage.file.undo import last_changes
from storage.file.unfinished import keep_unfinished, read_unfinished
from storage.habits.sequences import STEP
from tests.tui.conftest import at
from tui.kit.drawing.lines import Line, Lines
from tui.kit.fields.field import Field
from tui.kit.screens.question_page import Question
from tui.kit.screens.sequence import Sequence, step_in

FORM = "three"
ONE, TWO, NOTHING = range(3)


class Rows(Lines, can_focus=True):
    """Three rows to move through, without a value."""

    row: reactive[int] = reactive(0)

    def line_count(self, width: int) -> int:
        return 3

    def draw(self, y: int, line: Line) -> None:
        line.put(0, f"row {y}", self.voice("strong" if y == self.row else "text"))

    def move(self, step: int) -> bool:
        before, self.row = self.row, max(0, min(2, self.row + step))
        return self.row != before


def known(text: str) -> None:
    if text == "unknown":
        raise NotUnderstood("No such word.")


class Three(Sequence):
    """A question with rows over its field and under it, one with two fields, and one with nothing to fill in."""

    ended = False
    beside: dict[str, str] = {}

    @property
    def beside_the_step(self):
        return self.beside

    @property
    def change(self):
        return changes.FIRST_ANSWER, {"label": self.asked.label}

    def ask(self, number: int) -> Question:
        typed = self.typed_for(number)

        def answer(store, texts, now):
            if texts.get("name") == "wrong":
                raise Refused("Not that one.")
            if texts.get("name"):
                store.capture(texts["name"], now)
            return {}

        if number == ONE:
            fields = [Field("name", "name", typed.get("name", ""), check=known)]
            return Question(
                "One?",
                N_("line"),
                fields,
                answer,
                above=lambda: [Rows(id="upper")],
                below=lambda: [Rows(id="lower")],
            )
        if number == TWO:
            fields = [Field(name, name, typed.get(name, ""), check=known) for name in ("name", "more")]
            return Question("Two?", N_("line"), fields, answer)
        return Question("Nothing?", N_("line"), [], answer)

    async def end(self) -> None:
        self.ended = True
        self.dismiss()


async def opened(it, number: int = ONE) -> Three:
    screen = Three(it.app.screen_stack[0], FORM, number, NOTHING)
    await it.app.push_screen(screen)
    await it.press()
    return screen


def focus(it) -> str:
    return str(it.app.focused.id)


async def test_widgets_that_are_no_fields_are_gone_through_from_top_to_bottom(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it)
        assert [entry.id for entry in screen.entries] == ["upper", "name", "lower"]
        assert focus(it) == "upper"
        await it.press("tab")
        await it.type("text")
        await it.press("enter")
        assert focus(it) == "lower"
        assert screen.number == ONE
        await it.press("shift+tab", "tab")
        assert focus(it) == "lower"
        await it.press("enter")
        assert screen.number == TWO


async def test_a_line_down_goes_through_the_rows_and_then_on(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it)
        await it.press("down", "down")
        assert (focus(it), screen.query_one("#upper").row) == ("upper", 2)
        await it.press("down", "down", "down")
        assert (focus(it), screen.query_one("#lower").row) == ("lower", 1)
        await it.press("up", "up")
        assert focus(it) == "name"


async def test_what_has_no_value_is_not_kept(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it)
        await it.press("down", "tab")
        await it.type("text")
        assert screen.texts == {"name": "text"}
        assert screen.unfinished.keep()
        assert read_unfinished(store, FORM) == {STEP: "0", "0.name": "text"}


async def test_an_answer_and_the_step_after_it_are_one_change(open_app, store):
    async with open_app(store) as it:
        await opened(it)
        await it.press("tab")
        await it.type("text")
        await it.press("enter", "enter")
        assert [change.intent for change in last_changes(store, 9)] == ["first-answer"]
        assert read_unfinished(store, FORM) == {STEP: "1"}
        assert it.rows("SELECT title FROM action") == [("text",)]


async def test_a_refused_answer_is_said_and_the_texts_stay(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it, TWO)
        await it.type("wrong")
        await it.press("enter")
        await it.type("further")
        await it.press("enter")
        assert "Not that one." in it.text
        assert screen.number == TWO
        assert it.typed == ["wrong", "further"]
        assert last_changes(store, 9) == []
        screen.query_one("#name").value = "right"
        await it.press("enter")
        assert screen.number == NOTHING


async def test_where_there_is_nothing_to_fill_in_the_keys_still_work(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it, TWO)
        await it.press("enter")
        assert screen.number == NOTHING
        assert screen.entries == []
        await it.press("x", "tab", "down", "ctrl+j")
        await it.press("pageup")
        assert (screen.number, focus(it)) == (TWO, "name")
        await it.press("enter", "enter")
        assert screen.ended
        assert it.app.screen is it.app.screen_stack[0]


async def test_questions_are_jumped_over_and_what_was_typed_is_kept(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it)
        await it.press("tab")
        await it.type("half a th")
        await screen.go_to(NOTHING)
        assert screen.number == NOTHING
        assert read_unfinished(store, FORM) == {STEP: "2", "0.name": "half a th"}
        await screen.go_to(ONE)
        assert it.typed == ["half a th"]
        assert last_changes(store, 9) == []


@pytest.mark.parametrize("way", ["later", "quit", "told to end"])
async def test_what_is_typed_is_kept_however_it_ends(open_app, store, way):
    async with open_app(store) as it:
        screen = await opened(it, TWO)
        await it.type("half a th")
        if way == "later":
            await it.press("escape")
            assert not screen.is_current
        elif way == "quit":
            await it.leave_by("ctrl+q")
        else:
            it.app.exit()
    assert read_unfinished(store, FORM)["1.name"] == "half a th"


async def test_what_was_typed_before_is_there_again(open_app, store):
    keep_unfinished(store, FORM, {"1.name": "half a th"}, at("2026-11-18"))
    async with open_app(store) as it:
        await opened(it, TWO)
        assert it.typed == ["half a th", ""]


async def test_letters_that_come_while_a_question_is_turned_go_where_they_belong(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it)
        await it.hurry("tab", *"abc", "enter", "enter", *"def", "tab", *"ghi")
        await it.press()
        assert screen.number == TWO
        assert it.typed == ["def", "ghi"]
        assert it.rows("SELECT title FROM action") == [("abc",)]


async def test_what_is_typed_is_kept_after_a_question_was_answered(open_app, store):
    """What waited to be kept when the question was turned is no reason not to keep anything after it."""
    async with open_app(store) as it:
        screen = await opened(it)
        await it.press("tab")
        await it.type("text")
        await it.press("enter", "enter")
        assert screen.number == TWO
        await it.type("half a thing")
        for _turn in range(20):
            await it.pilot.pause(0.05)
            if read_unfinished(store, FORM).get("1.name") == "half a thing":
                return
        raise AssertionError(read_unfinished(store, FORM))


# A wrong text


async def test_enter_on_a_wrong_text_stays_there_and_says_why(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it, TWO)
        await it.type("unknown")
        await it.press("enter", "enter")
        assert (focus(it), it.typed) == ("name", ["unknown", ""])
        assert "No such word." in it.text
        await it.press("s")
        assert it.typed == ["unknowns", ""]
        assert "No such word." not in it.text
        await it.press("enter")
        assert (focus(it), screen.number) == ("more", TWO)


async def test_a_wrong_text_in_a_hurry(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it, TWO)
        await it.hurry(*"unknown", "enter")
        assert (focus(it), screen.number, it.typed) == ("name", TWO, ["unknown", ""])
        assert "No such word." in it.text


async def test_an_answer_with_a_wrong_text_has_the_focus_there_and_writes_nothing(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it, TWO)
        await it.type("right")
        await it.press("tab")
        await it.type("unknown")
        screen.query_one("#name").value = "unknown"
        await it.press("enter")  # on the second one, which is wrong as well
        assert (focus(it), screen.number, it.typed) == ("name", TWO, ["unknown", "unknown"])
        assert "No such word." in it.text
        assert last_changes(store, 9) == []
        screen.query_one("#name").value = "right"
        await it.press("enter", "enter")
        assert (focus(it), screen.number) == ("more", TWO)
        screen.query_one("#more").value = ""
        await it.press("enter")
        assert screen.number == NOTHING
        assert it.rows("SELECT title FROM action") == [("right",)]


async def test_enter_goes_on_from_what_is_right_whatever_stands_elsewhere(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it)
        screen.query_one("#name").value = "unknown"
        await it.press("enter")
        assert focus(it) == "name"
        assert "No such word." not in it.text
        await it.press("tab", "enter")
        assert (focus(it), screen.number) == ("name", ONE)
        assert "No such word." in it.text


async def test_what_is_not_shown_is_not_checked(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it, TWO)
        await it.press("tab")
        screen.query_one("#name").value = "unknown"
        screen.query_one("#row-name").display = False
        await it.press("enter")
        assert screen.number == NOTHING


@pytest.mark.parametrize("key", ["escape", "pageup", "ctrl+q"])
async def test_a_wrong_text_hinders_nobody_from_leaving_and_is_kept(open_app, store, key):
    async with open_app(store) as it:
        await opened(it, TWO)
        await it.type("unknown")
        await it.press("enter")
        if key == "ctrl+q":
            await it.leave_by(key)
        else:
            await it.press(key)
            assert focus(it) != "name" or it.app.screen.number == ONE
    assert read_unfinished(store, FORM)["1.name"] == "unknown"


# The step


@pytest.mark.parametrize(("text", "number"), [("", 0), ("0", 0), ("2", 2), ("9", 5), ("abc", 0), ("-2", 0), ("²", 0)])
def test_a_step_that_is_none_is_put_right(text, number):
    assert step_in({STEP: text}, 5) == number
    assert step_in({}, 5) == 0


async def test_what_stands_beside_the_step_is_kept_with_it_in_one_write(open_app, store):
    async with open_app(store) as it:
        screen = await opened(it)
        written: list[str] = []
        store.connection.set_trace_callback(
            lambda sql: written.append(sql) if "INSERT INTO unfinished" in sql and f"'{STEP}'" in sql else None
        )
        for turn, key in enumerate(("enter", "pageup", "enter"), 1):
            screen.beside = {"turn": str(turn)}
            await it.press("tab", "tab", key) if screen.number == ONE and key == "enter" else await it.press(key)
            assert len(written) == turn
            assert read_unfinished(store, FORM) == {STEP: str(screen.number), "turn": str(turn)}
        await it.type("half a th")
        await it.press("pageup")
        assert len(written) == 4
        assert read_unfinished(store, FORM) == {STEP: "0", "turn": "3", "1.name": "half a th", "1.more": ""}
        store.connection.set_trace_callback(None)
