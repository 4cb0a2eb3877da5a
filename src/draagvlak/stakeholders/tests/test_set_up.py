from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from draagvlak.decisions.models import Mandate
from draagvlak.stakeholders import actions, queries
from draagvlak.stakeholders.rules import NobodyLeft

ADDRESS = {"organisation": "lindehof"}


@pytest.fixture
def facts():
    return {
        "name": "Kompas",
        "joint_committee": "329.01",
        "heads": 16,
        "fte": Decimal("11.4"),
        "hours_per_half_day": Decimal("3.8"),
    }


def test_the_wizard_is_walked_in_three_steps_through_its_forms(organisation, koen, amina, signed_in):
    client = signed_in(koen)
    first = {"name": "Kompas", "joint_committee": "329.01", "heads": "16", "fte": "11,4", "hours_per_half_day": "3,8"}
    page = client.get(reverse("stakeholders:set_up", kwargs=ADDRESS))
    first["regions"] = ["BR", "VL"]
    first["version"] = page.context["form"]["version"].value()
    one = client.post(reverse("stakeholders:set_up", kwargs=ADDRESS), first)
    assert one.url == reverse("stakeholders:set_up_bodies", kwargs=ADDRESS)
    two = client.post(one.url, {"board": "Bestuursorgaan"})
    assert two.url == reverse("stakeholders:finish_set_up", kwargs=ADDRESS)
    refused = client.post(two.url, {"absent": ["line_manager"]})
    assert refused.status_code == 409
    assert "personeelsverantwoordelijke" in refused.content.decode()
    assert client.post(two.url, {"absent": ["line_manager", "hr_officer"]}).status_code == 302
    assert queries.profile().set_up_at is not None
    assert queries.profile().regions == ["BR", "VL"]
    assert "Brussel en Vlaanderen" in client.get(reverse("stakeholders:who_does_what", kwargs=ADDRESS)).content.decode()


def test_an_organisation_stands_in_a_region(set_up, koen, signed_in):
    address = reverse("stakeholders:set_up", kwargs=ADDRESS)
    form = signed_in(koen).get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    assert sent["regions"] == ["VL"]
    for strange in ([], ["NL"]):
        assert signed_in(koen).post(address, {**sent, "regions": strange}).status_code == 422
    assert queries.profile().regions == ["VL"]


def test_of_two_windows_on_the_set_up_the_second_sees_what_the_first_wrote(set_up, koen, amina, signed_in):
    address = reverse("stakeholders:set_up", kwargs=ADDRESS)
    form = signed_in(koen).get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    assert signed_in(amina).post(address, {**sent, "heads": "90", "once": "a"}).status_code == 302
    second = signed_in(koen).post(address, {**sent, "heads": "110", "once": "b"})
    assert (second.status_code, queries.profile().heads) == (409, 90)
    assert [(theirs, str(label)) for label, theirs, _rich in second.context["theirs"]] == [
        ("90", str(form.fields["heads"].label))
    ]
    again = {**sent, "heads": "110", "version": second.context["form"]["version"].value(), "once": "c"}
    assert signed_in(koen).post(address, again).status_code == 302
    assert queries.profile().heads == 110


@pytest.mark.parametrize(
    ("present", "speaks"),
    [
        ({"works_council": "OR", "union_delegation": "SD", "safety_committee": "CPBW"}, "works_council"),
        ({"union_delegation": "SD", "safety_committee": "CPBW"}, "union_delegation"),
        ({"safety_committee": "CPBW"}, "safety_committee"),
        ({}, "workers"),
    ],
)
def test_the_body_that_advises_falls_back_in_the_order_of_the_law(
    organisation, amina, koen, now, facts, present, speaks
):
    actions.describe_organisation(facts=facts, by=koen, at=now)
    actions.answer_bodies(present={"board": "Bestuur", **present}, by=koen, at=now)
    actions.finish_set_up(absent={"line_manager": "klein", "hr_officer": "klein"}, by=koen, at=now)
    strengths = {mandate.body.kind: mandate.strength for mandate in Mandate.objects.select_related("body")}
    assert strengths[speaks] == "advice"
    assert strengths["board"] == "approval"


def test_without_a_board_management_approves(organisation, amina, koen, now, facts):
    actions.describe_organisation(facts=facts, by=koen, at=now)
    actions.answer_bodies(present={}, by=koen, at=now)
    actions.finish_set_up(absent={"line_manager": "klein", "hr_officer": "klein"}, by=koen, at=now)
    assert Mandate.objects.get(strength="approval").body.kind == "management"


def test_nobody_may_be_forgotten(organisation, koen, now):
    with pytest.raises(NobodyLeft, match="VTO-coördinator"):
        actions.finish_set_up(
            absent={
                "line_manager": "x",
                "hr_officer": "x",
                "board": "x",
                "works_council": "x",
                "union_delegation": "x",
            },
            by=koen,
            at=now,
        )


def test_a_body_that_is_no_longer_there_ends_and_its_new_name_is_kept(bodies, koen, now, today):
    actions.answer_bodies(present={"board": "Raad van beheer"}, by=koen, at=now)
    names = dict(queries.bodies(on=today.fromordinal(today.toordinal() + 1)).values_list("kind", "name"))
    assert names["board"] == "Raad van beheer"
    assert "works_council" not in names


def test_a_body_left_out_by_mistake_and_named_again_the_same_day_is_there_to_stay(bodies, koen, now, today):
    council, everything = bodies["works_council"], {kind: body.name for kind, body in bodies.items()}
    actions.answer_bodies(present={**everything, "works_council": ""}, by=koen, at=now)
    assert queries.profile().absent["works_council"] == "set_up"
    actions.answer_bodies(present=everything, by=koen, at=now)
    council.refresh_from_db()
    assert (council.ends_on, "works_council" in queries.profile().absent) == (None, False)
    assert queries.body_of_kind("works_council", on=today + timedelta(days=1)) == council


def test_the_page_says_what_the_law_expects_at_this_size_and_what_is_to_be_checked(
    organisation, koen, now, facts, signed_in
):
    actions.describe_organisation(facts={**facts, "heads": 120}, by=koen, at=now)
    page = signed_in(koen).get(reverse("stakeholders:set_up_bodies", kwargs=ADDRESS)).content.decode()
    assert "Bij 120 mensen" in page
    assert "vanaf 100" in page
    assert "geen juridisch advies" in page
