"""What the import contracts cannot say. Each check is seen failing on a planted fault."""

import subprocess
import sys
from pathlib import Path

import grimp
import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
WEB_FACE = {"views", "forms", "urls"}
FLOORS = (
    "lib",
    "ui",
    "accounts",
    "tenancy",
    "journal",
    "notices",
    "documents",
    "staff",
    "stakeholders",
    "meetings",
    "decisions",
    "planproject",
    "policyplan",
    "needs",
    "initiatives",
    "desk",
    "installation",
)


def trespasses(graph):
    """Imports of another context's views, forms or addresses."""
    for imported in graph.modules:
        _, context, shelf, *_rest = [*imported.split("."), "", "", ""]
        if context == "ui" or shelf not in WEB_FACE:
            continue
        for importer in graph.find_modules_that_directly_import(imported):
            if importer.split(".")[1] != context:
                yield f"{importer} -> {imported}"


def climbing(relations):
    """Relations that point up the floors, or leave a reverse name on a lower one."""
    for name, here, there, hidden in relations:
        if here not in FLOORS or there not in FLOORS or there == here:
            continue
        if FLOORS.index(there) > FLOORS.index(here):
            yield f"{name} climbs to {there}"
        if not hidden:
            yield f"{name} leaves a reverse name on {there}"


def relations():
    for model in apps.get_models():
        for field in model._meta.get_fields(include_hidden=True):
            if field.is_relation and not field.auto_created and field.related_model is not None:
                hidden = field.remote_field.hidden
                yield (
                    f"{model.__name__}.{field.name}",
                    model._meta.app_label,
                    field.related_model._meta.app_label,
                    hidden,
                )


def test_the_web_face_is_used_only_by_its_own_context():
    assert list(trespasses(grimp.build_graph("draagvlak"))) == []


def test_a_planted_trespass_is_found():
    graph = grimp.build_graph("draagvlak")
    graph.add_import(importer="draagvlak.desk.queries", imported="draagvlak.staff.views")
    assert list(trespasses(graph)) == ["draagvlak.desk.queries -> draagvlak.staff.views"]


def test_every_relation_points_down_and_leaves_no_reverse_name():
    assert list(climbing(relations())) == []


def test_planted_relations_that_climb_or_leave_a_name_are_found():
    planted = [("Team.plan", "staff", "policyplan", True), ("Plan.team", "policyplan", "staff", False)]
    assert list(climbing(planted)) == ["Team.plan climbs to policyplan", "Plan.team leaves a reverse name on staff"]


PLANTED = {
    "an earlier station knows a later one": (
        "staff/queries.py",
        "from draagvlak.planproject import queries as later\n",
    ),
    "a model knows its act": (
        "planproject/models.py",
        "def late():\n    from draagvlak.planproject import actions\n    return actions\n",
    ),
    "rules know the framework": ("decisions/rules.py", "from django.db import models\n"),
    "a stray shelf": ("decisions/helpers.py", "X = 1\n"),
    "a stray context": ("common/__init__.py", "X = 1\n"),
    "siblings meet": ("notices/queries.py", "from draagvlak.journal import queries as sibling\n"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_the_contracts_refuse_a_planted_fault(fault, tmp_path):
    place, line = PLANTED[fault]
    subprocess.run(["cp", "-r", ROOT / "src", ROOT / "pyproject.toml", tmp_path], check=True)
    file = tmp_path / "src" / "draagvlak" / place
    file.parent.mkdir(exist_ok=True)
    file.write_text((file.read_text() if file.exists() else "") + line)
    assert contracts(tmp_path) != 0


def test_the_contracts_hold(tmp_path):
    subprocess.run(["cp", "-r", ROOT / "src", ROOT / "pyproject.toml", tmp_path], check=True)
    assert contracts(tmp_path) == 0


def contracts(place):
    words = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    return subprocess.run(
        words,
        cwd=place,
        env={"PYTHONPATH": str(place / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
    ).returncode
