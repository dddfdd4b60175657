"""The steps that made the strategy's page, campaigns and ideas: version 4 and 5."""

from __future__ import annotations

from sqlite_utils import Database

from storage.schema.following import follow


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
