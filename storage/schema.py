"""The schema, as steps that only add. A step is frozen once it is released."""

from __future__ import annotations

import uuid

from sqlite_utils import Database, Migrations

migrations = Migrations("lundi")

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


@migrations()
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


@migrations()
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


@migrations()
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


@migrations()
def m004_three_years_and_one_campaign(db: Database) -> None:
    """What stands on the strategy's page, from which day on; campaigns with their measures; what was learned."""
    create = db.conn.execute
    create(
        """
        CREATE TABLE course (  -- a line of the page; another one follows it, none is overwritten
            kind TEXT NOT NULL,
            from_day TEXT NOT NULL,
            made_on TEXT NOT NULL,  -- of several from one day on, the last one made holds
            text TEXT NOT NULL,  -- of a line or a channel its id
            why TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (kind, from_day, made_on)
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE choice (  -- a line of products or a channel, chosen or on the shelf
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('line', 'channel')),
            name TEXT NOT NULL,
            added_on TEXT NOT NULL,
            look_again_on TEXT,
            why TEXT NOT NULL DEFAULT '',
            archived_on TEXT
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE quality_item (
            id TEXT PRIMARY KEY,
            text TEXT NOT NULL,
            is_right INTEGER NOT NULL DEFAULT 0 CHECK (is_right IN (0, 1)),
            position INTEGER NOT NULL,
            archived_on TEXT
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE campaign (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            goal TEXT NOT NULL DEFAULT '',
            offer TEXT NOT NULL DEFAULT '',
            audience TEXT NOT NULL DEFAULT '',
            reader TEXT NOT NULL DEFAULT '',
            line_id TEXT REFERENCES choice(id),
            channel_id TEXT REFERENCES choice(id),
            starts_on TEXT,
            ends_on TEXT,
            enough TEXT NOT NULL DEFAULT '',
            attempt TEXT NOT NULL DEFAULT '',  -- what is tried this time...
            attempt_worked TEXT NOT NULL DEFAULT '' CHECK (attempt_worked IN ('', 'yes', 'no')),
            spent INTEGER NOT NULL DEFAULT 0,  -- cents
            message TEXT NOT NULL DEFAULT '',
            first_draft TEXT NOT NULL DEFAULT '',  -- the message as it was before the client's view
            for_me TEXT NOT NULL DEFAULT '',  -- the client's three questions
            so_what TEXT NOT NULL DEFAULT '',
            what_now TEXT NOT NULL DEFAULT '',
            parent_id TEXT REFERENCES campaign(id),  -- adapted or repeated from
            added_on TEXT NOT NULL,
            started_on TEXT,
            hides_weakness TEXT NOT NULL DEFAULT '' CHECK (hides_weakness IN ('', 'yes', 'no')),
            started_anyway TEXT NOT NULL DEFAULT '',  -- why, with points of the start list open
            first_end TEXT,  -- the end before it was lengthened
            lengthened_why TEXT NOT NULL DEFAULT '',
            closed_on TEXT,
            verdict TEXT NOT NULL DEFAULT '' CHECK (verdict IN ('', 'stop', 'repeat', 'adapt', 'programme')),
            reached TEXT NOT NULL DEFAULT '' CHECK (reached IN ('', 'yes', 'partly', 'no')),
            new_clients INTEGER,
            lesson TEXT NOT NULL DEFAULT '',
            archived_on TEXT  -- a draft that was let go
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE focus (  -- one of a kind: the key forbids a second one
            kind TEXT PRIMARY KEY,
            target_id TEXT NOT NULL
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE measure (
            id TEXT PRIMARY KEY,
            campaign_id TEXT NOT NULL REFERENCES campaign(id),
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            start INTEGER NOT NULL DEFAULT 0,  -- thousandths, as the target and the values
            target INTEGER NOT NULL,
            archived_on TEXT
        ) STRICT
        """
    )
    create("CREATE INDEX measure_by_campaign ON measure(campaign_id)")
    create(
        """
        CREATE TABLE measure_value (
            measure_id TEXT NOT NULL REFERENCES measure(id),
            day TEXT NOT NULL,
            value INTEGER NOT NULL,
            PRIMARY KEY (measure_id, day)
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE campaign_habit (
            campaign_id TEXT NOT NULL REFERENCES campaign(id),
            habit_id TEXT NOT NULL REFERENCES habit(id),
            PRIMARY KEY (campaign_id, habit_id)
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE programme (  -- what a campaign became
            campaign_id TEXT PRIMARY KEY REFERENCES campaign(id),
            name TEXT NOT NULL,
            every INTEGER NOT NULL CHECK (every > 0),  -- weeks
            from_day TEXT NOT NULL,
            check_on TEXT NOT NULL,
            archived_on TEXT
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE irritant (  -- what bothered a client, open until it is mended
            id TEXT PRIMARY KEY,
            text TEXT NOT NULL,
            line_id TEXT REFERENCES choice(id),
            day TEXT NOT NULL,
            mended_on TEXT
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE one_off_try (
            id TEXT PRIMARY KEY,
            day TEXT NOT NULL,
            text TEXT NOT NULL,
            result TEXT NOT NULL DEFAULT '',
            lesson TEXT NOT NULL DEFAULT '',
            archived_on TEXT
        ) STRICT
        """
    )
    # What is typed into a sequence of questions before it is done with; local, like the journal.
    create("CREATE TABLE unfinished (form TEXT, field TEXT, text TEXT NOT NULL, PRIMARY KEY (form, field)) STRICT")
    create("ALTER TABLE action ADD COLUMN enough TEXT NOT NULL DEFAULT ''")
    followed = {
        "course": ("kind", "from_day", "made_on"),
        "choice": ("id",),
        "quality_item": ("id",),
        "campaign": ("id",),
        "focus": ("kind",),
        "measure": ("id",),
        "measure_value": ("measure_id", "day"),
        "campaign_habit": ("campaign_id", "habit_id"),
        "programme": ("campaign_id",),
        "irritant": ("id",),
        "one_off_try": ("id",),
        "action": ("id",),
    }
    for table, key in followed.items():
        follow(db, table, key)


@migrations()
def m005_an_emptied_head(db: Database) -> None:
    """Ideas with a size, and for whom; how often one was chosen and left undone."""
    add = db.conn.execute
    add(
        "ALTER TABLE action ADD COLUMN for_whom TEXT NOT NULL DEFAULT ''"
        " CHECK (for_whom IN ('', 'me', 'client', 'both'))"
    )
    add("ALTER TABLE action ADD COLUMN times_chosen INTEGER NOT NULL DEFAULT 0")  # on how many Mondays
    add("ALTER TABLE action ADD COLUMN line_id TEXT REFERENCES choice(id)")  # the line it is for, where that is said
    add("ALTER TABLE action ADD COLUMN parent_id TEXT REFERENCES action(id)")  # what it is a piece of
    add("UPDATE action SET times_chosen = 1 WHERE state = 'chosen'")
    follow(db, "action", ("id",))


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


def follow(db: Database, table: str, key: tuple[str, ...]) -> None:
    """Write every change of a table into the journal; to be called again when a step adds a column.

    Only inside an intent (which opens a batch): the sample year, say, is no change that anybody made.
    """
    columns = [column.name for column in db.table(table).columns]

    def row(prefix: str, names: tuple[str, ...] | list[str]) -> str:
        return "json_object(" + ", ".join(f"'{name}', {prefix}.{name}" for name in names) + ")"

    for event, alive, before, after in (
        ("INSERT", "new", "NULL", row("new", columns)),
        ("UPDATE", "new", row("old", columns), row("new", columns)),
        ("DELETE", "old", row("old", columns), "NULL"),
    ):
        name = f"journal_{table}_{event.lower()}"
        db.conn.execute(f"DROP TRIGGER IF EXISTS {name}")
        db.conn.execute(
            f"""
            CREATE TRIGGER {name} AFTER {event} ON {table} WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, '{table}', {row(alive, key)}, {before}, {after} FROM open_batch;
            END
            """
        )
