from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Unpack

import pytest
from sqlalchemy import inspect, text
from tests.conftest import Clock
from tests.fixtures.events import DAY, beginning, draft, judged

from tocsin.model import event as e
from tocsin.model.error import InputError, StoreError
from tocsin.model.people import Role, Tlp
from tocsin.model.verdict import Class, Danger
from tocsin.model.view import MessageFilter, QueueItem, Work
from tocsin.store import store as stores
from tocsin.store.engine import open_engine, transaction
from tocsin.store.schema import metadata
from tocsin.store.store import Store

LABELS = tuple(Tlp)


def test_migrations_make_the_tables_that_the_code_expects(store: Store, url: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = open_engine(url)
    with transaction(engine) as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert compare_metadata(context, metadata) == []
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == stores.SCHEMA
    engine.dispose()


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and (name or "").startswith("view_"))


def test_views_of_another_version_are_made_again(store: Store, url: str, clock: Clock) -> None:
    with store.write("harbour") as writer:
        writer.append(judged(writer, "m-1"))
    engine = open_engine(url)
    with transaction(engine, writes=True) as connection:
        connection.execute(text("UPDATE settings SET value = 'older' WHERE name = 'views'"))
        connection.execute(text("DROP TABLE view_messages"))
    later = Store(url, b"k" * 32, clock)
    with later.read("harbour") as reader:
        assert reader.views.message("m-1") is not None
    with transaction(engine, writes=True) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    later.close()
    old = Store(url, b"k" * 32, clock)
    with pytest.raises(StoreError, match="newer version"):
        old.organisations()
    old.close()


def test_a_wrong_address_is_told(tmp_path: Path, clock: Clock) -> None:
    for url in ("nonsense", "mysql://x/y", "oracle://x"):
        with pytest.raises(StoreError) as told:
            Store(url, None, clock)
        assert "sqlite:///FILE" in str(told.value.hint)
    (tmp_path / "text").write_text("this is no database, but long enough to be looked at" * 40)
    for url in (f"sqlite:///{tmp_path / 'no' / 'folder.db'}", f"sqlite:///{tmp_path / 'text'}"):
        broken = Store(url, None, clock)
        with pytest.raises(StoreError):
            broken.organisations()
        broken.close()


def test_the_queue_is_worst_first_and_paged_without_gaps(store: Store) -> None:
    with store.write("harbour") as writer:
        writer.append(*(judged(writer, f"m-{n}", probability=(n * 7 % 50) / 50) for n in range(120)))
        writer.append(judged(writer, "m-quiet", Class.CLEAN, 0.01))
        writer.append(draft(e.ClickReported(person="p", did=Danger.FILE, message="m-0")))
        writer.append(draft(e.SafetyAsked(question="q", person="p", kind="mail", message="m-quiet")))
    with store.read("harbour") as reader:
        found: list[QueueItem] = []
        after = None
        while True:
            page = reader.views.queue(LABELS, DAY, after=after, limit=17)
            found += page.items
            if (after := page.after) is None:
                break
        assert len({(item.kind, item.thing) for item in found}) == len(found) == 122
        assert [item.urgency for item in found] == sorted((item.urgency for item in found), reverse=True)
        assert [(item.kind, item.thing) for item in found[:2]] == [(Work.CLICK, "click-121"), (Work.MESSAGE, "m-0")]
        assert reader.views.waiting(LABELS, DAY) == {**dict.fromkeys(Work, 0), Work.CLICK: 1, Work.MESSAGE: 121}
        assert reader.views.waiting(LABELS, DAY, (Work.CLICK,)) == {Work.CLICK: 1}
        assert [one.kind for one in reader.views.queue(LABELS, DAY, set(Work) - {Work.CLICK}, limit=2).items] == [
            Work.MESSAGE, Work.MESSAGE,
        ]  # fmt: skip
        assert [item.thing for item in reader.views.queue(LABELS, DAY, (Work.CLICK,)).items] == ["click-121"]
        for place in ("x", "1:2:3", "1e999:1", ""):
            with pytest.raises(InputError):
                reader.views.queue(LABELS, DAY, after=place)


def test_messages_are_found_by_what_is_known_of_them(store: Store) -> None:
    with store.write("harbour") as writer:
        beginning(writer)
        writer.append(
            judged(writer, "m-1", techniques=("T1598",), recipients=("p-dana",)),
            judged(writer, "m-2", techniques=("T1598",), recipients=("p-sami",)),
            judged(writer, "m-3", Class.UNWANTED, 0.4, sender="Other@Sender.test"),
        )
        writer.append(draft(e.IncidentOpened(incident="i-1", title="0" * 64, messages=("m-2",))))
        writer.append(draft(e.VerdictCorrected(message="m-2", was=Class.MALICIOUS, now=Class.CLEAN)))

        def ids(**given: Unpack[MessageFilter]) -> list[str]:
            return [item.message for item in writer.views.messages(**given).items]

        assert ids(technique="T1598") == ["m-2", "m-1"]
        assert ids(technique="T1598", recipient="p-dana") == ["m-1"]
        assert ids(sender="other@sender.test") == ["m-3"]
        assert ids(incident="i-1") == ids(state="corrected") == ["m-2"]
        assert ids(verdict="unwanted") == ["m-3"]
        by_content = writer.views.message_by_content(b"m-1".hex().ljust(64, "0"))
        assert by_content is not None
        assert by_content.message == "m-1"
        counted = {c.value: c.messages for c in writer.views.counts("verdict", date(2026, 1, 1), DAY.date())}
        assert counted == {"malicious": 1, "clean": 1, "unwanted": 1}
        targets = {c.value: c.messages for c in writer.views.counts("target", date(2026, 1, 1), DAY.date())}
        assert targets == {"p-dana": 1}


def test_a_session_is_found_by_its_secret_in_whichever_organisation(store: Store) -> None:
    store.begin("quay")
    with store.write("quay") as writer:
        session = e.SessionOpened(session="s-1", person="p-1", credentials=("c",), secret="ab" * 32, expires_at=DAY)
        writer.append(draft(session))
    found = store.session("ab" * 32)
    assert found is not None
    assert (found.organisation, found.person, found.expires_at) == ("quay", "p-1", DAY)
    assert store.session("cd" * 32) is None


def test_a_removed_person_loses_roles_sessions_and_credentials(store: Store) -> None:
    with store.write("harbour") as writer:
        beginning(writer)
        assert writer.views.people()[0].roles == (Role.LEAD,)
        writer.append(
            draft(e.CredentialAdded(credential="c-1", person="p-dana", kind="totp", record="0" * 64)),
            draft(e.SessionOpened(session="s-1", person="p-dana", credentials=(), secret="ab" * 32, expires_at=DAY)),
        )
        assert len(writer.views.sessions("p-dana")) == len(writer.views.credentials("p-dana")) == 1
        writer.append(draft(e.PersonRemoved(person="p-dana")))
        assert [person.person for person in writer.views.people()] == ["p-sami"]
        assert not writer.views.sessions("p-dana")
        assert not writer.views.credentials("p-dana")
        assert writer.views.person_by_address("dana@harbour.example") is None


def test_no_view_is_a_table_of_the_truth(store: Store, url: str) -> None:
    engine = open_engine(url)
    with transaction(engine) as connection:
        names = set(inspect(connection).get_table_names())
    engine.dispose()
    assert {name for name in names if not name.startswith("view_")} == {*metadata.tables, "alembic_version"}
