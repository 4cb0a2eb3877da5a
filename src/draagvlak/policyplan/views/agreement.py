"""Signed agreements: the register for everybody, and what is filed, followed up and ended."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header

from draagvlak.decisions.models import Part
from draagvlak.decisions.queries import has_spoken, separation, standing
from draagvlak.decisions.states import Strength
from draagvlak.documents.queries import content_of
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.policyplan.actions import agreement as acts
from draagvlak.policyplan.actions import linking
from draagvlak.policyplan.exports import negotiation as exports
from draagvlak.policyplan.forms import FileForm
from draagvlak.policyplan.forms import negotiation as forms
from draagvlak.policyplan.models import Agreement, AgreementClause, AgreementFile
from draagvlak.policyplan.queries import agreement as register
from draagvlak.policyplan.queries import negotiation as table
from draagvlak.policyplan.rules import next_year
from draagvlak.policyplan.states import AgreementEnding
from draagvlak.policyplan.views.negotiation import sent
from draagvlak.policyplan.wording import negotiation as wording
from draagvlak.tenancy.queries import members_of
from draagvlak.ui.views import ActPage, ListPage, ShowPage


class ShowAgreements(ListPage):
    """The register; who sits at a table sees what is being negotiated as well."""

    right = "policyplan.see_agreements"
    template_name = "policyplan/agreements.html"
    per_page = 25

    def rows(self) -> QuerySet[Any]:
        return register.agreements()

    def show(self, status: int = 200, **more: Any) -> HttpResponse:  # noqa: ANN401 -- the page
        page = more["page"]
        page.object_list = register.shown_agreements(page.object_list, on=clock.today())
        return super().show(status, **more)

    def content(self) -> dict[str, Any]:
        organisation, today = self.request.organisation, clock.today()  # type: ignore[attr-defined]
        mine = table.negotiations_of(self.person, organisation, on=today)
        running = list(table.running(mine))
        clauses = table.clauses_running(running)
        rows = [
            {
                "negotiation": one,
                "clauses": len(clauses[one.pk]),
                "agreed": sum(table.state_of(clause) == "agreed" for clause in clauses[one.pk]),
                "waiting": len(table.waits_for(clauses[one.pk], table.side_of(self.person, one, on=today))),
            }
            for one in running
        ]
        return {
            "running": rows,
            "stopped": list(mine.filter(state="stopped")[:10]),
            "may_open": may(self.person, "policyplan.open_negotiation", self.subject),
            "today": today,
        }


class ShowAgreement(ShowPage):
    """A signed agreement as it is read, with who follows what up."""

    right = "policyplan.see_agreements"
    template_name = "policyplan/agreement_show.html"

    def thing(self) -> Agreement:
        return get_object_or_404(register.agreements(), pk=self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        one, today = self.subject, clock.today()
        end = register.ends_of([one]).get(one.pk)
        filing = register.filing_of(one)
        rows = register.clause_rows(one, on=today)
        for row in rows:
            watch = row["watch"]
            row["may_check"] = watch is not None and watch.follower_id == self.person.pk
        may_keep = may(self.person, "policyplan.keep_agreement", one)
        return {
            "rows": rows,
            "end": end,
            "last_day": register.last_day(one, end),
            "in_force": register.is_in_force(one, end, on=today),
            "filing": filing,
            "watch": register.watch_over(one),
            "signers": list(register.signers_of(one)),
            "files": list(register.files_of_agreement(one)),
            "may_keep": may_keep,
            "may_file": not (filing and filing.registration) and may(self.person, "policyplan.file_agreement", one),
            "unwatched": next((row["clause"] for row in rows if row["watch"] is None), None),
            "today": today,
        }


class DownloadAgreement(ShowAgreement):
    """The agreement as PDF or DOCX."""

    def get(self, _request: Any, **_kwargs: object) -> HttpResponse:  # noqa: ANN401 -- Django's own
        suffix = self.kwargs["suffix"]
        name = f"cao-{self.subject.pk}.{suffix}"
        return sent(exports.agreement_document(self.subject, suffix=suffix), suffix=suffix, name=name)


class DownloadAgreementFile(ShowPage):
    """The bytes as they were put in, always as a download."""

    right = "policyplan.see_agreements"

    def thing(self) -> AgreementFile:
        return get_object_or_404(AgreementFile.objects.select_related("file"), pk=self.kwargs["pk"])

    def get(self, _request: Any, **_kwargs: object) -> HttpResponse:  # noqa: ANN401 -- Django's own
        file = self.subject.file
        name = content_disposition_header(as_attachment=True, filename=file.name) or "attachment"
        return HttpResponse(content_of(file), content_type=file.media_type, headers={"Content-Disposition": name})


class OnAgreement(ActPage):
    right = "policyplan.keep_agreement"
    thing = ShowAgreement.thing

    def back(self) -> str:
        return self.to("policyplan:agreement", pk=self.kwargs["pk"])

    def words(self) -> dict[str, Any]:
        return {"by": self.person, "at": clock.now()}


class AddAgreementFile(OnAgreement):
    template_name = "policyplan/agreement_file.html"
    form_class = FileForm

    def act(self, data: dict[str, Any]) -> str:
        paper = acts.Paper(data["file"].name, data["file"].read(exports.LARGEST + 1))
        acts.add_agreement_file(agreement=self.subject, paper=paper, **self.words())
        return self.back()


class FileAgreement(OnAgreement):
    right = "policyplan.file_agreement"
    template_name = "policyplan/agreement_filing.html"
    form_class = forms.FilingForm

    def initial(self) -> dict[str, Any]:
        filing = register.filing_of(self.subject)
        return {"filed_on": filing.filed_on} if filing else {}

    def act(self, data: dict[str, Any]) -> str:
        acts.file_agreement(agreement=self.subject, **data, **self.words())
        return self.back()


class HandOverAgreement(OnAgreement):
    template_name = "policyplan/agreement_hand_over.html"
    form_class = forms.FollowerForm

    def form_words(self) -> dict[str, Any]:
        return {"people": members_of(self.request.organisation)}  # type: ignore[attr-defined]

    def initial(self) -> dict[str, Any]:
        watch = register.watch_over(self.subject)
        return {"follower": watch.follower, "version": watch.version} if watch else {}

    def act(self, data: dict[str, Any]) -> str:
        words = {"follower": data["follower"], "version": data["version"]}
        acts.hand_over_agreement(agreement=self.subject, **words, **self.words())
        return self.back()


class EndAgreement(OnAgreement):
    template_name = "policyplan/agreement_end.html"
    form_class = forms.EndForm
    done = wording.N_ENDED

    def initial(self) -> dict[str, Any]:
        return {"kind": AgreementEnding.DENOUNCED}

    def act(self, data: dict[str, Any]) -> str:
        acts.end_agreement(agreement=self.subject, **data, **self.words())
        return self.back()


class OnSignedClause(ActPage):
    """An act on one clause of a signed agreement."""

    right = "policyplan.keep_agreement"

    def thing(self) -> AgreementClause:
        found = AgreementClause.objects.select_related(
            "agreement__organisation", "agreement__negotiation__organisation"
        )
        return get_object_or_404(found, agreement=self.kwargs["pk"], number=self.kwargs["point"])

    def content(self) -> dict[str, Any]:
        return {"agreement": self.subject.agreement}

    def back(self) -> str:
        return f"{self.to('policyplan:agreement', pk=self.kwargs['pk'])}#artikel-{self.kwargs['point']}"


class WatchClause(OnSignedClause):
    template_name = "policyplan/agreement_watch.html"
    form_class = forms.WatchForm
    done = wording.N_WATCHED

    def form_words(self) -> dict[str, Any]:
        return {"people": members_of(self.request.organisation)}  # type: ignore[attr-defined]

    def initial(self) -> dict[str, Any]:
        watch = getattr(self.subject, "watch", None)
        if watch is None:
            first = max(self.subject.agreement.starts_on, clock.today())
            return {"check_on": next_year(first), "version": 0}
        return {name: getattr(watch, name) for name in ("follower", "item", "rule", "check_on", "version")}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        acts.watch_clause(clause=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.back()


class CheckClause(OnSignedClause):
    right = "policyplan.check_clause"
    template_name = "policyplan/agreement_check.html"
    form_class = forms.CheckForm
    done = wording.N_CHECKED

    def initial(self) -> dict[str, Any]:
        return {"on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        is_kept = data["is_kept"] == "yes"
        words = {"on": data["on"], "is_kept": is_kept, "note": data["note"], "by": self.person, "at": clock.now()}
        acts.check_clause(clause=self.subject, **words)
        return self.back()


class LinkAgreement(ActPage):
    """A body that negotiates in a dossier came to an agreement: which one."""

    right = "policyplan.link_agreement"
    template_name = "policyplan/agreement_link.html"
    form_class = forms.LinkForm
    done = wording.N_LINKED

    def thing(self) -> Part:
        parts = Part.objects.select_related("dossier__document", "dossier__organisation", "body__organisation")
        place = {"pk": self.kwargs["part"], "dossier__number": self.kwargs["number"]}
        return get_object_or_404(parts, strength=Strength.NEGOTIATION, **place)

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        """Once the body spoke there is nothing left to choose: the dossier tells what it said."""
        if has_spoken(self.subject):
            return redirect(self.to("decisions:dossier", number=self.kwargs["number"]))
        where = standing(self.subject.dossier, today=clock.today())
        if why := separation.why_not(separation.duty_in(self.subject), self.person, where):
            messages.info(self.request, why)
            return redirect(self.to("decisions:dossier", number=self.kwargs["number"]))
        return super().get(self.request)

    def found(self) -> QuerySet[Agreement]:
        return register.agreements_signed_by(self.subject.body, on=clock.today())

    def form_words(self) -> dict[str, Any]:
        return {"found": self.found()}

    def initial(self) -> dict[str, Any]:
        return {"document_sha256": self.subject.dossier.document.sha256}

    def content(self) -> dict[str, Any]:
        place = {"number": self.kwargs["number"]}
        return {
            "dossier": self.subject.dossier,
            "found": self.found().exists(),
            "back": self.to("decisions:dossier", **place),
            "document": self.to("policyplan:document", **place),
            "no_agreement": self.to("decisions:record_voice", part=self.subject.pk, **place),
        }

    def act(self, data: dict[str, Any]) -> str:
        words = {name: data[name] for name in ("agreement", "note", "document_sha256")}
        words |= {"by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        linking.link_agreement(part=self.subject, **words)
        return self.to("decisions:dossier", number=self.kwargs["number"])
