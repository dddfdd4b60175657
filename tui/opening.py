"""What opens by itself over the first place, one thing only."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from storage.campaign.focus import read_running_end
from tui.kit.later import Later
from tui.kit.place import Desk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from storage.habits import first_run
    from storage.ritual import fresh_start, progress
    from storage.week import catch_up
    from tui.campaign import closing
    from tui.first_run import screen as first_run_screen
    from tui.ritual import fresh_start as fresh_start_screen
    from tui.ritual import screen as ritual
    from tui.week import catch_up as catch_up_screen
else:  # one of them opens, if any: the others needn't be there yet
    first_run = Later("storage.habits.first_run")
    fresh_start = Later("storage.ritual.fresh_start")
    progress = Later("storage.ritual.progress")
    catch_up = Later("storage.week.catch_up")
    closing = Later("tui.campaign.closing")
    first_run_screen = Later("tui.first_run.screen")
    fresh_start_screen = Later("tui.ritual.fresh_start")
    ritual = Later("tui.ritual.screen")
    catch_up_screen = Later("tui.week.catch_up")


class Main(Desk, Protocol):
    """The main screen, as far as what opens asks of it."""

    async def speak_anew(self) -> None: ...


def open_first(main: Main) -> None:
    """At the start, before anything else: the first run, the end review of a campaign that is over (F26), the fresh
    start after weeks away, the ritual of a week that has begun, or the catch-up."""
    with main.told():
        store, today = main.store, main.today
        if first_run.is_due(store):
            main.open(first_run_screen.FirstRunScreen(main))
        elif _is_campaign_over(main):
            closing.open_review_of_running(main)
        elif fresh_start.is_due(store, today):
            main.open(fresh_start_screen.FreshStartScreen(main))
        elif progress.is_due(store, main.now):
            main.open(ritual.RitualScreen(main))
        elif catch_up.is_due(store, today):
            strip = catch_up.read_catch_up(store, today)
            if strip.rows:  # the silent ones may have been put away since
                read = lambda: catch_up.read_catch_up(store, main.today)  # noqa: E731
                main.open(catch_up_screen.CatchUpScreen(strip, read, main.perform))
            catch_up.note_shown(store, main.now)


def open_on_new_day(main: Main, before: date) -> None:
    """On a day that begins while the dashboard is open: the end review, or the ritual."""
    if _is_campaign_over(main):
        closing.open_review_of_running(main)
    elif before < main.today and progress.is_due(main.store, main.now):
        main.open(ritual.RitualScreen(main))  # the clock may go back


def open_ritual(main: Main) -> None:
    """The Monday ritual, or the first run where that waits to be gone on with."""
    if first_run.is_due(main.store):
        main.open(first_run_screen.FirstRunScreen(main))
    else:
        main.open(ritual.RitualScreen(main))


def _is_campaign_over(main: Main) -> bool:
    end = read_running_end(main.store)
    return end is not None and end < main.today
