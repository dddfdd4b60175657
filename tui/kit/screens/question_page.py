"""One question at a time on a whole screen: its fields, what is said of them, and the way between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import takewhile

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from lundi.record import record
from lundi.time.days import Moment
from lundi.words.language import gettext as _
from storage.store import Store
from tui.kit.commands import key_named
from tui.kit.drawing.question_parts import Example, KeyLine, Said, Title
from tui.kit.drawing.sized import Column, Ground, Scroll
from tui.kit.fields.area import Area
from tui.kit.fields.field import Field, FieldRow, ManyLines, Texts, entry_of
from tui.kit.fields.pick_list import OneOf, PickList
from tui.kit.screens.form import Form

Kept = Mapping[str, str]  # what was typed, by question and field ('1.mission'), and what is kept beside the answers
Answer = Callable[[Store, Texts, Moment], Kept]


@record
class Question:
    """One screen of a sequence."""

    title: str
    label: str  # what its answer is called: an English msgid
    fields: list[Field]
    answer: Answer  # writes the texts, and returns what is to be kept beside them
    lead: str = ""
    left_empty: str = ""  # what a skipped answer leaves for later
    keys: tuple[tuple[str, str], ...] = ()  # those that only this one has, with their words
    remark: Callable[[Texts], str] = lambda _texts: ""  # said of the texts as they are typed
    extra: Mapping[str, str] = {}  # texts that no field shows: those of the cards, say
    above: Callable[[], list[Widget]] = list  # widgets over the fields
    below: Callable[[], list[Widget]] = list  # and under them


class Stage(Scroll, can_focus=False, inherit_bindings=False):
    """What a question stands in: it scrolls to the field with the focus, and leaves the arrow keys to the page."""


class QuestionPage(Form, Ground):
    """Shows a question, and goes from field to field."""

    BINDINGS = [Binding("ctrl+j", "break_line", show=False, priority=True)]

    body = getters.query_one("#question", Stage)

    def __init__(self, asked: Question, number: int, last: int) -> None:
        """The question to begin with, and the number of the last one."""
        super().__init__()
        self.asked, self.number, self.last = asked, number, last
        self.extra: Texts = dict(asked.extra)
        self.is_turning = False  # from one question to another: there are no fields

    def compose(self) -> ComposeResult:
        with Column(id="frame"):
            yield from self.head()
            yield from self.stage()
            yield Said()
            yield KeyLine()

    def head(self) -> ComposeResult:
        """What stands over every question; to be overridden."""
        yield from ()

    def stage(self) -> ComposeResult:
        """The question; to be overridden where something stands beside it."""
        with Stage(id="question"):
            yield from self._widgets()

    def on_mount(self) -> None:
        self.arrive()

    def heading(self, title: str) -> Widget:
        """What stands over a question; to be overridden."""
        return Title(title, id="asked")

    def _widgets(self) -> list[Widget]:
        """Everything of the question between the rule and the keys."""
        asked = self.asked
        widgets: list[Widget] = [self.heading(asked.title), Example(asked.lead, id="lead"), *asked.above()]
        widgets += [FieldRow(entry_of(field), field.label, field.example) for field in asked.fields]
        return [*widgets, *asked.below(), Example("", id="remark"), Example(asked.left_empty, id="left-empty")]

    async def show(self, asked: Question, number: int) -> None:
        """Put another question in the place of this one."""
        self.is_turning = True
        self.opened()
        self.asked, self.number, self.extra = asked, number, dict(asked.extra)
        with self.app.batch_update():
            await self.body.remove_children()
            await self.body.mount_all(self._widgets())
        self.refresh(repaint=False, layout=True)  # before anything opens over it and is painted with what is gone
        self.body.scroll_home(animate=False)
        self.arrive()

    def arrive(self) -> None:
        """The question is there: its first field has the focus."""
        self.is_turning = False
        self.say("")
        self.follow()
        if entries := self.entries:
            self.set_focus(entries[0])  # now: the next key may be waiting already
        for area in self.body.query(Area):
            area.move_cursor(area.document.end)

    def say_anew(self, asked: Question) -> None:
        """The same question in other words."""
        self.asked = asked
        self.query_one("#asked", Title).say(asked.title)
        self.query_one("#lead", Example).say(asked.lead)
        self.query_one("#left-empty", Example).say(asked.left_empty)

    def follow(self) -> None:
        """What is said of the texts follows them."""
        self.query_one("#remark", Example).say(self.asked.remark(self.texts))
        self._hide_own()
        self.query_one(KeyLine).keys = self.key_words

    @property
    def key_words(self) -> tuple[tuple[str, str], ...]:
        """The keys that do something here, with their words."""
        return (
            (key_named("enter"), self.word_of_enter),
            *((key_named(key), word) for key, word in self.asked.keys),
            (key_named("escape"), _("later")),
            *(((key_named("pageup"), _("back")),) if self.has_before else ()),
        )

    @property
    def word_of_enter(self) -> str:
        """What Enter leads to."""
        return _("to the Week") if self.number == self.last else _("go on")

    @property
    def has_before(self) -> bool:
        """Whether there is a question before this one."""
        return self.number > 0

    @on(PickList.Other)
    def _own_words(self, message: PickList.Other) -> None:
        """What no line of a list begins with is a word of one's own, where there is a field for it."""
        for picker, entry in zip(self.body.query(OneOf), self.body.query("#own").results(Input), strict=False):
            picker.row = picker.FIRST
            self._hide_own()
            self.set_focus(entry)
            entry.insert_text_at_cursor(message.text)

    def _hide_own(self) -> None:
        """What is picked from a list needs no words of one's own."""
        for picker in self.body.query(OneOf):
            self.query_one("#row-own").display = not picker.value

    @property
    def entries(self) -> list[Widget]:
        """What may be filled in or moved through and is shown, from top to bottom."""
        return [widget for widget in self.body.query("*") if widget.can_focus and self._is_shown(widget)]

    def _is_shown(self, widget: Widget) -> bool:
        ancestors = takewhile(lambda node: node is not self.body, widget.ancestors_with_self)
        return all(node.display for node in ancestors if isinstance(node, Widget))

    @property
    def fields(self) -> list[Field]:
        return self.asked.fields

    @property
    def is_there(self) -> bool:
        return super().is_there and not self.is_turning

    @property
    def texts(self) -> Texts:
        """What is there now, by field."""
        return {**self.extra, **super().texts}

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """Say a sentence over the keys, until something else is typed."""
        self.query_one(Said).say(sentence, refused=refused)

    def refuse_text(self, entry: Widget, sentence: str) -> None:
        self.say(sentence, refused=True)
        self.call_after_refresh(self._bring_in_sight, entry)  # in what is left of the room

    def _bring_in_sight(self, entry: Widget) -> None:
        """At once: on the way to the field that had the focus before it goes no further."""
        self.app.animator.force_stop_animation(self.body, "scroll_y")
        entry.scroll_visible(animate=False, immediate=True)

    def goes_to_next_field(self) -> bool:
        """To the next field, where something is filled in and this isn't the last one; whether that is what is to be
        done, also where what stands in this one keeps the focus."""
        self._hide_own()
        entries, here = self.entries, self.focused
        if here not in entries[:-1] or not any(self.texts.values()):
            return False
        place = entries.index(here)
        if self.understood(entries[place : place + 1]):
            self.set_focus(entries[place + 1])
        return True

    async def action_step(self, step: int) -> None:
        """To the next field or the one before; before the first one is the question before."""
        if not await self.settled():
            return
        entries = self.entries
        place = entries.index(self.focused) if self.focused in entries else 0
        if place + step < 0:
            await self.go_back()
        else:
            self.step(step)

    async def go_back(self) -> None:
        """To the question before; to be overridden."""
        raise NotImplementedError

    def step_by_line(self, step: int) -> None:
        entries = self.entries
        if self.focused in entries:
            self.set_focus(entries[max(0, min(len(entries) - 1, entries.index(self.focused) + step))])

    async def action_break_line(self) -> None:
        if await self.settled() and isinstance(self.focused, ManyLines):
            self.focused.break_line()
