from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from draagvlak.decisions.models import Mandate
from draagvlak.journal.models import Record
from draagvlak.stakeholders import actions, queries
from draagvlak.stakeholders.rules import NobodyLeft
from draagvlak.stakeholders.states import Size

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


def shown(page):
    """What the form of a page holds when it is opened."""
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def test_the_wizard_is_walked_in_three_steps_through_its_forms(organisation, koen, amina, signed_in):
    client = signed_in(koen)
    first = {"name": "Kompas", "joint_committee": "329.01", "heads": "16", "fte": "11,4", "hours_per_half_day": "3,8"}
    page = client.get(reverse("stakeholders:set_up", kwargs=ADDRESS))
    first["regions"] = ["BR", "VL"]
    first["version"] = page.context["form"]["version"].value()
    one = client.post(reverse("stakeholders:set_up", kwargs=ADDRESS), first)
    assert one.url == reverse("stakeholders:set_up_bodies", kwargs=ADDRESS)
    two = client.post(one.url, {"board": "Bestuursorgaan", "version": shown(client.get(one.url))["version"]})
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


def test_of_two_windows_on_the_bodies_the_second_ends_nothing_unseen(set_up, koen, amina, today, signed_in):
    address = reverse("stakeholders:set_up_bodies", kwargs=ADDRESS)
    early, late = signed_in(koen), signed_in(amina)
    seen = shown(late.get(address))
    assert early.post(address, {**seen, "safety_committee": "CPBW", "once": "a"}).status_code == 302
    answer = late.post(address, {**seen, "board": "Bestuursorgaan", "once": "b"})
    assert answer.status_code == 409
    assert all(words in answer.content.decode() for words in ("CPBW", "Bestuursorgaan"))
    assert queries.body_of_kind("safety_committee", on=today).ends_on is None
    again = {**shown(late.get(address)), "board": "Bestuursorgaan", "once": "c"}
    assert late.post(address, again).status_code == 302
    assert queries.body_of_kind("safety_committee", on=today).ends_on is None


def test_who_empties_a_body_that_exists_is_asked_whether_that_is_meant(set_up, koen, signed_in, today):
    client, address = signed_in(koen), reverse("stakeholders:set_up_bodies", kwargs=ADDRESS)
    emptied = {**shown(client.get(address)), "works_council": " "}
    asked = client.post(address, {**emptied, "once": "a"})
    assert (asked.status_code, "Ja, dit is er niet meer: Ondernemingsraad" in asked.content.decode()) == (422, True)
    assert queries.body_of_kind("works_council", on=today).ends_on is None
    assert client.post(address, {**emptied, "is_meant": "on", "once": "b"}).status_code == 302
    assert queries.body_of_kind("works_council", on=today).ends_on == today


def test_the_last_step_can_be_walked_again_with_what_was_said_before(set_up, koen, amina, signed_in, new_account, now):
    client, address = signed_in(koen), reverse("stakeholders:finish_set_up", kwargs=ADDRESS)
    page = client.get(address)
    assert {"line_manager", "hr_officer"} <= set(shown(page)["absent"])
    assert client.post(address, {"absent": ["line_manager", "hr_officer"], "once": "a"}).status_code == 302
    carine = new_account("Carine")
    actions.assign_role(kind="line_manager", holder=carine, starts_on=now.date(), by=koen, at=now)
    offered = [value for value, _label in client.get(address).context["form"].fields["absent"].choices]
    assert offered == ["hr_officer"]


def test_another_name_for_the_board_is_an_act_and_every_page_says_it(set_up, koen, amina, now, signed_in):
    client, address = signed_in(koen), reverse("stakeholders:set_up_bodies", kwargs=ADDRESS)
    actions.start_matrix(size=Size.MEDIUM, by=amina, at=now)
    tasks = reverse("stakeholders:matrix", kwargs=ADDRESS)
    assert "Raad van bestuur: wat die kan doen" in client.get(tasks).content.decode()
    assert client.post(address, {**shown(client.get(address)), "board": "Bestuursorgaan"}).status_code == 302
    page = client.get(tasks).content.decode()
    assert ("Bestuursorgaan: wat die kan doen" in page, "aad van bestuur" in page) == (True, False)
    told = Record.objects.get(act="stakeholders.rename_body")
    assert told.details == {"was": "Raad van bestuur", "is": "Bestuursorgaan"}
