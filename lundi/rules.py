"""The rules of the game: what counts, what a held week is, what a season is (H19), with the numbers in force."""

from __future__ import annotations

from lundi.numbers import ACTIONS_A_WEEK, STRENGTH_WEEKS
from lundi.record import record
from lundi.time.formats import day_and_month, day_long, weekday_name
from lundi.time.seasons import Season
from lundi.time.weeks import Week
from lundi.words.amounts import percent
from lundi.words.language import gettext as _
from lundi.words.language import ngettext


@record
class Rules:
    """The numbers that can be set, as they are, and where the season stands."""

    held_from: int  # per cent, of a week that is committed now
    held_from_this_week: int  # that of this week's plan, where it has one
    ritual_day: int  # 1 to 7
    habits_at_most: int
    season_weeks: int
    seasons_begin: Week | None = None  # None before the first commit
    season: Season | None = None  # None before the first one


@record
class Rule:
    """One thing to know, in a few sentences."""

    name: str
    sentences: tuple[str, ...]


def rules_of_the_game(rules: Rules) -> tuple[Rule, ...]:
    """All of them, in words."""
    habits = ngettext("{count} habit at most", "{count} habits at most", rules.habits_at_most)
    few = _("{habits}, {actions} actions a week, one campaign, one line, one channel.")
    strength = _("The weeks in which a habit was met, of its last {weeks}: one missed week is one of them.")
    return (
        Rule(
            _("What counts"),
            (
                _("Every line of the plan weighs the same: a habit by the share that is done, an action done or not."),
                _("The score is their mean, rounded down. What comes after the commit is outside it."),
            ),
        ),
        Rule(
            _("A week held"), (_("From {score} of its plan on.").format(score=percent(rules.held_from)), _kept(rules))
        ),
        Rule(
            _("The plan"),
            (
                _("Made on {day}, the day of the ritual.").format(day=weekday_name(rules.ritual_day)),
                _("A week without one has no score."),
            ),
        ),
        Rule(
            _("Few things"),
            (
                few.format(habits=habits.format(count=rules.habits_at_most), actions=ACTIONS_A_WEEK),
                _("A settled habit takes no place."),
            ),
        ),
        Rule(_("A season"), _season(rules)),
        Rule(
            _("Rest"),
            (
                _("A day off or an excuse takes a fixed day away; a number a week stays."),
                _("A storm week asks for one tick a habit."),
                _("A week off counts nowhere."),
            ),
        ),
        Rule(_("Never twice"), (_("One miss is nothing; what was missed last comes first."),)),
        Rule(_("Strength"), (strength.format(weeks=STRENGTH_WEEKS),)),
        Rule(_("Five letters"), (_("C course, S study, P plan, A act, T track: each habit feeds one of them."),)),
    )


def _kept(rules: Rules) -> str:
    if rules.held_from_this_week == rules.held_from:
        return _("Each week keeps what it was committed with.")
    score = percent(rules.held_from_this_week)
    return _("Each week keeps what it was committed with; this one {score}.").format(score=score)


def _season(rules: Rules) -> tuple[str, ...]:
    length = ngettext("{count} week.", "{count} weeks.", rules.season_weeks)
    return (
        length.format(count=rules.season_weeks),
        _where_it_stands(rules),
        _("In its last week the strategy is looked at."),
    )


def _where_it_stands(rules: Rules) -> str:
    if rules.season is not None:
        return _("This is week {week} of season {number}, begun on {day}.").format(
            week=rules.season.week_number,
            number=rules.season.number,
            day=day_and_month(rules.season.first_week.monday),
        )
    if rules.seasons_begin is not None:
        return _("The first one begins on {day}.").format(day=day_long(rules.seasons_begin.monday))
    return _("The first one begins with the first commit.")
