from datetime import date
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from draagvlak.lib import clock
from draagvlak.lib.keys import key_in
from draagvlak.lib.rights import may
from draagvlak.staff import actions, exports, forms, queries, wording
from draagvlak.staff.figures import Headcount, day_in
from draagvlak.staff.models import Employment, StaffImport, StaffMember
from draagvlak.staff.states import ImportState, Statute, Verdict
from draagvlak.ui.views import ActPage, ListPage, ShowPage

FLOOR = 5
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class People(ListPage):
    """Everyone who works here, by name; the numbers on any day."""

    right = "staff.see_people"
    template_name = "staff/people.html"

    def day(self) -> date:
        return day_in(self.request.GET.get("op", "")) or clock.today()

    def sees_person(self) -> bool:
        return may(self.person, "staff.see_person", self.subject)

    def only(self) -> dict[str, str]:
        """The team, site and statute of the filter; a statute is nobody's business but theirs who may see persons."""
        asked = self.request.GET
        only = {name: asked[name] for name in ("team", "site") if key_in(asked.get(name, "")) is not None}
        if self.sees_person() and asked.get("statute") in Statute.values:
            only["statute"] = asked["statute"]
        return only

    def whom(self) -> str:
        wanted = self.request.GET.get("wie", "now")
        return wanted if wanted in {"now", "left", "all"} else "now"

    def search(self) -> str:
        return self.request.GET.get("q", "")

    def rows(self) -> QuerySet[Any]:
        people = queries.people_list(
            on=self.day(), search=self.search(), scope=self.whom(), only=self.only(), numbers=self.sees_person()
        )
        return people.values_list(*queries.ROW)

    def known_total(self) -> int | None:
        """The figures beside the list counted everybody already."""
        is_everybody = self.whom() == "now" and not self.search() and not self.only()
        return self.counted.total if is_everybody else None

    @cached_property
    def counted(self) -> Headcount:
        return queries.headcount_shown(on=self.day())

    def show(self, status: int = 200, **more: Any) -> HttpResponse:  # noqa: ANN401 -- what a template needs
        """The page with its rows as they are shown; a template asks much more of the server for each."""
        day, in_full = self.day(), self.sees_person()
        more["page"].object_list = [queries.listed(row, on=day, in_full=in_full) for row in more["page"]]
        return super().show(status, **more)

    def content(self) -> dict[str, Any]:
        return {
            "on": self.day(),
            "counted": self.counted,
            "figures": figures(self.counted, sees_all=self.sees_person()),
            "sees_person": self.sees_person(),
            "may_read": may(self.person, "staff.read_list", self.subject),
            "search": self.search(),
            "wie": self.request.GET.get("wie", "now"),
            "only": self.only(),
            "filters": filters(sees_all=self.sees_person()),
        }


def filters(*, sees_all: bool) -> list[tuple[str, str, list[tuple[str, Any]]]]:
    """Of each filter its name, its label, and what one may choose."""
    found = [(name, wording.field_name(name), options) for name, options in queries.places().items() if options]
    statutes = [("statute", wording.field_name("statute"), list(Statute.choices))]
    return [*found, *(statutes if sees_all else [])]


def figures(counted: Headcount, *, sees_all: bool) -> list[tuple[str, list[tuple[str, int]]]]:
    """Tables of numbers: title, then category and people. Who may not see persons sees no category under five."""
    shown = []
    for dimension in ("function_group", "statute", "site"):
        inside = counted.by.get(dimension, {})
        labels = dict(Statute.choices)
        rows = [(str(labels.get(name, name) or wording.NOT_FILLED_IN), n) for name, n in inside.items()]
        rows.sort(key=lambda row: -row[1])
        if not sees_all:
            small = sum(n for _name, n in rows if n < FLOOR)
            rows = [row for row in rows if row[1] >= FLOOR] + ([(str(wording.OTHERS), small)] if small >= FLOOR else [])
        if rows and set(inside) != {""}:
            shown.append((wording.field_name(dimension), rows))
    return shown


class ShowPerson(ShowPage):
    right = "staff.see_person"
    template_name = "staff/person.html"

    def thing(self) -> StaffMember:
        return get_object_or_404(StaffMember.objects.select_related("account"), pk=self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        today = clock.today()
        return {
            "employments": queries.employments_of(self.subject),
            "is_at_work": queries.is_at_work(self.subject, on=today),
            "can_sign_in": queries.can_sign_in(self.subject),
            "today": today,
            "may_change": may(self.person, "staff.change_person", self.subject),
        }


class RegisterPerson(ActPage):
    right = "staff.change_person"
    template_name = "staff/register.html"
    form_class = forms.RegisterForm

    def initial(self) -> dict[str, Any]:
        return {"starts_on": clock.today(), "statute": Statute.PERMANENT}

    def content(self) -> dict[str, Any]:
        return {"places": forms.known_places()}

    def act(self, data: dict[str, Any]) -> str:
        person, post = self.filled.person(), self.filled.post()
        self.member = actions.register(
            person=person, post=post, starts_on=data["starts_on"], by=self.person, at=clock.now()
        )
        return self.to("staff:person", pk=self.member.pk)

    def said(self) -> str:
        return str(wording.REGISTERED).format(name=self.member)


class OfPerson(ActPage):
    right = "staff.change_person"

    def thing(self) -> StaffMember:
        return get_object_or_404(StaffMember, pk=self.kwargs["pk"])


class ChangePerson(OfPerson):
    template_name = "staff/change.html"
    form_class = forms.PersonForm
    done = wording.PERSON_CHANGED

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in (*forms.NAMES, "version")}

    def act(self, data: dict[str, Any]) -> str:
        actions.change_person(
            member=self.subject,
            facts=self.filled.person(),
            version=data["version"],
            by=self.person,
            at=clock.now(),
        )
        return self.to("staff:person", pk=self.subject.pk)


class OfEmployment(ActPage):
    right = "staff.change_person"

    def thing(self) -> Employment:
        return get_object_or_404(Employment.objects.select_related("member"), pk=self.kwargs["pk"])


class ChangeFunction(OfEmployment):
    template_name = "staff/function.html"
    form_class = forms.NextPostForm

    def initial(self) -> dict[str, Any]:
        post = self.subject.posts.select_related("function_group", "team", "site").last()
        values = {name: getattr(post, name) for name in ("statute", "function", "fraction", "shift")}
        places = {name: str(getattr(post, name) or "") for name in ("function_group", "team", "site")}
        values["fraction"] = post.fraction and post.fraction.normalize()
        version = StaffMember.objects.values_list("version", flat=True).get(pk=self.subject.member_id)
        return {**values, **places, "starts_on": clock.today(), "version": version}

    def content(self) -> dict[str, Any]:
        return {"places": forms.known_places()}

    def act(self, data: dict[str, Any]) -> str:
        actions.change_function(
            employment=self.subject,
            post=self.filled.post(),
            starts_on=data["starts_on"],
            version=data["version"],
            by=self.person,
            at=clock.now(),
        )
        return self.to("staff:person", pk=self.subject.member_id)

    def said(self) -> str:
        return str(wording.FUNCTION_CHANGED).format(name=self.subject.member)


class EndEmployment(OfEmployment):
    template_name = "staff/end.html"
    form_class = forms.EndForm

    def initial(self) -> dict[str, Any]:
        return {"ends_on": clock.today()}

    def content(self) -> dict[str, Any]:
        """Somebody may have several contracts: the page says which one ends."""
        return {"post": self.subject.posts.select_related("team").last()}

    def act(self, data: dict[str, Any]) -> str:
        actions.end_employment(employment=self.subject, ends_on=data["ends_on"], by=self.person, at=clock.now())
        return self.to("staff:person", pk=self.subject.member_id)

    def said(self) -> str:
        day = wording.plain(self.filled.cleaned_data["ends_on"])
        return str(wording.EMPLOYMENT_ENDED).format(name=self.subject.member, day=day)


class ReadList(ActPage):
    """Step 1 of 3: the file. Nothing about people changes."""

    right = "staff.read_list"
    template_name = "staff/read_list.html"
    form_class = forms.ListForm
    done = wording.LIST_RECEIVED

    def initial(self) -> dict[str, Any]:
        return {"as_of": clock.today()}

    def content(self) -> dict[str, Any]:
        return {"earlier": queries.imports()[:10]}

    def act(self, data: dict[str, Any]) -> str:
        facts = {"name": data["file"].name, "sheet": data["sheet"], "as_of": data["as_of"]}
        received = actions.receive_list(content=data["file"].read(), facts=facts, by=self.person, at=clock.now())
        return self.to("staff:map_list", pk=received.pk)


class OfList(ActPage):
    right = "staff.read_list"

    def thing(self) -> StaffImport:
        return get_object_or_404(queries.imports(), pk=self.kwargs["pk"])


class MapList(OfList):
    """Step 2 of 3: which column is what. What the person corrects is remembered."""

    template_name = "staff/map_list.html"
    form_class = forms.ColumnsForm
    done = wording.LIST_TRIED

    def thing(self) -> StaffImport:
        found = super().thing()
        if found.state != ImportState.TRIAL:
            raise Http404
        return found

    def form_words(self) -> dict[str, Any]:
        return {"columns": self.subject.table.get("columns", [])}

    def initial(self) -> dict[str, Any]:
        return {name: str(index) for name, index in self.subject.mapping.items()}

    def content(self) -> dict[str, Any]:
        warnings = self.subject.table.get("warnings", [])
        return {"warnings": [wording.sentence_for(one["code"], one["details"]) for one in warnings]}

    def act(self, _data: dict[str, Any]) -> str:
        actions.choose_columns(staff_import=self.subject, mapping=self.filled.mapping(), at=clock.now())
        return self.to("staff:list", pk=self.subject.pk)


class ShowList(OfList):
    """Step 3 of 3: what the list would do, per row and in words; then carry it out. Afterwards: what it did."""

    template_name = "staff/list.html"
    form_class = forms.CarryOutForm
    done = wording.LIST_CARRIED_OUT

    def is_trial(self) -> bool:
        return bool(self.subject.state == ImportState.TRIAL)

    def ungrouped(self) -> int:
        """How many functions have no group yet; asked once the list is carried out."""
        if self.subject.state != ImportState.DONE:
            return 0
        return sum(1 for _name, _people, group in queries.functions(on=clock.today()) if not group)

    def form_words(self) -> dict[str, Any]:
        gone = queries.rows_of(self.subject, verdict=Verdict.GONE).exclude(member=None)
        return {"gone": list(gone.values_list("member", flat=True))}

    def content(self) -> dict[str, Any]:
        verdict = self.request.GET.get("wat", "")
        rows = queries.weighed(queries.rows_of(self.subject, verdict=verdict if verdict in Verdict.values else ""))
        page = Paginator(rows.exclude(verdict=Verdict.GONE) if verdict != Verdict.GONE else rows, 50).get_page(
            self.request.GET.get("page")
        )
        gone = list(queries.rows_of(self.subject, verdict=Verdict.GONE)) if self.is_trial() else []
        for row in page:
            row.__dict__["words"] = [queries.message_in_words(message) for message in row.messages]
        warnings = self.subject.table.get("warnings", [])
        return {
            "page": page,
            "wat": verdict,
            "gone": gone,
            "warnings": [wording.sentence_for(one["code"], one["details"]) for one in warnings],
            "is_trial": self.is_trial(),
            "is_last": self.subject == queries.last_done(),
            "ungrouped": self.ungrouped(),
            "verdicts": [
                (verdict.value, verdict.label, self.subject.counts.get(verdict.value, 0)) for verdict in Verdict
            ],
        }

    def act(self, data: dict[str, Any]) -> str:
        actions.carry_out(staff_import=self.subject, leavers=data["leavers"], by=self.person, at=clock.now())
        return self.to("staff:list", pk=self.subject.pk)


class DownloadTrial(ShowPage):
    right = "staff.read_list"

    def thing(self) -> StaffImport:
        return get_object_or_404(queries.imports(), pk=self.kwargs["pk"])

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        content = exports.trial_sheet(queries.rows_of(self.subject))
        return HttpResponse(
            content, content_type=SHEET, headers={"Content-Disposition": 'attachment; filename="proef.xlsx"'}
        )


class TryAgain(OfList):
    """People changed since the trial: compare once more."""

    template_name = "staff/list.html"
    done = wording.LIST_TRIED

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        return redirect(self.to("staff:list", pk=self.subject.pk))

    def act(self, _data: dict[str, Any]) -> str:
        actions.try_again(staff_import=self.subject, at=clock.now())
        return self.to("staff:list", pk=self.subject.pk)


class DropList(TryAgain):
    done = wording.LIST_DROPPED

    def act(self, _data: dict[str, Any]) -> str:
        actions.drop_list(staff_import=self.subject, by=self.person, at=clock.now())
        return self.to("staff:read_list")


class UndoList(OfList):
    right = "staff.undo_import"
    template_name = "staff/undo.html"
    form_class = forms.UndoForm
    done = wording.LIST_UNDONE

    def act(self, _data: dict[str, Any]) -> str:
        actions.undo_import(staff_import=self.subject, by=self.person, at=clock.now())
        return self.to("staff:list", pk=self.subject.pk)


class FunctionGroups(ActPage):
    """To which group each function belongs; what representativeness counts on."""

    right = "staff.change_person"
    template_name = "staff/function_groups.html"
    form_class = forms.GroupsForm
    done = wording.FUNCTIONS_GROUPED

    def form_words(self) -> dict[str, Any]:
        return {"functions": queries.functions(on=clock.today())}

    def content(self) -> dict[str, Any]:
        places = forms.known_places()
        usual = [str(name) for name in wording.USUAL_GROUPS if str(name) not in places["function_group"]]
        return {"places": {"function_group": [*places["function_group"], *usual]}, "usual": usual}

    def act(self, _data: dict[str, Any]) -> str:
        actions.group_functions(groups=self.filled.groups(), by=self.person, at=clock.now())
        return self.to("staff:people")
