"""What the questions of the first run write, and write again when somebody goes back: nothing stands there twice."""

from __future__ import annotations

from lundi.campaign import changes
from lundi.campaign.campaign import Campaign, Plan, has_two_offers, missing, which_offer
from lundi.habits.habit import Habit
from lundi.habits.rhythms import parse_rhythm
from lundi.ideas.changes import IDEAS
from lundi.record import record
from lundi.strategy.page import CHANNEL, LINE
from lundi.time.days import Moment
from lundi.words.errors import Refused
from lundi.words.text import clean, fold
from storage.campaign.cards import checked, write_plan
from storage.campaign.focus import CAMPAIGN
from storage.campaign.intents import carry_by, draft_campaign, edit_campaign, start_campaign
from storage.campaign.rows import read_campaigns, read_running
from storage.file.session import Session
from storage.habits.actions import IDEA, insert_action
from storage.habits.choices import find_choice, read_choices
from storage.habits.intents import Card, HabitIntents
from storage.strategy.intents import Reason, choose, read_strategy
from storage.strategy.shelf import put_away_choice, shelve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FOLLOWING = ("name", "line", "channel")  # of a campaign: no question asks for them


@record
class Begun:
    """A habit to begin with."""

    id: str  # of the starter it is
    card: Card
    rhythm: str


def put_lines(session: Session, names: Sequence[str], shown: Iterable[str], now: Moment, reason: Reason) -> None:
    """The first is the one line, the others are on the shelf.

    Shown are the names that stood there before: one of them that isn't named any more is put away; of a line that
    wasn't shown nothing was said, and it stays.
    """
    wanted, shown = set(map(fold, names)), set(map(fold, shown))
    with session.writing(now) as connection:
        present, first = fold(read_strategy(session, now.day).text(LINE)), names[0] if names else ""
        if fold(first) != present and (first or present in shown):
            choose(session, LINE, first, now, reason)
        for choice in read_strategy(session, now.day).shelf:
            if choice.kind == LINE and fold(choice.name) in shown - wanted:
                put_away_choice(session, choice, now)
        for name in names[1:]:
            if find_choice(read_choices(connection).values(), LINE, name) is None:
                shelve(session, LINE, name, None, "", now)


def put_channel(session: Session, name: str, now: Moment, reason: Reason) -> None:
    """The one channel. One that was named here before, and isn't any more, leaves nothing on the shelf."""
    with session.writing(now):
        former = read_strategy(session, now.day).chosen(CHANNEL)
        choose(session, CHANNEL, name, now, reason)
        if former is not None and former in read_strategy(session, now.day).shelf:
            put_away_choice(session, former, now)


def put_first_thing(session: Session, known: str, title: str, now: Moment) -> str:
    """The first thing to make is an idea until Monday (D24); returns its id, '' without one.

    Known is the id of the one that was named before: it gets the other title, and without one is let go of.
    """
    title = clean(title)
    found = session.connection.execute("SELECT title FROM action WHERE id = ? AND state = ?", (known, IDEA)).fetchone()
    if (found["title"] if found else "") == title:
        return known if found else ""
    with session.intent(IDEAS, now, {"count": 1, "title": title or found["title"]}):
        if found is None:
            return insert_action(session, title, IDEA, None, now)
        if title:
            session.connection.execute("UPDATE action SET title = ? WHERE id = ?", (title, known))
            return known
        session.connection.execute("UPDATE action SET state = 'dropped' WHERE id = ?", (known,))
    return ""


def read_first_thing(session: Session, known: str) -> str:
    """The idea with that id, as long as it is one; '' otherwise."""
    with session.reading() as connection:
        row = connection.execute("SELECT title FROM action WHERE id = ? AND state = ?", (known, IDEA)).fetchone()
    return row["title"] if row else ""


def put_campaign(session: Session, known: str, plan: Plan, now: Moment, given: Mapping[str, str] = {}) -> str:
    """The one small campaign: started when nothing is missing and no other one is under way, a draft otherwise (F12);
    returns its id, '' where nothing is said of it.

    Known is the id of the one that was written before: its goal, offer, audience and end are changed, and what isn't
    asked for stays. Given are the name, line and channel that it had from here: they follow as long as nobody gave it
    others. Refused, or NotUnderstood, as campaigns are; its end is corrected on the day it was started, and lengthened
    later on.
    """
    campaign = read_begun(session, known)
    if not (plan.goal or plan.offer or plan.audience or plan.ends_on):
        if campaign is not None:
            with session.intent(changes.CAMPAIGN_LET_GO, now, {"name": campaign.name}):
                _unstart(session, campaign)
                session.connection.execute(
                    "UPDATE campaign SET archived_on = ? WHERE id = ?", (now.day.isoformat(), campaign.id)
                )
        return ""
    if campaign is None:
        plan = checked(plan)
        _refuse_wrong(plan, now)
        known = draft_campaign(session, plan, now)
    else:
        _rewrite(session, campaign, checked(_over(campaign.plan, plan, given)), now)
    campaign = read_begun(session, known)
    if (
        campaign is not None
        and campaign.started_on is None
        and not any(missing(campaign.plan, now.day))
        and read_running(session) is None
    ):
        start_campaign(session, campaign, now, anyway=campaign.started_anyway, hides_weakness=campaign.hides_weakness)
    return known


def read_begun(session: Session, campaign_id: str) -> Campaign | None:
    """The campaign with that id, unless it was let go of or closed."""
    campaigns = (one for one in read_campaigns(session) if one.id == campaign_id and one.ending is None)
    return next(campaigns, None)


def put_habits(
    store: HabitIntents, wanted: Iterable[Begun], known: Mapping[str, str], campaign_id: str, now: Moment
) -> dict[str, str]:
    """Take habits up and let them carry the campaign (H01); returns the id of each by its starter's, those of habits
    that were taken up before and put away again too.

    Known are those that were taken up before: one that is wanted no more is archived, one of the same name is taken
    as it is. Refused as habits are.
    """
    ids, carrying = dict(known), []
    wanted = list(wanted)
    for begun in wanted:
        ids[begun.id] = _take_up(store, begun, ids.get(begun.id, ""), now)
        carrying.append(ids[begun.id])
    present = {habit.id: habit for habit in store.habits()}
    for habit_id in ids.values():
        habit = present.get(habit_id)
        if habit_id not in carrying and habit is not None and habit.is_current:
            store.archive_habit(habit, now)
    campaign = read_begun(store, campaign_id)
    if campaign is not None:
        others = [habit_id for habit_id in campaign.habit_ids if habit_id not in ids.values()]
        carry_by(store, campaign, [*carrying, *others], now)
    return ids


def smallest(habits: Iterable[Habit]) -> Habit | None:
    """The current habit that takes the least time; the first of several; None without any."""
    current = (habit for habit in habits if habit.is_current)
    return min(current, key=lambda habit: (habit.minutes or 24 * 60, habit.position), default=None)


def _take_up(store: HabitIntents, begun: Begun, known: str, now: Moment) -> str:
    by_id = {habit.id: habit for habit in store.habits()}
    names = {fold(habit.name): habit for habit in by_id.values() if habit.is_current}
    habit = by_id.get(known) or names.get(fold(begun.card.name))
    if habit is None:
        return store.add_habit(begun.card, parse_rhythm(begun.rhythm, now.week), now)
    if not habit.is_current:
        store.restore_habit(habit, now)
    present = Card.of(habit)
    card = Card(
        present.name,
        begun.card.minimum,
        begun.card.after,
        begun.card.place,
        present.minutes,
        begun.card.usual_time,
        letter=present.letter,
    )
    if card != present:
        store.edit_habit(habit, card, None, now)
    return habit.id


def _over(present: Plan, plan: Plan, given: Mapping[str, str]) -> Plan:
    """The card as it is, with what the question asks, and with what follows."""
    name, line, channel = (
        getattr(plan if getattr(present, field) == given.get(field, "") else present, field) for field in FOLLOWING
    )
    return Plan(
        name,
        plan.goal,
        plan.offer,
        plan.audience,
        present.reader,
        line,
        channel,
        present.starts_on,
        plan.ends_on,
        present.enough,
        present.attempt,
        present.spent,
    )


def _rewrite(session: Session, campaign: Campaign, plan: Plan, now: Moment) -> None:
    """Give a campaign another card; what was started and lacks something now is a draft again."""
    if plan == campaign.plan:
        return
    was_started = campaign.started_on is not None
    _refuse_wrong(plan, now, has_end_already=was_started and plan.ends_on == campaign.plan.ends_on)
    with session.intent(changes.CAMPAIGN_EDITED, now, {"name": plan.name}):
        if was_started and any(missing(plan, min(now.day, plan.ends_on or now.day))):
            _unstart(session, campaign)
        if campaign.started_on == now.day:
            write_plan(session, campaign.id, plan, now)
        else:
            edit_campaign(session, campaign, plan, now)


def _refuse_wrong(plan: Plan, now: Moment, *, has_end_already: bool = False) -> None:
    """Refused for an end that has gone by before it was given, and for two offers."""
    if plan.ends_on is not None and plan.ends_on < now.day and not has_end_already:
        raise Refused(next(missing(plan, now.day)))
    if has_two_offers(plan.offer):
        raise Refused(which_offer())


def _unstart(session: Session, campaign: Campaign) -> None:
    """A draft again, inside another change; the first day it had stays."""
    session.connection.execute("DELETE FROM focus WHERE kind = ? AND target_id = ?", (CAMPAIGN, campaign.id))
    session.connection.execute("UPDATE campaign SET started_on = NULL WHERE id = ?", (campaign.id,))
