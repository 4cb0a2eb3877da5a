"""The plan of De Lindehof is written: its parts by several people, then its goals."""

from draagvlak.installation.demo import history, texts
from draagvlak.installation.demo.steps import Calendar, Cast
from draagvlak.planproject.models import Project
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan.models import FrameworkItem, OrganisationGoal, Plan
from draagvlak.policyplan.states import Bearing, ItemKind, SectionKey


def write(calendar: Calendar, cast: Cast, running: Project) -> Plan:
    written = plan.start_plan(project=running, title=running.title, by=cast["Amina"], at=calendar.at(105))
    writers = [cast[first] for first in ("Amina", "Bram", "Carine", "Sofie", "Amina", "Tom")]
    for turn, key in enumerate(SectionKey):
        plan.write_section(
            plan=written, key=key, body=texts.SECTIONS[key], revision=1, by=writers[turn], at=calendar.at(100 - turn)
        )
    missions = {item.title: item for item in FrameworkItem.objects.filter(kind=ItemKind.MISSION)}
    duties = list(FrameworkItem.objects.filter(bearing=Bearing.OBLIGATION).order_by("pk"))
    for turn, (title, rests_on, body, indicator, baseline, target, owner) in enumerate(texts.GOALS):
        facts = {
            "title": title,
            "question": texts.QUESTIONS[turn],
            "body": f"<p>{body}</p>",
            "organisation_goal": OrganisationGoal.objects.get(title=rests_on),
            "mission": list(missions.values())[turn % len(missions)],
            "indicator": indicator,
            "baseline": baseline,
            "target": target,
            "due_on": calendar.today.replace(year=running.last_year - 1, month=12, day=31),
            "owner": owner,
        }
        plan.set_goal(plan=written, facts=facts, items=duties[turn::6], by=cast["Amina"], at=calendar.at(94))
    history.lindehof(calendar, cast, written)
    return written
