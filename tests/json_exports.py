"""What the tests of exports stand on: a document and a file with one of everything."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lundi.campaign.campaign import PROGRAMME, YES, Ending, Plan
from lundi.campaign.measures import Measure
from lundi.habits.habit import EVERY, QUOTA, WEEKDAYS, Goal, Habit
from lundi.habits.history import OFF, STORM
from lundi.habits.misses import TIME, Miss
from lundi.habits.reviews import CHANGE, QuarterlyCheck, Review
from lundi.ideas.idea import FOR_CLIENT, TOO_BIG, Idea
from lundi.strategy.page import CHANNEL, LINE, MISSION, VISION
from lundi.time.days import Moment
from storage.campaign.closing import Cadence, close_campaign
from storage.campaign.intents import carry_by, draft_campaign, start_campaign, write_values
from storage.campaign.lessons import note_irritant, write_try
from storage.campaign.rows import read_campaigns
from storage.client.words import add_word, silence_word
from storage.exchange.tables import every_table
from storage.habits.intents import Card
from storage.habits.reviews import write_check, write_miss, write_review, write_thought
from storage.ideas.intents import edit_idea, read_ideas, split_idea
from storage.store import Store
from storage.strategy.intents import Reason, change_course, choose
from storage.strategy.shelf import shelve, write_quality

TODAY = date(2026, 11, 18)
NOW = Moment(TODAY, "2026-11-18T09:10:00+01:00")

LINES = 65  # rows in the document with everything
STRATEGY = ("choices", "course", "quality_list")  # what format 2 didn't know
CAMPAIGNS = ("campaigns", "focus", "measures", "programmes", "irritants", "one_off_tries")
LOOK_BACKS = ("reviews", "misses", "thoughts", "quarterly_checks")  # what format 4 didn't know

Document = dict[str, Any]


def everything() -> Document:
    """A document with one of each: archived, settled and paused, decimals, several lines, a goal to come."""
    at = "2026-11-02T08:30:00+01:00"
    return {
        "lundi": 5,
        "settings": {"day_ends_at": "04:30", "habits_at_most": "7", "language": "", "ritual_day": "2"},
        "habits": [
            {
                "id": "calls",
                "name": "Appeler « Ronan » \U0001f4de",
                "position": 1,
                "added_on": "2025-01-06",
                "going_on": "2025-02-10",
                "review_on": "2027-01-04",
                "minimum": "un SMS",
                "after": "le café",
                "place": "au bureau",
                "usual_time": "à dix heures",
                "minutes": 20,
                "letter": "T",
                "goals": [
                    {"from_week": "2025-W02", "kind": "quota", "target": 10},
                    {"from_week": "2026-W01", "kind": "weekdays", "target": 3, "days": [1, 3, 5]},
                    {"from_week": "2027-W01", "kind": "every", "target": 1, "every": 4, "due_from": "2027-W02"},
                ],
                "pauses": [{"from_day": "2025-03-01", "to_day": "2025-03-01"}],
            },
            {
                "id": "walk",
                "name": "Marcher",
                "position": 2,
                "added_on": "2025-01-07",
                "settled_on": "2026-02-01",
                "goals": [{"from_week": "2025-W02", "kind": "quota", "target": 99}],
            },
            {
                "id": "read-1_A",
                "name": "appeler « ronan » \U0001f4de",
                "position": 3,
                "added_on": "2025-01-08",
                "archived_on": "2025-06-01",
                "origin": "loop:0123456789abcdef0123456789abcdef",
                "goals": [{"from_week": "2025-W02", "kind": "every", "target": 2, "every": 52}],
            },
        ],
        "actions": [
            {
                "id": "a1",
                "title": "Imprimer",
                "state": "chosen",
                "added_on": "2026-11-02",
                "at": at,
                "week": "2026-W45",
                "enough": "dix cartes",
                "times_chosen": 2,
            },
            {
                "id": "a2",
                "title": "Écrire à Maïwenn",
                "state": "chosen",
                "added_on": "2026-11-02",
                "at": at,
                "week": "2026-W45",
                "done_on": "2026-11-04",
                "minutes": 25,
                "for_whom": "client",
                "times_chosen": 1,
            },
            {
                "id": "i1",
                "title": "Une idée",
                "state": "idea",
                "added_on": "2026-11-03",
                "at": "2026-11-03T10:00:00",
                "for_whom": "both",
                "line_id": "calm",
                "parent_id": "i2",
            },
            {"id": "i2", "title": "Non", "state": "dropped", "added_on": "2026-11-03", "at": "2026-11-03T10:00:00"},
        ],
        "ticks": [
            {"id": "t1", "habit_id": "calls", "day": "1900-01-01", "entered_on": "2026-11-02", "at": at},
            {
                "id": "t2",
                "habit_id": "calls",
                "day": "2026-11-02",
                "amount": 2.125,
                "smallest": True,
                "entered_on": "2026-11-03",
                "at": at,
            },
            {
                "id": "t3",
                "habit_id": "walk",
                "day": "2999-12-31",
                "amount": 1000000000,
                "entered_on": "2026-11-02",
                "at": at,
            },
        ],
        "notes": [
            {"habit_id": "calls", "day": "2026-11-02", "text": 'deux\n\nlignes, "l’une" \\ \U0001f469\u200d\U0001f52c'}
        ],
        "days_off": [{"day": "2026-12-25"}, {"day": "2026-12-26", "reason": "noël"}],
        "excuses": [{"habit_id": "read-1_A", "day": "2025-02-03", "reason": "malade"}],
        "weeks": [{"week": "2026-W01", "kind": "off", "reason": "congés"}, {"week": "2026-W53", "kind": "storm"}],
        "plans": [
            {
                "week": "2026-W45",
                "committed_on": "2026-11-03",
                "committed_at": "2026-11-03T08:00:00",
                "held_from": 80,
                "ritual_day": 2,
                "seconds": 171,
                "lines": [
                    {"item_id": "calls", "kind": "habit", "position": 1, "squares": [1, 3, 3, 5]},
                    {"item_id": "a1", "kind": "action", "position": 2},
                    {"item_id": "a2", "kind": "action", "position": 3},
                ],
            },
            {"week": "2026-W46", "committed_on": "2026-11-09", "committed_at": "2026-11-09T08:00:00", "held_from": 85},
        ],
        "jargon_words": [
            {"language": "en", "term": "lead", "silenced": True},
            {"language": "fr", "term": "d’excellence", "plain": "douze ans de métier", "severity": 3},
        ],
        **_look_backs(),
        **_strategy(),
        **_campaigns(),
    }


def _look_backs() -> Document:
    """A week with everything that can be said of it, and one that was looked back on without a word."""
    return {
        "reviews": [
            {"week": "2026-W44"},
            {
                "week": "2026-W45",
                "proud": "sept personnes",
                "worked": "la voix",
                "did_not": "les lettres",
                "better": "un seul appel",
                "contacts": 3,
                "meetings": 0,
                "sales": 24050,
                "confidence": 4,
            },
        ],
        "misses": [{"week": "2026-W45", "habit_id": "calls", "reason": "time"}],
        "thoughts": [{"habit_id": "walk", "week": "2026-W45", "answer": 2}],
        "quarterly_checks": [
            {"week": "2026-W12", "verdict": "keep"},
            {"week": "2026-W25", "verdict": "change", "why": "on m’envoie"},
        ],
    }


def _strategy() -> Document:
    """A page with a line, a channel that was chosen instead of another one, and a change that waits."""
    return {
        "choices": [
            {"id": "post", "kind": "channel", "name": "Lettre", "added_on": "2026-01-05", "archived_on": "2026-09-01"},
            {"id": "calm", "kind": "line", "name": "Sereine", "added_on": "2026-01-05"},
            {
                "id": "talk",
                "kind": "channel",
                "name": "Bouche-à-oreille",
                "added_on": "2026-02-02",
                "look_again_on": "2027-01-25",
                "why": "pas à la fois",
            },
        ],
        "course": [
            {"kind": "channel", "from_day": "2026-01-05", "text": "post", "made_on": "2026-01-05"},
            {"kind": "first_year", "from_day": "2026-01-05", "text": "2026", "made_on": "2026-01-05"},
            {"kind": "line", "from_day": "2026-01-05", "text": "calm", "made_on": "2026-01-05"},
            {"kind": "theme-2026", "from_day": "2026-01-05", "text": "Être envoyée", "made_on": "2026-01-05"},
            {"kind": "vision", "from_day": "2026-01-05", "text": "un\n\ndeux", "made_on": "2026-01-05"},
            {"kind": "mission", "from_day": "2026-01-06", "made_on": "2026-01-06", "confirmed_on": "2026-01-12"},
            {
                "kind": "channel",
                "from_day": "2026-11-23",
                "text": "talk",
                "made_on": "2026-11-18",
                "why": "on m’envoie",
            },
            {"kind": "horizon", "from_day": "2026-11-23", "text": "4", "made_on": "2026-11-18", "why": "plus loin"},
        ],
        "quality_list": [
            {"id": "q1", "text": "lisible", "is_right": True, "position": 1},
            {"id": "q2", "text": "rapide", "position": 2, "archived_on": "2026-03-02"},
        ],
    }


def _campaigns() -> Document:
    """One closed, one under way that comes from another one after it in the list, one draft that was let go of."""
    return {
        "campaigns": [
            {
                "id": "again",
                "name": "Encore",
                "added_on": "2026-01-05",
                "parent_id": "first",
                "goal": "trois clients",
                "offer": "une heure",
                "audience": "artisans",
                "reader": "Yann",
                "line_id": "calm",
                "channel_id": "talk",
                "starts_on": "2026-09-14",
                "ends_on": "2026-12-11",
                "enough": "treize",
                "attempt": "deux jours après",
                "message": "un\ndeux",
                "first_draft": "clé en main",
                "for_me": "oui",
                "so_what": "alors",
                "what_now": "j’appelle",
                "started_on": "2026-09-14",
                "started_anyway": "sans message",
                "hides_weakness": "no",
                "first_end": "2026-12-04",
                "lengthened_why": "neige",
                "habits": [{"habit_id": "calls"}],
            },
            {
                "id": "first",
                "name": "Six lettres",
                "added_on": "2026-01-05",
                "starts_on": "2026-01-05",
                "ends_on": "2026-01-05",
                "spent": 1000000000,
                "started_on": "2026-01-05",
                "closed_on": "2026-01-06",
                "verdict": "programme",
                "reached": "partly",
                "new_clients": 0,
                "lesson": "la voix manque",
                "attempt_worked": "yes",
            },
            {"id": "gone", "name": "Non", "added_on": "2026-02-02", "archived_on": "2026-02-03"},
        ],
        "focus": [{"kind": "campaign", "target_id": "again"}],
        "measures": [
            {
                "id": "m1",
                "campaign_id": "again",
                "position": 1,
                "name": "envoyés",
                "target": 10,
                "values": [{"day": "2026-09-18", "value": 1}, {"day": "2026-09-25", "value": 2.125}],
            },
            {
                "id": "m2",
                "campaign_id": "again",
                "position": 2,
                "name": "solde",
                "start": -1.5,
                "target": 0,
                "archived_on": "2026-10-05",
            },
        ],
        "programmes": [
            {
                "campaign_id": "first",
                "name": "Le premier jeudi",
                "every": 4,
                "from_day": "2026-01-06",
                "check_on": "2027-01-05",
            }
        ],
        "irritants": [
            {"id": "i1", "text": "illisible", "line_id": "calm", "day": "2026-09-09"},
            {"id": "i2", "text": "trop long", "day": "2026-09-10", "mended_on": "2026-09-11"},
        ],
        "one_off_tries": [
            {"id": "o1", "day": "2026-03-25", "text": "Mot", "result": "deux appels", "lesson": "le papier se garde"}
        ],
    }


def of_format_4(document: Document) -> Document:
    """The document as lundi 0.5 would have written it."""
    former = {section: entries for section, entries in document.items() if section not in LOOK_BACKS}
    new = {"habits": ("letter", "going_on"), "plans": ("seconds",), "course": ("confirmed_on",)}
    for section, columns in new.items():
        former[section] = [
            {key: value for key, value in entry.items() if key not in columns} for entry in former[section]
        ]
    return {**former, "lundi": 4}


def of_format_3(document: Document) -> Document:
    """The document as lundi 0.4 would have written it."""
    former = of_format_4(document)
    new = ("for_whom", "times_chosen", "line_id", "parent_id")
    actions = [{key: value for key, value in action.items() if key not in new} for action in former["actions"]]
    return {**former, "lundi": 3, "actions": actions}


def of_format_2(document: Document) -> Document:
    """The document as lundi 0.3 would have written it."""
    former = {key: value for key, value in of_format_3(document).items() if key not in STRATEGY + CAMPAIGNS}
    actions = [{key: value for key, value in action.items() if key != "enough"} for action in former["actions"]]
    return {**former, "lundi": 2, "actions": actions}


def furnish(store: Store) -> None:
    """A file in which somebody has done everything that can be done."""
    five = Goal(NOW.week, QUOTA, 5)
    for name in ("Calls", "Walk", "Read", "Old"):
        store.add_habit(Card(name, "one", "coffee", "desk", 10, "at ten"), five, NOW)
    calls, walk, read, old = store.habits()
    store.tick(calls, TODAY - timedelta(3), NOW, count=2, note="Ronan\nAnne")
    store.tick(calls, TODAY, NOW, amount=2500, smallest=True)
    store.excuse(walk, TODAY, "ill", NOW)
    store.edit_habit(calls, Card("Calls"), Goal(NOW.week + 1, WEEKDAYS, 2, (1, 4)), NOW)
    store.edit_habit(read, Card("Read"), Goal(NOW.week + 1, EVERY, every=4, due_from=NOW.week + 2), NOW)
    store.settle_habit(walk, NOW)
    store.archive_habit(old, NOW)
    store.restore_habit(store.find_habit("old"), Moment(TODAY + timedelta(9), NOW.stamp))
    store.archive_habit(store.find_habit("old"), NOW)
    store.capture("Ring Ronan\nWrite to Maïwenn\nLet go", NOW)
    store.commit_week(["Ring Ronan", "Print cards"], NOW)
    (maiwenn,) = [idea for idea in read_ideas(store, NOW.week) if idea.title == "Write to Maïwenn"]
    big = Idea(maiwenn.id, maiwenn.title, maiwenn.added_on, FOR_CLIENT, TOO_BIG, 0, "", "she has answered")
    edit_idea(store, maiwenn, big, NOW)
    split_idea(store, big, ["Find her address"], NOW)
    store.toggle_day_off(TODAY + timedelta(2), NOW)
    store.mark_week(NOW.week + 2, OFF, NOW)
    store.mark_week(NOW.week + 3, STORM, NOW)
    add_word(store, "hands-on", "we do it with you", 3, NOW)
    silence_word(store, "leads", NOW)
    store.edit_habit(calls, Card("Calls", letter="T"), None, NOW)
    store.go_on(calls, NOW)
    _look_back(store, read)
    _plan_years(store)
    _campaign(store)
    store.connection.execute("INSERT INTO setting VALUES ('ritual_day', '4')")
    store.connection.execute("UPDATE action SET state = 'dropped' WHERE title = 'Let go'")


def _look_back(store: Store, habit: Habit) -> None:
    last = NOW.week + -1
    write_review(store, Review(last, "seven sent", "the voice", "the letters", "one call", 3, 0, 24050, 4), NOW)
    write_miss(store, Miss(last, habit.id, TIME), habit.name, NOW)
    write_thought(store, habit.id, habit.name, last, 2, NOW)
    write_check(store, QuarterlyCheck(NOW.week, CHANGE, "they come"), NOW)


def _plan_years(store: Store) -> None:
    change_course(store, MISSION, "So that nobody worries", NOW)
    change_course(store, VISION, "It is 2029.\nI work four days.", NOW)
    choose(store, LINE, "Calm cash flow", NOW)
    choose(store, CHANNEL, "Letter", NOW)
    choose(store, CHANNEL, "Word of mouth", Moment(TODAY + timedelta(7), NOW.stamp), Reason("they come"))
    shelve(store, CHANNEL, "Breakfasts", TODAY + timedelta(90), "too far", NOW)
    write_quality(store, None, "quick", True, NOW)
    note_irritant(store, "too long", NOW)
    write_try(store, None, TODAY, "A note", "two calls", "paper is kept", NOW)


def _campaign(store: Store) -> None:
    """Two campaigns: one closed, which became a programme, and one under way that came from it."""
    plan = Plan("First", "clients", "an hour", "craftspeople", "", "", "Letter", TODAY, TODAY + timedelta(20))
    draft_campaign(store, plan, NOW, measures=[Measure("", "sent", 0, 2500)])
    (first,) = read_campaigns(store)
    start_campaign(store, first, NOW)
    close_campaign(
        store, first, Ending(TODAY, PROGRAMME, YES, 2, "a voice"), NOW, cadence=Cadence("Thursdays", 4, TODAY)
    )
    draft_campaign(store, plan, NOW, parent=first, measures=first.measures)
    second = next(campaign for campaign in read_campaigns(store) if campaign.ending is None)
    carry_by(store, second, [store.habits()[0].id], NOW)
    write_values(store, second, {second.measures[0].id: -500}, NOW)
    start_campaign(store, second, NOW, hides_weakness="no")


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Everything of the user's."""
    return {
        table.name: sorted(map(tuple, store.connection.execute(f"SELECT * FROM {table.name}")), key=repr)
        for table in every_table()
    }
