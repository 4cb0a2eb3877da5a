from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import capfirst

from draagvlak.lib import clock
from draagvlak.lib.law import Certainty, ExpectedBody, bodies_expected
from draagvlak.lib.rights import may
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders import actions, forms, queries, wording
from draagvlak.stakeholders.models import HalfDay, Role, Seat
from draagvlak.stakeholders.rules import refuse_future
from draagvlak.stakeholders.states import ASKED_BODIES, Actor, BodyKind, Region, RoleKind
from draagvlak.tenancy.queries import members_of
from draagvlak.ui.views import ActPage, ShowPage


class WhoDoesWhat(ShowPage):
    """Bodies, seats and roles: published to everyone who works here (row B2.5)."""

    right = "stakeholders.see_who_does_what"
    template_name = "stakeholders/who_does_what.html"

    def content(self) -> dict[str, Any]:
        today = clock.today()
        known, profile = queries.held(on=today), queries.profile()
        seats: dict[int, list[Seat]] = {}
        for seat in known.seats:
            seats.setdefault(seat.body_id, []).append(seat)
        return {
            "bodies": [(body, seats.get(body.pk, [])) for body in known.bodies],
            "may_seat": {body.pk: may(self.request.user, "stakeholders.keep_seats", body) for body in known.bodies},
            "shortfalls": queries.shortfalls(known.bodies, on=today, known=known),
            "roles": known.roles,
            "coordinator_kind": RoleKind.TRAINING_COORDINATOR,
            "has_coordinator": RoleKind.TRAINING_COORDINATOR in {role.kind for role in known.roles},
            "profile": profile,
            "regions": [Region(code).label for code in profile.regions],
            "open_actors": [Actor(actor).label for actor in queries.unheld(known, absent=profile.absent)],
            "may_assign": may(self.request.user, "stakeholders.assign_role", self.subject),
            "may_appoint": may(self.request.user, "stakeholders.appoint_coordinator", self.subject),
            "may_set_up": may(self.request.user, "stakeholders.set_up", self.subject),
            "may_see_access": may(self.request.user, "stakeholders.see_access", self.subject),
        }


class SetUp(ActPage):
    """Step 1 of 3: which organisation is this."""

    right = "stakeholders.set_up"
    template_name = "stakeholders/set_up.html"
    form_class = forms.DescribeForm
    done = wording.SET_UP_SAVED

    def initial(self) -> dict[str, Any]:
        profile = queries.profile()
        here = {"name": self.subject.name, "joint_committee": self.subject.joint_committee}
        return {
            **here,
            "regions": profile.regions,
            "heads": profile.heads or None,
            "fte": profile.fte or None,
            "hours_per_half_day": profile.hours_per_half_day,
            "version": profile.version,
            "year_ends_month": int(profile.year_end[:2]),
            "year_ends_day": int(profile.year_end[3:]),
        }

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.describe_organisation(facts=data, version=version, by=self.person, at=clock.now())
        return self.to("stakeholders:set_up_bodies")


class SetUpBodies(ActPage):
    """Step 2 of 3: which bodies exist; what the law expects at this size stands beside it."""

    right = "stakeholders.set_up"
    template_name = "stakeholders/set_up_bodies.html"
    form_class = forms.BodiesForm
    done = wording.SET_UP_SAVED

    def initial(self) -> dict[str, Any]:
        names = dict(queries.bodies(on=clock.today()).values_list("kind", "name"))
        sure = {one.body.value for one in self.expected() if one.certainty == Certainty.EXPECTED} | {
            BodyKind.BOARD.value
        }
        usual = {kind.value: capfirst(str(kind.label)) for kind in ASKED_BODIES if kind.value in sure}
        profile = queries.profile()
        return {**(names if profile.absent else {**usual, **names}), "version": profile.version}

    def form_words(self) -> dict[str, Any]:
        """What is left empty is asked about only by who saw the bodies as they are now: the others see what changed first."""
        names = queries.bodies(on=clock.today()).filter(kind__in=ASKED_BODIES, ends_on=None)
        is_outdated = self.request.POST.get("version", "") != str(queries.profile().version)
        return {"existing": {} if is_outdated else dict(names.values_list("kind", "name"))}

    def expected(self) -> list[ExpectedBody]:
        heads, _fte = queries.heads_and_fte(on=clock.today())
        return bodies_expected(heads, clock.today(), joint_committee=self.subject.joint_committee)

    def content(self) -> dict[str, Any]:
        heads, fte = queries.heads_and_fte(on=clock.today())
        expected = [(BodyKind(one.body.value).label, one) for one in self.expected()]
        return {"heads": heads, "fte": fte, "expected": expected}

    def act(self, data: dict[str, Any]) -> str:
        present, version = self.filled.answered(), data["version"]
        actions.answer_bodies(present=present, version=version, by=self.person, at=clock.now())
        return self.to("stakeholders:finish_set_up")


class FinishSetUp(ActPage):
    """Step 3 of 3: each of the seven actors is somebody, or is not there."""

    right = "stakeholders.set_up"
    template_name = "stakeholders/finish_set_up.html"
    form_class = forms.FinishForm
    done = wording.SET_UP_DONE

    def form_words(self) -> dict[str, Any]:
        return {"open_actors": queries.actors_without_holder(on=clock.today())}

    def initial(self) -> dict[str, Any]:
        return {"absent": list(queries.profile().absent)}

    def content(self) -> dict[str, Any]:
        today = clock.today()
        return {
            "bodies": queries.bodies(on=today),
            "roles": queries.roles(on=today),
            "open_actors": queries.actors_without_holder(on=today),
        }

    def act(self, data: dict[str, Any]) -> str:
        absent = dict.fromkeys(data["absent"], "set_up")
        actions.finish_set_up(absent=absent, by=self.person, at=clock.now())
        return self.to("desk:tasks")


class InvitesPerson(ActPage):
    """An act on a person named by address: the person gets access and, when new, an invitation."""

    def person_in(self, data: dict[str, Any]) -> Any:  # noqa: ANN401 -- an account
        email = data.pop("email")
        member = StaffMember.objects.filter(email__iexact=email, account=None).first()
        # As the staff list says; of somebody else nothing is known but who invites.
        language = member.language if member and member.language else self.request.LANGUAGE_CODE
        account = actions.person(email=email, name=data.pop("name"), language=language)
        at = clock.now()
        actions.invite(account=account, by=self.person, at=at, root=settings.ADDRESS, member=member)
        return account


class AssignRole(InvitesPerson):
    right = "stakeholders.assign_role"
    template_name = "stakeholders/assign_role.html"
    form_class = forms.RoleForm

    def initial(self) -> dict[str, Any]:
        return {"starts_on": clock.today(), "kind": self.request.GET.get("rol", "")}

    def act(self, data: dict[str, Any]) -> str:
        self.holder = self.person_in(data)
        kind = RoleKind(data.pop("kind"))
        team = data["team"] if kind == RoleKind.LINE_MANAGER else None
        actions.assign_role(
            kind=kind, holder=self.holder, starts_on=data["starts_on"], team=team, by=self.person, at=clock.now()
        )
        return self.to("stakeholders:who_does_what")

    def said(self) -> str:
        return str(wording.ROLE_SAVED).format(name=self.holder)


class AppointCoordinator(InvitesPerson):
    """Rows A6.5 and B2.5: with a mandate and with time."""

    right = "stakeholders.appoint_coordinator"
    template_name = "stakeholders/appoint_coordinator.html"
    form_class = forms.AppointForm

    def form_words(self) -> dict[str, Any]:
        return {"people": members_of(self.subject)}

    def initial(self) -> dict[str, Any]:
        return {"starts_on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        self.holder = self.person_in(data)
        actions.appoint_coordinator(holder=self.holder, facts=data, by=self.person, at=clock.now())
        return self.to("stakeholders:who_does_what")

    def said(self) -> str:
        return str(wording.ROLE_SAVED).format(name=self.holder)


class AcceptRole(ActPage):
    """The holder reads what is expected and says yes."""

    right = "stakeholders.accept_role"
    template_name = "stakeholders/accept_role.html"

    def thing(self) -> Role:
        return get_object_or_404(
            Role.objects.select_related("holder", "team", "substitute"), pk=self.kwargs["pk"], ends_on=None
        )

    def act(self, _data: dict[str, Any]) -> str:
        actions.accept_role(role=self.subject, by=self.person, at=clock.now())
        return self.to("desk:tasks")


class EndRole(ActPage):
    right = "stakeholders.assign_role"
    template_name = "stakeholders/end.html"
    form_class = forms.EndForm

    def thing(self) -> Role:
        return get_object_or_404(Role.objects.select_related("holder"), pk=self.kwargs["pk"], ends_on=None)

    def initial(self) -> dict[str, Any]:
        return {"ends_on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        actions.end_role(role=self.subject, ends_on=data["ends_on"], by=self.person, at=clock.now())
        return self.to("stakeholders:who_does_what")


def _half_days_of(role: Role) -> dict[str, Any]:
    slots = list(queries.half_days(role))
    return {
        "slots": slots,
        "used": sum(slot.is_used for slot in slots),
        "hours": queries.profile().hours_per_half_day,
        "today": clock.today(),
    }


class HalfDays(ActPage):
    """The coordinator's own half-days: planned beside promised, used beside planned."""

    right = "stakeholders.plan_half_day"
    template_name = "stakeholders/half_days.html"
    form_class = forms.HalfDayForm

    def thing(self) -> Role:
        return get_object_or_404(Role, pk=self.kwargs["pk"], kind=RoleKind.TRAINING_COORDINATOR)

    def initial(self) -> dict[str, Any]:
        return {"on": clock.today()}

    def content(self) -> dict[str, Any]:
        return _half_days_of(self.subject)

    def act(self, data: dict[str, Any]) -> str:
        actions.plan_half_day(
            role=self.subject,
            on=data["on"],
            is_afternoon=bool(data["is_afternoon"]),
            by=self.person,
            at=clock.now(),
        )
        return self.to("stakeholders:half_days", pk=self.subject.pk)


class UseHalfDay(ActPage):
    right = "stakeholders.plan_half_day"
    template_name = "stakeholders/half_days.html"

    def thing(self) -> Role:
        self.half_day: Any = get_object_or_404(HalfDay.objects.select_related("role"), pk=self.kwargs["pk"])
        role: Role = self.half_day.role
        return role

    def content(self) -> dict[str, Any]:
        return _half_days_of(self.subject)

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        return redirect(self.to("stakeholders:half_days", pk=self.subject.pk))

    def check(self) -> None:
        """What has yet to come did not go to anything."""
        refuse_future(self.half_day.on, today=clock.today(), sentence=str(wording.IN_THE_FUTURE))

    def act(self, _data: dict[str, Any]) -> str:
        actions.use_half_day(half_day=self.half_day, by=self.person, at=clock.now())
        return self.to("stakeholders:half_days", pk=self.subject.pk)


class InviteMember(ActPage):
    """Give somebody of the staff list a way in."""

    right = "stakeholders.invite"
    template_name = "stakeholders/invite.html"

    def thing(self) -> Any:  # noqa: ANN401 -- a member of staff
        return get_object_or_404(StaffMember.objects.select_related("account"), pk=self.kwargs["pk"])

    def act(self, _data: dict[str, Any]) -> str:
        actions.invite_member(member=self.subject, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("staff:person", pk=self.subject.pk)

    def said(self) -> str:
        return str(wording.INVITED).format(name=self.subject)
