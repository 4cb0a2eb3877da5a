"""Row B0.2: somebody of a partner sees the assignment he works on, and nothing else of the organisation."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from draagvlak.desk.queries import surroundings_of, tasks_for
from draagvlak.notices.models import Message
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import AssignmentFile, AssignmentGuest, AssignmentMessage
from draagvlak.planproject.rules import NoClause, NotPossibleNow, OfTheHouse
from draagvlak.planproject.tests.factories import a_partner, a_project, an_assignment
from draagvlak.stakeholders.models import Seat
from draagvlak.tenancy.models import Membership, Organisation
from draagvlak.tenancy.queries import belongs_to, is_guest_of

ROOT = "https://vto.example.be"


@pytest.fixture
def assignment(set_up, koen, now):
    return an_assignment(a_project(by=koen, at=now), by=koen, at=now)


def invite(assignment, email="nele@debrug.example", *, by, at):
    return actions.invite_guest(assignment=assignment, email=email, name="Nele", by=by, at=at, root=ROOT)


@pytest.fixture
def nele(assignment, koen, now):
    return invite(assignment, by=koen, at=now).account


def to(name, organisation, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


def test_a_guest_gets_an_invitation_and_is_not_of_the_house(nele, organisation):
    mail = Message.objects.get(to="nele@debrug.example")
    nele.forget()
    assert (mail.is_private, f"{ROOT}/aanmelden/wachtwoord-kiezen/" in mail.body) == (True, True)
    assert (is_guest_of(nele, organisation), belongs_to(nele, organisation)) == (True, False)


def test_a_guest_finds_his_assignment_from_the_start_and_sees_what_was_put_there(
    nele, assignment, koen, signed_in, organisation, now
):
    actions.add_paper(assignment=assignment, name="vragen.txt", content=b"Tien vragen.", by=koen, at=now)
    actions.write_message(assignment=assignment, text="Welkom, Nele.", by=koen, at=now)
    client = signed_in(nele)
    assert client.get("/").url == to("my_assignments", organisation)
    page = client.get(to("my_assignments", organisation)).content.decode()
    assert to("assignment", organisation, pk=assignment.pk) in page
    text = client.get(to("assignment", organisation, pk=assignment.pk)).content.decode()
    for words in ("Leid drie sessies.", "vragen.txt", "Welkom, Nele."):
        assert words in text
    paper = client.get(to("download_paper", organisation, pk=AssignmentFile.objects.get().pk))
    assert (paper.content, "attachment" in paper["Content-Disposition"]) == (b"Tien vragen.", True)


def test_what_stands_around_a_guests_page_says_nothing_about_the_house(nele, assignment, signed_in, organisation):
    client = signed_in(nele)
    pages = [
        client.get(to("my_assignments", organisation)),
        client.get(to("assignment", organisation, pk=assignment.pk)),
    ]
    # The page that says no is drawn with the same surroundings.
    pages.append(client.get(reverse("desk:tasks", kwargs={"organisation": organisation.slug})))
    for page in pages:
        text = page.content.decode()
        for hidden in ("/logboek/", "/mensen/", "/beleidsplan/", "/wie-doet-wat/", "Laatste zegel", "beam-step"):
            assert hidden not in text
    shell = surroundings_of(nele, organisation).shell
    assert (shell.is_guest, shell.more, shell.steps, shell.records, shell.seal) == (True, (), (), 0, "")
    assert [entry.name for entry in shell.menu] == ["Mijn opdracht"]


def test_what_we_thought_of_it_and_who_else_may_enter_is_not_for_the_guest(
    nele, assignment, koen, signed_in, organisation, now
):
    invite(assignment, "tweede@debrug.example", by=koen, at=now)
    text = signed_in(nele).get(to("assignment", organisation, pk=assignment.pk)).content.decode()
    assert "tweede@debrug.example" not in text
    for name in ("change_assignment", "receive_result", "invite_guest"):
        assert to(name, organisation, pk=assignment.pk) not in text


def test_a_guest_enters_no_other_assignment_and_reads_none_of_its_papers(
    nele, assignment, koen, signed_in, organisation, now
):
    other = an_assignment(assignment.project, by=koen, at=now, partner=a_partner(by=koen, at=now), title="Iets anders")
    paper = actions.add_paper(assignment=other, name="geheim.txt", content=b"Geheim.", by=koen, at=now)
    client = signed_in(nele)
    for name, pk in (
        ("assignment", other.pk),
        ("add_paper", other.pk),
        ("write_message", other.pk),
        ("download_paper", paper.pk),
    ):
        assert client.get(to(name, organisation, pk=pk)).status_code == 403, name
    assert client.post(to("write_message", organisation, pk=other.pk), {"text": "Hallo"}).status_code == 403
    mine = client.get(to("my_assignments", organisation)).content.decode()
    assert "Iets anders" not in mine


def test_an_old_seat_in_a_body_does_not_open_its_doors_to_a_guest(
    nele, assignment, bodies, koen, signed_in, organisation, today
):
    """The seat says yes; the fence before all rights says no."""
    Seat.objects.create(body=bodies["works_council"], holder=nele, function="member", starts_on=today)
    for name in ("desk:journal", "decisions:dossiers", "planproject:plan", "planproject:means"):
        address = reverse(name, kwargs={"organisation": organisation.slug})
        assert signed_in(nele).get(address).status_code == 403, name


def test_the_facts_alone_keep_a_guest_out_too(nele, organisation):
    """The fence stands before the doors; without it the rights still say no to what is for everybody of the house."""
    from draagvlak.lib.rights import may, table

    nele.forget()
    for right in ("desk.see_my_tasks", "staff.see_people", "policyplan.see_plan", "stakeholders.see_matrix"):
        assert right in table()
        assert not may(nele, right, organisation)


def test_a_guest_writes_and_brings_a_paper_and_we_hear_that_it_is_there(
    nele, assignment, amina, signed_in, organisation
):
    client = signed_in(nele)
    client.post(to("write_message", organisation, pk=assignment.pk), {"text": "Mag het ook ’s avonds?"})
    file = SimpleUploadedFile("verslag.txt", b"Wat we hoorden.")
    sent = client.post(to("add_paper", organisation, pk=assignment.pk), {"file": file})
    assert (sent.url, AssignmentMessage.objects.get().by) == (to("assignment", organisation, pk=assignment.pk), nele)
    mail = Message.objects.get(to=amina.email, subject__startswith="Nieuw bericht")
    assert "’s avonds" not in mail.body
    assert AssignmentFile.objects.get().file.kept_by == nele


def test_a_message_of_ours_is_told_to_the_guests(nele, assignment, amina, now):
    actions.write_message(assignment=assignment, text="Welkom.", by=amina, at=now)
    assert Message.objects.filter(to=nele.email, subject__startswith="Nieuw bericht").count() == 1


def test_nobody_is_invited_before_the_clause_about_personal_data(assignment, koen, now):
    from draagvlak.stakeholders.models import Partner

    Partner.objects.update(clause_on=None)
    assignment.partner.refresh_from_db()
    with pytest.raises(NoClause, match="persoonsgegevens"):
        invite(assignment, by=koen, at=now)
    assert not AssignmentGuest.objects.exists()


def test_who_belongs_to_the_house_or_works_here_is_no_guest(assignment, bram, employ, koen, now):
    with pytest.raises(OfTheHouse):
        invite(assignment, bram.email, by=koen, at=now)
    employ("Rosa", email="rosa@example.org")
    with pytest.raises(OfTheHouse):
        invite(assignment, "rosa@example.org", by=koen, at=now)


def test_a_guest_is_invited_once_for_an_assignment(nele, assignment, koen, now):
    with pytest.raises(OfTheHouse, match="al toegang"):
        invite(assignment, by=koen, at=now)


def test_when_the_access_ends_the_organisation_is_gone_for_the_guest(
    nele, assignment, koen, signed_in, organisation, now
):
    client = signed_in(nele)
    guest = AssignmentGuest.objects.get()
    actions.end_guest(guest=guest, by=koen, at=now)
    assert client.get(to("assignment", organisation, pk=assignment.pk)).status_code == 404
    assert Membership.objects.get(account=nele).ends_at == now
    with pytest.raises(NotPossibleNow):
        actions.end_guest(guest=guest, by=koen, at=now)


def test_the_result_closes_the_assignment_for_its_guests_and_leaves_them_their_other_one(
    nele, assignment, koen, signed_in, organisation, now, today
):
    other = an_assignment(assignment.project, by=koen, at=now, partner=assignment.partner, title="Evaluatie")
    invite(other, by=koen, at=now)
    actions.receive_result(assignment=assignment, received_on=today, verdict="Goed.", by=koen, at=now)
    client = signed_in(nele)
    assert client.get(to("assignment", organisation, pk=assignment.pk)).status_code == 403
    assert client.get(to("assignment", organisation, pk=other.pk)).status_code == 200
    with pytest.raises(NotPossibleNow, match="afgerond"):
        actions.write_message(assignment=assignment, text="Nog iets.", by=koen, at=now)
    actions.receive_result(assignment=other, received_on=today, verdict="", by=koen, at=now)
    assert client.get(to("my_assignments", organisation)).status_code == 404


def test_a_result_that_has_yet_to_come_closes_nothing(nele, assignment, koen, signed_in, organisation, now, today):
    with pytest.raises(NotPossibleNow, match="moet nog komen"):
        day = today + timedelta(days=1)
        actions.receive_result(assignment=assignment, received_on=day, verdict="Goed.", by=koen, at=now)
    assert signed_in(nele).get(to("assignment", organisation, pk=assignment.pk)).status_code == 200


def test_a_guest_who_comes_to_work_here_is_of_the_house_and_stays_so(
    nele, assignment, koen, signed_in, organisation, now, today
):
    from draagvlak.stakeholders.actions import assign_role
    from draagvlak.stakeholders.states import RoleKind

    assign_role(kind=RoleKind.HR_OFFICER, holder=nele, starts_on=today, by=koen, at=now)
    assert belongs_to(nele, organisation)
    # What was given to the guest is not given to the colleague.
    assert signed_in(nele).get(to("assignment", organisation, pk=assignment.pk)).status_code == 403
    actions.receive_result(assignment=assignment, received_on=today, verdict="", by=koen, at=now)
    nele.forget()
    assert belongs_to(nele, organisation)


def test_a_guest_here_may_be_of_the_house_elsewhere(assignment, greet, koen, signed_in, organisation, now):
    invite(assignment, greet.email, by=koen, at=now)
    client = signed_in(greet)
    page = client.get("/").content.decode()
    assert to("my_assignments", organisation) in page
    assert "/o/terweide/" in page
    assert client.get("/o/terweide/").status_code == 200
    assert client.get(f"/o/{organisation.slug}/").status_code == 403


def test_guests_are_in_no_list_of_people_to_choose_from(nele, organisation):
    from draagvlak.tenancy.queries import members_of

    assert nele not in members_of(organisation)


def test_a_guest_has_no_doors_in_another_organisation(nele, greet, assignment, koen):
    there = Organisation.objects.get(slug="terweide")
    client = Client()
    client.force_login(nele, backend="allauth.account.auth_backends.AuthenticationBackend")
    for name in ("my_assignments", "project"):
        assert client.get(to(name, there)).status_code == 404
    with scope(organisation=there):
        assert not queries.assignments().exists()


def test_an_assignment_that_is_over_time_waits_for_the_coordinator(assignment, amina, koen, organisation, now, today):
    def asked(days):
        amina.forget()
        titles = [task.title for task in tasks_for(amina, organisation, today=today + timedelta(days=days))]
        return "Rond de opdracht af: Werksessies" in titles

    assert (asked(30), asked(31)) == (False, True)


def test_an_assignment_does_not_end_before_it_starts(assignment, koen, now, today):
    with pytest.raises(NotPossibleNow):
        an_assignment(
            assignment.project,
            by=koen,
            at=now,
            partner=assignment.partner,
            starts_on=today,
            ends_on=today - timedelta(days=1),
        )
