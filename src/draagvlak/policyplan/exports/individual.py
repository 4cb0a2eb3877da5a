"""The sheet on which somebody without an account reads what is asked, and writes what he thinks of it."""

from django.utils.translation import override

from draagvlak.documents.exports import paper
from draagvlak.lib import clock
from draagvlak.policyplan.models import ConcernedPerson
from draagvlak.policyplan.queries import individual as queries
from draagvlak.policyplan.wording import individual as wording
from draagvlak.ui.said import day_said


def sheet_for(person: ConcernedPerson, *, root: str, suffix: str) -> bytes:
    """In the language of the person. root: address of this installation. suffix: pdf or docx."""
    one, member = person.consultation, person.member
    with override(member.language or "nl"):
        facts = [
            (wording.SHEET_FACT_NAME, str(member)),
            (wording.SHEET_FACT_LAST, day_said(person.last_on or one.last_on)),
            (wording.SHEET_FACT_WHAT, one.what),
            (wording.SHEET_FACT_WHY, one.why),
            (wording.SHEET_FACT_WHEN, one.from_when),
            (wording.SHEET_FACT_EFFECT, one.effect),
        ]
        signers = [
            {"as_what": wording.SHEET_SIGN_PERSON, "name": str(member)},
            {"as_what": wording.SHEET_SIGN_BESIDE, "name": ""},
        ]
        delegation = [seat.person for seat in queries.delegation(on=clock.today())]
        words = {
            "facts": facts,
            "signers": signers,
            "delegation": delegation,
            "keeper": str(one.started_by),
            "address": root,
        }
        title = str(wording.SHEET_TITLE).format(title=one.title)
        return paper(
            "policyplan/print/individual.html", words, title=title, organisation=one.organisation.name, suffix=suffix
        )
