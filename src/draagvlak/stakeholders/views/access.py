from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.staff import queries as staff
from draagvlak.stakeholders import actions, queries, wording
from draagvlak.tenancy.models import Membership
from draagvlak.ui.views import ActPage, ListPage


class WhoCanSignIn(ListPage):
    """Everyone of the house with access, with what each holds; who no longer works here stands out."""

    right = "stakeholders.see_access"
    template_name = "stakeholders/access.html"

    def search(self) -> str:
        return self.request.GET.get("q", "").strip()[:80]

    def rows(self) -> QuerySet[Any]:
        return queries.who_can_sign_in(self.subject, on=clock.today(), search=self.search())

    def show(self, status: int = 200, **more: Any) -> Any:  # noqa: ANN401 -- the base's own words
        found = queries.access_of(list(more["page"]), on=clock.today())
        lines = [(one, may(self.person, "stakeholders.end_access", one.membership)) for one in found]
        return super().show(status, lines=lines, search=self.search(), **more)


class EndAccess(ActPage):
    right = "stakeholders.end_access"
    template_name = "stakeholders/access_end.html"

    def thing(self) -> Membership:
        return get_object_or_404(queries.memberships(super().thing()), pk=self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        (held,) = queries.access_of([self.subject], on=clock.today())
        return {"held": held}

    def act(self, _data: dict[str, Any]) -> str:
        actions.end_access(account=self.subject.account, by=self.person, at=clock.now())
        return self.to("stakeholders:access")

    def said(self) -> str:
        return str(wording.ACCESS_ENDED).format(name=self.subject.account)


class RecogniseMe(ActPage):
    """Who could sign in before the staff list came says that the person with his address is him."""

    right = "stakeholders.recognise_me"
    template_name = "stakeholders/recognise_me.html"

    def content(self) -> dict[str, Any]:
        today = clock.today()
        known = staff.staff_member_of(self.person)
        member = known or staff.person_with_address(self.person.email, on=today)
        post = staff.main_posts(on=today, members=[member.pk]).first() if member else None
        return {"member": member, "post": post, "is_known": known is not None}

    def act(self, _data: dict[str, Any]) -> str:
        self.member = actions.recognise_me(by=self.person, at=clock.now())
        return self.to("desk:tasks")

    def said(self) -> str:
        return str(wording.RECOGNISED).format(name=self.member)
