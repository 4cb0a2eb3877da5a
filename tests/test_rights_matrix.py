"""Who may enter which door. The oracle is written from the role descriptions (domain facts, sections 1.2, 2.11 and 4), not
from the code: every address of the project stands here, or the test fails."""

import re
from datetime import date
from typing import NamedTuple

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django_scopes import scope, scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.decisions.models import Dossier
from draagvlak.installation.demo import lindehof, terweide
from draagvlak.installation.demo.steps import Calendar
from draagvlak.lib import clock
from draagvlak.tenancy.models import Membership, Organisation
from tests.databases import fill_from

pytestmark = pytest.mark.long
# One person per part, in the demo organisation whose plan was approved.
PEOPLE = {
    "director": "koen@lindehof.example",
    "coordinator": "amina@lindehof.example",
    "hr": "hilde@lindehof.example",
    "leader": "carine@lindehof.example",
    "council": "dirk@lindehof.example",
    "delegate": "ria@lindehof.example",
    "board": "els@lindehof.example",
    "member": "bram@lindehof.example",
    "worker": "ayse@lindehof.example",
    "guest": "nele@debrug.example",
    "visitor": "leen.somers@fonds.example",  # asked to one meeting of the works council
}
# Somebody of a partner enters nothing but his own assignment (row B0.2).
EVERYONE = set(PEOPLE) - {"guest", "visitor"}
RUNS = {"director", "coordinator"}
SPEAKS = RUNS | {"council", "delegate", "board"}
# The council's secretary and one member sit in the working group as well, as does the team leader.
GROUP = {"member", "leader", "council"}
WRITES = RUNS | GROUP
RECORDS = RUNS | {"hr"}
FOLLOWS = SPEAKS | GROUP
# Who sits in the works council: the director chairs it, its secretary keeps the minutes.
COUNCIL = {"director", "council"}
DECIDES = COUNCIL | {"leader", "board"}
PARTIES = {"director", "delegate"}
TABLE = PARTIES | {"hr"}  # asked to the table by name, as an expert
# The director is on no staff list here, nor is the board.
AT_WORK = EVERYONE - {"director", "board"}

DOORS = {
    "desk:tasks": EVERYONE,
    "desk:where": EVERYONE,
    "desk:journal": SPEAKS,
    "desk:outbox": RUNS,
    "desk:mail_as_sent": RUNS,
    "desk:send_mail_again": RUNS,
    "desk:confirm_mail": RUNS,
    "desk:my_mail": EVERYONE,
    "desk:room": COUNCIL,  # the room of the works council: who sits in it
    "desk:treated": SPEAKS,  # who represents workers follows what was done with what they said, and who answers for it
    "desk:board_sheet": RUNS | {"board"},
    "staff:people": EVERYONE,
    "staff:person": RECORDS | {"leader"},
    "staff:register_person": RECORDS,
    "staff:change_person": RECORDS,
    "staff:change_function": RECORDS,
    "staff:end_employment": RECORDS,
    "staff:function_groups": RECORDS,
    "staff:read_list": RECORDS,
    "staff:map_list": set(),  # the lists of the demo are carried out, so their columns are no longer asked
    "staff:list": RECORDS,
    "staff:download_trial": RECORDS,
    "staff:try_again": RECORDS,
    "staff:drop_list": RECORDS,
    "staff:undo_list": RECORDS,
    "stakeholders:who_does_what": EVERYONE,
    "stakeholders:set_up": RUNS,
    "stakeholders:set_up_bodies": RUNS,
    "stakeholders:finish_set_up": RUNS,
    "stakeholders:seat_member": RUNS,
    "stakeholders:end_seat": RUNS,  # of a body that is not the delegation: that one seats its own people
    "stakeholders:give_function": RUNS,
    "stakeholders:assign_role": RUNS,
    "stakeholders:end_role": RUNS,
    "stakeholders:appoint_coordinator": {"director", "board"},
    "stakeholders:recognise_me": EVERYONE,
    "stakeholders:accept_role": {"coordinator"},
    "stakeholders:half_days": {"coordinator"},
    "stakeholders:use_half_day": {"coordinator"},
    "stakeholders:invite_member": RECORDS,
    "stakeholders:access": RECORDS,
    "stakeholders:end_access": RECORDS,  # that of a worker
    "stakeholders:partners": RUNS,
    "stakeholders:add_partner": RUNS,
    "stakeholders:change_partner": RUNS,
    "stakeholders:matrix": EVERYONE,
    "stakeholders:download_matrix": EVERYONE,
    "stakeholders:who_to_ask": EVERYONE,
    "stakeholders:my_part": EVERYONE,
    "stakeholders:tick_duty": RUNS,  # the line in the address is one that they decide on and carry out
    "stakeholders:answer_role": {"leader"},
    "stakeholders:start_matrix": RUNS,
    "stakeholders:add_line": RUNS,
    "stakeholders:set_line": RUNS,
    "stakeholders:add_matrix_role": RUNS,
    "stakeholders:end_matrix_role": RUNS,
    "stakeholders:review_matrix": RUNS,
    "stakeholders:add_agreement": RUNS,
    "stakeholders:end_agreement": RUNS,
    "planproject:extend_call": RUNS,
    "planproject:ask_category": RUNS,
    "planproject:fill_seat": RUNS,
    "planproject:print_answers": RUNS,
    "planproject:draw": EVERYONE,
    "planproject:publish_draw": RUNS,
    "planproject:carry_out_draw": RUNS,
    "planproject:withdraw_draw": RUNS,
    "planproject:download_draw": FOLLOWS,
    "planproject:group": EVERYONE,
    "planproject:charter_poster": EVERYONE,
    "planproject:write_charter": WRITES,
    "planproject:ask_members": WRITES,
    "planproject:answer_charter": GROUP,
    "planproject:answer_for_other": {"coordinator"},
    "planproject:start_work": WRITES,
    "planproject:give_member_role": WRITES,
    "planproject:set_group_goal": WRITES,
    "planproject:change_group_goal": WRITES,
    "planproject:set_group_task": WRITES,
    "planproject:change_group_task": WRITES,
    "planproject:finish_group_task": {"coordinator", "member"},  # the task in the address is the member's
    # How a stakeholder stands towards the plan judges people: only who makes the plan reads it.
    "stakeholders:register": WRITES,
    "stakeholders:propose_register": WRITES,
    "stakeholders:add_stakeholder": WRITES,
    "stakeholders:stakeholder": WRITES,
    "stakeholders:change_stakeholder": WRITES,
    "stakeholders:end_stakeholder": WRITES,
    "stakeholders:measure_attitude": WRITES,
    "stakeholders:plan_contact": WRITES,
    "stakeholders:change_contact": WRITES,
    "stakeholders:finish_contact": WRITES,
    "stakeholders:drop_contact": WRITES,
    "stakeholders:moments": EVERYONE,
    "planproject:news": EVERYONE,
    "planproject:announcement": EVERYONE,  # one that was made known to everyone
    "planproject:give_feedback": EVERYONE,
    "planproject:write_announcement": WRITES,
    "planproject:change_announcement": WRITES,
    "planproject:publish_announcement": WRITES,
    "planproject:delete_announcement": WRITES,
    "planproject:withdraw_announcement": WRITES,
    "planproject:poster": WRITES,
    "planproject:reach": WRITES,
    "planproject:add_paper_reach": WRITES,
    "planproject:answer_feedback": WRITES,
    "planproject:support": WRITES,
    "planproject:inclusion": WRITES,
    "planproject:constituencies": WRITES,
    "planproject:set_constituency": {"coordinator", "member"},  # the member's own seat
    "planproject:add_errand": {"coordinator", "member"},
    "planproject:project": EVERYONE,
    "planproject:start_project": RUNS,
    "planproject:choose_no_group": {"director"},
    "planproject:seat_whole_team": RUNS,
    "planproject:open_call": RUNS,
    "planproject:call": EVERYONE,
    "planproject:close_call": RUNS,
    "planproject:submit_candidacy": EVERYONE - {"director", "board"},  # who is on the staff list
    "planproject:enter_paper_candidacy": {"coordinator"},
    "planproject:compose_group": RUNS,
    "planproject:candidacy": {"member"},
    "planproject:change_candidacy": {"member"},
    "planproject:withdraw_candidacy": {"member"},
    "planproject:plan": FOLLOWS,
    "planproject:plan_project": RUNS,
    "planproject:name_sponsor": RUNS | {"board"},
    "planproject:confirm_project": {"board"},  # she is the sponsor of this project
    "planproject:end_project": {"director"},
    "planproject:add_point": RUNS | {"board"},
    "planproject:close_point": RUNS,
    "planproject:add_phase": RUNS,
    "planproject:change_phase": RUNS,
    "planproject:finish_phase": RUNS,
    "planproject:add_milestone": RUNS,
    "planproject:change_milestone": RUNS,
    "planproject:finish_milestone": RUNS,
    "planproject:add_risk": RUNS,
    "planproject:change_risk": RUNS,
    "planproject:write_report": RUNS,
    "planproject:report": FOLLOWS,
    "planproject:download_report": FOLLOWS,
    "planproject:means": FOLLOWS,
    "planproject:promise_time": RUNS,
    "planproject:plan_contact": RUNS,
    "planproject:drop_contact": RUNS,
    "planproject:log_time": {"coordinator"} | GROUP,
    "planproject:withdraw_time": {"coordinator", "member"},  # it is Bram's time
    "planproject:promise_money": RUNS,
    "planproject:withdraw_money_promise": RUNS,
    "planproject:use_money": RUNS,
    "planproject:withdraw_money_use": RUNS,
    "planproject:external": FOLLOWS,
    "planproject:weigh_partner": RUNS | GROUP,
    "planproject:decide_partner": {"director"},
    "planproject:give_assignment": RUNS,
    "planproject:change_assignment": RUNS,
    "planproject:receive_result": RUNS,
    "planproject:invite_guest": RUNS,
    "planproject:end_guest": RUNS,
    "planproject:take_away_paper": RUNS,
    "planproject:my_assignments": {"guest", "visitor"},
    "planproject:assignment": RUNS | {"guest"},
    "planproject:add_paper": RUNS | {"guest"},
    "planproject:write_message": RUNS | {"guest"},
    "planproject:download_paper": RUNS | {"guest"},
    "policyplan:plan": EVERYONE,
    "policyplan:start_plan": RUNS,
    "policyplan:write_section": WRITES,
    "policyplan:set_goal": WRITES,
    "policyplan:change_goal": WRITES,
    "policyplan:remove_goal": WRITES,
    "policyplan:new_version": WRITES,
    "policyplan:goal": EVERYONE,  # the plan is in force, so its lines are everybody's
    "policyplan:sight": EVERYONE,
    "policyplan:workshop": EVERYONE,
    "policyplan:download_workshop": EVERYONE,
    "policyplan:add_activity": WRITES,
    "policyplan:change_activity": WRITES,
    "policyplan:remove_activity": WRITES,
    "policyplan:submit_version": RUNS,
    "policyplan:version": EVERYONE,
    "policyplan:download_plan": EVERYONE,
    "policyplan:compare_versions": WRITES | SPEAKS,  # the older one was never adopted
    "policyplan:choose_versions": EVERYONE,
    "policyplan:download_differences": WRITES | SPEAKS,
    # What was written on the way, and by whom, is for who writes the plan; what one has read is everybody's own.
    "policyplan:history": WRITES,
    "policyplan:goal_history": WRITES,
    "policyplan:restore_section": WRITES,
    "policyplan:be_present": WRITES,
    "policyplan:read_changes": EVERYONE,
    "policyplan:document": EVERYONE,
    "policyplan:vision": EVERYONE,
    "policyplan:vision_version": EVERYONE,
    "policyplan:adopt_vision": {"director", "board"},
    "policyplan:reopen_vision": {"director", "board"},
    "policyplan:withdraw_contribution": {"member"},
    "policyplan:contribute": EVERYONE,
    "policyplan:settle_answer": WRITES,
    # A round asks everybody at work; the director makes the plan but is not on the staff list, the board reads the result.
    # Notes in the margin are the talk of who writes the plan; everybody else speaks in a round.
    "policyplan:notes": WRITES,
    "policyplan:write_note": WRITES,
    "policyplan:note": WRITES,
    "policyplan:change_note": {"member"},  # it is Bram's note
    "policyplan:withdraw_note": {"member"},
    "policyplan:read_note": {"leader"},  # he asked Carine to look
    "policyplan:assign_note": WRITES,
    "policyplan:settle_note": WRITES,
    "policyplan:reopen_note": WRITES,
    "policyplan:take_over_note": WRITES,
    "policyplan:decline_note": WRITES,
    "policyplan:consultations": EVERYONE,
    "policyplan:open_consultation": RUNS,
    "policyplan:open_consultation_on_regulation": RUNS,
    "policyplan:consultation": EVERYONE - {"board"},
    "policyplan:say": EVERYONE - {"director", "board"},
    "policyplan:say_for_others": EVERYONE - {"board"},
    "policyplan:say_nothing": EVERYONE - {"director", "board"},
    "policyplan:print_consultation": EVERYONE - {"board"},
    "policyplan:change_remark": {"member"},  # it is Bram's remark
    "policyplan:remarks": WRITES | {"delegate"},  # the delegate checks that every remark got an answer
    "policyplan:merge_remarks": WRITES,
    "policyplan:move_remark": WRITES,
    "policyplan:answer_remarks": WRITES,
    "policyplan:extend_consultation": RUNS,
    "policyplan:close_consultation": RUNS,
    "policyplan:conclude_consultation": RUNS,
    "policyplan:consultation_result": EVERYONE,
    "policyplan:framework": EVERYONE,
    "policyplan:item": EVERYONE,
    "policyplan:calendar": EVERYONE,
    "policyplan:calendar_of_year": EVERYONE,
    "policyplan:take_line": RUNS,
    "policyplan:refuse_line": RUNS,
    "policyplan:move_line": RUNS,
    "policyplan:set_deadline": WRITES | {"hr"},
    "policyplan:finish_deadline": WRITES | {"hr"},
    "policyplan:drop_deadline": WRITES | {"hr"},
    "policyplan:add_file": WRITES | {"hr"},
    "policyplan:download_file": EVERYONE,
    "policyplan:take_away_file": WRITES | {"hr"},
    "policyplan:review_plan": WRITES,
    "policyplan:take_library": WRITES | {"hr"},
    "policyplan:add_item": WRITES | {"hr"},
    "policyplan:change_item": WRITES | {"hr"},
    "policyplan:remove_item": WRITES | {"hr"},
    "policyplan:add_organisation_goal": WRITES | {"hr"},
    "policyplan:change_organisation_goal": WRITES | {"hr"},
    # The regulation in force is for everybody, its draft for who writes the plan; counts of readers for who follows it up.
    "policyplan:regulation": EVERYONE,
    "policyplan:regulation_version": EVERYONE,
    "policyplan:download_regulation": EVERYONE,
    "policyplan:compare_regulation": WRITES,  # the newer one is a draft
    "policyplan:start_regulation": WRITES,
    "policyplan:take_examples": WRITES,
    "policyplan:add_article": WRITES,
    "policyplan:change_article": WRITES,
    "policyplan:move_article": WRITES,
    "policyplan:remove_article": WRITES,
    "policyplan:new_regulation_version": WRITES,
    "policyplan:submit_regulation": RUNS,
    "policyplan:confirm_reading": AT_WORK,
    "policyplan:readers": RUNS | {"council", "delegate"},
    "policyplan:note_reading": RUNS,
    "policyplan:remind_readers": RUNS,
    # Deciding together: who leads a team, the council and the board are asked in this round; the director sits in the council.
    "policyplan:codecisions": EVERYONE,
    "policyplan:codecision": RUNS | DECIDES,
    "policyplan:print_codecision": RUNS | DECIDES,
    "policyplan:download_codecision": RUNS | DECIDES,
    "policyplan:speak_on_line": DECIDES,
    "policyplan:start_codecision": RUNS,
    "policyplan:change_codecision": RUNS,
    "policyplan:add_line": RUNS,
    "policyplan:change_line": RUNS,
    "policyplan:remove_line": RUNS,
    "policyplan:open_codecision": RUNS,
    "policyplan:speak_on_paper": RUNS,
    "policyplan:extend_codecision": RUNS,
    "policyplan:discard_codecision": RUNS,
    "policyplan:close_codecision": RUNS,
    "policyplan:conclude_line": RUNS,
    "policyplan:conclude_codecision": RUNS,
    "policyplan:take_over_line": RUNS,
    # Employer and delegation negotiate; who they asked as an expert reads and gives advice; the rest reads what was signed.
    "policyplan:agreements": EVERYONE,
    "policyplan:agreement": EVERYONE,
    "policyplan:download_agreement": EVERYONE,
    "policyplan:download_agreement_file": EVERYONE,
    "policyplan:open_negotiation": PARTIES,
    "policyplan:negotiation": TABLE,
    "policyplan:clause": TABLE,
    "policyplan:negotiation_version": TABLE,
    "policyplan:compare_negotiation": TABLE,
    "policyplan:download_negotiation": TABLE,
    "policyplan:note_talk": TABLE,
    "policyplan:change_negotiation": PARTIES,
    "policyplan:add_to_table": PARTIES,
    "policyplan:leave_table": {"director"},  # of the side that asked the expert
    "policyplan:add_clause": PARTIES,
    "policyplan:propose_text": PARTIES,
    "policyplan:agree_to_text": PARTIES,
    "policyplan:withdraw_clause": PARTIES,
    "policyplan:freeze_negotiation": PARTIES,
    "policyplan:stop_negotiation": PARTIES,
    "policyplan:sign_agreement": PARTIES,
    "policyplan:link_agreement": {"delegate"},
    "policyplan:add_agreement_file": PARTIES,
    "policyplan:file_agreement": PARTIES,
    "policyplan:hand_over_agreement": PARTIES,
    "policyplan:end_agreement": PARTIES,
    "policyplan:watch_clause": PARTIES,
    "policyplan:check_clause": TABLE,  # the staff officer follows the clause up
    "meetings:meetings": EVERYONE,
    "meetings:convene": COUNCIL,
    "meetings:actions": EVERYONE,
    "meetings:finish_action": COUNCIL,  # one of the council's secretary
    "meetings:hand_over_action": COUNCIL,
    "meetings:my_calendar": EVERYONE,
    "meetings:revoke_feed": EVERYONE,
    "meetings:answer_invitation": COUNCIL,  # the secretary's own; the chair may note it
    "meetings:change_item": COUNCIL,
    "meetings:remove_item": COUNCIL,
    "meetings:reply_to_advice": {"director"},
    "meetings:download_paper": COUNCIL | RUNS,
    "meetings:take_away_paper": COUNCIL,
    "meetings:share_paper": COUNCIL,
    "meetings:uninvite_guest": COUNCIL,
    "meetings:see_as_guest": {"visitor"},
    "meetings:answer_as_guest": {"visitor"},
    "meetings:download_as_guest": {"visitor"},
    "meetings:meeting": COUNCIL | RUNS,
    "meetings:change_meeting": COUNCIL,
    "meetings:cancel_meeting": COUNCIL,
    "meetings:invite_guest": COUNCIL,
    "meetings:print_agenda": COUNCIL | RUNS,
    "meetings:propose_item": COUNCIL,
    "meetings:order_agenda": COUNCIL,
    "meetings:add_paper": COUNCIL,
    "meetings:send_papers": COUNCIL,
    "meetings:record_attendance": COUNCIL,
    "meetings:write_minutes": COUNCIL,
    "meetings:print_minutes": COUNCIL | RUNS,
    "meetings:take_excerpt": RUNS | {"board"},  # of the board, whose minutes were approved
    "meetings:send_minutes": COUNCIL,
    "meetings:approve_minutes": COUNCIL,
    "meetings:approve_in_writing": {"director"},
    "meetings:add_action": COUNCIL,
    "decisions:dossiers": SPEAKS,
    "decisions:dossier": SPEAKS,
    "decisions:export_dossier": SPEAKS,
    "decisions:download_dossier": SPEAKS,
    "decisions:download_advice": SPEAKS,
    "decisions:add_remark": SPEAKS,
    "decisions:answer_remark": RUNS,
    # Koen sits in the council too, for the employer, who leaves it to the workers; nadia is not asked here.
    "decisions:record_voice": {"council"},
    "decisions:record_information": RUNS | {"delegate"},
    "decisions:reply": {"director"},
    "decisions:mandates": EVERYONE,
    "decisions:set_mandate": {"director"},
    "decisions:end_mandate": {"director"},
    "decisions:set_separation": {"director"},
    # A vote of the board, which its chair opened; who is not on the board follows it, and votes nowhere in it.
    "decisions:ballot": SPEAKS,
    "decisions:open_ballot": {"board"},
    "decisions:cast_vote": {"board"},
    "decisions:vote_counted": {"council"},  # the vote in the address is the secretary's, in the council
    "decisions:give_proxy": {"board"},
    "decisions:withdraw_proxy": {"board"},
    "decisions:enter_hands": {"board"},
    "decisions:confirm_hands": {"board"},
    "decisions:take_back_hands": {"board"},
    "decisions:close_ballot": {"board"},
    "decisions:withdraw_ballot": {"board"},
    "decisions:check_file": EVERYONE,
    "decisions:checker": EVERYONE,
    # In confidence to the delegation: who works here asks, the delegate reads. Never the director, the coordinator, who keeps
    # the staff records, a leader, the council or the board. The question in the address is the member's, with his name.
    "initiatives:mine": AT_WORK,
    "initiatives:ask": AT_WORK,
    "initiatives:ask_nameless": AT_WORK,
    "initiatives:read_with_code": AT_WORK,
    "initiatives:register": {"delegate"},
    "initiatives:speak_for": {"delegate"},
    "initiatives:promise_term": {"delegate"},
    "initiatives:question": {"member", "delegate"},
    "initiatives:add_words": {"member"},
    "initiatives:confirm_read": {"member"},
    "initiatives:take_up": {"delegate"},
    "initiatives:answer": {"delegate"},
    "initiatives:close": {"delegate"},
    "initiatives:raise_point": {"delegate"},
    "initiatives:point": COUNCIL | RUNS | {"delegate"},  # it lies with the council; the delegate wrote it
    # What can change the personnel policy (row B5.2): who prepares it flags it, who represents workers asks for it and reads
    # the note; the body itself says what it said. The screening in the address lies with the council.
    "policyplan:screenings": RECORDS | GROUP | {"delegate"},
    "policyplan:screening": RECORDS | GROUP | {"delegate"},
    "policyplan:flag_change": RECORDS | GROUP,
    "policyplan:ask_screening": COUNCIL | {"delegate"},
    "policyplan:write_screening_note": RUNS,
    "policyplan:record_screening": COUNCIL,
    "policyplan:withdraw_screening": RUNS,
    # A measure for some people (rows B5.1, C1): who represents workers sees that it runs, each person his own record, and
    # whom he chose beside him that one. The record in the address is the member's, who chose the delegate.
    "policyplan:individuals": RUNS | {"council", "delegate", "member"},
    "policyplan:start_individual": RUNS,
    "policyplan:individual": RUNS,
    "policyplan:change_individual": RUNS,
    "policyplan:choose_people": RUNS,
    "policyplan:ask_people": RUNS,
    "policyplan:decide_individual": {"director"},
    "policyplan:withdraw_individual": RUNS,
    "policyplan:individual_record": RUNS | {"member", "delegate"},
    "policyplan:speak_individually": {"member", "delegate"},
    "policyplan:choose_delegate": {"member"},
    "policyplan:hand_over_sheet": RUNS,
    "policyplan:note_conversation": RUNS,
    "policyplan:answer_person": RUNS,
    "policyplan:individual_sheet": RUNS,
    # Signals without a source (row B5.8): who works here or is delegated tells, the coordinator answers, everybody reads that.
    "needs:heard": EVERYONE,
    "needs:signal": AT_WORK,
    "needs:read_with_code": AT_WORK,
    "needs:signals": {"coordinator"},
    "needs:answer": {"coordinator"},
    "needs:merge": {"coordinator"},
    "needs:part": {"coordinator"},
    # What a body sets itself to do (row B5.11): the list and the task in the address are the delegation's.
    "stakeholders:body_tasks": {"delegate"},
    "stakeholders:add_body_task": {"delegate"},
    "stakeholders:change_body_task": {"delegate"},
    "stakeholders:finish_body_task": {"delegate"},
    "stakeholders:reopen_body_task": {"delegate"},
    "stakeholders:remove_body_task": {"delegate"},
}

# The doors of one meeting that is still to come.
MEETING_DOORS = (
    "meeting", "change_meeting", "cancel_meeting", "invite_guest", "print_agenda", "propose_item", "order_agenda",
    "add_paper", "send_papers", "record_attendance", "write_minutes", "send_minutes", "approve_minutes",
    "approve_in_writing", "add_action", "see_as_guest", "answer_as_guest",
)  # fmt: skip


def names(resolver=None, prefix="", inside=""):
    """Every named address: (its name, whether it lies in an organisation)."""
    for pattern in (resolver or get_resolver()).url_patterns:
        where = inside + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from names(pattern, space, where)
        elif isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}", where.startswith("o/")


@pytest.fixture(scope="module")
def demo(once_per_module, request):
    """An organisation with everything in it, and another one beside it."""
    if connection.vendor == "sqlite":
        fill_from(request.getfixturevalue("founded"), connection)
    else:
        hashed, today = make_password("x"), clock.today()
        lindehof.found(Calendar(today), hashed)
        terweide.found(Calendar(today), hashed)


@pytest.fixture
def world(demo, db):
    organisation = Organisation.objects.get(slug="lindehof")
    with scope(organisation=organisation):
        yield organisation


def keys(organisation):
    """What stands in the address of each door: one real thing of the organisation each."""
    from draagvlak.decisions.models import Entry, Mandate, Part
    from draagvlak.meetings.models import ActionPoint, AgendaItem, Invitee, Meeting, Paper
    from draagvlak.notices.models import Message
    from draagvlak.planproject.models import Call, Candidacy, GroupGoal, GroupSeat, GroupTask
    from draagvlak.policyplan.models import (
        Contribution,
        Deadline,
        FrameworkItem,
        ItemFile,
        OrganisationGoal,
        PossibleActivity,
    )
    from draagvlak.staff.models import Employment, StaffImport, StaffMember
    from draagvlak.stakeholders.models import Agreement, Body, HalfDay, MatrixRole, Responsibility, Role, Seat

    bram = StaffMember.objects.get(account__email=PEOPLE["member"])
    coordinator = Role.objects.get(kind="training_coordinator")
    one = {
        "staff:person": bram.pk,
        "staff:change_person": bram.pk,
        "staff:change_function": Employment.objects.get(member=bram).pk,
        "staff:end_employment": Employment.objects.get(member=bram).pk,
        "stakeholders:seat_member": Body.objects.get(kind="works_council").pk,
        "stakeholders:end_seat": Seat.objects.first().pk,
        "stakeholders:give_function": Seat.objects.first().pk,
        "stakeholders:end_role": coordinator.pk,
        "stakeholders:accept_role": coordinator.pk,
        "stakeholders:half_days": coordinator.pk,
        "stakeholders:use_half_day": HalfDay.objects.filter(is_used=False).first().pk,
        "stakeholders:invite_member": bram.pk,
        "stakeholders:end_access": Membership.objects.get(account__email=PEOPLE["worker"]).pk,
        "planproject:fill_seat": Candidacy.objects.filter(state="reserve").first().pk,
        "planproject:give_member_role": GroupSeat.objects.get(member=bram).pk,
        "planproject:change_group_goal": GroupGoal.objects.first().pk,
        "planproject:change_group_task": GroupTask.objects.filter(owner__member=bram, done_at=None).get().pk,
        "planproject:finish_group_task": GroupTask.objects.filter(owner__member=bram, done_at=None).get().pk,
        "stakeholders:set_line": Responsibility.objects.get(key="b4_5").pk,
        "stakeholders:tick_duty": Responsibility.objects.get(key="b4_5").pk,
        "stakeholders:answer_role": MatrixRole.objects.get(kind="line_manager").pk,
        "stakeholders:end_matrix_role": MatrixRole.objects.get(kind="partners").pk,
        "stakeholders:end_agreement": Agreement.objects.get().pk,
        "policyplan:withdraw_contribution": Contribution.objects.filter(by__email=PEOPLE["member"]).first().pk,
        "policyplan:item": FrameworkItem.objects.first().pk,
        "policyplan:change_activity": PossibleActivity.objects.first().pk,
        "policyplan:remove_activity": PossibleActivity.objects.first().pk,
        "policyplan:set_deadline": FrameworkItem.objects.first().pk,
        "policyplan:add_file": FrameworkItem.objects.first().pk,
        "policyplan:finish_deadline": Deadline.objects.filter(done_at=None).first().pk,
        "policyplan:drop_deadline": Deadline.objects.filter(done_at=None).first().pk,
        "policyplan:download_file": ItemFile.objects.get().pk,
        "policyplan:take_away_file": ItemFile.objects.get().pk,
        "policyplan:change_item": FrameworkItem.objects.first().pk,
        "policyplan:remove_item": FrameworkItem.objects.first().pk,
        "policyplan:change_organisation_goal": OrganisationGoal.objects.first().pk,
        "decisions:set_mandate": Body.objects.get(kind="board").pk,
        "decisions:end_mandate": Mandate.objects.first().pk,
    }
    found = {name: {"pk": key} for name, key in {**one, **keys_of_project(bram)}.items()}
    for name in ("mail_as_sent", "send_mail_again", "confirm_mail"):
        found[f"desk:{name}"] = {"pk": Message.objects.filter(organisation=organisation, is_private=False).first().pk}
    for name in ("map_list", "list", "download_trial", "try_again", "drop_list", "undo_list"):
        found[f"staff:{name}"] = {"pk": StaffImport.objects.first().pk}
    for name in (
        "call",
        "draw",
        "publish_draw",
        "carry_out_draw",
        "withdraw_draw",
        "close_call",
        "print_answers",
        "extend_call",
        "ask_category",
        "submit_candidacy",
        "enter_paper_candidacy",
        "compose_group",
    ):
        found[f"planproject:{name}"] = {"pk": Call.objects.get().pk}
    for name in ("candidacy", "change_candidacy", "withdraw_candidacy"):
        found[f"planproject:{name}"] = {"pk": Candidacy.objects.get(member=bram).pk}
    was, ahead = Meeting.objects.filter(body__kind="works_council").order_by("starts_at")
    for name in MEETING_DOORS:
        found[f"meetings:{name}"] = {"pk": ahead.pk}
    proposed = AgendaItem.objects.get(meeting=ahead, proposed_by__email="nadia@lindehof.example")
    for name, key in {
        "convene": ahead.body_id,
        "finish_action": ActionPoint.objects.get(account__email=PEOPLE["council"]).pk,
        "hand_over_action": ActionPoint.objects.get(account__email=PEOPLE["council"]).pk,
        "answer_invitation": Invitee.objects.get(meeting=ahead, account__email=PEOPLE["council"]).pk,
        "change_item": proposed.pk,
        "remove_item": proposed.pk,
        "reply_to_advice": AgendaItem.objects.get(meeting=was, kind="advice", matter=None).pk,
        "download_paper": Paper.objects.get(meeting=ahead, is_for_guests=False).pk,
        "take_away_paper": Paper.objects.get(meeting=ahead, is_for_guests=False).pk,
        "share_paper": Paper.objects.get(meeting=ahead, is_for_guests=False).pk,
        "download_as_guest": Paper.objects.get(meeting=ahead, is_for_guests=True).pk,
        "uninvite_guest": Invitee.objects.get(meeting=ahead, is_guest=True).pk,
        "print_minutes": was.pk,
    }.items():
        found[f"meetings:{name}"] = {"pk": key}
    found |= (
        keys_of_support(bram)
        | keys_of_rounds(bram)
        | keys_of_margin(bram)
        | keys_of_ballots()
        | keys_of_voice(bram)
        | keys_of_representatives()
        | keys_of_individuals()
        | keys_of_regulation()
        | keys_of_agreements()
    )
    line = {"year": clock.today().year + 1, "key": "needs_round"}
    found |= {f"policyplan:{name}": line for name in ("take_line", "refuse_line", "move_line")}
    part = Part.objects.filter(dossier__number=2, body__kind="works_council").get()
    informed = Part.objects.filter(dossier__number=2, body__kind="union_delegation").get()
    minuted = AgendaItem.objects.filter(meeting__body__kind="board", meeting__minutes__state="approved").first()
    found |= {
        "stakeholders:download_matrix": {"suffix": "xlsx"},
        "planproject:download_draw": {"pk": Call.objects.get().pk, "file": "quota"},
        "planproject:promise_time": {"kind": "members"},
        "desk:room": {"kind": "works_council"},
        "policyplan:write_section": {"key": "why"},
        "policyplan:change_goal": {"number": 1},
        "policyplan:goal": {"number": 1},
        "policyplan:remove_goal": {"number": 1},
        "policyplan:calendar_of_year": {"year": clock.today().year},
        "policyplan:version": {"number": 2},
        "policyplan:vision_version": {"number": 1},
        "policyplan:download_plan": {"number": 2, "suffix": "docx"},
        "policyplan:compare_versions": {"older": 1, "newer": 2},
        "policyplan:download_differences": {"older": 1, "newer": 2},
        "policyplan:history": {"part": "why"},
        "policyplan:goal_history": {"number": 1},
        "policyplan:restore_section": {"part": "target_groups", "number": 2},
        "policyplan:be_present": {"part": "why"},
        "policyplan:document": {"number": 2},
        "policyplan:contribute": {"question": "role"},
        "policyplan:settle_answer": {"question": "role"},
        "decisions:dossier": {"number": 2},
        "decisions:export_dossier": {"number": 2},
        "decisions:download_dossier": {"number": 2, "suffix": "docx"},
        "decisions:download_advice": {"number": 2, "part": part.pk, "suffix": "docx"},
        "meetings:take_excerpt": {"pk": minuted.pk, "suffix": "docx"},
        "decisions:add_remark": {"number": 2},
        "decisions:answer_remark": {"number": 2, "entry": Entry.objects.get(dossier__number=2, act="remark").number},
        "decisions:record_voice": {"number": 2, "part": part.pk},
        "decisions:record_information": {"number": 2, "part": informed.pk},
        "decisions:reply": {"number": 2, "voice": 3, "point": 1},
    }
    return {name: reverse(name, kwargs={"organisation": organisation.slug, **found.get(name, {})}) for name in DOORS}


def keys_of_project(bram):
    from draagvlak.planproject import models
    from draagvlak.stakeholders.models import Partner

    running = models.Assignment.objects.get(received_on=None)
    one = {
        "close_point": models.OpenPoint.objects.get(),
        "change_risk": models.Risk.objects.get(),
        "report": models.StatusReport.objects.first(),
        "download_report": models.StatusReport.objects.first(),
        "drop_contact": models.PlannedContact.objects.first(),
        "withdraw_time": models.TimeEntry.objects.filter(member=bram).first(),
        "withdraw_money_promise": models.MoneyPromise.objects.get(),
        "withdraw_money_use": models.MoneyUse.objects.first(),
        "decide_partner": models.PartnerAid.objects.get(),
        "end_guest": models.AssignmentGuest.objects.get(),
        "take_away_paper": models.AssignmentFile.objects.get(),
        "download_paper": models.AssignmentFile.objects.get(),
    }
    for names, thing in (
        ("change_phase finish_phase add_milestone", models.Phase.objects.first()),
        ("change_milestone finish_milestone", models.Milestone.objects.first()),
        ("assignment change_assignment receive_result invite_guest add_paper write_message", running),
    ):
        one |= dict.fromkeys(names.split(), thing)
    return {f"planproject:{name}": thing.pk for name, thing in one.items()} | {
        "stakeholders:change_partner": Partner.objects.get().pk
    }


def keys_of_support(bram):
    """The same for the register, the news and the seats of the group."""
    from draagvlak.planproject.models import Announcement, Feedback, GroupSeat
    from draagvlak.stakeholders.models import Contact, Stakeholder

    found = {}
    for name in ("stakeholder", "change_stakeholder", "end_stakeholder", "measure_attitude", "plan_contact"):
        found[f"stakeholders:{name}"] = {"pk": Stakeholder.objects.first().pk}
    for name in ("change_contact", "finish_contact", "drop_contact"):
        found[f"stakeholders:{name}"] = {"pk": Contact.objects.filter(done_on=None).first().pk}
    known = Announcement.objects.filter(is_assignment=True).get().pk
    for name in ("announcement", "give_feedback", "reach", "add_paper_reach", "withdraw_announcement"):
        found[f"planproject:{name}"] = {"pk": known}
    for name in ("change_announcement", "publish_announcement", "delete_announcement"):
        found[f"planproject:{name}"] = {"pk": Announcement.objects.get(state="draft").pk}
    found["planproject:poster"] = {"pk": known, "size": "a4"}
    found["planproject:answer_feedback"] = {"pk": Feedback.objects.filter(answer="").get().pk}
    for name in ("set_constituency", "add_errand"):
        found[f"planproject:{name}"] = {"pk": GroupSeat.objects.get(member=bram, ends_on=None).pk}
    return found


def keys_of_rounds(bram):
    """The same for the consultation on the draft."""
    from draagvlak.policyplan.models import Consultation, Remark

    held, remark = Consultation.objects.get(regulation_version=None).pk, Remark.objects.get(by=bram.account)
    names = "consultation say_nothing print_consultation remarks merge_remarks consultation_result"
    names += " extend_consultation close_consultation conclude_consultation"
    found = {f"policyplan:{name}": {"pk": held} for name in names.split()}
    for name in ("say", "say_for_others"):
        found[f"policyplan:{name}"] = {"pk": held, "passage": remark.passage}
    for name, key in (("change_remark", remark.pk), ("move_remark", remark.pk), ("answer_remarks", remark.bundle_id)):
        found[f"policyplan:{name}"] = {"pk": key}
    return found


def keys_of_regulation():
    """The same for the regulation, of which version 2 is a draft, and for the round on it that runs."""
    from draagvlak.policyplan.models import Article, Codecision, CodecisionPerson, Line

    running, done = Codecision.objects.get(state="opened").pk, Codecision.objects.get(state="concluded").pk
    article, amount = (Line.objects.filter(codecision=running, kind=kind).first().pk for kind in ("article", "budget"))
    asked = CodecisionPerson.objects.filter(codecision=running).first().pk
    one = {
        **{
            key: {"number": 1}
            for key in ["regulation_version", "confirm_reading", "readers", "note_reading", "remind_readers"]
        },
        "download_regulation": {"number": 1, "suffix": "docx"},
        "compare_regulation": {"older": 1, "newer": 2},
        **{key: {"key": Article.objects.first().key} for key in ["change_article", "move_article", "remove_article"]},
        **{
            key: {"pk": running}
            for key in [
                "codecision",
                "extend_codecision",
                "discard_codecision",
                "print_codecision",
                "change_codecision",
                "open_codecision",
                "close_codecision",
                "conclude_codecision",
            ]
        },
        "download_codecision": {"pk": done},
        "add_line": {"pk": running, "kind": "budget"},
        **{key: {"pk": amount} for key in ["change_line", "remove_line"]},
        **{key: {"pk": article} for key in ["speak_on_line", "conclude_line", "take_over_line"]},
        "speak_on_paper": {"pk": article, "person": asked},
    }
    return {f"policyplan:{name}": words for name, words in one.items()}


def keys_of_agreements():
    """The same for the negotiation that runs, and for the agreement that was signed."""
    from draagvlak.decisions.models import Part
    from draagvlak.policyplan.models import Agreement, AgreementFile, AtTheTable, Negotiation

    negotiating = Part.objects.select_related("dossier").get(strength="negotiation")
    number, signed = Negotiation.objects.get(state="running").number, Agreement.objects.get().pk
    whole = "negotiation change_negotiation add_to_table add_clause note_talk freeze_negotiation stop_negotiation sign_agreement"
    one = {
        **{name: {"number": number} for name in whole.split()},
        **{
            name: {"number": number, "point": 2}
            for name in ("clause", "propose_text", "agree_to_text", "withdraw_clause")
        },
        "leave_table": {"number": number, "pk": AtTheTable.objects.get().pk},
        "negotiation_version": {"number": number, "version": 1},
        "compare_negotiation": {"number": number, "older": 1, "newer": 1},
        "download_negotiation": {"number": number, "version": 1, "suffix": "docx"},
        "download_agreement": {"pk": signed, "suffix": "docx"},
        "download_agreement_file": {"pk": AgreementFile.objects.get().pk},
        **{
            name: {"pk": signed}
            for name in (
                "agreement",
                "add_agreement_file",
                "file_agreement",
                "hand_over_agreement",
                "end_agreement",
            )
        },
        **{name: {"pk": signed, "point": 1} for name in ("watch_clause", "check_clause")},
        "link_agreement": {"number": negotiating.dossier.number, "part": negotiating.pk},
    }
    return {f"policyplan:{name}": words for name, words in one.items()}


def keys_of_margin(bram):
    """The same for the note that Bram wrote at the draft, and under which he asked Carine to look."""
    from draagvlak.policyplan.models import MarginNote

    note = MarginNote.objects.get(by=bram.account, state="open").pk
    names = "note change_note withdraw_note read_note assign_note settle_note reopen_note take_over_note decline_note"
    return {f"policyplan:{name}": {"pk": note} for name in names.split()}


def keys_of_ballots():
    """The same for the vote of the board that runs, and the one of the council that was counted."""
    from draagvlak.decisions.models import Ballot, ElectorateEntry

    running = Ballot.objects.get(state="open")
    names = "ballot give_proxy withdraw_proxy enter_hands confirm_hands take_back_hands close_ballot withdraw_ballot"
    found = {f"decisions:{name}": {"number": running.number} for name in names.split()}
    found["decisions:open_ballot"] = {"number": running.part.dossier.number, "part": running.part_id}
    mine = ElectorateEntry.objects.get(ballot=running, account__email=PEOPLE["board"])
    found["decisions:cast_vote"] = {"number": running.number, "line": mine.pk}
    cast = ElectorateEntry.objects.get(ballot__state="counted", account__email=PEOPLE["council"])
    found["decisions:vote_counted"] = {"number": cast.ballot.number, "line": cast.pk}
    return found


def keys_of_voice(bram):
    """The same for what was asked in confidence."""
    from draagvlak.initiatives.models import Point, Question

    names = "question add_words confirm_read take_up answer close raise_point"
    asked = Question.objects.get(asked_by=bram.account).pk
    found = {f"initiatives:{name}": {"pk": asked} for name in names.split()}
    return found | {"initiatives:point": {"pk": Point.objects.get().pk}}


def keys_of_representatives():
    """The same for what representatives of workers do beside deciding."""
    from draagvlak.needs.models import Signal
    from draagvlak.policyplan.models import Screening
    from draagvlak.stakeholders.models import BodyTask

    lying, signal = Screening.objects.get(state="lying"), Signal.objects.get(state="received")
    task = BodyTask.objects.filter(body__kind="union_delegation").first()
    names = "screening write_screening_note record_screening withdraw_screening"
    found = {f"policyplan:{name}": {"pk": lying.pk} for name in names.split()}
    found |= {f"needs:{name}": {"pk": signal.pk} for name in ("answer", "merge", "part")}
    found |= {f"stakeholders:{name}": {"pk": task.body_id} for name in ("body_tasks", "add_body_task")}
    names = "change_body_task finish_body_task reopen_body_task remove_body_task"
    return found | {f"stakeholders:{name}": {"pk": task.pk} for name in names.split()}


RECORD_DOORS = (
    "individual_record", "speak_individually", "choose_delegate", "hand_over_sheet", "note_conversation",
    "answer_person", "individual_sheet",
)  # fmt: skip


def keys_of_individuals():
    """The same for a measure that concerns some people: the one that runs, and the record of the member."""
    from draagvlak.policyplan.models import ConcernedPerson

    mine = ConcernedPerson.objects.get(member__account__email=PEOPLE["member"], consultation__state="asked")
    names = "individual change_individual choose_people ask_people decide_individual withdraw_individual"
    found = {f"policyplan:{name}": {"pk": mine.consultation_id} for name in names.split()}
    found |= {f"policyplan:{name}": {"pk": mine.pk} for name in RECORD_DOORS}
    return found | {"policyplan:individual_sheet": {"pk": mine.pk, "suffix": "docx"}}


def client_of(email):
    client = Client()
    client.force_login(Account.objects.get(email=email), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


class Visit(NamedTuple):
    status: int
    links: frozenset[str]
    tells: frozenset[str]


VISITS: dict[str, dict[str, Visit]] = {}


def visits(organisation, part):
    """What this part finds at every door: read once for all tests here, because nothing of it changes anything."""
    if part not in VISITS:
        client = client_of(PEOPLE[part])
        VISITS[part] = {name: visit(client, address) for name, address in keys(organisation).items()}
    return VISITS[part]


def visit(client, address):
    answer = client.get(address)
    is_page = answer.status_code == 200 and "html" in answer.headers.get("Content-Type", "")
    text = answer.content.decode() if is_page else ""
    return Visit(answer.status_code, frozenset(re.findall(r'<a [^>]*href="(/o/[^"#?]+)', text)), told_in(answer))


# Words of what was asked in confidence, and of the answers.
IN_CONFIDENCE = (
    "palliatieve zorg werd geweigerd",
    "Een dienst is op zich geen reden",
    "niet op mijn loonbrief",
    "nog geen enkele dag vorming",
    "Iemand van de keuken",
    # What somebody said on his own sheet about a measure, and the answer to it.
    "naar de muziekles",
    "Op woensdag begin je zoals nu",
)


def told_in(answer):
    """Which words of the questions in confidence stand in an answer, of any kind."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return frozenset(words for words in IN_CONFIDENCE if words.encode() in content)


def test_every_address_in_an_organisation_stands_in_the_matrix():
    assert {name for name, inside in names() if inside} == set(DOORS)


# Of these things only some know that they are there; to the others of the house the page does not exist.
TALKS = """negotiation clause negotiation_version compare_negotiation download_negotiation note_talk change_negotiation
add_to_table leave_table add_clause propose_text agree_to_text withdraw_clause freeze_negotiation stop_negotiation
sign_agreement"""
ASKED = "question add_words confirm_read take_up answer close raise_point"
GUESTS = {"guest", "visitor"}
KNOWN_TO_FEW = {
    **{f"policyplan:{name}": TABLE for name in TALKS.split()},
    **{f"initiatives:{name}": {"member", "delegate"} for name in ASKED.split()},
    **{f"policyplan:{name}": RUNS | {"member", "delegate"} for name in RECORD_DOORS},
}


# Rights are the same program on every database: on PostgreSQL go who sees most, who sees least, and one of the other side.
GO_ROUND = PEOPLE if connection.vendor == "sqlite" else ("coordinator", "delegate", "visitor")


def test_every_role_enters_its_own_doors_and_no_other(world):
    wrong = []
    for part in GO_ROUND:
        for name, (status, _links, _tells) in visits(world, part).items():
            # Who has no part in a line finds no such line in his own list.
            hidden = name in {"staff:map_list", "stakeholders:tick_duty"} or name.endswith("draw")
            # Whoever has no right to somebody's record does not learn that it is there.
            shut = (403, 404) if hidden else (403,) if part in KNOWN_TO_FEW.get(name, EVERYONE) | GUESTS else (404,)
            wanted = (200, 302) if part in DOORS[name] else shut
            if status not in wanted:
                wrong.append(f"{part} at {name}: {status}")
    assert wrong == []


@pytest.mark.looks
def test_no_page_leads_to_a_door_that_stays_shut(world):
    """What a page links to opens for whoever reads the page: a link is a promise."""
    dead, tried = [], {}
    for part, email in PEOPLE.items():
        client = client_of(email)
        for name, visit in visits(world, part).items():
            for link in visit.links:
                if part in DOORS.get(resolve(link).view_name, ()):
                    continue
                # By the key of the one thing in the matrix it is shut; this very one may be his own.
                if (part, link) not in tried:
                    tried[part, link] = client.get(link).status_code
                if tried[part, link] not in (200, 302):
                    dead.append(f"{part} at {name}: {link}")
    assert sorted(dead) == []


def test_a_closed_door_is_closed_for_sending_too(world):
    """The form itself is not the fence: what is sent without the right is refused, and nothing is written."""
    from draagvlak.journal.models import Record

    addresses, before = keys(world), Record.objects.count()
    client = client_of(PEOPLE["worker"])
    wrong = [
        name
        for name, address in addresses.items()
        if "worker" not in DOORS[name] and client.post(address, {"once": name}).status_code not in (403, 404, 405)
    ]
    assert (wrong, Record.objects.count()) == ([], before)


# The lists that go on over many pages: who did what, and the mail that leaves.
LONG_LISTS = ("logboek/", "mail/")


def told_in_long_lists(organisation, client):
    found = set()
    for name in LONG_LISTS:
        page = 1
        while True:
            answer = client.get(f"/o/{organisation.slug}/{name}", {"page": page})
            found |= {(name, words) for words in told_in(answer)}
            if answer.status_code != 200 or not answer.context["page"].has_next():
                break
            page += 1
    return found


def test_what_was_asked_in_confidence_stands_on_no_page_of_anybody_else(world):
    told = {
        part: {name for name, visit in visits(world, part).items() if visit.tells} for part in {*GO_ROUND, "member"}
    }
    mine = {"initiatives:question"}
    # The member reads his own; the delegate reads on every page where one acts on it.
    assert told.pop("member") == mine
    assert told.pop("delegate") == mine | {f"initiatives:{name}" for name in ("answer", "close", "raise_point")}
    assert {part: names for part, names in told.items() if names} == {}


def test_no_page_of_the_journal_or_of_the_outbox_tells_what_was_asked_in_confidence(world):
    for part in ("director", "coordinator"):
        assert told_in_long_lists(world, client_of(PEOPLE[part])) == set()


def test_the_twin_that_writes_it_in_the_journal_is_found(world):
    from draagvlak.journal.actions import record
    from draagvlak.stakeholders.models import Body

    leak = Body(name=f"Mijn aanvraag {IN_CONFIDENCE[0]}")
    with transaction.atomic():
        record("initiatives.handle", by=None, at=clock.now(), on=leak)
        found = told_in_long_lists(world, client_of(PEOPLE["director"]))
        transaction.set_rollback(True)
    assert found == {("logboek/", IN_CONFIDENCE[0])}


def test_the_twin_that_opens_the_register_to_who_directs_is_found(world, monkeypatch):
    """If the employer's roles did not count, a director with a seat in the delegation would read along."""
    from draagvlak.initiatives import queries
    from draagvlak.initiatives.models import Question
    from draagvlak.stakeholders.models import Body, Seat

    koen, asked = Account.objects.get(email=PEOPLE["director"]), Question.objects.get(asked_by__isnull=False)
    address = reverse("initiatives:question", kwargs={"organisation": world.slug, "pk": asked.pk})
    with transaction.atomic():
        delegation = Body.objects.get(kind="union_delegation", ends_on=None)
        # No act gives such a seat; one could stand there from before that was so.
        facts = {"function": "member", "side": "workers", "starts_on": clock.today()}
        Seat.objects.create(body=delegation, holder=koen, **facts)
        assert client_of(PEOPLE["director"]).get(address).status_code == 404
        monkeypatch.setattr(queries, "EMPLOYERS", frozenset())
        assert told_in(client_of(PEOPLE["director"]).get(address))
        transaction.set_rollback(True)


def test_a_guest_sends_nothing_through_another_door(world):
    from draagvlak.journal.models import Record

    addresses, before = keys(world), Record.objects.count()
    client = client_of(PEOPLE["guest"])
    closed = {name: address for name, address in addresses.items() if "guest" not in DOORS[name]}
    answers = {name: client.post(address, {"once": name}).status_code for name, address in closed.items()}
    assert ({name for name, status in answers.items() if status != 403}, Record.objects.count()) == (set(), before)


def test_who_belongs_elsewhere_finds_nothing(world):
    client = client_of("greet@terweide.example")
    assert {
        name: status for name, address in keys(world).items() if (status := client.get(address).status_code) != 404
    } == {}
    assert {
        name: status for name, address in keys(world).items() if (status := client.post(address).status_code) != 404
    } == {}


def test_somebody_elses_thing_cannot_be_named_from_the_own_organisation(world):
    """Keys of another organisation in an address of one's own answer 404."""
    client = client_of("greet@terweide.example")
    there = {
        name: address.replace("/o/lindehof/", "/o/terweide/")
        for name, address in keys(world).items()
        if any(c.isdigit() for c in address)
    }
    answers = {name: client.get(address) for name, address in there.items()}
    # A question and a line of the yearly calendar are the same words everywhere: what is chosen is of the own organisation.
    calendar = {f"policyplan:{name}" for name in ("calendar_of_year", "take_line", "refuse_line", "move_line")}
    found = {name for name, answer in answers.items() if answer.status_code not in (403, 404)}
    # Dossiers are numbered in each organisation: the second of Ter Weide is its own.
    own = {
        name
        for name in found
        if there[name].startswith(("/o/terweide/overleg/2/", "/o/terweide/beleidsplan/tekst-van-dossier/2/"))
    }
    with scopes_disabled():
        ours = Dossier.objects.get(number=2, organisation__slug="lindehof")
    for name in own - {"decisions:download_dossier"}:
        assert ours.document.sha256[:8] not in (text := answers[name].content.decode()), name
        assert ours.title not in text, name
    assert found <= {"policyplan:contribute"} | calendar | own


def test_who_is_not_signed_in_is_asked_to_sign_in(world):
    client = Client()
    answers = {name: client.get(address) for name, address in keys(world).items()}
    assert {
        name for name, answer in answers.items() if answer.status_code != 302 or "/aanmelden/" not in answer.url
    } == set()


def test_a_role_that_ended_opens_no_door_any_more(world, today):
    from draagvlak.stakeholders.models import Role

    address = keys(world)["planproject:compose_group"]
    assert client_of(PEOPLE["coordinator"]).get(address).status_code == 200
    Role.objects.filter(kind="training_coordinator").update(ends_on=date(2020, 1, 1), starts_on=date(2019, 1, 1))
    assert client_of(PEOPLE["coordinator"]).get(address).status_code == 403
