from draagvlak.accounts.models import Account
from draagvlak.decisions.permissions import speaks_for_the_body
from draagvlak.lib import clock
from draagvlak.lib.rights import fact, permit
from draagvlak.planproject.permissions import sits_in_the_group
from draagvlak.policyplan import queries
from draagvlak.policyplan.models import (
    Agreement,
    AgreementClause,
    AtTheTable,
    Codecision,
    ConcernedPerson,
    Consultation,
    Contribution,
    Deadline,
    MarginNote,
    Negotiation,
    Remark,
    Screening,
    Version,
)
from draagvlak.policyplan.queries import agreement as register
from draagvlak.policyplan.queries import individual
from draagvlak.policyplan.queries import negotiation as table
from draagvlak.policyplan.states import ConsultationState, VersionState
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.permissions import (
    coordinates_training,
    directs,
    keeps_staff_records,
    represents_workers,
    sits_in,
    sits_in_board,
)
from draagvlak.stakeholders.states import BodyKind, RoleKind
from draagvlak.tenancy.permissions import belongs_here


@fact
def is_in_force_or_was(_account: Account, version: Version) -> bool:
    """An adopted plan is for everyone who works here."""
    return version.state in {VersionState.ADOPTED, VersionState.SUPERSEDED}


@fact
def lies_before_the_bodies(_account: Account, version: Version) -> bool:
    return version.state != VersionState.DRAFT


@fact
def wrote_it(account: Account, contribution: Contribution) -> bool:
    return contribution.by_id == account.pk


@fact
def follows_it_up(account: Account, deadline: Deadline) -> bool:
    return queries.is_task_of(account, deadline, on=clock.today())


@fact
def is_asked(account: Account, consultation: Consultation) -> bool:
    """The round asks this person: at work, and in one of the groups that it asks."""
    return queries.is_asked(account, consultation, on=clock.today())


@fact
def was_concluded(_account: Account, consultation: Consultation) -> bool:
    return consultation.state == ConsultationState.CONCLUDED


@fact
def wrote_this_remark(account: Account, remark: Remark) -> bool:
    return remark.by_id == account.pk


writes_the_plan = coordinates_training | sits_in_the_group | directs

permit("policyplan.see_plan", belongs_here)
permit(
    "policyplan.see_version",
    writes_the_plan
    | (is_in_force_or_was & belongs_here)
    | (lies_before_the_bodies & (represents_workers | sits_in_board)),
)
permit("policyplan.start_plan", coordinates_training | directs)
permit("policyplan.write", writes_the_plan)
permit("policyplan.fill_workshop", writes_the_plan)
permit("policyplan.submit_version", coordinates_training | directs)
permit("policyplan.see_vision", belongs_here)
permit("policyplan.contribute", belongs_here)
permit("policyplan.withdraw_contribution", wrote_it)
permit("policyplan.settle_answer", writes_the_plan)
permit("policyplan.adopt_vision", directs | sits_in_board)
permit("policyplan.see_framework", belongs_here)
permit("policyplan.keep_framework", writes_the_plan | keeps_staff_records)
permit("policyplan.finish_deadline", writes_the_plan | keeps_staff_records | follows_it_up)
permit("policyplan.see_calendar", belongs_here)
permit("policyplan.keep_calendar", coordinates_training | directs)
permit("policyplan.review_plan", writes_the_plan)

# A round on a draft. Who is asked reads the draft for as long as it is one; who represents workers follows every remark and
# its answer; the board reads what was published (rows A1.1, A1.2, B5.6).
permit("policyplan.see_consultations", belongs_here)
permit("policyplan.open_consultation", coordinates_training | directs)
permit("policyplan.read_draft", writes_the_plan | represents_workers | (is_asked & belongs_here))
permit("policyplan.say", is_asked & belongs_here)
permit("policyplan.say_for_others", writes_the_plan | (is_asked & belongs_here))
permit("policyplan.change_remark", wrote_this_remark & belongs_here)
permit("policyplan.see_remarks", writes_the_plan | represents_workers)
permit("policyplan.merge_remarks", writes_the_plan)
permit("policyplan.see_result", was_concluded & belongs_here)


@fact
def is_at_work_here(account: Account, _thing: object) -> bool:
    return queries.reader_of(account, on=clock.today()) is not None


@fact
def is_asked_to_decide(account: Account, codecision: Codecision) -> bool:
    return queries.person_asked(account, codecision) is not None


# The training regulation: everybody reads the one in force, who makes the plan writes it; its versions are read like the plan's.
# How many read it is shown as counts, to who sees to it and who represents workers (rows B2.3, B5.6).
permit("policyplan.see_regulation", belongs_here)
permit("policyplan.write_regulation", writes_the_plan)
permit("policyplan.submit_regulation", coordinates_training | directs)
permit("policyplan.confirm_reading", is_at_work_here & belongs_here)
permit("policyplan.see_readers", coordinates_training | directs | represents_workers)
permit("policyplan.note_reading", coordinates_training | directs)

# Deciding together: who is asked reads it and speaks; who opened it sees it through (row B3.4).
permit("policyplan.see_codecisions", belongs_here)
permit("policyplan.keep_codecision", coordinates_training | directs)
permit("policyplan.see_codecision", coordinates_training | directs | (is_asked_to_decide & belongs_here))
permit("policyplan.speak_on_line", is_asked_to_decide & belongs_here)
# What was written on the way to a version, and by whom, is for who writes it.
permit("policyplan.see_history", writes_the_plan)


@fact
def wrote_this_note(account: Account, note: MarginNote) -> bool:
    return note.by_id == account.pk


@fact
def was_asked_to_look(account: Account, note: MarginNote) -> bool:
    return queries.was_asked_under(account, note)


# Notes in the margin are the talk of who writes; everybody else speaks in a round.
permit("policyplan.write_notes", writes_the_plan)
permit("policyplan.change_note", wrote_this_note & writes_the_plan)
permit("policyplan.read_note", was_asked_to_look & writes_the_plan)


@fact
def wrote_this_screening(account: Account, screening: Screening) -> bool:
    return screening.told_by_id == account.pk


@fact
def speaks_for_its_body(account: Account, screening: Screening) -> bool:
    """Who writes down what the body said: its members; where the workers themselves speak, the coordinator."""
    parts = stakeholders.parts_of(account, screening.organisation, on=clock.today())
    if screening.body.kind == BodyKind.WORKERS:
        return RoleKind.TRAINING_COORDINATOR in parts.roles
    return screening.body.kind in parts.bodies


@fact
def everybody_speaks_here(_account: Account, _thing: object) -> bool:
    return queries.screened_by_all(on=clock.today())


# What can change the personnel policy (row B5.2): who prepares it says so, who represents the workers asks for it.
prepares = writes_the_plan | keeps_staff_records
permit("policyplan.see_screenings", prepares | represents_workers | (everybody_speaks_here & belongs_here))
permit("policyplan.see_screening", prepares | represents_workers | (everybody_speaks_here & belongs_here))
permit("policyplan.flag_change", prepares)
permit("policyplan.flag_project", coordinates_training | directs)
permit("policyplan.ask_screening", represents_workers)
permit("policyplan.write_screening_note", coordinates_training | directs | (wrote_this_screening & prepares))
permit("policyplan.record_screening", speaks_for_its_body & belongs_here)
permit("policyplan.withdraw_screening", coordinates_training | directs)


@fact
def has_own_record(account: Account, _thing: object) -> bool:
    """Was ever asked himself about a measure."""
    return individual.has_own_record(account)


@fact
def is_concerned(account: Account, person: ConcernedPerson) -> bool:
    """Is the person who was asked."""
    return person.member.account_id == account.pk and person.consultation.asked_on is not None


@fact
def stands_beside(account: Account, person: ConcernedPerson) -> bool:
    """Whom the person chose to assist him, for as long as he sits in the union delegation."""
    is_chosen = person.delegate_id == account.pk and person.consultation.asked_on is not None
    return is_chosen and individual.sits_in_delegation(account, person.organisation, on=clock.today())


# A measure for some people (rows B5.1 and C1): who prepares it asks them, each reads and writes an own record, and whom he
# chose beside him; management decides. Who represents workers sees that it runs, on the list alone.
permit(
    "policyplan.see_individuals", coordinates_training | directs | represents_workers | (has_own_record & belongs_here)
)
permit("policyplan.count_individuals", represents_workers)
permit("policyplan.keep_individual", coordinates_training | directs)
permit("policyplan.decide_individual", directs)
permit(
    "policyplan.see_individual_record",
    coordinates_training | directs | ((is_concerned | stands_beside) & belongs_here),
)
permit("policyplan.speak_individually", (is_concerned | stands_beside) & belongs_here)
permit("policyplan.choose_delegate", is_concerned & belongs_here)


def _table_of(thing: Negotiation | Agreement | AgreementClause | AtTheTable) -> Negotiation:
    if isinstance(thing, Negotiation):
        return thing
    return thing.agreement.negotiation if isinstance(thing, AgreementClause) else thing.negotiation


@fact
def sits_at_the_table(account: Account, thing: Negotiation) -> bool:
    """Management, the delegation, and who either asked by name; nobody else, whatever other role they hold."""
    return bool(table.side_of(account, _table_of(thing), on=clock.today()))


@fact
def speaks_at_the_table(account: Account, thing: Negotiation | Agreement | AgreementClause | AtTheTable) -> bool:
    """Sits there for one of the two sides: an expert only reads and gives advice."""
    return table.speaks_for(table.side_of(account, _table_of(thing), on=clock.today()))


@fact
def asked_this_person(account: Account, person: AtTheTable) -> bool:
    """Of the side that asked somebody to the table."""
    return table.side_of(account, person.negotiation, on=clock.today()) == person.added_for


@fact
def follows_this_clause(account: Account, clause: AgreementClause) -> bool:
    return register.is_followed_by(account, clause)


@fact
def follows_this_agreement(account: Account, agreement: Agreement) -> bool:
    watch = register.watch_over(agreement)
    return watch is not None and watch.follower_id == account.pk


# Negotiating is of employer and delegation; everybody reads what they signed (row B5.4).
permit("policyplan.see_agreements", belongs_here)
permit("policyplan.open_negotiation", directs | sits_in(BodyKind.UNION_DELEGATION))
permit("policyplan.see_negotiation", sits_at_the_table & belongs_here)
permit("policyplan.note_talk", sits_at_the_table & belongs_here)
permit("policyplan.negotiate", speaks_at_the_table & belongs_here)
permit("policyplan.leave_table", asked_this_person & speaks_at_the_table & belongs_here)
permit("policyplan.keep_agreement", speaks_at_the_table & belongs_here)
# Who writes down what a body says in a dossier, also writes down that it came to an agreement.
permit("policyplan.link_agreement", speaks_for_the_body)
permit("policyplan.file_agreement", (speaks_at_the_table | follows_this_agreement) & belongs_here)
permit("policyplan.check_clause", (speaks_at_the_table | follows_this_clause) & belongs_here)
