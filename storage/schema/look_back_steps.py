"""The step that made what is written on Mondays: version 6."""

from __future__ import annotations

from sqlite_utils import Database

from storage.schema.following import follow


def m006_looking_back(db: Database) -> None:
    """Weeks as they were looked back on, why habits were missed, the quarterly check; how far a habit has come."""
    create = db.conn.execute
    create(
        """
        CREATE TABLE review (  -- of the week that is looked back on
            week TEXT PRIMARY KEY,
            proud TEXT NOT NULL DEFAULT '',
            worked TEXT NOT NULL DEFAULT '',
            did_not TEXT NOT NULL DEFAULT '',
            better TEXT NOT NULL DEFAULT '',  -- what is to be 1 % better in the week after
            contacts INTEGER,
            meetings INTEGER,
            sales INTEGER,  -- cents
            confidence INTEGER CHECK (confidence BETWEEN 1 AND 5)
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE miss (  -- why a habit's week was missed
            week TEXT NOT NULL,
            habit_id TEXT NOT NULL REFERENCES habit(id),
            reason TEXT NOT NULL CHECK (reason IN ('know', 'wish', 'time', 'aim', 'other')),
            PRIMARY KEY (week, habit_id)
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE thought (  -- how much a habit is still thought of: 1 is never
            habit_id TEXT NOT NULL REFERENCES habit(id),
            week TEXT NOT NULL,
            answer INTEGER NOT NULL CHECK (answer BETWEEN 1 AND 5),
            PRIMARY KEY (habit_id, week)
        ) STRICT
        """
    )
    create(
        """
        CREATE TABLE quarter_check (  -- what was decided about the course
            week TEXT PRIMARY KEY,
            verdict TEXT NOT NULL CHECK (verdict IN ('keep', 'adjust', 'change')),
            why TEXT NOT NULL DEFAULT ''
        ) STRICT
        """
    )
    create("ALTER TABLE plan ADD COLUMN seconds INTEGER")  # that the ritual took which committed it
    # The one of C S P A T that it feeds, and the day on which it was tried no more, and under way.
    create("ALTER TABLE habit ADD COLUMN letter TEXT NOT NULL DEFAULT 'A' CHECK (letter IN ('C', 'S', 'P', 'A', 'T'))")
    create("ALTER TABLE habit ADD COLUMN going_on TEXT")
    create("ALTER TABLE course ADD COLUMN confirmed_on TEXT")
    followed = {
        "review": ("week",),
        "miss": ("week", "habit_id"),
        "thought": ("habit_id", "week"),
        "quarter_check": ("week",),
        "plan": ("week",),
        "habit": ("id",),
        "course": ("kind", "from_day", "made_on"),
    }
    for table, key in followed.items():
        follow(db, table, key)
