"""The training regulation: read it, write its articles, put it to the bodies."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from draagvlak.decisions import queries as decisions
from draagvlak.decisions.states import DossierKind
from draagvlak.lib import clock
from draagvlak.lib.example_articles import examples_for
from draagvlak.lib.rights import may
from draagvlak.policyplan import actions, exports, forms, queries, wording
from draagvlak.policyplan.models import Article, Regulation, RegulationVersion
from draagvlak.policyplan.states import VersionState
from draagvlak.ui.views import ActPage, ShowPage


class ShowRegulation(ShowPage):
    """The regulation as it is read: the one in force for everybody, the draft one click further for who writes it."""

    right = "policyplan.see_regulation"
    template_name = "policyplan/regulation_show.html"

    def content(self) -> dict[str, Any]:
        versions = list(queries.regulation_versions())
        at_work = queries.first_to_show(versions)
        in_force = queries.in_force_among(versions, on=clock.today())
        draft = at_work if at_work and may(self.person, "policyplan.see_version", at_work) else None
        shown = in_force or draft
        may_write = may(self.person, "policyplan.write_regulation", self.subject)
        return {
            **reading_of_version(self.request, shown, versions),
            "regulation": versions[0].regulation if versions else None,
            "beside": draft if draft != shown else None,
            "may_write": may_write,
            "writes_here": may_write and shown is not None and shown.state == VersionState.DRAFT,
            "may_submit": may(self.person, "policyplan.submit_regulation", self.subject),
            **asking_about(self.request, shown),
        }


class ShowRegulationVersion(ShowPage):
    """One version as it was, or is."""

    right = "policyplan.see_version"
    template_name = "policyplan/regulation_show.html"

    def thing(self) -> RegulationVersion:
        return get_object_or_404(queries.regulation_versions(), number=self.kwargs["number"])

    def content(self) -> dict[str, Any]:
        versions = list(queries.regulation_versions())
        may_write = may(self.person, "policyplan.write_regulation", self.subject)
        return {
            **reading_of_version(self.request, self.subject, versions),
            "regulation": self.subject.regulation,
            "may_write": may_write,
            "writes_here": may_write and self.subject.state == VersionState.DRAFT,
            "may_submit": may(self.person, "policyplan.submit_regulation", self.subject),
            **asking_about(self.request, self.subject),
        }


def asking_about(request: HttpRequest, version: RegulationVersion | None) -> dict[str, Any]:
    """On the page of a draft: the round about it that runs, or the way to open one."""
    if version is None or version.state != VersionState.DRAFT:
        return {}
    hearing = queries.consultation_open(version.regulation)
    may_ask = hearing is None and may(request.user, "policyplan.open_consultation", version)
    return {"hearing": hearing, "may_ask": may_ask}


def reading_of_version(
    request: HttpRequest, version: RegulationVersion | None, versions: Sequence[RegulationVersion]
) -> dict[str, Any]:
    """What the page of a version shows, and what this person may do about reading it."""
    if version is None:
        return {"version": None, "versions": []}
    person, today = request.user, clock.today()
    sees = [may(person, "policyplan.see_version", one) for one in versions]
    asks = version.state == VersionState.ADOPTED and may(person, "policyplan.confirm_reading", version)
    mine = queries.reading_of(version, queries.reader_of(person, on=today)) if asks else None  # type: ignore[arg-type]
    in_force = queries.in_force_among(versions, on=today)
    return {
        "version": version,
        "versions": list(zip(versions, sees, [False, *sees], strict=False)),
        "values": queries.regulation_snapshot(version),
        "in_force": version == in_force,
        "since": queries.since(version),
        "asks_to_read": asks and mine is None,
        "read": mine,
        "may_see_readers": version.adopted_at is not None and may(person, "policyplan.see_readers", version),
        "may_see_dossier": version.dossier is not None and may(person, "decisions.see_dossier", version.dossier),
        "compares_with": version.number - 1 if version.number > 1 and sees[version.number - 2] else 0,
    }


class CompareRegulation(ShowPage):
    """What changed between two versions, article by article."""

    right = "policyplan.see_version"
    template_name = "policyplan/regulation_compare.html"

    def thing(self) -> RegulationVersion:
        self.older: Any = get_object_or_404(queries.regulation_versions(), number=self.kwargs["older"])
        if not may(self.request.user, self.right, self.older):
            raise PermissionDenied
        return get_object_or_404(queries.regulation_versions(), number=self.kwargs["newer"])

    def content(self) -> dict[str, Any]:
        found = queries.regulation_differences(self.older, self.subject)
        parts = {"changed_parts": [d for d in found if d.is_changed], "same": [d for d in found if not d.is_changed]}
        return {"older": self.older, "newer": self.subject, **parts}


class DownloadRegulation(ShowPage):
    """The regulation as PDF or DOCX."""

    right = "policyplan.see_version"

    def thing(self) -> RegulationVersion:
        return get_object_or_404(queries.regulation_versions(), number=self.kwargs["number"])

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        suffix = self.kwargs["suffix"]
        content = exports.regulation_document(self.subject, suffix=suffix)
        name = f"reglement-{self.subject.organisation.slug}-v{self.subject.number}.{suffix}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(content, content_type=exports.MEDIA_TYPES[suffix], headers=headers)


class StartRegulation(ActPage):
    right = "policyplan.write_regulation"
    template_name = "policyplan/regulation_start.html"
    form_class = forms.StartRegulationForm
    done = wording.REGULATION_STARTED

    def initial(self) -> dict[str, Any]:
        return {"title": wording.REGULATION_TITLE, "start": queries.size_here(on=clock.today())}

    def act(self, data: dict[str, Any]) -> str:
        taken = examples_for(data["start"])
        words = {"title": data["title"], "is_work_rule": data["is_work_rule"], "taken": taken}
        actions.start_regulation(**words, by=self.person, at=clock.now())
        return self.to("policyplan:regulation")


class OfRegulation(ActPage):
    """An act on the regulation."""

    right = "policyplan.write_regulation"

    def thing(self) -> Regulation:
        regulation = queries.current_regulation()
        if regulation is None:
            raise Http404
        return regulation

    def version(self) -> Any:  # noqa: ANN401 -- a version; a regulation always has one
        return queries.regulation_to_show()

    def content(self) -> dict[str, Any]:
        version = self.version()
        return {"version": version, "is_draft": version.state == VersionState.DRAFT}

    def back(self, key: int | None = None) -> str:
        """The draft, at the article that it is about."""
        place = self.to("policyplan:regulation_version", number=self.version().number)
        return f"{place}#artikel-{key}" if key else place


class TakeExamples(OfRegulation):
    template_name = "policyplan/regulation_examples.html"
    form_class = forms.ExamplesForm
    count = 0

    def form_words(self) -> dict[str, Any]:
        size = self.request.GET.get("soort", "") or queries.size_here(on=clock.today())
        return {"examples": queries.examples_not_taken(self.version(), size=size), "language": get_language() or "nl"}

    def initial(self) -> dict[str, Any]:
        return {"taken": [one.key for one in self.form_words()["examples"]]}

    def content(self) -> dict[str, Any]:
        return {**super().content(), "examples": self.form_words()["examples"]}

    def said(self) -> str:
        return str(wording.EXAMPLES_TAKEN).format(count=self.count)

    def act(self, data: dict[str, Any]) -> str:
        taken = [one for one in self.form_words()["examples"] if one.key in data["taken"]]
        self.count = actions.take_examples(regulation=self.subject, taken=taken, by=self.person, at=clock.now())
        return self.back()


class AddArticle(OfRegulation):
    template_name = "policyplan/article_write.html"
    form_class = forms.ArticleForm
    done = wording.ARTICLE_SAVED

    def initial(self) -> dict[str, Any]:
        return {"chapter": self.request.GET.get("hoofdstuk", "")}

    def words(self) -> dict[str, Any]:
        """What was filled in, in the shape of the action."""
        kept = {"facts": self.filled.facts(), "holds_for": self.filled.groups()}
        return {**kept, "items": self.filled.cleaned_data["items"], "by": self.person, "at": clock.now()}

    def act(self, _data: dict[str, Any]) -> str:
        article = actions.add_article(regulation=self.subject, **self.words())
        return self.back(article.key)


class OfArticle(OfRegulation):
    """An act on an article of the version that is shown; in another window it may be gone by now."""

    def thing(self) -> Any:  # noqa: ANN401 -- the regulation
        regulation = super().thing()
        articles = queries.articles_of(self.version())
        self.article: Any = next((one for one in articles if one.key == self.kwargs["key"]), None)
        if self.article is None:
            raise Http404
        self.neighbours = [one for one in articles if one.chapter == self.article.chapter and one != self.article]
        return regulation

    def content(self) -> dict[str, Any]:
        return {**super().content(), "article": self.article}


class ChangeArticle(OfArticle, AddArticle):
    def initial(self) -> dict[str, Any]:
        one: Article = self.article
        groups = [
            f"statute:{row.statute}" if row.statute else f"function_group:{row.function_group_id}"
            for row in one.holds_for.all()
        ]
        names = "chapter title body rule source confidence"
        return {
            **{name: getattr(one, name) for name in names.split()},
            "value": queries.value_in_words(one.rule, one.value).split(" ")[0] if one.value is not None else "",
            "holds_for": groups,
            "items": list(one.items.all()),
            "version": one.revision,
        }

    def act(self, data: dict[str, Any]) -> str:
        key = self.kwargs["key"]
        actions.change_article(regulation=self.subject, key=key, revision=data["version"], **self.words())
        return self.back(key)


class MoveArticle(OfArticle):
    template_name = "policyplan/article_move.html"
    form_class = forms.MoveArticleForm
    done = wording.ARTICLE_SAVED

    def form_words(self) -> dict[str, Any]:
        first = (0, str(wording.PLACE_FIRST))
        behind = [(one.key, str(wording.PLACE_BEHIND).format(title=one.title)) for one in self.neighbours]
        return {"places": [first, *behind]}

    def act(self, data: dict[str, Any]) -> str:
        key = self.kwargs["key"]
        actions.move_article(regulation=self.subject, key=key, after=data["after"], by=self.person, at=clock.now())
        return self.back(key)


class RemoveArticle(OfArticle):
    template_name = "policyplan/article_remove.html"
    done = wording.ARTICLE_REMOVED

    def act(self, _data: dict[str, Any]) -> str:
        actions.remove_article(regulation=self.subject, key=self.kwargs["key"], by=self.person, at=clock.now())
        return self.back()


class NewRegulationVersion(OfRegulation):
    template_name = "policyplan/regulation_new.html"
    form_class = forms.NewRegulationForm

    def act(self, data: dict[str, Any]) -> str:
        actions.new_regulation_version(regulation=self.subject, **data, by=self.person, at=clock.now())
        return self.back()


class SubmitRegulation(OfRegulation):
    right = "policyplan.submit_regulation"
    template_name = "policyplan/regulation_submit.html"
    form_class = forms.SubmitRegulationForm
    done = wording.REGULATION_SUBMITTED

    def content(self) -> dict[str, Any]:
        kind = DossierKind.TRAINING_REGULATION
        return {
            **super().content(),
            "mandates": decisions.mandates(kind, on=clock.today()),
            "kind": kind.value,
            "running": queries.codecisions_open(),
            "hearing": queries.consultation_open(self.subject),
        }

    def act(self, data: dict[str, Any]) -> str:
        dossier = actions.submit_regulation(
            regulation=self.subject,
            starts_on=data["starts_on"],
            by=self.person,
            at=clock.now(),
            root=settings.ADDRESS,
        )
        return self.to("decisions:dossier", number=dossier.number)
