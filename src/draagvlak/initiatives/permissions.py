from draagvlak.accounts.models import Account
from draagvlak.initiatives import queries
from draagvlak.initiatives.models import Point, Question
from draagvlak.lib import clock
from draagvlak.lib.rights import fact, permit
from draagvlak.meetings import queries as meetings
from draagvlak.meetings.rules import sees
from draagvlak.staff import queries as staff
from draagvlak.tenancy.models import Organisation, OrganisationOwned
from draagvlak.tenancy.permissions import belongs_here, organisation_of

Thing = Organisation | OrganisationOwned


@fact
def works_here(account: Account, thing: Thing) -> bool:
    """Is at work in the organisation, of every statute."""
    return staff.works_here(account, organisation_of(thing), on=clock.today())


@fact
def listens_to_workers(account: Account, thing: Thing) -> bool:
    """Reads the questions in confidence: never who holds a role for the employer, whatever his seat."""
    return queries.keeps_register(account, organisation_of(thing), on=clock.today())


@fact
def was_asked_it(account: Account, question: Question) -> bool:
    """Listens in the very body to which the question was put."""
    mine = queries.listens_in(account, question.organisation, on=clock.today())
    return question.body_id in {body.pk for body in mine}


@fact
def asked_it(account: Account, question: Question) -> bool:
    """Asked it with a name."""
    return question.asked_by_id == account.pk


@fact
def hears_the_point(account: Account, point: Point) -> bool:
    """Sees the meetings of the body on whose agenda it stands."""
    return sees(point.body.kind, meetings.part_in(account, point.body, on=clock.today()))


@fact
def raised_it(account: Account, point: Point) -> bool:
    return point.raised_by_id == account.pk


permit("initiatives.ask", belongs_here & works_here)
permit("initiatives.see_question", belongs_here & (asked_it | was_asked_it))
permit("initiatives.add_words", belongs_here & asked_it)
permit("initiatives.keep_register", belongs_here & listens_to_workers)
permit("initiatives.handle", belongs_here & was_asked_it)
permit("initiatives.see_point", belongs_here & (hears_the_point | raised_it))
