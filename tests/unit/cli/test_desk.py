"""The desk in the terminal, as a person uses it: one command after the other, in both languages."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.cli.terminal import ATTACK, done, ids, run
from tests.unit.scan.mailboxes import mail as written

from tocsin.model.error import BreakGlassError, InputError


def test_mail_from_its_arrival_to_what_is_learnt(harbour: Path) -> None:
    bad, calm = harbour / "bad.eml", harbour / "calm.eml"
    bad.write_bytes(written(9, "Quaymail <help@sender.test>", subject="Your account", text=ATTACK))
    calm.write_bytes(written(3, subject="Minutes", text="Dear Sami, here are the minutes. Vera"))
    said = done("mail", "submit", str(bad), str(calm), "--keep-days", "9")
    (message,) = ids(said, "mail")
    assert message in done("mail", "queue")
    assert "help@sender.test" in done("mail", "list", "--verdict", "suspicious")
    listed = done("mail", "list", "--lang", "ar")
    assert "مغلقة" in listed
    assert "Minutes" not in listed
    (sealed,) = set(ids(listed, "mail")) - {message}
    assert isinstance(run("mail", "show", sealed).exception, BreakGlassError)
    assert "mail-judged" in done("mail", "show", message)
    assert "sami@harbour.example" in done("mail", "warn", message, "--text", "Do not open it.")
    assert done("mail", "others", message) == ""
    done("mail", "confirm", message)
    done("mail", "correct", message, "--to", "unwanted", "--note", "only an advertisement")
    assert "Wrote 1 message." in done("mail", "corrections", str(harbour / "learn"))
    assert (harbour / "learn" / "unwanted" / f"{message}.eml").read_bytes() == bad.read_bytes()
    (line,) = (harbour / "learn" / "corrections.jsonl").read_text().splitlines()
    assert json.loads(line) == {"message_id": "9@mail.test", "verdict": "unwanted"}
    done("mail", "dismiss", message)
    assert done("mail", "queue") == done("mail", "glass") == ""
    assert {one["value"] for one in json.loads(done("mail", "figures"))["verdicts"]} == {"unwanted", "clean"}
    incident = ids(done("incident", "open", "Mails to the desk", "--message", message), "incident")[0]
    done("incident", "change", incident, "--note", "One more call", "--title", "Mails and calls")
    assert "Mails and calls" in done("incident", "list", "--state", "open")
    done("incident", "close", incident, "--outcome", "unknown")
    shown = done("incident", "show", incident)
    assert all(word in shown for word in (message, "One more call", "closed", "incident-opened"))
    assert "No such command" in run("mail", "tell", "grant-0").output, "nobody knows who sits at the terminal"


def test_asking_is_answered_in_both_languages(harbour: Path) -> None:
    told = done("ask", "text", answer=ATTACK)
    assert "Do not follow the link" in told
    assert "عدم فتح الرابط" in done("ask", "text", ATTACK, "--lang", "ar")
    assert "not proof of safety" in done("ask", "text", "See you on Thursday at ten")
    questions = done("ask", "list")
    assert len(ids(questions, "question")) == 3
    assert "http://" not in questions
    first, second, third = ids(questions, "question")
    steps = done("ask", "clicked", "credentials", "--question", third, "--note", "I typed it")
    assert "change the password" in steps
    assert "clicked" in done("ask", "all")
    queue = done("mail", "queue")
    assert queue.splitlines()[0].startswith("Somebody clicked")
    assert "I typed it" in queue
    assert ids(queue, "question")[0] in (second, third)
    assert "Somebody clicked: 1" in done("mail", "waiting").replace("\u2068", "").replace("\u2069", "")
    assert "نقرة" in done("mail", "queue", "--kind", "click", "--lang", "ar")
    done("ask", "handled", *ids(done("mail", "queue", "--kind", "click"), "click"), "--note", "all is well")
    assert done("mail", "queue", "--kind", "click") == ""
    done("ask", "answer", third, "Do not use that page.")
    done("ask", "close", first, second)
    assert done("mail", "queue") == ""
    assert "Do not use that page." in done("ask", "list")
    assert "http" not in done("ask", "show", third).replace("hxxp", "")
    mail = harbour / "bad.eml"
    mail.write_bytes(written(9, "Quaymail <help@sender.test>", subject="Your account", text=ATTACK))
    done("ask", "mail", str(mail))
    assert "reported" in done("mail", "queue")
    (harbour / "note.png").write_text("no picture")
    assert isinstance(run("ask", "picture", str(harbour / "note.png")).exception, InputError)


def test_people_come_change_and_go(harbour: Path) -> None:
    (person,) = ids(done("person", "add", "Vera North", "--address", "vera@harbour.example"), "person")
    done("person", "change", person, "--name", "Vera North-Lind", "--high-risk")
    done("person", "role", person, "--give", "admin", "--give", "analyst", "--take", "analyst")
    done("person", "clearance", person, "amber")
    shown = done("person", "show", person)
    assert "Vera North-Lind" in shown
    assert "admin,high-risk" in shown
    assert len(done("person", "invite", person).strip()) == 43
    token = run("token", "make", person, "--scope", "ask", "--name", "gateway")
    assert "gateway" in done("person", "sessions", person)
    done("token", "revoke", ids(token.stderr, "token")[0])
    assert "gateway" not in done("person", "sessions", person)
    done("person", "lock", person)
    assert done("person", "credentials", person) == ""
    assert "last administrator" in str(run("person", "remove", person).exception)
    (dana,) = [line.split()[0] for line in done("person", "list").splitlines() if "dana@" in line]
    done("person", "remove", dana)
    assert "dana@" not in done("org", "export")
    assert len(done("org", "first-run").strip()) == 43
