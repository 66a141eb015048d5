"""Benign mail in German: what campaigns, newsrooms, NGOs and their staff really get and send."""

from __future__ import annotations

from training.synth.schema import (
    BOUNCE,
    BULK,
    DIGEST,
    FORWARD,
    IMAGE,
    LIST,
    NOTICE,
    PERSONAL,
    PLAIN,
    REPLY,
    Book,
    Kind,
)

_GIFTS = (
    "5 €",
    "10 €",
    "25 Euro",
    "15 €",
    "50 €",
)
_THEMEN = (
    "bezahlbare Mieten",
    "saubere Flüsse",
    "gute Schulen",
    "Bus und Bahn",
    "die Pressefreiheit",
    "faire Löhne",
    "Kitaplätze",
    "das Krankenhaus in $city",
    "Klimaschutz",
    "Demokratie",
)
_SACHEN = (
    "das Flugblatt",
    "der Haushalt",
    "die Reise nach $city",
    "der Presseverteiler",
    "die Vorstandssitzung",
    "die Webseite",
    "der Jahresbericht",
    "das Sommerfest",
    "die Übersetzung",
)

BOOK = Book(
    lang="de",
    kinds=(
        Kind(
            id="spendenaufruf",
            label="clean",
            sender="org",
            subjects=(
                "{DRINGEND: |}{Nur noch|Uns bleiben} $hours Stunden",
                "$first, {kannst du heute helfen?|wir brauchen dich jetzt}",
                "{Bis Mitternacht|Heute zählt jede Spende}: {verdoppelt|jeder Euro doppelt}",
                "{Uns fehlen|Es fehlen} noch $amount",
                "{Letzte Chance|Endspurt} vor der Wahl",
                "{Danke|Fast geschafft}! {Eine Bitte noch|Nur noch ein Schritt}",
                "{Ehrlich gesagt|Ganz offen}: {es wird knapp|wir liegen zurück}",
                "$small für $thema",
            ),
            body=(
                (
                    (
                        "{In $hours Stunden|Heute um Mitternacht} endet unsere Spendenaktion, und {uns fehlen noch "
                        "$amount|wir sind noch nicht am Ziel}. {Großspender haben die anderen, wir haben dich.|Die "
                        "Durchschnittsspende liegt bei $small.}"
                    ),
                    (
                        "{Ich schreibe dir heute persönlich|Ich will nicht drum herumreden}: ohne {deine "
                        "Hilfe|kleine Spenden} müssen wir {Plakate abbestellen|das Büro in $city schließen}."
                    ),
                    (
                        "{Gute Nachricht|Großartig}: bis $weekday wird jede Spende {verdoppelt|von einer Stiftung "
                        "verdoppelt}. Aus $small wird so {zweimal so viel|viel mehr} für $thema."
                    ),
                ),
                (
                    (
                        "{Bitte gib jetzt|Spende bitte heute} $small{ oder mehr|}. {Es dauert eine Minute.|Spenden "
                        "sind steuerlich absetzbar.}"
                    ),
                    "{Wenn du gerade nicht kannst, leite diese Mail weiter.|Jeder Betrag hilft.}",
                ),
            ),
            names=(
                "$org",
                "$org",
                "$me",
                "$mefirst ($org)",
                "$me, $org",
            ),
            calls=("{JETZT SPENDEN|$small spenden|Spende verdoppeln|Ja, ich helfe}",),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                NOTICE,
            ),
            words={
                "small": _GIFTS,
                "thema": _THEMEN,
            },
            weight=2.0,
        ),
        Kind(
            id="partei-newsletter",
            label="clean",
            sender="org",
            subjects=(
                "{Newsletter|Rundbrief} {im |}$month",
                "{Die Woche|Neues} {im Wahlkampf|aus $city}",
                "{Neues von|Nachrichten von} $org",
                "{Einladung|Termine}: {Infostand|Bürgergespräch} am $weekday",
                "{Unser Plan|Antrag} für $thema",
                "{Rückblick|Fotos} {vom Parteitag|vom Fest}",
                "{Was wir|Das haben wir} {erreicht haben|vor}",
                "{Kurz notiert|Kurz und knapp}: $thema",
            ),
            body=(
                (
                    (
                        "{Liebe Freundinnen und Freunde,|Liebe Mitglieder,} {das war eine volle Woche|hier kommt "
                        "unser Rundbrief}: $thema, {ein neuer Vorstand|der Haushalt} und {viele Termine|unser "
                        "Infostand}."
                    ),
                    (
                        "{Am $weekday|Diese Woche} haben wir unseren {Antrag|Plan} für $thema "
                        "{vorgestellt|eingebracht}. {Die Zeitung schrieb: mutig.|Alle Zahlen stehen online.}"
                    ),
                ),
                (
                    (
                        "{Am $soon um $time|Am $weekday} {stehen wir auf dem Markt|laden wir zum Gespräch} in "
                        "$city. {Kommt vorbei!|Bringt Fragen mit.}"
                    ),
                ),
            ),
            names=(
                "$org",
                "$org",
                "$me",
                "$mefirst ($org)",
                "$me, $org",
            ),
            calls=("{Weiterlesen|Zum Plan|Alle Termine|Anmelden}",),
            link="call",
            layouts=(
                BULK,
                DIGEST,
                PLAIN,
            ),
            greetings=(),
            items=(
                "Infostand :: {$weekday, $time, Marktplatz.|Helfer gesucht.}",
                "$thema :: {Unser Antrag in Kürze.|Was er kostet.}",
                "Mitglied des Monats :: $me aus $city.",
                "Presse :: {Interview im Tagblatt.|Was andere schreiben.}",
                "Termine :: {Stammtisch am $soon.|Vorstand am $weekday.}",
            ),
            words={
                "thema": _THEMEN,
            },
            weight=1.5,
        ),
        Kind(
            id="petition",
            label="clean",
            sender="org",
            subjects=(
                "{Unterschreibe|Deine Unterschrift} für $thema",
                "{Hast du|Schon} unterschrieben, $first?",
                "{EILT|Eilaktion}: {Abstimmung am $weekday|Gesetz stoppen}",
                "{Noch|Es fehlen} $num Unterschriften",
                "{Wir haben gewonnen|Erfolg}!",
                "{Stoppt|Nein zu} {die Kürzung|dem Gesetz}",
                "{Appell|Offener Brief} an {den Bundestag|die Landesregierung}",
            ),
            body=(
                (
                    (
                        "{Am $weekday|In wenigen Tagen} stimmt {der Stadtrat|das Parlament} {über Kürzungen|über "
                        "das neue Gesetz} ab. Es geht um $thema. {Das dürfen wir nicht hinnehmen.|Noch können wir "
                        "es verhindern.}"
                    ),
                    (
                        "{Mehr als|Über} $num Tausend Menschen haben {schon |}unterschrieben. {Du auch?|Dein Name "
                        "fehlt noch.}"
                    ),
                ),
                (
                    (
                        "{Unterzeichne jetzt|Bitte unterschreibe}, wir übergeben {die Liste|den Appell} am $soon.{ "
                        "Danach bitte teilen.|}"
                    ),
                ),
            ),
            calls=("{Jetzt unterzeichnen|Appell unterschreiben|Mitmachen}",),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                NOTICE,
            ),
            words={
                "thema": _THEMEN,
            },
        ),
        Kind(
            id="verein-spende",
            label="clean",
            sender="org",
            subjects=(
                "{Hilfe für|Nothilfe in} $country",
                "{Ihre Spende|Ihre Hilfe} {wirkt|kommt an}",
                "{Winterhilfe|Weihnachten}: {jetzt helfen|bitte helfen Sie}",
                "{Spendenquittung|Zuwendungsbestätigung} $year",
                "{Danke|Herzlichen Dank} für Ihre Spende",
                "{NOTFALL|Eilmeldung}: {Erdbeben|Flut} in $country",
                "{Unser|Der} Jahresbericht ist da",
                "{Mit $small|Für $small} {eine Decke|zehn Mahlzeiten}",
            ),
            body=(
                (
                    (
                        "{Familien in $country|Tausende Menschen} {haben alles verloren|frieren}. Unsere "
                        "{Teams|Partner} verteilen {Decken und Wasser|warme Mahlzeiten}, {doch die Vorräte gehen "
                        "zu Ende|rund um die Uhr}."
                    ),
                    (
                        "{Herzlichen Dank|Vielen Dank} für Ihre Spende über $amount vom $date. {Die Bescheinigung "
                        "finden Sie im Anhang.|Die Quittung schicken wir im Februar.}"
                    ),
                ),
                ("{Bitte helfen Sie jetzt|Schon $small helfen}.{ Von jedem Euro fließen $percent in Projekte.|}",),
            ),
            calls=("{Jetzt helfen|Spenden|Mehr erfahren|Zum Bericht}",),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PLAIN,
                IMAGE,
            ),
            files=(
                "",
                "",
                "pdf",
            ),
            words={
                "small": _GIFTS,
            },
        ),
        Kind(
            id="einladung",
            label="clean",
            sender="org",
            subjects=(
                "{Einladung|Herzliche Einladung}: {Podium|Lesung} am $soon",
                "{Save the Date|Termin}: $soon in $city",
                "{Erinnerung|Morgen}: {Webinar|Versammlung} um $time",
                "{Anmeldung|Ihre Anmeldung} {bestätigt|eingegangen}",
                "{Mitgliederversammlung|Jahrestagung} $year",
                "{Workshop|Seminar}: {sicher im Netz|Pressearbeit}",
                "{Absage|Verschoben}: Veranstaltung am $soon",
                "{Zugangslink|Ihr Link} für {heute|$weekday}",
            ),
            body=(
                (
                    (
                        "{Wir laden Sie herzlich ein|Sie sind eingeladen}: am {$weekday, |}$soon um $time sprechen "
                        "wir in $city über $thema."
                    ),
                    (
                        "{Danke für Ihre Anmeldung|Sie sind angemeldet}. {Der Zugang steht unten, bitte nicht "
                        "weitergeben.|Einlass ab $time.}"
                    ),
                ),
                ("{Der Eintritt ist frei.|Bitte melden Sie sich bis $weekday an.|Der Raum ist barrierefrei.}",),
            ),
            calls=("{Anmelden|Zur Anmeldung|Teilnehmen|In den Kalender}",),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PERSONAL,
                PLAIN,
            ),
            rows=(
                ("Datum", "$soon, $time"),
                ("Ort", "$city"),
            ),
            words={
                "thema": _THEMEN,
            },
        ),
        Kind(
            id="pressespiegel",
            label="clean",
            sender="org",
            subjects=(
                "{Pressespiegel|Presseschau} {vom |}$date",
                "{Der Morgen|Morgenlage}: {was wichtig wird|$weekday}",
                "{Themen|Schlagzeilen} des Tages",
                "{EILMELDUNG|Eilmeldung}: {Minister tritt zurück|Urteil gefallen}",
                "{Wochenende|Lesestücke}",
                "{Newsletter|Briefing}: {die Lage|der Abend}",
                "{Politik|Wirtschaft} am $weekday",
            ),
            body=(
                (
                    (
                        "{Guten Morgen,|Guten Abend,} {das wird heute wichtig|die Themen des Tages}: $thema, "
                        "{Streik in $city|Sitzung des Kabinetts}."
                    ),
                ),
            ),
            calls=("{Weiterlesen|Zum Artikel|Abonnieren|Im Netz lesen}",),
            link="call",
            layouts=(
                DIGEST,
                BULK,
                PLAIN,
            ),
            greetings=(),
            items=(
                "$thema :: {Regierung streitet.|Was geplant ist.}",
                "Streik in $city :: {Busse fahren nicht.|Einigung möglich.}",
                "Betrugswelle :: {Polizei warnt vor falschen Paketmails.|Bankkunden im Visier.}",
                "Urteil :: {Gericht weist Klage ab.|Revision zugelassen.}",
                "Preise ::{ $percent teurer als vor einem Jahr.|}",
                "Kommentar :: {Zeit zu handeln.|Ein Blick nach $country.}",
            ),
            words={
                "thema": _THEMEN,
            },
            weight=1.3,
        ),
        Kind(
            id="pressemitteilung",
            label="clean",
            sender="org",
            subjects=(
                "{Pressemitteilung|PM}: $thema",
                "{Presseeinladung|Terminhinweis} {für $soon|$weekday}",
                "{SPERRFRIST|Sperrfrist} $time: {Studie|Umfrage}",
                "$org {fordert|kritisiert}: $thema",
                "{Statement|Stellungnahme} {zum Haushalt|zum Urteil}",
                "{Korrektur|Berichtigung} der Meldung vom $date",
                "{Fotos|Bildmaterial} {zum Download|verfügbar}",
            ),
            body=(
                (
                    (
                        "{$city, $date.|} $org {fordert mehr Geld für|veröffentlicht heute Zahlen, es geht um} "
                        "$thema.{ Frei zur Veröffentlichung.|}"
                    ),
                    (
                        "Wir laden {Sie|die Medien} zum Pressegespräch am $soon um $time ein. {Bitte akkreditieren "
                        "Sie sich bis $weekday.|Fototermin vorab.}"
                    ),
                ),
                (
                    (
                        "„{Die Zahlen sprechen für sich|So kann es nicht weitergehen}“, sagt $me, $role.{ "
                        "Rückfragen: $phone.|}"
                    ),
                ),
            ),
            calls=("{Zur Mitteilung|Fotos herunterladen|Anmelden}",),
            link="call",
            layouts=(
                PLAIN,
                PERSONAL,
                BULK,
            ),
            files=(
                "",
                "pdf",
            ),
            words={
                "thema": _THEMEN,
            },
        ),
        Kind(
            id="sicherheit-newsletter",
            label="clean",
            sender="org",
            subjects=(
                "{Sicherheits-Newsletter|Sicherheitsbrief} Nr. $num",
                "{So erkennen Sie|Erkennen von} Phishing",
                "{Warnung|Achtung}: {falsche Bankmails|Paket-SMS}",
                "{Passwort|Passkey} {richtig machen|erklärt}",
                "{Die Masche|Betrug} der Woche",
                "{Jetzt|Bitte} aktualisieren: {Browser|Router}",
                "{Erpressermails|Fake-Shops}: {was tun|nicht zahlen}",
            ),
            body=(
                (
                    (
                        "{Derzeit kursieren|Im Umlauf sind} Mails mit dem Betreff „Ihr Konto wird gesperrt“ oder "
                        "„Zahlen Sie die Zollgebühr“. {Löschen Sie sie.|Klicken Sie nicht, geben Sie keine Daten "
                        "ein.}"
                    ),
                    (
                        "{Keine Bank fragt nach der PIN.|Schauen Sie auf die Adresse, nicht auf das Logo.}{ Wer "
                        "geklickt hat, ändert sofort das Passwort.|}"
                    ),
                ),
            ),
            calls=("{Weiterlesen|Zum Ratgeber|Mehr dazu}",),
            link="call",
            layouts=(
                DIGEST,
                BULK,
                PLAIN,
            ),
            items=(
                "Falsche Paketgebühr :: {Warum kleine Beträge.|Kartendaten sind das Ziel.}",
                "Fake-Shops ::{ Fünf Merkmale.|}",
                "Update ::{ $num Lücken geschlossen.|}",
                "Erpressung :: {Bitcoin-Mails sind Bluff.|Nicht antworten.}",
                "Enkeltrick ::{ Auch per Messenger.|}",
            ),
            weight=1.3,
        ),
        Kind(
            id="bestellung",
            label="clean",
            sender="brand",
            subjects=(
                "{Ihre|Deine} Bestellung {$order|bei $brand}",
                "{Bestellbestätigung|Auftragsbestätigung} $order",
                "{Danke|Vielen Dank} für {deinen Einkauf|Ihre Bestellung}",
                "{Versendet|Verschickt}: $product",
                "{Rechnung|Ihre Rechnung} {zu $order|$ref}",
                "{Retoure|Rücksendung} {eingegangen|erstattet}",
                "{Zur Abholung|Abholbereit}: $order",
                "{Lieferverzögerung|Verspätung} bei $order",
            ),
            body=(
                (
                    (
                        "{Vielen Dank|Danke} für {Ihre Bestellung|deinen Einkauf}! {Wir melden uns, sobald das "
                        "Paket unterwegs ist.|Lieferung voraussichtlich am $soon.}"
                    ),
                    (
                        "{Ihre Rücksendung ist angekommen|Wir haben Ihre Retoure erhalten}.{ $amount gehen in den "
                        "nächsten Tagen auf Ihr Konto.|}"
                    ),
                ),
                ("{Den Status sehen Sie im Kundenkonto.|Rückgabe innerhalb von 30 Tagen.|}",),
            ),
            brands=("shop",),
            calls=("{Bestellung ansehen|Sendung verfolgen|Zum Kundenkonto}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
            rows=(
                ("Bestellnummer", "$order"),
                ("Artikel", "$product"),
                ("Summe", "$amount"),
                ("Lieferung", "$soon"),
            ),
            weight=1.5,
        ),
        Kind(
            id="paket",
            label="clean",
            sender="brand",
            subjects=(
                "{Ihr|Dein} Paket kommt {heute|morgen|am $weekday}",
                "{Sendung|Paket} $track {ist unterwegs|zugestellt}",
                "{Zustellung|Lieferung} {zwischen $time und 18 Uhr|verschoben}",
                "{Wir haben Sie|Leider haben wir Sie} nicht angetroffen",
                "{Abholbereit|Ihre Sendung liegt} in der {Filiale|Packstation}",
                "{Abgegeben|Hinterlegt} bei {Nachbarn|der Filiale}",
                "{Zoll|Einfuhrabgaben} für {Sendung $track|Ihr Paket}",
                "{Paketmarke|Versandetikett} erstellt",
            ),
            body=(
                (
                    (
                        "{Ihre Sendung|Das Paket} {ist unterwegs|wurde in das Zustellfahrzeug geladen} und kommt "
                        "{heute|am $weekday} zwischen $time und 18 Uhr.{ Sie müssen nicht zu Hause sein.|}"
                    ),
                    (
                        "Wir {konnten Ihr Paket nicht zustellen|haben Sie nicht angetroffen}. {Es liegt bis $soon "
                        "in der Filiale; bitte Ausweis mitbringen.|Wir versuchen es am $weekday erneut.}"
                    ),
                    "Das Paket wurde {zugestellt|bei Ihrem Nachbarn abgegeben} ($date, $time).",
                ),
                (
                    (
                        "{Sendungsnummer|Nummer}: $track. {Ablageort und Tag können Sie online ändern.|Wir fragen "
                        "nie nach Bankdaten.}"
                    ),
                ),
            ),
            brands=("parcel",),
            calls=("{Sendung verfolgen|Zur Sendungsverfolgung|Zustellung ändern}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=2.0,
        ),
        Kind(
            id="passwort-angefordert",
            label="clean",
            sender="brand",
            subjects=(
                "{Passwort|Ihr Passwort} zurücksetzen",
                "{Setzen Sie|Setze} {ein neues|dein} Passwort",
                "{Link|Ihr Link} für ein neues Passwort",
                "{Passwort vergessen?|Sie haben Ihr Passwort vergessen}",
                "{Bestätigen|Bestätige} {Ihre|deine} E-Mail-Adresse",
                "$code ist {Ihr|dein} {Code|Bestätigungscode}",
                "{Willkommen|Schön, dass du da bist}! {Konto aktivieren|Noch ein Klick}",
            ),
            body=(
                (
                    (
                        "{Sie haben angefordert|Jemand hat darum gebeten}, das Passwort für $email "
                        "zurückzusetzen.{ Der Link gilt $hours Stunden.|}"
                    ),
                    "{Ihr|Dein} Bestätigungscode lautet $code. {Geben Sie ihn niemandem weiter.|Gültig 10 Minuten.}",
                    (
                        "{Danke für die Registrierung|Willkommen bei $brand}! Bitte {bestätigen Sie|bestätige}, "
                        "dass $email {Ihre|deine} Adresse ist."
                    ),
                ),
                (
                    (
                        "{Waren Sie das nicht?|Nicht angefordert?} {Dann ignorieren Sie diese Nachricht|Dann ist "
                        "nichts zu tun}; das Passwort bleibt unverändert."
                    ),
                ),
            ),
            brands=("account", "software", "dev", "social"),
            calls=("{Passwort zurücksetzen|Neues Passwort wählen|E-Mail bestätigen}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=1.5,
        ),
        Kind(
            id="neue-anmeldung",
            label="clean",
            sender="brand",
            subjects=(
                "{Neue|Eine neue} Anmeldung {bei Ihrem Konto|von $device}",
                "{Sicherheitswarnung|Sicherheitshinweis}",
                "{Waren Sie das|Warst du das}?",
                "{Neues Gerät|Anmeldung} erkannt",
                "{Passwort|Ihr Passwort} wurde geändert",
                "{Zwei-Faktor|Zweistufige} Anmeldung {aktiviert|deaktiviert}",
                "{Kontoaktivität|Login}: $device, $city",
            ),
            body=(
                (
                    (
                        "{In Ihrem Konto|Im Konto $email} gab es eine {neue |}Anmeldung: $device, {in der Nähe von "
                        "|}$city, $date, $time."
                    ),
                    "Das Passwort {Ihres Kontos|für $email} wurde am $date {geändert|erneuert}.",
                ),
                (
                    (
                        "{Wenn Sie das waren, ist nichts zu tun.|Warst du das? Dann kannst du diese Mail löschen.} "
                        "{Andernfalls sichern Sie bitte Ihr Konto.|Sonst ändere dein Passwort.}"
                    ),
                ),
            ),
            brands=("account", "social", "bank", "dev"),
            calls=("{Aktivität prüfen|Konto sichern|Ja, das war ich}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=1.5,
        ),
        Kind(
            id="bankhinweis",
            label="clean",
            sender="brand",
            subjects=(
                "{Neuer|Ihr} Kontoauszug {liegt bereit|im Postfach}",
                "{Neue Nachricht|Neues Dokument} in Ihrem {Postfach|Online-Banking}",
                "{Kreditkartenabrechnung|Abrechnung} $month",
                "{Umsatz|Zahlung} über $amount",
                "{Änderung|Anpassung} {unserer AGB|der Bedingungen}",
                "{Ihre neue|Neue} Karte ist unterwegs",
                "{Wartungsarbeiten|Wartung} am $soon",
                "{Warnung|Vorsicht} vor {falschen Anrufen|Phishing}",
                "{Freistellungsauftrag|Steuerbescheinigung} $year",
            ),
            body=(
                (
                    (
                        "{In Ihrem elektronischen Postfach|Im Online-Banking} liegt {ein neues Dokument|der Auszug "
                        "für $month}. {Bitte melden Sie sich wie gewohnt an.|Aus Sicherheitsgründen senden wir es "
                        "nicht per Mail.}"
                    ),
                    (
                        "{Ihre Karte|Die Karte mit der Endung $card} wurde mit $amount belastet.{ Unbekannt? Rufen "
                        "Sie uns an.|}"
                    ),
                    (
                        "Zum $soon ändern wir {unsere Bedingungen|das Preisverzeichnis}.{ Ihre Zustimmung können "
                        "Sie in der Filiale oder im Banking geben.|}"
                    ),
                ),
                ("{Wir fragen nie per E-Mail nach PIN oder TAN.|Tippen Sie unsere Adresse selbst ein.|}",),
            ),
            brands=("bank", "card"),
            calls=("{Zum Online-Banking|Anmelden|Zum Postfach}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=2.0,
        ),
        Kind(
            id="rechnung-abo",
            label="clean",
            sender="brand",
            subjects=(
                "{Ihre Rechnung|Rechnung} {für $month|$ref}",
                "{Zahlung|Ihre Zahlung} {fehlgeschlagen|nicht möglich}",
                "{Ihr|Dein} Abo {verlängert sich|endet} am $soon",
                "{Preisanpassung|Neue Preise} ab $soon",
                "{Beitragsrechnung|Vertrag} $ref",
                "{Domain|Ihre Domain} {wird verlängert|läuft aus}",
                "{Zahlungserinnerung|Erinnerung}: $amount",
                "{Karte|Zahlungsmittel} läuft ab",
            ),
            body=(
                (
                    (
                        "{Ihre Rechnung für $month|Die Rechnung $ref} {liegt bereit|ist online}: $amount. {Wir "
                        "buchen am $soon ab.|Sie müssen nichts tun.}"
                    ),
                    (
                        "{Leider konnten wir|Wir konnten} {deinen Beitrag|die letzte Zahlung} nicht einziehen. "
                        "{Bitte prüfe die hinterlegte Karte in deinem Konto.|Wir versuchen es in $days Tagen "
                        "erneut.}"
                    ),
                    (
                        "{Dein Abo|Der Vertrag} verlängert sich am $soon {für $small|um ein Jahr}.{ Kündigen "
                        "kannst du jederzeit.|}"
                    ),
                ),
                ("{Fragen? Unser Kundenservice hilft.|}",),
            ),
            brands=("streaming", "telecom", "software", "domain", "insurance"),
            calls=("{Rechnung ansehen|Zum Konto|Zahlungsart aktualisieren}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
            rows=(
                ("Rechnungsnummer", "$ref"),
                ("Betrag", "$amount"),
                ("Fällig", "$soon"),
            ),
            files=(
                "",
                "pdf",
            ),
            weight=1.5,
        ),
        Kind(
            id="werbung",
            label="clean",
            sender="brand",
            subjects=(
                "{Nur heute|Nur bis $weekday}: $percent Rabatt",
                "{SALE|Schlussverkauf}: {bis zu|jetzt} $percent {sparen|günstiger}",
                "{Gutschein|Geschenk} für {dich|Sie}, $first",
                "{Neu|Frisch} eingetroffen: $product",
                "{Gratis|Kostenloser} Versand {heute|am Wochenende}",
                "{Letzte Chance|Endet heute}",
                "{Deine Punkte|Ihre Punkte} verfallen",
                "{Prospekt|Angebote} {der Woche|ab $weekday}",
                "{Flüge|Städtereisen} ab $small",
            ),
            body=(
                (
                    (
                        "{Nur heute|Bis $soon}: {bis zu |}$percent auf {alles|ausgewählte Artikel}. {Online und im "
                        "Markt.|Solange der Vorrat reicht.}"
                    ),
                    (
                        "{Alles Gute zum Geburtstag!|Danke für deine Treue!} {Hier ist dein Gutschein|Wir schenken "
                        "dir} über $small, gültig bis $soon."
                    ),
                ),
                ("{Nicht mit anderen Aktionen kombinierbar.|Mindestbestellwert $amount.|}",),
            ),
            brands=("shop", "airline", "travel"),
            calls=("{Jetzt shoppen|Zum Angebot|Einlösen|Entdecken}",),
            link="call",
            layouts=(
                BULK,
                IMAGE,
                NOTICE,
            ),
            items=(
                "$product :: {statt $amount nur $small|$percent billiger}",
                "Wochenangebot :: {ab $weekday|frisch}",
                "Reise :: {$city ab $small|3 Nächte}",
            ),
            weight=2.0,
        ),
        Kind(
            id="dienst-hinweise",
            label="clean",
            sender="brand",
            subjects=(
                '$me hat {"$file"|ein Dokument} {mit Ihnen |}geteilt',
                "{Einladung|Termin}: {Jour fixe|Redaktion} am $soon, $time",
                "{Sie haben|Du hast} $num neue {Nachrichten|Mitteilungen}",
                "[{web|archiv}] {Fehler beim Anmelden|Test schlägt fehl} (#$num)",
                "{Bitte unterschreiben|Zur Unterschrift}: $file",
                "{Speicher|Ihr Speicher} fast voll",
                "$me {hat kommentiert|hat Sie erwähnt}",
                "{Kontaktanfrage|Anfrage} von $me",
            ),
            body=(
                (
                    (
                        '$me {hat das Dokument "$file" für Sie freigegeben|lädt Sie zu einem Termin ein|hat Sie '
                        "in einem Kommentar erwähnt}.{ Diese Nachricht kommt, weil Sie Mitglied der Gruppe sind.|}"
                    ),
                    (
                        "{Ihr Speicher ist zu $percent belegt.|Seit Ihrem letzten Besuch gab es $num "
                        "Mitteilungen.}{ Sie können in den Einstellungen aufräumen.|}"
                    ),
                ),
            ),
            brands=("social", "dev", "office", "cloud", "sign", "meeting"),
            calls=("{Öffnen|Ansehen|Zusagen|Dokument prüfen}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
            weight=1.5,
        ),
        Kind(
            id="protokoll",
            label="clean",
            sender="colleague",
            subjects=(
                "{Protokoll|Notizen} {vom $weekday|der Sitzung}",
                "{Tagesordnung|TOP} für {$weekday|$soon}",
                "{AW: |}{Besprechung|Jour fixe}",
                "{Entwurf|Neuer Entwurf}: $sache",
                "{Bitte|Kannst du} {gegenlesen|kurz prüfen}?",
                "{Zahlen|Unterlagen} für $weekday",
                "{Freigabe|Druckfreigabe} bis $time",
                "{Neuer Termin|Verschoben}: {Vorstand|Redaktion}",
            ),
            body=(
                (
                    (
                        "{Anbei|Im Anhang} {das Protokoll|die Notizen} von {gestern|$weekday}. {Korrekturen bitte "
                        "an mich.|Danke, $mefirst, fürs Mitschreiben.}"
                    ),
                    (
                        "{Hier der Entwurf|Anbei der Entwurf}. Kannst du bis $weekday {drüberschauen|gegenlesen}? "
                        "{Die Zahl auf Seite 2 ist neu.|Es eilt leider, die Druckerei wartet.}"
                    ),
                ),
                ("{Punkt 3|Das Thema} ({$sache}) {vertagen wir|machst du}.{ Nächstes Treffen: $soon, $time.|}",),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
            footer=(),
            files=(
                "docx",
                "pdf",
                "",
            ),
            words={
                "sache": _SACHEN,
            },
            weight=1.5,
        ),
        Kind(
            id="kurzantwort",
            label="clean",
            sender="colleague",
            subjects=(
                "{AW|Re}: {Termin|Mittag|Entwurf|Zahlen}",
                "{AW: AW|Re}: {Anruf|Fotos|Zug}",
                "{AW|Re}: {Frage|Liste|Schlüssel}",
            ),
            body=(
                (
                    "{ok, danke|Alles klar|Passt}!",
                    "{Ja|Klar}, {machen wir so|bis dann}.",
                    "{Mach ich|Erledigt}.",
                    "{Bin gleich da|Rufe dich um $time an}.",
                    "{Nein, leider nicht|Noch nichts gehört}.",
                    "{Danke|Vielen Dank} dir!",
                    "{Sorry, erst jetzt gesehen|Komme später}.",
                ),
                (
                    "",
                    "{LG|Gruß}",
                    "",
                ),
            ),
            link="none",
            layouts=(REPLY,),
            greetings=(),
            closings=(
                "LG",
                "Gruß",
                "",
                "",
            ),
            footer=(),
            weight=2.5,
        ),
        Kind(
            id="rechnung-bekannt",
            label="clean",
            sender="person",
            subjects=(
                "{Rechnung|Unsere Rechnung} $ref",
                "{Rechnung|Honorar} {für $month|Übersetzung}",
                "{Angebot|Kostenvoranschlag} {$ref|wie besprochen}",
                "{Zahlungserinnerung|Freundliche Erinnerung}: $ref",
                "{Lieferschein|Auftrag} $ref",
                "{Miete|Saalmiete} {$month|am $soon}",
            ),
            body=(
                (
                    (
                        "{Anbei|Im Anhang} {unsere|meine} Rechnung $ref über $amount {für den Druck der Flyer|für "
                        "die Übersetzung}, {wie besprochen|zahlbar in 14 Tagen auf das bekannte Konto}."
                    ),
                    (
                        "{Sicher nur übersehen:|Laut unseren Büchern ist} die Rechnung $ref über $amount {ist noch "
                        "offen|noch nicht bezahlt}.{ Falls schon überwiesen, vergessen Sie diese Mail.|}"
                    ),
                    (
                        "{Vielen Dank für Ihre Anfrage|Gern}: wir bieten {den Druck|die Halle} für $amount an{, "
                        "gültig bis $soon|}."
                    ),
                ),
                ("{Danke für die gute Zusammenarbeit!|}",),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
            ),
            files=("pdf",),
            weight=1.5,
        ),
        Kind(
            id="personal-it",
            label="clean",
            sender="system",
            subjects=(
                "{Wartung|Mailserver} am $soon{, $time|}",
                "{Ihr|Dein} Passwort läuft in $days Tagen ab",
                "{Gehaltsabrechnung|Lohnzettel} $month",
                "{Urlaubsantrag|Antrag} {genehmigt|$ref}",
                "{Warnung|Achtung}: {Phishing|falsche Mails} im Umlauf",
                "{Ticket|Anfrage} #$num {gelöst|eröffnet}",
                "{Neue Kollegin|Neuer Kollege}: $me",
                "{PROBLEM|OK}: {mail|web1} {Platte voll|erreichbar}",
                "{Drucker|Scanner}: {Scan $date|Störung}",
            ),
            body=(
                (
                    (
                        "Am $soon ab $time ist {der Mailserver|das Laufwerk} {etwa $hours Stunden|kurz} nicht "
                        "erreichbar.{ Bitte vorher speichern.|}"
                    ),
                    (
                        "Ihr Netzwerk-Passwort läuft in $days Tagen ab. {Bitte ändern Sie es am Arbeitsplatz mit "
                        "Strg+Alt+Entf.|Wir schicken dafür nie einen Link.}"
                    ),
                    (
                        "{Mehrere haben|Einige von euch haben} eine Mail „Postfach voll, jetzt bestätigen“ "
                        "bekommen. {Sie ist falsch, bitte löschen.|Nicht klicken!}"
                    ),
                    "{Dein Urlaub|Der Antrag $ref} ist genehmigt.{ Schöne Tage!|}",
                ),
            ),
            names=(
                "IT",
                "Helpdesk",
                "Personalabteilung",
                "Nagios",
                "IT-Service",
            ),
            locals=(
                "it",
                "helpdesk",
                "personal",
                "root",
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
            ),
            weight=1.5,
        ),
        Kind(
            id="phishing-warnung",
            label="clean",
            sender="colleague",
            subjects=(
                "{WG: |}{Ist das echt?|Spam oder nicht?}",
                "{Achtung|Vorsicht}: {Phishing|falsche Mail}",
                "{Bitte nicht|Nicht} {klicken|öffnen}",
                "{Hast du|Habt ihr} das auch bekommen?",
                "{Falsche|Gefälschte} {Rechnung|Paketmail}",
                "{Jemand schreibt|Mail} in meinem Namen",
                "{Ich habe|Hilfe, ich habe} geklickt",
            ),
            body=(
                (
                    (
                        "{Heute kam eine Mail|Mehrere bekamen eine Mail}, {unser Konto werde gesperrt|man solle "
                        "eine Zollgebühr von $small zahlen}, „jetzt Daten bestätigen“. {Das ist Betrug, bitte "
                        "löschen.|Bitte nicht darauf eingehen.}"
                    ),
                    (
                        "{Ist das echt?|Kannst du mal schauen?} {Die Adresse kommt mir komisch vor.|Ich habe "
                        "nichts angeklickt.}"
                    ),
                    (
                        "{Jemand|Ein Fremder} bittet in meinem Namen um {Gutscheinkarten|eine Überweisung}.{ Das "
                        "bin ich nicht!|}"
                    ),
                ),
                (
                    "{Im Zweifel anrufen.|Danke fürs Melden.|}",
                    "",
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                FORWARD,
                REPLY,
            ),
            quoted=(
                "Ihr Konto wurde eingeschränkt. Bestätigen Sie Ihre Daten innerhalb von $hours Stunden.",
                "Ihre Sendung wartet: zahlen Sie $small Gebühr.",
                "Sind Sie am Platz? Ich brauche dringend Gutscheinkarten.",
                "Ihr Postfach ist voll, klicken Sie hier.",
            ),
            footer=(),
            weight=2.0,
        ),
        Kind(
            id="privat",
            label="clean",
            sender="person",
            subjects=(
                "{Sonntag|Wochenende}?",
                "{Fotos|Bilder} {vom Urlaub|von gestern}",
                "{Geburtstag|Feier} {von Oma|am $weekday}",
                "{Grüße|Hallo} aus $city",
                "{Herzliches Beileid|Traurige Nachricht}",
                "{Danke|Vielen Dank}{ für alles|}!",
                "{Elternabend|Klassenfahrt} am $soon",
                "{Training|Chorprobe} {fällt aus|verschoben}",
                "{Wohnung|Fahrrad} noch {frei|zu haben}?",
                "{Rezept|Kuchen}",
            ),
            body=(
                (
                    (
                        "{Kommt ihr|Kommst du} am {Sonntag|$weekday}? {Wir grillen|Mama kocht}, {bringt gute Laune "
                        "mit|bitte Salat mitbringen}."
                    ),
                    (
                        "{Wir sind gut angekommen|Hier regnet es}, {die Kinder baden den ganzen Tag|Bilder "
                        "anbei}.{ Mehr bald!|}"
                    ),
                    (
                        "{Es tut mir so leid|Mein herzliches Beileid}. {Nimm dir Zeit, wir übernehmen deine "
                        "Arbeit.|Ich denke an euch.}"
                    ),
                    "{Liebe Eltern,|} die Klasse fährt am $soon {ins Museum|an den See}.{ Bitte $small mitgeben.|}",
                ),
                ("{Liebe Grüße|Bis bald}, $mefirst",),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
            greetings=(),
            closings=(),
            files=(
                "",
                "",
                "png",
                "pdf",
            ),
            weight=1.5,
        ),
        Kind(
            id="presseanfrage",
            label="clean",
            sender="person",
            subjects=(
                "{Presseanfrage|Anfrage}: {Zahlen|Stellungnahme} bis $time",
                "{Interview|Interviewanfrage}{ am $weekday|}",
                "{Frage|Nachfrage} zu {Ihrem Bericht|der Spende}",
                "{Hinweis|Ein Hinweis} für {die Redaktion|Ihre Recherche}",
                "{Vertraulich|Bitte vertraulich}: {Unterlagen|Vergabe}",
                "{Können wir|Kann ich} sicher mit Ihnen sprechen?",
                "{Zitate|Ihre Zitate} zur Freigabe",
            ),
            body=(
                (
                    (
                        "{Ich arbeite für eine Tageszeitung|Ich bin freie Journalistin} und schreibe über {Spenden "
                        "im Wahlkampf|die Vergabe in $city}. {Hätten Sie heute zehn Minuten?|Redaktionsschluss ist "
                        "um $time.}"
                    ),
                    (
                        "Ich arbeite {seit Jahren |}{in einer Behörde|in einem Krankenhaus} und {habe "
                        "Unterlagen|weiß etwas}, die Sie {kennen sollten|interessieren}. {Bitte nennen Sie meinen "
                        "Namen nicht.|Können wir über Signal sprechen?}"
                    ),
                ),
                ("{Sie erreichen mich unter $phone.|Ich schreibe von einer neuen Adresse, aus Vorsicht.|}",),
            ),
            link="reply",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
            weight=1.5,
        ),
        Kind(
            id="bewerbung",
            label="clean",
            sender="person",
            subjects=(
                "{Bewerbung|Meine Bewerbung} als $role",
                "{Bewerbung|Praktikum} {im $month|ab $soon}",
                "{Einladung|Vorstellungsgespräch} am $soon",
                "{Ihre|Deine} Bewerbung{ als $role|}",
                "{Zeugnis|Lebenslauf} {nachgereicht|anbei}",
                "{Rückfrage|Nachfrage} zur Stelle $ref",
                "{Absage|Ihre Unterlagen}",
            ),
            body=(
                (
                    (
                        "{hiermit bewerbe ich mich|ich bewerbe mich} um die Stelle als $role.{ Lebenslauf und "
                        "Zeugnisse finden Sie im Anhang.|}"
                    ),
                    (
                        "Vielen Dank für {Ihre Bewerbung|Ihr Interesse}. {Wir möchten Sie am $soon um $time "
                        "kennenlernen.|Leider haben wir uns anders entschieden.}"
                    ),
                ),
                ("{Ich freue mich auf Ihre Antwort.|}",),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
            ),
            files=(
                "pdf",
                "pdf",
                "",
            ),
        ),
        Kind(
            id="abwesend",
            label="clean",
            sender="colleague",
            subjects=(
                "{Automatische Antwort|Abwesenheit}: {Protokoll|Anfrage}",
                "{Abwesend|Nicht im Büro} bis $soon",
                "{Im Urlaub|Elternzeit}",
                "{Gelesen|Empfangsbestätigung}: {Einladung|Entwurf}",
                "{Büro|Unser Büro} geschlossen{ bis $soon|}",
            ),
            body=(
                (
                    (
                        "{Vielen Dank für Ihre Nachricht.|} Ich bin bis $soon {nicht im Büro|im Urlaub}. In "
                        "dringenden Fällen: $me, $phone.{ Ihre Mail wird nicht weitergeleitet.|}"
                    ),
                    "Ihre Nachricht wurde am $date um $time {gelesen|angezeigt}.",
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                REPLY,
            ),
            footer=(),
            weight=1.2,
        ),
        Kind(
            id="unzustellbar",
            label="clean",
            sender="system",
            subjects=(
                "{Unzustellbar|Nicht zugestellt}: {Protokoll|Einladung}",
                "{Zustellung|Mail} {fehlgeschlagen|verzögert}",
                "{Undelivered Mail Returned to Sender|Mail delivery failed}",
                "{Postfach|Empfänger} {voll|unbekannt}: {AW: Termin|Rechnung}",
            ),
            body=(
                (
                    (
                        "{Ihre Nachricht|Die Nachricht} konnte nicht {zugestellt|übermittelt} werden: {Empfänger "
                        "unbekannt (550 5.1.1)|Postfach voll (552 5.2.2)}.{ Bitte prüfen Sie die Adresse.|}"
                    ),
                ),
            ),
            names=(
                "Mail Delivery System",
                "Postmaster",
                "MAILER-DAEMON",
            ),
            locals=(
                "mailer-daemon",
                "postmaster",
            ),
            link="none",
            layouts=(BOUNCE,),
            greetings=(),
            closings=(),
            weight=1.2,
        ),
        Kind(
            id="liste",
            label="clean",
            sender="list",
            subjects=(
                "{Re: |}{Frage|Problem} {zum Mailserver|mit dem Skript}",
                "{Re: |}{Stellungnahme|Aufruf}: {Pressegesetz|Polizeigesetz}",
                "{Termin|Treffen} der {AG|Gruppe} am $soon",
                "{Re: |}{Spamfilter|Phishing}{ zu streng|}",
                "{Ankündigung|Neu}: Version 1.$num",
            ),
            body=(
                (
                    (
                        "{Hallo zusammen,|Hallo Liste,} seit dem Update {läuft das Skript nicht mehr|kommt "
                        "„Verbindung abgelehnt“}. {Hat jemand eine Idee?|Log unten.}"
                    ),
                    (
                        "{Wer unterzeichnet|Wir sammeln Unterschriften für} {den Aufruf|die Stellungnahme}? "
                        "{Frist: $soon.|Antwort bitte an mich.}"
                    ),
                    "{Ich sehe das anders|Zustimmung}: {erst reden, dann abstimmen|so steht es im Protokoll}.",
                ),
            ),
            link="none",
            layouts=(LIST,),
            greetings=(),
            closings=(
                "Gruß",
                "Viele Grüße",
                "",
                "",
            ),
            weight=1.5,
        ),
        Kind(
            id="termin-amt",
            label="clean",
            sender="org",
            subjects=(
                "{Terminbestätigung|Ihr Termin} am $soon",
                "{Erinnerung|Terminerinnerung}: $soon, $time",
                "{Ihre|Neue} {Befunde|Unterlagen}{ liegen bereit|}",
                "{Bücher|Medien} fällig am $soon",
                "{Ihr Antrag|Antrag} $ref {eingegangen|bearbeitet}",
                "{Zählerstand|Heizung} ablesen{ am $soon|}",
            ),
            body=(
                (
                    (
                        "{Wir erinnern Sie an|Hiermit bestätigen wir} Ihren Termin am $soon um $time. {Bitte sagen "
                        "Sie rechtzeitig ab.|Bringen Sie Ihren Ausweis mit.}"
                    ),
                    "Ihr Antrag $ref ist {eingegangen|in Bearbeitung}.{ Sie müssen nichts tun.|}",
                ),
            ),
            calls=("{Termin verwalten|Verlängern|Status ansehen}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
        ),
        Kind(
            id="mitgliedschaft",
            label="clean",
            sender="org",
            subjects=(
                "{Mitgliedsbeitrag|Beitrag} $year",
                "{Ihr|Dein} Mitgliedsausweis{ $year|}",
                "{Willkommen|Herzlich willkommen}{ bei $org|}",
                "{Bitte bestätigen|Bestätigung}: {Newsletter|Anmeldung}",
                "{Umfrage|Ihre Meinung}: {fünf Fragen|was ist wichtig?}",
                "{Daten|Kontodaten} {aktualisieren|noch aktuell?}",
                "{Entschuldigung|Korrektur}: {falscher Link|neues Datum}",
            ),
            body=(
                (
                    (
                        "{Danke|Schön}, dass {du|Sie} dabei {bist|sind}! {Der Beitrag für $year beträgt "
                        "$small.|Der Ausweis kommt per Post.}"
                    ),
                    (
                        "{Bitte bestätigen Sie|Bitte bestätige}, dass {Sie unseren Rundbrief|du unseren "
                        "Newsletter} bekommen {möchten|willst}.{ Wenn nicht, einfach nichts tun.|}"
                    ),
                    (
                        "In unserer letzten Mail war {ein falscher Link|das Datum falsch}. {Richtig ist: $soon, "
                        "$time.|Entschuldigung!}"
                    ),
                ),
            ),
            calls=("{Bestätigen|Zum Mitgliederbereich|Zur Umfrage}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
        ),
    ),
)
