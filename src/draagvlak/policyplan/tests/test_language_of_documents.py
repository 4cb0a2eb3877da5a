"""What an employer hands his people is worded in the language of the region; in Brussels in that of who reads."""

import io

import pytest
from django.urls import reverse
from docx import Document

from draagvlak.stakeholders.models import Profile

IN_DUTCH, IN_FRENCH = "Onze doelen", "Nos objectifs"


@pytest.mark.parametrize(
    ("regions", "reader", "heading", "language"),
    [
        (["VL"], "fr", IN_DUTCH, "nl-BE"),
        (["WA"], "nl", IN_FRENCH, "fr-BE"),
        (["BR"], "fr", IN_FRENCH, "fr-BE"),
        (["VL", "BR"], "nl", IN_DUTCH, "nl-BE"),
    ],
)
def test_the_plan_is_worded_in_the_language_of_the_house(
    plan, amina, set_up, signed_in, regions, reader, heading, language
):
    Profile.objects.update(regions=regions)
    amina.language = reader
    amina.save()
    words = {"organisation": set_up.slug, "number": 1}
    answer = signed_in(amina).get(reverse("policyplan:download_plan", kwargs={**words, "suffix": "docx"}))
    document = Document(io.BytesIO(answer.content))
    assert heading in [paragraph.text for paragraph in document.paragraphs]
    assert document.core_properties.language == language
