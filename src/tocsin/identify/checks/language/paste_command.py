"""It tells to paste and run a command on the computer."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="paste-command",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=(
        "T1204.004",
        "T1059",
    ),
    explain={
        "en": "It tells the reader to paste and run a command on the computer. No service repairs anything that way.",
        "ar": "تطلب الرسالة لصق أمر وتشغيله على الحاسوب، وما من خدمة تصلح شيئًا بهذه الطريقة.",
    },
    phrases={
        "en": (
            r"(press|hold|hit|use|open) <3>(windows|win|command|cmd|⊞|start)( key)? ?(\+|and|plus|-) ?(r|x|space)\W",
            r"(paste|ctrl ?\+ ?v|command ?\+ ?v) <6>(terminal|powershell|command prompt|run (box|dialog|window)|console|address bar of (file )?explorer)",
            r"(open|launch|start|run) <3>(terminal|powershell|command prompt|run dialog|cmd\.exe|the console) <12>(paste|copy|enter|type|press)",
        ),
        "ar": (
            "(اضغط|الضغط على|افتح|فتح) <3>(ويندوز|win|windows|powershell|الطرفية|موجه الأوامر|نافذة التشغيل) <10>(الصق|لصق|والصق|ولصق|r)",
            "(الصق|لصق|انسخ|نسخ) <5>(الأمر|أمر) <6>(تشغيل|الطرفية|powershell|نافذة|موجه|ويندوز)",
        ),
        "fa": (
            "(کلید|دکمه|فشار) <4>(ویندوز|win|windows) <6>(r|چسباندن|پیست|جایگذاری|فشار)",
            "(فرمان|دستور) <5>(پیست|جای ?گذاری|بچسبانید|اجرا کنید|کپی) <5>(ترمینال|powershell|خط فرمان|پنجره|کنید)",
            "(ترمینال|powershell|خط فرمان) <8>(پیست|بچسبانید|جای ?گذاری|کپی)",
        ),
        "he": (
            "(הקש|הקישו|לחץ|לחצו|פתח|פתחו) <3>(windows|win|חלונות|טרמינל|powershell|שורת הפקודה) <10>(הדבק|הדביקו|והדבק|והדביקו|r)",
            "(הדבק|הדביקו|להדביק|העתק|העתיקו) <5>(פקודה|הפקודה) <6>(טרמינל|powershell|הפעלה|חלון|בחלון|שורת)",
        ),
        "es": (
            r"(pulse|presione|presiona|abra|abre) <4>(windows|win|terminal|powershell|símbolo del sistema|ejecutar) <12>(pegu|pega|pegar|r\W)",
            "(pegue|pega|copie|copia) <5>(comando) <6>(terminal|powershell|ejecutar|ventana|símbolo)",
        ),
        "fr": (
            r"(appuyez|ouvrez|pressez) <4>(windows|win|terminal|powershell|invite de commandes|exécuter) <12>(coll|r\W)",
            "(collez|copiez) <5>(commande) <6>(terminal|powershell|exécuter|fenêtre|invite)",
        ),
        "de": (
            r"(drücken|öffnen) <4>(windows|win|terminal|powershell|eingabeaufforderung|ausführen)\S* <12>(einfügen|füge|fügen|r\W)",
            "(befehl) <6>(einfügen|kopieren|fügen)",
        ),
        "pt": (
            r"(pressione|aperte|abra) <4>(windows|win|terminal|powershell|prompt de comando|executar) <12>(col|r\W)",
            "(cole|copie) <5>(comando) <6>(terminal|powershell|executar|janela|prompt)",
        ),
    },
    hits=lambda: [
        message(text="Press Windows + R, then paste the text with Ctrl + V and press Enter."),
        message(text="Copy the line and paste it into the Terminal."),
        message(text="انسخ الأمر والصقه في نافذة التشغيل: انسخ الأمر التالي في نافذة التشغيل."),
        message(text="الصق الامر في موجه الاوامر"),
        message(text="ترمینال را باز کنید و فرمان را پیست کنید."),
        message(text="دستور زير را كپي کنید"),
        message(text="הדביקו את הפקודה בחלון ההפעלה."),
        message(text="Copie el comando y péguelo en la ventana de la terminal: copie el comando en la terminal."),
        message(text="Collez la commande dans le terminal."),
        message(text="Öffnen Sie die PowerShell und dann den Befehl einfügen."),
        message(text="Cole o comando no terminal."),
    ],
    misses=lambda: [
        message(text="The press opened the terminal of the airport to visitors."),
        message(text="The minister is in command of the run-off."),
        message(text="Der Befehl über die Truppe liegt beim Parlament."),
    ],
)
def paste_command(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Run box, terminal or PowerShell, and pasting into it."""
    yield from asked(mail, hits)
