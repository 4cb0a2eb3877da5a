"""What a candidate is answered, where it goes, and the words of the categories in which people are counted."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from django.conf import settings
from django.utils.translation import override

from draagvlak.planproject import wording
from draagvlak.planproject.figures import MissingVoice, Pick, Standing
from draagvlak.planproject.models import Call, Candidacy
from draagvlak.planproject.queries.group import candidacies_to_weigh
from draagvlak.planproject.states import CandidacyState
from draagvlak.staff.figures import Person
from draagvlak.staff.models import StaffMember
from draagvlak.staff.states import Sex, Shift, Statute
from draagvlak.ui.said import half_days_said


def answer_body(*, state: str, name: str, reason: str) -> str:
    """The answer in the language that is active; state: retained, reserve or not_retained."""
    words = {
        CandidacyState.RETAINED: wording.ANSWER_RETAINED,
        CandidacyState.RESERVE: wording.ANSWER_RESERVE,
        CandidacyState.NOT_RETAINED: wording.ANSWER_NOT_RETAINED,
    }[CandidacyState(state)]
    return str(words).format(name=name, reason=reason)


def address_of(candidacy: Candidacy) -> str:
    """Where the answer is mailed to; empty for who gets it on paper."""
    return candidacy.member.email or (candidacy.member.account.email if candidacy.member.account else "")


def language_of(member: StaffMember) -> str:
    """In which language somebody is written to."""
    return member.account.language if member.account else member.language or settings.LANGUAGE_CODE


def other_languages(spoken_by: Iterable[str], *, than: str) -> dict[str, int]:
    """The languages of the candidates besides this one, and how many candidates have each: most first."""
    spoken = Counter(language or settings.LANGUAGE_CODE for language in spoken_by)
    return {language: number for language, number in spoken.most_common() if language != than}


def answers_on_paper(call: Call) -> list[tuple[Candidacy, str]]:
    """The answers to print, each in the language of the person: who has no address, with the text."""
    found = []
    for candidacy in candidacies_to_weigh(call).exclude(state=CandidacyState.SUBMITTED):
        if not address_of(candidacy):
            with override(language_of(candidacy.member)):
                words = {"name": candidacy.member.first_name, "reason": candidacy.reason}
                found.append((candidacy, answer_body(state=candidacy.state, **words)))
    return found


def category_names() -> dict[str, str]:
    """The words of the categories that are choices; groups and sites carry their own name."""
    return {value: str(label) for kind in (Sex, Shift, Statute) for value, label in kind.choices if value}


def picks_of(
    candidates: Iterable[Standing],
    people: Mapping[int, Person],
    missing: Iterable[MissingVoice],
    *,
    picked: Collection[int],
    reserve: Collection[str],
) -> list[Pick]:
    """The candidates in words, worked out once for each and not in the template. reserve: keys as they were sent."""
    names, voices = category_names(), {(voice.dimension, voice.category) for voice in missing}
    found = []
    for one in candidates:
        person, number = people.get(one.member), one.half_days_per_month
        categories = person.categories if person else {}
        time = half_days_said(number)
        shift, is_in = names.get(categories.get("shift", ""), ""), one.key in picked
        fills = [names.get(pair[1], pair[1]) for pair in categories.items() if pair in voices and not is_in]
        found.append(
            Pick(
                key=str(one.key),
                name=str(one),
                where=", ".join(filter(None, (person.function, person.team))) if person else "",
                facts=", ".join(filter(None, (shift, time))),
                motivation=one.motivation,
                needs=one.needs,
                fills=", ".join(fills),
                is_in=is_in,
                is_reserve=str(one.key) in reserve,
            )
        )
    return found
