"""What opens by itself over the first place, one thing only."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from storage.campaign.focus import read_running_end
from storage.habits import first_run
from storage.ritual import fresh_start, progress
from storage.week import catch_up
from tui.campaign.closing import open_review_of_running
from tui.first_run.screen import FirstRunScreen, Home
from tui.ritual.fresh_start import FreshStartScreen
from tui.ritual.screen import RitualScreen
from tui.week.catch_up import CatchUpScreen


class Main(Home, Protocol):
    """The main screen, as far as what opens asks of it."""


def open_first(main: Main) -> None:
    """At the start, before anything else: the first run, the end review of a campaign that is over (F26), the fresh
    start after weeks away, the ritual of a week that has begun, or the catch-up."""
    with main.told():
        store, today = main.store, main.today
        if first_run.is_due(store):
            main.open(FirstRunScreen(main))
        elif _is_campaign_over(main):
            open_review_of_running(main)
        elif fresh_start.is_due(store, today):
            main.open(FreshStartScreen(main))
        elif progress.is_due(store, main.now):
            main.open(RitualScreen(main))
        elif catch_up.is_due(store, today):
            strip = catch_up.read_catch_up(store, today)
            if strip.rows:  # the silent ones may have been put away since
                main.open(CatchUpScreen(strip, lambda: catch_up.read_catch_up(store, main.today), main.perform))
            catch_up.note_shown(store, main.now)


def open_on_new_day(main: Main, before: date) -> None:
    """On a day that begins while the dashboard is open: the end review, or the ritual."""
    if _is_campaign_over(main):
        open_review_of_running(main)
    elif before < main.today and progress.is_due(main.store, main.now):
        main.open(RitualScreen(main))  # the clock may go back


def _is_campaign_over(main: Main) -> bool:
    end = read_running_end(main.store)
    return end is not None and end < main.today
