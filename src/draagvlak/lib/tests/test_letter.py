from html.parser import HTMLParser

from draagvlak.lib.letter import LONGEST_HTML, Foot, as_html, as_text

FOOT = Foot("Omdat het moet.", "Wijzig het hier:", "https://vto.example/o/huis/mijn-mail/")
SEAL = "2:" + "1cc10165" * 8


def html(body, **more):
    facts = {"subject": "Dag", "sender": "De Lindehof", "language": "nl", "foot": FOOT}
    return as_html(body, **{**facts, **more})


class Reader(HTMLParser):
    """What a mail program gets to see."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.links, self.styles, self.text = [], [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.styles += [value for name, value in attrs if name == "style"]
        self.links += [value for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data):
        self.text += data


def test_paragraphs_lines_and_lists_stay_what_they_are():
    found = html("Dag An\n\nEerste regel\nTweede regel\n- een punt\n- nog een\n\nGroet")
    assert '<p style="margin:0 0 16px">Eerste regel<br>Tweede regel</p>' in found
    assert Reader(found).tags.count("li") == 2


def test_everything_that_people_wrote_is_escaped():
    found = Reader(
        html(
            '<script>alert(1)</script> & "zo"\n\n<img src=x onerror=y>',
            sender="<b>Huis</b>",
            subject="</title><script>",
        )
    )
    assert {"script", "img", "b"} & set(found.tags) == set()
    assert '<script>alert(1)</script> & "zo"' in found.text


def test_a_link_becomes_a_link_without_the_sign_after_it():
    found = Reader(html("Lees het (https://vto.example/o/huis/overleg/2/?a=1&b=2). Of http://x.example/pad, toch."))
    assert found.links == ["https://vto.example/o/huis/overleg/2/?a=1&b=2", "http://x.example/pad", FOOT.place]


def test_only_addresses_of_the_web_become_links():
    assert Reader(html('javascript:alert(1) data:text/html,x "https://x.example/"onclick=')).links == [
        "https://x.example/",
        FOOT.place,
    ]


def test_a_seal_stands_in_mono_and_nothing_else_does():
    found = html(f"Dossier 2, zegel {SEAL}\nkort 1cc10165")
    assert found.count("<code") == 1
    assert f"{SEAL}</code>" in found


def test_it_names_its_language_its_sender_and_why_somebody_gets_it():
    found = html("Bonjour", language="fr")
    assert '<html lang="fr">' in found
    assert all(words in Reader(found).text for words in ("De Lindehof", FOOT.why, FOOT.change))


def test_it_names_no_colour_no_table_and_nothing_from_elsewhere():
    found = Reader(html(f"Dag\n\n- punt\n\n{SEAL}"))
    assert {"table", "img", "link", "script", "style", "iframe"} & set(found.tags) == set()
    assert not any("color:" in style.replace("color-scheme:", "") or "url(" in style for style in found.styles)
    assert "color-scheme:light dark" in found.styles[0]


def test_a_mail_that_programs_would_cut_off_has_no_html():
    assert html("woord " * LONGEST_HTML) == ""
    assert len(html("woord " * 15000).encode()) <= LONGEST_HTML


def test_the_text_carries_the_same_foot_under_the_line_that_mail_programs_know():
    assert as_text("Dag\n", foot=FOOT) == f"Dag\n\n-- \n{FOOT.why}\n{FOOT.change} {FOOT.place}\n"


def test_without_a_place_the_foot_says_only_why():
    assert Foot("Omdat.").lines == ["Omdat."]
