"""The files that it happens to."""

from __future__ import annotations

import random
from datetime import date, datetime
from pathlib import Path

from benchmarks.years import write_years
from lundi.habits.rhythms import parse_rhythm
from lundi.time.days import moment
from lundi.time.weeks import Week
from lundi.words import language
from lundi.words.errors import LundiError
from storage.habits.cards import Card
from storage.sample.year import write_sample
from storage.store import Store

KINDS = ("empty", "sample", "hostile", "years")
NOW = datetime(2026, 11, 18, 9, 10)
HOSTILE = [  # names and texts that try to do harm
    *("[b]x[/b]", "[red", "[/]", "[@click=app.quit]q[/]", "$(touch pwned)", "`touch pwned`", "-rf --help", "{text}"),
    *("{0}", "%s%n", "\u202eabc", "a\u200bb\u200d", "👩‍👩‍👧‍👦" * 5, "é" * 300, "x" * 3000, "工作" * 40),
    *("\x1b]52;c;YQ==\x07", "=cmd|' /C calc'!A0", "'; DROP TABLE habit; --", "a\tb\nc", "\x00nul", "ﷺ" * 20),
    "Z\u0351\u036b\u0343A\u0334\u0335\u031c\u0330",
]


def make(kind: str, path: Path) -> None:
    """A file of a kind, where there is none yet: empty, the sample year, hostile names, 20 habits over 20 years."""
    if kind == "years":
        write_years(str(path))
        return
    with Store.open(str(path)) as store:
        if kind == "sample":
            language.use("fr")
            write_sample(store)
        elif kind == "hostile":
            _write_hostile(store)


def _write_hostile(store: Store) -> None:
    chance, now = random.Random(7), moment(NOW, store.day_end)
    store.connection.execute("INSERT INTO setting VALUES ('habits_at_most', '20')")
    for number, name in enumerate(HOSTILE[:18]):
        minimum, after, place = (chance.choice(HOSTILE) for _field in range(3))
        goal = parse_rhythm(["5", "mon thu", "1/4"][number % 3], Week.of(date(2026, 11, 16)))
        try:
            store.add_habit(Card(name, minimum=minimum, after=after, place=place), goal, now)
        except LundiError:  # too long a name, say
            continue
    for habit in store.habits():
        store.tick(habit, now.day, now, note=chance.choice(HOSTILE))
    for text in HOSTILE:
        store.capture(f"{text} {text}", now)
    store.commit_week([f"{HOSTILE[0]}.", f"{HOSTILE[3]}."], now)
