import pytest
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Section
from draagvlak.policyplan.rules import AlreadyDone
from draagvlak.policyplan.states import SectionKey, VersionState

WHY = SectionKey.WHY


def write(plan, body, revision, by, now):
    return actions.write_section(plan=plan, key=WHY, body=body, revision=revision, by=by, at=now)


def restore(plan, number, revision, by, now):
    return actions.restore_section(plan=plan, key=WHY, number=number, revision=revision, by=by, at=now)


@pytest.fixture
def place(set_up):
    return reverse("policyplan:restore_section", kwargs={"organisation": set_up.slug, "part": "why", "number": 2})


def test_an_earlier_text_comes_back_as_a_saving_of_its_own(plan, amina, koen, now):
    write(plan, "<p>Van Koen.</p>", 2, koen, now)
    section = restore(plan, 2, 3, amina, now)
    assert (section.body, section.revision) == ("<p>Tekst van why.</p>", 4)
    last = queries.revisions_of(plan, "why")[0]
    assert (last.number, last.kind, last.base, str(last.by)) == (4, "restored", 3, "Amina")
    assert queries.revision_of(plan, "why", 3).body == "<p>Van Koen.</p>"
    assert Record.objects.first().act == "policyplan.write_section"


def test_it_is_refused_when_somebody_wrote_in_the_meantime(plan, amina, koen, now, signed_in, place):
    write(plan, "<p>Van Koen.</p>", 2, koen, now)
    with pytest.raises(Changed):
        restore(plan, 1, 2, amina, now)
    page = signed_in(amina).post(place, {"version": 2})
    assert page.status_code == 409
    assert "Van Koen." in page.content.decode()
    assert Section.objects.get(key=WHY).body == "<p>Van Koen.</p>"


def test_what_stands_there_already_is_not_put_back(plan, amina, now):
    with pytest.raises(AlreadyDone):
        restore(plan, 2, 2, amina, now)


def test_after_submitting_it_begins_a_new_version(plan, amina, now):
    write(plan, "<p>Anders.</p>", 2, amina, now)
    actions.submit_version(plan=plan, by=amina, at=now)
    section = restore(plan, 2, 3, amina, now)
    first, second = queries.versions_of(plan)
    assert (first.state, second.state, section.version) == (VersionState.SET_ASIDE, VersionState.DRAFT, second)


def test_the_page_asks_once_and_shows_what_would_change(plan, amina, koen, now, signed_in, place):
    write(plan, "<p>Tekst van Koen.</p>", 2, koen, now)
    client = signed_in(amina)
    page = client.get(place).content.decode()
    assert '<ins><span class="sr">[nieuw: </span>why.' in page
    sent = {"version": 3, "once": "een"}
    assert client.post(place, sent).status_code == 302
    assert client.post(place, sent).status_code == 302  # a double click
    assert Section.objects.get(key=WHY).revision == 4


def test_only_who_writes_the_plan_puts_back(plan, bram, els, greet, signed_in, place):
    assert [signed_in(one).post(place, {"version": 2}).status_code for one in (bram, els, greet)] == [403, 403, 404]


def test_a_saving_that_never_was_is_not_found(plan, amina, signed_in, set_up):
    words = {"organisation": set_up.slug, "part": "why", "number": 99}
    assert signed_in(amina).get(reverse("policyplan:restore_section", kwargs=words)).status_code == 404
