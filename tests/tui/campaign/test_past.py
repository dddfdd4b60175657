"""Past campaigns side by side, and the programmes that some became."""

from datetime import date

import pytest

from lundi.campaign.campaign import ADAPT, PROGRAMME, STOP, Ending, Plan
from lundi.campaign.measures import Measure
from storage.campaign import intents as campaigns
from storage.campaign.closing import Cadence, close_campaign, end_programme
from storage.campaign.rows import read_campaigns, read_programmes
from storage.store import Store
from tests.tui.conftest import at
from tui.campaign.past import past_campaigns
from tui.campaign.past_table import PastTable


def flowing(it):
    """The screen as one line; no-break spaces stay."""
    return " ".join(filter(None, it.text.replace("\n", " ").split(" ")))


async def look(it):
    it.app.main.open(past_campaigns(it.app.main))
    await it.pilot.pause()


def close(store, name, start, end, verdict=STOP, *, clients=None, cadence=None, **plan):
    """Draft, start and close one; its draft, where it leaves one."""
    wanted = {"goal": "g", "offer": "o", "audience": "a", "channel": "e-mail", **plan}
    campaign_id = campaigns.draft_campaign(store, Plan(name, **wanted, ends_on=date.fromisoformat(end)), at(start))
    draft = next(one for one in read_campaigns(store) if one.id == campaign_id)
    campaigns.start_campaign(store, draft, at(start))
    ending = Ending(date.fromisoformat(end), verdict, "partly", clients, f"lesson of {name}", "yes")
    return close_campaign(store, draft, ending, at(end), cadence=cadence)


@pytest.fixture
def four(store):
    """Four closed campaigns; the last but one goes on as a programme, to be looked at on 18 November 2026."""
    close(store, "First", "2025-09-01", "2025-10-10", spent=24000, clients=3, attempt="by post")
    close(store, "Second", "2025-11-03", "2025-12-12")
    breakfasts = Cadence("Breakfasts", 4, date(2026, 11, 18))
    close(store, "Third", "2026-02-02", "2026-03-13", PROGRAMME, cadence=breakfasts)
    close(store, "Fourth", "2026-05-04", "2026-06-12")
    return store


@pytest.mark.parametrize(("size", "seen"), [((50, 20), 1), ((80, 24), 2), ((120, 36), 3)])
async def test_as_many_stand_side_by_side_as_fit(open_app, four, size, seen):
    names = ["Fourth", "Third", "Second", "First"]
    async with open_app(four, size=size) as it:
        await look(it)
        heading = next(line for line in it.lines if "Fourth" in line)
        assert [name for name in names if name in heading] == names[:seen]
        assert f"{4 - seen} →" in heading
        await it.press("right", "right", "right", "right")
        heading = next(line for line in it.lines if "First" in line)
        assert [name for name in names if name in heading] == names[4 - seen :]
        assert "› First" in heading
        assert f"← {4 - seen}" in heading
        await it.press("left", "left", "left", "left")
        assert "› Fourth" in it.text


async def test_a_column_says_all_there_is(open_app, four):
    async with open_app(four, size=(120, 60)) as it:
        await look(it)
        await it.press("right", "right", "right")
        text = flowing(it)
        for fact in ("6 weeks", "e-mail", "partly", "by post", "yes", "lesson of First", "stopped", "made a programme"):
            assert fact in text, fact
        assert "by word of mouth: €0" in text


async def test_x02_per_client(open_app, store):
    close(store, "First", "2025-09-01", "2025-10-10", spent=24000, clients=3)
    async with open_app(store) as it:
        await look(it)
        assert "€240 and 3 clients: €80 each; by word of mouth: €0" in flowing(it).replace("cost ", "")


async def test_f27_an_adapted_one_shows_what_changed(open_app, store):
    draft_id = close(store, "Lettres", "2025-09-01", "2025-10-10", ADAPT, channel="courriel")
    draft = next(one for one in read_campaigns(store) if one.id == draft_id)
    wanted = Plan("Lettres", "g", "o", "a", channel="petit-déjeuner", ends_on=date(2026, 3, 1))
    campaigns.edit_campaign(store, draft, wanted, at("2026-01-05"))
    campaigns.start_campaign(store, draft, at("2026-01-05"))
    close_campaign(store, draft, Ending(date(2026, 3, 1), STOP), at("2026-03-01"))
    async with open_app(store, lang="fr", size=(120, 36)) as it:
        await look(it)
        assert "canal\u00a0: courriel →" in it.text
        assert "petit-déjeuner" in it.text


async def test_f28_a_programme_is_kept_for_a_year(open_app, four):
    async with open_app(four, size=(120, 40)) as it:
        await look(it)
        assert "k keep the programme" not in it.text
        await it.press("right")
        assert "every 4 weeks" in it.text
        assert "to be looked at since" in it.text
        assert "k keep the programme   d end it" in it.text
        await it.press("k")
        assert read_programmes(four)[0].check_on == date(2027, 11, 18)
        assert "looked at on 18 November 2027" in flowing(it)
        await it.press("enter", "escape", "u")
        assert it.notice.startswith("Undone")


async def test_f28_a_programme_ends(open_app, four):
    async with open_app(four, size=(120, 40)) as it:
        await look(it)
        await it.press("right", "d")
        assert read_programmes(four) == []
        assert "every 4 weeks" not in it.text
        assert "› Third" in it.text
        await it.press("d")
        assert "'Third' is no programme." in it.text
        await it.press("left")
        assert "is no programme" not in it.text
        await it.press("escape", "u")
        assert len(read_programmes(four)) == 1


async def test_another_dashboard_has_ended_the_programme(open_app, four, database):
    async with open_app(four, size=(120, 40)) as it:
        await look(it)
        await it.press("right")
        with Store.open(str(database)) as other:
            (programme,) = read_programmes(other)
            end_programme(other, programme.campaign_id, programme.name, at("2026-11-18"))
        await it.press("k")
        assert "Breakfasts is not there any more" in it.text
        assert "every 4 weeks" not in it.text


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "None yet. A campaign that was closed stands here"),
        ("fr", "Aucune encore. Une campagne close prend place ici"),
    ],
)
async def test_none_yet(open_app, store, lang, sentence):
    async with open_app(store, lang=lang) as it:
        await look(it)
        assert sentence in it.text
        await it.press("right", "left", "k", "d", "enter", "down", "escape")
        assert it.app.screen is it.app.main


async def test_the_sample_year_in_every_size(open_app, annee):
    for size in ((40, 12), (60, 16), (80, 24), (120, 36), (200, 50)):
        async with open_app(annee, lang="fr", size=size) as it:
            await it.press("3", "c")
            assert "Campagnes passées" in it.text
            await it.hurry("right", "down", "pagedown", "right", "pageup", "left")
            assert "›" in it.text
            await it.press("q")
            assert it.app.screen is it.app.main


async def test_e26_a_key_lays_the_columns_out_once(open_app, four, monkeypatch):
    laid_out = []

    def lay_out(table, width, original=PastTable.lay_out):
        laid_out.append(width)
        return original(table, width)

    monkeypatch.setattr(PastTable, "lay_out", lay_out)
    async with open_app(four, size=(120, 36)) as it:
        await look(it)
        laid_out.clear()
        await it.press("right")
        assert "› Third" in it.text
        assert len(laid_out) == 1


async def test_e27_keeping_a_programme_reads_nothing_else_again(open_app, four):
    async with open_app(four, size=(120, 40)) as it:
        await look(it)
        await it.press("right")
        before = [past.campaign for past in it.app.screen._past]
        await it.press("k")
        after = [past.campaign for past in it.app.screen._past]
        assert len(after) == 4
        assert all(one is other for one, other in zip(before, after, strict=True))


async def test_b16_a_measure_that_did_not_begin_at_nothing_says_so(open_app, store):
    plan = Plan("Lettres", "g", "o", "a", channel="e-mail", ends_on=date(2026, 3, 1))
    measures = [Measure("", "People who called back", 2000, 9000)]
    campaigns.draft_campaign(store, plan, at("2026-01-05"), measures=measures)
    (draft,) = read_campaigns(store)
    campaigns.start_campaign(store, draft, at("2026-01-05"))
    close_campaign(store, draft, Ending(date(2026, 3, 1), STOP), at("2026-03-01"))
    async with open_app(store) as it:
        await look(it)
        assert "2/9 (from 2) People who" in flowing(it)
        assert "called back" in it.text
