"""Questions and remarks on a text before it is decided."""

from typing import Any

from django.conf import settings
from django.http import Http404

from draagvlak.decisions import actions, forms, queries, wording
from draagvlak.decisions.models import Dossier
from draagvlak.decisions.views.dossiers import OfDossier
from draagvlak.lib import clock
from draagvlak.ui.views import ActPage


class AddRemark(OfDossier, ActPage):
    """A question or remark before the decision; who takes part reads it."""

    right = "decisions.add_remark"
    template_name = "decisions/remark.html"
    form_class = forms.RemarkForm

    def act(self, data: dict[str, Any]) -> str:
        actions.add_remark(dossier=self.subject, text=data["text"], by=self.person, at=clock.now())
        return self.to("decisions:dossier", number=self.subject.number) + "#bespreking"


class AnswerRemark(OfDossier, ActPage):
    """Answer a question or a remark, once."""

    right = "decisions.answer_remark"
    template_name = "decisions/remark_answer.html"
    form_class = forms.AnswerRemarkForm
    done = wording.REPLY_SAVED

    def thing(self) -> Dossier:
        dossier = super().thing()
        asked = queries.remarks_in(queries.entries_of(dossier))
        self.remark = next((one for one in asked if one.number == self.kwargs["entry"]), None)
        if self.remark is None:
            raise Http404
        return dossier

    def content(self) -> dict[str, Any]:
        return {"remark": self.remark}

    def act(self, data: dict[str, Any]) -> str:
        number = self.kwargs["entry"]
        words = {"text": data["text"], "by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        actions.answer_remark(dossier=self.subject, remark=number, **words)
        return self.to("decisions:dossier", number=self.subject.number) + "#bespreking"
