from __future__ import annotations

from tocsin.identify.columns import frame_of
from tocsin.identify.countries import CENTRES
from tocsin.identify.origins import Origin, Surroundings
from tocsin.identify.stories import event


def lookup(address: str) -> Origin | None:
    return ("IS", 64500, "Rented", None, None) if address == "192.0.2.1" else None


def test_what_the_provider_says_comes_first_and_the_rest_is_filled() -> None:
    frame = Surroundings((lookup,), frozenset({"192.0.2.1"}), frozenset({64500})).of(
        frame_of([event(ip="192.0.2.1"), event(ip="192.0.2.1", country="AU", asn=7), event(ip="192.0.2.2"), event()])
    )
    assert frame.get_column("country").to_list() == ["IS", "AU", "", ""]
    assert frame.get_column("asn").to_list() == [64500, 7, 0, 0]
    assert frame.get_column("tor").to_list() == [True, True, False, None]
    assert frame.get_column("hosting").to_list() == [True, False, None, None]
    assert frame.get_column("latitude").to_list() == [65.0, -25.0, None, None]
    assert frame.get_column("exact").to_list() == [False] * 4


def test_without_data_nothing_is_guessed() -> None:
    frame = Surroundings().of(frame_of([event(ip="192.0.2.1")]))
    assert frame.select("tor", "hosting", "judged").row(0) == (None, None, None)


def test_where_no_mail_was_bad_no_link_is() -> None:
    frame = Surroundings(judged={}).of(frame_of([event(message="m@x"), event(object="https://evil.example/")]))
    assert frame.get_column("judged").to_list() == [False, False]


def test_judged_messages_and_links() -> None:
    frame = Surroundings(judged={"evil.example": "malicious", "m@x": "malicious"}).of(
        frame_of(
            [
                event(object="https://user@EVIL.example:8/x"),
                event(object="https://evil.example.org/"),
                event(message="m@x"),
                event(message="<m@x>"),
                event(object="evil.example"),
            ]
        )
    )
    assert frame.get_column("judged").to_list() == [True, False, True, True, False]


def test_order_and_rows_stay() -> None:
    events = [event(minute=n, ip=f"192.0.2.{n % 3}", id=str(n)) for n in range(9)]
    assert Surroundings((lookup,)).of(frame_of(events)).get_column("id").to_list() == [str(n) for n in range(9)]


def test_centres_are_degrees_of_two_letter_codes() -> None:
    assert len(CENTRES) > 240
    assert all(len(code) == 2 and abs(lat) <= 90 and abs(lon) <= 180 for code, (lat, lon) in CENTRES.items())
