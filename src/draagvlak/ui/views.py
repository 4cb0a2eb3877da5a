"""The three shapes of a page, in one screen: a list, a thing, an act."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import connection, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from draagvlak.lib.refusals import Changed, Outdated, Refused
from draagvlak.lib.rights import may
from draagvlak.ui import wording
from draagvlak.ui.forms import RichText, said
from draagvlak.ui.models import SentForm

SAFE = {"GET", "HEAD", "OPTIONS"}
LARGEST_NUMBER = 2**63 - 1
READING = (
    "SELECT",
    "SAVEPOINT",
    "RELEASE",
    "ROLLBACK",
    "BEGIN",
    "PRAGMA",
    "SET",
    "EXPLAIN",
    "DECLARE",
    "FETCH",
    "CLOSE",
)


@contextmanager
def reading_only() -> Iterator[None]:
    """Inside, any statement that is not a read is a fault: prefetchers and link checkers must harm nobody."""

    def guard(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:  # noqa: ANN401 -- Django's wrapper
        if not str(sql).lstrip(" (").upper().startswith(READING):
            raise RuntimeError(wording.READ_ONLY.format(statement=str(sql)[:80]))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(guard):
        yield


class Door(View):
    """What the shapes share: the right is asked here, and a safe method cannot write."""

    right: ClassVar[str]
    template_name: ClassVar[str]
    # A guest is stopped before any other door, whatever right the door asks (row B0.2).
    opens_to_guests: ClassVar[bool] = False
    # The right to know that the thing is there at all: without it the page is not there either. Empty: everybody may know.
    known_by: ClassVar[str] = ""
    request: HttpRequest

    def thing(self) -> Any:  # noqa: ANN401 -- each page has its own subject
        """The subject of the page; it raises Http404 when it is not in this organisation."""
        return self.request.organisation  # type: ignore[attr-defined]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401
        # A number in the address that no row can have: SQLite would not even look for it.
        # And a sign that PostgreSQL keeps in no text.
        too_large = any(isinstance(one, int) and one > LARGEST_NUMBER for one in kwargs.values())
        if too_large or any("\0" in one for one in request.GET.values()):
            raise Http404
        if request.method in SAFE:
            with reading_only():
                return self._enter(request, *args, **kwargs)
        return self._enter(request, *args, **kwargs)

    def _enter(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401
        self.subject = self.thing()
        here = request.organisation  # type: ignore[attr-defined]
        if here and getattr(self.subject, "organisation_id", None) == here.pk:
            self.subject.organisation = here  # rights ask for it; it was read already
        if self.known_by and not may(request.user, self.known_by, self.subject):
            raise Http404
        if not may(request.user, self.right, self.subject):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def to(self, name: str, **words: Any) -> str:  # noqa: ANN401 -- parts of an address
        """An address inside the organisation of the page."""
        return reverse(name, kwargs={"organisation": self.request.organisation.slug, **words})  # type: ignore[attr-defined]

    @property
    def person(self) -> Any:  # noqa: ANN401 -- an account; this floor does not know them
        """Who is at the door; every door asks for sign-in."""
        return self.request.user

    def content(self) -> dict[str, Any]:
        """What the template needs."""
        return {}

    def show(self, status: int = 200, **more: object) -> HttpResponse:
        return render(
            self.request, self.template_name, {"subject": self.subject, **self.content(), **more}, status=status
        )


class ShowPage(Door):
    """One thing, or one answer, to look at."""

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        return self.show()


class ListPage(Door):
    """Many rows, paged on the server; the filter is in the address."""

    per_page: ClassVar[int] = 50

    def rows(self) -> QuerySet[Any] | Sequence[Any]:
        raise NotImplementedError

    def known_total(self) -> int | None:
        """How many rows there are, where something else on the page counted them already."""
        return None

    def get(self, request: HttpRequest, **_kwargs: object) -> HttpResponse:
        paginator = Paginator(self.rows(), self.per_page)
        if (total := self.known_total()) is not None:
            paginator.count = total
        return self.show(page=paginator.get_page(self.number_of_page()))

    def number_of_page(self) -> str | None:
        """Which page is asked; what is no number, or too high, gives the first or the last."""
        return self.request.GET.get("page")


class ActPage(Door):
    """One act. GET shows the form, POST carries it out once and leads to the natural next step."""

    form_class: ClassVar[type[forms.Form]] = forms.Form
    done: ClassVar[Any] = wording.SAVED

    def initial(self) -> dict[str, Any]:
        return {}

    def form_words(self) -> dict[str, Any]:
        """Extra arguments for the form, such as the rows one may choose from."""
        return {}

    def check(self) -> None:
        """Raise Refused when the page that was sent no longer told what the act would do."""

    def act(self, data: dict[str, Any]) -> str | HttpResponse:
        """Call exactly one action; answer with the address to go to."""
        raise NotImplementedError

    def said(self) -> Any:  # noqa: ANN401 -- a lazy or a marked-safe sentence
        """The sentence shown after the act."""
        return self.done

    def form(self, *sent: Any) -> forms.Form:  # noqa: ANN401 -- POST and FILES, or nothing
        words: dict[str, Any] = {**self.form_words(), "initial": self.initial()}
        return self.form_class(*sent, **words)

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        return self.show(form=self.form(), once=secrets.token_urlsafe(16))

    def post(self, request: HttpRequest, **_kwargs: object) -> HttpResponse:
        once = request.POST.get("once", "")[:40] or secrets.token_urlsafe(16)
        try:
            with transaction.atomic():
                self._wait_for_the_turn()
                form = self.form(request.POST, request.FILES)
                return self._carry_out(form, once) if form.is_valid() else self.show(form=form, once=once, status=422)
        except Changed as changed:
            # Sending again means "I have seen theirs": the form now carries the version that stands there.
            sent = request.POST.copy()
            sent["version"] = str(changed.version)
            form.data = sent
            words = {"changed": changed, "theirs": self._theirs(form) or _plain(changed)}
            return self.show(form=form, once=secrets.token_urlsafe(16), status=409, **words)
        except Outdated as refused:
            sent = request.POST.copy()
            for name, field in (now := self.form()).fields.items():
                if isinstance(field.widget, forms.HiddenInput) and name != "version":
                    sent[name] = str(now[name].value() or "")
            form.data = sent
            return self.show(form=form, once=secrets.token_urlsafe(16), refused=refused, status=409)
        except Refused as refused:
            return self.show(form=form, once=once, refused=refused, status=409)

    def _theirs(self, sent: forms.Form) -> list[tuple[Any, str, bool]]:
        """What stands there now, field by field where it is not what was sent: label, value as people read it, is it rich."""
        stands = self.form()
        sent.full_clean()  # the act may have taken values out
        names = [name for name, field in stands.fields.items() if not isinstance(field.widget, forms.HiddenInput)]
        both = [
            (name, said(stands, name, stands[name].initial), said(sent, name, sent.cleaned_data.get(name)))
            for name in names
        ]
        return [
            (_title(stands.fields[name]), theirs, isinstance(stands.fields[name].widget, RichText))
            for name, theirs, mine in both
            if theirs != mine
        ]

    def _wait_for_the_turn(self) -> None:
        """Acts in an organisation happen one after the other: wait for the turn, then look at the subject again.

        Whoever acted in between may have changed it, taken it away, or taken away the right.
        """
        organisation = getattr(self.request, "organisation", None)
        if organisation is None:
            return
        organisation.hold()
        self.person.forget()
        self.subject = self.thing()
        if not may(self.request.user, self.right, self.subject):
            raise PermissionDenied

    def sender(self) -> int:
        """Who is kept beside the form that was sent, so that he does not send it twice: 0 where nobody may be kept."""
        return self.request.user.pk or 0

    def _carry_out(self, form: forms.Form, once: str) -> HttpResponse:
        sent, is_new = SentForm.objects.get_or_create(account=self.sender(), key=once)
        if not is_new:
            messages.info(self.request, wording.ALREADY_SENT)
            return redirect(sent.place or self.request.path)
        self.filled: Any = form
        self.check()
        answer = self.act(form.cleaned_data)
        if isinstance(answer, HttpResponse):
            return answer
        SentForm.objects.filter(pk=sent.pk).update(place=answer)
        messages.success(self.request, self.said())
        return redirect(answer)


def _title(field: forms.Field) -> str:
    """What a field is called where it stands outside its form; of_point: what it is about, where a form asks the same of several."""
    point = getattr(field, "of_point", "")
    return f"{point} · {field.label}" if point else str(field.label)


def _plain(changed: Changed) -> list[tuple[Any, str, bool]]:
    """For what the form does not ask in fields of its own: as the act told it."""
    return [("", str(theirs), True) for theirs in changed.theirs.values()]
