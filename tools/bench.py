"""What things cost, beside the floor of the same machine in the same run: ./dev bench [--staff 128,1200,5000].

Not a test: nothing fails on a slow machine. Pages are asked in this process through the whole middleware; times are processor
time of the server, the median of nine. The floor is a bare Django page that lists 50 rows of the same database for somebody
signed in, behind the middleware that a new Django project has, because every page of ours knows who asks.
"""

import argparse
import csv
import io
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import timedelta
from functools import cache
from pathlib import Path

from bench_plan import long_plan

ROOT = Path(__file__).resolve().parent.parent
DRAAGVLAK = Path(sys.executable).parent / "draagvlak"
ROUNDS = 9


def line(*cells):
    sys.stdout.write(f"{cells[0]:<38}" + "".join(f"{cell:>14}" for cell in cells[1:]) + "\n")
    sys.stdout.flush()


def demo_times():
    with tempfile.TemporaryDirectory(prefix="bench ") as place:
        env = {**os.environ, "DRAAGVLAK_DIRECTORY": place}
        env.pop("DATABASE_URL", None)
        start = time.perf_counter()
        subprocess.run([DRAAGVLAK, "demo", "--no-serve"], env=env, check=True, stdout=subprocess.DEVNULL)
        line("founding the demo (SQLite)", f"{time.perf_counter() - start:.1f} s")
        start = time.perf_counter()
        server = subprocess.Popen([DRAAGVLAK, "demo", "--port", "8099"], env=env, stdout=subprocess.DEVNULL)
        try:
            while True:
                try:
                    urllib.request.urlopen("http://127.0.0.1:8099/healthz", timeout=1)
                    break
                except OSError:
                    time.sleep(0.05)
            line("start of the demo, second time", f"{time.perf_counter() - start:.1f} s")
        finally:
            server.terminate()
            server.wait()


def staff_list(count):
    from draagvlak.installation.demo.people import Job, Staff, payroll
    from draagvlak.lib import clock

    groups = ("Zorg", "Verpleging", "Keuken en schoonmaak", "Logistiek en techniek", "Administratie")
    jobs = tuple(
        Job(count // 5 + (count % 5 if n == 0 else 0), f"Functie {n}", name, tuple(f"Team {n}{m}" for m in range(8)))
        for n, name in enumerate(groups)
    )
    # Names would run out; a number makes each one new.
    content = payroll(Staff("B", "Bench", jobs[:1], 0.8, 0.3, 0.6, 7), (), today=clock.today()) if count < 200 else None
    if content is not None:
        return payroll(Staff("B", "Bench", jobs, 0.8, 0.3, 0.6, 7), (), today=clock.today())
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(
        [
            "Personeelsnr.",
            "Naam",
            "Voornaam",
            "M/V",
            "Geboortedatum",
            "Functie",
            "Functiegroep",
            "Dienst",
            "Vestiging",
            "Contract",
            "Breuk",
            "In dienst",
            "Uit dienst",
        ]
    )
    for n in range(count):
        writer.writerow(
            [
                f"B{n:05}",
                f"Achternaam{n}",
                f"Voornaam{n % 700}",
                "VM"[n % 5 == 0],
                f"{1 + n % 28:02}/{1 + n % 12:02}/{1962 + n % 42}",
                f"Functie {n % 20}",
                groups[n % 5],
                f"Team {n % 60}",
                f"Huis {n % 4}",
                "vast",
                "0,8",
                f"01/{1 + n % 12:02}/{2006 + n % 19}",
                "",
            ]
        )
    return out.getvalue().encode()


def cpu(call):
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


TABLE = """<p>{{ request.user.email }}</p><table>{% for one in people %}<tr><td>{{ one.personnel_number }}</td>
<td>{{ one.last_name }}</td><td>{{ one.first_name }}</td><td>{{ one.birth_date }}</td></tr>{% endfor %}</table>"""


def bare(request):
    """What a newcomer to Django writes first: fifty rows of a model in a table, under the name of who is signed in."""
    from django.http import HttpResponse
    from django_scopes import scopes_disabled

    from draagvlak.staff.models import StaffMember

    with scopes_disabled():
        people = list(StaffMember.objects.order_by("last_name")[:50])
    return HttpResponse(template_of_the_table().render({"people": people}, request))


@cache
def template_of_the_table():
    from django.template import engines

    return engines["django"].from_string(TABLE)


urlpatterns = []


STARTPROJECT = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


def floor():
    from django.test import Client, override_settings
    from django.urls import path

    from draagvlak.accounts.models import Account

    urlpatterns[:] = [path("", bare)]
    sys.modules.setdefault("bench_urls", sys.modules[__name__])
    account = Account.objects.first()
    with override_settings(ROOT_URLCONF="bench_urls", MIDDLEWARE=STARTPROJECT):
        client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_ENCODING="gzip")
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        client.get("/")
        return cpu(lambda: client.get("/"))


def beside_floor(name, call, *more):
    """A line for what a page costs, beside a floor of the same moments: on a machine that others use too, an earlier floor says little."""
    before, spent, after = floor(), cpu(call), floor()
    line(f"  {name}", f"{spent:.1f} ms", f"{spent / ((before + after) / 2):.1f} x floor", *more)


def found(count):
    from django_scopes import scope

    from draagvlak.accounts.models import Account
    from draagvlak.lib import clock
    from draagvlak.planproject import actions as project
    from draagvlak.planproject.models import Call
    from draagvlak.staff.actions import carry_out, try_list
    from draagvlak.staff.models import StaffMember
    from draagvlak.stakeholders import actions as roles

    at = clock.now()
    manager = Account.objects.create_user(f"m{count}@bench.example", name=f"Manager {count}")
    here = roles.found_organisation(slug=f"bench{count}", name=f"Bench {count}", manager=manager, at=at)
    content = staff_list(count)
    with scope(organisation=here):
        start = time.perf_counter()
        trial = try_list(
            content=content,
            facts={"name": "bench.csv", "sheet": "", "as_of": clock.today()},
            mapping=None,
            by=manager,
            at=at,
        )
        middle = time.perf_counter()
        carry_out(staff_import=trial, by=manager, at=at)
        end = time.perf_counter()
        running = project.start_project(
            title="Plan", first_year=2027, last_year=2030, assignment="x", by=manager, at=at
        )
        day = clock.today()
        facts = {"title": "Oproep", "task": "x", "seats": 9, "opens_on": day, "closes_on": day, "answer_by": day}
        call = project.open_call(project=running, facts=facts, by=manager, at=at)
        for member in StaffMember.objects.all()[:60]:
            project.submit_candidacy(call=call, member=member, answers={"motivation": "Ik wil."}, by=manager, at=at)
        divide_tasks(manager, at)
        Call.objects.update(
            opens_on=day.fromordinal(day.toordinal() - 9), closes_on=day.fromordinal(day.toordinal() - 1)
        )
        call.refresh_from_db()
        publish_chances(call, manager, at)
    return here, manager, call, content, (middle - start, end - middle)


def publish_chances(call, manager, at):
    from draagvlak.lib import clock
    from draagvlak.planproject.actions import publish_draw
    from draagvlak.planproject.queries import usual_quotas

    start = time.perf_counter()
    seed = {"source": "de lottogetallen van zaterdag", "on": clock.today() + timedelta(days=1)}
    quotas = usual_quotas(call, today=clock.today())
    publish_draw(call=call, quotas=quotas, seed=seed, by=manager, at=at)
    line("publishing the chances of 60 for 9", f"{time.perf_counter() - start:.2f} s")


def divide_tasks(manager, at):
    """Every body, every role with somebody in it, and the whole catalogue of tasks switched on."""
    from draagvlak.lib import clock
    from draagvlak.stakeholders import actions as roles
    from draagvlak.stakeholders.figures import CATALOGUE
    from draagvlak.stakeholders.models import Responsibility, RoleAssignment
    from draagvlak.stakeholders.states import BodyKind, RoleKind, Size

    day = clock.today()

    def holder(name):
        return roles.person(email=f"{name}.{manager.email}", name=name.title())

    for kind in (BodyKind.BOARD, BodyKind.WORKS_COUNCIL, BodyKind.UNION_DELEGATION):
        body = roles.install_body(kind=kind, name=str(kind.label), starts_on=day, by=manager, at=at)
        for number in range(4):
            who = holder(f"{kind.value}{number}")
            roles.seat(body=body, holder=who, function="member", starts_on=day, by=manager, at=at)
    means = {"starts_on": day, "half_days_per_week": "4", "mandate": "Bewaakt het geheel."}
    roles.appoint_coordinator(holder=holder("coordinator"), facts=means, by=manager, at=at)
    for number in range(6):
        for kind in (RoleKind.LINE_MANAGER, RoleKind.HR_OFFICER):
            who = holder(f"{kind.value}{number}")
            roles.assign_role(kind=kind, holder=who, starts_on=day, by=manager, at=at)
    roles.start_matrix(size=Size.LARGE, by=manager, at=at)
    for off in Responsibility.objects.filter(is_on=False):
        letters = {}
        for one in RoleAssignment.objects.filter(responsibility=off):
            letters[one.role_id] = letters.get(one.role_id, "") + one.letter
        roles.set_line(line=off, facts={"is_on": True}, letters=letters, version=off.version, by=manager, at=at)
    assert Responsibility.objects.filter(is_on=True).count() == len(CATALOGUE)


def pages(count):
    from django.core.cache import cache
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    here, manager, call, content, (trial, carried) = found(count)
    start = time.perf_counter()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    reader = time.perf_counter() - start
    line(f"reading {len(rows) - 1} people: bare reader", f"{reader * 1000:.0f} ms")
    line("  trial, then carrying out", f"{trial:.2f} s", f"{carried:.2f} s")
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_ENCODING="gzip")
    client.force_login(manager, backend="allauth.account.auth_backends.AuthenticationBackend")
    root = f"/o/{here.slug}/"
    beside_floor("my tasks, first time after an act", lambda: (cache.clear(), client.get(root)))
    for name, path in (
        ("my tasks", root),
        ("people, 50 of them", f"{root}mensen/"),
        ("who does what", f"{root}wie-doet-wat/"),
        ("tasks, all switched on", f"{root}wie-doet-wat/taken/"),
        ("tasks, per role", f"{root}wie-doet-wat/taken/?per=rol"),
        ("project", f"{root}werkgroep/"),
        ("call, 60 candidates", f"{root}werkgroep/oproep/{call.pk}/"),
        ("composing, 60 candidates", f"{root}werkgroep/oproep/{call.pk}/samenstellen/"),
        ("limits of a draw, 60 candidates", f"{root}werkgroep/oproep/{call.pk}/loting/kansen/"),
        ("chances of a draw, 60 candidates", f"{root}werkgroep/oproep/{call.pk}/loting/"),
        ("framework", f"{root}beleidsplan/kader/"),
        ("vision", f"{root}beleidsplan/visie/"),
        ("journal", f"{root}logboek/"),
    ):
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(path)
            statements = len(captured)
        assert answer.status_code == 200, path
        beside_floor(name, lambda path=path: client.get(path), f"{statements} statements")


def documents():
    from django_scopes import scope

    from draagvlak.installation.demo.founding import found_all
    from draagvlak.lib import clock
    from draagvlak.policyplan import exports, queries
    from draagvlak.tenancy.models import Organisation

    found_all(today=clock.today())
    with scope(organisation=Organisation.objects.get(slug="lindehof")):
        version = queries.version_in_force(queries.current_plan())
        for name, make in (("the plan as PDF", exports.pdf), ("the plan as DOCX", exports.docx)):
            make(version)
            start = time.perf_counter()
            content = make(version)
            line(name, f"{time.perf_counter() - start:.2f} s", f"{len(content) // 1024} kB")


RECORDS = 10_000
PAGES, WORDS_ON_A_PAGE = 200, 380


def chain():
    """A dossier with many remarks, checked by the program as a union's own expert runs it: alone, without the product."""
    from draagvlak.lib import verify

    text = "Plan"
    document = {"title": text, "text": text, "sha256": verify.text_seal(text)}
    content, before, records = {"document": document, "parts": []}, verify.START, []
    for number in range(1, RECORDS + 1):
        record = {
            "number": number,
            "previous": before,
            "act": "remark" if records else "open",
            "at": "2027-03-01T10:00:00+01:00",
            "by": {"name": "Dirk", "email": "dirk@bench.example"},
            "content": content,
        }
        before = verify.seal_of(record)
        records.append({**record, "seal": before})
        content = {"text": f"Vraag {number}: " + "waarom dit, en niet dat? " * 8, "document_sha256": document["sha256"]}
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "dossier.json"
        exported = {"format": verify.FORMAT, "records": records, "head": before}
        file.write_text(json.dumps(exported, ensure_ascii=False, indent=1), encoding="utf-8")
        times = []
        for _ in range(3):
            start = time.perf_counter()
            words = [sys.executable, "-I", verify.__file__, file, "--receipt", f"{RECORDS}:{before}"]
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - start)
        line(
            f"verifying {RECORDS:,} records, offline",
            f"{statistics.median(times):.2f} s",
            f"{file.stat().st_size // 1024} kB",
        )


def comparison():
    """Two versions of a plan of 200 pages, with one word in fifty changed, and with every word another."""
    from draagvlak.documents.models import FrozenText
    from draagvlak.policyplan import queries
    from draagvlak.policyplan.models import Version

    chance = random.Random(7)  # noqa: S311 -- words to measure with
    known = [f"woord{n}" for n in range(900)]
    often = [1 / (n + 1) for n in range(900)]

    def page():
        rows = [chance.choices(known, often, k=WORDS_ON_A_PAGE // 4) for _ in range(4)]
        return "".join(f"<p>{' '.join(row)}.</p>" for row in rows)

    def version(parts):
        sections = [{"key": str(n), "title": f"Deel {n}", "body": body} for n, body in enumerate(parts)]
        text = queries.canonical_text({"sections": sections, "vision": [], "goals": [], "framework": []})
        return Version(document=FrozenText(text=text))

    parts = ["".join(page() for _ in range(PAGES // 10)) for _ in range(10)]
    edited = [
        " ".join(chance.choices(known)[0] if chance.random() < 1 / 50 and "<" not in word else word for word in words)
        for words in (part.split(" ") for part in parts)
    ]
    others = ["".join(page() for _ in range(PAGES // 10)) for _ in range(10)]
    older = version(parts)
    for name, changed in (("1 word in 50 other", edited), ("all words other", others)):
        newer = version(changed)
        start = time.process_time()
        queries.differences(older, newer)
        line(f"comparing {PAGES} pages, {name}", f"{time.process_time() - start:.2f} s")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--staff", default="128,1200,5000")
    parser.add_argument("--only-pages", action="store_true", help="do not time the start of the demo")
    options = parser.parse_args()
    if not options.only_pages:
        demo_times()
    with tempfile.TemporaryDirectory() as place:
        os.environ.update(DRAAGVLAK_DIRECTORY=place, DJANGO_SETTINGS_MODULE="draagvlak.installation.settings")
        os.environ["DATABASE_URL"] = os.environ["DRAAGVLAK_BENCH_POSTGRES"]
        import django
        from django.core.management import call_command

        django.setup()
        from draagvlak.installation.asgi import settle

        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        documents()
        chain()
        comparison()
        long_plan(line)
        settle()
        line("floor: a bare page with 50 rows", f"{floor():.1f} ms", "1.0 x floor", "3 statements")
        for count in map(int, options.staff.split(",")):
            pages(count)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
