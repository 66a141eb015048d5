from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.common.similar import BANDS, byte_bands, text_bands

ENGLISH = (
    "Dear colleague, your mailbox of the campaign office will be closed tonight unless you confirm the list of "
    "volunteers that was sent to you last week. Please open the page of the security team and enter the code that "
    "the help desk gave to you, so that nobody else can read the plans for the last days before the vote."
)
ARABIC = (
    "السادة الزملاء، سيتم إغلاق صندوق البريد الخاص بمكتب الحملة هذه الليلة ما لم يتم تأكيد قائمة المتطوعين التي أُرسلت "
    "إليكم في الأسبوع الماضي. يُرجى فتح صفحة فريق الأمن وإدخال الرمز الذي سلّمه لكم مكتب المساعدة حتى لا يتمكن أحد غيركم "
    "من قراءة خطط الأيام الأخيرة قبل يوم الاقتراع"
)


def alike(one: str, other: str) -> bool:
    return not {*text_bands(one)}.isdisjoint(text_bands(other))


@pytest.mark.parametrize("text", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_what_kits_fill_in_does_not_matter(text: str) -> None:
    changed = f"1234 {text.upper()} https://evil.test/x?id=5 write to dana@harbour.example or call +1 555 0100"
    assert len(text_bands(text)) == BANDS
    assert alike(text, changed)


def test_arabic_spellings_are_one() -> None:
    other = ARABIC.replace("أ", "ا").replace("ي", "ی").replace("ة", "ه").replace("ك", "ک").replace("ّ", "")
    assert other != ARABIC
    assert text_bands(other) == text_bands(ARABIC)


def test_other_texts_are_not_alike() -> None:
    assert not alike(ENGLISH, ARABIC)
    assert not alike(ENGLISH, " ".join(reversed(ENGLISH.split())))


def test_a_short_text_says_nothing() -> None:
    assert text_bands("Please see attached.") == text_bands("") == ()


def test_near_duplicates_are_found_and_others_are_not() -> None:
    """As often as bands of five minima of 30 should: nearly always at 2 % changed words, hardly ever by chance."""
    random = Random(5)
    words = ["".join(random.choices("abcdefghij", k=6)) for _ in range(2_000)]
    found = chance = 0
    for _ in range(200):
        text = random.choices(words, k=100)
        changed = [word if random.random() > 0.02 else random.choice(words) for word in text]
        found += alike(" ".join(text), " ".join(changed))
        chance += alike(" ".join(text), " ".join(random.choices(words, k=100)))
    assert found >= 190
    assert chance == 0


def test_a_file_with_something_put_in_is_nearly_the_same() -> None:
    random = Random(5)
    data, other = random.randbytes(50_000), random.randbytes(50_000)
    changed = data[:20_000] + b"a name that was put in" + data[20_000:]
    assert not {*byte_bands(data)}.isdisjoint(byte_bands(changed))
    assert {*byte_bands(data)}.isdisjoint(byte_bands(other))
    assert byte_bands(b"") == byte_bands(b"short") == byte_bands(b"\x00" * 50_000) == ()


@given(st.text(max_size=300), st.binary(max_size=2_000))
def test_anything_can_be_asked(text: str, data: bytes) -> None:
    assert len(text_bands(text)) in (0, BANDS)
    assert len(byte_bands(data)) in (0, BANDS)
