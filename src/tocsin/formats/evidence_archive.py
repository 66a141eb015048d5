"""The archive in which evidence leaves: a ZIP that anybody can check offline (`scripts/verify_evidence.py`).

manifest.json     what is there: the case, each exhibit, its reference in the log, its salt; digests of the
                  last files below. The entry of this export in the log holds the digest of the manifest
entries.json      every entry of the log about it, as bytes in base64, with its inclusion proof (RFC 9162)
checkpoint.txt    the signed head of the log, and key.txt the key that signed it
evidence/ID       the contents, byte for byte
records/ID.json   who collected it, where, and what the file was called
case.jsonld       the same as CASE/UCO
handover.json     of a case whose lead is handed over: what else there is of it (`tocsin.model.custody.Handover`)
README.txt        how to check all this, in English and Arabic
"""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, Final

from msgspec import Struct

from tocsin.formats.case_uco import case_document
from tocsin.model.custody import Dossier, Exhibit
from tocsin.model.error import InputError
from tocsin.model.proof import Proof
from tocsin.model.sentence import say

FORMAT: Final = "tocsin-evidence/1"
HANDOVER: Final = "handover.json"
Contents = Callable[[str], bytes | None]
"""Gives a content of the vault by its reference."""


class Described(Struct, frozen=True):
    """What stands in an archive about its evidence. All of it hangs on the digest of the manifest."""

    manifest: bytes
    written: dict[str, bytes]
    """What was written for it, by the names of files."""
    files: dict[str, str]
    """References by the names of files."""

    @property
    def digest(self) -> str:
        """SHA-256 of the manifest, in hex."""
        return hashlib.sha256(self.manifest).hexdigest()


def describe(dossier: Dossier, handover: bytes | None = None) -> Described:
    """Return what stands in the archive of an export, before the log says that there was one."""
    written = {"case.jsonld": case_document(dossier), "README.txt": _README}
    if handover is not None:
        written[HANDOVER] = handover
    exhibits = [_exhibit(exhibit) for exhibit in dossier.exhibits]
    manifest = {
        "format": FORMAT, "archive": dossier.archive, "nonce": dossier.nonce, "case": dossier.case,
        "title": dossier.title, "organisation": dossier.organisation, "log": dossier.log,
        "exported_at": dossier.exported_at.isoformat(), "tool_version": dossier.tool_version, "exhibits": exhibits,
        "digests": {name: hashlib.sha256(content).hexdigest() for name, content in written.items()},
    }  # fmt: skip
    parts = [exhibit[name] for exhibit in exhibits for name in ("content", "record") if name in exhibit]
    return Described(_json(manifest), written, {part["file"]: part["ref"] for part in parts})


def write(described: Described, proofs: Sequence[Proof], contents: Contents, out: BinaryIO) -> None:
    """Write the archive; the proofs are of every entry about the evidence. One content is in memory at a time.

    Raises InputError where a content was erased since it was described.
    """
    entries = [
        {"seq": proof.seq, "entry": _b64(proof.entry), "proof": [_b64(hash_) for hash_ in proof.hashes]}
        for proof in proofs
    ]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, ref in described.files.items():
            if (content := contents(ref)) is None:
                raise InputError(say("evidence was erased during the export"), say("Export the case again."))
            archive.writestr(file, content)
        archive.writestr("manifest.json", described.manifest)
        archive.writestr("entries.json", _json(entries))
        archive.writestr("checkpoint.txt", proofs[0].checkpoint)
        archive.writestr("key.txt", proofs[0].key + "\n")
        for name, content in described.written.items():
            archive.writestr(name, content)


def _exhibit(exhibit: Exhibit) -> dict[str, Any]:
    added = exhibit.added
    described: dict[str, Any] = {
        "evidence": added.evidence, "state": exhibit.state, "size": added.size, "media_type": added.media_type,
        "sha256": exhibit.sha256, "seqs": [entry.seq for entry in exhibit.custody],
    }  # fmt: skip
    for name, path, ref in (
        ("content", f"evidence/{added.evidence}", added.content),
        ("record", f"records/{added.evidence}.json", added.record),
    ):
        if (salt := exhibit.salts.get(ref)) is not None:
            described[name] = {"file": path, "ref": ref, "salt": _b64(salt)}
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
whether this is the whole of what was exported, and who did what with each file. What it cannot show: that the
organisation listed every entry about a file when it exported this, or what was done after the head was signed.

--------

أدلة صادرة عن ناقوس (Tocsin). الملفات في المجلد evidence/ مطابقة لما جُمع، وقد تكون خطرة، فلا تُفتح بالنقر عليها.

للتحقق من هذا الأرشيف دون ناقوس: يُؤخذ البرنامج verify_evidence.py من الشيفرة المصدرية (مئة سطر بلغة بايثون، ولا يحتاج
إلا إلى مكتبة cryptography)، ويُطلب مفتاح التحقق من المنظمة بطريق آخر، ثم يُشغَّل الأمر المكتوب أعلاه.

يبيّن البرنامج هل كل ملف هو الذي يذكره السجل، وهل كل قيد وارد في السجل الموقَّع رأسه، وهل هذا كل ما صُدِّر، ومن فعل ماذا
بكل ملف. ولا يمكنه أن يثبت أن المنظمة أدرجت كل القيود المتعلقة بملف ما عند التصدير، ولا أن يبيّن ما جرى بعد توقيع رأس
السجل.
""".encode()
