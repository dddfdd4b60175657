"""The end review of a campaign: the facts, then a few questions, and what becomes of it (F26, F28)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from lundi.campaign.campaign import ADAPT, NO, PARTLY, PROGRAMME, REPEAT, STOP, YES, Campaign, Ending
from lundi.campaign.review import ANSWERS, parse_clients, parse_every
from lundi.time.days import Moment, parse_coming_day
from lundi.time.formats import day_numeric, day_short
from lundi.words.errors import LundiError, NotUnderstood
from lundi.words.language import N_
from lundi.words.language import gettext as _
from storage.campaign.closing import CHANGE, KEEP, PUT_AWAY, Cadence, close_campaign, year_from
from storage.campaign.review import Review, read_review
from storage.campaign.rows import read_campaigns, read_running
from storage.store import Store
from tui.campaign.card import edit_card
from tui.campaign.closing_facts import Facts
from tui.kit.fields.field import Field, FieldRow, Texts
from tui.kit.fields.options import UNSAID, Options
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Foot, Kept

_VERDICTS = ((STOP, N_("stop")), (REPEAT, N_("repeat")), (ADAPT, N_("adapt")), (PROGRAMME, N_("programme")))
_LETTERS = ("a", "r", "d", "p")  # the same in both languages
_MEANINGS = {
    "": N_("A letter chooses: a, r, d or p."),
    STOP: N_("It ends here, and has taught something."),
    REPEAT: N_("A draft with the same card waits for its days."),
    ADAPT: N_("A draft with the same card; what changes is asked next."),
    PROGRAMME: N_("It goes on and is looked at once a year; a new campaign may start at once."),
}
_FATES = ((KEEP, N_("keep 13 weeks")), (CHANGE, N_("change")), (PUT_AWAY, N_("archive")))
_CONSEQUENCES = {
    KEEP: N_("It is looked at again in 13 weeks."),
    CHANGE: N_("It goes on, and is due for review at once."),
    PUT_AWAY: N_("It is archived with its history."),
}
_HINTS = {
    "reached": N_("As it was written, not as it might have been."),
    "worked": N_("No answer while you don't know."),
    "clients": N_("Those who bought for the first time."),
    "lesson": N_("It stands beside this campaign among the past ones."),
    "programme": N_("What it is called from now on."),
    "every": N_("So that it has a rhythm: 4 for every four weeks."),
    "check": N_("The day to decide whether it goes on for another year."),
}
_CADENCE = ("programme", "every", "check")  # the fields that only a programme has
_HABIT = "habit-"  # and its id: a field of its own for each habit that carries the campaign

Then = Callable[[str], object]  # gets the id of the draft that a repeated or adapted campaign leaves behind


def closing_review(store: Store, campaign: Campaign, desk: Desk, then: Then | None = None) -> Screen[None]:
    """The end review of a campaign under way, also early. Enter goes on, and saves from the last question; Esc is for
    later."""
    return ClosingReview(read_review(store, campaign, desk.today), desk, then)


def open_review_of_running(desk: Desk) -> None:
    """Open the end review of the campaign that has gone by its end, unless somebody closed it meanwhile; what follows
    from it is seen in Campaign."""
    if (campaign := read_running(desk.store)) is not None:
        desk.open(closing_review(desk.store, campaign, desk, lambda _draft_id: desk.go_to("campaign")))


class ClosingReview(Dialog):
    """The facts scroll with page up and page down; the questions with the focus."""

    BINDINGS = [
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
    ]

    def __init__(self, review: Review, desk: Desk, then: Then | None) -> None:
        self._review, self._then = review, then
        self._facts = Facts(review)
        self._habits = [one.habit for one in review.habits if one.habit.is_current]
        self._desk = desk
        super().__init__(
            _("End review: {name}").format(name=review.campaign.name),
            self._questions(),
            self._close,
            kept=Kept(desk, f"review-{review.campaign.id}"),
            describe=self._meaning,
            lead=self._facts,
        )

    def _questions(self) -> list[Field]:
        campaign, today = self._review.campaign, self._review.today
        answers = tuple((value, _(ANSWERS[value])) for value in (YES, PARTLY, NO))
        fields = [_options("reached", _("goal reached"), (*answers, UNSAID), "")]
        if campaign.plan.attempt:
            works = (answers[0], answers[2], UNSAID)
            fields.append(_options("worked", _("what I tried works"), works, ""))
        fields += [
            Field(
                "clients",
                _("new clients"),
                "",
                _("a number; nothing where it isn't known"),
                check=parse_clients,
            ),
            Field("lesson", _("what it taught"), "", _("in one sentence, for the next one")),
            _options("verdict", _("verdict"), (*_translated(_VERDICTS), UNSAID), "", _LETTERS),
            Field("programme", _("programme"), campaign.name),
            Field("every", _("every how many weeks"), "", "4", check=parse_every),
            Field(
                "check",
                _("yearly check"),
                day_numeric(year_from(today)),
                check=lambda text: _yearly_check(text, today),
            ),
        ]
        fates = _translated(_FATES)
        ids = [(_HABIT + one.id, one.name) for one in self._habits]
        return fields + [_options(habit_id, name, fates, KEEP) for habit_id, name in ids]

    def _keys(self) -> str:
        return _("enter next   ← → choose   page ↑↓ scroll   esc later")

    # What is asked

    @property
    def entries(self) -> list[Widget]:
        """Those of a programme only when it is to be one."""
        is_programme = self.query_one("#verdict", Options).value == PROGRAMME
        return [entry for entry in super().entries if is_programme or entry.id not in _CADENCE]

    def changed(self) -> None:
        self._fit()
        super().changed()

    def _fit(self) -> None:
        """Show the questions that are asked now, and what the clients cost as far as it can be told."""
        entries = self.entries
        for name in _CADENCE:
            entry = self.query_one(f"#{name}")
            if entry.parent is not None:
                entry.parent.display = entry in entries
        try:
            self._facts.clients = parse_clients(self.texts["clients"])
        except LundiError:
            self._facts.clients = None

    def step(self, step: int) -> None:
        self._fit()  # what was chosen a key ago may not have been heard of yet
        super().step(step)

    def _meaning(self, texts: Texts) -> str:
        """What the question under the cursor means, or its answer leads to: always something, so that nothing moves
        under a mouse that chooses."""
        asked = str(self.focused.id) if self.focused else ""
        if asked == "verdict":
            return _(_MEANINGS[texts[asked]])
        if asked.startswith(_HABIT):
            return _(_CONSEQUENCES[texts[asked]])
        return _(_HINTS[asked]) if asked else ""

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Without Textual's own scrolling, which knows nothing of the line of keys at the foot."""
        super().set_focus(widget, False, from_app_focus)

    def _keep_in_sight(self) -> None:
        """What is said about a question too, where there is room for both; the facts before the first one."""
        field = self.focused.parent if self.focused is not None else None
        if not isinstance(field, FieldRow):
            return
        foot, asked = self.query_one(Foot), field.virtual_region
        height = self.query_one(".keys").region.y - foot.content_region.y
        is_first = self.focused is self.entries[0]
        said = self.query_one(".hint").virtual_region.bottom
        last = asked.bottom if is_first or said - asked.y > height else said
        top = max(last - height, 0 if is_first else foot.scroll_y)
        foot.scroll_to(y=min(top, asked.y), animate=False, immediate=True)

    def action_page(self, step: int) -> None:
        foot = self.query_one(Foot)
        foot.scroll_relative(y=step * max(1, foot.size.height - 2), animate=False, immediate=True)

    def action_cancel(self) -> None:
        """For later: the answers so far are there again then."""
        if self.is_active:
            self.take_texts()
            with self._desk.told():
                self.unfinished.keep_in_file()
            self.dismiss()

    # What is saved

    def _close(self, texts: Texts) -> str | Screen[None] | None:
        """Close it; an adapted one asks at once what changes, on the card of its copy (F27)."""
        drafts: list[str | None] = []

        def close(store: Store, now: Moment) -> None:
            drafts.append(
                close_campaign(
                    store,
                    self._review.campaign,
                    _ending(texts, now),
                    now,
                    habits={habit.id: texts[_HABIT + habit.id] for habit in self._habits},
                    cadence=_cadence(texts, now),
                )
            )

        refusal = self._desk.perform(close, said=_("Closed: {name}").format(name=self._review.campaign.name))
        if refusal is not None or (draft_id := drafts[0]) is None:
            return refusal
        if self._then is not None:
            self._then(draft_id)
        if texts["verdict"] != ADAPT:
            return None
        with self._desk.told():  # the campaign is closed, whatever becomes of the draft
            for one in read_campaigns(self._desk.store):
                if one.id == draft_id:
                    return edit_card(self._desk, one)
        return None


def _translated(choices: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((value, _(words)) for value, words in choices)


def _options(
    name: str, label: str, choices: tuple[tuple[str, str], ...], value: str = "", letters: tuple[str, ...] = ()
) -> Field:
    entry = lambda value: Options(choices, value, id=name, letters=letters)  # noqa: E731
    return Field(name, label, value, choices=choices, entry=entry)


def _ending(texts: Texts, now: Moment) -> Ending:
    """NotUnderstood where an answer can't be read, or the verdict is missing."""
    clients = parse_clients(texts["clients"])
    if not texts["verdict"]:
        raise NotUnderstood(_("What becomes of it: a stop, r repeat, d adapt or p programme? Nothing is saved yet."))
    return Ending(now.day, texts["verdict"], texts["reached"], clients, texts["lesson"], texts.get("worked", ""))


def _cadence(texts: Texts, now: Moment) -> Cadence | None:
    """How a programme goes on. NotUnderstood where that can't be read."""
    if texts["verdict"] != PROGRAMME:
        return None
    return Cadence(texts["programme"], parse_every(texts["every"]), _yearly_check(texts["check"], now.day))


def _yearly_check(text: str, today: date) -> date:
    """A day that lies ahead. NotUnderstood where it is none."""
    check = parse_coming_day(text, today)
    if check <= today:
        raise NotUnderstood(_("The yearly check lies ahead: {day} is past.").format(day=day_short(check)))
    return check
