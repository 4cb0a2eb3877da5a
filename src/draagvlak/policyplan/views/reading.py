"""Who read the regulation: confirm it, note it from paper, ask again, and the counts."""

from typing import Any

from django.conf import settings
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.policyplan import actions, forms, queries, wording
from draagvlak.policyplan.models import RegulationVersion
from draagvlak.staff import queries as staff
from draagvlak.ui.templatetags.house import in_eights
from draagvlak.ui.views import ActPage, ShowPage


class OfRegulationVersion:
    """The version in the address."""

    kwargs: dict[str, Any]

    def thing(self) -> RegulationVersion:
        adopted = queries.regulation_versions().exclude(adopted_at=None)
        return get_object_or_404(adopted, number=self.kwargs["number"])


class ConfirmReading(OfRegulationVersion, ActPage):
    """Say that one read exactly this text."""

    right = "policyplan.confirm_reading"
    template_name = "policyplan/reading_confirm.html"
    form_class = forms.ConfirmReadingForm

    def initial(self) -> dict[str, Any]:
        return {"sha256": self.subject.document.sha256}

    def content(self) -> dict[str, Any]:
        member = queries.reader_of(self.person, on=clock.today())
        return {"version": self.subject, "read": queries.reading_of(self.subject, member)}

    def said(self) -> str:
        return str(wording.READ_DONE).format(seal=in_eights(self.subject.document.sha256)[:17])

    def act(self, data: dict[str, Any]) -> str:
        actions.confirm_reading(version=self.subject, sha256=data["sha256"], by=self.person, at=clock.now())
        return self.to("policyplan:regulation_version", number=self.subject.number)


class ShowReaders(OfRegulationVersion, ShowPage):
    """How many read it, as counts: nobody sees who did not."""

    right = "policyplan.see_readers"
    template_name = "policyplan/readers.html"

    def content(self) -> dict[str, Any]:
        return {
            "version": self.subject,
            "is_asked": self.subject == queries.version_to_read(),
            "may_note": may(self.person, "policyplan.note_reading", self.subject),
            **queries.readers_shown(self.subject, on=clock.today()),
        }


class NoteReading(OfRegulationVersion, ActPage):
    """For colleagues without an account: note what they signed on paper."""

    right = "policyplan.note_reading"
    template_name = "policyplan/reading_note.html"
    form_class = forms.NoteReadingForm

    def form_words(self) -> dict[str, Any]:
        today, numbers = clock.today(), may(self.person, "staff.see_person", self.subject)
        return {"roll": staff.Roll(staff.members_at_work(on=today), on=today, numbers=numbers), "today": today}

    def content(self) -> dict[str, Any]:
        return {"version": self.subject}

    def said(self) -> str:
        return str(wording.READ_NOTED).format(name=self.filled.cleaned_data["member"])

    def act(self, data: dict[str, Any]) -> str:
        words = {"member": data["member"], "read_on": data["read_on"]}
        actions.note_reading(version=self.subject, **words, by=self.person, at=clock.now())
        return self.to("policyplan:readers", number=self.subject.number)


class RemindReaders(OfRegulationVersion, ActPage):
    right = "policyplan.note_reading"
    template_name = "policyplan/readers_remind.html"
    told = 0

    def content(self) -> dict[str, Any]:
        return {"version": self.subject}

    def said(self) -> str:
        return str(wording.REMINDED).format(count=self.told)

    def act(self, _data: dict[str, Any]) -> str:
        self.told = actions.remind_readers(version=self.subject, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("policyplan:readers", number=self.subject.number)
