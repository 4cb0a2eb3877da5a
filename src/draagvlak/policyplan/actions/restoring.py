from datetime import datetime

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.lib.refusals import Changed
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.actions.plan import write_section
from draagvlak.policyplan.models import Plan, Section
from draagvlak.policyplan.rules import AlreadyDone
from draagvlak.policyplan.states import RevisionKind, SectionKey


@transaction.atomic
def restore_section(*, plan: Plan, key: SectionKey, number: int, revision: int, by: Account, at: datetime) -> Section:
    """Put an earlier text of a section back, as a new saving. revision: the one that this person saw; nothing is merged here."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    section = Section.objects.select_related("edited_by").get(version=queries.version_to_show(plan), key=key)
    earlier = queries.revision_of(plan, key, number)
    if earlier is None:
        raise LookupError
    if section.revision != revision:
        name = section.edited_by or wording.SOMEONE
        raise Changed(
            str(wording.CHANGED_BEFORE_RESTORING).format(name=name),
            theirs={"body": section.body},
            version=section.revision,
            by=str(name),
        )
    if earlier.body == section.body:
        raise AlreadyDone(str(wording.STANDS_ALREADY))
    return write_section(
        plan=plan, key=key, body=earlier.body, revision=revision, by=by, at=at, kind=RevisionKind.RESTORED
    )
