"""Who has which voice, and which acts in a dossier one person does not do together: rows that an organisation sets."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from draagvlak.decisions import actions, forms, queries, wording
from draagvlak.decisions.models import Mandate
from draagvlak.decisions.queries import separation
from draagvlak.decisions.states import DossierKind
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import BodyKind
from draagvlak.ui.views import ActPage, ShowPage


def kind_in(request: HttpRequest) -> DossierKind:
    """The kind of dossier that the address names; the plan when it names none."""
    named = request.GET.get("soort", DossierKind.POLICY_PLAN.value)
    if named not in DossierKind.values:
        raise Http404
    return DossierKind(named)


class Mandates(ShowPage):
    """Which body has which voice, on what ground; open to everyone who works here."""

    right = "decisions.see_mandates"
    template_name = "decisions/mandates.html"

    def content(self) -> dict[str, Any]:
        today, kind = clock.today(), kind_in(self.request)
        held = {mandate.body_id: mandate for mandate in queries.mandates(kind, on=today)}
        rows = [(body, held.get(body.pk)) for body in stakeholders.bodies(on=today)]
        return {
            "rows": rows,
            "kind": kind,
            "what": wording.ABOUT[kind][1],
            "kinds": list(DossierKind),
            "may_set": may(self.request.user, "decisions.set_mandate", self.subject),
            "apart": list(separation.chosen().items()),
            "may_separate": may(self.request.user, "decisions.set_separation", self.subject),
        }


class SetMandate(ActPage):
    right = "decisions.set_mandate"
    template_name = "decisions/mandate_set.html"
    form_class = forms.MandateForm
    done = wording.MANDATE_SAVED

    def thing(self) -> Body:
        return get_object_or_404(Body, pk=self.kwargs["pk"], ends_on=None)

    def held(self) -> Mandate | None:
        kind = kind_in(self.request)
        return queries.mandates(kind, on=clock.today()).filter(body=self.subject).first()

    def form_words(self) -> dict[str, Any]:
        return {"kind": self.subject.kind}

    def content(self) -> dict[str, Any]:
        kind = kind_in(self.request)
        is_consulted = kind == DossierKind.MEASURE and self.subject.kind == BodyKind.WORKS_COUNCIL
        return {"what": wording.ABOUT[kind][1], "by_law": wording.MEASURE_CONSULTED if is_consulted else ""}

    def initial(self) -> dict[str, Any]:
        held = self.held()
        return (
            {"strength": held.strength, "term_days": held.term_days, "ground": held.ground}
            if held
            else {"term_days": 15}
        )

    def act(self, data: dict[str, Any]) -> str:
        kind = kind_in(self.request)
        actions.set_mandate(body=self.subject, kind=kind, facts=data, by=self.person, at=clock.now())
        return self.to("decisions:mandates") + f"?soort={kind.value}"


class EndMandate(ActPage):
    right = "decisions.set_mandate"
    template_name = "decisions/mandate_end.html"
    done = wording.MANDATE_SAVED

    def thing(self) -> Mandate:
        return get_object_or_404(Mandate.objects.select_related("body"), pk=self.kwargs["pk"], ends_on=None)

    def act(self, _data: dict[str, Any]) -> str:
        actions.end_mandate(
            mandate=self.subject,
            ends_on=clock.today() - timedelta(days=1),
            by=self.person,
            at=clock.now(),
        )
        return self.to("decisions:mandates") + f"?soort={self.subject.kind}"


class SetSeparation(ActPage):
    right = "decisions.set_separation"
    template_name = "decisions/separation_set.html"
    form_class = forms.SeparationForm
    done = wording.SEPARATION_SAVED

    def initial(self) -> dict[str, Any]:
        held = separation.chosen()
        return {**{forms.name_of(pair): together for pair, together in held.items()}, "version": separation.version()}

    def act(self, data: dict[str, Any]) -> str:
        actions.set_separation(wanted=self.filled.wanted(), version=data["version"], by=self.person, at=clock.now())
        return self.to("decisions:mandates") + "#apart"
