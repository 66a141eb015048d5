"""Every message of the command line exists in Arabic; a missing, fuzzy or stale one is a failure."""

from __future__ import annotations

import ast
import inspect
import re
from collections import defaultdict
from io import BytesIO
from pathlib import Path
from typing import Any

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner

from tocsin.cli.main import main
from tocsin.cli.scan import command as scan
from tocsin.identify.advice import ADVICE, FIRST
from tocsin.model.sentence import LANGUAGES
from tocsin.render.words import Words

SOURCE = Path(__file__).parents[2] / "src" / "tocsin"
PO = SOURCE / "locale" / "ar" / "LC_MESSAGES" / "tocsin.po"
METHODS = [("**/templates/**.j2", "jinja2.ext:babel_extract"), ("**.py", "python")]
FOR_PROGRAMMERS = {
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Could not determine name for option with declarations {decls!r}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    (
        "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? "
        "Did you mean to pass '--{name}'?"
    ),
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    "Value must be an iterable.",
}
"""Messages of click that only who writes a command can see."""
PLACEHOLDER = re.compile(r"%\(\w+\)s")
ARABIC = re.compile("[\u0621-\u064a]")


def _catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="ar")


def _messages() -> list[Message]:
    return [message for message in _catalogue() if message.id]


def _first(message_id: Any) -> str:
    return str(message_id if isinstance(message_id, str) else message_id[0])


def _forms(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _in_the_code() -> set[str]:
    found = extract_from_dir(str(SOURCE), method_map=METHODS, keywords={**DEFAULT_KEYWORDS, "say": None})
    return {_first(message) for _, _, message, _, _ in found} | _in_the_help()


def _in_the_help() -> set[str]:
    """Texts of commands and options, as click would show them."""
    context = click.Context(main)
    commands = [main, *filter(None, (main.get_command(context, name) for name in main.list_commands(context)))]
    for group in commands[1:]:
        if isinstance(group, click.Group):
            commands += _within(group)
    texts = [text for command in commands for text in (command.help, command.epilog)]
    options = [param for command in commands for param in command.params if isinstance(param, click.Option)]
    assert all(option.help for option in options)
    texts += [text for option in options for text in (option.help, option.show_default) if isinstance(text, str)]
    return {inspect.cleandoc(text) for text in texts if text}


def _within(group: click.Group) -> list[click.Command]:
    found = list(group.commands.values())
    return found + [deeper for one in found if isinstance(one, click.Group) for deeper in _within(one)]


def _calls(name: str) -> list[ast.Call]:
    trees = (ast.parse(file.read_text("utf-8")) for file in SOURCE.rglob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == name]


def test_every_message_of_the_code_is_in_the_catalogue_and_no_other() -> None:
    known = {_first(message.id) for message in _messages()}
    assert _in_the_code() == known


def test_every_sentence_is_a_literal_that_the_catalogue_can_hold() -> None:
    """With this, and with errors and hints typed as sentences, no text can reach a reader past the catalogue."""
    calls = _calls("say")
    assert len(calls) > 50
    for call in calls:
        (text,) = call.args
        is_label = isinstance(text, ast.Subscript) and isinstance(text.value, ast.Name) and text.value.id == "REASONS"
        assert is_label or (isinstance(text, ast.Constant) and isinstance(text.value, str)), ast.unparse(call)
        if isinstance(text, ast.Constant):
            assert set(re.findall(r"%\((\w+)\)s", str(text.value))) == {word.arg for word in call.keywords}
    assert len(_calls("Sentence")) == 1, "sentences are made by `say`"


def test_a_text_that_is_missing_would_be_noticed() -> None:
    known = {_first(message.id) for message in _messages()}
    for text in (scan.help, _option_help(), "there is no such file or folder", "Missing parameter"):
        assert text
        in_catalogue = known | {_first(message.id) for message in _of_click()}
        assert inspect.cleandoc(text) in in_catalogue


def _option_help() -> str:
    return next(str(param.help) for param in scan.params if isinstance(param, click.Option))


def _of_click() -> list[Message]:
    with PO.with_name("click.po").open("rb") as file:
        return [message for message in read_po(file, locale="ar") if message.id]


def test_every_message_of_click_has_its_arabic() -> None:
    root = str(Path(click.__file__).parent)
    said = {_first(message) for _, _, message, _, _ in extract_from_dir(root)}
    known = {_first(message.id): message for message in _of_click()}
    assert said - FOR_PROGRAMMERS == set(known)
    for text, message in known.items():
        for form in _forms(message.string):
            assert ARABIC.search(form), text
            assert set(re.findall(r"{(\w+)", form)) <= set(re.findall(r"{(\w+)", " ".join(_forms(message.id)))), text


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["--help"], "الأوامر"),
        (["scan", "--help"], "الخيارات"),
        (["scan", "-h", "--lang", "ar"], "كتابة تقرير"),
        (["scan"], "Error"),
        (["scan", "--jobs", "x", "y"], "--jobs"),
        (["nonsense"], "nonsense"),
    ],
)
def test_help_and_usage_errors_speak_arabic(arguments: list[str], shown: str) -> None:
    result = CliRunner().invoke(main, arguments, prog_name="tocsin", env={"TOCSIN_LANG": "ar"})
    assert len(ARABIC.findall(result.output)) > 20
    assert shown in result.output or shown == "Error"
    assert "Error" not in result.output


def test_an_option_and_its_help_are_two_runs_of_arabic() -> None:
    output = CliRunner().invoke(main, ["scan", "--help"], env={"TOCSIN_LANG": "ar"}).output
    line = next(line for line in output.splitlines() if "--report" in line)
    assert re.search("--report \\S+ +\u200e[\u0621-\u064a]", line)


def test_the_same_process_can_speak_english_again() -> None:
    for language, word in (("ar", "الأوامر"), ("en", "Commands"), ("ar", "الأوامر")):
        assert word in CliRunner().invoke(main, ["--help"], env={"TOCSIN_LANG": language}).output


def test_none_is_fuzzy_or_empty() -> None:
    for message in _messages():
        assert not message.fuzzy, message.id
        assert all(form.strip() for form in _forms(message.string)), message.id


def test_plural_messages_have_the_six_arabic_forms() -> None:
    plural = [message for message in _messages() if message.pluralizable]
    assert plural
    assert {len(_forms(message.string)) for message in plural} == {6}
    assert _catalogue().num_plurals == 6


def test_every_sentence_can_be_filled() -> None:
    """A lone percent sign breaks a page as soon as it is shown."""
    values: dict[str, object] = defaultdict(lambda: "x")
    for message in _messages():
        for text in _forms(message.string):
            assert text % values, message.id


def test_placeholders_are_those_of_the_english() -> None:
    for message in _messages():
        expected = set(PLACEHOLDER.findall(_first(message.id)))
        for form in _forms(message.string):
            assert set(PLACEHOLDER.findall(form)) <= expected, message.id
        assert set(PLACEHOLDER.findall(_forms(message.string)[-1])) == expected, message.id


def test_they_are_arabic() -> None:
    for message in _messages():
        assert all(ARABIC.search(form) for form in _forms(message.string)), message.id


@pytest.mark.parametrize("po", [PO, PO.with_name("click.po")], ids=lambda po: po.name)
def test_the_compiled_catalogue_is_that_of_the_text(po: Path) -> None:
    compiled = BytesIO()
    with po.open("rb") as file:
        write_mo(compiled, read_po(file, locale="ar"))
    assert po.with_suffix(".mo").read_bytes() == compiled.getvalue(), "run pybabel compile -i tocsin.po -o tocsin.mo"


@pytest.mark.parametrize(
    ("number", "form"), [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (103, 3)]
)
def test_numbers_choose_their_form(number: int, form: int) -> None:
    message = next(m for m in _messages() if _first(m.id) == "%(n)s message judged.")
    shown = Words("ar").ngettext("%(n)s message judged.", "%(n)s messages judged.", number)
    assert shown == _forms(message.string)[form] % {"n": f"\u2068{number}\u2069"}


def test_advice_is_alike_in_both_languages() -> None:
    for steps in [FIRST, *(part for advice in ADVICE.values() for part in (advice.now, advice.after))]:
        assert set(steps) == set(LANGUAGES)
        assert len(steps["en"]) == len(steps["ar"])
        assert all(ARABIC.search(step) for step in steps["ar"])
        assert not any(ARABIC.search(step) for step in steps["en"])


def test_arabic_counts_as_arabic_does() -> None:
    """Eleven to ninety-nine take the accusative, hundreds the genitive (CLDR: many, other)."""
    words = Words("ar")
    ends = {n: words.ngettext("%(n)s day", "%(n)s days", n) for n in (3, 11, 30, 99, 100, 101, 365)}
    assert {n for n, said in ends.items() if said.endswith("يومًا")} == {11, 30, 99, 365}
    assert ends[100].endswith("يوم")
    assert ends[3].endswith("أيام")
