"""Rules about the code that nobody has to remember."""

import ast
import re
from pathlib import Path

from django.apps import apps
from django.template import engines
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver

from draagvlak.decisions.wording import ACTS_OF_VOICES
from draagvlak.journal.wording import ACTS
from draagvlak.lib.rights import table
from draagvlak.tenancy.models import OrganisationOwned

SOURCE = Path(__file__).resolve().parents[2] / "src" / "draagvlak"
CONTEXTS = (
    "staff",
    "stakeholders",
    "meetings",
    "decisions",
    "planproject",
    "policyplan",
    "needs",
    "initiatives",
    "desk",
)
# Tables that belong to no single organisation, each with its reason.
SHARED = {
    "Account": "a person may belong to several organisations",
    "SignInFailure": "counted before anybody is known",
    "Organisation": "is the scope itself",
    "Membership": "says who may open the scope",
    "Record": "scoped by its own manager; acts on an account have no organisation",
    "Head": "one per organisation, asked by the page around every page",
    "Message": "mail about an account has no organisation",
    "CalendarFeed": "a person's own, over all organisations",
    "SentForm": "the floor below knows no organisations",
}


def action_files():
    for context in CONTEXTS:
        single, package = SOURCE / context / "actions.py", SOURCE / context / "actions"
        yield from [single] if single.exists() else package.glob("*.py")


def test_every_model_is_scoped_or_on_the_list():
    ours = [model for model in apps.get_models() if model.__module__.startswith("draagvlak.")]
    unscoped = {model.__name__ for model in ours if not issubclass(model, OrganisationOwned)}
    assert unscoped == set(SHARED)


def test_every_act_that_is_recorded_has_words_and_every_word_is_used():
    recorded = set()
    for path in SOURCE.rglob("*.py"):
        if "tests" not in path.parts:
            recorded |= set(re.findall(r'record\(\s*"([a-z_.]+)"', path.read_text(encoding="utf-8")))
    # What a body says is recorded under the verb that belongs to its strength.
    recorded |= set(ACTS_OF_VOICES.values())
    assert {act for act in ACTS if not act.startswith("accounts.")} == {
        act for act in recorded if not act.startswith("accounts.")
    }


def writes(function):
    """Whether a function saves, creates or removes rows itself."""
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"save", "create", "bulk_create", "delete"}
        for node in ast.walk(function)
    )


def test_every_public_act_is_atomic_or_leaves_the_transaction_to_its_caller():
    loose = []
    for path in action_files():
        if path.name == "store.py":
            continue
        for function in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(function, ast.FunctionDef) or function.name.startswith("_") or not writes(function):
                continue
            names = {ast.unparse(decorator) for decorator in function.decorator_list}
            records = any(
                isinstance(node, ast.Call) and ast.unparse(node.func) == "record" for node in ast.walk(function)
            )
            if records and "transaction.atomic" not in names:
                loose.append(function.name)
    # These are called only by acts that hold the transaction.
    assert sorted(loose) == ["install_body", "settle", "vacate_seats_of"]


def doors(resolver=None, prefix=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from doors(pattern, prefix + str(pattern.pattern))
        elif isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern), pattern


def test_every_door_in_an_organisation_asks_a_right_that_has_a_line():
    rights = table()
    for address, pattern in doors():
        if address.startswith("o/"):
            view = getattr(pattern.callback, "view_class", None)
            assert view is not None, address
            assert view.right in rights, f"{address}: {view.right}"


def test_every_line_of_the_table_of_rights_is_asked_somewhere():
    asked = set()
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name != "permissions.py" and "tests" not in path.parts:
            asked |= set(re.findall(r'"([a-z]+\.[a-z_]+)"', text))
    assert set(table()) - asked == set()


def test_every_template_is_used_and_loads():
    text = "".join(
        path.read_text(encoding="utf-8")
        for path in [*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *SOURCE.rglob("*.jinja")]
        if "tests" not in path.parts
    )
    for path in SOURCE.rglob("templates/**/*.jinja"):
        name = str(path).split("/templates/")[1]
        engines["jinja2"].get_template(name)
        assert f'"{name}"' in text, name
    for path in SOURCE.rglob("templates/**/*.html"):
        name = str(path).split("/templates/")[1]
        get_template(name)
        belongs_to_library = name.split("/")[0] in {"account", "mfa", "usersessions", "socialaccount", "allauth"}
        assert belongs_to_library or f'"{name}"' in text or name.startswith("ui/forms/"), name


def test_no_template_has_a_script_or_style_of_its_own():
    for path in [*SOURCE.rglob("templates/**/*.html"), *SOURCE.rglob("templates/**/*.jinja")]:
        if "/print/" in str(path):
            continue
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|<script(?![^>]*\bsrc=)(?![^>]*application/json)|\son\w+=", text), path


def test_blocktranslate_is_always_trimmed():
    for path in SOURCE.rglob("templates/**/*.html"):
        for tag in re.findall(r"{% blocktranslate[^%]*%}", path.read_text(encoding="utf-8")):
            assert "trimmed" in tag, f"{path.name}: {tag}"


def test_nothing_committed_names_an_address_outside():
    for path in [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.jinja"), *SOURCE.rglob("*.css"), *SOURCE.rglob("*.js")]:
        if "tests" not in path.parts:
            text = re.sub(r'xmlns="http://www.w3.org[^"]*"', "", path.read_text(encoding="utf-8"))
            assert not re.search(r"https?://(?!127\.0\.0\.1|localhost)", text), path
