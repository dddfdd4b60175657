"""The main screen: places under one header, and what is asked over them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, datetime

from textual import getters, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from lundi.time.weeks import Week
from lundi.week.page import WeekPage
from lundi.words.language import gettext as _
from storage.campaign.focus import read_running_end
from storage.search import Found
from storage.store import Store
from storage.week.page import WeekReader
from storage.week.tracking import read_day, read_tracking, read_year
from tui.commands import EVERYWHERE, PLANNABLE, Command, bindings, conditions
from tui.file_screen import FileScreen
from tui.footer import Footer, Notice
from tui.kit.drawing.header import Header
from tui.kit.drawing.sized import Column, Switcher
from tui.kit.later import Later, import_all
from tui.kit.place import PlaceView
from tui.tracking.view import TrackingView
from tui.week.view import WeekView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from storage.first_run import progress as first_run
    from storage.ritual import fresh_start
    from storage.ritual import progress as ritual_progress
    from storage.week import catch_up
    from tui import asks, palette, rules, settings
    from tui.campaign import closing
    from tui.campaign import view as campaign
    from tui.first_run import screen as first_run_screen
    from tui.ideas import asks as idea_asks
    from tui.ideas import view as ideas
    from tui.kit.screens import pages
    from tui.ritual import fresh_start as fresh_start_screen
    from tui.ritual import next_step
    from tui.ritual import screen as ritual
    from tui.strategy import view as strategy
    from tui.week import catch_up as catch_up_screen
    from tui.week import habit_card
else:
    campaign = Later("tui.campaign.view")
    ideas = Later("tui.ideas.view")
    strategy = Later("tui.strategy.view")
    catch_up = Later("storage.week.catch_up")
    first_run = Later("storage.first_run.progress")
    fresh_start = Later("storage.ritual.fresh_start")
    ritual_progress = Later("storage.ritual.progress")
    palette = Later("tui.palette")
    asks = Later("tui.asks")
    catch_up_screen = Later("tui.week.catch_up")
    closing = Later("tui.campaign.closing")
    first_run_screen = Later("tui.first_run.screen")
    fresh_start_screen = Later("tui.ritual.fresh_start")
    habit_card = Later("tui.week.habit_card")
    idea_asks = Later("tui.ideas.asks")
    next_step = Later("tui.ritual.next_step")
    pages = Later("tui.kit.screens.pages")
    ritual = Later("tui.ritual.screen")
    rules = Later("tui.rules")
    settings = Later("tui.settings")

_A_MOMENT = 0.005  # seconds


class MainScreen(FileScreen):
    """Views get plain data from it and send it messages."""

    BINDINGS = bindings(EVERYWHERE)
    AUTO_FOCUS = "#week"

    header = getters.query_one(Header)
    week = getters.query_one(WeekView)
    places = getters.query_one(Switcher)

    def __init__(self, store: Store, clock: Callable[[], datetime], reader: WeekReader, page: WeekPage) -> None:
        """The page is that of the present week, as the reader has read it, so that the first paint has it."""
        super().__init__(store, clock, page.today)
        self._reader = reader
        self._first_page = page

    def compose(self) -> ComposeResult:
        with Column(id="frame"):
            yield Header(self.today, read_running_end(self.store))
            with Switcher(id="places", initial="week"):
                yield WeekView(self._first_page, self.demand, self._turn_to_week, id="week", classes="place")
            yield Notice()
            yield Footer(_conditions(self._first_page))

    def on_mount(self) -> None:
        self.call_after_refresh(self._open_first)
        self.call_after_refresh(lambda: self.run_worker(import_all, thread=True, exit_on_error=False))

    # What is shown

    def show(self, *, only_ticks: bool = False) -> None:
        """The place that is open; the others read the file when they are visited."""
        if not only_ticks:
            self.header.campaign_end = read_running_end(self.store)
        place = self.places.get_child_by_id(str(self.places.current))
        if isinstance(place, PlaceView):
            place.show_file()
            self.footer.conditions = place.conditions
        elif self.places.current == "tracking":
            self._show_year(with_standing=True)
        elif only_ticks:
            self._show_page(self._reader.reread())
        else:
            self._show_week(self.week.page.week)

    def turn_to(self, today: date) -> None:
        """The cursor goes along if it was on the day that has ended."""
        before, self.header.day = self.header.day, today
        was_on_today = self.week.page.week.days[self.week.day] == before
        if was_on_today:
            self._show_week(Week.of(today), at_today=True)
        self.reload()
        if self.app.screen is self:  # nothing is being typed over it
            with self.told():
                if self._is_campaign_over:
                    self.open_end_review()
                elif before < today and ritual_progress.is_due(self.store, self.now):  # the clock may go back
                    self.action_show_ritual()

    def _show_week(self, week: Week, *, at_today: bool = False) -> None:
        self._show_page(self._reader.read(week, self.today), at_today=at_today)

    def _show_page(self, page: WeekPage, *, at_today: bool = False) -> None:
        self.week.show(page, at_today=at_today)
        self.footer.conditions = _conditions(page)

    def _show_year(self, *, with_standing: bool) -> None:
        view = self.query_one(TrackingView)
        last = view.last or Week.of(self.today)
        habit_id = view.habit_id
        if with_standing:
            page, view.standing = read_tracking(self.store, habit_id, last, self.today)
        if not with_standing or view.habit_id != habit_id:  # the habit whose year it was is no more
            page = read_year(self.store, view.habit_id, last, self.today)
        view.show(page)
        empty = view.standing is None or not view.standing.habits
        self.footer.conditions = conditions(empty=empty, earlier=page.has_earlier or view.last is not None)

    @on(TrackingView.YearAsked)
    def _year_asked(self) -> None:
        with self.told():
            self._show_year(with_standing=False)

    def _turn_to_week(self, week: Week) -> None:
        with self.told():
            self._show_week(week)

    async def action_show_place(self, place: str) -> None:
        while not self.places.is_mounted:  # a key before the first frame: what is shown first would cover it again
            await asyncio.sleep(_A_MOMENT)
        with self.app.batch_update():  # one layout for the new place and for what it shows
            if not self.places.query_children(f"#{place}"):
                await self.places.mount(self._made(place))
            self.turn_to_place(place)

    def turn_to_place(self, place: str) -> None:
        """Show a place that was visited before."""
        self.places.current = place
        self.header.place = self.footer.scope = place
        with self.told():
            self.reload()
        self.set_focus(self.places.get_child_by_id(place))  # now: the next key may be waiting already

    def _made(self, place: str) -> Widget:
        """A place that is visited for the first time."""
        if place == "tracking":
            return TrackingView(id=place, classes="place")
        if place == "strategy":
            return strategy.StrategyView(self, id=place)
        return campaign.CampaignView(self, id=place) if place == "campaign" else ideas.IdeasView(self, id=place)

    async def speak_anew(self) -> None:
        """Another language is in use: what is drawn is drawn again, places that hold words are made again."""
        for widget in self.query("*"):
            widget.refresh(layout=True)
        place = str(self.places.current)
        self.places.current = "week"
        for other in [child for child in self.places.children if child is not self.week]:
            await other.remove()
        if place != "week":
            await self.action_show_place(place)

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """Say a sentence until the next key."""
        self.notice.say(sentence, refused=refused)

    def open(self, screen: Screen[None]) -> None:
        """Put a screen over the place, now: the next key may be waiting already."""
        self.app.push_screen(screen)

    # What is asked

    def _open_first(self) -> None:
        """One thing only, before anything else: the first run, the end review of a campaign that is over (F26), the
        fresh start after weeks away, the ritual of a week that has begun, or the catch-up."""
        with self.told():
            if first_run.is_due(self.store):
                self.app.push_screen(first_run_screen.FirstRunScreen(self))
            elif self._is_campaign_over:
                self.open_end_review()
            elif fresh_start.is_due(self.store, self.today):
                self.app.push_screen(fresh_start_screen.FreshStartScreen(self))
            elif ritual_progress.is_due(self.store, self.now):
                self.app.push_screen(ritual.RitualScreen(self))
            elif catch_up.is_due(self.store, self.today):
                strip = catch_up.read_catch_up(self.store, self.today)
                read = lambda: catch_up.read_catch_up(self.store, self.today)  # noqa: E731
                if strip.rows:  # the silent ones may have been put away since
                    self.app.push_screen(catch_up_screen.CatchUpScreen(strip, read, self.perform))
                catch_up.note_shown(self.store, self.now)

    @property
    def _is_campaign_over(self) -> bool:
        return self.header.campaign_end is not None and self.header.campaign_end < self.today

    def open_end_review(self) -> None:
        closing.open_review_of_running(self, lambda _draft_id: self.call_later(self.action_show_place, "campaign"))

    def action_open_day(self) -> None:
        view = self.week if self.places.current == "week" else self.query_one(TrackingView)
        if view.cursor is not None:
            with self.told():
                self.app.push_screen(pages.PageScreen(pages.day_page(read_day(self.store, view.cursor))))

    def action_show_keys(self) -> None:
        self.app.push_screen(pages.PageScreen(pages.keys_page(str(self.places.current), self.app.size)))

    def action_palette(self) -> None:
        self.app.push_screen(palette.palette(str(self.places.current), self._run))

    @on(Footer.CommandClicked)
    async def _command_clicked(self, message: Footer.CommandClicked) -> None:
        await self._run(message.command)

    async def _run(self, command: Command) -> None:
        node = self if command.scope == EVERYWHERE else self.places.get_child_by_id(command.scope)
        await node.run_action(command.action)

    def action_capture(self) -> None:
        self.app.push_screen(idea_asks.capture(self))

    def action_show_changes(self) -> None:
        with self.told():
            self.app.push_screen(asks.changes(self.store, self.take_back))

    def action_find(self) -> None:
        self.app.push_screen(asks.find(self.store, self._go_to))

    def _go_to(self, found: Found) -> None:
        self.call_later(self._show_found, found)

    async def _show_found(self, found: Found) -> None:
        await self.action_show_place(found.place)
        with self.told():
            if found.place == "week":
                self._show_week(Week.of(found.day))
                self.week.point_at(found.habit_id, found.day)
            elif isinstance(place := self.places.get_child_by_id(found.place), PlaceView):
                place.point_at(found.text)

    def action_show_settings(self) -> None:
        with self.told():
            self.app.push_screen(settings.SettingsDialog(self.store, self.perform))

    def action_show_rules(self) -> None:
        with self.told():
            rules.open_rules(self)

    def action_show_next_step(self) -> None:
        with self.told():
            next_step.open_next_step(self)

    def action_note(self) -> None:
        habit, cell = self.week.habit, self.week.cell
        if habit is None or cell is None:
            self._say_no_habit()
        else:
            self.app.push_screen(asks.note(habit, cell, self.perform))

    def action_excuse(self) -> None:
        habit, cell = self.week.habit, self.week.cell
        if habit is None or cell is None:
            self._say_no_habit()
        elif cell.excuse is None:
            self.app.push_screen(asks.excuse(habit, cell.day, self.perform))
        else:
            self.demand(lambda store, now: store.unexcuse(habit, cell.day, now))

    def _say_no_habit(self) -> None:
        if self.week.action is not None:
            self.notice.say(_("That is for habits. `r` changes the two actions."), refused=True)
        else:
            self.notice.say(_("No habit here yet. `a` adds one."), refused=True)

    def action_add_habit(self) -> None:
        with self.told():
            self.store.refuse_without_place()  # before a whole card is filled in
            self.app.push_screen(habit_card.new_habit(self.now, self.perform))

    def action_edit_habit(self) -> None:
        if (habit := self.week.habit) is None:
            self._say_no_habit()
        else:
            with self.told():
                now = self.now
                goal_week = self.store.goal_week(now.week, now)
                self.app.push_screen(habit_card.edit_habit(habit, goal_week, now, self.perform))

    def action_show_put_away(self) -> None:
        with self.told():
            habits = [habit for habit in self.store.habits() if not habit.is_current]
            self.app.push_screen(asks.put_away(habits, self.perform))

    def action_show_ritual(self) -> None:
        with self.told():
            self.open(ritual.RitualScreen(self))


def _conditions(page: WeekPage) -> frozenset[str]:
    """The conditions of the table of commands that hold in a week."""
    return conditions(empty=not page.rows) | ({PLANNABLE} if page.rows else set())
