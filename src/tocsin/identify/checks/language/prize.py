"""It says that the reader has won or was chosen for a prize, a gift or a reward."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="prize",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    attack=("T1566.002",),
    explain={
        "en": "It says that the reader has won or was chosen for a prize, a gift or a reward.",
        "ar": "تقول الرسالة إن القارئ فاز أو اختير لجائزة أو هدية أو مكافأة.",
    },
    phrases={
        "en": (
            r"(air fryer|power ?station|drill set|tool set|tupperware|cookware set|dyson|emergency kit|car kit|stanley cup) <8>(selected|chosen|winner|claim|free|survey|yours|giveaway)",
            r"(selected|chosen|winner|claim|free|survey|yours|giveaway):? <8>(air fryer|power ?station|drill set|tool set|tupperware|cookware set|dyson|emergency kit|car kit|stanley cup)",
            r"(you|you've|you have|your e-?mail|been|are) <4>(won|been selected|been chosen|chosen|selected|picked|lucky winner|the winner|our winner|a winner|a finalist|our lucky) <6>(prize|reward|gift|win|receive|winner|get|to claim|\$|€|£|exclusive|offer|free|million|lottery|iphone|package|grant|kit|set|participate)",
            r"(claim|collect|redeem|unlock|get|confirm|receive|grab) <3>(prize|reward|gift ?card|free gift|winnings|cash ?prize|bonus|voucher|sample|mystery box)s?( now| today|!|\.| here)?",
            "(congratulations|congrats)( |,|!) <6>(won|winner|selected|chosen|reward|lucky|prize|gift|your)",
            "(winner|winning) (notification|number|ticket|announcement|e-?mail|code)",
            r"(lottery|sweepstakes|lucky draw|jackpot|mega millions|powerball) (winner|winning|board|prize|draw|promotion|entry|program|ticket|international)\S*",
            r"(\d|1st|2nd|3rd|final|last|second|third)(nd|rd|th)? (attempt|notice|try|reminder) <6>(reward|gift|winner|prize|won|offer|package)",
        ),
        "ar": (
            "(فزت|ربحت|فزتم|ربحتم|مبروك|تهانينا|تم اختيارك|تم اختياركم|وقع الاختيار) <5>(جائزة|هدية|مكافأة|مبلغ|سحب|قسيمة|رابح|الفائز|هاتف|جائزه|دولار)",
            "(جائزة|جائزتك|جائزتكم|هديتك|هدية) <3>(مالية|نقدية|كبرى|بانتظارك|بانتظاركم|في انتظارك|مجانية|قيمة)",
            "(اليانصيب|يانصيب|السحب الكبير|قرعة)",
        ),
        "fa": (
            "(برنده|برنده ?ی) <3>(شده ?اید|شدید|جایزه|قرعه ?کشی|شده اید|خوش ?شانس|هستید|شد)",
            "(جایزه|هدیه|پاداش) <3>(نقدی|شما|رایگان|ویژه|ارزنده|دریافت)",
            "(قرعه ?کشی|لاتاری|بخت ?آزمایی)",
        ),
        "he": (
            "(זכית|זכיתם|נבחרת|נבחרתם|ברכות|מזל טוב) <4>(בפרס|בהגרלה|במתנה|פרס|מתנה|בשובר|לקבל|זוכה|ב)",
            "(הגרלה|הגרלת|לוטו|הפרס שלך|המתנה שלך)",
        ),
        "es": (
            r"(freidora|aspiradora|taladro|juego de herramientas|cafetera|batería de cocina|kit de emergencia|patinete) <8>(seleccionad\w*|elegid\w*|gratis|encuesta|ganad\w*|reclam\w*)",
            r"(seleccionad\w*|elegid\w*|gratis|encuesta|ganad\w*|reclam\w*):? <8>(freidora|aspiradora|taladro|juego de herramientas|cafetera|batería de cocina|kit de emergencia|patinete)",
            r"(ha |has )?(ganado|sido seleccionad\S|sido elegid\S|resultado ganador|ganador) <6>(premio|regalo|sorteo|recompensa|tarjeta|vale|recibir|euros|lotería|oportunidad)",
            r"(reclam|consig|recib|gan)\S* <4>(premio|regalo|recompensa|tarjeta regalo|vale|cupón)",
            "(felicidades|enhorabuena|felicitaciones) <6>(ganador|ganado|premio|seleccionad|elegid|regalo)",
            "(lotería|sorteo) <3>(ganador|internacional|premio|exclusivo|primitiva|nacional)",
        ),
        "fr": (
            r"(friteuse|aspirateur|perceuse|visseuse|coffret à outils|cafetière|batterie de cuisine|kit de secours|trottinette) <8>(sélectionné\w*|choisi\w*|gratuit\w*|offert\w*|sondage|remport\w*|réclame\w*)",
            r"(sélectionné\w*|choisi\w*|gratuit\w*|offert\w*|sondage|remport\w*|réclame\w*):? <8>(friteuse|aspirateur|perceuse|visseuse|coffret à outils|cafetière|batterie de cuisine|kit de secours|trottinette)",
            "(avez|as|êtes|été) <2>(gagné|sélectionné|choisi|l'heureux|tiré|gagnant) <6>(cadeau|prix|lot|récompense|bon d'achat|chèque|gagnant|recevoir|tirage|euros|loterie|carte)",
            r"(gagn|réclam|recev|récupér|remport)\S* <4>(prix|cadeau|récompense|lot|bon d'achat|chèque|coffret|iphone|ensemble|carte-cadeau)",
            "(félicitations) <6>(gagn|sélectionné|choisi|cadeau|récompense|prix)",
            "(grande loterie|jeu concours|jeu-concours|gagnant du tirage)",
        ),
        "de": (
            r"(heißluftfritteuse|akkuschrauber|werkzeugset|bohrmaschine|powerstation|topfset|notfallset|staubsauger|kaffeemaschine) <8>(ausgewählt|gratis|kostenlos|umfrage|gewonnen|sichern|gehört ihnen)",
            r"(ausgewählt|gratis|kostenlos|umfrage|gewonnen|sichern|gehört ihnen):? <8>(heißluftfritteuse|akkuschrauber|werkzeugset|bohrmaschine|powerstation|topfset|notfallset|staubsauger|kaffeemaschine)",
            "(sie|du) <4>(gewonnen|ausgewählt|ausgewählt worden|ausgelost|gewinner|auserwählt|glückliche)",
            r"(gewinnen|sichern|holen|erhalten|gewinne|sichere|hol|abholen) <6>(gutschein|gewinn|preis|geschenk|belohnung|iphone|prämie|geschenkkarte|probierpaket|paket|gewinnspiel|set\W)",
            "(gutschein|geschenk|belohnung|gewinn|prämie|geschenkkarte|preis) <5>(gewinnen|erhalten|sichern|abholen|wartet|verlosen|einlösen|freigeschaltet)",
            "(verlosung|gewinnspiel|glückspilz|gewinnbenachrichtigung|endauslosung|verlosen wir|gewinner)",
            "herzlichen glückwunsch",
        ),
        "pt": (
            r"(fritadeira|air fryer|aspirador|furadeira|parafusadeira|jogo de panelas|cafeteira|kit de emergência) <8>(selecionad\w*|escolhid\w*|grátis|pesquisa|ganh\w*|resgat\w*)",
            r"(selecionad\w*|escolhid\w*|grátis|pesquisa|ganh\w*|resgat\w*):? <8>(fritadeira|air fryer|aspirador|furadeira|parafusadeira|jogo de panelas|cafeteira|kit de emergência)",
            r"(você|foi|é|parabéns) <4>(ganhou|sorteado|selecionad\S|contemplad\S|escolhid\S|premiad\S|ganhador|vencedor)",
            r"(resgat|receb|ganh|reivindic|retir)\S* <4>(prêmio|brinde|presente|recompensa|vale-?presente|bônus|cupom)",
            "(sorteio|loteria|prêmio|raspadinha) <3>(especial|exclusivo|em dinheiro|ganhador|milh|garantid|federal)",
        ),
    },
    hits=lambda: [
        message(text="Resgate: fritadeira grátis"),
        message(text="Ha sido elegido para una freidora: freidora gratis"),
        message(text="Vous êtes sélectionné : friteuse sans huile"),
        message(text="Sie wurden bestimmt: Akkuschrauber gratis sichern"),
        message(text="You were selected: an air fryer is yours."),
        message(text="Congratulations, you have been selected to receive a free gift!"),
        message(text="Claim your prize today."),
        message(text="مبروك، فزت بجائزة مالية كبرى."),
        message(text="تم اختيارك للفوز بهديه قيمه، جائزتك بانتظارك"),
        message(text="شما برنده\u200cی جایزه نقدی شده\u200cاید."),
        message(text="قرعه كشي ويژه"),
        message(text="זכית בפרס גדול בהגרלה."),
        message(text="Ha sido seleccionado para recibir un premio."),
        message(text="Vous avez gagné un bon d'achat."),
        message(text="Sie wurden ausgewählt und können einen Gutschein gewinnen."),
        message(text="Parabéns, você ganhou! Resgate seu prêmio."),
    ],
    misses=lambda: [
        message(text="A fritadeira da sede quebrou."),
        message(text="La freidora de la sede no funciona."),
        message(text="La friteuse du local est en panne."),
        message(text="Der Akkuschrauber liegt im Keller des Büros."),
        message(text="The air fryer in our kitchen is broken, please order a new one."),
        message(text="We won the debate, and the elected mayor thanked us."),
        message(text="The Nobel committee announced its decision."),
        message(text="Unsere Kandidatin hat die Wahl klar für sich entschieden."),
    ],
)
def prize(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Prizes and rewards; not a raffle that one entered with a newsletter."""
    yield from said(mail, hits)
