"""The strategy's page without room: what isn't said on it."""

from lundi.strategy.page import MISSION
from storage.strategy.intents import change_course
from tests.tui.conftest import at


async def test_changes_of_course_are_counted_only_once_there_are_some(open_app, store):
    change_course(store, MISSION, "We treat your house as ours.", at("2026-11-16"))
    async with open_app(store, size=(80, 24)) as it:
        await it.press("2")
        assert "Think 2029" in it.text
        assert "of course this year" not in it.text
