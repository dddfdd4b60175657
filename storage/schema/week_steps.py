"""The steps that made habits and weeks: version 1 to 3."""

from __future__ import annotations

import uuid

from sqlite_utils import Database

from storage.schema.following import follow

# The first tables whose rows are the user's, with the columns that make up their keys. The journal follows these.
_JOURNALLED = {
    "setting": ("key",),
    "habit": ("id",),
    "habit_goal": ("habit_id", "from_week"),
    "tick": ("id",),
    "note": ("habit_id", "day"),
    "day_off": ("day",),
    "excuse": ("habit_id", "day"),
    "week_mark": ("week",),
    "plan": ("week",),
    "plan_line": ("week", "item_id"),
    "action": ("id",),
}


def m001_a_week_that_can_be_ticked(db: Database) -> None:
    """Habits with their goals, ticks, exceptions, plans, actions; settings; the journal."""
    create = db.conn.execute
    create("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    create("CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    create(
        """
        CREATE TABLE habit (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            position INTEGER NOT NULL,
            added_on TEXT NOT NULL,
            archived_on TEXT,
            minimum TEXT NOT NULL DEFAULT '',
            after TEXT NOT NULL DEFAULT '',
            place TEXT NOT NULL DEFAULT '',
            minutes INTEGER,
            origin TEXT  -- where an import brought it from, so that it is met again
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE habit_goal (
            habit_id TEXT NOT NULL REFERENCES habit(id),
            from_week TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('quota', 'weekdays', 'every')),
            target INTEGER NOT NULL CHECK (target > 0),
            days TEXT NOT NULL DEFAULT '',  -- '135' is Monday, Wednesday, Friday
            every INTEGER NOT NULL DEFAULT 1 CHECK (every > 0),
            due_from TEXT,
            PRIMARY KEY (habit_id, from_week)
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE tick (
            id TEXT PRIMARY KEY,
            habit_id TEXT NOT NULL REFERENCES habit(id),
            day TEXT NOT NULL,
            amount INTEGER NOT NULL CHECK (amount > 0),  -- thousandths
            smallest INTEGER NOT NULL DEFAULT 0 CHECK (smallest IN (0, 1)),
            entered_on TEXT NOT NULL,  -- later than day: back-filled
            at TEXT NOT NULL
        ) STRICT
        """
    )
    create("CREATE INDEX tick_by_day ON tick(day, habit_id)")
    create("CREATE INDEX tick_by_habit ON tick(habit_id, day)")
    create(
        """
        CREATE TABLE note (
            habit_id TEXT NOT NULL REFERENCES habit(id),
            day TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (habit_id, day)
        ) STRICT
        """
    )
    create("CREATE TABLE day_off (day TEXT PRIMARY KEY, reason TEXT NOT NULL DEFAULT '') STRICT")
    create(
        """
        CREATE TABLE excuse (
            habit_id TEXT NOT NULL REFERENCES habit(id),
            day TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (habit_id, day)
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE week_mark (
            week TEXT PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('off', 'storm')),
            reason TEXT NOT NULL DEFAULT ''
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE plan (
            week TEXT PRIMARY KEY,
            committed_on TEXT NOT NULL,
            committed_at TEXT NOT NULL,
            held_from INTEGER NOT NULL
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE plan_line (
            week TEXT NOT NULL REFERENCES plan(week),
            item_id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('habit', 'action')),
            position INTEGER NOT NULL,
            squares TEXT NOT NULL DEFAULT '',  -- '22344': two on Tuesday, one on Wednesday, two on Thursday
            PRIMARY KEY (week, item_id)
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE action (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('idea', 'chosen', 'dropped')),
            added_on TEXT NOT NULL,
            at TEXT NOT NULL,
            week TEXT,  -- the week it was last chosen for
            done_on TEXT,
            minutes INTEGER
        ) STRICT
        """
    )
    create("CREATE INDEX action_by_week ON action(week)")
    _create_journal(db)
    for table, key in _JOURNALLED.items():
        follow(db, table, key)
    create("INSERT INTO meta VALUES ('file_id', ?)", (uuid.uuid4().hex,))


def m002_a_base_to_trust(db: Database) -> None:
    """Habits that settle, pause and are reviewed; the ritual's day of each plan."""
    add = db.conn.execute
    add("ALTER TABLE habit ADD COLUMN usual_time TEXT NOT NULL DEFAULT ''")
    add("ALTER TABLE habit ADD COLUMN settled_on TEXT")
    add("ALTER TABLE habit ADD COLUMN review_on TEXT")
    add(
        """
        CREATE TABLE habit_pause (  -- put away on a day, taken up again on another
            habit_id TEXT NOT NULL REFERENCES habit(id),
            from_day TEXT NOT NULL,
            to_day TEXT NOT NULL,
            PRIMARY KEY (habit_id, from_day)
        ) STRICT
        """
    )
    add("ALTER TABLE plan ADD COLUMN ritual_day INTEGER NOT NULL DEFAULT 1 CHECK (ritual_day BETWEEN 1 AND 7)")
    for table, key in {"habit": ("id",), "habit_pause": ("habit_id", "from_day"), "plan": ("week",)}.items():
        follow(db, table, key)


def m003_words_of_ones_own(db: Database) -> None:
    """Words that somebody adds to the client's view, or silences there."""
    db.conn.execute(
        """
        CREATE TABLE jargon_word (
            language TEXT NOT NULL,
            term TEXT NOT NULL,
            plain TEXT NOT NULL DEFAULT '',
            severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 3),
            silenced INTEGER NOT NULL DEFAULT 0 CHECK (silenced IN (0, 1)),
            PRIMARY KEY (language, term)
        ) STRICT
        """
    )
    follow(db, "jargon_word", ("language", "term"))


def _create_journal(db: Database) -> None:
    """Local tables: they say what this machine did, and would never be merged with another's."""
    db.conn.execute(
        """
        CREATE TABLE batch (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at TEXT NOT NULL,
            day TEXT NOT NULL,
            intent TEXT NOT NULL,
            detail TEXT NOT NULL,
            undoes INTEGER REFERENCES batch(id)
        ) STRICT
        """
    )
    db.conn.execute("CREATE INDEX batch_by_undone ON batch(undoes)")
    db.conn.execute("CREATE TABLE open_batch (id INTEGER NOT NULL) STRICT")
    db.conn.execute(
        """
        CREATE TABLE change (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            batch_id INTEGER NOT NULL REFERENCES batch(id),
            table_name TEXT NOT NULL,
            key TEXT NOT NULL,
            before TEXT,
            after TEXT
        ) STRICT
        """
    )
    db.conn.execute("CREATE INDEX change_by_batch ON change(batch_id)")
