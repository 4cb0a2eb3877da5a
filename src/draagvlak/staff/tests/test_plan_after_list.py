"""After a list was read, the database knows how many people there are."""

import pytest
from django.db import connection

from draagvlak.staff.tests.factories import listed, read

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite plans without statistics"),
]


def rows_expected(table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [table])
        return cursor.fetchone()[0]


def test_after_a_list_the_database_plans_for_the_people_it_holds(organisation):
    people = [f"{n};Achternaam{n};Voornaam;;;Zorgkundige;Beuk;vast;1;01/03/2018;" for n in range(1, 301)]
    read(content=listed(*people))
    assert [rows_expected(table) for table in ("staff_staffmember", "staff_employment", "staff_post")] == [300] * 3
