"""What we write, read back by the library that wrote it and by a second one that shares nothing with it."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import vobject
from dateutil.rrule import rrulestr

from draagvlak.lib import ics
from draagvlak.lib.clock import BRUSSELS

KOEN, AN = ics.Party("Koen Baert", "koen@example.org"), ics.Party("An Maes", "an@example.org")
STAMP = datetime(2026, 11, 1, 9, 0, tzinfo=BRUSSELS)


def event(**more):
    starts = more.pop("starts_at", datetime(2026, 12, 1, 14, 0, tzinfo=BRUSSELS))
    words = {"uid": "a-b-c", "sequence": 0, "summary": "Werkgroep", "stamped_at": STAMP}
    return ics.Event(**{**words, "starts_at": starts, "ends_at": starts + timedelta(hours=2), **more})


def request(**more):
    return ics.request(event(**more), organiser=KOEN, attendee=AN)


def first_reader(text):
    return next(iter(icalendar.Calendar.from_ical(text).walk("VEVENT")))


def second_reader(text):
    return next(vobject.readComponents(text)).vevent


def lines(text):
    """The content lines, unfolded as RFC 5545 3.1 says."""
    return text.replace("\r\n ", "").split("\r\n")


def test_an_invitation_says_all_that_a_calendar_needs():
    text = request(location="Zaal 2", link="https://vto.example.be/o/x/vergaderingen/1/")
    calendar = icalendar.Calendar.from_ical(text)
    assert (calendar["method"], calendar["version"]) == ("REQUEST", "2.0")
    read = first_reader(text)
    assert (read["uid"], read["sequence"], read["location"]) == ("a-b-c", 0, "Zaal 2")
    assert read["dtstamp"].dt == STAMP.astimezone(UTC)
    assert (read["organizer"], read["organizer"].params["CN"]) == ("mailto:koen@example.org", "Koen Baert")
    assert read["attendee"] == "mailto:an@example.org"
    assert (read["attendee"].params["RSVP"], read["attendee"].params["PARTSTAT"]) == ("TRUE", "NEEDS-ACTION")
    assert read["url"] == "https://vto.example.be/o/x/vergaderingen/1/"


def test_the_second_reader_reads_the_same():
    read = second_reader(request(location="Zaal 2"))
    assert (read.uid.value, read.sequence.value, read.summary.value) == ("a-b-c", "0", "Werkgroep")
    assert read.dtstart.value.astimezone(UTC) == datetime(2026, 12, 1, 13, 0, tzinfo=UTC)
    assert read.dtend.value.astimezone(UTC) == datetime(2026, 12, 1, 15, 0, tzinfo=UTC)
    assert (read.attendee.value, read.attendee.params["CN"]) == ("mailto:an@example.org", ["An Maes"])


def test_a_cancellation_names_the_same_meeting_and_says_that_it_is_off():
    text = ics.cancel(event(sequence=2), organiser=KOEN, attendee=AN)
    read = first_reader(text)
    assert "METHOD:CANCEL" in lines(text)
    assert (read["uid"], read["sequence"], read["status"]) == ("a-b-c", 2, "CANCELLED")
    assert second_reader(text).status.value == "CANCELLED"


def test_the_organisers_own_copy_invites_nobody():
    text = ics.publish(event(), organiser=KOEN)
    assert "METHOD:PUBLISH" in lines(text)
    assert "attendee" not in first_reader(text)


NIGHTS = {
    "the evening before summer time": datetime(2027, 3, 27, 20, 0, tzinfo=BRUSSELS),
    "the morning summer time begins": datetime(2027, 3, 28, 4, 0, tzinfo=BRUSSELS),
    "just before the clock goes forward": datetime(2027, 3, 28, 1, 30, tzinfo=BRUSSELS),
    "just after the clock went forward": datetime(2027, 3, 28, 3, 0, tzinfo=BRUSSELS),
    "the evening before winter time": datetime(2027, 10, 30, 20, 0, tzinfo=BRUSSELS),
    "the morning winter time begins": datetime(2027, 10, 31, 9, 0, tzinfo=BRUSSELS),
    "just before the clock goes back": datetime(2027, 10, 31, 1, 59, tzinfo=BRUSSELS),
    "just after the clock went back": datetime(2027, 10, 31, 3, 0, tzinfo=BRUSSELS),
    "across the clock": datetime(2027, 10, 31, 1, 0, tzinfo=BRUSSELS),
}


@pytest.mark.parametrize("night", NIGHTS)
def test_the_hour_is_right_on_the_nights_when_the_clock_changes(night):
    """The second reader knows Brussels only from the VTIMEZONE in the file."""
    starts = NIGHTS[night]
    ends = (starts.astimezone(UTC) + timedelta(hours=4)).astimezone(BRUSSELS)
    text = ics.request(event(starts_at=starts, ends_at=ends), organiser=KOEN, attendee=AN)
    assert first_reader(text)["dtstart"].dt.astimezone(UTC) == starts.astimezone(UTC)
    read = second_reader(text)
    assert read.dtstart.value.astimezone(UTC) == starts.astimezone(UTC)
    assert read.dtend.value.astimezone(UTC) == ends.astimezone(UTC)


def onsets_of(text, *, years):
    """(moment, offset from then on) of every change, from the rules in the VTIMEZONE as RFC 5545 3.6.5 tells."""
    zone = next(iter(icalendar.Calendar.from_ical(text).walk("VTIMEZONE")))
    ends = [datetime(years[0], 1, 1), datetime(years[1], 12, 31)]  # noqa: DTZ001 -- local, as the rule is
    found = []
    for part in zone.subcomponents:
        rule = rrulestr(part["rrule"].to_ical().decode(), dtstart=part["dtstart"].dt)
        before, after = part["tzoffsetfrom"].td, part["tzoffsetto"].td
        found += [((local - before).replace(tzinfo=UTC), after) for local in rule.between(*ends)]
    return sorted(found)


def test_the_rule_of_brussels_is_still_what_the_time_zone_database_says():
    """Should the Union stop changing the clock, this fails and the rule must be told anew."""
    onsets = onsets_of(request(), years=(2025, 2036))
    moment, ends = datetime(2026, 1, 1, 0, 30, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
    wrong = []
    while moment < ends:
        offset = [after for since, after in onsets if since <= moment][-1]
        if offset != moment.astimezone(BRUSSELS).utcoffset():
            wrong.append(moment)
        moment += timedelta(hours=1)
    assert (len(onsets), wrong) == (24, [])


HARD = "Zaal 1, blok B; “Linde” \\ derde\nTweede regel 🙂 Ayşe’s"


def test_commas_semicolons_line_ends_and_emoji_come_through():
    text = request(summary=HARD, location=HARD, description=HARD)
    read, second = first_reader(text), second_reader(text)
    assert [str(read[field]) for field in ("summary", "location", "description")] == [HARD] * 3
    assert [second.summary.value, second.location.value, second.description.value] == [HARD] * 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"])
def test_a_title_cannot_put_a_line_of_its_own_in_the_file(end):
    evil = f"Overleg{end}ATTENDEE:mailto:boef@example.org{end}END:VEVENT"
    party = ics.Party(f'An" ;X=1{end}ATTENDEE:mailto:boef@example.org', f"an@example.org{end}ATTENDEE:mailto:b@x.be")
    text = ics.request(
        event(summary=evil, location=evil, link=f"https://x.be/{end}A:b"), organiser=KOEN, attendee=party
    )
    names = [line.split(":")[0].split(";")[0] for line in lines(text) if line]
    assert names.count("ATTENDEE") == 1
    assert names.count("END") == names.count("BEGIN")
    assert set(names) <= {
        "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "TZID", "DTSTART", "RRULE", "TZNAME", "TZOFFSETFROM",
        "TZOFFSETTO", "UID", "SEQUENCE", "DTSTAMP", "DTEND", "SUMMARY", "LOCATION", "URL", "STATUS", "ORGANIZER", "ATTENDEE",
    }  # fmt: skip
    assert len(vobject.readOne(text).vevent.contents["attendee"]) == 1


def test_signs_that_may_not_stand_in_a_calendar_are_left_out():
    assert str(first_reader(request(summary="a\x00b\x07c\x7fd"))["summary"]) == "abcd"


def test_no_line_is_longer_than_75_bytes_and_no_letter_is_cut():
    raw = request(summary="Überlänge 🙂 " * 30).encode()
    assert raw.endswith(b"\r\n")
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_a_series_is_read_as_its_dates_by_both():
    starts = datetime(2027, 1, 12, 20, 0, tzinfo=BRUSSELS)
    text = request(starts_at=starts, repeats=(("freq", "MONTHLY"), ("byday", "2TU"), ("count", 12)))
    assert first_reader(text)["rrule"].to_ical() == b"FREQ=MONTHLY;COUNT=12;BYDAY=2TU"
    dates = list(second_reader(text).rruleset)
    assert len(dates) == 12
    assert {(one.hour, one.weekday()) for one in dates} == {(20, 1)}


def test_one_meeting_of_a_series_is_named_by_the_moment_it_had():
    was = datetime(2027, 2, 9, 20, 0, tzinfo=BRUSSELS)
    text = request(starts_at=datetime(2027, 2, 10, 19, 0, tzinfo=BRUSSELS), instance_of=was, sequence=1)
    assert "RECURRENCE-ID;TZID=Europe/Brussels:20270209T200000" in lines(text)
    assert first_reader(text)["recurrence-id"].dt == was


def test_a_feed_of_nothing_is_a_calendar_too():
    read = icalendar.Calendar.from_ical(ics.feed([], name="Mijn vergaderingen"))
    assert (read["x-wr-calname"], "method" in read, list(read.walk("VEVENT"))) == ("Mijn vergaderingen", False, [])


def test_a_feed_shows_what_is_off_as_off():
    text = ics.feed([event(), event(uid="d", is_cancelled=True)], name="x")
    assert [one["status"] for one in icalendar.Calendar.from_ical(text).walk("VEVENT")] == ["CONFIRMED", "CANCELLED"]
    assert [one.status.value for one in next(vobject.readComponents(text)).vevent_list] == ["CONFIRMED", "CANCELLED"]


def test_a_day_to_mind_is_a_whole_day_that_leaves_the_hours_free():
    day = ics.WholeDay(
        uid="a",
        sequence=2,
        on=date(2027, 3, 28),
        summary="Laatste dag; nu\nniet",
        stamped_at=datetime(2026, 11, 26, tzinfo=UTC),
    )
    text = ics.feed([day], name="x")
    (found,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert (found["dtstart"].dt, found["dtend"].dt) == (date(2027, 3, 28), date(2027, 3, 29))
    assert (str(found["transp"]), int(found["sequence"])) == ("TRANSPARENT", 2)
    assert "DTSTART;VALUE=DATE:20270328" in text
