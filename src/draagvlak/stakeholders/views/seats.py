"""Who sits in a body: give a seat, another function, and end it."""

from typing import Any

from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.stakeholders import actions, forms, queries, wording
from draagvlak.stakeholders.models import Body, Seat
from draagvlak.stakeholders.states import JOINT_BODIES, BodyKind, SeatFunction
from draagvlak.stakeholders.views.organisation import InvitesPerson
from draagvlak.ui.views import ActPage


class SeatMember(InvitesPerson):
    right = "stakeholders.keep_seats"
    template_name = "stakeholders/seat_member.html"
    form_class = forms.SeatForm
    done = wording.SEAT_SAVED

    def thing(self) -> Body:
        bodies = Body.objects.exclude(kind=BodyKind.WORKING_GROUP)  # its seats follow from the candidacies
        return get_object_or_404(bodies, pk=self.kwargs["pk"], ends_on=None)

    def form_words(self) -> dict[str, Any]:
        return {"is_joint": self.subject.kind in JOINT_BODIES}

    def initial(self) -> dict[str, Any]:
        wanted = self.request.GET.get("functie", "")
        known = {"function": wanted} if wanted in SeatFunction.values else {}
        return {"starts_on": clock.today(), **known}

    def act(self, data: dict[str, Any]) -> str:
        actions.seat(body=self.subject, holder=self.person_in(data), by=self.person, at=clock.now(), **data)
        return self.to("stakeholders:who_does_what")


class OfSeat:
    """Pages on one seat; those of the working group follow from the candidacies."""

    kwargs: dict[str, Any]

    def thing(self) -> Seat:
        seats = Seat.objects.exclude(body__kind=BodyKind.WORKING_GROUP).select_related("holder", "member", "body")
        return get_object_or_404(seats, pk=self.kwargs["pk"], ends_on=None)


class GiveFunction(OfSeat, ActPage):
    """Who sits there already becomes chair or secretary."""

    right = "stakeholders.keep_seats"
    template_name = "stakeholders/function.html"
    form_class = forms.FunctionForm
    done = wording.FUNCTION_SAVED

    def initial(self) -> dict[str, Any]:
        return {"function": self.subject.function}

    def act(self, data: dict[str, Any]) -> str:
        function = SeatFunction(data["function"])
        actions.give_function(seat=self.subject, function=function, by=self.person, at=clock.now())
        return self.to("stakeholders:who_does_what") + f"#orgaan-{self.subject.body_id}"


class EndSeat(OfSeat, ActPage):
    """The last day of a seat; the page names what the person loses with it."""

    right = "stakeholders.keep_seats"
    template_name = "stakeholders/seat_end.html"
    form_class = forms.EndSeatForm

    def initial(self) -> dict[str, Any]:
        return {"ends_on": clock.today()}

    def form_words(self) -> dict[str, Any]:
        self.ties = queries.ties_of(self.subject)
        for_workers = queries.needs_a_reason(self.subject, by=self.person)
        asked = str(wording.REASON_FOR_WORKERS).format(name=self.subject.person) if for_workers else ""
        return {"must_say_why": str(wording.REASON_FOR_BALLOT) if self.ties else asked}

    def content(self) -> dict[str, Any]:
        return {"ties": self.ties}

    def act(self, data: dict[str, Any]) -> str:
        actions.unseat(seat=self.subject, **data, by=self.person, at=clock.now())
        return self.to("stakeholders:who_does_what")
