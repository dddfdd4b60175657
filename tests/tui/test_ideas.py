"""Ideas of the articles that the dashboard carries, each by its own check (IDEAS.md)."""

from __future__ import annotations

import re

import pytest

ROOMY = (120, 36)


@pytest.mark.parametrize("place", ["1", "4"])
async def test_h08_capture_returns_to_the_same_row(open_app, year, place):
    async with open_app(year) as it:
        await it.press(place, "down" if place == "1" else "tab", "left")
        before, cursor, ideas = (
            it.text,
            it.cursor,
            it.rows("SELECT count(*) FROM action WHERE state = 'idea'")[0][0],
        )
        await it.press("i")
        await it.type("A card for the baker")
        await it.press("enter")
        assert it.notice == "Kept until Monday."
        await it.press("x")
        assert (it.text, it.cursor) == (before, cursor)
        assert it.rows("SELECT count(*) FROM action WHERE state = 'idea'") == [(ideas + 1,)]
        await it.press("h")
        assert it.cursor != cursor


@pytest.mark.parametrize("size", [(80, 24), ROOMY])
async def test_h08_the_count_of_ideas_is_nowhere_on_the_week(open_app, year, size):
    for number in range(337):
        year.connection.execute(
            "INSERT INTO action (id, title, state, added_on, at) VALUES (?, ?, 'idea', '2026-11-01', '')",
            (f"idea{number}", f"Thought {number}"),
        )
    count = str(year.connection.execute("SELECT count(*) FROM action WHERE state = 'idea'").fetchone()[0])
    async with open_app(year, size=size) as it:
        assert count not in re.findall(r"\d+", it.text)
        assert "Thought" not in it.text


async def test_h08_an_empty_idea_is_refused(open_app, year):
    async with open_app(year) as it:
        await it.press("i", "space", "enter")
        assert "An idea needs a few words." in it.text
        assert it.is_asking


@pytest.mark.parametrize("size", [(80, 24), ROOMY])
async def test_h11_no_goal_and_no_bar_but_the_score_s(open_app, annee, size):
    async with open_app(annee, size=size, lang="fr") as it:
        below = "\n".join(it.lines[3:])  # the header has the days that a campaign has left (F26)
        assert not re.search(r"objectif|but de|campagne|goal|€|J-\d", below, re.IGNORECASE)
        assert not any(character in it.text for character in "▁▂▃▄▅▆▇█░▒▓")
        bars = [line for line in it.lines[3:] if "━" in line]
        assert len(bars) == 1
        assert "47" in bars[0]


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-16T09:00", "Mon"),
        ("2026-11-18T09:10", "Wed"),
        ("2026-11-19T02:30", "Wed"),
        ("2026-11-22T22:00", "Sun"),
    ],
)
async def test_h12_today_s_column_has_the_cursor_at_the_start(open_app, year, now, day):
    async with open_app(year, now=now) as it:
        assert it.cursor_day == day
        assert "Calls" in it.lines[it.cursor[1]]


async def test_h13_a_monday_habit_done_on_tuesday_counts_and_is_marked(open_app, hand):
    hand.habit("Article", "mon", after="the coffee")
    hand.habit("Calls")
    hand.commit()
    async with open_app(hand.store, now="2026-11-17T09:00") as it:
        assert (it.count("Article"), it.cell("Article", "Mon")) == ("0/1", "□")
        await it.press("space")
        assert (it.count("Article"), it.cell("Article", "Mon")) == ("✓ 1/1", "·")
        assert it.cell("Article", "Tue") == "■"
        assert "late: Tuesday" in it.text
        await it.press("down")
        assert "late" not in it.text


async def test_h13_a_quota_is_done_on_any_days(open_app, hand):
    hand.habit("Calls")
    hand.tick("Calls", "2026-11-17", count=3)
    async with open_app(hand.store) as it:
        await it.press("space", "space")
        assert it.count("Calls") == "✓ 5/5"


async def test_h25_a_week_without_a_plan_says_so_and_has_no_score(open_app, small):
    async with open_app(small, now="2026-11-25T09:00") as it:
        assert "No plan this week. r: three minutes." in it.text
        assert "held at" not in it.text
        assert "%" not in it.text
        await it.press("space")
        assert "%" not in it.text


async def test_h25_a_past_week_without_a_plan_is_marked(open_app, year):
    """2026-W25 of the sample was never committed."""
    async with open_app(year, now="2026-06-24T09:00") as it:
        await it.press("left", "left", "left")
        assert "Week 25" in it.text
        assert "held at" not in it.text
        assert "plan" in it.text


async def test_h25_it_is_a_dash_under_the_year_and_counted(open_app, year):
    async with open_app(year, size=ROOMY) as it:
        await it.press("4")
        assert "28 weeks held out of 45" in it.text
        assert "without a plan 1" in it.text


async def test_h35_a_tick_costs_one_key(open_app, year):
    async with open_app(year) as it:
        before = it.ticks
        await it.press("space")
        assert it.ticks == before + 1
        assert not it.is_asking


async def test_f25_the_score_is_capped(open_app, hand):
    hand.habit("Calls")
    hand.commit()
    hand.tick("Calls", "2026-11-17", count=7)
    async with open_app(hand.store) as it:
        assert it.count("Calls") == "5/5 +2"
        assert it.score == "100%"


async def test_f33_in_a_storm_week_one_message_counts_for_all(open_app, small):
    async with open_app(small) as it:
        assert it.score == "0%"
        await it.press("w")
        assert "≈ storm week" in it.line("Week 47")
        assert (it.count("Calls"), it.count("Article")) == ("0/1", "0/1")
        await it.press("m")
        assert (it.count("Calls"), it.cell("Calls", "Wed")) == ("✓ 1/1", "▪")
        assert it.score == "50%"
        await it.press("4")
        assert "≈" in it.text
        await it.press("1", "w")
        assert "≈" not in it.text
        assert it.count("Calls") == "1/5"


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_f34_a_miss_is_told_kindly(open_app, annee, lang):
    async with open_app(annee, lang=lang, size=ROOMY) as it:
        red = {it.app.current_theme.error}
        for key in ("1", "4"):
            await it.press(key)
            assert "!" not in it.text
            for strip in it.app.screen._compositor.render_strips():
                assert not red & {
                    segment.style.color.get_truecolor().hex
                    for segment in strip
                    if segment.style and segment.style.color
                }
