from datetime import time, timedelta

import pytest

from draagvlak.initiatives import actions, queries
from draagvlak.initiatives.models import Point
from draagvlak.initiatives.rules import NotNow, NotThere
from draagvlak.initiatives.tests.conftest import ASKED, here
from draagvlak.journal.models import Record
from draagvlak.meetings import actions as meetings
from draagvlak.meetings.queries import items_of

NEUTRAL = {"title": "Weigeringen", "text": "Wij stellen een schriftelijke reden voor.", "is_neutral": "on"}


@pytest.fixture
def raised(house, asked, ria, bodies, signed_in):
    words = {**NEUTRAL, "body": bodies["works_council"].pk, "once": "a"}
    assert signed_in(ria).post(here(house, "raise_point", asked), words).status_code == 302
    return Point.objects.get()


def test_a_new_neutral_text_comes_on_an_agenda_and_leads_nowhere_back(
    house, raised, asked, dirk, amina, today, now, signed_in
):
    hours = {"title": "", "starts": time(14), "ends": time(16), "place": "Zaal", "day": today + timedelta(days=7)}
    (meeting,) = meetings.convene(body=raised.body, facts=hours, by=dirk, at=now, root="")
    (item,) = [one for one in items_of(meeting) if one.matter_id]
    assert item.title == "Weigeringen"
    for one in (dirk, amina):
        for address in (here(house, "point", raised), f"/o/{house.slug}/vergaderingen/{meeting.pk}/"):
            page = signed_in(one).get(address).content.decode()
            assert ("Weigeringen" in page, ASKED in page, str(asked.pk) in page) == (True, False, False)
    assert queries.points_of(asked)[0][1] == item


def test_the_asker_reads_what_came_of_it_in_the_minutes(house, raised, asked, bram, dirk, today, now, signed_in):
    from draagvlak.meetings.models import AgendaItem, Meeting, Minutes

    hours = {"title": "", "starts": time(14), "ends": time(16), "place": "Zaal", "day": today + timedelta(days=7)}
    (meeting,) = meetings.convene(body=raised.body, facts=hours, by=dirk, at=now, root="")
    Meeting.objects.filter(pk=meeting.pk).update(state="held")
    AgendaItem.objects.filter(matter=raised.matter).update(decision="Elke weigering krijgt een reden.")
    minutes = Minutes.objects.create(meeting=meeting, written_by=dirk, written_at=now)
    page = signed_in(bram)
    assert "krijgt een reden" not in page.get(here(house, "question", asked)).content.decode()
    Minutes.objects.filter(pk=minutes.pk).update(state="sent", sent_at=now)
    assert "krijgt een reden" in page.get(here(house, "question", asked)).content.decode()


def test_the_journal_says_that_a_point_was_raised_and_not_which(raised, ria):
    record = Record.objects.get(act="initiatives.raise")
    assert (record.by, record.subject_name, record.details) == (ria, "Ondernemingsraad", {})


def test_without_saying_that_it_is_neutral_nothing_is_raised(house, asked, ria, bodies, signed_in):
    words = {**NEUTRAL, "body": bodies["works_council"].pk, "once": "a", "is_neutral": ""}
    assert signed_in(ria).post(here(house, "raise_point", asked), words).status_code == 422
    assert not Point.objects.exists()


def test_nothing_is_raised_where_the_employer_does_not_sit_nor_of_what_is_closed(asked, ria, bodies, now):
    with pytest.raises(NotThere):
        actions.raise_point(question=asked, body=bodies["board"], facts=NEUTRAL, by=ria, at=now)
    closed = actions.close(question=asked, facts={"outcome": "settled", "text": ""}, version=1, by=ria, at=now)
    with pytest.raises(NotNow):
        actions.raise_point(question=closed, body=bodies["works_council"], facts=NEUTRAL, by=ria, at=now)
