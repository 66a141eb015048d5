"""The suites load, are deterministic, and every twin differs from its attack."""

import email
import io
import re
import zipfile
from collections import Counter
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import olefile
import pikepdf
import pytest
import zxingcpp
from bench import spear
from bench.suites import attachments, scenario, text
from bench.suites.attachments import Attachment, build
from bench.suites.scenario import HERE, Scenario, SuiteError, Tip, background, load, load_tips
from PIL import Image

SCENARIOS = load(HERE / "spear")
TIPS = load_tips(HERE / "tips")
EVERY = [raw for each in SCENARIOS for raw in each.attack + each.twin] + [each.raw for each in TIPS] + background()

PAIR = """
technique = "t"
lang = "en"
basis = "b"
[[pair]]
id = "one"
attack_is = "a"
twin_is = "t"
[[pair.message]]
from = "A, B & Co <a@stranger.example>"
date = 2026-03-03T08:00:00+01:00
subject = "Grüße"
body = "see [here](https://bad.test/x), please"
[pair.message.twin]
swap = [["https://bad.test/x", "https://good.example/x"]]
"""


def written(folder: Path, content: str) -> list[Scenario]:
    file = folder / "t.en.toml"
    file.write_text(content, "utf-8")
    return load(file)


def test_there_is_as_much_as_promised() -> None:
    english = [each for each in SCENARIOS if each.lang == "en"]
    assert sum(len(each.hostile) for each in english) >= 130
    assert len({each.technique for each in english}) >= 18
    assert sum(tip.lang == "en" for tip in TIPS) >= 50


def test_names_are_unique_and_agree_with_the_file() -> None:
    assert max(Counter((each.technique, each.lang, each.id) for each in SCENARIOS).values()) == 1
    assert max(Counter((tip.lang, tip.id) for tip in TIPS).values()) == 1
    files = {file.name for file in (HERE / "spear").glob("*.toml")}
    assert {f"{each.technique}.{each.lang}.toml" for each in SCENARIOS} == files


def test_loading_twice_gives_the_same_bytes() -> None:
    scenario._background.cache_clear()
    again = load(HERE / "spear" / "qr-code.en.toml")
    assert again == [each for each in SCENARIOS if (each.technique, each.lang) == ("qr-code", "en")]


@pytest.mark.parametrize("each", SCENARIOS, ids=lambda each: f"{each.technique}.{each.lang}.{each.id}")
def test_the_twin_has_the_same_shape_but_is_not_the_attack(each: Scenario) -> None:
    assert len(each.attack) == len(each.twin)
    assert each.judged in each.hostile
    assert each.attack[each.judged] != each.twin[each.judged]
    assert each.attack_is
    assert each.twin_is


def sent(raw: bytes) -> datetime:
    found = re.search(rb"^Date: (.+)$", raw, re.MULTILINE)
    assert found is not None
    return parsedate_to_datetime(found[1].decode())


def test_time_runs_forward_in_every_mailbox() -> None:
    for each in SCENARIOS:
        for thread in (each.attack, each.twin):
            times = [sent(raw) for raw in thread]
            assert times == sorted(times), each.id
        assert max(sent(raw) for raw in each.history[-3:]) < sent(each.attack[0]), each.id


def test_every_message_is_whole() -> None:
    for raw in EVERY:
        message = email.message_from_bytes(raw)
        assert not any(part.defects for part in message.walk()), raw[:400]
        for name in ("Date", "Message-ID", "Subject", "From", "To", "MIME-Version", "Content-Type"):
            assert len(message.get_all(name, [])) == 1, (name, raw[:400])
        assert max(map(len, raw.split(b"\n"))) < 998
        raw.partition(b"\n\n")[0].decode("ascii")


def test_what_came_in_carries_the_results_of_a_trusted_hop_and_what_went_out_does_not() -> None:
    for raw in EVERY:
        message = email.message_from_bytes(raw)
        hops = message.get_all("Received", [])
        results = message.get_all("Authentication-Results", [])
        assert len(results) == min(len(hops), 1)
        if results:
            by = re.search(r"by (\S+) \(Postfix\)", hops[0])
            assert by is not None
            assert by[1] == results[0].partition(";")[0]


RESERVED = re.compile(r"(?:example|test|invalid|example\.(?:com|org|net))$")
PROVIDERS = re.compile(
    r"(?:gmail|facebookmail|outlook|hotmail|live|yahoo|icloud|tutanota|tuta|aol|google|microsoft|instagram|mailchimp|wetransfer|sendgrid"
    r"|amazonses)\.com$|(?:proton\.me|protonmail\.com|gmx\.net|rsgsv\.net|sendgrid\.net|walla\.co\.il)$"
)


def test_senders_are_reserved_domains_or_providers() -> None:
    for raw in EVERY:
        sender = (email.message_from_bytes(raw)["Return-Path"] or "<x@a.example>").strip("<>").rpartition("@")[2]
        assert RESERVED.search(sender) or PROVIDERS.search(sender), sender


def test_a_scenario_becomes_two_maildirs(tmp_path: Path) -> None:
    each = SCENARIOS[0]
    each.write_maildir(tmp_path)
    for side, thread in (("attack", each.attack), ("twin", each.twin)):
        files = sorted((tmp_path / side / "cur").iterdir())
        assert [file.read_bytes() for file in files] == each.history + thread


def test_a_pair_as_it_is_written(tmp_path: Path) -> None:
    (each,) = written(tmp_path, PAIR)
    attack, twin = email.message_from_bytes(each.attack[0]), email.message_from_bytes(each.twin[0])
    assert attack["From"] == '"A, B & Co" <a@stranger.example>'
    assert attack["To"] == "Mara Lindqvist <mara.lindqvist@harbour-campaign.example>"
    assert attack["Message-ID"] == twin["Message-ID"]
    shown = [
        str(next(part for part in side.walk() if not part.is_multipart()).get_payload(decode=True))
        for side in (attack, twin)
    ]
    assert "here <https://bad.test/x>" in shown[0]
    assert "here <https://good.example/x>" in shown[1]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('https://bad.test/x", "', 'nowhere", "', "nowhere in the text"),
        ("subject =", "subjekt =", "subjekt"),
        ("+01:00", "", "no offset"),
        ("A, B & Co <a@stranger.example>", "A, B & Co", "no address"),
        ("A, B & Co <a@stranger.example>", "@nobody", "nobody"),
        ('subject = "Grüße"', 'subject = "x"\nroute = "pigeon"', "pigeon"),
        ('subject = "Grüße"', 'subject = "x"\nform = "verse"', "verse"),
        ('subject = "Grüße"', 'subject = "x"\nquote = true', "quote"),
        ('subject = "Grüße"', 'subject = "x"\nre = "never"', "never"),
        ('attack_is = "a"', 'attack_is = "a"\njudged = 2', "judged = 2"),
        ("swap = [", 'route = "own"\n#', "the twin is the attack"),
        ("[[pair.message]]", "[[pair.message]", "t.en.toml"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in PAIR
    with pytest.raises(SuiteError, match=re.escape(told)):
        written(tmp_path, PAIR.replace(old, new))


def test_links_and_images_of_the_markup() -> None:
    body = "a [[Go]](https://x.test/a?b=1&c=2) b\n{{image:q.png}} https://y.test/z.\n\nc <d>"
    assert text.plain(body) == "a Go <https://x.test/a?b=1&c=2> b\n[image: q.png] https://y.test/z.\n\nc <d>\n"
    shown = text.rich(body, "ar")
    assert 'href="https://x.test/a?b=1&amp;c=2"' in shown
    assert '<img src="cid:q.png" alt="">' in shown
    assert '<a href="https://y.test/z">https://y.test/z</a>.' in shown
    assert shown.count('<p dir="rtl">') == 2
    assert "c &lt;d&gt;" in shown


@pytest.mark.parametrize("kind", sorted(attachments.GENERATORS))
def test_every_attachment_is_deterministic_and_typed(kind: str) -> None:
    item = Attachment(
        kind, "n", url="https://x.test/y", text='a "b"\nc', password="p", inner="i.txt", sender="a@b.test"
    )
    assert build(item) == build(item)
    assert build(item)[0]
    assert "/" in build(item)[1]


def test_what_the_files_hold() -> None:
    qr = Image.open(io.BytesIO(attachments.png_qr(Attachment("png_qr", "n", url="https://x.test/y"))))
    assert [code.text for code in zxingcpp.read_barcodes(qr)] == ["https://x.test/y"]
    locked = zipfile.ZipFile(
        io.BytesIO(attachments.zip_password(Attachment("", "", password="p", inner="i", text="t")))
    )
    assert locked.infolist()[0].flag_bits & 1
    assert locked.read("i", pwd=b"p") == b"t"
    macro = zipfile.ZipFile(io.BytesIO(attachments.docx_macro(Attachment("", "")))).read("word/vbaProject.bin")
    assert olefile.OleFileIO(macro).listdir() == [["VBA", "dir"]]
    with pikepdf.open(io.BytesIO(attachments.pdf_link(Attachment("", "", url="https://x.test/y")))) as document:
        assert str(document.pages[0].Annots[0].A.URI) == "https://x.test/y"


def fake(verdict: str, probability: float) -> spear.Answer:
    return spear.Answer(verdict, probability)


def test_figures_count_pairs() -> None:
    first = next(each for each in SCENARIOS if len(each.attack) == 1)
    good = spear.Outcome(first, [fake("malicious", 0.9)], [fake("clean", 0.1)])
    missed = spear.Outcome(first, [fake("clean", 0.2)], [fake("clean", 0.1)])
    noisy = spear.Outcome(first, [fake("suspicious", 0.6)], [fake("suspicious", 0.7)])
    got = spear.figures([good, missed, noisy])
    assert [got[rate]["hits"] for rate in ("recall", "twin_clean", "separation", "ordered")] == [2, 2, 1, 2]
    assert got["twin_verdicts"] == {"clean": 2, "suspicious": 1}


def test_the_subsample_takes_every_third_of_each_file() -> None:
    kept = spear.subsample(SCENARIOS)
    assert {(each.technique, each.lang) for each in kept} == {(each.technique, each.lang) for each in SCENARIOS}
    counts = Counter((each.technique, each.lang) for each in SCENARIOS)
    assert len(kept) == sum((count + 2) // 3 for count in counts.values())


def test_tips_are_counted_by_verdict() -> None:
    tips = [Tip(str(n), "en", b"") for n in range(4)]
    got = spear.tip_figures(tips, [fake("clean", 0)] * 2 + [fake("suspicious", 0.6), fake("malicious", 0.9)])
    assert (got["malicious"], got["suspicious"]["hits"], got["suspicious"]["value"]) == (1, 1, 0.25)


def test_the_bench_prints_one_json_line_last(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spear, "load", lambda _: SCENARIOS)
    monkeypatch.setattr(spear, "load_tips", lambda _: TIPS)
    result = spear.main(["--lang", "en", "--misses"], judge=lambda raws: [fake("clean", 0.0)] * len(raws))
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].startswith('{"bench":"spear"')
    assert result["all"]["recall"]["value"] == 0
    assert result["tips"]["all"]["malicious"] == 0
    assert sum(" attack: clean" in line for line in lines) == result["all"]["pairs"]
