"""The sample year: every figure that is known of it, and its scores by another way of computing them."""

import re
import sqlite3
import tomllib
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

import storage.sample.data
from lundi.client.view import look
from lundi.habits.habit import TRYING
from lundi.habits.reviews import Review
from lundi.strategy.page import CHANNEL, LINE, MISSION
from lundi.time.quarters import Quarter, quarter_of
from lundi.time.stretches import CLOSED, RUNNING
from lundi.time.weeks import Week
from lundi.words import language
from storage.campaign.rows import read_campaigns, read_irritants, read_programmes, read_running, read_tries
from storage.habits.reviews import read_misses, read_reviews, read_thoughts
from storage.sample.data import id_of
from storage.sample.year import sample_now, write_sample
from storage.store import Store
from storage.strategy.intents import read_history, read_strategy
from storage.week.page import read_week
from storage.week.tracking import read_standing, read_year

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data" / "sample-year.yaml"
TOML = tomllib.loads((ROOT / "storage" / "sample" / "year.toml").read_text(encoding="utf-8"))
ENGLISH = tomllib.loads((ROOT / "storage" / "sample" / "words_en.toml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 18)
WEEK = Week.parse("2026-W47")
OFFSETS = range(-52, 1)
NAMES = {habit["name_en"]: habit["id"] for habit in TOML["habits"]}


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The year in a file, in English."""
    language.use("en")
    with Store.open(str(tmp_path_factory.mktemp("year") / "lundi.db")) as store:
        write_sample(store)
        yield store


@pytest.fixture(scope="module")
def columns(year):
    """Its weeks by their offset from this one."""
    page = read_year(year, None, WEEK, TODAY)
    return {column.week.since(WEEK): column for column in page.weeks}


@pytest.fixture(scope="module")
def standing(year):
    found = read_standing(year, TODAY)
    return {NAMES[line.habit.name]: line for line in found.habits}


# Figures that are written down


def test_the_clock_of_the_sample_stands_on_a_wednesday():
    assert (sample_now().date(), Week.of(sample_now().date())) == (TODAY, WEEK)


def test_ticks(year):
    rows = year.connection.execute(
        "SELECT habit.name, count(*) FROM tick JOIN habit ON habit.id = habit_id GROUP BY habit.id"
    )
    by_habit = {NAMES[name]: count for name, count in rows}
    assert by_habit == {"appels": 194, "article": 42, "nouvelles": 73, "etude": 27, "service": 97}
    assert sum(by_habit.values()) == 433
    assert read_year(year, None, WEEK, TODAY).ticks == 433


def test_ticks_of_one_habit(year):
    for habit in year.habits():
        expected = {"appels": 194, "article": 42, "nouvelles": 73, "etude": 27, "service": 97}[NAMES[habit.name]]
        assert read_year(year, habit.id, WEEK, TODAY).ticks == expected


def test_the_last_four_scores_and_this_week_so_far(year, columns):
    assert [columns[offset].score.points for offset in range(-4, 0)] == [100, 85, 82, 87]
    assert columns[0].score.points == 47
    assert (columns[0].score.state, columns[0].score.held) == ("running", None)
    page = read_week(year, WEEK, TODAY)
    assert page.scores_before == (100, 85, 82, 87)
    assert (page.lines_done, page.lines) == (2, 7)


def test_the_first_nineteen_scores(columns):
    expected = [82, 35, 80, 62, 90, None, None, 70, 90, 90, 100, 100, 96, 75, 56, None, 93, 100, 66]
    assert [columns[offset].score.points for offset in range(-52, -33)] == expected


def test_held_weeks_mean_and_mondays(year):
    page = read_year(year, None, WEEK, TODAY)
    assert (page.totals.held_weeks, page.totals.scored_weeks, page.totals.unplanned_weeks) == (28, 45, 1)
    assert int(page.totals.mean * 100) == 84
    assert read_standing(year, TODAY).mondays_held == (11, 13)
    assert not page.has_earlier


def test_strength_streak_and_alert(standing):
    strength = {habit: f"{line.weeks_met}/{len(line.strength)}" for habit, line in standing.items()}
    assert strength == {
        "appels": "10/13", "article": "12/13", "nouvelles": "11/13", "etude": "9/13", "service": "9/13"
    }  # fmt: skip
    assert {habit: line.streak for habit, line in standing.items()} == {
        "appels": 0, "article": 13, "nouvelles": 0, "etude": 2, "service": 0
    }  # fmt: skip
    assert {habit for habit, line in standing.items() if line.alert} == {"appels", "nouvelles", "service"}
    assert [standing[habit].weeks_in_place for habit in ("appels", "nouvelles", "etude", "service")] == [
        53,
        45,
        41,
        27,
    ]


def test_the_goal_of_the_calls_was_ten_for_four_weeks(year):
    calls = next(habit for habit in year.habits() if NAMES[habit.name] == "appels")
    assert [calls.goal_in(WEEK + offset).target for offset in OFFSETS] == [10] * 4 + [5] * 49
    targets = [read_week(year, WEEK + offset, TODAY).rows[0].target for offset in (-52, -49, -48, 0)]
    assert targets == [10, 10, 5, 5]


# The page and the campaigns


def test_three_years_on_a_page(year):
    page = read_strategy(year, TODAY)
    assert (page.years, page.target_year, page.waiting) == ((2026, 2027, 2028), 2029, {})
    assert (page.text(LINE), page.text(CHANNEL)) == ("Calm cash flow", "Word of mouth")
    assert page.text("vision").count("\n") == 3
    assert [page.text(f"theme-{theme}") for theme in page.years] == [
        "Being sent by somebody", "One offer, one rhythm", "Handing the method on"
    ]  # fmt: skip
    assert [(one.name, one.look_again_on) for one in page.shelf] == [
        ("Spreadsheet workshop", date(2027, 1, 25)),
        ("File for the bank", date(2027, 4, 26)),
        ("Quick audit", date(2027, 7, 26)),
        ("Breakfasts at a builders’ merchant", None),
        ("Letter by email", None),
        ("LinkedIn", None),
    ]
    assert (page.quality[0].is_right, page.quality[0].text) == (False, "the spreadsheet can be read on a phone")
    assert (len(page.quality), sum(item.is_right for item in page.quality)) == (4, 3)


def test_two_changes_of_course_in_the_year(year):
    page = read_strategy(year, TODAY)
    assert page.changes_in(2026) == 2
    assert [(change.made_on, change.before, change.after) for change in page.changes] == [
        (date(2026, 9, 7), "Breakfasts at a builders’ merchant", "Word of mouth"),
        (date(2026, 2, 2), "Letter by email", "Breakfasts at a builders’ merchant"),
    ]
    assert read_strategy(year, date(2026, 3, 1)).text(CHANNEL) == "Breakfasts at a builders’ merchant"
    assert read_strategy(year, date(2026, 3, 1)).changes_in(2026) == 1


def test_the_mission_before_and_after(year):
    entries = read_history(year)[MISSION]
    assert [(entry.from_day, entry.text[:20]) for entry in entries] == [
        (date(2026, 1, 12), "So that no craftsper"),
        (date(2025, 11, 17), "Help craftspeople ma"),
    ]


def test_the_quarters_of_the_campaigns(year):
    campaigns = read_campaigns(year)
    assert [(campaign.name, quarter_of(*campaign.span)) for campaign in campaigns] == [
        ("Everyone brings a craftsperson", Quarter(2026, 4)),
        ("One counter only", Quarter(2026, 2)),
        ("Breakfasts at the merchants’", Quarter(2026, 1)),
        ("Six letters to craftspeople", Quarter(2025, 4)),
    ]
    assert [campaign.state(TODAY) for campaign in campaigns] == [RUNNING, CLOSED, CLOSED, CLOSED]


def test_the_campaign_under_way(year):
    running = read_running(year)
    assert running.name == "Everyone brings a craftsperson"
    assert (running.days_left(TODAY), running.week_number(TODAY), len(running.weeks)) == (23, 10, 13)
    assert int(running.elapsed(TODAY) * 100) == 74
    assert [(measure.name, measure.now // 1000, measure.target // 1000) for measure in running.measures] == [
        ("people sent", 7, 10), ("appointments", 4, 8), ("new clients", 1, 3)
    ]  # fmt: skip
    for measure in running.measures:
        line = measure.by_week(running.weeks, TODAY)
        assert line[10:] == (None,) * 3
        assert list(line[:10]) == sorted(line[:10])
        assert len(set(line[:10])) > 1
    assert running.plan.reader == "Yann, joiner"
    assert running.message.answers[2] == "I pass on a number."
    names = {habit.id: NAMES[habit.name] for habit in year.habits()}
    assert sorted(names[habit] for habit in running.habit_ids) == ["appels", "nouvelles", "service"]


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_c01_the_draft_is_flagged_three_times_and_the_message_not_at_all(spoken):
    language.use(spoken)
    with Store.open() as store:
        write_sample(store)
        campaign = read_running(store)
    assert len(look(campaign.message.first_draft).findings) == 3
    assert look(campaign.message.text).findings == ()


def test_what_became_of_the_others(year):
    third, second, first = read_campaigns(year)[1:]
    endings = [(one.ending.closed_on, one.ending.verdict, one.ending.reached, one.ending.new_clients)
               for one in (first, second, third)]  # fmt: skip
    assert endings == [
        (date(2026, 2, 2), "stop", "no", 0),
        (date(2026, 5, 11), "adapt", "partly", 2),
        (date(2026, 7, 27), "programme", "yes", 3),
    ]
    assert (third.parent_id, first.parent_id) == (second.id, None)
    assert third.ending.attempt_worked == "yes"
    assert [(one.plan.spent, one.ending.new_clients) for one in (first, second, third)] == [
        (9000, 0),
        (24_000, 2),
        (7500, 3),
    ]
    assert [one.days_of_preparation(TODAY) for one in (first, second, third)] == [6, 11, 4]
    (programme,) = read_programmes(year)
    assert (programme.name, programme.every, programme.check_on) == (
        "The first-Thursday breakfast", 4, date(2027, 7, 19)
    )  # fmt: skip
    assert (programme.campaign_id, programme.from_day) == (third.id, date(2026, 7, 27))


def test_irritants_and_tries(year):
    (irritant,) = read_irritants(year)
    assert (irritant.day, irritant.mended_on) == (date(2026, 9, 9), None)
    assert [tried.day for tried in read_tries(year)] == [date(2026, 10, 28), date(2026, 6, 9), date(2026, 3, 25)]


# Every week again, from the count strings alone


class Recount:
    """The score line, in the plainest way: no plan, no tick, no date; only counts and targets."""

    def __init__(self, data):
        self.habits = data["habits"]
        self.off = {int(week) for week in data["weeks_off"]}
        self.storm = {int(week) for week in data["storm_weeks"]}
        self.unplanned = set(data["uncommitted_weeks"])
        self.week_zero = data["week_zero"]
        self.change = data["target_changes"][0]
        self.marks = {named["week"]: named["done"] for named in data["actions"]}
        for offset, pair in zip(range(-52, -9), data["actions_circle"]["done"].split(), strict=True):
            if pair != "oo":
                self.marks[offset] = [mark == "1" for mark in pair]

    def line(self, habit, offset):
        """Done and target of a habit, None before it began or in a week off."""
        token = habit["counts"].split()[offset + 52]
        if token in (".", "o"):
            return None
        done = len(self.week_zero[habit["id"]]) if offset == 0 else int(token.rstrip("s"))
        target = habit["target"]
        if habit["id"] == self.change["habit"]:
            target = self.change["old"] if offset < self.change["from"][0] else self.change["new"]
        return (done, 1 if offset in self.storm else target)

    def share(self, offset):
        if offset in self.off or offset in self.unplanned:
            return None
        lines = [self.line(habit, offset) for habit in self.habits]
        shares = [min(Fraction(1), Fraction(*line)) for line in lines if line]
        shares += [Fraction(mark) for mark in self.marks[offset]]
        return sum(shares) / len(shares)

    def state(self, offset):
        if offset in self.off:
            return "off"
        if offset == 0:
            return "running"
        if offset in self.unplanned:
            return "unplanned"
        return "storm" if offset in self.storm else "scored"

    def met(self, habit):
        """Whether each past active week was met, oldest first."""
        lines = [self.line(habit, offset) for offset in range(-52, 0)]
        return [done >= target for done, target in filter(None, lines)]


RECOUNT = Recount(TOML)


@pytest.mark.parametrize("offset", OFFSETS)
def test_the_score_of_every_week_again(columns, offset):
    score, share = columns[offset].score, RECOUNT.share(offset)
    assert (score.state, score.share) == (RECOUNT.state(offset), share)
    assert score.points == (None if share is None else share.numerator * 100 // share.denominator)
    assert score.held == (share >= Fraction(85, 100) if share is not None and offset < 0 else None)


def test_the_totals_again(year):
    shares = [share for offset in range(-52, 0) if (share := RECOUNT.share(offset)) is not None]
    found = read_year(year, None, WEEK, TODAY).totals
    assert found.mean == sum(shares) / len(shares)
    assert found.held_weeks == sum(share >= Fraction(85, 100) for share in shares)


@pytest.mark.parametrize("habit", TOML["habits"], ids=lambda habit: habit["id"])
def test_strength_and_streak_again(standing, habit):
    met, line = RECOUNT.met(habit), standing[habit["id"]]
    assert [week.met for week in line.strength] == met[-13:]
    done, target = RECOUNT.line(habit, 0)
    before = next((number for number, week in enumerate(reversed(met)) if not week), len(met))
    assert line.streak == before + (done >= target)
    assert line.alert == (done < target and not met[-1])


@pytest.mark.parametrize("habit", TOML["habits"], ids=lambda habit: habit["id"])
def test_every_week_holds_its_ticks(year, habit):
    (found,) = (kept for kept in year.habits() if NAMES[kept.name] == habit["id"])
    counted = dict.fromkeys(OFFSETS, 0)
    rows = year.connection.execute("SELECT day, smallest FROM tick WHERE habit_id = ?", (found.id,))
    for day, smallest in rows:
        offset = Week.of(date.fromisoformat(day)).since(WEEK)
        counted[offset] += 1
        assert bool(smallest) == (offset in RECOUNT.storm)
        assert date.fromisoformat(day) <= TODAY
    assert counted == {offset: (RECOUNT.line(habit, offset) or (0,))[0] for offset in OFFSETS}


def test_no_week_off_has_a_tick_and_late_articles_are_late(year, columns):
    assert {offset for offset, column in columns.items() if column.is_off} == RECOUNT.off
    assert {offset for offset, column in columns.items() if column.is_storm} == RECOUNT.storm
    late = {}
    for offset in OFFSETS:
        article = read_week(year, WEEK + offset, TODAY).rows
        for row in article:
            if NAMES[row.habit.name] == "article" and row.late:
                late[offset] = [day.isoweekday() for day in row.late]
    assert late == {-45: [2], -36: [3], -24: [2], -12: [2], -4: [2]}


def test_bank_holidays_are_passed_over_but_by_monday_and_friday_habits(year):
    holidays = {day.isoformat() for day in TOML["bank_holidays"]}
    rows = year.connection.execute("SELECT DISTINCT name, day FROM tick JOIN habit ON habit.id = habit_id")
    on_holidays = {NAMES[name] for name, day in rows if day in holidays}
    assert on_holidays <= {"article", "etude"}  # one day a week: nothing else is left to them


@pytest.mark.parametrize("habit", TOML["habits"], ids=lambda habit: habit["id"])
def test_ticks_are_spread_over_twenty_minutes_from_the_hour_of_their_habit(year, habit):
    rows = year.connection.execute(
        "SELECT day, at, entered_on FROM tick JOIN habit ON habit.id = habit_id WHERE name = ? ORDER BY tick.rowid",
        (habit["name_en"],),
    ).fetchall()
    for number, (day, at, entered_on) in enumerate(rows):
        start = datetime.fromisoformat(f"{day}T{habit['at']}")
        assert datetime.fromisoformat(at) == start + timedelta(minutes=number % 7 * 3)
        assert entered_on == day


def test_what_was_written_on_mondays(year):
    reviews = {review.week.since(WEEK): review for review in read_reviews(year)}
    assert len(reviews) == 52 - 7
    assert min(reviews) == -52
    assert max(reviews) == -1
    assert reviews[-1] == Review(
        WEEK + -1,
        proud="seven people sent",
        worked="voice instead of text messages",
        did_not="a day without a service noted",
        better="making the spreadsheet readable",
        contacts=2,
        meetings=1,
    )
    assert reviews[-2] == Review(WEEK + -2, contacts=2, meetings=1)
    assert not reviews.keys() & {-47, -46, -37, -22, -15, -14, -13}  # nothing was typed


def test_why_habits_were_missed_and_what_is_thought_of(year):
    names = {habit.id: habit.name for habit in year.habits()}
    misses = read_misses(year, WEEK + -52, WEEK)
    assert len(misses) == 8
    assert [(names[miss.habit_id], miss.reason) for miss in misses][-1] == ("Calls", "time")
    thoughts = {names[habit_id]: answers for habit_id, answers in read_thoughts(year).items()}
    assert thoughts == {
        "Calls": [(WEEK + -4, 4)],
        "Monday article": [(WEEK + -8, 2), (WEEK + -4, 1)],
    }


def test_h03_every_habit_is_under_way(year):
    for habit in year.habits():
        assert habit.going_on == habit.added_on + timedelta(weeks=5)
        assert habit.stage != TRYING
    assert {habit.name: habit.letter for habit in year.habits() if habit.letter != "A"} == {
        "Half an hour of study": "S",
        "One service done today": "T",
    }


# The same file every time


def dump(path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def written(path, spoken="en"):
    language.use(spoken)
    with Store.open(str(path)) as store:
        write_sample(store)
    return path


def test_two_files_compare_equal_as_sql(tmp_path):
    assert dump(written(tmp_path / "one.db")) == dump(written(tmp_path / "two.db"))


TEXTS = {  # the columns that speak
    "action": ["title"],
    "habit": ["name", "minimum", "after", "place"],
    "note": ["text"],
    "week_mark": ["reason"],
    "course": ["text", "why"],
    "choice": ["name", "why"],
    "quality_item": ["text"],
    "campaign": [
        *("name", "goal", "offer", "audience", "reader", "enough", "attempt", "message", "first_draft"),
        *("for_me", "so_what", "what_now", "lesson"),
    ],
    "measure": ["name"],
    "programme": ["name"],
    "irritant": ["text"],
    "one_off_try": ["text", "result", "lesson"],
    "review": ["proud", "worked", "did_not", "better"],
}
LOCAL = {"batch", "change", "open_batch", "unfinished", "meta"}
NO_WORDS = {"2026", *(id_of("choice", choice["id"]) for choice in TOML["choices"])}  # an id or a number in a text
SAME_IN_BOTH = {"LinkedIn"}


def columns_of(file, table, wanted):
    """The rows of a table, only the columns of TEXTS or all the others."""
    names = [row[1] for row in file.execute(f"PRAGMA table_info({table})")]
    chosen = [name for name in names if (name in TEXTS.get(table, ())) == wanted]
    return sorted(file.execute(f"SELECT {', '.join(chosen)} FROM {table}").fetchall(), key=repr)


def test_both_languages_give_the_same_year_in_other_words(tmp_path):
    english, french = (sqlite3.connect(written(tmp_path / f"{spoken}.db", spoken)) for spoken in ("en", "fr"))
    tables = {row[0] for row in english.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    empty = {"day_off", "excuse", "habit_pause", "jargon_word", "quarter_check"}
    for table in {table for table in tables if not table.startswith(("sqlite_", "_sqlite"))} - LOCAL - empty:
        rows = [columns_of(file, table, wanted=False) for file in (english, french)]
        assert rows[0] == rows[1]
        assert rows[0]
    names = [[row[0] for row in file.execute("SELECT name FROM habit ORDER BY position")] for file in (english, french)]
    assert names[0] == [habit["name_en"] for habit in TOML["habits"]]
    assert names[1] == [habit["name_fr"].replace("'", "’") for habit in TOML["habits"]]
    english.close()
    french.close()


def french_texts():
    """Every text of the data that is shown, names aside."""
    for habit in TOML["habits"]:
        yield from (habit["minimum"], habit["after"], habit["where"], *habit.get("texts", ()))
    for reasons in (TOML["weeks_off"], TOML["storm_weeks"]):
        yield from reasons.values()
    for named in TOML["actions"]:
        yield from named["titles"]
    yield from TOML["actions_circle"]["titles"]
    yield from (idea["text"] for idea in TOML["ideas"])
    for stage in TOML["course"]:
        yield from (stage[key] for key in stage.keys() - {"from", "first_year", LINE, CHANNEL})
    for choice in TOML["choices"]:
        yield choice["name"]
        yield from filter(None, [choice.get("why")])
    yield from (item["text"] for item in TOML["quality_list"])
    for campaign in TOML["campaigns"]:
        yield from (campaign[key] for key in TEXTS["campaign"] if key in campaign)
        yield from campaign.get("answers", ())
        yield from (measure["name"] for measure in campaign["measures"])
        if "programme" in campaign:
            yield campaign["programme"]["name"]
    yield from (irritant["text"] for irritant in TOML["irritants"])
    for tried in TOML["tries"]:
        yield from (tried["text"], tried["result"], tried["lesson"])
    for review in TOML["reviews"]:
        yield from (review[key] for key in TEXTS["review"] if key in review)


def test_every_text_has_its_english():
    assert sorted(ENGLISH) == sorted(set(french_texts()))
    assert not [text for text in ENGLISH.values() if not text.strip() or "'" in text]


def test_a_text_without_english_is_not_passed_over(monkeypatch, tmp_path):
    whole = storage.sample.data._read

    def without(path):
        data = whole(path)
        data.pop("Remercier Kader", None)
        return data

    monkeypatch.setattr(storage.sample.data, "_read", without)
    with pytest.raises(KeyError, match="Remercier Kader"):
        written(tmp_path / "en.db", "en")
    written(tmp_path / "fr.db", "fr")


@pytest.mark.parametrize("spoken", ["en", "fr"])
def test_no_word_of_the_other_language_is_left(tmp_path, spoken):
    file = sqlite3.connect(written(tmp_path / "year.db", spoken))
    said = {text for table in TEXTS for row in columns_of(file, table, wanted=True) for text in row if text}
    said -= NO_WORDS
    file.close()
    names = {habit[f"name_{spoken}"].replace("'", "’") for habit in TOML["habits"]}
    assert names < said
    if spoken == "en":
        assert said - names <= set(ENGLISH.values())
    else:
        assert {"avoir fermé l’ordinateur", "Carte à laisser\u00a0: un numéro, une phrase", "Podcast\u00a0?"} < said
        assert said & set(ENGLISH.values()) == SAME_IN_BOTH
    assert not [text for text in said if re.search(r"'| [:;?!]", text)]


# The file in the package says what the source of the sample says


@pytest.fixture(scope="module")
def source():
    yaml = pytest.importorskip("yaml")
    if not SHARED.exists():
        pytest.skip("the source of the sample year is not beside this repository")
    return yaml.safe_load(SHARED.read_text(encoding="utf-8"))


def by_offset(table):
    return {int(offset): value for offset, value in table.items()}


def test_the_same_calendar(source):
    assert TOML["anchor"] == source["anchor"]
    assert f"{TOML['now']:%Y-%m-%dT%H:%M}" == str(source["demo_now"])[:16].replace(" ", "T")
    assert TOML["bank_holidays"] == source["bank_holidays"]
    assert by_offset(TOML["weeks_off"]) == source["off_weeks"]
    assert by_offset(TOML["storm_weeks"]) == source["storm_weeks"]
    assert by_offset(TOML["committed_late"]) == source["ritual_late"]
    assert TOML["uncommitted_weeks"] == source["uncommitted_weeks"]
    assert TOML["week_zero"] == source["week0_days"]
    assert TOML["target_changes"] == source["target_changes"]
    assert TOML["settings"] == {
        "held_from": source["profile"]["rules"]["held_from"],
        "habits_at_most": source["profile"]["rules"]["max_habits"],
        "day_ends_at": source["profile"]["rules"]["day_ends_at"],
    }


SAME = [
    "id",
    "name_fr",
    "name_en",
    "kind",
    "target",
    "days",
    "after",
    "where",
    "minutes",
    "letter",
    "review",
    "day_order",
    "rotate",
    "at",
]


def test_the_same_habits(source):
    def content(habit):
        return {
            **{key: habit.get(key) for key in SAME},
            "minimum": habit.get("minimum", habit.get("min_version")),
            "counts": habit["counts"].split(),
            "late": by_offset(habit.get("late_days", {})),
            "texts": habit.get("texts"),
        }

    assert list(map(content, TOML["habits"])) == list(map(content, source["habits"]))


def test_the_same_actions_and_ideas(source):
    named = [(week["week"], list(zip(week["titles"], week["done"], strict=True))) for week in TOML["actions"]]
    assert named == [(week["week"], [tuple(week["a"]), tuple(week["b"])]) for week in source["actions"]]
    assert TOML["actions_circle"]["titles"] == source["actions_circle"]["texts"]
    assert TOML["actions_circle"]["done"].split() == source["actions_circle"]["done"].split()
    keys = ("date", "text", "for", "size", "state", "week", "done_on")
    ideas = [[{key: idea.get(key) for key in keys} for idea in found["ideas"]] for found in (TOML, source)]
    assert ideas[0] == ideas[1]


FIRST_DAY = [-52, 1]


def test_the_same_page(source):
    profile, strategy = source["profile"], source["strategy"]
    first, *later = TOML["course"]
    (former,) = profile["mission_history"]
    assert first == {
        "from": FIRST_DAY,
        "first_year": str(strategy["start_year"]),
        "mission": former["text"],
        "vision": strategy["vision_fr"].strip(),
        "audience": strategy["for_whom"],
        **{key: strategy[key] for key in ("they_say", "we_say", "why_us")},
        "not_doing": ", ".join(strategy["not_doing"]),
        "line": "l1",
        "channel": strategy["course_changes"][0]["from"],
        **{f"theme-{year['year']}": year["theme"] for year in strategy["years"]},
    }
    assert later[0] == {"from": former["until"], "mission": profile["mission_fr"]}
    assert ENGLISH[profile["mission_fr"]] == profile["mission_en"]
    assert later[1:] == [
        {"from": change["date"], change["what"]: change["to"], "why": change["why"]}
        for change in strategy["course_changes"]
    ]
    assert [one["id"] for one in strategy["lines"] if one.get("focus")] == [first["line"]]
    assert [one["id"] for one in strategy["channels"] if one["active"]] == [later[-1]["channel"]]
    choices = [
        (kind, one["id"], one["name"], one.get("parked_until"), one.get("why_parked"))
        for kind, section in (("line", "lines"), ("channel", "channels"))
        for one in strategy[section]
    ]
    keys = ("kind", "id", "name", "look_again_on", "why")
    assert [tuple(map(one.get, keys)) for one in TOML["choices"]] == choices
    assert TOML["quality_list"] == [{"text": one["text"], "right": one["ok"]} for one in strategy["quality_list"]]


def test_the_same_campaigns(source):
    people = {person["id"]: f"{person['name']}, {person['trade']}" for person in source["people"]}
    same = ("id", "name", "parent", "from", "to", "line", "channel", "goal", "offer", "message", "enough", "prep_days",
            "spent", "verdict", "lesson")  # fmt: skip
    assert len(TOML["campaigns"]) == len(source["campaigns"])
    for ours, theirs in zip(TOML["campaigns"], source["campaigns"], strict=True):
        assert [ours.get(key) for key in same] == [theirs.get(key) for key in same]
        assert ours["reader"] == people[theirs["reader"]]
        assert ours.get("first_draft") == theirs.get("message_draft")
        assert ours.get("answers") == theirs.get("client_questions")
        assert ours.get("attempt", "") == re.sub(r"^Cette fois j'essaie de |\.$", "", theirs.get("test", ""))
        assert ours.get("attempt_worked") == theirs.get("test_verdict")
        assert ours.get("hides_weakness") == {"non": "no"}.get(theirs.get("hides_a_weakness", {}).get("answer"))
        measures = [{**measure, "now": measure.get("now", measure.get("by_week", [0])[-1])}
                    for measure in ours["measures"]]  # fmt: skip
        assert [{key: measure[key] for key in ("name", "start", "target", "now")} for measure in measures] == theirs[
            "measures"
        ]
        new_clients = {measure["name"]: measure["now"] for measure in theirs["measures"]}.get("nouveaux clients", 0)
        assert ours.get("new_clients", new_clients) == new_clients
        programme = theirs.get("programme")
        assert ours.get("programme") == (
            programme and {"name": programme["name"], "every": programme["every_weeks"], "check_on": programme["check"]}
        )


def test_the_same_irritant_and_tries(source):
    assert [
        {"date": one["irritant"]["date"], "line": "l1", "text": one["irritant"]["text"]}
        for one in source["people"]
        if one.get("irritant", {}).get("open")
    ] == TOML["irritants"]
    assert TOML["tries"] == source["one_off_tries"]


REASONS = {"envie": "wish", "temps": "time", "autre": "other"}


def test_the_same_look_backs(source):
    assert TOML["numbers"]["contacts"].split() == source["numbers"]["new_contacts"].split()
    assert TOML["numbers"]["meetings"].split() == source["numbers"]["meetings"].split()
    ours = [{key: one.get(key, "") for key in ("week", *TEXTS["review"])} for one in TOML["reviews"]]
    assert ours == [{"did_not" if key == "not" else key: one[key] for key in one} for one in source["reviews"]]
    misses = [{"week": one["week"], "habit": one["habit"], "why": one["reason"]} for one in TOML["misses"]]
    assert misses == [{**one, "why": REASONS[one["why"]]} for one in source["misses"]]
    assert TOML["thoughts"] == source["thinking_about_it"]


def test_the_figures_above_are_those_of_the_source(source):
    golden = source["golden"]
    assert (golden["ticks"], golden["last4"], golden["this_week_so_far"]) == (433, [100, 85, 82, 87], 47)
    assert golden["ticks_by_habit"] == {
        "appels": 194,
        "article": 42,
        "nouvelles": 73,
        "etude": 27,
        "service": 97,
    }
    assert golden["strength"] == {"appels": "10/13", "article": "12/13"}
    assert golden["days_left_c4"] == 23
