"""The client's view: a campaign's message, written and read with a client's eyes."""

from __future__ import annotations

from contextlib import suppress

from textual import events, getters
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import Grid, Vertical, VerticalScroll
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from lundi.campaign.campaign import Campaign
from lundi.client.jargon import AMONG_COLLEAGUES, HOLLOW, OwnWord
from lundi.client.remarks import proposals, shown
from lundi.client.view import Finding, look
from lundi.words.errors import LundiError
from lundi.words.language import gettext as _
from storage.client.words import read_own_words, silence_word
from tui.client.draft import ANSWERS, MESSAGE, MessageDraft
from tui.client.flagged import FlaggedText
from tui.client.remarks import Likeness, RemarkList
from tui.client.words import new_word, which_way
from tui.kit.commands import key_named
from tui.kit.drawing.lines import Line, Lines, fitted
from tui.kit.drawing.question_parts import Example, KeyLine
from tui.kit.fields.field import FieldRow, OneLine, Texts
from tui.kit.place import Desk
from tui.kit.screens.fitted import FittedModal
from tui.kit.unfinished_texts import KeepsTexts, UnfinishedTexts

_PATIENCE = 0.3  # seconds without a key until the text is looked at
_BESIDE = 76  # columns from which the remarks stand beside the text
_LOW = 20  # lines below which there is none to spare


def clients_view(campaign: Campaign, desk: Desk) -> Screen[None]:
    """The message of a campaign and the three answers, to be written; of a closed one to be read."""
    return ClientsViewScreen(campaign, desk)


class Title(Lines):
    """Whose message it is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._campaign = name

    def line_count(self, width: int) -> int:
        return 1

    def draw(self, y: int, line: Line) -> None:
        line.put(0, _("Client's view"), self.voice("strong"))
        line.put_right(line.width, fitted(self._campaign, max(0, line.width - line.end - 2)), self.voice("muted"))


class Answer(OneLine):
    """What a client would answer; Enter goes on, as ↓ does."""

    BINDINGS = [
        Binding("enter,down", "screen.step(1)", show=False, priority=True),
        Binding("up", "screen.step(-1)", show=False, priority=True),
    ]


class ClientsViewScreen(FittedModal, KeepsTexts):
    """What is typed is looked at after a moment. Ctrl+S and Esc save and close; what the file refuses stays here, and
    is kept apart until the message is opened again."""

    BINDINGS = [
        # Before the letters that follow them are given to a field: keys may come quicker than they bubble up.
        Binding("tab", "step(1)", show=False, priority=True),
        Binding("shift+tab", "step(-1)", show=False, priority=True),
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("escape", "leave", show=False, priority=True),
        Binding("ctrl+n", "add_word", show=False, priority=True),
    ]
    AUTO_FOCUS = "#message"

    likeness = getters.query_one(Likeness)
    said = getters.query_one("#said", Example)

    def __init__(self, campaign: Campaign, desk: Desk) -> None:
        """Goes on where it was left. Unreadable when the file can't be read."""
        super().__init__()
        self._desk = desk
        self._draft = MessageDraft(campaign, desk)
        self._own: tuple[OwnWord, ...] = read_own_words(desk.store)
        self._refused: Texts | None = None  # what the file didn't take
        self._severity = HOLLOW
        self._looked_at = ""
        self._timer: Timer | None = None
        # Held here, so that what is typed can be kept when the screen is gone.
        reader = campaign.plan.reader
        example = _("What do you tell {name}?").format(name=reader) if reader else _("What do you tell a client?")
        self.text = FlaggedText(self._draft.first[MESSAGE], example, read_only=self._draft.is_closed, id="message")
        self.remarks = RemarkList(id="remarks")
        self.unfinished = UnfinishedTexts(self, self._draft.keep, lambda sentence: self._say(sentence, refused=True))
        self._answers = [Answer(self._draft.first[name], id=name, disabled=self._draft.is_closed) for name in ANSWERS]

    # What is shown

    def compose(self) -> ComposeResult:
        self._fit()
        words = (_("For me?"), _("So what?"), _("What do I do now?"))
        with Vertical(id="frame"):
            yield Title(self._draft.campaign.name)
            with Grid(id="looked-at"):
                yield self.text
                with VerticalScroll(id="remarks-body", can_focus=False):
                    yield self.remarks
                yield Likeness()
            with Vertical(id="answers"):
                for answer, word in zip(self._answers, words, strict=True):
                    yield FieldRow(answer, word)
            yield Example("", id="said")
            yield KeyLine()

    def on_mount(self) -> None:
        self.unfinished.begin(self.texts)
        self._look()
        if self._draft.is_closed:
            self._say(_("'{name}' is closed: to read, as it was.").format(name=self._draft.campaign.name))
        elif self._draft.was_left:
            self._say(_("As you left it; it isn't in the campaign yet. `ctrl+s` saves it."))

    def on_resize(self, _event: events.Resize) -> None:
        self._fit()

    def _fit(self) -> None:
        size = self.app.size
        self.set_class(size.width >= _BESIDE, "-beside")
        self.set_class(size.height < _LOW, "-low")

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        self.said.say(sentence, refused=refused)

    def _show_keys(self) -> None:
        leave = (key_named("escape"), _("close"))
        if self.focused is self.remarks:
            mild = _("fewer") if self._severity == AMONG_COLLEAGUES else _("more")
            change = [] if self._draft.is_closed else [("enter", _("replace"))]
            keys = [*change, leave, ("z", _("silence")), ("+", _("add a word")), ("1", mild)]
        elif self._draft.is_closed:
            keys = [leave, ("tab", _("remarks"))]
        else:
            further = _("remarks") if self.focused is self.text else _("next")
            keys = [("ctrl+s", _("save")), leave, ("tab", further), ("ctrl+n", _("add the word to the list"))]
        self.query_one(KeyLine).keys = tuple((key_named(key), word) for key, word in keys)

    # Looking

    @property
    def texts(self) -> Texts:
        """What is there now."""
        answers = zip(ANSWERS, self._answers, strict=True)
        return {MESSAGE: self.text.text, **{name: answer.value for name, answer in answers}}

    @property
    def is_typed_into(self) -> bool:
        return self.is_mounted and not self._draft.is_closed and self in self.app.screen_stack

    def on_text_area_changed(self) -> None:
        self._typed()

    def on_input_changed(self) -> None:
        self._typed()

    def _typed(self) -> None:
        """It is kept in a moment, and looked at once nothing is typed any more."""
        if self.is_typed_into:
            self.unfinished.follow(self.texts)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PATIENCE, self._look_again)

    def _look(self) -> None:
        self._looked_at = self.text.text
        view = look(self._looked_at, self._own, self._severity)
        self.text.flag(view.findings)
        self.remarks.show(view, self._looked_at)
        self.likeness.view = view
        self._show_keys()

    def on_remark_list_chosen(self) -> None:
        self.text.choose(self.remarks.chosen if self.focused is self.remarks else None)

    def on_descendant_focus(self) -> None:
        self._show_keys()
        if self.focused is not self.text:
            self._say("")

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """A word may have been added over it."""
        if self.is_mounted:
            self._reread()

    def _reread(self) -> None:
        """Look with the words of one's own as they are in the file now."""
        try:
            self._own = read_own_words(self._desk.store)
        except LundiError as error:
            self._say(error.sentence, refused=True)
        self._look()

    # Moving

    @property
    def _stops(self) -> list[Widget]:
        return [self.text, self.remarks, *([] if self._draft.is_closed else self._answers)]

    def action_step(self, step: int) -> None:
        """To the remarks, the answers, and back to the text."""
        stops = self._stops
        place = stops.index(self.focused) if self.focused in stops else 0
        self.set_focus(stops[(place + step) % len(stops)])

    def on_key(self, event: events.Key) -> None:
        """Letters that came before the text had the focus belong into it."""
        if self.focused is None and event.is_printable and event.character is not None and not self._draft.is_closed:
            event.stop()
            self.text.insert(event.character)

    # The remarks

    def action_replace(self) -> None:
        """Say it as one would to a client; where there are several ways, one is chosen first."""
        if not self.is_active or self._draft.is_closed:
            return
        self._look_again()
        finding = self.remarks.chosen
        ways = proposals(finding) if finding else []
        if finding is None:
            self._say(_("There is nothing to replace."))
        elif not ways:
            words = _("The list has no other words for '{word}'. `+` gives it some.")
            self._say(words.format(word=shown(finding.text)))
        elif len(ways) == 1:
            self._put(finding, ways[0])
        else:
            self._desk.open(which_way(shown(finding.text), ways, lambda way: self._put(finding, way)))

    def _look_again(self) -> None:
        """What was typed a moment ago may not have been looked at."""
        if self.text.text != self._looked_at:
            self._look()

    def _put(self, finding: Finding, way: str) -> None:
        self.text.put(finding, way)
        self._look()

    def action_silence(self) -> None:
        """The word isn't found any more, in any text."""
        finding = self.remarks.chosen
        if not self.is_active or finding is None:
            return
        refusal = self._desk.perform(lambda store, now: silence_word(store, finding.text, now))
        self._say(refusal or _("Silenced: {term}").format(term=finding.term), refused=refusal is not None)
        self._reread()

    def action_toggle_mild(self) -> None:
        """Show what is fine among colleagues too, or not."""
        self._severity = HOLLOW if self._severity == AMONG_COLLEAGUES else AMONG_COLLEAGUES
        self._look()

    def action_add_word(self) -> None:
        """A word of one's own: the one under the remarks' cursor, or under that of the text (C08)."""
        if not self.is_active:
            return
        chosen = self.remarks.chosen if self.focused is self.remarks else None
        word = chosen.term if chosen and not proposals(chosen) else self.text.word
        self._desk.open(new_word(word, self._desk))

    # Keeping

    def action_save(self) -> None:
        self._after_what_was_typed(self._stops, leaving=False)

    def action_leave(self) -> None:
        self._after_what_was_typed(self._stops, leaving=True)

    def _after_what_was_typed(self, stops: list[Widget], *, leaving: bool) -> None:
        """Once each field has taken the keys that came before."""
        if stops:
            stops[0].call_later(self._after_what_was_typed, stops[1:], leaving=leaving)
        elif self.is_active:
            self._finish(leaving=leaving)

    def _finish(self, *, leaving: bool) -> None:
        """Save and close. What was refused stays; leaving it once more keeps it apart."""
        texts = self.texts
        if self._draft.is_saved(texts):
            with suppress(LundiError):  # what was kept and taken back again
                self.unfinished.keep_in_file()
            self.dismiss()
        elif leaving and texts == self._refused:
            self._draft.put_aside(texts)
            self.dismiss()
        elif (refusal := self._draft.save(texts)) is None:
            self.dismiss()
        else:
            self._refused = texts
            sentence = _("{refusal} `esc` once more leaves; what you typed waits here.")
            self._say(sentence.format(refusal=refusal), refused=True)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """It is saved, or put aside: nothing more is kept."""
        self.unfinished.done_with()
        return super().dismiss(result)
