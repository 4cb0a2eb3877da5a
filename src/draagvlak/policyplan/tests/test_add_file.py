import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from draagvlak.documents.models import StoredFile
from draagvlak.documents.queries import FileIsGone, content_of, place_of
from draagvlak.policyplan import actions
from draagvlak.policyplan.models import ItemFile

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\nPedagogisch project"


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "files")


@pytest.fixture
def item(set_up, amina, now):
    facts = {"kind": "founding_text", "bearing": "goal", "title": "Pedagogisch project"}
    return actions.add_item(facts=facts, by=amina, at=now)


@pytest.fixture
def send(item, amina, set_up, signed_in):
    def one(name, content):
        address = reverse("policyplan:add_file", kwargs={"organisation": set_up.slug, "pk": item.pk})
        sent = {"file": SimpleUploadedFile(name, content), "once": f"{name}{len(content)}"}
        return signed_in(amina).post(address, sent)

    return one


def archive(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "<x/>")
    return out.getvalue()


def download(set_up, client):
    address = {"organisation": set_up.slug, "pk": ItemFile.objects.get().pk}
    return client.get(reverse("policyplan:download_file", kwargs=address))


def test_a_founding_text_is_kept_and_comes_out_as_it_went_in(send, set_up, dirk, signed_in):
    assert send("Pedagogisch project 2026.pdf", PDF).status_code == 302
    answer = download(set_up, signed_in(dirk))
    assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="Pedagogisch project 2026.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brief.exe", b"MZ\x90"),
        ("brief.pdf", b"MZ\x90"),
        ("brief.docx", archive("hello.txt")),
        ("brief.docx", archive("word/document.xml", "word/vbaProject.bin")),
        ("brief.docx", b"PK\x03\x04 broken"),
        ("brief.txt", b"\xff\xfe\x00h"),
        ("brief.svg", b"<svg onload='x'/>"),
        ("brief.html", b"<html>"),
        ("brief", b"%PDF-"),
        ("brief.png", b"GIF89a"),
    ],
)
def test_what_is_not_what_it_says_is_refused_in_a_sentence(send, name, content):
    answer = send(name, content)
    assert (answer.status_code, "Dit bestand kunnen we niet bewaren" in answer.content.decode()) == (409, True)
    assert (StoredFile.objects.count(), ItemFile.objects.count()) == (0, 0)


def test_an_empty_file_is_asked_for_again(send):
    assert send("leeg.pdf", b"").status_code == 422


def test_a_file_of_more_than_ten_megabytes_is_refused(send):
    answer = send("groot.pdf", b"%PDF-" + bytes(10 * 1024 * 1024))
    assert (answer.status_code, "te groot" in answer.content.decode()) == (409, True)


def test_a_name_with_a_path_or_a_line_break_is_only_a_name(item, set_up, amina, now, signed_in):
    actions.add_file(item=item, name="../../etc/pas\r\nswd.pdf", content=PDF, by=amina, at=now)
    disposition = download(set_up, signed_in(amina))["Content-Disposition"]
    assert "/" not in disposition
    assert "\n" not in disposition


def test_a_file_that_is_taken_away_cannot_be_fetched_any_more(send, set_up, amina, now, signed_in):
    send("a.pdf", PDF)
    actions.take_away_file(item_file=ItemFile.objects.get(), by=amina, at=now)
    assert download(set_up, signed_in(amina)).status_code == 404


def test_bytes_that_changed_on_the_disk_are_not_handed_out(send):
    send("a.pdf", PDF)
    kept = StoredFile.objects.get()
    place_of(kept).write_bytes(PDF + b"!")
    with pytest.raises(FileIsGone):
        content_of(kept)


def test_the_same_bytes_twice_lie_on_the_disk_once(send):
    send("a.pdf", PDF)
    send("b.pdf", PDF)
    assert {place_of(file) for file in StoredFile.objects.all()} == {place_of(StoredFile.objects.first())}
    assert len(list(place_of(StoredFile.objects.first()).parent.iterdir())) == 1
