"""The settings: each does what it says, is undone like anything else, and can't be made nonsense."""

from __future__ import annotations

import pytest

from lundi.words import language
from storage.settings import change_settings, read_settings
from tui.settings import SettingsDialog

LANGUAGE, THEME = 0, 1


def kept(it) -> dict[str, object]:
    return dict(it.rows("SELECT key, value FROM setting"))


async def fill(it, **texts: str) -> None:
    for field, text in texts.items():
        it.app.screen.query_one(f"#{field}").value = text
    await it.pilot.pause()


async def test_every_setting_is_there_as_it_is(open_app, year):
    async with open_app(year) as it:
        await it.press("comma")
        for label, value in [
            ("language", "that of the computer"),
            ("theme", "dark"),
            ("a day ends at", "03:00"),
            ("ritual on", "Monday"),
            ("a week is held from", "85"),
            ("habits at most", "5"),
            ("minutes a week", "240"),
            ("weeks of a season", "13"),
        ]:
            assert value in it.line(f"  {label} ")


async def test_a_theme_is_seen_while_it_is_chosen_and_given_back_by_escape(open_app, year):
    async with open_app(year) as it:
        await it.press("comma", "down", "right")
        assert it.app.theme == "lundi-light"
        await it.press("escape")
        assert it.app.theme == "lundi-dark"
        assert "theme" not in kept(it)
        await it.press("comma", "down", "right", "ctrl+s")
        assert it.app.theme == "lundi-light"
        assert kept(it)["theme"] == "light"
        await it.press("u")
        assert it.app.theme == "lundi-dark"
        assert it.notice == "Undone: settings: theme"


async def test_the_theme_that_was_set_is_there_at_the_next_start(year, open_app, now):
    change_settings(year, {"theme": "light"}, now)
    from tui.app import LundiApp  # noqa: PLC0415 - open_app gives a theme of its own

    app = LundiApp(year, lambda: __import__("datetime").datetime(2026, 11, 18, 9, 10))
    assert app.theme == "lundi-light"


async def test_another_language_at_once_and_back_by_undo(open_app, year):
    async with open_app(year, size=(120, 36)) as it:
        await it.press("4", "1", "comma", "left", "ctrl+s")
        assert language.current() == "fr"
        assert "Semaine" in it.text
        assert "annuler" in it.footer
        await it.press("4")
        assert "toutes les habitudes" in it.text
        assert "28 semaines tenues sur 45" in it.text
        await it.press("1", "u")
        assert "Week 47" in it.text
        assert "réglages\u00a0: langue" in it.text  # said before the language turned


@pytest.mark.parametrize("given", ["LUNDI_LANG=en", "--lang en"])
async def test_a_language_that_came_with_the_call_rules_and_says_so(open_app, year, given):
    async with open_app(year) as it:
        language.use("en", given_by=given)
        await it.press("comma")
        assert f"{given} rules here; what you choose counts without it" in it.text
        await it.press("down")
        assert "rules here" not in it.text
        await it.press("up", "left", "ctrl+s")
        assert kept(it)["language"] == "fr"
        assert language.current() == "en"
        assert "Week 47" in it.text


async def test_without_such_a_language_nothing_is_said_of_one(open_app, year):
    async with open_app(year) as it:
        await it.press("comma")
        assert "that of the computer, français or English" in it.text
        assert "rules here" not in it.text


async def test_the_day_s_end_moves_the_day_at_once(open_app, small):
    async with open_app(small, now="2026-11-18T01:30") as it:
        assert it.cursor_day == "Tue"
        await it.press("comma")
        await fill(it, day_ends_at="0h")
        await it.press("ctrl+s")
        assert kept(it)["day_ends_at"] == "00:00"
        await it.look_around()
        assert it.cursor_day == "Wed"


async def test_held_from_counts_for_weeks_committed_later(open_app, year):
    async with open_app(year, size=(120, 36)) as it:
        await it.press("comma")
        await fill(it, held_from="50 %")
        await it.press("ctrl+s")
        assert kept(it)["held_from"] == "50"
        assert "held at 85%" in it.text  # this week is committed
        assert it.rows("SELECT DISTINCT held_from FROM plan") == [(85,)]


async def test_more_habits_are_allowed(open_app, year):
    async with open_app(year) as it:
        await it.press("comma")
        await fill(it, habits_at_most="6")
        await it.press("ctrl+s", "a")
        await fill(it, name="A sixth", rhythm="1")
        await it.press("ctrl+s")
        assert it.rows("SELECT count(*) FROM habit WHERE name = 'A sixth'") == [(1,)]


async def test_several_settings_are_one_undo(open_app, year, now):
    before = read_settings(year)
    async with open_app(year) as it:
        await it.press("comma")
        await fill(it, habits_at_most="7", held_from="80", ritual_day="2")
        await it.press("ctrl+s")
        assert read_settings(year) == {**before, "habits_at_most": "7", "held_from": "80", "ritual_day": "2"}
        await it.press("u")
        assert it.notice == "Undone: settings: ritual on, a week is held from, habits at most"
        assert read_settings(year) == before


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("day_ends_at", "25:00", "'25:00' is no hour of the night."),
        ("day_ends_at", "13:00", "'13:00' is no hour of the night."),
        ("day_ends_at", "soon", "'soon' is no hour of the night."),
        ("held_from", "0", "'0' is no whole number from 1 to 100."),
        ("held_from", "101", "'101' is no whole number from 1 to 100."),
        ("held_from", "٨٥", "is no whole number from 1 to 100."),
        ("habits_at_most", "many", "'many' is no whole number from 1 to 99."),
        ("season_weeks", "0", "'0' is no whole number from 1 to 53."),
        ("season_weeks", "54", "'54' is no whole number from 1 to 53."),
        ("season_start", "soon", "'soon' is no day with its year."),
        ("season_start", "16/11", "'16/11' is no day with its year."),
        ("season_start", "31/02/2026", "'31/02/2026' is no day with its year."),
    ],
)
async def test_nonsense_is_refused_and_nothing_of_it_kept(open_app, year, field, text, sentence):
    async with open_app(year) as it:
        before = read_settings(year)
        await it.press("comma")
        await fill(it, **{"ritual_day": "3", field: text})
        await it.press("ctrl+s")
        assert sentence in it.text
        assert isinstance(it.app.screen, SettingsDialog)
        assert read_settings(year) == before
