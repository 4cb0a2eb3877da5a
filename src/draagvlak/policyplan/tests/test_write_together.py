"""Two people in one section: brought together when they were in different paragraphs, side by side when they were not."""

import pytest
from django.urls import reverse

from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Section
from draagvlak.policyplan.states import SectionKey

WHY = SectionKey.WHY
BASE = "<p>Eerste alinea.</p><p>Tweede alinea.</p><ul><li>melk</li><li>brood</li></ul>"


def write(plan, body, revision, by, now):
    return actions.write_section(plan=plan, key=WHY, body=body, revision=revision, by=by, at=now)


@pytest.fixture
def place(set_up):
    return reverse("policyplan:write_section", kwargs={"organisation": set_up.slug, "key": "why"})


@pytest.fixture
def seen(plan, amina, now):
    return write(plan, BASE, 2, amina, now).revision


def test_changes_to_different_paragraphs_are_both_saved(plan, seen, amina, koen, now):
    write(plan, BASE.replace("Eerste", "De eerste"), seen, koen, now)
    section = write(plan, BASE.replace("brood", "roggebrood"), seen, amina, now)
    assert section.body == BASE.replace("Eerste", "De eerste").replace("brood", "roggebrood")
    last = queries.revisions_of(plan, "why")[0]
    assert (last.kind, last.base, str(last.by)) == ("merged", seen + 1, "Amina")


def test_the_writer_is_told_what_came_from_whom(plan, seen, amina, koen, now, signed_in, place):
    write(plan, BASE.replace("Eerste", "De eerste"), seen, koen, now)
    page = signed_in(amina).post(place, {"body": BASE.replace("brood", "roggebrood"), "version": seen}, follow=True)
    assert "Koen schreef intussen aan een ander stuk; beide zijn bewaard." in page.content.decode()
    assert "De eerste alinea." in page.content.decode()


def test_three_people_in_three_paragraphs_lose_nothing(plan, seen, amina, koen, dirk, now):
    write(plan, BASE.replace("Eerste", "De eerste"), seen, koen, now)
    write(plan, BASE.replace("Tweede", "De tweede"), seen, dirk, now)
    section = write(plan, BASE.replace("melk", "havermelk"), seen, amina, now)
    assert all(word in section.body for word in ("De eerste", "De tweede", "havermelk", "brood"))
    assert [str(one) for one in queries.brought_together_with(section.key, section.revision, plan=plan, seen=seen)] == [
        "Koen",
        "Dirk",
    ]


def test_the_same_paragraph_is_shown_and_never_overwritten(plan, seen, amina, koen, now, signed_in, place):
    write(plan, BASE.replace("Eerste", "Een nieuwe eerste"), seen, koen, now)
    mine = BASE.replace("Eerste", "Mijn eerste")
    with pytest.raises(Changed):
        write(plan, mine, seen, amina, now)
    page = signed_in(amina).post(place, {"body": mine, "version": seen})
    text = page.content.decode()
    assert page.status_code == 409
    assert "Wat Koen veranderde" in text
    assert '<ins><span class="sr">[nieuw: </span>Een nieuwe' in text
    assert "De hele tekst die er nu staat" in text
    assert "Mijn eerste alinea." in text
    assert f'name="version" value="{seen + 1}"' in text
    assert "Een nieuwe eerste" in Section.objects.get(key=WHY).body


def test_after_having_seen_theirs_what_one_sends_stands(plan, seen, amina, koen, now, signed_in, place):
    write(plan, BASE.replace("Eerste", "Een nieuwe eerste"), seen, koen, now)
    again = signed_in(amina).post(place, {"body": "<p>Samen.</p>", "version": seen + 1})
    assert (again.status_code, Section.objects.get(key=WHY).body) == (302, "<p>Samen.</p>")


def test_the_same_change_by_two_people_is_one_saving(plan, seen, amina, koen, now):
    both = BASE.replace("Eerste", "De eerste")
    write(plan, both, seen, koen, now)
    assert write(plan, both, seen, amina, now).revision == seen + 1


def test_a_revision_that_nobody_kept_is_never_merged(plan, seen, amina, koen, now):
    write(plan, BASE.replace("Eerste", "De eerste"), seen, koen, now)
    for forged in (0, 99, 2**40):
        with pytest.raises(Changed):
            write(plan, BASE.replace("brood", "roggebrood"), forged, amina, now)


@pytest.mark.parametrize("version", ["", "0", "-1", "x", "999", "9" * 30])
def test_a_form_with_another_number_loses_nothing(plan, seen, amina, signed_in, place, version):
    page = signed_in(amina).post(place, {"body": "<p>Van mij.</p>", "version": version})
    assert page.status_code in (409, 422)
    assert "Van mij." in page.content.decode()


def test_what_was_written_upon_a_version_that_was_set_aside_is_not_merged_into_another(plan, seen, amina, koen, now):
    """Only a text that grew out of what this person saw is brought together with his."""
    assert queries.is_written_upon(plan, "why", base=seen, now=seen)
    assert not queries.is_written_upon(plan, "why", base=seen, now=seen - 1)
