import pytest

from draagvlak.meetings.tests.conftest import call, held, item  # noqa: F401 -- fixtures of meetings
from draagvlak.notices.actions import queue
from draagvlak.notices.models import Message
from draagvlak.notices.states import MessageKind, MessageState
from draagvlak.policyplan.tests.conftest import (  # noqa: F401 -- fixtures of the plan
    close,
    codecision,
    colleagues,
    nameless,
    opened,
    plan,
    plan_written,
    project,
    project_started,
    regulation,
    remark_on,
    round_facts,
    running,
    vision,
    vision_adopted,
)


@pytest.fixture
def mail(organisation, amina, now):
    """A mail of the organisation that is in the state asked for: mail("unknown")."""

    def make(state=MessageState.WAITING, **facts):
        made = queue(to=amina.email, subject="Ter bespreking", body="Dag Amina", at=now, kind=MessageKind.PAPERS)
        moment = {"sent_at": now} if state == MessageState.SENT else {}
        Message.objects.filter(pk=made.pk).update(state=state, claimed_at=now, tries=1, **moment, **facts)
        made.refresh_from_db()
        return made

    return make
