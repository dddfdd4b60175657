"""The one table of commands, against the places, the catalogue and the keyboard."""

from __future__ import annotations

import gettext

import pytest
from textual.actions import parse
from textual.keys import key_to_character

from lundi.words.language import CATALOGUES
from tui.campaign.commands import CAMPAIGN
from tui.campaign.view import CampaignView
from tui.commands import COMMANDS, commands_of, footer_of
from tui.ideas.commands import IDEAS
from tui.ideas.view import IdeasView
from tui.kit.commands import ALWAYS, EMPTY, EVERYWHERE, FILLED, bindings
from tui.main import MainScreen
from tui.places import PLACES
from tui.strategy.commands import STRATEGY
from tui.strategy.view import StrategyView
from tui.tracking.commands import TRACKING
from tui.tracking.view import TrackingView
from tui.week.commands import WEEK
from tui.week.view import WeekView

ALTGR = set("[]{}@#~\\`|^€")  # with AltGr, or dead, on AZERTY
OWNERS = {
    EVERYWHERE: MainScreen,
    WEEK: WeekView,
    STRATEGY: StrategyView,
    CAMPAIGN: CampaignView,
    TRACKING: TrackingView,
    IDEAS: IdeasView,
}
IN_USE = frozenset({ALWAYS, FILLED})
SCOPES = (WEEK, STRATEGY, CAMPAIGN, TRACKING, IDEAS)


def keys_of(command):
    return command.keys.split(",")


@pytest.mark.parametrize("scope", SCOPES)
def test_no_two_commands_of_a_place_share_a_key(scope):
    keys = [key for command in commands_of(scope) for key in keys_of(command)]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("scope", [*SCOPES, EVERYWHERE])
def test_every_command_has_an_id_of_its_own(scope):
    ids = [binding.id for binding in bindings(COMMANDS, scope)]
    assert len(set(ids)) == len(ids) == sum(command.scope == scope for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: f"{command.scope}-{command.action}")
def test_every_action_is_one_of_its_place(command):
    namespace, name, _parameters = parse(command.action)
    owner = MainScreen if namespace == "screen" else OWNERS[command.scope]
    assert callable(getattr(owner, f"action_{name}", None))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: f"{command.scope}-{command.action}")
def test_no_key_needs_altgr_on_azerty(command):
    for key in keys_of(command):
        assert key_to_character(key.removeprefix("ctrl+")) not in ALTGR


def test_every_place_has_its_three_keys():
    azerty = {"1": "ampersand", "2": "é", "3": "quotation_mark", "4": "apostrophe", "6": "minus"}
    by_action = {command.action: keys_of(command) for command in COMMANDS}
    for place in PLACES:
        assert by_action[f"show_place('{place.name}')"] == [place.key, azerty[place.key], f"f{place.key}"]


class _Missing(gettext.NullTranslations):
    def gettext(self, message):
        raise AssertionError(f"no French for {message!r}")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: f"{command.scope}-{command.action}")
def test_every_word_is_there_in_french(command):
    french = gettext.translation("lundi", CATALOGUES, languages=["fr"])
    french.add_fallback(_Missing())
    assert french.gettext(command.word)
    assert french.gettext(command.tooltip)


def test_the_footer_of_an_empty_place_offers_no_habit_s_key():
    shown = {command.action for command in footer_of(WEEK, frozenset({ALWAYS, EMPTY}))}
    assert "add_habit" in shown
    assert not shown & {"tick", "note", "commit", "untick"}


# What the footer shows does something: the screen or the file is another one afterwards.


def _state(it):
    return (
        it.text,
        it.cursor if it.app.focused is not None and it.app.focused.id in (WEEK, TRACKING) else None,
        it.rows("SELECT count(*) FROM batch"),
        len(it.app.screen_stack),
    )


@pytest.mark.parametrize(
    "command",
    [command for scope in (WEEK, TRACKING, IDEAS) for command in footer_of(scope, IN_USE) if command.scope == scope]
    + [command for command in footer_of(WEEK, IN_USE) if command.scope == EVERYWHERE],
    ids=lambda command: f"{command.scope}-{command.action}",
)
async def test_every_key_of_the_footer_does_something(open_app, year, command):
    async with open_app(year, size=(120, 36)) as it:
        await it.press("space", *{TRACKING: ["4", "left"], IDEAS: ["6"]}.get(command.scope, []))
        for key in keys_of(command):
            before = _state(it)
            await it.press(key)
            after = _state_beneath(it)
            assert after != before, key
            if len(it.app.screen_stack) > 1:
                await it.press("escape")
            if command.action == "move(0, 1)":
                await it.press("left")
            if command.action == "undo":
                await it.press("1", "space")


def _state_beneath(it):
    return _state(it) if len(it.app.screen_stack) == 1 else None


async def test_the_footer_shows_the_whole_table_of_its_place_with_room(open_app, year):
    async with open_app(year, size=(120, 36)) as it:
        for place, key in ((WEEK, "1"), (TRACKING, "4")):
            await it.press(key)
            for command in footer_of(place, IN_USE):
                if place == WEEK or command.action != "show_next_step":  # elsewhere the first to give way
                    assert command.word in it.footer


async def test_the_footer_fits_in_french_at_eighty_columns(open_app, annee):
    async with open_app(annee, lang="fr") as it:
        for key in "12346":
            await it.press(key)
            assert it.footer.endswith("? touches")
