"""Whoever checks a file himself is told how, and gets the answer in his own language."""

import pytest
from django.urls import reverse


@pytest.mark.parametrize(("language", "asked"), [("nl", False), ("fr", True), ("en", True)])
def test_the_command_names_the_language_of_who_reads_the_page(set_up, dirk, signed_in, language, asked):
    dirk.language = language
    dirk.save()
    page = signed_in(dirk).get(reverse("decisions:check_file", kwargs={"organisation": set_up.slug})).content.decode()
    assert "python3 verify.py dossier.json" in page
    assert (f"--language {language}" in page) is asked
