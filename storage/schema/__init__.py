"""The schema, as steps that only add. A step is frozen once it is released."""

from __future__ import annotations

from sqlite_utils import Migrations

from storage.schema.campaign_steps import m004_three_years_and_one_campaign, m005_an_emptied_head
from storage.schema.look_back_steps import m006_looking_back
from storage.schema.week_steps import m001_a_week_that_can_be_ticked, m002_a_base_to_trust, m003_words_of_ones_own

migrations = Migrations("lundi")
for step in (
    m001_a_week_that_can_be_ticked,
    m002_a_base_to_trust,
    m003_words_of_ones_own,
    m004_three_years_and_one_campaign,
    m005_an_emptied_head,
    m006_looking_back,
):
    migrations()(step)
