"""The archive in which evidence leaves: a ZIP that anybody can check offline (`scripts/verify_evidence.py`).

manifest.json     what is there: the case, each exhibit, its reference in the log, its salt
entries.json      every entry of the log about it, as bytes in base64, with its inclusion proof (RFC 9162)
checkpoint.txt    the signed head of the log, and key.txt the key that signed it
evidence/ID       the contents, byte for byte
records/ID.json   who collected it, where, and what the file was called
case.jsonld       the same as CASE/UCO
README.txt        how to check all this, in English and Arabic
"""

from __future__ import annotations

import base64
import json
import zipfile
from collections.abc import Callable
from typing import Any, BinaryIO, Final

from tocsin.formats.case_uco import case_document
from tocsin.model.custody import Dossier, Exhibit, Salted

FORMAT: Final = "tocsin-evidence/1"
Contents = Callable[[str], Salted | None]
"""Gives a content of the vault by its reference."""


def write(dossier: Dossier, contents: Contents, out: BinaryIO) -> None:
    """Write the archive. One content is in memory at a time."""
    head = dossier.proofs[0]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        exhibits = [_exhibit(archive, exhibit, contents) for exhibit in dossier.exhibits]
        manifest = {
            "format": FORMAT, "archive": dossier.archive, "case": dossier.case, "title": dossier.title,
            "organisation": dossier.organisation, "log": dossier.log,
            "exported_at": dossier.exported_at.isoformat(), "tool_version": dossier.tool_version,
            "exhibits": exhibits,
        }  # fmt: skip
        entries = [
            {"seq": proof.seq, "entry": _b64(proof.entry), "proof": [_b64(hash_) for hash_ in proof.hashes]}
            for proof in dossier.proofs
        ]
        archive.writestr("manifest.json", _json(manifest))
        archive.writestr("entries.json", _json(entries))
        archive.writestr("checkpoint.txt", head.checkpoint)
        archive.writestr("key.txt", head.key + "\n")
        archive.writestr("case.jsonld", case_document(dossier))
        archive.writestr("README.txt", _README)


def _exhibit(archive: zipfile.ZipFile, exhibit: Exhibit, contents: Contents) -> dict[str, Any]:
    added = exhibit.added
    described: dict[str, Any] = {
        "evidence": added.evidence, "state": exhibit.state, "size": added.size, "media_type": added.media_type,
        "sha256": exhibit.sha256, "seqs": [entry.seq for entry in exhibit.custody],
    }  # fmt: skip
    for name, path, ref in (
        ("content", f"evidence/{added.evidence}", added.content),
        ("record", f"records/{added.evidence}.json", added.record),
    ):
        if (found := contents(ref)) is not None:
            archive.writestr(path, found.content)
            described[name] = {"file": path, "ref": ref, "salt": _b64(found.salt)}
    return described


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


_README: Final = """\
Evidence from Tocsin. The files under evidence/ are as they were collected: they may be dangerous. Do not open them by
a double click.

To check this archive without Tocsin: take the program verify_evidence.py from Tocsin's source code (100 lines of
Python; it needs only the library "cryptography"), ask the organisation by another way for its verifier key, and run

    python verify_evidence.py ARCHIVE.zip KEY

It says whether every file is the one that the log names, whether every entry stands in the log whose head was signed,
and who did what with each file. It cannot show that no entry about a file was left out.

--------

أدلة صادرة عن ناقوس (Tocsin). الملفات في المجلد evidence/ مطابقة لما جُمع، وقد تكون خطرة، فلا تُفتح بالنقر عليها.

للتحقق من هذا الأرشيف دون ناقوس: يُؤخذ البرنامج verify_evidence.py من الشيفرة المصدرية (مئة سطر بلغة بايثون، ولا يحتاج
إلا إلى مكتبة cryptography)، ويُطلب مفتاح التحقق من المنظمة بطريق آخر، ثم يُشغَّل الأمر المكتوب أعلاه.

يبيّن البرنامج هل كل ملف هو الذي يذكره السجل، وهل كل قيد وارد في السجل الموقَّع رأسه، ومن فعل ماذا بكل ملف.
ولا يمكنه أن يثبت أن هذا الأرشيف يضم كل القيود المتعلقة بملف ما.
"""
