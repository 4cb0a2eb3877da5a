"""The two files of a draw, as people save them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from draagvlak.lib import draw
from draagvlak.lib.draw import Quota, Trouble

QUOTAS = "category,value,min,max\nsex,f,1,2\nsex,m,0,2\n"
ASKED = [Quota("sex", "f", 1, 2), Quota("sex", "m", 0, 2)]


def candidates(text, quotas=ASKED):
    return draw.read_candidates(text if isinstance(text, bytes) else text.encode(), quotas, name="pool.csv")


def quotas(text):
    return draw.read_quotas(text if isinstance(text, bytes) else text.encode(), name="quotas.csv")


@pytest.mark.parametrize(
    "text",
    [
        QUOTAS,
        "\ufeff" + QUOTAS,
        QUOTAS.replace(",", ";"),
        QUOTAS.replace(",", "\t"),
        QUOTAS.replace("\n", "\r\n"),
        "\n\n" + QUOTAS + "\n,,,\n",
        " Category , VALUE, Min ,ma x\nsex, f ,1,2\nsex,m,0,2",
        "max,min,value,category,why\n2,0,m,sex,\n2,1,f,sex,half of us\n",
        '"category";"value";"min";"max"\n"sex";"f";"1";"2"\n"sex";"m";"0";"2"\n',
    ],
)
def test_quotas_are_read_however_they_were_saved(text):
    assert quotas(text) == ASKED


@pytest.mark.parametrize(
    "text",
    [
        "id,sex\na,f\nb,m\n",
        "\ufeffid;sex\r\nb;M\r\na;F\r\n",
        "Sex , ID,name\nf,a,Els\nm,b,\n",
        "id\tsex\tname, as written\na\tf\tPeeters, Els\nb\tm\t\n",
        'ID,"S ex"\n" a ","f"\n\n,\nb,m',
    ],
)
def test_candidates_are_read_however_they_were_saved(text):
    assert candidates(text) == {"a": {"sex": "f"}, "b": {"sex": "m"}}
    assert list(candidates(text)) == ["a", "b"]


def test_a_category_is_one_whatever_its_case_and_a_value_too():
    asked = quotas("category,value,min,max\nFunction group,Zorg,1,2\nfunctiongroup,Logistiek,0,1\n")
    assert {quota.category for quota in asked} == {"Function group"}
    found = candidates("id,FUNCTION GROUP\na,zorg\nb,LOGISTIEK\nc,Keuken\n", asked)
    assert [values["Function group"] for values in found.values()] == ["Zorg", "Logistiek", "Keuken"]


def test_a_letter_is_one_however_its_accent_was_saved():
    asked = quotas("category,value,min,max\nstatute,b\u00e9n\u00e9vole,1,2\n")
    found = candidates("id,statute\nAnne,be\u0301ne\u0301vole\nAnnie,B\u00c9N\u00c9VOLE\n", asked)
    assert [values["statute"] for values in found.values()] == ["b\u00e9n\u00e9vole"] * 2
    with pytest.raises(Trouble) as said:
        candidates("id,statute\nZo\u00eb,x\nZoe\u0308,x\n", asked)
    assert said.value.code == "id_twice"


def test_columns_without_a_quota_are_ignored_even_when_they_are_empty():
    assert candidates("id,sex,name\na,f,\n") == {"a": {"sex": "f"}}


def test_a_quotation_mark_that_is_never_closed_leaves_no_candidate_out_of_the_draw():
    with pytest.raises(Trouble) as said:
        candidates('id,sex,name\na,f,"Els\nb,m,Bram\nc,f,Rosa\n')
    assert said.value.code == "broken_row"


def test_no_quotas_at_all_is_allowed():
    assert quotas("category,value,min,max\n") == []
    assert candidates("id\na\nb\n", []) == {"a": {}, "b": {}}


@pytest.mark.parametrize(
    ("text", "code", "details"),
    [
        ("", "empty", {}),
        (" \n,,\n", "empty", {}),
        (b"category\xff", "not_utf8", {}),
        (b"cat\0egory", "not_utf8", {}),
        ("category,value,min\n", "column_missing", {"column": "max"}),
        ("category,value,min,max,Min\n", "column_twice", {"column": "min"}),
        ("category,value,min,max\nsex,f,1\n", "odd_row", {"row": 2, "cells": 3, "columns": 4}),
        ("category,value,min,max\nsex,,1,2\n", "cell_empty", {"row": 2, "column": "value"}),
        ("category,value,min,max\n\nsex,f,1,\n", "cell_empty", {"row": 3, "column": "max"}),
        ("category,value,min,max\nsex,f,een,2\n", "not_whole", {"row": 2, "column": "min", "value": "een"}),
        ("category,value,min,max\nsex,f,1,2.5\n", "not_whole", {"row": 2, "column": "max", "value": "2.5"}),
        ("category,value,min,max\nsex,f,-1,2\n", "not_whole", {"row": 2, "column": "min", "value": "-1"}),
        ("category,value,min,max\nsex,f,1,٣\n", "not_whole", {"row": 2, "column": "max", "value": "٣"}),
        ("category,value,min,max\nsex,f,3,2\n", "min_over_max", {"row": 2, "least": 3, "most": 2}),
        ("category,value,min,max\nsex,f,1,2\nSex,F,1,2\n", "quota_twice", {"row": 3}),
        (QUOTAS + "".join(f"a,v{n},0,1\n" for n in range(300)), "too_many_quotas", {"limit": 300}),
        ("a" * (2 * 2**20 + 1), "too_large", {"limit_mb": 2}),
        ("category,value,min,max\nsex," + "f" * 140_000 + ",1,2\n", "broken_row", {"row": 2}),
    ],
)
def test_what_is_wrong_with_quotas_is_named(text, code, details):
    with pytest.raises(Trouble) as refused:
        quotas(text)
    assert refused.value.code == code
    assert {name: refused.value.details[name] for name in details} == details


@pytest.mark.parametrize(
    ("text", "code", "details"),
    [
        ("id\na\n", "column_missing", {"column": "sex"}),
        ("naam,sex\na,f\n", "column_missing", {"column": "id"}),
        ("id,sex\na,f\na,m\n", "id_twice", {"row": 3, "id": "a"}),
        ("id,sex\n,f\n", "cell_empty", {"row": 2, "column": "id"}),
        ("id,sex\na,\n", "cell_empty", {"row": 2, "column": "sex"}),
        ("id,sex\n", "no_candidates", {}),
        ("id,sex\n" + "".join(f"p{n},f\n" for n in range(5_001)), "too_many_candidates", {"limit": 5_000}),
    ],
)
def test_what_is_wrong_with_candidates_is_named(text, code, details):
    with pytest.raises(Trouble) as refused:
        candidates(text)
    assert refused.value.code == code
    assert {name: refused.value.details[name] for name in details} == details


@effort(deadline=None, max_examples=200)
@given(st.binary(max_size=60) | st.text('idsexf,;"\n\r1 ', max_size=40).map(str.encode))
def test_any_bytes_are_read_or_refused_and_nothing_else(content):
    for read in (quotas, candidates):
        with suppress(Trouble):
            read(content)
