from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect

from draagvlak.documents.exports import PDF
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.lib.text import whole_number
from draagvlak.policyplan import actions, exports, forms, queries, wording
from draagvlak.policyplan.models import Plan, Revision, Section, Version
from draagvlak.policyplan.states import SectionKey
from draagvlak.policyplan.views.beside import open_at
from draagvlak.policyplan.views.plan import CompareVersions, OfPlan, version_for
from draagvlak.ui.templatetags.house import in_words
from draagvlak.ui.views import ActPage, Door, ListPage, ShowPage


class ShowHistory(ListPage):
    """Every saving of a part, with what it changed."""

    right = "policyplan.see_history"
    template_name = "policyplan/history_show.html"
    per_page = 10

    def thing(self) -> Plan:
        plan, part = queries.current_plan(), self.part()
        if plan is None or not queries.is_part(part):
            raise Http404
        self.total = queries.revisions_of(plan, part).count()
        if not self.total:
            raise Http404
        return plan

    def part(self) -> str:
        return str(self.kwargs["part"])

    def rows(self) -> QuerySet[Revision]:
        return queries.revisions_of(self.subject, self.part())

    def known_total(self) -> int | None:
        return self.total

    def show(self, status: int = 200, **more: object) -> HttpResponse:
        page: Any = more["page"]
        part = self.part()
        stands = _stands(self.subject, part)
        rows = list(page.object_list)
        bases = queries.bases_of(self.subject, part, rows)
        saved = [(row, queries.difference_of(row, bases.get(row.base))) for row in rows]
        words = {
            "part": part,
            "title": queries.title_of(part, values=rows[0].values if rows else None),
            "is_section": part in SectionKey.values,
            "goal": self.kwargs.get("number"),
            "stands": stands,
            "saved": saved,
            "total": self.total,
        }
        return super().show(status, **more, **words)


class ShowGoalHistory(ShowHistory):
    """The same for a goal, also for one that was removed."""

    def part(self) -> str:
        return queries.part_of_goal(self.kwargs["number"])


def _stands(plan: Plan, part: str) -> int | None:
    """The revision of a part that is shown now; none of a goal that was removed."""
    version = queries.version_to_show(plan)
    return queries.revisions_in(version).get(part) if version else None


class RestoreSection(OfPlan):
    """Put an earlier text of a section back, as a saving of its own."""

    template_name = "policyplan/section_restore.html"
    form_class = forms.RestoreForm
    done = wording.RESTORED

    def thing(self) -> Any:  # noqa: ANN401 -- the plan
        plan = super().thing()
        self.section: Section = get_object_or_404(
            Section.objects.select_related("edited_by"), version=self.version, key=self.kwargs["part"]
        )
        self.earlier = queries.revision_of(plan, self.kwargs["part"], self.kwargs["number"])
        if self.earlier is None:
            raise Http404
        return plan

    def initial(self) -> dict[str, Any]:
        return {"version": self.section.revision}

    def content(self) -> dict[str, Any]:
        segments = queries.difference_between(self.section.body, self.earlier.body if self.earlier else "")
        return {**super().content(), "section": self.section, "earlier": self.earlier, "segments": segments}

    def act(self, data: dict[str, Any]) -> str:
        actions.restore_section(
            plan=self.subject,
            key=SectionKey(self.section.key),
            number=self.kwargs["number"],
            revision=data["version"],
            by=self.person,
            at=clock.now(),
        )
        return self.to("policyplan:plan") + f"#{self.section.key}"


class WriteSection(OfPlan):
    """Write a section. When somebody else saved it meanwhile, both are brought together, or shown side by side."""

    template_name = "policyplan/section_write.html"
    form_class = forms.SectionForm

    def section(self) -> Section:
        return get_object_or_404(
            Section.objects.select_related("edited_by"), version=self.version, key=self.kwargs["key"]
        )

    def initial(self) -> dict[str, Any]:
        section = self.section()
        return {"body": section.body, "version": section.revision}

    def content(self) -> dict[str, Any]:
        section = self.section()
        is_starting = queries.is_still_starting(section.key, section.body)
        figures = queries.live_figures(self.subject.project, on=clock.today())
        notes = open_at(self.subject, self.kwargs["key"])
        known = {"section": section, "is_starting": is_starting, "figures": figures, "notes": notes}
        return {**super().content(), **known}

    def show(self, status: int = 200, **more: object) -> HttpResponse:
        """Beside what stands there now: what the other one changed in the text that this person saw."""
        if "changed" in more:
            more["segments"] = queries.changes_since(self.section(), plan=self.subject, seen=self._saw())
        return super().show(status, **more)

    def _saw(self) -> int:
        return whole_number(self.request.POST.get("version", ""))

    def act(self, data: dict[str, Any]) -> str:
        section = actions.write_section(
            plan=self.subject,
            key=SectionKey(self.kwargs["key"]),
            body=data["body"],
            revision=data["version"],
            by=self.person,
            at=clock.now(),
        )
        self.others = queries.brought_together_with(
            section.key, section.revision, plan=self.subject, seen=data["version"]
        )
        return self.to("policyplan:plan") + f"#{self.kwargs['key']}"

    def said(self) -> Any:  # noqa: ANN401 -- a lazy sentence
        if self.others:
            return wording.WRITTEN_TOGETHER.format(name=in_words(self.others))
        return wording.SAVED_DRAFT


class BePresent(Door):
    """Who has this part open: a small script asks it while one writes. Asking says nothing of oneself; sending does."""

    right = "policyplan.write"

    def thing(self) -> Plan:
        plan = queries.current_plan()
        if plan is None or self.kwargs["part"] not in SectionKey.values:
            raise Http404
        return plan

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        others = queries.present_in(self.subject, self.kwargs["part"], at=clock.now(), besides=self.person)
        sentence = wording.PRESENT_ONE if len(others) == 1 else wording.PRESENT_MORE
        words = {"name": others[0], "names": in_words(others)} if others else {}
        return JsonResponse({"words": sentence.format(**words) if others else ""})

    def post(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        actions.be_present(plan=self.subject, part=self.kwargs["part"], by=self.person, at=clock.now())
        return self.get(request, **kwargs)


class ReadChanges(ActPage):
    """What changed since one last read the plan; and the act by which one says that one has read it."""

    right = "policyplan.see_version"
    template_name = "policyplan/changes_read.html"
    form_class = forms.ReadForm
    done = wording.MARKED_READ

    def thing(self) -> Version:
        version = version_for(self.request, queries.current_plan())
        if version is None:
            raise Http404
        return version

    def initial(self) -> dict[str, Any]:
        return {"seen": forms.ReadForm.written(queries.revisions_in(self.subject))}

    def content(self) -> dict[str, Any]:
        reading = queries.plan_reading_of(self.subject.plan, self.person)
        changes = queries.unread(self.subject, reading)
        return {
            "version": self.subject,
            "reading": reading,
            "changes": [(change, queries.segments_of(change)) for change in changes],
        }

    def act(self, data: dict[str, Any]) -> str:
        actions.mark_plan_read(version=self.subject, seen=data["seen"], by=self.person, at=clock.now())
        return self.to("policyplan:plan")


class ChooseVersions(ShowPage):
    """Choose any two versions; the choice is in the address."""

    right = "policyplan.see_plan"
    template_name = "policyplan/versions_choose.html"

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        plan, request = queries.current_plan(), self.request
        if plan is None:
            raise Http404
        rows = list(queries.versions_of(plan))
        self.versions = [one for one in rows if may(request.user, "policyplan.see_version", one)]
        form = forms.CompareForm(request.GET or None, versions=self.versions)
        if form.is_bound and form.is_valid():
            older, newer = sorted((form.cleaned_data["older"], form.cleaned_data["newer"]))
            return redirect(self.to("policyplan:compare_versions", older=older, newer=newer))
        self.form = form
        return self.show(form=form, status=422 if form.is_bound else 200)

    def content(self) -> dict[str, Any]:
        return {"versions": self.versions}


class DownloadDifferences(CompareVersions):
    """The difference between two versions as a tagged PDF, readable in black and white."""

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        content = exports.differences_pdf(self.older, self.subject)
        name = f"verschil-{self.subject.organisation.slug}-v{self.older.number}-v{self.subject.number}.pdf"
        return HttpResponse(
            content, content_type=PDF, headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )
