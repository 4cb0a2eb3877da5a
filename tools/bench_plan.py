"""What a plan of 200 pages with 500 remarks costs: a part of ./dev bench. Times are processor time of the server, through the
whole middleware; the demo's De Lindehof is the house in which it is written."""

import random
import statistics
import time
from itertools import count

PAGES, WORDS_ON_A_PAGE, REMARKS = 200, 380, 500
ROOT = "/o/lindehof/beleidsplan/"
ROUNDS = 5


def long_text(chance, pages):
    known = [f"woord{n}" for n in range(900)]
    often = [1 / (n + 1) for n in range(900)]
    rows = [chance.choices(known, often, k=WORDS_ON_A_PAGE // 4) for _ in range(pages * 4)]
    return "".join(f"<p>{' '.join(row)}.</p>" for row in rows)


def write_plan(plan, amina, at):
    from draagvlak.policyplan import actions, queries
    from draagvlak.policyplan.models import Section
    from draagvlak.policyplan.states import SectionKey

    chance = random.Random(7)  # noqa: S311 -- words to measure with
    share = PAGES // len(SectionKey) + 1
    for key in SectionKey:
        stands = Section.objects.get(version=queries.version_to_show(plan), key=key)
        words = {"plan": plan, "key": key, "body": long_text(chance, share), "revision": stands.revision}
        actions.write_section(**words, by=amina, at=at)


def say_much(plan, amina, bram, at):
    from draagvlak.lib import clock
    from draagvlak.policyplan import actions

    day = clock.day_of(at)
    facts = {"title": "Bench", "question": "x", "starts_on": day, "ends_on": day, "is_named": True}
    held, _told = actions.open_consultation(subject=plan, facts=facts, asked=[], by=amina, at=at, root="")
    for number in range(REMARKS):
        words = {"passage": f"why-{number % 100 + 1}", "kind": "proposal", "text": f"Dit mis ik, nummer {number}."}
        actions.say(consultation=held, facts=words, by=bram, at=at)
    return held


def median_cpu(call):
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def long_plan(line):
    from django.test import Client
    from django_scopes import scope

    from draagvlak.accounts.models import Account
    from draagvlak.lib import clock
    from draagvlak.policyplan import queries
    from draagvlak.tenancy.models import Organisation

    at = clock.now()
    amina, bram = (Account.objects.get(email=f"{name}@lindehof.example") for name in ("amina", "bram"))
    with scope(organisation=Organisation.objects.get(slug="lindehof")):
        plan = queries.current_plan()
        write_plan(plan, amina, at)
        held = say_much(plan, amina, bram, at)
        last = queries.version_to_show(plan).number
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_ENCODING="gzip")
    client.force_login(amina, backend="allauth.account.auth_backends.AuthenticationBackend")
    line(f"a plan of {PAGES} pages, {REMARKS} remarks")
    for name, path in (
        ("opening the plan", ROOT),
        ("opening a part to write", f"{ROOT}deel/why/"),
        ("its history", f"{ROOT}deel/why/geschiedenis/"),
        ("comparing it with the version before", f"{ROOT}versie/{last - 1}/naast/{last}/"),
        ("all remarks", f"{ROOT}raadplegingen/{held.pk}/opmerkingen/"),
    ):
        answer = client.get(path)
        assert answer.status_code == 200, path
        line(
            f"  {name}", f"{median_cpu(lambda path=path: client.get(path)):.0f} ms", f"{len(answer.content) // 1024} kB"
        )
    saving(client, plan, line)


def saving(client, plan, line):
    """The first saves in peace, the second upon what he saw before that: both are brought together."""
    from django_scopes import scope

    from draagvlak.policyplan.models import Section

    place, turn = f"{ROOT}deel/why/", count()

    def section():
        with scope(organisation=plan.organisation):
            return Section.objects.filter(version__plan=plan, key="why").latest("revision")

    def save():
        stands = section()
        body = stands.body.replace("<p>", f"<p>{next(turn)} ", 1)
        assert client.post(place, {"body": body, "version": stands.revision}).status_code == 302

    def save_together():
        seen = section()
        save()
        body = seen.body[:-5] + f" {next(turn)}</p>"
        start = time.process_time()
        assert client.post(place, {"body": body, "version": seen.revision}).status_code == 302
        return (time.process_time() - start) * 1000

    line("  saving a part", f"{median_cpu(save):.0f} ms")
    line("  saving it together with another's", f"{statistics.median(save_together() for _ in range(ROUNDS)):.0f} ms")
