"""The keys of Ideas."""

from __future__ import annotations

from lundi.words.language import N_
from tui.kit.commands import ALWAYS, FILLED, Command

IDEAS = "ideas"

COMMANDS = (
    Command("edit", "enter,e", N_("edit"), N_("change the idea, its size, its line, when it is enough"), IDEAS, FILLED),
    Command(
        "mark('me')",
        "m",
        N_("for whom"),
        N_("for me, for a client, for both; the same key again takes it away"),
        IDEAS,
        FILLED,
        shown_as="m c b",
    ),
    Command("mark('client')", "c", "", "", IDEAS),
    Command("mark('both')", "b", "", "", IDEAS),
    Command("resize", "z", N_("size"), N_("2, 30, 90 minutes, more, or not said"), IDEAS, FILLED),
    Command("add", "a", N_("add"), N_("add an idea; several pasted lines are several ideas"), IDEAS, ALWAYS),
    Command("split", "s", N_("split"), N_("take a first piece out; the rest stays"), IDEAS, FILLED),
    Command("let_go", "d", N_("let go"), N_("let the idea go"), IDEAS, FILLED),
    Command("turn_order", "o", N_("order"), N_("sort by for whom they are, or as they are offered"), IDEAS, FILLED),
    Command("move(-1)", "up,k", N_("move"), N_("move; page ↑ and page ↓ go further"), IDEAS, shown_as="↑ ↓"),
    Command("move(1)", "down,j", "", "", IDEAS),
    Command("move_page(-1)", "pageup", "", "", IDEAS),
    Command("move_page(1)", "pagedown", "", "", IDEAS),
)
