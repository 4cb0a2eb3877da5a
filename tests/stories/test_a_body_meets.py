"""A body meets, in a real browser with a real mail sink: called together, moved, minuted, and read by a calendar."""

import urllib.error
import urllib.request
from datetime import timedelta

import icalendar
import pytest

from draagvlak.lib import clock
from tests.stories.acts import choose_password, fill, go, sees, send, write
from tests.stories.test_from_staff_list_to_approved_plan import here, invitation

pytestmark = pytest.mark.production
MANAGER = ["--manager-email", "koen@lindehof.example", "--manager-name", "Koen Baert"]


@pytest.fixture
def koen(server, sink, visitor):
    assert server.run("found-organisation", "--slug", "lindehof", "--name", "De Lindehof", *MANAGER).returncode == 0
    page = visitor("Koen")
    choose_password(page, sink.link_for("koen@lindehof.example"))
    return page


def read_feed(address):
    with urllib.request.urlopen(address, timeout=10) as answer:
        return list(icalendar.Calendar.from_ical(answer.read()).walk("VEVENT"))


def test_management_meets(server, sink, koen, visitor):
    now = clock.now()
    convene(koen, now)
    feed = make_feed(koen)
    assert len(read_feed(feed)) == 1
    invite_and_move(koen, sink)
    the_guest_answers(visitor("Leen"), sink)
    koen.reload()
    sees(koen, "misschien")
    server.days_later(4)
    minute(koen)
    revoke(koen, feed)


def convene(koen, now):
    here(koen, "vergaderingen/")
    go(koen.get_by_role("link", name="Roep bijeen Directie"))
    day = (clock.day_of(now) + timedelta(days=3)).isoformat()
    fill(koen, title="Overleg over vorming", day=day, starts="10:00", ends="11:30", place="Bureau", every="once")
    send(koen)
    sees(koen, "De vergadering staat gepland")
    go(koen.get_by_role("link", name="Zet een punt op de agenda").first)
    fill(koen, title="Budget voor vervanging", kind="decision")
    write(koen, "Hoeveel uren zijn er nodig?")
    send(koen)
    sees(koen, "Hoeveel uren zijn er nodig?")


def make_feed(koen):
    place = koen.url
    here(koen, "vergaderingen/mijn-agenda/")
    send(koen)
    address = koen.locator(".hash code").inner_text()
    koen.goto(place)
    return address


def invite_and_move(koen, sink):
    go(koen.get_by_role("link", name="Nodig een gast uit"))
    fill(koen, name="Leen Somers", email="leen@fonds.example")
    send(koen)
    first = sink.calendar_for("leen@fonds.example", 0)
    assert first.get_param("method") == "REQUEST"
    go(koen.get_by_role("link", name="Wijzig dag, uur of plaats"))
    fill(koen, place="Zaal Beuk")
    send(koen)
    moved = sink.calendar_for("leen@fonds.example", 1)
    (event,) = icalendar.Calendar.from_ical(moved.get_content()).walk("VEVENT")
    assert str(event["location"]) == "Zaal Beuk"
    assert event["uid"] == next(iter(icalendar.Calendar.from_ical(first.get_content()).walk("VEVENT")))["uid"]


def the_guest_answers(leen, sink):
    """A secret link of her own, a password, and then one page: this meeting."""
    choose_password(leen, invitation(sink, "leen@fonds.example"))
    invited = next(one for to, _subject, one in sink.mails if to == "leen@fonds.example" and "/als-gast/" in one)
    leen.goto(next(word for word in invited.split() if "/als-gast/" in word))
    sees(leen, "Je bent als gast uitgenodigd door Directie")
    sees(leen, "Budget voor vervanging")
    go(leen.get_by_role("link", name="Zeg of je komt"))
    leen.get_by_label("misschien").check()
    send(leen)
    sees(leen, "je komt misschien")
    assert leen.goto(leen.url.split("/vergaderingen/")[0] + "/vergaderingen/").status == 403


def minute(koen):
    koen.reload()
    go(koen.get_by_role("link", name="Noteer wie er was"))
    koen.get_by_role("group", name="Koen Baert").get_by_label("aanwezig").check()
    send(koen)
    koen.get_by_label("Wat is er besloten?").fill("We voorzien 400 uren.")
    send(koen)
    go(koen.get_by_role("link", name="Voeg een actiepunt toe"))
    koen.locator("select[name=item]").select_option(index=1)
    koen.locator("select[name=who]").select_option(label="Koen Baert")
    fill(koen, what="Zet 400 uren in de begroting")
    send(koen)
    go(koen.get_by_role("link", name="Verstuur het verslag"))
    send(koen)
    sees(koen, "Verstuurd.")
    here(koen)
    go(koen.get_by_role("link", name="Zet 400 uren in de begroting", exact=True))
    send(koen)
    sees(koen, "Afgewerkt.")
    here(koen, "vergaderingen/")
    go(koen.get_by_role("link", name="Overleg over vorming"))
    go(koen.get_by_role("link", name="Keur schriftelijk goed"))
    send(koen)
    sees(koen, "Goedgekeurd. De tekst ligt nu vast.")


def revoke(koen, feed):
    here(koen, "vergaderingen/mijn-agenda/")
    go(koen.get_by_role("link", name="Trek het adres in"))
    go(koen.get_by_role("button", name="Trek in"))
    sees(koen, "Het adres werkt niet meer.")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        read_feed(feed)
