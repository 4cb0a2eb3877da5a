"""The draw through its pages: quotas from the staff, published chances, a seed that comes later, and the group."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.urls import reverse

from draagvlak.lib import clock
from draagvlak.lib import draw as fair
from draagvlak.lib.draw import Quota
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import Candidacy, Draw
from draagvlak.planproject.rules import NotPossibleNow
from draagvlak.planproject.states import CandidacyState
from draagvlak.staff.models import StaffMember
from tests.databases import without_what_tests_set

DRAAGVLAK = Path(sys.executable).parent / "draagvlak"
SOURCE = "de lottogetallen van zaterdag"


def here(organisation, name, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


@pytest.fixture
def call(set_up, employ, amina, koen, today, now):
    """Nine candidates for three seats: six of care, two of the kitchen, one of logistics; ten more at work."""
    project = actions.start_project(
        title="Plan", first_year=2027, last_year=2030, assignment="Maak het.", by=koen, at=now
    )
    facts = {"title": "Oproep", "task": "x", "seats": 3, "opens_on": today, "closes_on": today, "answer_by": today}
    opened = actions.open_call(project=project, facts=facts, by=amina, at=now)
    groups = ["Zorg"] * 6 + ["Keuken"] * 2 + ["Logistiek"]
    for number, group in enumerate(groups):
        member = employ(f"P{number}", group=group, sex="f" if number % 2 else "m")
        actions.submit_candidacy(call=opened, member=member, answers={"motivation": "Ik wil."}, by=amina, at=now)
    for number in range(10):
        employ(f"Q{number}", group="Zorg", sex="f")
    return actions.close_call(call=opened, by=amina, at=now)


def publish(call, by, now, **more):
    """Publish the chances the day before, so that the seed is known now."""
    quotas = more.pop("quotas", queries.usual_quotas(call, today=now.date()))
    seed = {"source": SOURCE, "on": more.pop("on", now.date())}
    return actions.publish_draw(call=call, quotas=quotas, seed=seed, by=by, at=now - timedelta(days=1))


ANSWERS = {"to_others": "Je bent niet geloot.", "reason": "Te weinig zetels."}


def test_the_proposal_follows_the_share_of_the_staff(call, today):
    quotas = {(q.category, q.value): (q.least, q.most) for q in queries.usual_quotas(call, today=today)}
    # 16 of 19 people, 3 seats: 2.5; the large group gives way so that each of the others has a seat.
    assert quotas["function_group", "Zorg"] == (1, 3)
    assert quotas["function_group", "Keuken"] == (1, 1)
    call.seats = 2  # not a seat for each
    quotas = {(q.category, q.value): q.least for q in queries.usual_quotas(call, today=today)}
    assert [quotas["function_group", name] for name in ("Zorg", "Keuken", "Logistiek")] == [1, 0, 0]


def test_while_there_are_seats_for_all_every_group_with_a_candidate_has_one(call, today):
    call.seats = 6
    quotas = {(q.category, q.value): q.least for q in queries.usual_quotas(call, today=today)}
    assert [quotas["function_group", name] for name in ("Zorg", "Keuken", "Logistiek")] == [4, 1, 1]
    call.seats = 7  # 5.9, 0.7 and 0.4 seats
    quotas = {(q.category, q.value): q.least for q in queries.usual_quotas(call, today=today)}
    assert [quotas["function_group", name] for name in ("Zorg", "Keuken", "Logistiek")] == [5, 1, 1]


def test_a_proposal_that_no_group_can_meet_is_eased_and_says_so(call, amina, today, now, set_up, signed_in):
    for candidacy in Candidacy.objects.filter(member__sex="f"):
        actions.withdraw_candidacy(candidacy=candidacy, by=amina, at=now)
    eased = [limit for limit in queries.usual_limits(call, today=today) if limit.is_eased]
    assert eased
    assert publish(call, amina, now).chances
    assert "Losser gemaakt" in signed_in(amina).get(here(set_up, "publish_draw", pk=call.pk)).content.decode()


def test_a_minimum_above_its_maximum_is_said_at_the_row(call, amina, today, set_up, signed_in):
    client, address = signed_in(amina), here(set_up, "publish_draw", pk=call.pk)
    form = client.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields if name.startswith(("least_", "most_"))}
    answer = client.post(address, {**sent, "least_0": "3", "most_0": "1", "source": "x", "on": today.isoformat()})
    assert answer.status_code == 422
    assert "Bij “hoogstens” staat minder dan bij “minstens”." in answer.content.decode()


def test_chances_are_published_and_sum_to_the_seats(call, amina, now):
    draw = publish(call, amina, now)
    assert sum(draw.chances.values()) == pytest.approx(3)
    assert set(draw.chances) == {f"K{c.pk}" for c in Candidacy.objects.all()}
    assert draw.drawn_at is None


def test_before_the_day_of_the_seed_nobody_draws(call, amina, today, now):
    draw = publish(call, amina, now, on=today + timedelta(days=2))
    with pytest.raises(NotPossibleNow, match="pas bekend"):
        actions.carry_out_draw(draw=draw, seed="1 2 3", answers=ANSWERS, by=amina, at=now)


@pytest.mark.parametrize("days", [0, 1, 30])
def test_a_seed_that_somebody_could_know_already_is_refused(call, amina, today, now, days):
    with pytest.raises(NotPossibleNow, match="al kennen"):
        publish(call, amina, now, on=today - timedelta(days=1 + days))


def test_published_chances_are_not_passed_over(call, amina, koen, now, set_up, signed_in):
    """Who read his chance counts on the draw: the group is composed by hand only after the chances were taken back."""
    draw = publish(call, amina, now, on=now.date() + timedelta(days=1))
    client, address = signed_in(koen), here(set_up, "compose_group", pk=call.pk)
    sent = {"chosen": [Candidacy.objects.first().pk], "to_others": "Vol.", "reason": "Klein.", "once": "a"}
    answer = client.post(address, sent)
    assert (answer.status_code, "Trek de loten, of trek de kansen eerst in" in answer.content.decode()) == (409, True)
    assert "Eerst de loting" in client.get(address).content.decode()

    back = here(set_up, "withdraw_draw", pk=call.pk)
    assert client.post(back, {"reason": " ", "once": "b"}).status_code == 422
    assert client.post(back, {"reason": "Er kwam een zetel bij.", "once": "c"}).status_code == 302
    draw.refresh_from_db()
    assert (draw.void_reason, draw.void_at is not None) == ("Er kwam een zetel bij.", True)
    assert client.post(back, {"reason": "Nog eens.", "once": "d"}).status_code == 404
    assert client.post(address, {**sent, "once": "e"}).status_code == 302


def test_a_whole_team_or_no_group_does_not_pass_over_them_either(call, amina, koen, now):
    publish(call, amina, now)
    with pytest.raises(NotPossibleNow, match="Trek de loten"):
        actions.seat_whole_team(project=call.project, mandate="", by=koen, at=now)
    with pytest.raises(NotPossibleNow, match="Trek de loten"):
        actions.choose_no_group(project=call.project, reason="Te klein.", by=koen, at=now)


def test_every_candidate_reads_why_chances_were_withdrawn(call, amina, dirk, now, set_up, signed_in):
    actions.withdraw_draw(
        draw=publish(call, amina, now, on=now.date() + timedelta(days=1)),
        reason="Fout in de grenzen.",
        by=amina,
        at=now,
    )
    assert "Fout in de grenzen." in signed_in(dirk).get(here(set_up, "call", pk=call.pk)).content.decode()


def test_chances_are_not_taken_back_once_anybody_can_work_out_who_is_drawn(call, amina, now, set_up, signed_in):
    draw = publish(call, amina, now)
    back = here(set_up, "withdraw_draw", pk=call.pk)
    assert back not in signed_in(amina).get(here(set_up, "draw", pk=call.pk)).content.decode()
    with pytest.raises(NotPossibleNow, match="alleen nog loten"):
        actions.withdraw_draw(draw=draw, reason="Toch niet.", by=amina, at=now)
    # Unless it cannot be carried out any more, because somebody stopped.
    actions.withdraw_candidacy(candidacy=Candidacy.objects.first(), by=amina, at=now)
    actions.withdraw_draw(draw=draw, reason="Iemand stopte.", by=amina, at=now)
    assert Draw.objects.get().void_reason == "Iemand stopte."


def test_limits_that_no_group_can_meet_are_named_as_people_call_them(call, amina, now):
    impossible = [Quota("sex", "f", 3, 3), Quota("function_group", "Logistiek", 3, 3)]
    with pytest.raises(NotPossibleNow) as refused:
        publish(call, amina, now, quotas=impossible)
    said = str(refused.value)
    assert "Functiegroep, Logistiek" in said
    assert "function_group" not in said
    assert "sex, f" not in said


def test_who_draws_second_reads_that_it_was_drawn(call, amina, koen, now):
    draw = publish(call, amina, now)
    second = Draw.objects.get(pk=draw.pk)
    actions.carry_out_draw(draw=draw, seed="1", answers=ANSWERS, by=amina, at=now)
    second.refresh_from_db()
    with pytest.raises(NotPossibleNow, match="al getrokken"):
        actions.carry_out_draw(draw=second, seed="2", answers=ANSWERS, by=koen, at=now)


def test_what_was_drawn_is_not_withdrawn(call, amina, now):
    draw = publish(call, amina, now)
    actions.carry_out_draw(draw=draw, seed="1", answers=ANSWERS, by=amina, at=now)
    with pytest.raises(NotPossibleNow):
        actions.withdraw_draw(draw=draw, reason="Bij nader inzien.", by=amina, at=now)


def test_who_is_drawn_sits_in_the_group_and_everyone_is_answered(call, amina, now):
    draw = publish(call, amina, now)
    everyone = [candidacy.pk for candidacy in Candidacy.objects.all()]
    words = {**ANSWERS, "reserve": everyone}
    group = actions.carry_out_draw(draw=draw, seed=" 3 9 12 ", answers=words, by=amina, at=now)
    draw.refresh_from_db()
    drawn = {f"K{c.pk}" for c in Candidacy.objects.filter(state=CandidacyState.RETAINED)}
    assert (drawn, draw.seed, queries.seats_of(group, on=clock.day_of(now)).count()) == (set(draw.panel), "3-9-12", 3)
    assert Candidacy.objects.filter(state=CandidacyState.RESERVE).count() == 6


def test_the_reserve_list_is_a_choice_per_candidate_and_who_is_drawn_has_a_seat_whatever_it_says(
    call, amina, now, set_up, signed_in
):
    draw = publish(call, amina, now)
    client, address = signed_in(amina), here(set_up, "carry_out_draw", pk=call.pk)
    page = client.get(address)
    assert page.context["form"]["reserve"].value() == [c.pk for c in Candidacy.objects.order_by("member__first_name")]
    assert page.content.decode().count('name="reserve"') == 9
    assert "P0 Test, Zorg, Beuk" in page.content.decode()
    assert "Op de reservelijst staat bovenaan wie de meeste stemmen brengt" in page.content.decode()
    kept = [c.pk for c in Candidacy.objects.filter(member__first_name__in=["P0", "P1", "P2", "P3"])]
    sent = {"seed": "1 2 3", "to_others": "Niet geloot.", "reason": "Klein.", "reserve": kept, "once": "a"}
    assert client.post(address, sent).status_code == 302
    draw.refresh_from_db()
    states = {c.pk: c.state for c in Candidacy.objects.all()}
    seated = {pk for pk in states if f"K{pk}" in draw.panel}
    assert {pk for pk, state in states.items() if state == CandidacyState.RETAINED} == seated
    assert {pk for pk, state in states.items() if state == CandidacyState.RESERVE} == set(kept) - seated
    assert len(kept) > len(seated), "so somebody of the list was not drawn, whatever the lot"


def test_who_stopped_is_refused_at_the_draw_and_not_at_the_tick(call, amina, now, set_up, signed_in):
    publish(call, amina, now)
    everyone = [candidacy.pk for candidacy in Candidacy.objects.all()]
    actions.withdraw_candidacy(candidacy=Candidacy.objects.first(), by=amina, at=now)
    sent = {"seed": "1 2 3", "to_others": "Niet geloot.", "reason": "Klein.", "reserve": everyone, "once": "a"}
    answer = signed_in(amina).post(here(set_up, "carry_out_draw", pk=call.pk), sent)
    assert (answer.status_code, "maak nieuwe bekend" in answer.content.decode()) == (409, True)


def test_everyone_reads_what_the_lot_said_in_his_own_language(call, amina, now, set_up, signed_in):
    draw = publish(call, amina, now)
    StaffMember.objects.filter(first_name__startswith="P").update(language="fr")
    client, address = signed_in(amina), here(set_up, "carry_out_draw", pk=call.pk)
    assert "In het Frans, voor 9 kandidaten" in client.get(address).content.decode()
    sent = {
        "seed": "1",
        "to_others": "Niet geloot.",
        "to_others_fr": "Pas tiré au sort.",
        "reason": "Klein.",
        "once": "a",
    }
    assert client.post(address, sent).status_code == 302
    draw.refresh_from_db()
    answers = {f"K{one.pk}" in draw.panel: one.reason for one in Candidacy.objects.all()}
    assert answers[False] == "Pas tiré au sort."
    assert answers[True].startswith("Il y avait 9 candidats pour 3 sièges")


def test_when_somebody_stops_the_chances_must_be_published_again(call, amina, now):
    draw = publish(call, amina, now)
    actions.withdraw_candidacy(candidacy=Candidacy.objects.first(), by=amina, at=now)
    with pytest.raises(NotPossibleNow, match="maak nieuwe bekend"):
        actions.carry_out_draw(draw=draw, seed="1", answers=ANSWERS, by=amina, at=now)
    actions.withdraw_draw(draw=draw, reason="Iemand stopte.", by=amina, at=now)
    again = publish(call, amina, now)
    assert Draw.objects.filter(void_at=None).get() == again


def test_quotas_that_nobody_can_meet_say_which_to_relax(call, amina, now):
    quotas = [Quota("function_group", "Logistiek", 2, 3)]
    with pytest.raises(NotPossibleNow) as refused:
        publish(call, amina, now, quotas=quotas)
    assert "Logistiek" in str(refused.value)
    assert "2" in str(refused.value)
    assert "1" in str(refused.value)


def test_a_draw_is_done_once(call, amina, now):
    draw = publish(call, amina, now)
    actions.carry_out_draw(draw=draw, seed="1", answers=ANSWERS, by=amina, at=now)
    with pytest.raises(NotPossibleNow):
        actions.carry_out_draw(draw=draw, seed="2", answers=ANSWERS, by=amina, at=now)


def test_anybody_repeats_the_draw_with_the_two_files(call, amina, now, set_up, signed_in, tmp_path):
    draw = publish(call, amina, now)
    actions.carry_out_draw(draw=draw, seed="7 8 9", answers=ANSWERS, by=amina, at=now)
    draw.refresh_from_db()
    client = signed_in(amina)
    for name in ("kandidaten", "quota"):
        answer = client.get(here(set_up, "download_draw", pk=call.pk, file=name))
        (tmp_path / f"{name}.csv").write_bytes(answer.content)
    words = ["draw", "--pool", tmp_path / "kandidaten.csv", "--quotas", tmp_path / "quota.csv", "--seats", "3"]
    said = subprocess.run(
        [DRAAGVLAK, *map(str, words), "--seed", "7 8 9", "--json"],
        env=without_what_tests_set({**os.environ, "DRAAGVLAK_DIRECTORY": str(tmp_path)}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    found = json.loads(said.stdout)
    assert (found["panel"], found["inputs_sha256"]) == (draw.panel, draw.inputs_sha256)


@pytest.mark.parametrize("dimensions", [{"function_group"}, {"function_group", "shift"}, {"sex", "age_class"}])
def test_the_files_say_the_same_whatever_is_bound_and_whatever_is_not_known(call, amina, now, today, dimensions):
    """Of nobody here the age or the shift is known, and not everything is bound."""
    quotas = [quota for quota in queries.usual_quotas(call, today=today) if quota.category in dimensions]
    quotas += [Quota(category, "night", 0, 3) for category in dimensions - {quota.category for quota in quotas}]
    draw = publish(call, amina, now, quotas=quotas)
    files = queries.files_of(draw)
    asked = fair.read_quotas(files["quota.csv"].encode(), name="quota.csv")
    pool = fair.read_candidates(files["kandidaten.csv"].encode(), asked, name="kandidaten.csv")
    assert fair.lottery(pool, asked, call.seats).print_of_lots == draw.lottery_sha256
    assert fair.inputs_print(pool, asked, call.seats) == draw.inputs_sha256


def test_the_pages_publish_and_draw(call, amina, dirk, today, now, set_up, signed_in):
    client = signed_in(amina)
    page = client.get(here(set_up, "publish_draw", pk=call.pk))
    form = page.context["form"]
    sent = {name: form[name].value() for name in form.fields if name.startswith(("least_", "most_"))}
    sent |= {"source": SOURCE, "on": (today + timedelta(days=1)).isoformat(), "once": "a"}
    address = here(set_up, "publish_draw", pk=call.pk)
    looked = client.post(address, sent)
    assert (looked.status_code, Draw.objects.count()) == (200, 0)
    assert "Zo zijn de kansen" in looked.content.decode()
    seen, once = looked.context["seen"], looked.context["once"]
    moved = client.post(address, {**sent, "seen": "0" * 64, "once": once})
    assert (moved.status_code, Draw.objects.count()) == (409, 0)
    assert client.post(address, {**sent, "seen": seen, "once": once}).status_code == 302
    seen = signed_in(dirk).get(here(set_up, "draw", pk=call.pk)).content.decode()
    assert SOURCE in seen
    assert "P0 Test" not in seen  # names are for who weighs the candidates
    assert "P0 Test" in client.get(here(set_up, "draw", pk=call.pk)).content.decode()
    answer = {"seed": "1 2 3", "to_others": "Niet geloot.", "reason": "Klein.", "once": "b"}
    with time_machine.travel(now + timedelta(days=1), tick=False):
        assert client.post(here(set_up, "carry_out_draw", pk=call.pk), answer).status_code == 302
    assert "Geloot op" in client.get(here(set_up, "draw", pk=call.pk)).content.decode()


def test_chances_that_were_looked_at_are_not_counted_again_to_publish_them(call, amina, now, monkeypatch):
    from draagvlak.planproject.actions import drawing

    quotas, counted = queries.usual_quotas(call, today=now.date()), []
    count = fair.lottery
    monkeypatch.setattr(drawing.fair, "lottery", lambda *words: counted.append(words) or count(*words))
    _pool, looked = actions.counted_chances(call=call, quotas=quotas, today=now.date())
    seed = {"source": SOURCE, "on": now.date() + timedelta(days=1)}
    seen = looked.print_of_lots
    draw = actions.publish_draw(call=call, quotas=quotas, seed=seed, by=amina, at=now, seen=seen)
    assert (draw.lottery_sha256, len(counted)) == (seen, 1)
    # With other limits it is another draw.
    actions.withdraw_draw(draw=draw, reason="Anders.", by=amina, at=now)
    actions.counted_chances(call=call, quotas=quotas[:-1], today=now.date())
    assert len(counted) == 2


def test_who_runs_it_is_asked_to_compose_until_chances_stand_and_then_to_draw(call, amina, koen, now, set_up):
    from draagvlak.desk.queries import tasks_for

    def titles():
        return {task.title for task in tasks_for(koen, set_up, today=now.date())}

    assert titles() & {"Stel de werkgroep samen", "Trek de loten van de werkgroep"} == {"Stel de werkgroep samen"}
    draw = publish(call, amina, now, on=now.date() + timedelta(days=1))
    assert titles() & {"Stel de werkgroep samen", "Trek de loten van de werkgroep"} == {
        "Trek de loten van de werkgroep"
    }
    actions.withdraw_draw(draw=draw, reason="Fout.", by=amina, at=now)
    assert "Stel de werkgroep samen" in titles()


def test_chances_that_stand_are_not_replaced_by_others(call, amina, now, set_up, signed_in):
    draw = publish(call, amina, now, on=now.date() + timedelta(days=1))
    with pytest.raises(NotPossibleNow, match="Trek ze eerst in"):
        publish(call, amina, now)
    assert list(Draw.objects.filter(void_at=None)) == [draw]
    shown = signed_in(amina).get(here(set_up, "draw", pk=call.pk)).content.decode()
    assert here(set_up, "publish_draw", pk=call.pk) not in shown
    actions.withdraw_draw(draw=draw, reason="Een kandidaat stopte.", by=amina, at=now)
    assert publish(call, amina, now).void_at is None


def test_who_would_have_no_chance_at_all_is_named_before_anybody_reads_it(call, amina, today, set_up, signed_in):
    client, address = signed_in(amina), here(set_up, "publish_draw", pk=call.pk)
    form = client.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields if name.startswith(("least_", "most_"))}
    kitchen = next(
        name.removeprefix("most_")
        for name, field in form.fields.items()
        if name.startswith("most_") and "Keuken" in str(field.label)
    )
    sent |= {f"least_{kitchen}": "0", f"most_{kitchen}": "0", "source": SOURCE}
    sent |= {"on": (today + timedelta(days=1)).isoformat()}
    assert "geen enkele kans" in client.post(address, sent).content.decode()
