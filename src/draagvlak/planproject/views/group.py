from collections.abc import Collection
from functools import cached_property
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.planproject import actions, forms, queries, wording
from draagvlak.planproject.figures import Standing
from draagvlak.planproject.models import Call, Candidacy, Project, WorkingGroup
from draagvlak.planproject.rules import candidates_who_fill
from draagvlak.planproject.states import CandidacyState, Moment, SpeaksFor, WantedRole
from draagvlak.staff import queries as staff
from draagvlak.ui.views import ActPage, ShowPage

# Dimensions of which only who composes the group sees how they were shared out.
PERSONAL = {"statute", "sex", "age_class"}
ANSWERS = (
    "motivation",
    "moments",
    "half_days_per_month",
    "wanted_roles",
    "experience",
    "speaks_for",
    "needs",
    "supervisor_informed",
    "may_publish_name",
)


class ShowProject(ShowPage):
    """Step 1 of the cycle: the project, its calls and its group."""

    right = "planproject.see_project"
    template_name = "planproject/project_show.html"

    def content(self) -> dict[str, Any]:
        today = clock.today()
        project = queries.current_project()
        group = queries.group_of(project)
        member = staff.staff_member_of(self.person)
        return {
            "project": project,
            "group": group,
            "seats": list(queries.seats_of(group, on=today)) if group else [],
            "calls": list(queries.calls().filter(project=project)) if project else [],
            "today": today,
            "member": member,
            "stood": {
                c.call_id: c for c in Candidacy.objects.filter(member=member).exclude(state=CandidacyState.WITHDRAWN)
            }
            if member
            else {},
            "sees_plan": may(self.request.user, "planproject.see_plan", self.subject),
            "may_run": may(self.request.user, "planproject.open_call", self.subject),
            "may_choose_no_group": may(self.request.user, "planproject.choose_no_group", self.subject),
            "likeness": self.likeness(group),
            "sees_support": may(self.request.user, "planproject.see_support", self.subject),
            "dimensions": wording.DIMENSIONS,
        }

    def likeness(self, group: WorkingGroup | None) -> list[tuple[str, float]]:
        """How like the staff the group is, per dimension; what is personal only for who composes it."""
        if group is None or not may(self.person, "planproject.see_comparison", self.subject):
            return []
        hidden = set() if may(self.person, "planproject.compose_group", self.subject) else PERSONAL
        return [pair for pair in group.comparison.get("index", {}).items() if pair[0] not in hidden]


class StartProject(ActPage):
    right = "planproject.start_project"
    template_name = "planproject/project_start.html"
    form_class = forms.ProjectForm

    def initial(self) -> dict[str, Any]:
        year = clock.today().year + 1
        return {
            "first_year": year,
            "last_year": year + 3,
            "title": str(wording.PLAN_TITLE).format(first=year, last=year + 3),
        }

    def act(self, data: dict[str, Any]) -> str:
        actions.start_project(**data, by=self.person, at=clock.now())
        return self.to("planproject:project")


class OfProject(ActPage):
    """An act on the current project."""

    def thing(self) -> Project:
        project = queries.current_project()
        if project is None:
            raise Http404
        return project


class ChooseNoGroup(OfProject):
    right = "planproject.choose_no_group"
    template_name = "planproject/no_group.html"
    form_class = forms.NoGroupForm

    def act(self, data: dict[str, Any]) -> str:
        actions.choose_no_group(project=self.subject, reason=data["reason"], by=self.person, at=clock.now())
        return self.to("planproject:project")


class SeatWholeTeam(OfProject):
    right = "planproject.compose_group"
    template_name = "planproject/whole_team.html"
    form_class = forms.WholeTeamForm

    def content(self) -> dict[str, Any]:
        return {"people": list(staff.members_at_work(on=clock.today()))}

    def act(self, data: dict[str, Any]) -> str:
        actions.seat_whole_team(project=self.subject, mandate=data["mandate"], by=self.person, at=clock.now())
        return self.to("planproject:project")


class OpenCall(OfProject):
    right = "planproject.open_call"
    template_name = "planproject/call_open.html"
    form_class = forms.CallWithSeatsForm

    def initial(self) -> dict[str, Any]:
        today = clock.today()
        weeks = [today.fromordinal(today.toordinal() + days) for days in (21, 35)]
        return {
            "opens_on": today,
            "closes_on": weeks[0],
            "answer_by": weeks[1],
            "seats": 9,
            "title": str(wording.CALL_TITLE),
        }

    def act(self, _data: dict[str, Any]) -> str:
        call = actions.open_call(project=self.subject, facts=self.filled.facts(), by=self.person, at=clock.now())
        return self.to("planproject:call", pk=call.pk)


class OfCall(ActPage):
    """An act on one call."""

    def thing(self) -> Call:
        return get_object_or_404(Call.objects.select_related("project"), pk=self.kwargs["pk"])


class ShowCall(ShowPage):
    """The call as everyone reads it; for who composes also the candidates. Prints as a poster and a form."""

    right = "planproject.see_call"
    template_name = "planproject/call_show.html"

    def thing(self) -> Call:
        return get_object_or_404(Call.objects.select_related("project"), pk=self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        today = clock.today()
        member = staff.staff_member_of(self.person)
        sees = may(self.request.user, "planproject.see_candidacies", self.subject)
        weighed = queries.candidacies_to_weigh(self.subject)
        # Only the letters ask for the account of each.
        weighed = weighed if self.subject.decided_at else weighed.select_related(None).select_related("member")
        candidacies = list(weighed) if sees else []
        draw, withdrawn = queries.draws_of(self.subject)
        return {
            "is_open": self.subject.is_open(on=today),
            "is_over": self.subject.is_over(on=today),
            "mine": queries.candidacy_of(member, self.subject) if member else None,
            "member": member,
            "sees": sees,
            "candidacies": candidacies,
            "on_paper": [one for one in candidacies if not queries.address_of(one)] if self.subject.decided_at else [],
            "targeted": list(queries.targeted_calls(self.subject)) if sees else [],
            "draw": draw,
            "withdrawn": withdrawn,
            "names": queries.category_names(),
            "may_enter": may(self.request.user, "planproject.enter_paper_candidacy", self.subject),
            "moments": Moment.choices,
            "roles": WantedRole.choices,
            "speaks_for": SpeaksFor.choices,
        }


class PrintAnswers(ShowPage):
    """The answers of who has no e-mail, one on each sheet, to hand over."""

    right = "planproject.see_candidacies"
    template_name = "planproject/answers_print.html"

    def thing(self) -> Call:
        return get_object_or_404(Call, pk=self.kwargs["pk"], decided_at__isnull=False)

    def content(self) -> dict[str, Any]:
        return {"answers": queries.answers_on_paper(self.subject)}


class CloseCall(OfCall):
    right = "planproject.close_call"
    template_name = "planproject/call_close.html"

    def act(self, _data: dict[str, Any]) -> str:
        call = actions.close_call(call=self.subject, by=self.person, at=clock.now())
        return self.to("planproject:call", pk=call.pk)


class SubmitCandidacy(OfCall):
    """The five-minute form, on a phone, at night."""

    right = "planproject.submit_candidacy"
    template_name = "planproject/candidacy_submit.html"
    form_class = forms.CandidacyForm
    done = wording.CANDIDACY_SENT

    def content(self) -> dict[str, Any]:
        member = staff.staff_member_of(self.person)
        people = staff.people_at_work(on=clock.today(), members=[member.pk]) if member else []
        return {"member": member, "person": people[0] if people else None}

    def act(self, data: dict[str, Any]) -> str:
        member = staff.staff_member_of(self.person)
        if member is None:
            raise Http404
        answers = {name: data[name] for name in ANSWERS}
        candidacy = actions.submit_candidacy(
            call=self.subject, member=member, answers=answers, by=self.person, at=clock.now()
        )
        return self.to("planproject:candidacy", pk=candidacy.pk)


class EnterPaperCandidacy(OfCall):
    """For colleagues without e-mail: the coordinator types in the paper form."""

    right = "planproject.enter_paper_candidacy"
    template_name = "planproject/candidacy_paper.html"
    form_class = forms.PaperForm

    def said(self) -> str:
        return str(wording.PAPER_ENTERED).format(name=self.filled.cleaned_data["member"])

    def form_words(self) -> dict[str, Any]:
        today, numbers = clock.today(), may(self.person, "staff.see_person", self.subject)
        return {"roll": staff.Roll(staff.members_at_work(on=today), on=today, numbers=numbers)}

    def act(self, data: dict[str, Any]) -> str:
        answers = {name: data[name] for name in ANSWERS}
        actions.submit_candidacy(
            call=self.subject, member=data["member"], answers=answers, by=self.person, at=clock.now()
        )
        return self.to("planproject:call", pk=self.subject.pk)


class ShowCandidacy(ShowPage):
    """One's own words as they were recorded, with what came of them."""

    right = "planproject.change_candidacy"
    template_name = "planproject/candidacy_show.html"

    def thing(self) -> Candidacy:
        return get_object_or_404(Candidacy.objects.select_related("call", "member"), pk=self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        words = {"moments": Moment, "wanted_roles": WantedRole}
        chosen: dict[str, Any] = {
            name: [kind(value).label for value in getattr(self.subject, name)] for name, kind in words.items()
        }
        return {**chosen, "is_open": self.subject.call.is_open(on=clock.today())}


class OfCandidacy(ActPage):
    """An act on a candidacy: one's own, or that of somebody without an account."""

    def thing(self) -> Candidacy:
        return get_object_or_404(Candidacy.objects.select_related("call", "member"), pk=self.kwargs["pk"])


class ChangeCandidacy(OfCandidacy):
    right = "planproject.change_candidacy"
    template_name = "planproject/candidacy_change.html"
    form_class = forms.CandidacyForm
    done = wording.CANDIDACY_CHANGED

    def initial(self) -> dict[str, Any]:
        return {**{name: getattr(self.subject, name) for name in ANSWERS}, "version": self.subject.version}

    def act(self, data: dict[str, Any]) -> str:
        answers = {name: data[name] for name in ANSWERS}
        actions.change_candidacy(
            candidacy=self.subject, answers=answers, version=data["version"], by=self.person, at=clock.now()
        )
        return self.to("planproject:candidacy", pk=self.subject.pk)


class WithdrawCandidacy(OfCandidacy):
    right = "planproject.withdraw_candidacy"
    template_name = "planproject/candidacy_withdraw.html"

    def content(self) -> dict[str, Any]:
        return {"is_mine": self.subject.member.account_id == self.person.pk}

    def said(self) -> str:
        name = self.subject.member
        is_mine = self.subject.member.account_id == self.person.pk
        return str(wording.CANDIDACY_WITHDRAWN if is_mine else wording.WITHDRAWN_FOR).format(name=name)

    def act(self, _data: dict[str, Any]) -> str:
        actions.withdraw_candidacy(candidacy=self.subject, by=self.person, at=clock.now())
        return self.to("planproject:call", pk=self.subject.call_id)


class ComposeGroup(OfCall):
    """Choose, see at once who is not heard, and answer everyone."""

    right = "planproject.compose_group"
    template_name = "planproject/group_compose.html"
    form_class = forms.CompositionForm

    def form_words(self) -> dict[str, Any]:
        languages = queries.other_languages((one.language for one in self.weighed), than=self.person.language)
        return {"candidacies": queries.candidacies_to_weigh(self.subject), "languages": languages}

    @cached_property
    def weighed(self) -> list[Standing]:
        return queries.standing_in(self.subject)

    def content(self) -> dict[str, Any]:
        words = self.request.POST if self.request.method == "POST" else self.request.GET
        known = {str(one.key) for one in self.weighed}
        picked = {int(key) for key in words.getlist("chosen") if key in known}
        return self.preview(self.weighed, picked, reserve=set(words.getlist("reserve")))

    def preview(
        self, candidates: list[Standing], picked: Collection[int], *, reserve: Collection[str]
    ) -> dict[str, Any]:
        chosen = [one.member for one in candidates if one.key in picked]
        standing = [one.member for one in candidates]
        seen, people = queries.preview_shown(self.subject, candidates=standing, chosen=chosen, today=clock.today())
        left = {
            one.key: people[one.member].categories
            for one in candidates
            if one.key not in picked and one.member in people
        }
        helpers = candidates_who_fill(seen.missing, left)
        if not may(self.person, "planproject.see_needs", self.subject):
            candidates = [one._replace(needs="") for one in candidates]
        picks = queries.picks_of(candidates, people, seen.missing, picked=picked, reserve=reserve)
        return {
            "inside": [pick for pick in picks if pick.is_in],
            "outside": [pick for pick in picks if not pick.is_in],
            "standing": len(picks),
            "seen": seen,
            "shares": _by_dimension(seen.shares),
            "helpers": [one for one in candidates if one.key in helpers],
            "dimensions": wording.DIMENSIONS,
            "names": queries.category_names(),
            "too_many": len(picked) > self.subject.seats,
            "chances_since": queries.chances_since(self.subject),
        }

    def show(self, status: int = 200, **more: object) -> HttpResponse:
        if self.request.method == "GET" and self.request.htmx:  # type: ignore[attr-defined]
            content = {"subject": self.subject, **self.content(), **more}
            return render(self.request, "planproject/_compose_live.html", content)
        return super().show(status, **more)

    def act(self, data: dict[str, Any]) -> str:
        chosen: list[Candidacy] = list(data["chosen"])
        answers = self.filled.answers()
        actions.compose_group(call=self.subject, chosen=chosen, answers=answers, by=self.person, at=clock.now())
        return self.to("planproject:project")


def _by_dimension(shares: Collection[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for share in shares:
        found.setdefault(share.dimension, []).append(share)
    return found
