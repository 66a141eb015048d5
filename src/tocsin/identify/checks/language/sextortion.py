"""It claims to have filmed the reader or taken over the device, and demands money for silence."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="sextortion",
    weight=Weight.STRONG,
    danger=Danger.PAYMENT,
    attack=("T1657",),
    explain={
        "en": "It claims to have filmed the reader or taken over the device, and demands money for silence.",
        "ar": "تزعم الرسالة أن القارئ صُوّر أو أن جهازه اختُرق، وتطلب مالًا مقابل السكوت.",
    },
    phrases={
        "en": (
            "(i|i've|we've|i have|we have) <4>(recorded|filmed|hacked|captured|infected|compromised|gained access|full access|installed|split.?screen) <6>(you (through|via|with|while|using|on)|your (device|webcam|camera|computer|screen|phone|account|system|operating|devices|microphone|router)|webcam|camera|malware|trojan|spyware|rat)",
            r"(video|recording|footage|screenshots?) <5>(of you (and|doing|with|while|to|in|on|being)|masturbat\w*|pleasur\w*|yourself|adult|porn\w*|sent to|send to)",
            "(pay|transfer|send|payment) <8>(bitcoin|btc|bitcoins|monero|cryptocurrency) <12>(wallet|address|delete|video|destroy|hours|otherwise|silence|publish)",
            r"(adult|porn\w*|xxx) (web)?sites? <8>(you|visited|visit|recorded|malware|camera)",
            "(all|your) <3>(contacts|friends|relatives|colleagues|family) <8>(video|footage|recording|will (see|receive|get)|photos)",
            "(bitcoin|btc) (wallet|address) ?:? <4>(bc1|[13][a-km-z1-9]{20})",
        ),
        "ar": (
            "(صورتك|سجلت|سجلنا|قمت بتصوير|تصويرك|اخترقت|قمت باختراق|لدي) <4>(كاميرا|كاميرتك|جهازك|حسابك|فيديو|تسجيل|مقطع|مقاطع|نظامك)",
            "(ادفع|تحويل|حول|دفع|أرسل) <6>(بيتكوين|البيتكوين|بتكوين)",
        ),
        "fa": (
            "(هک|فیلم|دسترسی|ضبط) <5>(دوربین|وب ?کم|دستگاه|گوشی|سیستم|تصویر) <3>(شما|تو|ات|شماست|کردم|کرده ?ام|دارم)",
            "(پرداخت|واریز|ارسال) <5>(بیت ?کوین|بیت کوین|رمزارز)",
        ),
        "he": (
            "(פרצתי|הקלטתי|צילמתי|השתלטתי|יש לי|השגתי) <5>(מצלמה|מצלמת|למחשב|למכשיר|סרטון|הקלטה|גישה|לחשבון|אותך)",
            "(שלם|העבר|תעביר|תשלום|לשלם) <5>(ביטקוין|בביטקוין)",
        ),
        "es": (
            "(grabad|grabé|hackead|hackeé|infect|accedido|tengo acceso|instalado) ?<6>(cámara|dispositivo|ordenador|vídeo|video|pantalla|tu cuenta|su cuenta|sistema|webcam|malware|virus)",
            r"(pag|transf|env)\S* <8>(bitcoin|btc|bitcoins)",
        ),
        "fr": (
            "(enregistré|filmé|piraté|infecté|accès complet|installé) <6>(caméra|webcam|appareil|ordinateur|vidéo|écran|votre compte|système|malware|virus|cheval de troie)",
            r"(pay|vers|envoy|transf)\S* <8>(bitcoin|btc|bitcoins)",
        ),
        "de": (
            "(aufgenommen|gehackt|gefilmt|infiziert|zugriff auf|installiert) <6>(kamera|webcam|gerät|computer|video|bildschirm|ihr konto|betriebssystem|malware|trojaner|schadsoftware)",
            r"(kamera|webcam|gerät\S*|computer|konto|video) <6>(aufgenommen|gehackt|gefilmt|infiziert)",
            "(zahlen|überweisen|senden|bezahlen|überweise) <8>(bitcoin|btc|bitcoins)",
        ),
        "pt": (
            "(gravei|gravado|hackeei|hackeado|infectei|acesso total|invadi|instalei) <6>(câmera|webcam|dispositivo|computador|vídeo|tela|sua conta|sistema|malware|vírus)",
            r"(pag|transf|envi)\S* <8>(bitcoin|btc|bitcoins)",
        ),
    },
    hits=lambda: [
        message(
            text="I have recorded you through your webcam. Send bitcoin to this wallet or all your contacts will see the video."
        ),
        message(text="اخترقت جهازك وصورتك بالكاميرا، ادفع المبلغ بعملة بيتكوين."),
        message(text="لدي تسجيل فيديو لك"),
        message(text="من دوربین گوشی شما را هک کردم، مبلغ را با بیت\u200cکوین پرداخت کنید؛ پرداخت با بيت کوین"),
        message(text="فیلم شما را از دوربین دستگاه شما ضبط کرده\u200cام"),
        message(text="פרצתי למחשב שלך ויש לי סרטון."),
        message(text="He grabado un vídeo con tu cámara; paga en bitcoin."),
        message(text="J'ai piraté votre appareil; payez en bitcoin."),
        message(text="Ich habe Ihre Kamera gehackt; zahlen Sie in Bitcoin."),
        message(text="Eu invadi seu computador e gravei um vídeo; pague em bitcoin."),
    ],
    misses=lambda: [
        message(text="The committee recorded the hearing and published the video."),
        message(text="The museum's camera was repaired."),
        message(text="Die Rede wurde auf Video aufgezeichnet."),
    ],
)
def sextortion(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Extortion with alleged recordings or stolen data."""
    yield from said(mail, hits)
