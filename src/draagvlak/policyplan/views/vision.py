from collections.abc import Mapping
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.planproject import queries as planproject
from draagvlak.policyplan import actions, forms, queries, wording
from draagvlak.policyplan.models import Contribution
from draagvlak.policyplan.rules import NotWritable
from draagvlak.policyplan.states import CoreQuestion, LearningForm, Position
from draagvlak.policyplan.views.plan import version_for
from draagvlak.policyplan.wording.negotiation import N_OTHER_TEXT
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import Letter
from draagvlak.ui.templatetags.house import in_words
from draagvlak.ui.views import ActPage, ShowPage


class ShowVision(ShowPage):
    """The four core questions with everybody's words and the merged answer."""

    right = "policyplan.see_vision"
    template_name = "policyplan/vision_show.html"

    def content(self) -> dict[str, Any]:
        project = planproject.current_project()
        vision = queries.vision_of(project)
        answers = queries.answers_of(vision)
        version = version_for(self.request, queries.current_plan())
        said: dict[str, list[Contribution]] = {}
        for contribution in queries.contributions_to(vision):
            said.setdefault(contribution.question, []).append(contribution)
        questions = [
            (q, answers.get(q.value), said.get(q.value, []), _facts(q, answers.get(q.value))) for q in CoreQuestion
        ]
        return {
            "project": project,
            "vision": vision,
            "questions": questions,
            "versions": list(queries.versions_of_vision(vision)) if vision else [],
            "cycles": _cycles(project, answers.get(CoreQuestion.POSITION.value)),
            "goals": queries.goals_per_question(version) if version else {},
            "duties": _duties(),
            "settled": sum(answer.is_settled for answer in answers.values()),
            "may_settle": may(self.request.user, "policyplan.settle_answer", self.subject),
            "may_adopt": may(self.request.user, "policyplan.adopt_vision", self.subject),
        }


def _duties() -> list[tuple[int, str, str]]:
    """What each role does with learning (row A8.4): key and title of a task, and in words who decides and who carries out."""
    matrix = stakeholders.matrix_shown(on=clock.today())
    words = {letter: str(Letter(letter).label) for letter in ("A", "R")}
    found = []
    for row in matrix.rows:
        parts = list(zip(matrix.columns, row.letters, strict=True))
        said = [
            f"{in_words([column.name for column, letters in parts if one in letters])}: {label}"
            for one, label in words.items()
            if any(one in letters for _column, letters in parts)
        ]
        found.append((row.key, row.title, "; ".join(said)))
    return found


def _cycles(project: Any, answer: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 -- a project and an answer, or None
    """The place of VTO cycle by cycle: years, today and wanted; empty when there is nothing to compare with."""
    earlier = queries.earlier_positions(project) if project else []
    if not earlier:
        return []
    rows = [(one.vision.project, one.facts) for one in earlier] + [(project, answer.facts if answer else {})]
    return [
        (f"{one.first_year}–{one.last_year}", _place(facts, "today"), _place(facts, "wanted")) for one, facts in rows
    ]


def _place(facts: Mapping[str, str], key: str) -> str:
    return str(Position(facts[key]).label) if facts.get(key) else "–"


def _facts(question: CoreQuestion, answer: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 -- an answer or None
    """The facts of an answer as rows of words: label, text, and what shows it; a form of learning is a label alone."""
    facts = answer.facts if answer else {}
    if question == CoreQuestion.UNDERSTANDING:
        return [(str(LearningForm(form).label), "", "") for form in facts.get("forms", [])]
    if question == CoreQuestion.POSITION:
        names = {"today": str(wording.TODAY), "wanted": str(wording.WANTED)}
        return [(names[key], str(Position(facts[key]).label), "") for key in names if facts.get(key)]
    if question == CoreQuestion.CONTRIBUTION:
        return [
            (str(label), facts[key], facts.get(f"{key}_indicator", ""))
            for key, label in wording.POLICIES.items()
            if facts.get(key)
        ]
    return []


class ShowVisionVersion(ShowPage):
    """The vision as it was adopted on one day."""

    right = "policyplan.see_vision"
    template_name = "policyplan/vision_version.html"

    def content(self) -> dict[str, Any]:
        known = queries.versions_of_vision(queries.vision_of(planproject.current_project()))
        version = get_object_or_404(known, number=self.kwargs["number"])
        shown = [(one, _facts(CoreQuestion(one.question), one)) for one in queries.answers_adopted(version)]
        return {"version": version, "answers": shown}


class OfVision(ActPage):
    """An act on the vision of the current project."""

    def thing(self) -> Any:  # noqa: ANN401 -- the organisation
        self.project: Any = planproject.current_project()
        if self.project is None:
            raise Http404
        return super().thing()


class OfQuestion(OfVision):
    def thing(self) -> Any:  # noqa: ANN401 -- the organisation
        if self.kwargs["question"] not in CoreQuestion.values:
            raise Http404
        self.question = CoreQuestion(self.kwargs["question"])
        return super().thing()

    def content(self) -> dict[str, Any]:
        vision = queries.vision_of(self.project)
        is_adopted = vision is not None and vision.adopted_at is not None
        said = list(queries.contributions_to(vision, self.question))
        return {"question": self.question, "said": said, "is_adopted": is_adopted}


class Contribute(OfQuestion):
    right = "policyplan.contribute"
    template_name = "policyplan/contribute.html"
    form_class = forms.ContributeForm

    def act(self, data: dict[str, Any]) -> str:
        actions.contribute(
            project=self.project, question=self.question, text=data["text"], by=self.person, at=clock.now()
        )
        return self.to("policyplan:vision") + f"#{self.question}"


class WithdrawContribution(ActPage):
    right = "policyplan.withdraw_contribution"
    template_name = "policyplan/contribution_withdraw.html"

    def thing(self) -> Contribution:
        return get_object_or_404(
            Contribution.objects.select_related("vision"), pk=self.kwargs["pk"], is_withdrawn=False
        )

    def act(self, _data: dict[str, Any]) -> str:
        actions.withdraw_contribution(contribution=self.subject, by=self.person, at=clock.now())
        return self.to("policyplan:vision")


class SettleAnswer(OfQuestion):
    right = "policyplan.settle_answer"
    template_name = "policyplan/answer_settle.html"
    form_class = forms.SettleForm

    def form_words(self) -> dict[str, Any]:
        return {"question": self.question}

    def initial(self) -> dict[str, Any]:
        answer = queries.answers_of(queries.vision_of(self.project)).get(self.question)
        return (
            {"text": answer.text, "is_settled": answer.is_settled, "version": answer.version, **answer.facts}
            if answer
            else {"version": 0}
        )

    def act(self, data: dict[str, Any]) -> str:
        facts = {"text": data["text"], "is_settled": data["is_settled"], "facts": self.filled.facts()}
        actions.settle_answer(
            project=self.project,
            question=self.question,
            facts=facts,
            version=data["version"],
            by=self.person,
            at=clock.now(),
        )
        return self.to("policyplan:vision") + f"#{self.question}"


class AdoptVision(OfVision):
    right = "policyplan.adopt_vision"
    template_name = "policyplan/vision_adopt.html"

    def content(self) -> dict[str, Any]:
        answers = queries.answers_of(queries.vision_of(self.project))
        shown = [(one, _facts(CoreQuestion(one.question), one)) for one in answers.values()]
        return {"answers": shown, "saw": queries.seal_of_answers(answers)}

    def check(self) -> None:
        """What is adopted is what was read: somebody may have written on while the page stood open."""
        if self.request.POST.get("saw", "") != self.content()["saw"]:
            raise NotWritable(str(N_OTHER_TEXT))

    def act(self, _data: dict[str, Any]) -> str:
        actions.adopt_vision(project=self.project, by=self.person, at=clock.now())
        return self.to("policyplan:vision")


class ReopenVision(OfVision):
    right = "policyplan.adopt_vision"
    template_name = "policyplan/vision_reopen.html"

    def act(self, _data: dict[str, Any]) -> str:
        actions.reopen_vision(project=self.project, by=self.person, at=clock.now())
        return self.to("policyplan:vision")
