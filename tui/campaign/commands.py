"""The keys of Campaign."""

from __future__ import annotations

from lundi.words.language import N_
from tui.kit.commands import ALWAYS, EMPTY, FILLED, Command, scrolling

CAMPAIGN = "campaign"
DRAFT, RUNNING, SEVERAL = "draft", "running", "several"  # of the one that is shown; there are others beside it

COMMANDS = (
    Command("begin", "a", N_("new campaign"), N_("begin a campaign"), CAMPAIGN, EMPTY),
    Command("edit", "e,enter", N_("edit"), N_("change the campaign's card"), CAMPAIGN, FILLED),
    Command("start", "s", N_("start"), N_("start the campaign"), CAMPAIGN, DRAFT),
    Command("measure", "m", N_("measures"), N_("write where the measures stand"), CAMPAIGN, FILLED),
    Command("define_measures", "M", N_("what to measure"), N_("say what is measured, one to three"), CAMPAIGN),
    Command(
        "show_clients_view", "v", N_("client's view"), N_("read the message with a client's eyes"), CAMPAIGN, FILLED
    ),
    Command("carry", "w", N_("habits"), N_("the habits that carry it"), CAMPAIGN, FILLED),
    Command("review", "b", N_("end review"), N_("the end review, also before the end"), CAMPAIGN, RUNNING),
    Command("show_past", "c", N_("past campaigns"), N_("past campaigns, side by side"), CAMPAIGN, ALWAYS),
    Command(
        "next_campaign(1)", "tab", N_("next"), N_("the next campaign: the one under way, drafts"), CAMPAIGN, SEVERAL
    ),
    Command("next_campaign(-1)", "shift+tab", N_("before"), N_("the campaign before"), CAMPAIGN),
    Command("lengthen", "L", N_("lengthen"), N_("give it a later end, once"), CAMPAIGN),
    Command("show_irritants", "g", N_("what bothered them"), N_("what bothered clients, open or mended"), CAMPAIGN),
    Command("show_tries", "o", N_("one-off tries"), N_("one-off tries and their lessons"), CAMPAIGN),
    Command("let_go", "d", N_("let go"), N_("let go of a draft"), CAMPAIGN),
    *scrolling(CAMPAIGN),
)
