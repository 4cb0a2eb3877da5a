from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.stakeholders import actions, forms, queries
from draagvlak.stakeholders.models import Partner
from draagvlak.stakeholders.states import PartnerRole
from draagvlak.ui.views import ActPage, ListPage

FIELDS = ("name", "kind", "kbo", "contact", "email", "roles", "own_role", "clause_on")


class Partners(ListPage):
    """The register of partners from outside."""

    right = "stakeholders.keep_partners"
    template_name = "stakeholders/partner_list.html"

    def rows(self) -> QuerySet[Any]:
        return queries.partners()

    def content(self) -> dict[str, Any]:
        return {"words": dict(PartnerRole.choices)}


class AddPartner(ActPage):
    right = "stakeholders.keep_partners"
    template_name = "stakeholders/partner.html"
    form_class = forms.PartnerForm

    def act(self, data: dict[str, Any]) -> str:
        del data["version"]
        actions.add_partner(facts=data, by=self.person, at=clock.now())
        return self.to("stakeholders:partners")


class ChangePartner(ActPage):
    right = "stakeholders.keep_partners"
    template_name = "stakeholders/partner.html"
    form_class = forms.PartnerForm

    def thing(self) -> Partner:
        return get_object_or_404(Partner, pk=self.kwargs["pk"])

    def initial(self) -> dict[str, Any]:
        return {**{name: getattr(self.subject, name) for name in FIELDS}, "version": self.subject.version}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.change_partner(partner=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.to("stakeholders:partners")
