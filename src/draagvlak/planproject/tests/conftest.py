"""What the tests of the news begin with."""

import pytest

from draagvlak.planproject import actions


@pytest.fixture
def write(amina, now):
    """A draft: write("Titel", audience=[…])."""

    def make(title="Nieuws", *, body="<p>De tekst.</p>", audience=(), is_assignment=False):
        facts = {"title": title, "body": body, "is_assignment": is_assignment}
        return actions.write_announcement(facts=facts, audience=audience, by=amina, at=now)

    return make


@pytest.fixture
def announce(write, amina, now):
    """Something that was made known."""

    def make(title="Nieuws", **words):
        return actions.publish_announcement(announcement=write(title, **words), by=amina, at=now)

    return make


@pytest.fixture
def colleague(employ, organisation, new_account, now):
    """Somebody at work with an account: colleague("An", group="Zorg")."""
    from draagvlak.tenancy.actions import admit

    def make(first, *, group="Zorg", statute="permanent", **facts):
        account = new_account(first, **facts)
        admit(account=account, organisation=organisation, at=now)
        employ(first, group=group, account=account, statute=statute)
        return account

    return make


@pytest.fixture
def group(organisation, employ, amina, koen, bram, now):
    """A working group with Bram and somebody without an account; returns Bram's seat."""
    from draagvlak.planproject.models import GroupSeat

    employ("Oma")
    project = actions.start_project(
        title="Plan", first_year=2027, last_year=2030, assignment="Maak het plan.", by=koen, at=now
    )
    actions.seat_whole_team(project=project, mandate="De groep schrijft.", by=amina, at=now)
    bram.forget()
    return GroupSeat.objects.get(member__account=bram)
