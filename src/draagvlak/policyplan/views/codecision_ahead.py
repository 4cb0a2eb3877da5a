"""More time for a round to decide together, and throwing away one that is prepared."""

from typing import Any

from django.conf import settings

from draagvlak.lib import clock
from draagvlak.policyplan import actions, forms
from draagvlak.policyplan.views.codecision import OfCodecision, where_it_stands
from draagvlak.policyplan.wording import codecision as wording
from draagvlak.ui.said import day_said
from draagvlak.ui.views import ActPage


class ExtendCodecision(OfCodecision, ActPage):
    right = "policyplan.keep_codecision"
    template_name = "policyplan/codecision_extend.html"
    form_class = forms.MoreTimeToDecideForm
    told = 0

    def initial(self) -> dict[str, Any]:
        # The reason that stands there is shown beside one's own when somebody else was first; else one writes a new one.
        theirs = {"reason": self.subject.reason} if self.request.method == "POST" else {}
        return {"ends_on": self.subject.ends_on, "version": self.subject.version, **theirs}

    def content(self) -> dict[str, Any]:
        return where_it_stands(self.request, self.subject)

    def said(self) -> str:
        day = day_said(self.filled.cleaned_data["ends_on"])
        return str(wording.CO_EXTENDED).format(day=day, count=self.told)

    def act(self, data: dict[str, Any]) -> str:
        _held, self.told = actions.extend_codecision(
            codecision=self.subject, **data, by=self.person, at=clock.now(), root=settings.ADDRESS
        )
        return self.to("policyplan:codecision", pk=self.subject.pk)


class DiscardCodecision(OfCodecision, ActPage):
    right = "policyplan.keep_codecision"
    template_name = "policyplan/codecision_discard.html"
    done = wording.CO_DISCARDED

    def content(self) -> dict[str, Any]:
        stands = where_it_stands(self.request, self.subject)
        return {**stands, "count": self.subject.lines.count()}

    def act(self, _data: dict[str, Any]) -> str:
        actions.discard_codecision(codecision=self.subject, by=self.person, at=clock.now())
        return self.to("policyplan:codecisions")
