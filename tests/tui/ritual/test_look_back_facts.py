"""What the look back shows before it asks anything."""

from __future__ import annotations

import pytest

from lundi.habits.misses import KNOW, REASONS, TIME
from lundi.ritual.look_back import DOWN, FIRST, OFF, UNPLANNED, UP, LineDone
from lundi.week.scores import STORM_WEEK, WEEK_OFF, WeekScore
from tests.tui.facts import WEEK, held, look_back, score
from tui.ritual.look_back_facts import LookBackFacts

SIZES = [(76, (80, 24)), (78, (120, 36)), (36, (40, 12))]
SCORELESS = WeekScore(WEEK, WEEK_OFF, None, None)


def facts(**changed: object) -> LookBackFacts:
    widget = LookBackFacts()
    widget.look_back = look_back(**changed)
    return widget


@pytest.mark.parametrize(("width", "size"), SIZES)
async def test_f16_what_was_done_stands_first_and_nothing_missed_is_there(store, width, size):
    async with held(store, facts(), width, size) as it:
        assert "Calls 4/5" in it.text
        assert "Article ✓" in it.text
        assert "Study 2/2 ✓" in it.text
        assert "Write to Ronan ✓" in it.text
        assert "Exercise" not in it.text  # nothing of it was done
        assert "A card to leave" not in it.text
        assert it.text.index("Calls") < it.text.index("Promised") < it.text.index("Letters")


@pytest.mark.parametrize(("width", "size"), SIZES)
async def test_the_score_says_whether_the_week_was_held_with_the_last_weeks_beside_it(store, width, size):
    async with held(store, facts(), width, size) as it:
        assert it.text.startswith("87% held (it needed 85%) ▆▇███▆█▇ stable")


async def test_a_week_that_was_not_held_is_said_calmly(store):
    async with held(store, facts(score=score(84))) as it:
        assert it.lines[0].startswith("84%  it needed 85% ")


async def test_bars_of_held_weeks_are_higher_than_any_other_whatever_the_threshold(store):
    scores = (score(60, held_from=50), score(84), score(85), score(100), score(0))
    async with held(store, facts(scores=scores, trend="")) as it:
        assert it.lines[0].endswith("   ▇▆▇█▁")


@pytest.mark.parametrize(("trend", "word"), [(UP, "going up"), (DOWN, "going down")])
async def test_the_trend_is_a_word(store, trend, word):
    async with held(store, facts(trend=trend)) as it:
        assert it.lines[0].endswith(f"  {word}")
        assert len(it.lines[0]) == 76


async def test_h07_the_gap_is_what_was_promised_less_what_was_kept(store):
    async with held(store, facts()) as it:
        assert "14, kept 9, gap 5" in it.line("Promised")


async def test_h07_without_a_gap_none_is_said(store):
    async with held(store, facts(kept=14)) as it:
        assert "14, kept 14" in it.line("Promised")
        assert "gap" not in it.text


async def test_h26_what_was_done_outside_the_plan_is_counted_when_there_is_any(store):
    async with held(store, facts(off_plan=1)) as it:
        assert "off plan: 1" in it.text
    async with held(store, facts()) as it:
        assert "off plan" not in it.text


async def test_h10_minutes_kept_of_minutes_planned(store):
    async with held(store, facts()) as it:
        assert "2 h 50 of 3 h 10 kept" in it.text
    async with held(store, facts(minutes_planned=0, minutes_kept=0)) as it:
        assert "min" not in it.text


async def test_d05_what_was_to_be_better_comes_back_in_two_lines_at_most(store):
    async with held(store, facts(better="ring before ten " * 20)) as it:
        place = it.lines.index(it.line("1% better"))
        assert it.lines[place + 1].endswith("…")
        assert it.lines[place + 2].startswith("Letters")
    async with held(store, facts()) as it:
        assert "1% better" not in it.text


async def test_d26_obstacles_are_grouped_with_how_often(store):
    async with held(store, facts(obstacles=((TIME, 3), (KNOW, 1)))) as it:
        assert "time: 3   know-how: 1" in it.line("Obstacles")
    async with held(store, facts()) as it:
        assert "Obstacles" not in it.text


async def test_d26_every_reason_has_its_word(store):
    async with held(store, facts(obstacles=tuple((reason, 2) for reason in REASONS))) as it:
        assert it.text.count(": 2") == len(REASONS)


async def test_h18_a_letter_that_was_not_fed_is_hollow(store):
    async with held(store, facts()) as it:
        assert "Letters ■ C course □ S study ■ P plan ■ A act ■ T track" in it.text


async def test_the_first_week_has_one_sentence(store):
    async with held(store, facts(kind=FIRST, score=SCORELESS, scores=(), trend="", done=())) as it:
        assert it.lines == ["This is the first week: there is nothing to look back on yet."]


async def test_a_week_off_has_one_sentence_and_the_weeks_before_it(store):
    async with held(store, facts(kind=OFF, score=SCORELESS)) as it:
        assert it.lines == ["A week off counts nowhere.".ljust(60) + "▆▇███▆█▇  stable"]


async def test_a_week_without_a_plan_has_no_score_and_shows_what_was_done(store):
    done = (LineDone("Calls", 2000, 5, False),)
    async with held(
        store, facts(kind=UNPLANNED, score=SCORELESS, done=done, promised=0, kept=0, minutes_planned=0, minutes_kept=20)
    ) as it:
        assert it.lines[0].startswith("A week without a plan ")
        assert "%" not in it.text
        assert "Calls 2/5" in it.line("Done")
        assert "20\u00a0min" in it.line("Minutes")
        assert "Promised" not in it.text


async def test_a_storm_week_says_so(store):
    async with held(store, facts(score=score(100, state=STORM_WEEK))) as it:
        assert it.lines[0].startswith("100%  held (it needed 85%)   ≈ a storm week")


@pytest.mark.parametrize("width", range(36, 80, 4))
async def test_score_and_bars_are_whole_at_every_width(store, width):
    async with held(store, facts(score=score(71, state=STORM_WEEK)), width) as it:
        assert it.text.startswith("71% it needed 85% ≈ a storm week ▆▇███▆█▇ stable")


async def test_a_plan_of_which_no_line_is_left_has_a_sentence(store):
    async with held(store, facts(score=WeekScore(WEEK, "scored", None, 85))) as it:
        assert it.lines[0].startswith("Nothing of its plan was left to count.")


async def test_express_shows_the_score_only(store):
    widget = facts()
    widget.brief = True
    async with held(store, widget) as it:
        assert it.lines == ["87%  held (it needed 85%)".ljust(60) + "▆▇███▆█▇  stable"]


async def test_it_takes_eight_lines_without_room_and_breathes_with_it(store):
    full = {"off_plan": 1, "better": "the voice", "obstacles": ((TIME, 3),)}
    async with held(store, facts(**full)) as it:
        assert len(it.lines) == 8
    async with held(store, facts(**full), 78, (120, 36)) as it:
        assert it.lines.count("") == 3


@pytest.mark.parametrize(("width", "size"), SIZES)
async def test_it_speaks_french(store, width, size):
    async with held(store, facts(off_plan=1, obstacles=((TIME, 3),)), width, size, "fr") as it:
        for words in (
            "87 % tenue (il fallait 85 %)",
            "stable",
            "Fait Calls 4/5",
            "14, tenu 9, écart 5",
            "hors plan : 1",
            "temps : 3",
            "■ C cap",
            "□ S étude",
        ):
            assert words in it.text


async def test_names_are_never_markup_and_long_ones_are_cut(store):
    done = (LineDone("[red]Calls[/] " * 20, 1000, 5, False), LineDone("報告を書く" * 20, 1000, None, True))
    for width, size in SIZES:
        async with held(store, facts(done=done), width, size) as it:
            assert "[red]Calls[/]" in it.text
            assert it.text.count("… 1/5") == 1
            assert it.text.count("… ✓") == 1


async def test_nothing_is_drawn_before_there_is_something(store):
    async with held(store, LookBackFacts()) as it:
        assert it.lines == []
