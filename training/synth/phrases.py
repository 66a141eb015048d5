"""Ordinary phrases that good and bad mail share: greetings, closings, small print, months, things."""

from __future__ import annotations

from training.synth.schema import Lang

GREETINGS: dict[Lang, tuple[str, ...]] = {
    "en": ("Hi $first,", "Hello $first,", "Dear $first,", "Dear $full,", "Hello,", "Hi there,", "Good {morning|day},",
           "Hi $user,", "Dear {customer|user|member|reader|friend},", "Hey $first,", ""),
    "de": ("Hallo $first,", "Guten Tag,", "Guten Tag $full,", "Liebe/r $first,", "Sehr geehrte Damen und Herren,",
           "Hallo,", "Sehr geehrte/r {Kunde|Kundin|Nutzer|$full},", ""),
    "pt": ("Olá, $first!", "Olá $first,", "Oi $first,", "Prezado(a) {cliente|$full|$first},", "Bom dia,", "Olá,",
           "Caro(a) $first,", ""),
    "es": ("Hola $first:", "Hola, $first:", "Estimado/a {cliente|$full|$first}:", "Buenos días:", "Hola:",
           "Querido/a $first:", ""),
    "fr": ("Bonjour $first,", "Bonjour,", "Madame, Monsieur,", "Cher(e) {client|$first|adhérent},", "Salut $first,",
           "Bonjour $full,", ""),
    "ar": ("مرحبًا $first،", "السلام عليكم،", "عزيزي {العميل|المستخدم|$first}،", "تحية طيبة وبعد،", "أهلًا $first،", ""),
    "fa": ("سلام $first،", "سلام،", "{کاربر|مشتری|همراه} گرامی،", "با سلام و احترام،", "سلام و وقت بخیر،", ""),
    "he": ("שלום $first,", "שלום,", "היי $first,", "לקוח/ה יקר/ה,", "שלום רב,", ""),
}  # fmt: skip
CLOSINGS: dict[Lang, tuple[str, ...]] = {
    "en": ("Best regards,", "Thanks,", "Kind regards,", "Sincerely,", "Best,", "Thank you,", "Cheers,",
           "Warm regards,", ""),
    "de": ("Mit freundlichen Grüßen", "Viele Grüße", "Beste Grüße", "Herzliche Grüße", "Ihr Team", ""),
    "pt": ("Atenciosamente,", "Abraços,", "Obrigado(a),", "Cordialmente,", "Até breve,", ""),
    "es": ("Un saludo,", "Atentamente,", "Saludos cordiales,", "Gracias,", "Un abrazo,", ""),
    "fr": ("Cordialement,", "Bien à vous,", "À bientôt,", "Bien cordialement,", "Merci,", ""),
    "ar": ("مع التحية،", "وتفضلوا بقبول الاحترام،", "شكرًا لكم،", "مع خالص الشكر،", ""),
    "fa": ("با احترام،", "با تشکر،", "ارادتمند،", "سپاس،", ""),
    "he": ("בברכה,", "תודה,", "כל טוב,", "בכבוד רב,", ""),
}  # fmt: skip
#: Small print of bulk and transactional mail; `$unsub` is set as a link by HTML layouts.
FOOTERS: dict[Lang, tuple[str, ...]] = {
    "en": (
        "You are receiving this {email|message} because {you signed up|you have an account with us|you asked us to}.",
        "© $year $org. All rights reserved.",
        "$org, {12 Mill Lane|400 Main Street|PO Box 118}, $city",
        "Please do not reply to this {automated |}message. This mailbox is not {monitored|read}.",
        "This message was sent to $email.",
        "Need help? {Visit our help centre|Contact support|Just reply to this email}.",
        "This email and any attachments are confidential and intended only for the addressee.",
    ),
    "de": (
        "Sie erhalten diese {E-Mail|Nachricht}, weil Sie {sich bei $org angemeldet haben|unser Kunde sind}.",
        "© $year $org. Alle Rechte vorbehalten.",
        "$org, {Hauptstraße 12|Am Markt 3|Postfach 1180}, $city",
        "Bitte antworten Sie nicht auf diese {automatisch erstellte |}Nachricht.",
        "Diese E-Mail wurde an $email gesendet.",
        "Geschäftsführung: $me. Sitz der Gesellschaft: $city.",
    ),
    "pt": (
        "Você recebeu este e-mail porque {se cadastrou em $org|é nosso cliente}.",
        "© $year $org. Todos os direitos reservados.",
        "Este é um e-mail automático, por favor não responda.",
        "Esta mensagem foi enviada para $email.",
        "$org, {Rua das Flores 120|Avenida Central 45}, $city",
    ),
    "es": (
        "Recibes este correo porque {te suscribiste a $org|eres cliente nuestro}.",
        "© $year $org. Todos los derechos reservados.",
        "Este es un mensaje automático, por favor no responda.",
        "Mensaje enviado a $email.",
        "$org, {Calle Mayor 12|Avenida del Río 45}, $city",
    ),
    "fr": (
        "Vous recevez cet e-mail car {vous êtes inscrit chez $org|vous êtes client}.",
        "© $year $org. Tous droits réservés.",
        "Ceci est un message automatique, merci de ne pas y répondre.",
        "Ce message a été envoyé à $email.",
        "$org, {12 rue des Lilas|45 avenue de la Gare}, $city",
    ),
    "ar": (
        "وصلتك هذه الرسالة لأنك {مشترك في قائمتنا|مسجّل لدى $org}.",
        "© $year $org. جميع الحقوق محفوظة.",
        "هذه رسالة آلية، يُرجى عدم الرد عليها.",
        "أُرسلت هذه الرسالة إلى $email.",
        "$org، $city",
    ),
    "fa": (
        "این ایمیل را دریافت کرده‌اید چون {در خبرنامهٔ ما عضو هستید|در $org حساب دارید}.",
        "© $year $org. تمامی حقوق محفوظ است.",
        "این پیام به‌صورت خودکار ارسال شده است؛ لطفاً پاسخ ندهید.",
        "این پیام به $email فرستاده شده است.",
        "$org، $city",
    ),
    "he": (
        "קיבלת הודעה זו כי {נרשמת אצל $org|יש לך חשבון אצלנו}.",
        "© $year $org. כל הזכויות שמורות.",
        "זוהי הודעה אוטומטית, אין להשיב לה.",
        "ההודעה נשלחה אל $email.",
        "$org, $city",
    ),
}
UNSUBSCRIBE: dict[Lang, tuple[str, ...]] = {
    "en": ("Unsubscribe", "unsubscribe here", "Manage preferences", "Opt out", "Update your email settings",
           "Unsubscribe from this list"),
    "de": ("Abmelden", "Newsletter abbestellen", "Hier abmelden", "Abbestellen", "Einstellungen ändern"),
    "pt": ("Descadastrar", "Cancelar inscrição", "Descadastre-se", "Gerenciar preferências"),
    "es": ("Darse de baja", "Cancelar suscripción", "Gestionar preferencias"),
    "fr": ("Se désabonner", "Se désinscrire", "Gérer mes préférences"),
    "ar": ("إلغاء الاشتراك", "إدارة التفضيلات"),
    "fa": ("لغو اشتراک", "مدیریت تنظیمات"),
    "he": ("להסרה מרשימת התפוצה", "הסרה", "ניהול העדפות"),
}  # fmt: skip
BROWSER: dict[Lang, str] = {
    "en": "View this email in your browser", "de": "Im Browser ansehen", "pt": "Ver no navegador",
    "es": "Ver en el navegador", "fr": "Voir dans le navigateur", "ar": "عرض في المتصفح",
    "fa": "مشاهده در مرورگر", "he": "לצפייה בדפדפן",
}  # fmt: skip
#: What ordinary earlier messages say when a kind gives no `quoted` text.
CHAT: dict[Lang, tuple[str, ...]] = {
    "en": ("Could you send me the {notes|figures|draft} before $weekday?", "Thanks, that works for me.",
           "Let's {talk|meet} on $weekday at $time.", "I have attached what we discussed {yesterday|last week}.",
           "Sorry for the late answer, it has been a busy {week|month}."),
    "de": ("Kannst du mir die {Notizen|Zahlen|Unterlagen} bis $weekday schicken?", "Danke, das passt für mich.",
           "Treffen wir uns am $weekday um $time.", "Entschuldige die späte Antwort, es war viel los."),
    "pt": ("Você pode me mandar {as notas|os números} até $weekday?", "Obrigado, por mim está ótimo.",
           "Vamos conversar na $weekday às $time.", "Desculpe a demora em responder."),
    "es": ("¿Me puedes mandar {las notas|los datos} antes del $weekday?", "Gracias, me viene bien.",
           "Hablamos el $weekday a las $time.", "Perdona la tardanza en contestar."),
    "fr": ("Peux-tu m'envoyer les {notes|chiffres} avant $weekday ?", "Merci, cela me convient.",
           "On se parle $weekday à $time.", "Désolé pour la réponse tardive."),
    "ar": ("هل يمكنك إرسال {الملاحظات|الأرقام} قبل $weekday؟", "شكرًا، هذا مناسب لي.",
           "نلتقي يوم $weekday الساعة $time."),
    "fa": ("می‌توانی {یادداشت‌ها|آمار} را تا $weekday بفرستی؟", "ممنون، برای من خوب است.",
           "$weekday ساعت $time صحبت کنیم."),
    "he": ("אפשר לשלוח לי את {הסיכום|המספרים} עד $weekday?", "תודה, מתאים לי.", "נדבר ב$weekday בשעה $time."),
}  # fmt: skip
WROTE: dict[Lang, str] = {
    "en": "On $date, $other wrote:", "de": "Am $date schrieb $other:", "pt": "Em $date, $other escreveu:",
    "es": "El $date, $other escribió:", "fr": "Le $date, $other a écrit :", "ar": "في $date، كتب $other:",
    "fa": "در تاریخ $date، $other نوشت:", "he": "בתאריך $date, מאת $other:",
}  # fmt: skip
FORWARDED: dict[Lang, str] = {
    "en": "---------- Forwarded message ---------", "de": "-------- Weitergeleitete Nachricht --------",
    "pt": "---------- Mensagem encaminhada ---------", "es": "---------- Mensaje reenviado ---------",
    "fr": "---------- Message transféré ---------", "ar": "---------- رسالة مُعاد توجيهها ---------",
    "fa": "---------- پیام هدایت‌شده ---------", "he": "---------- הודעה שהועברה ---------",
}  # fmt: skip
MONTHS: dict[Lang, str] = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
}
WEEKDAYS: dict[Lang, str] = {
    "en": "Monday Tuesday Wednesday Thursday Friday", "de": "Montag Dienstag Mittwoch Donnerstag Freitag",
    "pt": "segunda terça quarta quinta sexta", "es": "lunes martes miércoles jueves viernes",
    "fr": "lundi mardi mercredi jeudi vendredi", "ar": "الأحد الاثنين الثلاثاء الأربعاء الخميس",
    "fa": "شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه", "he": "ראשון שני שלישי רביעי חמישי",
}  # fmt: skip
#: How money is written: currency forms with the digits at `#`.
MONEY: dict[Lang, tuple[str, ...]] = {
    "en": ("$#", "$#", "USD #", "£#", "€#"), "de": ("# €", "# EUR", "EUR #"), "pt": ("R$ #", "R$#", "€ #"),
    "es": ("# €", "$# MXN", "# euros"), "fr": ("# €", "# euros"), "ar": ("# ريال", "# درهم", "# دولار", "$#"),
    "fa": ("# تومان", "# ریال", "# دلار"), "he": ("# ש\"ח", "₪#"),
}  # fmt: skip
DEVICES = ("iPhone 15", "Windows 11", "Chrome on Windows", "Samsung Galaxy S23", "MacBook Pro", "Firefox on Linux",
           "Android", "iPad", "Safari on macOS")  # fmt: skip
PRODUCTS: dict[Lang, tuple[str, ...]] = {
    "en": ("wireless headphones", "desk lamp", "annual plan", "running shoes", "coffee machine", "tool set",
           "winter coat", "yearly membership", "air purifier", "notebook"),
    "de": ("Kopfhörer", "Schreibtischlampe", "Jahresabo", "Laufschuhe", "Kaffeemaschine", "Winterjacke", "Rucksack"),
    "pt": ("fone de ouvido", "luminária", "plano anual", "tênis", "cafeteira", "mochila"),
    "es": ("auriculares", "lámpara", "plan anual", "zapatillas", "cafetera", "mochila"),
    "fr": ("casque audio", "lampe", "abonnement annuel", "chaussures", "cafetière", "sac à dos"),
    "ar": ("سماعات", "مصباح مكتب", "اشتراك سنوي", "حذاء رياضي", "آلة قهوة"),
    "fa": ("هدفون", "چراغ مطالعه", "اشتراک سالانه", "کفش ورزشی", "قهوه‌ساز"),
    "he": ("אוזניות", "מנורת שולחן", "מנוי שנתי", "נעלי ריצה", "מכונת קפה"),
}  # fmt: skip
PRIZES: dict[Lang, tuple[str, ...]] = {
    "en": ("gift card", "air fryer", "drill set", "iPhone", "cooler", "cookware set", "tool kit", "car emergency kit"),
    "de": ("Gutschein", "Akkuschrauber", "Heißluftfritteuse", "iPhone", "Notfallset", "Werkzeugkoffer"),
    "pt": ("vale-presente", "iPhone", "air fryer", "kit de ferramentas", "TV 4K"),
    "es": ("tarjeta regalo", "freidora de aire", "iPhone", "juego de herramientas"),
    "fr": ("carte cadeau", "perceuse", "iPhone", "friteuse sans huile", "kit de survie auto"),
    "ar": ("بطاقة هدية", "آيفون", "سيارة", "تلفزيون"),
    "fa": ("کارت هدیه", "آیفون", "ربع سکه", "تلویزیون"),
    "he": ("שובר מתנה", "אייפון", "טלוויזיה"),
}  # fmt: skip
FILES: dict[Lang, tuple[str, ...]] = {
    "en": ("Budget $year", "Invoice $ref", "Meeting notes", "Salary review", "Contract", "Proposal", "Press list"),
    "de": ("Haushalt $year", "Rechnung $ref", "Protokoll", "Vertrag", "Angebot", "Gehaltsliste"),
    "pt": ("Orçamento $year", "Fatura $ref", "Ata", "Contrato", "Proposta"),
    "es": ("Presupuesto $year", "Factura $ref", "Acta", "Contrato", "Propuesta"),
    "fr": ("Budget $year", "Facture $ref", "Compte rendu", "Contrat", "Proposition"),
    "ar": ("الميزانية $year", "فاتورة $ref", "محضر الاجتماع", "العقد"),
    "fa": ("بودجه $year", "فاکتور $ref", "صورت‌جلسه", "قرارداد"),
    "he": ("תקציב $year", "חשבונית $ref", "סיכום פגישה", "חוזה"),
}  # fmt: skip
COINS = ("Bitcoin", "ETH", "USDT", "XRP", "stETH", "SOL", "BNB")
