"""The main screen: places under one header, the file behind them, the clock beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from lundi.days import Moment, moment
from lundi.errors import LundiError
from lundi.formats import day_short
from lundi.language import gettext as _
from lundi.rhythms import parse_rhythm
from lundi.week_page import Past, WeekPage
from lundi.weeks import Week
from storage.habits import Card
from storage.pages import read_past, read_week
from storage.store import Store
from storage.tracking import read_day, read_standing, read_year
from storage.undo import redo, undo
from tui.commands import EVERYWHERE, bindings, conditions
from tui.intents import Change, ChangeWanted
from tui.layout import is_list_only, is_roomy
from tui.screens.dialog import LINE_BREAK, Dialog, Field
from tui.screens.pages import PageScreen, day_page, keys_page
from tui.views.tracking import TrackingView
from tui.views.week import WeekView
from tui.widgets.footer import Footer, Notice
from tui.widgets.header import Header

_POLL_SECONDS = 1.0
_A_TRAVELLED_DAY = 1


class MainScreen(Screen[None]):
    """Knows the store and the clock; views get plain data from it and send it messages."""

    BINDINGS = bindings(EVERYWHERE)
    AUTO_FOCUS = "#week"

    header = getters.query_one(Header)
    footer = getters.query_one(Footer)
    notice = getters.query_one(Notice)
    week = getters.query_one(WeekView)
    places = getters.query_one(ContentSwitcher)

    def __init__(self, store: Store, clock: Callable[[], datetime], page: WeekPage) -> None:
        """The page is that of the present week, so that the first paint has it."""
        super().__init__()
        self.store = store
        self.clock = clock
        self._version = store.data_version
        self._today = page.today
        self._first_page = page
        self._past: Past | None = None

    @property
    def now(self) -> Moment:
        return moment(self.clock(), self.store.day_end)

    def compose(self) -> ComposeResult:
        self._fit()  # before there are widgets whose styles would have to be worked out again
        with Vertical(id="frame"):
            yield Header(self._today)
            with ContentSwitcher(id="places", initial="week"):
                yield WeekView(self._first_page, id="week", classes="place")
            yield Notice()
            yield Footer(conditions(empty=not self._first_page.rows))

    def on_mount(self) -> None:
        self.set_interval(_POLL_SECONDS, self._look_around)
        self._warn_of_a_late_clock()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        self.set_class(is_roomy(self.app.size), "-roomy")
        self.set_class(is_list_only(self.app.size), "-list-only")

    def on_key(self, _event: events.Key) -> None:
        self.notice.say("")

    # What is shown

    def _show_week(self, week: Week, *, at_today: bool = False, past_stays: bool = False) -> None:
        if not past_stays or self._past is None or self.week.page.week != week:
            self._past = read_past(self.store, week, self._today)
        page = read_week(self.store, week, self._today, self._past)
        self.week.show(page, at_today=at_today)
        self.footer.conditions = conditions(empty=not page.rows)

    def _show_year(self, *, with_standing: bool) -> None:
        view = self.query_one(TrackingView)
        if with_standing:
            view.standing = read_standing(self.store, self._today)
        last = view.last or Week.of(self._today)
        page = read_year(self.store, view.habit_id, last, self._today)
        view.show(page)
        empty = view.standing is None or not view.standing.habits
        self.footer.conditions = conditions(empty=empty, earlier=page.has_earlier or view.last is not None)

    @on(TrackingView.YearAsked)
    def _year_asked(self) -> None:
        with self._told():
            self._show_year(with_standing=False)

    def _reload(self, *, past_stays: bool = False) -> None:
        """Show the file as it is now, in the place that is open; the others read it when they are visited.

        The past of the week shown is read again unless it stays as it is, and nobody else has written.
        """
        version, self._version = self._version, self.store.data_version
        past_stays = past_stays and version == self._version
        if self.places.current == "tracking":
            self._show_year(with_standing=True)
        else:
            self._show_week(self.week.page.week, past_stays=past_stays)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the file refuses inside is said; what is on the screen stays."""
        try:
            yield
        except LundiError as error:
            self.notice.say(error.sentence, refused=True)

    def _look_around(self) -> None:
        """Notice what another program wrote, and the end of the day."""
        with self._told():
            today = self.now.day
            if today != self._today:
                self._turn_to(today)
            elif self.store.data_version != self._version:
                self._reload()

    def _turn_to(self, today: date) -> None:
        """A new day has begun while the dashboard was open: the cursor goes along if it was on the old one."""
        was_on_today = self.week.page.week.days[self.week.day] == self._today
        self._today = today
        self.header.day = today
        if was_on_today:
            self._show_week(Week.of(today), at_today=True)
        self._reload()
        self._warn_of_a_late_clock()

    def _warn_of_a_late_clock(self) -> None:
        with self._told():
            last = self.store.last_day()
            if last is not None and (back := (last - self._today).days) > _A_TRAVELLED_DAY:
                sentence = _("The clock went back {days} days. Check the date before you tick.")
                self.notice.say(sentence.format(days=back), refused=True)

    async def action_show_place(self, place: str) -> None:
        if place == "tracking" and not self.query(TrackingView):
            await self.places.mount(TrackingView(id="tracking", classes="place"))
        self.places.current = place
        self.header.place = self.footer.scope = place
        with self._told():
            self._reload()
        self.places.get_child_by_id(place).focus()

    # What is changed

    def change(self, change: Change, *, past_stays: bool = False) -> str | None:
        """Carry a change out and show it; a refusal comes back as its sentence, and nothing was written."""
        try:
            change(self.store, self.now)
        except LundiError as error:
            return error.sentence
        with self._told():
            self._reload(past_stays=past_stays)
        return None

    @on(ChangeWanted)
    def _change(self, message: ChangeWanted) -> None:
        if (refusal := self.change(message.change, past_stays=message.past_stays)) is not None:
            self.notice.say(refusal, refused=True)
        elif message.said:
            self.notice.say(message.said)

    def action_quit(self) -> None:
        self.app.exit()

    def action_undo(self) -> None:
        self._take_back(lambda: _("Undone: {change}").format(change=undo(self.store, self.now)[0].sentence))

    def action_redo(self) -> None:
        self._take_back(lambda: _("Redone: {change}").format(change=redo(self.store, self.now).sentence))

    def _take_back(self, take_back: Callable[[], str]) -> None:
        with self._told():
            sentence = take_back()
            self._reload()
            self.notice.say(sentence)

    # What is asked

    @on(WeekView.WeekAsked)
    def _week_asked(self, message: WeekView.WeekAsked) -> None:
        with self._told():
            self._show_week(message.week)

    @on(WeekView.DayAsked)
    def _day_asked(self, message: WeekView.DayAsked) -> None:
        self._open_day(message.day)

    @on(TrackingView.DayAsked)
    def _tracked_day_asked(self, message: TrackingView.DayAsked) -> None:
        self._open_day(message.day)

    def _open_day(self, day: date) -> None:
        with self._told():
            self.app.push_screen(PageScreen(day_page(read_day(self.store, day))))

    def action_show_keys(self) -> None:
        self.app.push_screen(PageScreen(keys_page(str(self.places.current))))

    def action_capture(self) -> None:
        self._ask(
            _("An idea, until Monday"),
            [Field("text", "")],
            lambda texts: self.change(lambda store, now: store.capture(texts["text"].replace(LINE_BREAK, "\n"), now)),
        )

    @on(WeekView.NoteAsked)
    def _note_asked(self, message: WeekView.NoteAsked) -> None:
        habit, day = message.habit, message.cell.day
        self._ask(
            _("A note: {name}, {day}").format(name=habit.name, day=day_short(day)),
            [Field("text", "", message.cell.note.replace("\n", LINE_BREAK))],
            lambda texts: self.change(
                lambda store, now: store.set_note(habit, day, texts["text"].replace(LINE_BREAK, "\n"), now)
            ),
        )

    @on(WeekView.ExcuseAsked)
    def _excuse_asked(self, message: WeekView.ExcuseAsked) -> None:
        habit, day = message.habit, message.day
        self._ask(
            _("Excused: {name}, {day}").format(name=habit.name, day=day_short(day)),
            [Field("text", _("reason"), example=_("ill, travelling, a client's emergency"))],
            lambda texts: self.change(lambda store, now: store.excuse(habit, day, texts["text"], now)),
        )

    @on(WeekView.HabitAsked)
    def _habit_asked(self) -> None:
        self._ask(
            _("A habit"),
            [
                Field("name", _("what"), example=_("Calls")),
                Field("rhythm", _("how often"), example=_("5 (a week), mon thu, or 1/4 (every four weeks)")),
                Field("minimum", _("smallest version"), example=_("one voice message")),
                Field("after", _("after what"), example=_("the nine o'clock coffee")),
                Field("place", _("where"), example=_("in the office")),
            ],
            self._add_habit,
            hint=_("Only the first two are needed."),
        )

    def _add_habit(self, texts: dict[str, str]) -> str | None:
        def add(store: Store, now: Moment) -> None:
            card = Card(texts["name"], texts["minimum"], texts["after"], texts["place"])
            store.add_habit(card, parse_rhythm(texts["rhythm"], now.week), now)

        return self.change(add)

    @on(WeekView.CommitAsked)
    def _commit_asked(self) -> None:
        week = self.now.week
        with self._told():
            page = read_week(self.store, week, self._today)
            titles = [action.title for action in page.actions or self.store.carried_actions(week)] + ["", ""]
            self._show_week(week, at_today=True)

            def commit(texts: dict[str, str]) -> str | None:
                wanted = list(texts.values())
                if page.planned and wanted == titles[: len(wanted)]:
                    return None  # nothing was changed
                return self.change(lambda store, now: store.commit_week(wanted, now))

            self._ask(
                _("Week {number}: which two things?").format(number=week.iso_number),
                [Field("first", "1", titles[0]), Field("second", "2", titles[1])],
                commit,
                hint="" if page.planned else _("Your habits and these two become the plan; empty lines do as well."),
            )

    def _ask(
        self, title: str, fields: list[Field], submit: Callable[[dict[str, str]], str | None], hint: str = ""
    ) -> None:
        self.app.push_screen(Dialog(title, fields, submit, hint))
