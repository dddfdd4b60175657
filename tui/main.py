"""The main screen: places under one header, and what is opened over any of them."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from datetime import date, datetime

from textual import getters, on
from textual.app import ComposeResult
from textual.screen import Screen

from lundi.time.days import moment
from storage.campaign.focus import read_running_end
from storage.search import Found
from storage.store import Store
from tui.commands import COMMANDS
from tui.file_screen import FileScreen
from tui.footer import Footer, Notice
from tui.kit.commands import EVERYWHERE, Command, bindings
from tui.kit.drawing.header import Header
from tui.kit.drawing.sized import Column, Switcher
from tui.kit.later import Later, import_all
from tui.kit.place import Desk, PlaceView
from tui.places import PLACES, Place, place_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui import asks, keys, opening, palette, rules, settings
    from tui.ideas import asks as idea_asks
    from tui.kit.screens import pages
    from tui.ritual import next_step
else:
    asks = Later("tui.asks")
    idea_asks = Later("tui.ideas.asks")
    keys = Later("tui.keys")
    next_step = Later("tui.ritual.next_step")
    opening = Later("tui.opening")
    pages = Later("tui.kit.screens.pages")
    palette = Later("tui.palette")
    rules = Later("tui.rules")
    settings = Later("tui.settings")

_A_MOMENT = 0.005  # seconds
FIRST, *OTHERS = PLACES


class MainScreen(FileScreen):
    """The desk of every place: gives it the file and the clock, and shows one at a time."""

    BINDINGS = bindings(COMMANDS, EVERYWHERE)
    AUTO_FOCUS = f"#{FIRST.name}"

    header = getters.query_one(Header)
    places = getters.query_one(Switcher)

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        """Unreadable when the first place can't be read."""
        super().__init__(store, clock, moment(clock(), store.day_end).day)
        self._first = _made(FIRST, self)
        self._is_turning = asyncio.Lock()  # to a place: a click comes on another way than a key

    def compose(self) -> ComposeResult:
        with Column(id="frame"):
            yield Header(self.today, read_running_end(self.store))
            with Switcher(id="places", initial=FIRST.name):
                yield self._first
            yield Notice()
            yield Footer(self._first.conditions)

    def on_mount(self) -> None:
        self.call_after_refresh(lambda: opening.open_first(self))
        modules = [place.module for place in OTHERS]
        self.call_after_refresh(lambda: self.run_worker(lambda: import_all(modules), thread=True, exit_on_error=False))

    # What is shown

    @property
    def place(self) -> PlaceView:
        """The one that is open."""
        place = self.places.get_child_by_id(str(self.places.current))
        assert isinstance(place, PlaceView)
        return place

    def show(self, *, only_ticks: bool = False) -> None:
        """The place that is open; the others read the file when they are visited."""
        if not only_ticks:
            self.header.campaign_end = read_running_end(self.store)
        self.place.show_file(only_ticks=only_ticks)
        self.follow()

    def follow(self) -> None:
        """The footer has the keys of what is shown."""
        self.footer.conditions = self.place.conditions

    def turn_to(self, today: date) -> None:
        before, self.header.day = self.header.day, today
        with self.told():
            for place in self.places.query_children(PlaceView):
                place.turn_to(before, today)
        self.reload()
        if self.app.screen is self:  # nothing is being typed over it
            with self.told():
                opening.open_on_new_day(self, before)

    async def action_show_place(self, place: str) -> None:
        while not self.places.is_mounted:  # a key before the first frame: what is shown first would cover it again
            await asyncio.sleep(_A_MOMENT)
        async with self._is_turning:  # who comes second finds it whole
            with self.app.batch_update():  # one layout for the new place and for what it shows
                if not self.places.query_children(f"#{place}"):
                    await self.places.mount(_made(place_named(place), self))
                self.turn_to_place(place)

    def turn_to_place(self, place: str) -> PlaceView:
        """Show a place that was visited before; returns it."""
        self.places.current = place
        self.header.place = self.footer.scope = place
        with self.told():
            self.reload()
        self.set_focus(self.place)  # now: the next key may be waiting already
        return self.place

    def go_to(self, place: str) -> None:
        """Show a place in a moment."""
        self.call_later(self.action_show_place, place)

    async def speak_anew(self) -> None:
        """Another language is in use: what is drawn is drawn again, places that hold words are made again."""
        for widget in self.query("*"):
            widget.refresh(layout=True)
        place = str(self.places.current)
        self.places.current = FIRST.name
        for other in [child for child in self.places.children if child is not self._first]:
            await other.remove()
        if place != FIRST.name:
            await self.action_show_place(place)

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """Say a sentence until the next key."""
        self.notice.say(sentence, refused=refused)

    def open(self, screen: Screen[None]) -> None:
        """Put a screen over the place, now: the next key may be waiting already."""
        self.app.push_screen(screen)

    # What works in every place

    def action_show_keys(self) -> None:
        self.open(pages.PageScreen(keys.keys_page(str(self.places.current), self.app.size)))

    def action_palette(self) -> None:
        self.open(
            palette.palette(
                str(self.places.current), self.app.size, lambda command: self.call_later(self._run, command)
            )
        )

    @on(Footer.CommandClicked)
    async def _command_clicked(self, message: Footer.CommandClicked) -> None:
        await self._run(message.command)

    async def _run(self, command: Command) -> None:
        """A command of the footer or the palette; one of a place that isn't shown any more does nothing."""
        if command.scope == EVERYWHERE:
            await self.run_action(command.action)
        elif command.scope == self.places.current:
            await self.place.run_action(command.action)

    def action_capture(self) -> None:
        self.open(idea_asks.capture(self))

    def action_show_changes(self) -> None:
        with self.told():
            self.open(asks.changes(self.store, self.take_back))

    def action_find(self) -> None:
        self.open(asks.find(self.store, self._go_to))

    def _go_to(self, found: Found) -> None:
        self.call_later(self._show_found, found)

    async def _show_found(self, found: Found) -> None:
        await self.action_show_place(found.place)
        with self.told():
            self.place.show_found(found)
            self.follow()

    def action_show_settings(self) -> None:
        with self.told():
            self.open(settings.SettingsDialog(self))

    def action_show_rules(self) -> None:
        with self.told():
            rules.open_rules(self)

    def action_show_next_step(self) -> None:
        with self.told():
            next_step.open_next_step(self)

    def action_show_ritual(self) -> None:
        with self.told():
            opening.open_ritual(self)


def _made(place: Place, desk: Desk) -> PlaceView:
    """A place that is visited for the first time, whose module is imported now. Unreadable when it reads the file at
    once, and can't."""
    view: type[PlaceView] = getattr(importlib.import_module(place.module), place.view)
    return view(desk, id=place.name)
