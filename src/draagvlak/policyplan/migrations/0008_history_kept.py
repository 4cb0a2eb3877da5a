"""What stands in the plans today, and in their earlier versions, becomes the first of what is kept."""

from django.db import migrations
from django_scopes import scopes_disabled

WORDS = ("title", "indicator", "baseline", "target", "owner", "question")


def keep(apps, _schema_editor):
    with scopes_disabled():
        revisions = apps.get_model("policyplan", "Revision").objects
        for plan in apps.get_model("policyplan", "Plan").objects.order_by("pk"):
            sections = apps.get_model("policyplan", "Section").objects.filter(version__plan=plan)
            goals = apps.get_model("policyplan", "Goal").objects.filter(version__plan=plan)
            parts = [_of_section(row) for row in sections.select_related("version")]
            parts += [_of_goal(apps, row) for row in goals.select_related("version", "organisation_goal", "mission")]
            model = revisions.model
            made = [model(plan=plan, organisation_id=plan.organisation_id, **words) for words in _chained(parts)]
            revisions.bulk_create(made, batch_size=200)


def _of_section(row):
    return {
        "part": row.key,
        "number": row.revision,
        "body": row.body,
        "by_id": row.edited_by_id,
        "at": row.edited_at or row.version.made_at,
        "in_version": row.version.number,
        "kind": "kept" if row.edited_at else "started",
    }


def _of_goal(apps, row):
    answered = apps.get_model("policyplan", "GoalItem").objects.filter(goal=row).order_by("item__kind", "item_id")
    values = {name: getattr(row, name) for name in WORDS}
    values["organisation_goal"] = row.organisation_goal.title
    values["mission"] = row.mission.title if row.mission else ""
    values["answers"] = list(answered.values_list("item__title", flat=True))
    values["due_on"] = row.due_on.isoformat()
    return {
        "part": f"doel-{row.number}",
        "number": row.revision,
        "body": row.body,
        "values": values,
        "at": row.version.made_at,
        "in_version": row.version.number,
        "kind": "kept",
    }


def _chained(parts):
    """Each once, the newest version deciding where two have the same number; each upon the one before it."""
    newest = {}
    for words in sorted(parts, key=lambda words: words["in_version"]):
        place = words["part"], words["number"]
        # The version in which it was written first: a copy in a later version is the same saving.
        newest[place] = {**words, "in_version": newest.get(place, words)["in_version"]}
    before = {}
    for (part, number), words in sorted(newest.items(), key=lambda pair: pair[0]):
        yield {**words, "base": before.get(part, 0)}
        before[part] = number


class Migration(migrations.Migration):
    dependencies = [("policyplan", "0007_history")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
