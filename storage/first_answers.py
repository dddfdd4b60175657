"""What the questions of the first run write, and write again when somebody goes back: nothing stands there twice."""

from __future__ import annotations

from lundi import changes
from lundi.campaigns import Campaign, Plan, has_two_offers, missing, which_offer
from lundi.days import Moment
from lundi.errors import Refused
from lundi.habits import Habit
from lundi.record import record
from lundi.rhythms import parse_rhythm
from lundi.strategy import LINE
from lundi.text import clean, fold
from storage.actions import IDEA, insert_action
from storage.campaign_cards import checked, write_plan
from storage.campaign_rows import read_campaigns, read_running
from storage.campaigns import carry_by, draft_campaign, start_campaign
from storage.choices import find_choice, put_away_choice, read_choices, shelve
from storage.focus import CAMPAIGN
from storage.habits import Card
from storage.session import Session
from storage.store import Store
from storage.strategy import Reason, choose, read_strategy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@record
class Begun:
    """A habit to begin with."""

    id: str  # of the starter it is
    card: Card
    rhythm: str


def put_lines(session: Session, names: list[str], now: Moment, reason: Reason) -> None:
    """The first is the one line, the others are on the shelf; one that is there and isn't named leaves it."""
    with session.writing(now) as connection:
        choose(session, LINE, names[0] if names else "", now, reason)
        page = read_strategy(session, now.day)
        for choice in page.shelf:
            if choice.kind == LINE and fold(choice.name) not in map(fold, names):
                put_away_choice(session, choice, now)
        for name in names[1:]:
            if find_choice(read_choices(connection).values(), LINE, name) is None:
                shelve(session, LINE, name, None, "", now)


def put_first_thing(session: Session, known: str, title: str, now: Moment) -> str:
    """The first thing to make is an idea until Monday (D24); returns its id, '' without one.

    Known is the id of the one that was named before: it gets the other title, and without one is let go of.
    """
    title = clean(title)
    found = session.connection.execute("SELECT title FROM action WHERE id = ? AND state = ?", (known, IDEA)).fetchone()
    if (found["title"] if found else "") == title:
        return known if found else ""
    with session.intent(changes.IDEAS, now, {"count": 1, "title": title or found["title"]}):
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


def put_campaign(session: Session, known: str, plan: Plan, now: Moment) -> str:
    """The one small campaign: started when nothing is missing and no other one is under way, a draft otherwise (F12);
    returns its id, '' where nothing is said of it.

    Known is the id of the one that was written before: it is changed. Refused, or NotUnderstood, as campaigns are.
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
    plan = checked(plan)
    open_points = list(missing(plan, now.day))
    if plan.ends_on is not None and plan.ends_on < now.day:
        raise Refused(open_points[0])
    if has_two_offers(plan.offer):
        raise Refused(which_offer())
    if campaign is None:
        known = draft_campaign(session, plan, now)
    elif _same(campaign.plan, plan):
        return known
    else:
        with session.intent(changes.CAMPAIGN_EDITED, now, {"name": plan.name}):
            _unstart(session, campaign)
            write_plan(session, known, plan, now)
    campaign = read_begun(session, known)
    if campaign is not None and not open_points and read_running(session) is None:
        start_campaign(session, campaign, now)
    return known


def read_begun(session: Session, campaign_id: str) -> Campaign | None:
    """The campaign with that id, unless it was let go of or closed."""
    campaigns = (one for one in read_campaigns(session) if one.id == campaign_id and one.ending is None)
    return next(campaigns, None)


def put_habits(
    store: Store, wanted: Iterable[Begun], known: Mapping[str, str], campaign_id: str, now: Moment
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


def _take_up(store: Store, begun: Begun, known: str, now: Moment) -> str:
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
    )
    if card != present:
        store.edit_habit(habit, card, None, now)
    return habit.id


def _unstart(session: Session, campaign: Campaign) -> None:
    """A draft again, inside another change."""
    session.connection.execute("DELETE FROM focus WHERE kind = ? AND target_id = ?", (CAMPAIGN, campaign.id))
    session.connection.execute("UPDATE campaign SET started_on = NULL, starts_on = NULL WHERE id = ?", (campaign.id,))


def _same(plan: Plan, other: Plan) -> bool:
    """Whether two cards say the same, but for the first day, which a start writes."""
    names = ("goal", "offer", "audience", "line", "channel", "ends_on")
    return all(getattr(plan, name) == getattr(other, name) for name in names)
