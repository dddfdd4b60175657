"""The sample year: expanded without randomness, so that two files of it compare equal."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from lundi.habits.habit import QUOTA, WEEKDAYS, Goal
from lundi.habits.plans import ACTION, HABIT, PlanLine
from lundi.ideas.idea import FOR_BOTH, FOR_CLIENT, FOR_ME, TOO_BIG
from storage.file.journal import transaction
from storage.file.session import Session
from storage.habits.intents import write_goals
from storage.sample.campaigns import write_campaigns, write_strategy
from storage.sample.data import FIRST_WEEK, MONDAY, WEDNESDAY, Data, SampleData, id_of, read_year, typographic
from storage.sample.look_backs import write_look_backs
from storage.week.intents import write_lines

_COMMIT_HOUR = "08:30"
_TRIED_WEEKS = 5  # how old every habit was when it was said to be under way
_NOT_YET, _OFF = ".", "o"
_FOR_WHOM = {"moi": FOR_ME, "client": FOR_CLIENT, "deux": FOR_BOTH}


def sample_now() -> datetime:
    """The wall time at which the sample year stands."""
    now: datetime = read_year()["now"]
    return now


def write_sample(session: Session) -> None:
    """Fill an empty file with the sample year, in the language in use. No undo takes it back."""
    _Sample(session, SampleData()).write()


class _Sample:
    def __init__(self, session: Session, sample: SampleData) -> None:
        self.session = session
        self.execute = session.connection.execute
        self.sample = sample
        self.data, self.week_zero, self.now = sample.data, sample.week_zero, sample.now
        self.holidays = set(self.data["bank_holidays"])
        self.weeks_off = {int(week) for week in self.data["weeks_off"]}

    def write(self) -> None:
        with transaction(self.session.connection, self.session.path):
            self.execute("UPDATE _sqlite_migrations SET applied_at = ?", (self.now.stamp,))
            self.execute("UPDATE meta SET value = ? WHERE key = 'file_id'", (id_of("file"),))
            self.session.connection.executemany(
                "INSERT INTO setting VALUES (?, ?)",
                [(key, str(value)) for key, value in self.data["settings"].items()],
            )
            for position, habit in enumerate(self.data["habits"], 1):
                self._write_habit(habit, position)
            self._write_weeks()
            self._write_ideas()
            write_strategy(self.session.connection, self.sample)
            write_campaigns(self.session.connection, self.sample)
            write_look_backs(self.session.connection, self.sample)
            # The journal says when the year was written; without changes, the batch can't be undone.
            self.execute(
                "INSERT INTO batch (at, day, intent, detail) VALUES (?, ?, 'sample', '{}')",
                (self.now.stamp, self.now.day.isoformat()),
            )

    def _write_habit(self, habit: Data, position: int) -> None:
        counts = habit["counts"].split()
        first = next(offset for offset, token in enumerate(counts, FIRST_WEEK) if token != _NOT_YET)
        self.execute(
            "INSERT INTO habit (id, name, position, added_on, minimum, after, place, minutes, letter, review_on,"
            " going_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                id_of("habit", habit["id"]),
                habit["name_en"] if self.sample.english else typographic(habit["name_fr"]),
                position,
                self.sample.day(first, MONDAY).isoformat(),
                self.sample.text(habit["minimum"]),
                self.sample.text(habit["after"]),
                self.sample.text(habit["where"]),
                habit["minutes"],
                habit["letter"],
                self.sample.day(*habit["review"]).isoformat(),
                self.sample.day(first + _TRIED_WEEKS, MONDAY).isoformat(),
            ),
        )
        write_goals(self.session.connection, id_of("habit", habit["id"]), self._goals(habit, first))
        number = 0
        for offset, token in enumerate(counts, FIRST_WEEK):
            for day in self._tick_days(habit, offset, token):
                self._write_tick(habit, day, number, smallest=token.endswith("s"))
                number += 1

    def _goals(self, habit: Data, first: int) -> list[Goal]:
        days = tuple(habit.get("days", ()))
        kind = WEEKDAYS if days else QUOTA
        changed = [change for change in self.data["target_changes"] if change["habit"] == habit["id"]]
        targets = {first: changed[0]["old"] if changed else habit["target"]}
        targets.update({change["from"][0]: change["new"] for change in changed})
        return [Goal(self.week_zero + offset, kind, target, days) for offset, target in targets.items()]

    def _tick_days(self, habit: Data, offset: int, token: str) -> list[date]:
        if token in (_NOT_YET, _OFF):
            return []
        late = habit.get("late_days", {}).get(str(offset))
        if offset == 0:
            return [self.sample.day(0, weekday) for weekday in self.data["week_zero"][habit["id"]]]
        if late is not None:
            return [self.sample.day(offset, late)]
        return self._placed(habit, offset, int(token.rstrip("s")))

    def _placed(self, habit: Data, offset: int, count: int) -> list[date]:
        """The days of a week on which so many ticks fall."""
        order = habit["day_order"]
        if habit["rotate"]:
            turn = (self.week_zero + offset).iso_number % len(order)
            order = order[turn:] + order[:turn]
        week = [self.sample.day(offset, weekday) for weekday in order]
        used: list[date] = []
        for number in range(count):
            ahead = week[number % len(week) :]
            free = [day for day in ahead if day not in self.holidays and not ("days" in habit and day in used)]
            used.append(free[0] if free else ahead[-1])
        return used

    def _write_tick(self, habit: Data, day: date, number: int, *, smallest: bool) -> None:
        habit_id = id_of("habit", habit["id"])
        at = datetime.combine(day, datetime.strptime(habit["at"], "%H:%M").time()) + timedelta(minutes=number % 7 * 3)
        self.execute(
            "INSERT INTO tick (id, habit_id, day, amount, smallest, entered_on, at) VALUES (?, ?, ?, 1000, ?, ?, ?)",
            (
                id_of("tick", habit["id"], str(number)),
                habit_id,
                day.isoformat(),
                smallest,
                day.isoformat(),
                at.isoformat(timespec="seconds"),
            ),
        )
        if texts := habit.get("texts"):
            self.execute(
                "INSERT INTO note (habit_id, day, text) VALUES (?, ?, ?)",
                (habit_id, day.isoformat(), self.sample.text(texts[number % len(texts)])),
            )

    def _write_weeks(self) -> None:
        for kind, table in (("off", "weeks_off"), ("storm", "storm_weeks")):
            for offset, reason in self.data[table].items():
                self.execute(
                    "INSERT INTO week_mark (week, kind, reason) VALUES (?, ?, ?)",
                    (str(self.week_zero + int(offset)), kind, self.sample.text(reason)),
                )
        chosen = self._actions()
        for offset in range(FIRST_WEEK, 1):
            if offset not in self.weeks_off and offset not in self.data["uncommitted_weeks"]:
                self._write_plan(offset, chosen[offset])

    def _write_plan(self, offset: int, actions: list[tuple[str, bool]]) -> None:
        week = self.week_zero + offset
        committed = self.sample.day(offset, self.data["committed_late"].get(str(offset), MONDAY))
        self.execute(
            "INSERT INTO plan (week, committed_on, committed_at, held_from) VALUES (?, ?, ?, ?)",
            (
                str(week),
                committed.isoformat(),
                f"{committed}T{_COMMIT_HOUR}:00",
                self.data["settings"]["held_from"],
            ),
        )
        lines = []
        for habit in self.data["habits"]:
            if habit["counts"].split()[offset - FIRST_WEEK] == _NOT_YET:
                continue
            goal = [goal for goal in self._goals(habit, FIRST_WEEK) if goal.from_week <= week][-1]
            squares = sorted(day.isoweekday() for day in self._placed(habit, offset, goal.target))
            lines.append(PlanLine(id_of("habit", habit["id"]), HABIT, tuple(squares)))
        for number, (title, done) in enumerate(actions):
            lines.append(PlanLine(self._write_action(offset, number, title, done), ACTION))
        write_lines(self.session, week, lines)

    def _actions(self) -> dict[int, list[tuple[str, bool]]]:
        """Title and whether it was done, for each committed week."""
        titles, marks = self.data["actions_circle"]["titles"], self.data["actions_circle"]["done"].split()
        chosen: dict[int, list[tuple[str, bool]]] = {}
        drawn = 0
        for offset, pair in enumerate(marks, FIRST_WEEK):
            if pair != "oo":
                chosen[offset] = [
                    (titles[(drawn + number) % len(titles)], mark == "1") for number, mark in enumerate(pair)
                ]
                drawn += len(pair)
        for named in self.data["actions"]:
            chosen[named["week"]] = list(zip(named["titles"], named["done"], strict=True))
        return chosen

    def _write_action(self, offset: int, number: int, title: str, done: bool) -> str:
        idea: Data = next(
            (idea for idea in self.data["ideas"] if idea["text"] == title and idea.get("week") == offset), {}
        )
        added = self.sample.day(*idea.get("date", (offset, MONDAY)))
        done_on = self.sample.day(*idea.get("done_on", (offset, WEDNESDAY + number)))
        action_id = id_of("action", str(offset), str(number))
        self.execute(
            "INSERT INTO action (id, title, state, added_on, at, week, done_on, minutes, for_whom, times_chosen)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            (
                action_id,
                self.sample.text(title),
                "chosen" if done or offset == 0 else "dropped",  # what was left undone was let go of
                added.isoformat(),
                f"{added}T{_COMMIT_HOUR}:0{number}",
                str(self.week_zero + offset),
                done_on.isoformat() if done else None,
                _minutes(idea),
                _FOR_WHOM.get(idea.get("for", ""), ""),
            ),
        )
        return action_id

    def _write_ideas(self) -> None:
        states = {"inbox": "idea", "dropped": "dropped"}
        for number, idea in enumerate(self.data["ideas"]):
            if idea["state"] in states:
                day = self.sample.day(*idea["date"])
                self.execute(
                    "INSERT INTO action (id, title, state, added_on, at, minutes, for_whom)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        id_of("idea", str(number)),
                        self.sample.text(idea["text"]),
                        states[idea["state"]],
                        day.isoformat(),
                        f"{day}T12:00:00",
                        _minutes(idea),
                        _FOR_WHOM[idea["for"]],
                    ),
                )


def _minutes(idea: Data) -> int | None:
    """The size of an idea; 0 in the data is more than the largest one."""
    return (idea["size"] or TOO_BIG) if "size" in idea else None
