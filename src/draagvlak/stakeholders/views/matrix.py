from collections.abc import Mapping
from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.stakeholders import actions, exports, forms, queries, wording
from draagvlak.stakeholders.figures import Matrix, Row
from draagvlak.stakeholders.models import Agreement, MatrixRole, Responsibility
from draagvlak.stakeholders.states import Letter, MatrixRoleKind, Size
from draagvlak.tenancy.queries import members_of
from draagvlak.ui.views import ActPage, ShowPage

# Where a task of the catalogue is done: places that open to everybody who works here (rows B1.1 and B1.14).
DOORS = {"b1_1": "policyplan:vision", "b1_14": "policyplan:plan"}


class ShowMatrix(ShowPage):
    """Who does what, for everyone who works here: per task or per role (row B0.4)."""

    right = "stakeholders.see_matrix"
    template_name = "stakeholders/matrix.html"

    def content(self) -> dict[str, Any]:
        today = clock.today()
        whole = queries.matrix_shown(on=today)
        keeps = may(self.request.user, "stakeholders.keep_matrix", self.subject)
        links = {row.key: self.to("stakeholders:set_line", pk=row.key) if keeps else "" for row in whole.rows}
        by_role = self.request.GET.get("per") == "rol"
        return {
            "matrix": whole,
            "groups": [] if by_role else self.groups(whole, links),
            "by_role": by_role,
            "columns": [
                (column, [(row, links[row.key], row.letters[place]) for row in whole.rows if row.letters[place]])
                for place, column in enumerate(whole.columns)
                if by_role
            ],
            "letters": dict(Letter.choices),
            "faults": [(fault, wording.FAULTS[fault.what]) for fault in whole.faults],
            "fault_words": wording.FAULTS,
            "accepted": sum(column.state == "yes" for column in whole.columns),
            "agreements": queries.agreements(on=today),
            "may_keep": keeps,
        }

    def groups(self, whole: Matrix, links: Mapping[int, str]) -> list[tuple[Any, list[tuple[Any, ...]]]]:
        """Per group its rows: the row, its link, its cells, and its parts in words. A kind of cell is rendered once."""

        @cache
        def cell(parts: str, is_twice: bool) -> str:  # noqa: FBT001 -- the key of a cell
            return render_to_string("stakeholders/_letters.html", {"letters": parts, "two": is_twice})

        def shown(row: Row) -> tuple[Any, ...]:
            is_twice = "two_decide" in row.faults
            parts = [
                (column.name, wording.DECIDES_AND_DOES if letters == "AR" else words.get(letters, ""), "A" in letters)
                for column, letters in zip(whole.columns, row.letters, strict=True)
                if letters
            ]
            return row, links[row.key], [cell(letters, is_twice) for letters in row.letters], parts

        words = dict(Letter.choices)
        titles = queries.group_titles(whole)
        return [(titles.get(key, key), [shown(row) for row in rows]) for key, rows in whole.groups]


class DownloadMatrix(ShowPage):
    """The matrix as PDF or spreadsheet."""

    right = "stakeholders.see_matrix"

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        suffix = self.kwargs["suffix"]
        whole = queries.matrix(on=clock.today())
        make = exports.matrix_pdf if suffix == "pdf" else exports.matrix_sheet
        content = make(whole, organisation=self.subject.name, on=clock.today())
        name = f"wie-doet-wat-{self.subject.slug}.{suffix}"
        return HttpResponse(
            content,
            content_type=exports.MEDIA_TYPES[suffix],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class StartMatrix(ActPage):
    right = "stakeholders.keep_matrix"
    template_name = "stakeholders/matrix_start.html"
    form_class = forms.StartMatrixForm

    def initial(self) -> dict[str, Any]:
        return {"size": queries.usual_size(on=clock.today())}

    def act(self, data: dict[str, Any]) -> str:
        self.count = actions.start_matrix(size=Size(data["size"]), by=self.person, at=clock.now())
        return self.to("stakeholders:matrix")

    def said(self) -> str:
        return str(wording.MATRIX_STARTED).format(count=self.count)


class WithRoles(ActPage):
    """An act on a line: the form has one choice per role."""

    right = "stakeholders.keep_matrix"
    form_class = forms.LineForm
    done = wording.LINE_SAVED

    def form_words(self) -> dict[str, Any]:
        whole = queries.matrix(on=clock.today())
        roles = {role.pk: role for role in queries.matrix_roles()}
        return {"roles": [(roles[column.key], column.name) for column in whole.columns]}


class SetLine(WithRoles):
    template_name = "stakeholders/line.html"

    def thing(self) -> Responsibility:
        return get_object_or_404(Responsibility, pk=self.kwargs["pk"])

    def initial(self) -> dict[str, Any]:
        line = self.subject
        letters = queries.read(on=clock.today()).letters.get(line.pk, {})
        return {
            **{name: getattr(line, name) for name in ("title", "what", "weight", "is_on", "version")},
            **{f"role_{key}": parts for key, parts in letters.items()},
        }

    def act(self, data: dict[str, Any]) -> str:
        actions.set_line(
            line=self.subject,
            facts=self.filled.facts(),
            letters=self.filled.letters(),
            version=data["version"],
            by=self.person,
            at=clock.now(),
        )
        return self.to("stakeholders:matrix") + f"#taak-{self.subject.pk}"


class AddLine(WithRoles):
    template_name = "stakeholders/line.html"

    def act(self, _data: dict[str, Any]) -> str:
        line = actions.add_line(
            facts=self.filled.facts(), letters=self.filled.letters(), by=self.person, at=clock.now()
        )
        return self.to("stakeholders:matrix") + f"#taak-{line.pk}"


class AddMatrixRole(ActPage):
    right = "stakeholders.keep_matrix"
    template_name = "stakeholders/matrix_role.html"
    form_class = forms.MatrixRoleForm

    def form_words(self) -> dict[str, Any]:
        return {"people": members_of(self.subject)}

    def act(self, data: dict[str, Any]) -> str:
        actions.add_matrix_role(**data, by=self.person, at=clock.now())
        return self.to("stakeholders:matrix")


class EndMatrixRole(ActPage):
    right = "stakeholders.keep_matrix"
    template_name = "stakeholders/matrix_role_end.html"

    def thing(self) -> MatrixRole:
        return get_object_or_404(MatrixRole, pk=self.kwargs["pk"], ends_on=None)

    def act(self, _data: dict[str, Any]) -> str:
        actions.end_matrix_role(role=self.subject, by=self.person, at=clock.now())
        return self.to("stakeholders:matrix")


class AnswerRole(ActPage):
    """What is expected of me in this role, and my answer. For a supervisor this is the briefing (row A1.4)."""

    right = "stakeholders.answer_role"
    template_name = "stakeholders/answer_role.html"
    form_class = forms.AnswerRoleForm
    done = wording.ROLE_ANSWERED

    def thing(self) -> MatrixRole:
        return get_object_or_404(MatrixRole.objects.select_related("holder"), pk=self.kwargs["pk"], ends_on=None)

    def content(self) -> dict[str, Any]:
        whole = queries.matrix(on=clock.today())
        place = next((n for n, column in enumerate(whole.columns) if column.key == self.subject.pk), None)
        if place is None:
            raise Http404
        lines = {line.pk: line.what for line in Responsibility.objects.all()}
        work = [(row, row.letters[place], lines[row.key]) for row in whole.rows if row.letters[place]]
        return {
            "column": whole.columns[place],
            "work": [one for one in work if {"A", "R"} & set(one[1])],
            "rest": [one for one in work if not {"A", "R"} & set(one[1])],
            "letters": dict(Letter.choices),
            "is_briefing": self.subject.kind == MatrixRoleKind.LINE_MANAGER,
        }

    def act(self, data: dict[str, Any]) -> str:
        said = {"is_yes": bool(data["is_yes"]), "question": data["question"]}
        read = self.request.POST.get("read", "")
        actions.answer_role(role=self.subject, **said, read=read, by=self.person, at=clock.now())
        return self.to("stakeholders:my_part")


class MyPart(ShowPage):
    """My own list: every line that was switched on and in which I take a part (rows B0.6 and C3)."""

    right = "stakeholders.see_matrix"
    template_name = "stakeholders/my_part.html"

    def content(self) -> dict[str, Any]:
        today = clock.today()
        found = queries.read(on=today)
        parts = queries.parts_in_matrix(self.person, year=today.year, on=today, found=found)
        return {
            "work": [part for part in parts if {"A", "R"} & set(part.letters)],
            "rest": [part for part in parts if not {"A", "R"} & set(part.letters)],
            "to_answer": queries.roles_to_answer(self.person, found),
            "letters": dict(Letter.choices),
            "year": today.year,
            "doors": {key: self.to(name) for key, name in DOORS.items()},
        }


class TickDuty(ActPage):
    right = "stakeholders.tick_duty"
    template_name = "stakeholders/tick_duty.html"
    form_class = forms.DutyForm
    done = wording.DUTY_TICKED

    def thing(self) -> Responsibility:
        today = clock.today()
        parts = queries.parts_in_matrix(self.person, year=today.year, on=today)
        mine = {part.line.pk for part in parts if {"A", "R"} & set(part.letters)}
        return get_object_or_404(Responsibility, pk=self.kwargs["pk"], pk__in=mine)

    def act(self, data: dict[str, Any]) -> str:
        at = clock.now()
        actions.tick_duty(line=self.subject, year=at.year, note=data["note"], by=self.person, at=at)
        return self.to("stakeholders:my_part")


class WhoToAsk(ShowPage):
    """From somebody's own word to the person who decides and the ones who do (row B0.4)."""

    right = "stakeholders.see_matrix"
    template_name = "stakeholders/who_to_ask.html"

    def content(self) -> dict[str, Any]:
        words = self.request.GET.get("woorden", "")[:120].strip()
        return {
            "words": words,
            "found": queries.who_to_ask(words, on=clock.today()) if words else [],
        }


class ReviewMatrix(ActPage):
    right = "stakeholders.keep_matrix"
    template_name = "stakeholders/matrix_review.html"
    form_class = forms.ReviewForm
    done = wording.MATRIX_REVIEWED

    def act(self, data: dict[str, Any]) -> str:
        actions.review_matrix(note=data["note"], by=self.person, at=clock.now())
        return self.to("stakeholders:matrix")


class AddAgreement(ActPage):
    right = "stakeholders.keep_matrix"
    template_name = "stakeholders/agreement.html"
    form_class = forms.AgreementForm

    def initial(self) -> dict[str, Any]:
        return {"agreed_on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        actions.add_agreement(facts=data, by=self.person, at=clock.now())
        return self.to("stakeholders:matrix") + "#afspraken"


class EndAgreement(ActPage):
    right = "stakeholders.keep_matrix"
    template_name = "stakeholders/end.html"
    form_class = forms.EndForm

    def thing(self) -> Agreement:
        return get_object_or_404(Agreement, pk=self.kwargs["pk"], ends_on=None)

    def initial(self) -> dict[str, Any]:
        return {"ends_on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        actions.end_agreement(agreement=self.subject, ends_on=data["ends_on"], by=self.person, at=clock.now())
        return self.to("stakeholders:matrix") + "#afspraken"
