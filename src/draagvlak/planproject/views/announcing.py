from html import escape
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import capfirst

from draagvlak.documents.exports import PDF
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.planproject import actions, exports, forms, queries
from draagvlak.planproject.models import Announcement, Candidacy, Feedback
from draagvlak.planproject.states import AnnouncementState, FeedbackAnswer
from draagvlak.planproject.wording import announcing as news
from draagvlak.staff import queries as staff
from draagvlak.staff.models import FunctionGroup
from draagvlak.staff.states import Statute
from draagvlak.stakeholders.wording import PEOPLE
from draagvlak.ui.views import ActPage, ListPage, ShowPage


class ShowNews(ListPage):
    """The news for me, what I did not read first; for who writes it also the drafts and what waits for an answer."""

    right = "planproject.see_news"
    template_name = "planproject/news_list.html"
    per_page = 20

    def rows(self) -> QuerySet[Announcement]:
        return queries.news_for(self.person, on=clock.today())

    def content(self) -> dict[str, Any]:
        may_write = may(self.request.user, "planproject.announce", self.subject)
        return {
            "may_write": may_write,
            "kept": queries.announcements_to_finish() if may_write else [],
            "has_project": queries.current_project() is not None,
        }


class OfAnnouncement(ActPage):
    """An act on one announcement."""

    right = "planproject.announce"

    def thing(self) -> Announcement:
        return get_object_or_404(Announcement.objects.select_related("document", "written_by"), pk=self.kwargs["pk"])

    def back(self) -> str:
        return self.to("planproject:announcement", pk=self.subject.pk)


class ShowAnnouncement(OfAnnouncement):
    """One announcement. Opening it counts nothing; the button "read" does."""

    right = "planproject.see_announcement"
    template_name = "planproject/news_show.html"
    done = news.NEWS_READ

    def content(self) -> dict[str, Any]:
        one, document = self.subject, self.subject.document
        may_answer = may(self.request.user, "planproject.answer_feedback", one)
        return {
            "title": document.title if document else one.title,
            "body": document.text if document else one.body,
            "addressees": list(one.addressees.select_related("function_group")),
            "reading": queries.read_on(self.person, one),
            "shown": list(queries.feedback_under(one)),
            "own": list(queries.feedback_of(self.person, one)),
            "waiting": list(queries.feedback_to_answer(one)) if may_answer else [],
            "may_write": may(self.request.user, "planproject.announce", one),
            "may_say": may(self.request.user, "planproject.give_feedback", one),
            "is_known": one.state == AnnouncementState.PUBLISHED,
        }

    def act(self, _data: dict[str, Any]) -> str:
        actions.mark_read(announcement=self.subject, by=self.person, at=clock.now())
        return self.to("planproject:news")


def _audience() -> list[tuple[str, str]]:
    """Groups that an announcement can be meant for: every function group, and the statutes that somebody has today."""
    groups = [(f"function_group:{key}", name) for key, name in FunctionGroup.objects.values_list("pk", "name")]
    counted = staff.headcount(on=clock.today()).by["statute"]
    statutes = [(f"statute:{key}", capfirst(str(PEOPLE[key]))) for key, _name in Statute.choices if counted.get(key)]
    return [*groups, *statutes]


class WriteAnnouncement(ActPage):
    right = "planproject.announce"
    template_name = "planproject/news_write.html"
    form_class = forms.AnnouncementForm
    done = news.NEWS_SAVED

    def form_words(self) -> dict[str, Any]:
        return {"audience": _audience()}

    def initial(self) -> dict[str, Any]:
        if self.request.GET.get("over") != "opdracht":
            return {}
        return {"title": str(news.ASSIGNMENT_TITLE), "body": _assignment(), "is_assignment": True}

    def act(self, data: dict[str, Any]) -> str:
        written = actions.write_announcement(
            facts=self.filled.facts(), audience=data["audience"], by=self.person, at=clock.now()
        )
        return self.to("planproject:announcement", pk=written.pk)


def _assignment() -> str:
    """The assignment of the group in short: what, with which mandate, and the names of who agreed to be named."""
    project = queries.current_project()
    group = queries.group_of(project)
    parts = []
    if project is not None:
        parts += [str(news.ASSIGNMENT_WHAT), project.assignment]
    if group is not None:
        if group.mandate:
            parts += [str(news.ASSIGNMENT_MAY), group.mandate]
        seats = list(queries.seats_of(group, on=clock.today()))
        parts.append(str(news.ASSIGNMENT_COUNT).format(count=len(seats)))
        agreed = Candidacy.objects.filter(call=group.call, may_publish_name=True).values_list("member", flat=True)
        names = [str(seat.member) for seat in seats if seat.member_id in set(agreed)]
        if names:
            parts.append(str(news.ASSIGNMENT_WHO).format(names=", ".join(names)))
    parts.append(str(news.ASSIGNMENT_ASK))
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in parts)


class ChangeAnnouncement(OfAnnouncement):
    template_name = "planproject/news_write.html"
    form_class = forms.AnnouncementForm
    done = news.NEWS_SAVED

    def form_words(self) -> dict[str, Any]:
        return {"audience": _audience()}

    def initial(self) -> dict[str, Any]:
        one = self.subject
        keys = [
            f"statute:{row.statute}" if row.statute else f"function_group:{row.function_group_id}"
            for row in one.addressees.all()
        ]
        return {
            "title": one.title,
            "body": one.body,
            "is_assignment": one.is_assignment,
            "audience": keys,
            "version": one.version,
        }

    def act(self, data: dict[str, Any]) -> str:
        actions.change_announcement(
            announcement=self.subject,
            facts=self.filled.facts(),
            audience=data["audience"],
            version=data["version"],
            by=self.person,
            at=clock.now(),
        )
        return self.back()


class PublishAnnouncement(OfAnnouncement):
    template_name = "planproject/news_publish.html"

    def content(self) -> dict[str, Any]:
        people = queries.receivers(self.subject, self.request.organisation, on=clock.today())  # type: ignore[attr-defined]
        return {"mails": len(people)}

    def act(self, _data: dict[str, Any]) -> str:
        self.known = actions.publish_announcement(
            announcement=self.subject, by=self.person, at=clock.now(), root=settings.ADDRESS
        )
        return self.back()

    def said(self) -> str:
        return str(news.NEWS_PUBLISHED).format(count=self.known.mails)


class DeleteAnnouncement(OfAnnouncement):
    """The page asks once more; a published one says why it stays."""

    template_name = "planproject/news_delete.html"
    done = news.NEWS_DELETED

    def act(self, _data: dict[str, Any]) -> str:
        actions.delete_announcement(announcement=self.subject, by=self.person, at=clock.now())
        return self.to("planproject:news")


class WithdrawAnnouncement(OfAnnouncement):
    template_name = "planproject/news_withdraw.html"
    form_class = forms.WithdrawForm
    done = news.NEWS_WITHDRAWN

    def act(self, data: dict[str, Any]) -> str:
        actions.withdraw_announcement(announcement=self.subject, reason=data["reason"], by=self.person, at=clock.now())
        return self.back()


class Poster(ShowPage):
    """The announcement in large letters, to hang where colleagues without e-mail come."""

    right = "planproject.announce"

    def thing(self) -> Announcement:
        return get_object_or_404(Announcement.objects.select_related("document", "organisation"), pk=self.kwargs["pk"])

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        size = self.kwargs["size"]
        address = settings.ADDRESS + actions.address_of(self.subject)
        name = f"affiche-{self.subject.pk}-{size}.pdf"
        return HttpResponse(
            exports.poster_pdf(self.subject, size=size, address=address),
            content_type=PDF,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class ShowReach(ShowPage):
    """How far it came: read and not read per function group, in counts that name nobody."""

    right = "planproject.announce"
    template_name = "planproject/news_reach.html"

    def thing(self) -> Announcement:
        return get_object_or_404(Announcement, pk=self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        organisation = self.request.organisation  # type: ignore[attr-defined]
        return {"reach": queries.reach_of(self.subject, organisation, on=clock.today())}


class AddPaperReach(OfAnnouncement):
    template_name = "planproject/news_paper.html"
    form_class = forms.PaperReachForm
    done = news.PAPER_SAVED

    def form_words(self) -> dict[str, Any]:
        return {"groups": FunctionGroup.objects.all()}

    def initial(self) -> dict[str, Any]:
        return {"on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        actions.add_paper_reach(announcement=self.subject, facts=data, by=self.person, at=clock.now())
        return self.to("planproject:reach", pk=self.subject.pk)


class GiveFeedback(OfAnnouncement):
    right = "planproject.give_feedback"
    template_name = "planproject/news_feedback.html"
    form_class = forms.FeedbackForm
    done = news.FEEDBACK_GIVEN

    def act(self, data: dict[str, Any]) -> str:
        actions.give_feedback(announcement=self.subject, text=data["text"], by=self.person, at=clock.now())
        return self.back()


class AnswerFeedback(ActPage):
    right = "planproject.answer_feedback"
    template_name = "planproject/news_answer.html"
    form_class = forms.AnswerFeedbackForm
    done = news.FEEDBACK_SAVED

    def thing(self) -> Feedback:
        return get_object_or_404(Feedback.objects.select_related("announcement", "by"), pk=self.kwargs["pk"])

    def act(self, data: dict[str, Any]) -> str:
        actions.answer_feedback(
            feedback=self.subject,
            answer=FeedbackAnswer(data["answer"]),
            words=data,
            by=self.person,
            at=clock.now(),
            root=settings.ADDRESS,
        )
        return self.to("planproject:announcement", pk=self.subject.announcement_id)
