"""The law as dated data: the file is whole, periods do not collide, and Belgian deadlines fall on the right day."""

import dataclasses
import tomllib
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagvlak.lib import law
from draagvlak.lib.clock import BRUSSELS, day_of
from draagvlak.lib.law_data import BLANK, LANGUAGES, NOT_KNOWN, RULE_TEXTS
from draagvlak.lib.law_reading import BUILT_IN

TODAY = date(2026, 11, 22)
BODIES = ("works_council", "safety_committee", "union_delegation")


@pytest.fixture(autouse=True)
def built_in_law():
    before = law.in_use()
    law.use(law.load())
    yield
    law.use(before)


@pytest.fixture
def overlay(tmp_path):
    def written(text, name="own.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def entry(**fields):
    """One parameter as an operator writes it, on top of the source `own`."""
    known = {
        "key": '"plan_min_workers"',
        "kind": '"whole"',
        "value": "25",
        "unit": '"workers"',
        "valid_from": "2027-01-01",
        "source": '"own"',
        "confidence": '"to_check"',
        "recorded_on": "2026-12-01",
        "note": '{nl = "a", fr = "b", en = "c"}',
        **fields,
    }
    lines = "\n".join(f"{name} = {value}" for name, value in known.items() if value is not None)
    return f'[[parameter]]\n{lines}\n[source.own]\nnl = "Eigen"\nfr = "Propre"\nen = "Own"\n'


def keys_for(*, heads, fte, bodies=(), joint_committee="330", on=TODAY, regions=("VL",)):
    found = law.rules_for(
        heads=heads, fte=Decimal(fte), bodies=bodies, joint_committee=joint_committee, on=on, regions=regions
    )
    return {rule.key for rule in found}


# The data


def test_every_rule_and_note_has_a_text_in_each_language_and_no_two_languages_share_it():
    for parameter in law.in_use().parameters:
        assert len({parameter.note.nl, parameter.note.fr, parameter.note.en}) == 3, parameter.key
    for rule in law.in_use().rules:
        for name, text in rule.texts().items():
            assert len({text.nl, text.fr, text.en}) == 3, (rule.key, name)


def test_the_languages_of_a_text_use_the_same_blanks():
    for rule in law.in_use().rules:
        for name, text in rule.texts().items():
            assert set(BLANK.findall(text.nl)) == set(BLANK.findall(text.fr)) == set(BLANK.findall(text.en)), (
                rule.key,
                name,
            )
            assert BLANK.sub("", f"{text.nl}{text.fr}{text.en}").count("{") == 0


def test_every_blank_and_size_is_a_known_parameter():
    known = {parameter.key for parameter in law.in_use().parameters}
    for rule in law.in_use().rules:
        assert rule.blanks() <= known, rule.key


def test_on_the_day_of_recording_every_blank_of_a_rule_in_force_has_a_value():
    for rule in law.in_use().rules:
        committee = rule.conditions.joint_committees[0] if rule.conditions.joint_committees else ""
        for text in law.in_use().filled(rule, on=TODAY, joint_committee=committee).texts().values():
            assert NOT_KNOWN["nl"] not in text.nl, rule.key
            assert "{" not in f"{text.nl}{text.fr}{text.en}"


def test_every_source_is_used_and_nothing_claims_to_be_checked_against_the_official_text():
    data = tomllib.loads(BUILT_IN.read_text(encoding="utf-8"))
    entries = [*data["parameter"], *data["rule"]]
    assert {entry["source"] for entry in entries} == set(data["source"])
    assert all("checked_on" not in entry and entry["recorded_on"] == TODAY for entry in entries)
    assert {entry["confidence"] for entry in entries} == {"verified", "to_check"}


def test_the_library_has_law_and_subsidies_and_norms_with_every_bearing():
    rules = law.in_use().rules
    assert len(rules) == 34
    assert {rule.kind for rule in rules} == {
        "law",
        "subsidy_rule",
        "recognition_norm",
        "collective_agreement",
        "policy",
    }
    assert {rule.bearing for rule in rules} == {"obligation", "goal", "opportunity"}


def test_what_the_facts_mark_as_own_knowledge_is_shown_as_to_be_checked():
    to_check = {parameter.key for parameter in law.parameters(on=TODAY) if not parameter.is_checked}
    assert to_check >= {
        "care_assistant_hours",
        "first_aid_refresher_hours",
        "union_delegation_threshold",
        "right_window_start",
    }
    assert not to_check & {"plan_min_workers", "right_days_full", "vov_max_hours", "works_council_min_heads"}


@pytest.mark.parametrize(
    ("key", "on", "value"),
    [
        ("plan_min_workers", TODAY, 20),
        ("plan_send_before_meeting_days", TODAY, 15),
        ("plan_copy_within_months", TODAY, 1),
        ("right_days_small", TODAY, 1),
        ("right_days_full", date(2023, 12, 31), 4),
        ("right_days_full", date(2024, 1, 1), 5),
        ("right_sector_min_days", TODAY, 2),
        ("right_window_years", TODAY, 5),
        ("fulltime_week_hours", TODAY, 38),
        ("works_council_min_heads", TODAY, 100),
        ("safety_committee_min_heads", TODAY, 50),
        ("social_balance_min_fte", TODAY, 20),
        ("social_balance_file_months", TODAY, 7),
        ("efi_docs_days_before", TODAY, 15),
        ("efi_within_months", TODAY, 3),
        ("vov_max_hours", TODAY, 125),
        ("vov_min_fraction", date(2025, 8, 31), Decimal("0.5")),
        ("vov_min_fraction", date(2025, 9, 1), Decimal("0.8")),
        ("vov_min_week_hours", TODAY, 28),
        ("vov_flat_per_hour", date(2025, 8, 31), Decimal("21.30")),
        ("vov_flat_per_hour", date(2025, 9, 1), Decimal("14.91")),
        ("vov_pay_cap_month", date(2025, 9, 1), 3714),
        ("vov_request_months_after_start", TODAY, 3),
        ("scholingsbeding_wage_floor", date(2019, 6, 1), 34819),
        ("scholingsbeding_min_hours", TODAY, 80),
        ("scholingsbeding_max_years", TODAY, 3),
        ("risk_group_fund_rate", TODAY, Decimal("0.10")),
        ("wage_mass_norm", TODAY, Decimal("1.9")),
        ("participation_norm", TODAY, 50),
    ],
)
def test_the_numbers_of_the_facts_stand_in_the_data(key, on, value):
    assert law.parameter(key, on=on).decimal == value


def test_the_days_of_the_facts_stand_in_the_data():
    assert law.parameter("plan_deadline", on=TODAY).day_in(2027) == date(2027, 3, 31)
    assert law.parameter("plan_advice_deadline", on=TODAY).day_in(2027) == date(2027, 3, 15)
    assert law.parameter("vov_certificate_deadline", on=TODAY).day_in(2027) == date(2027, 10, 31)
    assert law.parameter("right_window_start", on=TODAY).calendar_date == date(2024, 1, 1)
    assert law.parameter("fla_data_until", on=TODAY).calendar_date == date(2026, 12, 31)


# Asking


@pytest.mark.parametrize(
    ("key", "on"),
    [
        ("plan_max_workers", TODAY),
        ("plan_min_workers", date(2022, 12, 31)),
        ("vov_pay_cap_month", TODAY),
        ("scholingsbeding_wage_floor", TODAY),
        ("fund_person_hour", date(2022, 6, 1)),
    ],
)
def test_a_value_that_is_not_known_on_that_day_is_never_guessed(key, on):
    with pytest.raises(law.UnknownParameter, match=key):
        law.parameter(key, on=on)


def test_a_value_of_a_joint_committee_is_only_for_that_committee_and_those_under_it():
    on = date(2022, 6, 1)
    assert law.parameter("fund_person_hour", on=on, joint_committee="330").whole == 13
    assert law.parameter("fund_person_hour", on=on, joint_committee="330.01").whole == 13
    for other in ("", "33", "3301", "331", "319.01"):
        with pytest.raises(law.UnknownParameter):
            law.parameter("fund_person_hour", on=on, joint_committee=other)


def test_a_value_is_read_only_as_what_it_is():
    day, rate = law.parameter("plan_deadline", on=TODAY), law.parameter("risk_group_fund_rate", on=TODAY)
    threshold = law.parameter("union_delegation_threshold", on=TODAY)
    for parameter, name in ((day, "whole"), (day, "decimal"), (day, "text"), (rate, "whole"), (rate, "calendar_date")):
        with pytest.raises(TypeError, match=parameter.key):
            getattr(parameter, name)
    with pytest.raises(TypeError):
        threshold.day_in(2026)
    assert "joint committee" in threshold.text


@pytest.mark.parametrize(
    ("key", "on", "nl", "fr", "en"),
    [
        ("plan_deadline", TODAY, "31 maart", "31 mars", "31 March"),
        ("fla_destroyed_on", TODAY, "1 januari 2027", "1er janvier 2027", "1 January 2027"),
        ("vov_flat_per_hour", TODAY, "14,91", "14,91", "14.91"),
        ("vov_pay_cap_month", date(2026, 8, 31), "3.714", "3\u202f714", "3,714"),
        ("plan_min_workers", TODAY, "20", "20", "20"),
    ],
)
def test_a_value_is_written_as_its_reader_writes_it(key, on, nl, fr, en):
    parameter = law.parameter(key, on=on)
    assert (parameter.shown("nl"), parameter.shown("fr"), parameter.shown("en")) == (nl, fr, en)


def test_the_list_of_parameters_of_a_day_holds_each_key_and_committee_once():
    for on in (date(2021, 1, 1), date(2023, 6, 1), date(2025, 9, 1), TODAY, date(2040, 1, 1)):
        names = [(parameter.key, parameter.joint_committee) for parameter in law.parameters(on=on)]
        assert names == sorted(set(names))


# Rules for an organisation (the three demo organisations of the facts)


def test_a_residential_home_of_128_people_gets_the_plan_with_advice_of_the_works_council():
    found = keys_for(heads=128, fte=86, bodies=BODIES)
    assert found >= {"training_plan", "training_plan_advice", "training_right", "social_balance", "efi", "fund_330"}
    assert not found & {
        "training_plan_workers",
        "committee_steps_in",
        "fund_331",
        "target_group_plans",
        "small_employers_337",
    }


def test_a_small_organisation_of_16_people_has_no_plan_but_has_the_right():
    found = keys_for(heads=16, fte="11.4", joint_committee="329.01")
    assert found >= {"training_right", "training_account", "welfare_training", "fund_329_01", "volunteers"}
    assert not found & {"training_plan", "training_plan_workers", "social_balance", "efi", "new_technology"}


def test_below_ten_full_timers_there_is_no_individual_right():
    assert "training_right" not in keys_for(heads=14, fte="9.99")
    assert "training_right" in keys_for(heads=14, fte=10)


def test_without_council_and_delegation_the_plan_goes_to_the_workers_and_the_committee_steps_in():
    assert "training_plan_workers" in keys_for(heads=60, fte=40)
    found = keys_for(heads=60, fte=40, bodies=["safety_committee"])
    assert found >= {"training_plan_workers", "committee_steps_in"}
    with_delegation = keys_for(heads=60, fte=40, bodies=["safety_committee", "union_delegation"])
    assert not with_delegation & {"training_plan_workers", "committee_steps_in"}
    assert with_delegation >= {"training_plan_advice", "union_delegation"}


def test_flemish_training_leave_is_only_for_flanders():
    assert "vov" in keys_for(heads=30, fte=20)
    assert "vov" not in keys_for(heads=30, fte=20, regions=("BR",))
    assert "vov" in keys_for(heads=30, fte=20, regions=("BR", "VL"))


def test_the_agreement_for_small_employers_is_for_committee_337_under_20_workers():
    assert "small_employers_337" in keys_for(heads=19, fte=12, joint_committee="337")
    assert "small_employers_337" not in keys_for(heads=20, fte=12, joint_committee="337")
    assert "small_employers_337" not in keys_for(heads=19, fte=12, joint_committee="330")


def test_the_reminder_of_the_federal_learning_account_ends_with_its_data():
    assert "fla_ended" in keys_for(heads=30, fte=20, on=date(2026, 12, 31))
    assert "fla_ended" not in keys_for(heads=30, fte=20, on=date(2027, 1, 1))
    assert "fla_ended" not in keys_for(heads=30, fte=20, on=date(2026, 1, 20))


def test_a_text_is_filled_with_the_value_of_its_day():
    def extract(on):
        rules = law.rules_for(heads=30, fte=Decimal(25), bodies=(), joint_committee="330", on=on)
        return next(rule.extract.nl for rule in rules if rule.key == "training_right")

    assert "vanaf 20 VTE 4 dagen" in extract(date(2023, 5, 1))
    assert "vanaf 20 VTE 5 dagen" in extract(TODAY)


def test_a_blank_without_a_value_says_that_it_must_be_looked_up(overlay):
    path = overlay(
        entry(
            key='"vov_flat_per_hour"', kind='"decimal"', value='"15.20"', valid_from="2027-09-01", valid_to="2028-08-31"
        )
    )
    law.use(law.load([path]))
    cut = law.Law(tuple(p for p in law.in_use().parameters if p.key != "vov_max_hours"), law.in_use().rules)
    law.use(cut)
    rule = next(
        r for r in law.rules_for(heads=3, fte=Decimal(2), bodies=(), joint_committee="", on=TODAY) if r.key == "vov"
    )
    assert "tot (na te kijken) uur" in rule.extract.nl
    assert "(à vérifier)" in rule.extract.fr
    assert "(to be checked)" in rule.extract.en


@given(
    st.integers(0, 6000),
    st.decimals(0, 6000, places=1),
    st.sets(st.sampled_from(BODIES)),
    st.sampled_from(["", "318.02", "319.01", "327.01", "329.01", "330", "330.01", "331", "337", "999"]),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)
def test_for_any_organisation_on_any_day_the_rules_are_filled(heads, fte, bodies, joint_committee, on):
    law.use(law.load())
    for rule in law.rules_for(heads=heads, fte=fte, bodies=bodies, joint_committee=joint_committee, on=on):
        assert rule.valid_from <= on
        for name in RULE_TEXTS:
            assert all("{" not in getattr(rule, name).said(language) for language in LANGUAGES)


# Bodies


def expected(heads, on=TODAY):
    return {found.body: found.certainty for found in law.bodies_expected(heads, on)}


@pytest.mark.parametrize(
    ("heads", "council", "committee"),
    [
        (0, None, None),
        (49, None, None),
        (50, "renewal", "expected"),
        (99, "renewal", "expected"),
        (100, "expected", "expected"),
        (5000, "expected", "expected"),
    ],
)
def test_the_size_decides_which_bodies_the_law_expects(heads, council, committee):
    found = expected(heads)
    assert found.get(law.Body.WORKS_COUNCIL) == council
    assert found.get(law.Body.SAFETY_COMMITTEE) == committee
    assert found[law.Body.UNION_DELEGATION] == law.Certainty.SECTOR


def test_each_expected_body_shows_the_threshold_it_follows_from():
    found = {body.body: body.threshold for body in law.bodies_expected(128, TODAY)}
    assert found[law.Body.WORKS_COUNCIL] == law.parameter("works_council_min_heads", on=TODAY)
    assert found[law.Body.UNION_DELEGATION] is None


def test_an_operator_who_knows_the_sector_agreement_adds_the_threshold_of_the_delegation(overlay):
    path = overlay(
        entry(key='"union_delegation_min_heads"', value="40", valid_from="2026-01-01", joint_committee='"330"')
    )
    law.use(law.load([path]))

    def delegation(heads, committee):
        bodies = law.bodies_expected(heads, TODAY, joint_committee=committee)
        return next((found.certainty for found in bodies if found.body == "union_delegation"), None)

    assert delegation(39, "330") is None
    assert delegation(40, "330.02") == "expected"
    assert delegation(40, "331") == "sector"


@pytest.mark.parametrize(
    ("bodies", "plan", "employment"),
    [
        ((), "workers", "workers"),
        (("safety_committee",), "workers", "safety_committee"),
        (("union_delegation", "safety_committee"), "union_delegation", "union_delegation"),
        (BODIES, "works_council", "works_council"),
        (("works_council",), "works_council", "works_council"),
    ],
)
def test_who_is_consulted_falls_back_in_the_order_of_the_law(bodies, plan, employment):
    assert law.body_for_training_plan(bodies) == plan
    assert law.body_for_employment_information(bodies) == employment
    assert law.fallback_for(bodies) == employment


# An operator's own file


def test_a_later_value_of_the_operator_takes_over_from_its_first_day(overlay):
    law.use(law.load([overlay(entry())]))
    assert law.parameter("plan_min_workers", on=date(2026, 12, 31)).whole == 20
    assert law.parameter("plan_min_workers", on=date(2027, 1, 1)).whole == 25
    assert law.parameter("plan_min_workers", on=date(2030, 1, 1)).source.en == "Own"


def test_a_value_of_the_operator_in_the_middle_leaves_the_law_on_both_sides(overlay):
    law.use(law.load([overlay(entry(valid_from="2025-01-01", valid_to="2025-12-31"))]))
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)]
    assert [law.parameter("plan_min_workers", on=day).whole for day in days] == [20, 25, 25, 20]


def test_a_second_file_goes_over_the_first(overlay):
    first = overlay(entry(value="25"), "one.toml")
    second = overlay(entry(value="30", valid_from="2028-01-01"), "two.toml")
    law.use(law.load([first, second]))
    values = [law.parameter("plan_min_workers", on=date(year, 6, 1)).whole for year in (2026, 2027, 2028)]
    assert values == [20, 25, 30]


def test_a_rule_of_the_operator_replaces_the_one_with_its_key(overlay):
    texts = "\n".join(f'{name} = {{nl = "eigen", fr = "propre", en = "own"}}' for name in RULE_TEXTS)
    path = overlay(
        '[[rule]]\nkey = "volunteers"\nkind = "policy"\nbearing = "goal"\nsource = "volunteers"\nconfidence = "to_check"\n'
        f"valid_from = 2026-01-01\nrecorded_on = 2026-12-01\nchecked_on = 2026-12-02\n{texts}\n"
    )
    law.use(law.load([path]))
    assert len(law.in_use().rules) == 34
    rule = next(rule for rule in law.in_use().rules if rule.key == "volunteers")
    assert (rule.title.nl, rule.checked_on) == ("eigen", date(2026, 12, 2))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (entry() + entry(valid_from="2027-06-01").split("[source")[0], "two values on 2027-06-01"),
        (entry(valid_to="2026-12-31"), "valid_to lies before"),
        (entry(value='"25"'), "not a whole number"),
        (entry(value="true"), "not a whole number"),
        (entry(kind='"decimal"', value="2.5"), "between quotes"),
        (entry(kind='"day"', value='"02-29"'), "plan_min_workers"),
        (entry(kind='"day"', value='"31-03"'), "plan_min_workers"),
        (entry(kind='"date"', value="2027-01-01T00:00:00"), "not written as"),
        (entry(kind='"money"'), "none of"),
        (entry(confidence='"sure"'), "none of"),
        (entry(source='"nobody"'), "nobody"),
        (entry(unit=None), "unit"),
        (entry(unit='" "'), "text is missing"),
        (entry(note='{nl = "a", fr = "b"}'), "exactly nl, fr and en"),
        (entry(colour='"red"'), "unknown field"),
        (entry(recorded_on=None), "recorded_on"),
        ("parameter = 3", "parameter 1"),
        ("[other]\n", "unknown part"),
        ("nonsense", "own.toml"),
        ('[source.own]\nnl = "a"\n', "source own"),
        ('[[rule]]\nkey = "x"\n', "rule x"),
    ],
)
def test_a_file_in_a_wrong_form_is_refused_with_the_file_and_the_entry(overlay, text, words):
    with pytest.raises(law.BrokenLaw, match=r"own\.toml|two values") as refusal:
        law.load([overlay(text)])
    assert words in str(refusal.value)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ('applies_when.bodies = ["board"]', "none of"),
        ("applies_when.min_heads = 2.5", "a size is neither"),
        ('applies_when.region = "NL"', "none of"),
        ("applies_when.size = 3", "unknown condition"),
    ],
)
def test_a_condition_in_a_wrong_form_is_refused(overlay, condition, words):
    data = tomllib.loads(BUILT_IN.read_text(encoding="utf-8"))
    assert data["rule"][0]["key"] == "training_plan"
    text = BUILT_IN.read_text(encoding="utf-8").replace('applies_when.min_heads = "plan_min_workers"', condition, 1)
    with pytest.raises(law.BrokenLaw, match=words):
        law.load([overlay(text)])


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(law.BrokenLaw, match="absent"):
        law.load([tmp_path / "absent.toml"])


def test_the_law_is_read_once_and_cannot_be_changed():
    assert law.load() is law.load([])
    with pytest.raises(dataclasses.FrozenInstanceError):
        law.parameter("plan_deadline", on=TODAY).unit = "x"


def test_law_stands_on_nothing_of_the_framework():
    for name in ("law", "law_data", "law_reading"):
        source = Path(law.__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
        assert "django" not in source


# Deadlines


def clock_changes(year):
    """The last Sundays of March and October: the nights on which the Belgian clock changes."""
    for month in (3, 10):
        last = date(year, month, 31)
        yield last - timedelta(days=(last.weekday() + 1) % 7)


@pytest.mark.parametrize("year", range(2025, 2041))
def test_a_day_ends_where_the_next_begins_also_in_the_nights_the_clock_changes(year):
    lengths = {}
    day = date(year, 1, 1)
    while day.year == year:
        begin, end = law.end_of_day(day - timedelta(days=1)), law.end_of_day(day)
        assert (day_of(begin), day_of(end - timedelta(microseconds=1)), day_of(end)) == (
            day,
            day,
            day + timedelta(days=1),
        )
        lengths[day] = (end.astimezone(UTC) - begin.astimezone(UTC)) // timedelta(hours=1)
        day += timedelta(days=1)
    spring, autumn = clock_changes(year)
    assert {day: hours for day, hours in lengths.items() if hours != 24} == {spring: 23, autumn: 25}


def test_the_last_second_of_the_day_is_on_time_and_midnight_is_late():
    deadline = law.end_of_day(date(2027, 3, 15))
    assert datetime(2027, 3, 15, 23, 59, 59, 999999, tzinfo=BRUSSELS) < deadline
    assert not datetime(2027, 3, 16, tzinfo=BRUSSELS) < deadline
    assert deadline == datetime(2027, 3, 15, 23, tzinfo=UTC)
    assert law.end_of_day(date(2027, 7, 15)) == datetime(2027, 7, 15, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("meeting", "days", "last"),
    [
        (date(2027, 3, 31), 15, date(2027, 3, 16)),
        (date(2027, 3, 15), 15, date(2027, 2, 28)),
        (date(2028, 3, 15), 15, date(2028, 2, 29)),
        (date(2027, 1, 10), 15, date(2026, 12, 26)),
        (date(2027, 3, 15), 0, date(2027, 3, 15)),
    ],
)
def test_the_last_day_to_send_lies_so_many_days_before_the_meeting(meeting, days, last):
    assert law.latest_sending_day(meeting, days_before=days) == last
    assert law.term_ends(last, days) == meeting


@given(st.dates(date(2025, 1, 1), date(2040, 12, 31)), st.integers(0, 400))
def test_a_term_counts_calendar_days_and_not_hours(started, days):
    end = law.term_ends(started, days)
    assert (end - started).days == days
    assert law.latest_sending_day(end, days_before=days) == started
    assert day_of(law.end_of_day(end)) == end + timedelta(days=1)


def test_a_term_of_fewer_than_no_days_is_refused():
    with pytest.raises(ValueError, match="at least 0"):
        law.term_ends(TODAY, -1)
    with pytest.raises(ValueError, match="at least 0"):
        law.latest_sending_day(TODAY, days_before=-1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 31), 7, date(2027, 7, 31)),
        (date(2026, 12, 31), 3, date(2027, 3, 31)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 3, 31), -3, date(2025, 12, 31)),
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_that_month(day, months, later):
    assert law.months_after(day, months) == later
