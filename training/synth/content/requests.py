"""What somebody who poses as the boss asks for, in eight languages, and the honest request that sounds like it."""

from training.synth.schema import PERSONAL, PLAIN, REPLY, Kind, Lang


def _gift_cards(subjects: tuple[str, ...], body: tuple[tuple[str, ...], ...]) -> Kind:
    return Kind(
        id="gift-cards", label="malicious", sender="stranger", link="reply", subjects=subjects, body=body,
        layouts=(PLAIN, PERSONAL, REPLY), weight=0.8,
    )  # fmt: skip


def _boss_payment(subjects: tuple[str, ...], body: tuple[tuple[str, ...], ...]) -> Kind:
    return Kind(
        id="boss-payment", label="malicious", sender="stranger", link="reply", subjects=subjects, body=body,
        layouts=(PLAIN, PERSONAL, REPLY), weight=0.8,
    )  # fmt: skip


def _present(subjects: tuple[str, ...], body: tuple[tuple[str, ...], ...]) -> Kind:
    return Kind(
        id="present-for-colleague", label="clean", sender="colleague", link="none", subjects=subjects, body=body,
        layouts=(PLAIN, PERSONAL), weight=0.5, words={"friend": ("Ruth", "Tom", "Amina", "Carl", "Ines", "Joseph")},
    )  # fmt: skip


ATTACKS: dict[Lang, tuple[Kind, ...]] = {
    "en": (
        _gift_cards(
            ("{Are you|You} {free|there|at your desk}?", "{Quick|Small} {favour|errand}", "{Need|A} {hand|surprise} {today|now}", "{Request|Task} {for you|before noon}"),
            (
                ("{I am|I'm} {in a meeting|on a panel} {until $time|all day} and {cannot|can't} {call|talk}.", "{I need|There is} something {done|to do} {today|within the hour}."),
                ("{Buy|Pick up|Get} {$num|some} {gift cards|Apple gift cards|Steam cards} {worth $small each|for the {team|volunteers}}.", "{Could you|Can you} {purchase|get me} $num {vouchers|gift cards} of $small {at the nearest shop|on your way}?"),
                ("{Scratch|Scratch off} the back and {send me the codes|send photos of the codes} {here|by answer}.", "{Send|Mail} me the {codes|pins} {once|as soon as} you have them; {I reimburse you|you get it back} {tonight|tomorrow}."),
                ("", "{Keep it between us|Tell nobody}, {it is a surprise|please}."),
            ),
        ),
    ),
    "de": (
        _gift_cards(
            ("{Sind Sie|Bist du} {da|am Platz|erreichbar}?", "{Kleine|Kurze} {Bitte|Aufgabe}", "{Brauche|Bitte um} {Hilfe|Unterstützung} {heute|jetzt}", "{Überraschung|Auftrag} {fürs Team|heute}"),
            (
                ("Ich {sitze|bin} {bis $time|} in {einer Sitzung|einem Termin} und kann nicht telefonieren.", "{Es eilt|Das muss heute noch sein}."),
                ("{Kaufen|Besorgen} Sie {bitte|} {$num|einige} {Geschenkkarten|Gutscheinkarten|Google-Play-Karten} {zu je $small|für die Helfer}.", "Könnten Sie $num {Gutscheinkarten|Apple-Karten} {besorgen|kaufen}? {Gern im nächsten Markt.|}"),
                ("{Rubbeln|Kratzen} Sie die {Rückseite|Codes} frei und {schicken|mailen} Sie mir {die Codes|Fotos der Codes}.", "Die Codes {bitte|} {sofort|gleich} an diese Adresse, das Geld {gibt es|bekommen Sie} {heute Abend|morgen} zurück."),
                ("", "{Bitte zu niemandem ein Wort|Behalten Sie es für sich}."),
            ),
        ),
        _boss_payment(
            ("{Überweisung|Zahlung} {heute|noch vor $time}", "{Eilige|Vertrauliche} {Zahlung|Sache}", "{Sind Sie im Büro|Kurze Frage}{?|}", "{Rechnung|Anzahlung} {offen|dringend}"),
            (
                ("Ich brauche {heute|bis $time} eine {Überweisung|Zahlung} {über|von} $amount.", "{Können Sie|Schaffen Sie} {noch heute|jetzt} eine {Auslandsüberweisung|Zahlung} {über $amount|}?"),
                ("Die {Bankdaten|Kontodaten} {schicke ich|sende ich}, sobald Sie {antworten|bereit sind}.", "{Schreiben Sie mir nur hier|Bitte nur per Mail}, {ich bin in einer Sitzung|ich kann nicht telefonieren}."),
                ("", "Die Sache ist {vertraulich|noch nicht öffentlich}."),
            ),
        ),
    ),
    "es": (
        _gift_cards(
            ("¿{Estás|Está} {disponible|en la oficina}?", "{Un favor|Encargo} {rápido|pequeño}", "{Necesito|Pido} {ayuda|un favor} {hoy|ahora}", "{Sorpresa|Recado} para el equipo"),
            (
                ("Estoy en una {reunión|conferencia} {hasta las $time|} y no puedo {hablar|llamar}.", "{Es urgente|Tiene que ser hoy}."),
                ("{Necesito que compres|Compra} {$num|unas} tarjetas {de regalo|regalo|de Google Play|de Steam} {de $small cada una|para el equipo}.", "¿Puedes {conseguir|comprar} $num tarjetas {regalo|de regalo} {en la tienda más cercana|}?"),
                ("{Raspa|Rasca} el {código|reverso} y {mándame|envíame} {los códigos|fotos}.", "{Envíame|Mándame} los códigos {por aquí|a este correo}; te lo {devuelvo|reembolso} {mañana|esta noche}."),
                ("", "{No se lo digas a nadie|Que quede entre nosotros}."),
            ),
        ),
        _boss_payment(
            ("{Transferencia|Pago} {para hoy|urgente}", "{Asunto|Pago} {confidencial|pendiente}", "¿{Estás|Está} en {la oficina|tu mesa}?", "{Factura|Anticipo} {sin pagar|urgente}"),
            (
                ("Necesito {hacer|enviar} {hoy|ahora} {una transferencia|un pago} de $amount.", "¿Puedes {tramitar|hacer} {hoy|antes de las $time} una transferencia {internacional|} de $amount?"),
                ("Te {mando|paso} los datos {bancarios|de la cuenta} cuando {contestes|estés listo}.", "{Responde solo por aquí|Escríbeme solo a este correo}, {estoy reunido|no puedo hablar}."),
                ("", "Es {confidencial|un asunto reservado}."),
            ),
        ),
    ),
    "fr": (
        _gift_cards(
            ("{Es-tu|Êtes-vous} {disponible|au bureau} ?", "{Petit|Un} {service|coup de main}", "{Besoin|J'ai besoin} {de toi|d'aide} {aujourd'hui|maintenant}", "{Surprise|Course} pour l'équipe"),
            (
                ("Je suis en {réunion|conférence} {jusqu'à $time|} et je ne peux pas {appeler|parler}.", "{C'est urgent|Il me le faut aujourd'hui}."),
                ("{Achète|Procure-moi} {$num|quelques} cartes {cadeaux|cadeau|iTunes|Google Play} {de $small|pour les bénévoles}.", "Peux-tu {acheter|récupérer} $num cartes {cadeaux|cadeau} {au magasin d'à côté|}?"),
                ("{Gratte|Grattez} le dos et envoie-moi {les codes|les photos des codes}.", "Envoie les codes {ici|à cette adresse} ; je te rembourse {demain|ce soir}."),
                ("", "{N'en parle à personne|Garde ça pour toi}."),
            ),
        ),
        _boss_payment(
            ("{Virement|Paiement} {du jour|urgent}", "{Dossier|Paiement} {confidentiel|en attente}", "{Es-tu|Êtes-vous} {là|au bureau} ?", "{Facture|Acompte} {à régler|urgent}"),
            (
                ("J'ai besoin {d'un virement|d'un paiement} de $amount {aujourd'hui|avant $time}.", "Peux-tu {faire|lancer} {ce matin|aujourd'hui} un virement {international|} de $amount ?"),
                ("J'envoie {le RIB|les coordonnées} dès que tu {réponds|es prêt}.", "{Réponds-moi seulement ici|Uniquement par mail}, {je suis en réunion|je ne peux pas parler}."),
                ("", "C'est {confidentiel|à garder pour nous}."),
            ),
        ),
    ),
    "pt": (
        _gift_cards(
            ("{Você está|Estás} {disponível|no escritório}?", "{Um|Pequeno} {favor|pedido}", "{Preciso|Peço} {de ajuda|um favor} {hoje|agora}", "{Surpresa|Tarefa} para a equipe"),
            (
                ("Estou em {reunião|conferência} {até $time|} e não posso {falar|ligar}.", "{É urgente|Tem de ser hoje}."),
                ("{Preciso que compre|Compre} {$num|alguns} {gift cards|cartões-presente|vales-presente} {de $small cada|para a equipe}.", "Pode {comprar|adquirir} $num {cartões-presente|gift cards} {na loja mais próxima|}?"),
                ("{Raspe|Raspe bem} o verso e {mande|envie} {os códigos|fotos dos códigos}.", "{Mande|Envie} os códigos {por aqui|neste e-mail}; eu {reembolso|devolvo} {amanhã|hoje à noite}."),
                ("", "{Não comente com ninguém|Fica entre nós}."),
            ),
        ),
        _boss_payment(
            ("{Transferência|Pagamento} {para hoje|urgente}", "{Assunto|Pagamento} {confidencial|pendente}", "{Você está|Estás} {no escritório|aí}?", "{Fatura|Sinal} {em aberto|urgente}"),
            (
                ("Preciso {fazer|enviar} {hoje|agora} {uma transferência|um pagamento} de $amount.", "Consegue {fazer|enviar} {hoje|antes das $time} um Pix de $amount?"),
                ("Os dados da conta {mando|envio} {quando responder|assim que puder}.", "{Responda só por aqui|Só por e-mail}, {estou em reunião|não posso falar}."),
                ("", "É {confidencial|assunto reservado}."),
            ),
        ),
    ),
    "ar": (
        _gift_cards(
            ("هل {أنت متفرغ|أنت في المكتب|أنتِ متفرغة}؟", "{طلب|خدمة} {صغيرة|سريعة|عاجلة}", "{أحتاج|أريد} {مساعدتك|خدمة} {اليوم|الآن}", "{مفاجأة|مهمة} {للفريق|للزملاء}"),
            (
                ("أنا في {اجتماع|مؤتمر} {حتى $time|} ولا {أستطيع|يمكنني} {الاتصال|الكلام}.", "{الأمر عاجل|لا بد من إنجازه اليوم}."),
                ("{اشترِ|اشتري|أحتاج إلى شراء} {$num|بعض} {بطاقات هدايا|كروت آبل|قسائم شراء|بطاقات ستيم} {بقيمة $small|للمتطوعين}.", "هل يمكنك {شراء|تأمين} $num {بطاقات هدايا|كروت شحن|قسائم مشتريات} {من أقرب متجر|}؟"),
                ("{اكشط|اكشطي} ظهر البطاقات و{أرسل|أرسلي} {الأكواد|صور الأكواد} {هنا|إليّ}.", "{أرسلي|أرسل} الأكواد {فور الشراء|إلى هذا البريد}، و{أعيد|سأعيد} لك المبلغ {غدًا|مساء}."),
                ("", "{لا تخبر أحدًا|ليبق الأمر بيننا}{، فهي مفاجأة|}."),
            ),
        ),
        _boss_payment(
            ("{تحويل|دفعة} {اليوم|عاجلة}", "{موضوع|أمر} {سري|عاجل}", "هل {أنت|أنتِ} {في المكتب|موجودة}؟", "{فاتورة|دفعة} {معلقة|مستعجلة}"),
            (
                ("أحتاج إلى {تحويل|حوالة} بمبلغ $amount {اليوم|قبل $time}.", "هل {تستطيع|يمكنك} {تنفيذ|إجراء} {حوالة|تحويل} {خارجي|} بقيمة $amount {اليوم|الآن}؟"),
                ("{أرسل|سأرسل} {بيانات الحساب|رقم الحساب} {حين ترد|بعد ردك}.", "{الرد هنا فقط|راسلني على هذا البريد وحده}، {أنا في اجتماع|لا أستطيع الكلام}."),
                ("", "الموضوع {سري|بيننا الآن}."),
            ),
        ),
    ),
    "fa": (
        _gift_cards(
            ("{وقت دارید|در دفتر هستید}؟", "{درخواست|کار} {کوچک|فوری}", "{کمک|لطفی} {لازم دارم|می‌خواهم} {امروز|الان}", "{غافلگیری|هدیه} برای {همکاران|گروه}"),
            (
                ("در {جلسه|همایش} هستم {تا $time|} و نمی‌توانم {تماس بگیرم|صحبت کنم}.", "{فوری است|باید همین امروز انجام شود}."),
                ("لطفاً {$num|چند} {گیفت‌کارت|کارت هدیه} {به مبلغ $small|برای همکاران} {تهیه کنید|بخرید}.", "می‌توانید $num {کارت هدیه|گیفت‌کارت} {از نزدیک‌ترین فروشگاه|} بخرید؟"),
                ("{کدها|عکس کدها} را {همین‌جا|به این نشانی} بفرستید.", "پشت کارت‌ها را بخراشید و {کدها|رمزها} را بفرستید، پول را {فردا|امشب} برمی‌گردانم."),
                ("", "{به کسی نگویید|بین خودمان بماند}."),
            ),
        ),
        _boss_payment(
            ("{حواله|پرداخت} {امروز|فوری}", "{موضوع|کار} {محرمانه|فوری}", "{در دفتر|پشت میز} هستید؟", "{فاکتور|پیش‌پرداخت} {معوق|فوری}"),
            (
                ("{امروز|تا $time} به یک {حواله|پرداخت} به مبلغ $amount نیاز دارم.", "می‌توانید {امروز|همین حالا} $amount {حواله|واریز} کنید؟"),
                ("شماره حساب را {بعد از پاسخ شما|وقتی آماده بودید} می‌فرستم.", "{فقط همین‌جا جواب بدهید|فقط با ایمیل}، {در جلسه‌ام|نمی‌توانم صحبت کنم}."),
                ("", "موضوع {محرمانه|بین خودمان} است."),
            ),
        ),
    ),
    "he": (
        _gift_cards(
            ("{את פנויה|אתה פנוי|את במשרד}?", "{בקשה|טובה} {קטנה|דחופה}", "{צריך|צריכה} {עזרה|טובה} {היום|עכשיו}", "{הפתעה|משימה} {לצוות|למתנדבים}"),
            (
                ("אני ב{ישיבה|כנס} {עד $time|} ולא {יכול|יכולה} {לדבר|להתקשר}.", "{זה דחוף|חייב להיות היום}."),
                ("{תקנה|תקני|צריך לקנות} {$num|כמה} {כרטיסי מתנה|תווי קנייה|תווי שי} {בסך $small|לצוות}.", "אפשר {לקנות|לרכוש} $num {כרטיסי מתנה|תווי קנייה} {בחנות הקרובה|}?"),
                ("{לגרד|צריך לגרד} את הגב ולשלוח לי {את הקודים|תמונות של הקודים}.", "את הקודים {לכאן|למייל הזה}, אחזיר את הכסף {מחר|הערב}."),
                ("", "{לא לספר לאף אחד|שיישאר בינינו}."),
            ),
        ),
        _boss_payment(
            ("{העברה|תשלום} {היום|דחוף}", "{עניין|תשלום} {חסוי|פתוח}", "{את|אתה} {במשרד|ליד המחשב}?", "{חשבונית|מקדמה} {לתשלום|דחופה}"),
            (
                ("אני {צריך|צריכה} {העברה|תשלום} של $amount {היום|עד $time}.", "אפשר {לבצע|להעביר} {היום|עכשיו} העברה {לחו\"ל|} של $amount?"),
                ("פרטי החשבון {אשלח|יגיעו} {אחרי התשובה|כשתהיו מוכנים}.", "{תענו רק כאן|רק במייל}, {אני בישיבה|אי אפשר לדבר}."),
                ("", "העניין {חסוי|בינינו}."),
            ),
        ),
    ),
}  # fmt: skip
"""By language: kinds of malicious mail."""

HONEST: dict[Lang, tuple[Kind, ...]] = {
    "en": (
        _present(
            ("{Present|Card} for $friend", "{Chip in|Collection} for $friend's {birthday|farewell}", "{$friend|$friend's} {leaving|last day} {on $weekday|}", "{Vouchers|Thank-you} for {the volunteers|our helpers}"),
            (
                ("$friend {leaves us|has a birthday} {on $weekday|next week}.", "{The helpers|Our volunteers} {did|have done} {so much|wonders} {this month|on $weekday}."),
                ("{I thought of|How about} a gift card {from the bookshop|for the garden centre}; {I can buy|I will get} it {on my way|on $weekday}.", "{I'll buy|We could buy} {$num|a few} gift cards {from the budget|at the bookshop} {and hand them out on $weekday|}."),
                ("{Bring|Put} {a few coins|whatever you like} {in the envelope|to my desk} {by $weekday|}.", "{Any better idea?|Is that fine with you?} {The receipt goes to accounts.|We talk at lunch.}"),
            ),
        ),
    ),
    "ar": (
        _present(
            ("هدية {وداع|عيد ميلاد} {لزميلنا|لزميلتنا}", "{بطاقة|هدية} {للزملاء|للمتطوعين}", "{آخر يوم|حفل وداع} {يوم $weekday|هذا الأسبوع}", "{شكر|تقدير} {للمتطوعين|للفريق}"),
            (
                ("{يودعنا زميلنا|عيد ميلاد زميلتنا} يوم $weekday.", "{بذل المتطوعون|بذل الفريق} جهدًا {كبيرًا|رائعًا} هذا الشهر."),
                ("{أقترح|فكرت في} بطاقة هدية من {المكتبة|محل الكتب}، و{أشتريها أنا|سأمرّ لشرائها} {يوم $weekday|}.", "{سأشتري|يمكن أن نشتري} {بعض|$num} بطاقات هدايا {من الميزانية|من المكتبة} {ونوزعها يوم $weekday|}."),
                ("من {أراد|أحب} المشاركة {فالظرف عند مكتبي|فليمر بي} {قبل $weekday|}.", "{هل من فكرة أفضل؟|ما رأيكم؟} {الفاتورة للمحاسبة.|نتحدث عند الغداء.}"),
            ),
        ),
    ),
}  # fmt: skip
"""By language: kinds of clean mail."""
