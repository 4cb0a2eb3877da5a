"""The group at work: agreements that members approve, goals, roles and tasks."""

import subprocess
from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.accounts.queries import account_of
from draagvlak.journal.models import Record
from draagvlak.lib.refusals import Changed
from draagvlak.notices.models import Message
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import CharterAnswer, GroupSeat, GroupTask, WorkingGroup
from draagvlak.planproject.rules import NotPossibleNow, NotReady, is_approved, missing_before_work
from draagvlak.planproject.states import CharterState, MemberRole
from draagvlak.planproject.tests.factories import confirmed
from draagvlak.staff.actions import end_employment
from draagvlak.staff.models import Employment
from draagvlak.stakeholders.models import Seat
from draagvlak.tenancy.actions import admit

FACTS = {"assignment": "Schrijf het plan.", "method": "Vier keer samen.", "may": "write", "decision_rule": "consensus"}


def here(organisation, name, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


@pytest.fixture
def group(set_up, employ, new_account, amina, koen, now):
    """Three members with an account and one without."""
    for first in ("Bram", "Carine", "Farid"):
        employ(first, account=new_account(first))
        admit(account=account_of(f"{first.lower()}@example.org"), organisation=set_up, at=now)
    employ("Rosa")
    project = actions.start_project(
        title="Plan", first_year=2027, last_year=2030, assignment="Maak het.", by=koen, at=now
    )
    return actions.seat_whole_team(project=project, mandate="Het team schrijft.", by=amina, at=now)


@pytest.fixture
def asked(group, amina, now):
    charter = actions.write_charter(group=group, facts=FACTS, version=0, by=amina, at=now)
    return actions.ask_members(charter=charter, by=amina, at=now, root="https://vto.example")


def seat(first):
    return GroupSeat.objects.get(member__first_name=first)


def account(first):
    return seat(first).member.account


def say(charter, first, now, *, yes=True, by=None):
    said = {"is_yes": yes, "remark": "" if yes else "Te vaag.", "read": charter.edition}
    return actions.answer_charter(charter=charter, seat=seat(first), said=said, by=by or account(first), at=now)


@pytest.mark.parametrize(
    ("members", "yes", "no", "approved"),
    [(4, 2, 0, False), (4, 3, 1, True), (5, 3, 2, True), (3, 2, 0, True), (1, 1, 0, True), (2, 1, 1, False)],
)
def test_more_than_half_of_all_members_must_agree(members, yes, no, approved):
    assert is_approved(members=members, yes=yes, no=no) is approved


def test_a_group_needs_a_sponsor_who_said_yes_a_goal_a_charter_and_a_chair():
    nothing = {"is_confirmed": False, "goals": 0, "has_charter": False, "has_chair": False}
    assert missing_before_work(**nothing) == ["sponsor", "goal", "charter", "chair"]
    assert missing_before_work(is_confirmed=True, goals=1, has_charter=True, has_chair=True) == []


def test_members_approve_and_then_the_text_is_fixed(asked, group, amina, now):
    for first in ("Bram", "Carine"):
        say(asked, first, now)
    asked.refresh_from_db()
    assert asked.state == CharterState.ASKED
    say(asked, "Rosa", now, by=amina)  # written down for who has no account
    asked.refresh_from_db()
    assert (asked.state, queries.charter_in_force(group)) == (CharterState.APPROVED, asked)
    say(asked, "Farid", now)  # who comes later is still heard
    again = actions.write_charter(group=group, facts={**FACTS, "method": "Vijf keer."}, version=0, by=amina, at=now)
    assert (again.number, queries.charter_in_force(group).method) == (2, "Vier keer samen.")


def test_a_changed_text_asks_everybody_again(asked, group, amina, now):
    say(asked, "Bram", now)
    actions.write_charter(group=group, facts={**FACTS, "method": "Anders."}, version=asked.version, by=amina, at=now)
    asked.refresh_from_db()
    assert (asked.state, CharterAnswer.objects.count()) == (CharterState.DRAFT, 0)


def test_a_no_needs_a_reason(asked, now):
    with pytest.raises(NotPossibleNow):
        said = {"is_yes": False, "remark": " ", "read": asked.edition}
        actions.answer_charter(charter=asked, seat=seat("Bram"), said=said, by=account("Bram"), at=now)


def test_two_who_write_at_once_both_keep_their_words(group, amina, koen, now, set_up, signed_in):
    actions.write_charter(group=group, facts={**FACTS, "method": "Van Koen."}, version=0, by=koen, at=now)
    with pytest.raises(Changed):
        actions.write_charter(group=group, facts=FACTS, version=0, by=amina, at=now)
    sent = {**FACTS, "method": "Van Amina.", "version": "0", "once": "a"}
    answer = signed_in(amina).post(here(set_up, "write_charter"), sent)
    page = answer.content.decode()
    assert (answer.status_code, "Van Koen." in page, "Van Amina." in page) == (409, True, True)


def test_everyone_with_an_account_gets_a_mail_in_the_own_language(group, amina, now):
    carine = account("Carine")
    carine.language = "fr"
    carine.save()
    charter = actions.write_charter(group=group, facts=FACTS, version=0, by=amina, at=now)
    actions.ask_members(charter=charter, by=amina, at=now, root="https://vto.example")
    mails = {m.to: m for m in Message.objects.filter(body__contains="werkgroep/groep")}
    assert set(mails) == {"bram@example.org", "carine@example.org", "farid@example.org"}
    assert mails["carine@example.org"].subject != mails["bram@example.org"].subject


def test_the_group_does_not_go_to_work_without_a_goal_nor_before_the_sponsor_said_yes(
    asked, group, amina, els, today, now
):
    for first in ("Bram", "Carine", "Farid"):
        say(asked, first, now)
    actions.give_member_role(seat=seat("Bram"), facts={"role": MemberRole.CHAIR}, version=1, by=amina, at=now)
    with pytest.raises(NotReady, match="een doel van de groep"):
        actions.start_work(group=group, by=amina, at=now)
    facts = {"title": "Een ontwerp", "measure": "ligt er", "target": "1", "due_on": today, "owner": seat("Bram")}
    actions.set_group_goal(group=group, goal=None, facts=facts, version=0, by=amina, at=now)
    with pytest.raises(NotReady, match=r"Dit ontbreekt: een sponsor die doel, geld en tijd bevestigde\.$"):
        actions.start_work(group=group, by=amina, at=now)
    confirmed(group.project, sponsor=els, by=amina, at=now)
    group = WorkingGroup.objects.get(pk=group.pk)
    actions.start_work(group=group, by=amina, at=now)
    group.refresh_from_db()
    assert group.working_since == now
    with pytest.raises(NotPossibleNow):
        actions.start_work(group=group, by=amina, at=now)


def test_a_goal_or_task_in_the_past_is_refused_but_an_old_one_can_still_be_tracked(group, amina, today, now):
    facts = {"title": "x", "measure": "x", "target": "1", "due_on": today - timedelta(days=1), "owner": seat("Bram")}
    with pytest.raises(NotPossibleNow):
        actions.set_group_goal(group=group, goal=None, facts=facts, version=0, by=amina, at=now)
    goal = actions.set_group_goal(group=group, goal=None, facts={**facts, "due_on": today}, version=0, by=amina, at=now)
    later = now + timedelta(days=30)
    words = {**facts, "due_on": today, "state": "reached"}
    assert actions.set_group_goal(group=group, goal=goal, facts=words, version=1, by=amina, at=later).state == "reached"


def test_nobody_stands_in_for_himself(group, amina, now):
    facts = {"role": MemberRole.MEMBER, "substitute": seat("Bram").member}
    with pytest.raises(NotPossibleNow):
        actions.give_member_role(seat=seat("Bram"), facts=facts, version=1, by=amina, at=now)


def test_a_member_of_the_group_names_a_substitute_without_seeing_personnel_numbers(group, employ, set_up, signed_in):
    gust = employ("Gust", personnel_number="PN-4711")
    client, address = signed_in(account("Bram")), here(set_up, "give_member_role", pk=seat("Bram").pk)
    page = client.get(address).content.decode()
    assert '<option value="Gust Test">' in page
    assert "PN-4711" not in page
    assert client.post(address, {"role": "member", "substitute": "PN-4711", "once": "a"}).status_code == 422
    assert (
        client.post(address, {"role": "member", "substitute": "gust test", "version": 1, "once": "b"}).status_code
        == 302
    )
    assert seat("Bram").substitute == gust
    assert 'value="Gust Test"' in client.get(address).content.decode()


def test_two_who_give_the_same_member_a_role_both_see_what_stands_there(group, amina, koen, set_up, signed_in):
    address = here(set_up, "give_member_role", pk=seat("Bram").pk)
    first, second = ({"role": role, "substitute": "", "version": 1, "once": role} for role in ("chair", "secretary"))
    assert signed_in(amina).post(address, first).status_code == 302
    page = signed_in(koen).post(address, second)
    assert (page.status_code, seat("Bram").role) == (409, MemberRole.CHAIR)
    assert "Iemand wijzigde dit ondertussen." in page.content.decode()
    assert [str(theirs) for _label, theirs, _is_rich in page.context["theirs"]] == ["voorzitter"]


def test_what_a_member_left_behind_waits_for_the_coordinator_to_give_it_to_somebody_else(
    group, amina, today, now, set_up, signed_in
):
    facts = {"what": "Bevraag de nacht", "owner": seat("Bram"), "due_on": today + timedelta(days=9), "remind_days": 7}
    task = actions.set_group_task(group=group, task=None, facts=facts, version=0, by=amina, at=now)
    client, desk = signed_in(amina), reverse("desk:tasks", kwargs={"organisation": set_up.slug})
    assert "Geef door aan iemand anders: Bevraag de nacht" not in client.get(desk).content.decode()
    leave("Bram", on=today, by=amina, at=now)
    assert "Geef door aan iemand anders: Bevraag de nacht" in client.get(desk).content.decode()
    sent = {**facts, "owner": seat("Farid").pk, "version": 1, "once": "a"}
    assert client.post(here(set_up, "change_group_task", pk=task.pk), sent).status_code == 302
    assert "Geef door aan iemand anders: Bevraag de nacht" not in client.get(desk).content.decode()


def test_a_task_stands_in_the_list_of_its_owner_in_time_and_its_substitute_may_finish_it(
    group, amina, today, now, set_up, signed_in
):
    facts = {"what": "Bevraag de nacht", "owner": seat("Bram"), "due_on": today + timedelta(days=9), "remind_days": 7}
    task = actions.set_group_task(group=group, task=None, facts=facts, version=0, by=amina, at=now)
    assert queries.tasks_that_ask(account("Bram"), group, today=today) == []
    assert queries.tasks_that_ask(account("Bram"), group, today=today + timedelta(days=2)) == [task]
    assert queries.tasks_that_ask(account("Carine"), group, today=today + timedelta(days=2)) == []
    address = here(set_up, "finish_group_task", pk=task.pk)
    assert signed_in(account("Farid")).get(address).status_code == 403
    role = {"role": MemberRole.MEMBER, "substitute": seat("Farid").member}
    actions.give_member_role(seat=seat("Bram"), facts=role, version=1, by=amina, at=now)
    assert signed_in(account("Farid")).post(address, {"note": "Gedaan.", "once": "a"}).status_code == 302
    assert GroupTask.objects.get().note == "Gedaan."


def shown_in(client, organisation):
    """The edition of the agreements that stands on the page where a member answers."""
    page = client.get(here(organisation, "answer_charter")).content.decode()
    return page.split('name="read" value="')[1].split('"')[0]


def test_a_yes_to_a_text_that_was_rewritten_meanwhile_is_no_yes(asked, group, amina, set_up, now, signed_in):
    bram = signed_in(account("Bram"))
    sent = {"is_yes": "1", "remark": "Mooi zo.", "read": shown_in(bram, set_up)}
    words = {"facts": {**FACTS, "assignment": "Iets heel anders."}, "version": asked.version}
    charter = actions.write_charter(group=group, **words, by=amina, at=now)
    taken_back = bram.post(here(set_up, "answer_charter"), {**sent, "once": "a"})
    assert (taken_back.status_code, "Mooi zo." in taken_back.content.decode()) == (409, True)
    actions.ask_members(charter=charter, by=amina, at=now)
    other = bram.post(here(set_up, "answer_charter"), {**sent, "once": "b"})
    text = other.content.decode()
    assert (other.status_code, "De afspraken zijn intussen herschreven." in text) == (409, True)
    assert (CharterAnswer.objects.count(), "Iets heel anders." in text, "Mooi zo." in text) == (0, True, True)
    read = {**sent, "read": text.split('name="read" value="')[1].split('"')[0], "once": "c"}
    assert bram.post(here(set_up, "answer_charter"), read).status_code == 302
    assert CharterAnswer.objects.get().charter.assignment == "Iets heel anders."


def leave(first, *, on, by, at):
    return end_employment(employment=Employment.objects.get(member__first_name=first), ends_on=on, by=by, at=at)


def test_agreements_hold_once_who_had_not_answered_leaves(asked, amina, today, now):
    say(asked, "Bram", now)
    say(asked, "Carine", now)
    asked.refresh_from_db()
    assert asked.state == CharterState.ASKED
    leave("Rosa", on=today - timedelta(days=1), by=amina, at=now)
    asked.refresh_from_db()
    assert asked.state == CharterState.APPROVED
    assert Record.objects.filter(act="planproject.approve_charter").count() == 1


def test_who_leaves_in_two_months_sits_in_the_group_until_then(asked, group, amina, set_up, today, now, signed_in):
    later = today + timedelta(days=60)
    leave("Bram", on=later, by=amina, at=now)
    bram = signed_in(account("Bram"))
    assert "Bram" in bram.get(here(set_up, "group")).content.decode()
    sent = {"is_yes": "1", "remark": "", "read": shown_in(bram, set_up), "once": "a"}
    assert bram.post(here(set_up, "answer_charter"), sent).status_code == 302
    counted = [queries.seats_of(group, on=day).count() for day in (today, later - timedelta(days=1), later)]
    assert counted == [4, 4, 3]


def test_who_leaves_sooner_than_was_said_loses_the_seat_sooner(group, amina, today, now):
    leave("Bram", on=today + timedelta(days=60), by=amina, at=now)
    leave("Bram", on=today, by=amina, at=now)
    kept = Seat.objects.get(member__first_name="Bram", body__kind="working_group")
    assert (queries.seats_of(group, on=today).count(), seat("Bram").ends_on, kept.ends_on) == (3, today, today)


def test_a_member_reads_and_says_yes_on_the_page(asked, set_up, signed_in):
    bram = signed_in(account("Bram"))
    assert "Lees de afspraken en zeg ja" in bram.get(here(set_up, "group")).content.decode()
    sent = {"is_yes": "1", "remark": "", "read": shown_in(bram, set_up), "once": "a"}
    assert bram.post(here(set_up, "answer_charter"), sent).status_code == 302
    page = bram.get(here(set_up, "group")).content.decode()
    assert "1 van 4 antwoordden" in page
    assert "Lees de afspraken en zeg ja" not in page


def test_the_agreements_hang_on_the_wall(asked, set_up, amina, now, signed_in, tmp_path):
    assert signed_in(amina).get(here(set_up, "charter_poster")).status_code == 404
    for first in ("Bram", "Carine", "Farid"):
        say(asked, first, now)
    file = tmp_path / "affiche.pdf"
    file.write_bytes(signed_in(amina).get(here(set_up, "charter_poster")).content)
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    assert "De werkgroep: wat we doen" in text
    assert "Schrijf het plan." in text
