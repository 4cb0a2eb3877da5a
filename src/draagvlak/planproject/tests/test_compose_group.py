from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.notices.models import Message
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import Candidacy, GroupSeat
from draagvlak.planproject.rules import EmptyGroup, NoReason, NotAtWork, NotPossibleNow, NotRepresentative, TooManySeats
from draagvlak.planproject.states import CandidacyState
from draagvlak.staff.actions import end_employment
from draagvlak.staff.models import Employment
from draagvlak.stakeholders.models import Role, Seat

ANSWERS = {"reason": "", "mandate": "Schrijft.", "to_others": "Er waren te veel kandidaten.", "reserve": []}


@pytest.fixture
def project(organisation, koen, now):
    return actions.start_project(
        title="Plan", first_year=2027, last_year=2030, assignment="Maak het.", by=koen, at=now - timedelta(days=40)
    )


@pytest.fixture
def call(project, amina, now):
    day = clock.day_of(now)
    facts = {
        "title": "Doe mee",
        "task": "Schrijven.",
        "seats": 3,
        "opens_on": day - timedelta(days=20),
        "closes_on": day,
        "answer_by": day,
    }
    return actions.open_call(project=project, facts=facts, by=amina, at=now)


@pytest.fixture
def stand(call, koen, now):
    def make(member):
        answers = {"motivation": "Ik wil.", "half_days_per_month": 1, "moments": ["morning"]}
        return actions.submit_candidacy(call=call, member=member, answers=answers, by=koen, at=now)

    return make


@pytest.fixture
def four(employ, stand):
    people = [
        employ("An", group="Zorg", email="an@example.org"),
        employ("Bo", group="Zorg"),
        employ("Cas", group="Logistiek"),
        employ("Di", group="Zorg"),
    ]
    return [stand(member) for member in people]


@pytest.fixture
def closed(call, four, now):
    call.closes_on = clock.day_of(now) - timedelta(days=1)
    call.save()
    return call


def here(organisation, name, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


def compose(call, chosen, by, now, **answers):
    return actions.compose_group(call=call, chosen=chosen, answers={**ANSWERS, **answers}, by=by, at=now)


def test_a_group_is_composed_and_every_candidate_gets_an_answer_with_a_reason(closed, four, amina, now):
    group = compose(closed, four[:3], amina, now, reserve=[four[3].pk])
    assert [str(seat) for seat in queries.seats_of(group, on=clock.day_of(now))] == ["An Test", "Bo Test", "Cas Test"]
    states = list(Candidacy.objects.order_by("pk").values_list("state", "reason"))
    assert states == [(CandidacyState.RETAINED, "Er waren 4 kandidaten voor 3 zetels, en jij bent gekozen.")] * 3 + [
        (CandidacyState.RESERVE, "Er waren te veel kandidaten.")
    ]
    assert [message.to for message in Message.objects.all() if "kandidatuur" in message.subject] == ["an@example.org"]
    assert Record.objects.filter(act="planproject.answer_candidate").count() == 4
    assert group.comparison["index"]["function_group"] == 0.9167


def test_where_a_seat_stays_empty_nobody_reads_that_there_were_fewer_seats(closed, four, amina, now):
    compose(closed, [four[0], four[2]], amina, now)
    said = Candidacy.objects.filter(state=CandidacyState.RETAINED).values_list("reason", flat=True)
    assert set(said) == {"Er waren 4 kandidaten voor 3 zetels, en jij bent gekozen."}


def test_with_no_more_candidates_than_seats_nobody_reads_that_there_were_too_many(closed, four, amina, now):
    closed.seats = 4
    closed.save()
    compose(closed, four[:3], amina, now)
    said = Candidacy.objects.filter(state=CandidacyState.RETAINED).values_list("reason", flat=True)
    assert set(said) == {"Er waren 4 kandidaten, en jij bent gekozen."}


def test_what_somebody_needs_is_read_by_who_coordinates_and_by_the_director_only_where_nobody_does(
    closed, four, amina, koen, set_up, signed_in
):
    Candidacy.objects.filter(pk=four[0].pk).update(needs="Een stoel voor mijn rug.")
    address = here(set_up, "compose_group", pk=closed.pk)
    assert "Een stoel voor mijn rug." in signed_in(amina).get(address).content.decode()
    page = signed_in(koen).get(address).content.decode()
    assert ("Een stoel voor mijn rug." in page, "Ik wil." in page) == (False, True)
    Role.objects.filter(holder=amina).update(
        starts_on=clock.today() - timedelta(days=9), ends_on=clock.today() - timedelta(days=1)
    )
    assert "Een stoel voor mijn rug." in signed_in(koen).get(address).content.decode()


def test_a_group_without_logistics_is_refused_until_a_reason_is_given(closed, four, amina, now):
    without = [four[0], four[1], four[3]]
    with pytest.raises(NotRepresentative, match="Logistiek"):
        compose(closed, without, amina, now)
    assert queries.group_of(closed.project) is None
    assert (
        compose(closed, without, amina, now, reason="Niemand kon zich vrijmaken.").reason
        == "Niemand kon zich vrijmaken."
    )


def test_no_group_is_composed_while_the_call_runs(call, four, amina, now):
    with pytest.raises(NotPossibleNow, match="loopt nog"):
        compose(call, four[:3], amina, now)


def test_an_empty_group_is_refused(closed, amina, now):
    with pytest.raises(EmptyGroup):
        compose(closed, [], amina, now)


def test_more_members_than_seats_are_refused(closed, four, amina, now):
    with pytest.raises(TooManySeats, match="Je koos er 4, er zijn 3 zetels"):
        compose(closed, four, amina, now)


def test_who_is_not_chosen_must_get_a_reason(closed, four, amina, now):
    with pytest.raises(NoReason):
        compose(closed, four[:3], amina, now, to_others=" ")


def test_somebody_who_left_cannot_be_chosen(closed, four, koen, amina, now):
    employment = Employment.objects.get(member=four[2].member)
    end_employment(employment=employment, ends_on=clock.day_of(now) - timedelta(days=2), by=koen, at=now)
    with pytest.raises(NotAtWork, match="Cas Test"):
        compose(closed, four[:3], amina, now)


def test_a_second_group_for_the_same_project_is_refused(closed, four, amina, now):
    compose(closed, four[:3], amina, now)
    with pytest.raises(NotPossibleNow, match="al een werkgroep"):
        compose(closed, four[:3], amina, now)


def test_a_seat_falls_free_when_the_employment_ends(closed, four, koen, amina, now):
    group = compose(closed, four[:3], amina, now)
    end_employment(employment=Employment.objects.get(member=four[0].member), ends_on=clock.day_of(now), by=koen, at=now)
    assert [str(seat) for seat in queries.seats_of(group, on=clock.day_of(now))] == ["Bo Test", "Cas Test"]
    assert GroupSeat.objects.get(member=four[0].member).ends_on == clock.day_of(now)
    assert Record.objects.filter(act="planproject.vacate_seat").count() == 1


def test_a_last_day_at_the_end_of_the_calendar_frees_no_seat(closed, four, koen, amina, set_up, now, signed_in):
    group = compose(closed, four[:3], amina, now)
    employment = Employment.objects.get(member=four[0].member)
    address = reverse("staff:end_employment", kwargs={"organisation": set_up.slug, "pk": employment.pk})
    sent = signed_in(koen).post(address, {"ends_on": "9999-12-31", "once": "a"})
    assert (sent.status_code, queries.seats_of(group, on=clock.day_of(now)).count()) == (302, 3)


def test_who_goes_on_in_another_employment_keeps_the_seat(closed, four, koen, amina, now):
    group = compose(closed, four[:3], amina, now)
    day = clock.day_of(now)
    first = Employment.objects.get(member=four[0].member)
    Employment.objects.create(member=four[0].member, starts_on=day + timedelta(days=1))
    end_employment(employment=first, ends_on=day, by=koen, at=now)
    assert queries.seats_of(group, on=clock.day_of(now)).count() == 3


def test_the_whole_team_is_seated_in_one_act_and_misses_nobody(project, employ, koen, now):
    for name in ("An", "Bo", "Cas"):
        employ(name)
    group = actions.seat_whole_team(project=project, mandate="Alles samen.", by=koen, at=now)
    assert (group.is_whole_team, queries.seats_of(group, on=clock.day_of(now)).count()) == (True, 3)
    assert not any(share["is_missing"] for share in group.comparison["shares"])


@pytest.mark.parametrize(
    ("act", "words", "expected"),
    [
        ("seat_whole_team", {"mandate": "Schrijf mee."}, (CandidacyState.RETAINED, "De werkgroep is nu het hele team")),
        ("choose_no_group", {"reason": "Wij zijn met vijf."}, (CandidacyState.NOT_RETAINED, "Wij zijn met vijf.")),
        ("end_project", {"note": "Volgend jaar."}, (CandidacyState.NOT_RETAINED, "Het project is afgerond.")),
    ],
)
def test_who_stood_for_a_group_that_is_not_chosen_gets_an_answer_and_the_call_ends(
    call, four, koen, set_up, signed_in, today, now, act, words, expected
):
    answer = signed_in(koen).post(here(set_up, act), {**words, "once": "a"})
    assert answer.status_code == 302
    state, reason = expected
    answers = list(Candidacy.objects.values_list("state", "reason"))
    assert [(kept, said.startswith(reason)) for kept, said in answers] == [(state, True)] * 4
    assert Message.objects.filter(to="an@example.org", body__contains=reason).count() == 1
    call.refresh_from_db()
    assert not call.is_open(on=today)
    assert Record.objects.filter(act="planproject.answer_candidate").count() == 4
    with pytest.raises(NotPossibleNow):
        compose(call, four[:3], koen, now)


def test_who_stood_in_an_earlier_call_is_answered_with_the_group_of_the_later_one(
    closed, four, employ, koen, amina, today, now
):
    facts = {"title": "Nog eens", "task": "x", "seats": 2, "opens_on": today, "closes_on": today, "answer_by": today}
    later = actions.open_call(project=closed.project, facts=facts, by=koen, at=now)
    answers = {"motivation": "Ik wil.", "half_days_per_month": 1, "moments": ["morning"]}
    both = [four[2].member, employ("Eva")]
    chosen = [actions.submit_candidacy(call=later, member=m, answers=answers, by=koen, at=now) for m in both]
    actions.close_call(call=later, by=amina, at=now)
    with pytest.raises(NoReason):
        compose(later, chosen, amina, now, to_others="")
    compose(later, chosen, amina, now, to_others="We zochten andere stemmen.")
    answered = Candidacy.objects.filter(call=closed).order_by("pk").values_list("state", "reason")
    said = (CandidacyState.NOT_RETAINED, "We zochten andere stemmen.")
    assert list(answered) == [said, said, (CandidacyState.RETAINED, ""), said]


def test_a_team_without_anybody_cannot_be_seated(project, koen, now):
    with pytest.raises(EmptyGroup, match="personeelslijst"):
        actions.seat_whole_team(project=project, mandate="", by=koen, at=now)


def test_the_page_shows_who_is_missing_and_keeps_the_choice_after_a_refusal(
    closed, four, amina, signed_in, organisation
):
    client, address = (
        signed_in(amina),
        reverse("planproject:compose_group", kwargs={"organisation": organisation.slug, "pk": closed.pk}),
    )
    page = client.get(address, {"chosen": [four[0].pk]}).content.decode()
    assert "Wie ontbreekt er nog?" in page
    assert "Met Cas Test erbij" in page
    refused = client.post(address, {"chosen": [four[0].pk], "to_others": "Nee."})
    assert refused.status_code == 409
    assert f'value="{four[0].pk}" id="kies-{four[0].pk}" checked' in refused.content.decode()
    done = client.post(address, {"chosen": [c.pk for c in four[:3]], "to_others": "Te veel.", "once": "een"})
    assert done.status_code == 302
    again = client.post(address, {"chosen": [c.pk for c in four[:3]], "to_others": "Te veel.", "once": "een"})
    assert (again.status_code, again.url) == (302, done.url)


def test_the_preview_takes_the_same_number_of_statements_for_few_and_many_candidates(
    closed, four, employ, now, koen, amina, signed_in, organisation, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, address = (
        signed_in(amina),
        reverse("planproject:compose_group", kwargs={"organisation": organisation.slug, "pk": closed.pk}),
    )
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
        few = len(captured)
    for number in range(20):
        member = employ(f"Kandidaat{number}")
        Candidacy.objects.create(call=closed, member=member, motivation="Ja.", submitted_at=now)
    client.get(address)
    with django_assert_num_queries(few):
        client.get(address)


def at(organisation, call):
    return {"organisation": organisation.slug, "pk": call.pk}


def test_who_has_no_mail_gets_the_answer_on_paper(closed, four, amina, set_up, now, signed_in):
    compose(closed, four[:3], amina, now, reserve=[four[3].pk])
    call = reverse("planproject:call", kwargs=at(set_up, closed))
    assert "3 kandidaten hebben geen e-mail" in signed_in(amina).get(call).content.decode()
    sheet = signed_in(amina).get(reverse("planproject:print_answers", kwargs=at(set_up, closed))).content.decode()
    assert [name in sheet for name in ("Dag An", "Dag Bo", "Dag Cas", "Dag Di")] == [False, True, True, True]
    assert "Je staat op de reservelijst" in sheet
    assert "Er waren te veel kandidaten." in sheet


def test_before_the_group_stands_there_is_no_answer_to_print(closed, four, amina, set_up, signed_in):
    assert signed_in(amina).get(reverse("planproject:print_answers", kwargs=at(set_up, closed))).status_code == 404


def test_a_missing_voice_is_named_in_words(closed, employ, four, amina, now):
    for number in range(9):
        employ(f"N{number}", group="Zorg", shift="night")
    with pytest.raises(NotRepresentative, match="nacht"):
        compose(closed, four[:3], amina, now, reason="")


@pytest.fixture
def of_three_languages(employ, stand, new_account):
    """An and Bo read Dutch, Chloé and Dirk French (he by his account), Eve English and Fay has no address."""
    people = [
        employ("An", email="an@example.org"),
        employ("Bo", email="bo@example.org"),
        employ("Chloé", email="chloe@example.org", language="fr"),
        employ("Didier", language="nl", account=new_account("Didier", language="fr")),
        employ("Eve", email="eve@example.org", language="en"),
        employ("Fay", language="fr"),
    ]
    return [stand(member) for member in people]


@pytest.fixture
def over(call, of_three_languages, now):
    call.closes_on = clock.day_of(now) - timedelta(days=1)
    call.save()
    return call


def test_who_is_chosen_reads_it_in_his_own_language_and_who_is_not_the_words_for_it(
    over, of_three_languages, amina, set_up, now, signed_in
):
    client, address = signed_in(amina), reverse("planproject:compose_group", kwargs=at(set_up, over))
    page = client.get(address).content.decode()
    assert "In het Frans, voor 3 kandidaten" in page
    assert "In het Engels, voor 1 kandidaat" in page
    assert "In het Nederlands" not in page
    assert "krijgen zij de tekst hierboven, in jouw taal" in page
    keys = {str(one.member.first_name): one.pk for one in of_three_languages}
    sent = {"chosen": [keys["An"], keys["Chloé"]], "to_others": "Te veel.", "to_others_fr": "Trop de candidats."}
    assert client.post(address, {**sent, "once": "a"}).status_code == 302
    reasons = {one.member.first_name: one.reason for one in Candidacy.objects.all()}
    assert reasons == {
        "An": "Er waren 6 kandidaten voor 3 zetels, en jij bent gekozen.",
        "Bo": "Te veel.",
        "Chloé": "Il y avait 6 candidats pour 3 sièges, et tu as été choisi·e.",
        "Didier": "Trop de candidats.",
        "Eve": "Te veel.",
        "Fay": "Trop de candidats.",
    }
    sheet = client.get(reverse("planproject:print_answers", kwargs=at(set_up, over))).content.decode()
    assert "Bonjour Fay" in sheet
    assert "Trop de candidats." in sheet
    chloe = Message.objects.get(to="chloe@example.org").body
    assert chloe.startswith("Bonjour Chloé")
    assert "tu as été choisi" in chloe


def test_the_own_language_of_who_composes_is_asked_no_second_time(over, amina, set_up, signed_in):
    amina.language = "fr"
    amina.save()
    page = signed_in(amina).get(reverse("planproject:compose_group", kwargs=at(set_up, over))).content.decode()
    assert 'name="to_others_nl"' in page
    assert 'name="to_others_fr"' not in page


def test_whoever_comes_to_work_later_sits_in_the_whole_team_too(project, employ, koen, now, today):
    employ("An")
    group = actions.seat_whole_team(project=project, mandate="Alles samen.", by=koen, at=now)
    employ("Cas", starts_on=today)
    assert queries.seats_of(group, on=today).count() == 2
    assert Seat.objects.filter(body__kind="working_group", member__first_name="Cas").exists()
    employ("Dina", starts_on=today + timedelta(days=10))
    assert queries.seats_of(group, on=today).count() == 2
    assert actions.seat_newcomers(by=None, at=now + timedelta(days=10)) == 1
    assert actions.seat_newcomers(by=None, at=now + timedelta(days=10)) == 0


def test_only_who_composes_reads_how_sex_age_and_contract_were_shared_out(
    closed, four, amina, ria, set_up, signed_in, now
):
    compose(closed, [four[0], four[1], four[2]], amina, now)

    def likeness(person):
        page = signed_in(person).get(reverse("planproject:project", kwargs={"organisation": set_up.slug}))
        return {key for key, _value in page.context["likeness"]}

    assert {"statute", "function_group"} <= likeness(amina)
    assert likeness(ria) == likeness(amina) - {"statute", "sex", "age_class"}
