"""Bad mail in German."""

from training.synth.content.requests import ATTACKS
from training.synth.schema import ALL, BULK, IMAGE, MAILING, NOTICE, PERSONAL, PLAIN, SIMPLE, Book, Kind

_ATTACKS = (
    Kind(
        id="account-suspended",
        label="malicious",
        sender="impostor",
        brands=("account", "pay", "shop", "market"),
        subjects=(
            "{Ihr|Dein} {$brand-|}Konto {wurde|ist} {eingeschränkt|vorübergehend gesperrt|deaktiviert}",
            "{Wichtig|Dringend|Handlungsbedarf}: {Bestätigen|Aktualisieren} Sie Ihre {Daten|Angaben|Identität}",
            "{Ungewöhnliche|Verdächtige} {Anmeldung|Aktivität} in Ihrem {$brand-|}Konto",
            "{Letzte|Zweite} {Mahnung|Erinnerung}: {Konto|Zugang} wird {am $soon|in $hours Stunden} geschlossen",
        ),
        body=(
            (
                (
                    "{Wir haben|Unser System hat} {ungewöhnliche|verdächtige} Aktivitäten {in Ihrem $brand-Konto|am "
                    "$date} {festgestellt|bemerkt}."
                ),
                (
                    "{Aus Sicherheitsgründen|Zu Ihrem Schutz} {wurde|haben wir} Ihr {Konto|Zugang} vorübergehend "
                    "{eingeschränkt|gesperrt}."
                ),
                "Ihre {hinterlegten |}{Daten|Angaben} {sind nicht mehr aktuell|konnten nicht geprüft werden}.",
            ),
            (
                (
                    "{Bitte|} {bestätigen|aktualisieren} Sie Ihre {Daten|Angaben} {innerhalb von $hours Stunden|bis "
                    "zum $soon}."
                ),
                "Um {die Sperre aufzuheben|wieder vollen Zugriff zu haben}, {melden Sie sich an|folgen Sie dem Link}.",
            ),
            (
                "",
                "{Andernfalls|Sonst} {müssen wir|wird} Ihr Konto {dauerhaft |}{sperren|geschlossen}.",
                "{Wir entschuldigen uns für|Bitte verzeihen Sie} die {Umstände|Unannehmlichkeiten}.",
            ),
        ),
        calls=(
            "{Jetzt|Konto} bestätigen",
            "Daten {aktualisieren|bestätigen}",
            "{Zum Konto|Jetzt anmelden}",
            "Sperre aufheben",
        ),
        layouts=(*MAILING, PERSONAL),
        weight=2.0,
    ),
    Kind(
        id="mailbox",
        label="malicious",
        sender="house",
        subjects=(
            "{Ihr|Das} {Postfach|E-Mail-Konto} ist {fast |}voll{ - $email|}",
            "{Passwort|Kennwort} für $email läuft {heute|in $hours Stunden|am $soon} ab",
            "$num {eingehende|unzugestellte} Nachrichten {zurückgehalten|warten auf Freigabe}",
            "{Abschaltung|Deaktivierung} {Ihres Postfachs|von $email} {am $soon|eingeleitet}",
        ),
        body=(
            (
                (
                    "Das {Kennwort|Passwort} {Ihres Kontos|für} $email {läuft heute ab|ist nur noch $hours Stunden "
                    "gültig}."
                ),
                (
                    "Ihr Postfach hat {9$num %|die Grenze} des Speichers {erreicht|belegt}; {neue Mails|Nachrichten} "
                    "{gehen zurück|werden abgewiesen}."
                ),
                (
                    "{Wegen einer Umstellung|Nach der Aktualisierung} {unserer Server|} müssen alle {Nutzer|Konten} "
                    "{neu bestätigt werden|sich neu anmelden}."
                ),
            ),
            (
                (
                    "{Behalten Sie|Sie können} {das gleiche|Ihr} Kennwort{ behalten|} {über|mit} {den folgenden "
                    "Link|die Schaltfläche}."
                ),
                "{Melden Sie sich an|Bestätigen Sie}, um {den Speicher zu erweitern|die Nachrichten zu erhalten}.",
            ),
            ("", "{Ohne Bestätigung|Sonst} wird das Konto {gelöscht|abgeschaltet}."),
        ),
        calls=(
            "{Kennwort|Passwort} behalten",
            "Speicher erweitern",
            "Nachrichten {abrufen|freigeben}",
            "Konto bestätigen",
        ),
        names=("{IT-|}Support", "$rdomain", "{Webmail|Mail} {Administrator|Verwaltung}", "Helpdesk $rdomain"),
        layouts=ALL,
        weight=1.3,
    ),
    Kind(
        id="telecom-mailbox",
        label="malicious",
        sender="impostor",
        brands=("mailbox", "telecom"),
        subjects=(
            "{Ihre|Neue} {$brand |}Rechnung {für $month |}{ist da|konnte nicht abgebucht werden}",
            "{Wichtige|Neue} {Mitteilung|Information} zu Ihrem {$brand-|}{Postfach|Vertrag}",
            "{Aktualisieren|Prüfen} Sie Ihr {$brand-|}{Konto|Postfach} {bis $soon|umgehend}",
        ),
        body=(
            (
                "{Die|Ihre letzte} Rechnung über $amount {konnte nicht abgebucht werden|ist noch offen}.",
                "{Wir stellen|Am $soon stellen wir} unsere {Dienste|E-Mail-Server} um. {Ihr Konto ist betroffen.|}",
            ),
            (
                "{Bitte prüfen|Aktualisieren} Sie Ihre {Bankdaten|Zugangsdaten}{, sonst wird der Anschluss gesperrt|}.",
                (
                    "{Melden Sie sich|Loggen Sie sich} {wie gewohnt |}{an|ein}, um {fortzufahren|die Änderung zu "
                    "bestätigen}."
                ),
            ),
        ),
        calls=("{Zur|Jetzt} Rechnung", "Jetzt {anmelden|prüfen|aktualisieren}"),
        layouts=(NOTICE, PERSONAL),
    ),
    Kind(
        id="parcel-fee",
        label="malicious",
        sender="impostor",
        brands=("parcel", "post"),
        subjects=(
            "{Ihr|Dein} Paket {$track |}{wartet|konnte nicht zugestellt werden|wird zurückgehalten}",
            "{Zollgebühr|Versandkosten|Nachgebühr} {von $small |}{offen|erforderlich|fällig}",
            "{Sendung|Lieferung} $track: {Adresse bestätigen|Termin wählen|Handlung nötig}",
            "{Letzte|Zweite} {Benachrichtigung|Erinnerung}: ($num) Paket {wartet|liegt bereit}",
        ),
        body=(
            (
                (
                    "{Ihr|Das} Paket $track {liegt|befindet sich} {im Zentrum $city|in unserem Lager} und {kann "
                    "nicht zugestellt werden|wartet auf Freigabe}."
                ),
                "{Unser Fahrer|Der Zusteller} {war am $date bei Ihnen|hat Sie nicht angetroffen}.",
                "{Für|Zu} Ihrer Sendung {ist|fehlt} {eine Gebühr|Zoll} von $small{ offen|}.",
            ),
            (
                "{Bitte zahlen|Begleichen} Sie {die Gebühr|$small} {bis $soon|innerhalb von $hours Stunden}.",
                (
                    "{Bestätigen|Ergänzen} Sie {Ihre Adresse|die Anschrift}, {damit|sodass} wir {erneut |}zustellen "
                    "können."
                ),
                "{Nach $days Tagen|Sonst} geht {das Paket|die Sendung} zurück{ an den Absender|}.",
            ),
        ),
        calls=(
            "{Gebühr|$small} {zahlen|begleichen}",
            "{Zustellung|Termin} {planen|wählen}",
            "Sendung {verfolgen|freigeben}",
        ),
        rows=(("Sendungsnummer", "$track"), ("Betrag", "$small"), ("Status", "{angehalten|offen}")),
        layouts=(*MAILING, PERSONAL),
        weight=1.8,
    ),
    Kind(
        id="parcel-notice",
        label="malicious",
        sender="impostor",
        brands=("parcel", "shop"),
        subjects=(
            "{Ihr Paket|Ihre Sendung} {kommt {heute|am $soon}|ist unterwegs|wurde versandt}",
            "{Versandbestätigung|Lieferung} {$ref|zu Ihrer Bestellung}",
        ),
        body=(
            (
                "{Ihre Sendung|Ihr Paket} $track {ist unterwegs|hat $city verlassen}.",
                "{Wir liefern|Die Zustellung erfolgt} {am $soon|heute}.",
            ),
            (
                "{Verfolgen Sie|Sehen Sie}, wo {sie|Ihr Paket} ist.",
                "{Nicht da?|Keine Zeit?} {Wählen Sie|Ändern Sie} {den|einen} {Ort|Termin}.",
            ),
        ),
        calls=("Sendung verfolgen", "Lieferoptionen"),
        rows=(("Sendung", "$track"),),
        layouts=(NOTICE, BULK),
        twin=True,
        weight=0.6,
    ),
    Kind(
        id="bank-alert",
        label="malicious",
        sender="impostor",
        brands=("bank", "card"),
        subjects=(
            "{$brand|Ihre Bank}: {Freigabe|TAN-Verfahren|App} {läuft ab|muss erneuert werden|aktualisieren}",
            "{Wichtige|Neue} {Mitteilung|Nachricht} {zu Ihrem Konto|in Ihrem Postfach}",
            "{Ihre|Die} Karte {mit der Endung $card |}{wurde gesperrt|ist eingeschränkt}",
            "{Zahlung|Überweisung|Lastschrift} über $amount {wartet|prüfen|stoppen}",
        ),
        body=(
            (
                (
                    "{Die|Ihre} {Registrierung|Freigabe} {für das Online-Banking|Ihrer App} {läuft am $soon ab|ist "
                    "abgelaufen}."
                ),
                "{Eine|Am $date wurde eine} {Zahlung|Überweisung} von $amount {ist vorgemerkt|veranlasst}.",
                (
                    "{Nach neuen Vorgaben|Wegen einer neuen EU-Richtlinie} {müssen|sollen} {alle|unsere} Kunden ihre "
                    "Daten {bestätigen|abgleichen}."
                ),
            ),
            (
                "{Bitte |}{Erneuern|Bestätigen} Sie {das Verfahren|Ihre Daten} {bis $soon|in wenigen Minuten}.",
                "{Waren Sie das nicht?|Unbekannt?} {Stornieren|Stoppen} Sie {die Zahlung|den Auftrag} {sofort|hier}.",
            ),
            ("", "{Nach Ablauf|Sonst} {wird|fällt} {der Zugang gesperrt|eine Gebühr von $amount an}."),
        ),
        calls=("{Jetzt|Verfahren} {erneuern|bestätigen}", "{Zum Online-Banking|Anmelden}", "Zahlung stornieren"),
        layouts=(*MAILING, PERSONAL),
        weight=1.8,
    ),
    Kind(
        id="bank-statement",
        label="malicious",
        sender="impostor",
        brands=("bank", "card"),
        subjects=(
            "{Umsätze|Abrechnung} {zur Karte $card|im $month}",
            "{Neuer|Ihr} Kontoauszug {liegt bereit|ist da|$month}",
            "{Neue Nachricht|Dokument} in {Ihrem Postfach|der Postbox}",
        ),
        body=(
            ("{Ihr|Der} {Kontoauszug|Umsatzbericht} für $month {liegt|steht} {in Ihrem Postfach|zum Abruf} bereit.",),
            ("{Melden Sie sich an|Nutzen Sie die App}, um {ihn|das Dokument} {zu lesen|abzurufen}.",),
        ),
        calls=("Zum Postfach", "{Auszug|Dokument} ansehen"),
        layouts=(NOTICE,),
        twin=True,
        weight=0.4,
    ),
    Kind(
        id="invoice",
        label="malicious",
        sender="impostor",
        brands=("invoice", "pay", "telecom", "office"),
        subjects=(
            "{Rechnung|Mahnung|Zahlungserinnerung} {Nr. |}$ref{ über $amount|}",
            "{Offene|Überfällige} {Rechnung|Forderung}{ $ref| vom $date}",
            "{Ihre|Neue} {Bestellung|Rechnung} {$order|ist verfügbar}",
        ),
        body=(
            (
                "{anbei|im Anhang} {finden|erhalten} Sie {die|Ihre} Rechnung $ref über $amount.",
                "{Unsere Rechnung|Der Betrag von} $amount ist {noch offen|seit dem $date fällig}.",
            ),
            (
                "{Bitte zahlen|Überweisen} Sie bis zum $soon{, um Mahnkosten zu vermeiden|}.",
                "{Öffnen|Prüfen} Sie {das Dokument|die Rechnung} {hier|online}.",
            ),
        ),
        calls=("Rechnung {ansehen|öffnen}", "Jetzt bezahlen"),
        rows=(("Rechnung", "$ref"), ("Betrag", "$amount"), ("Fällig", "$soon")),
        files=("", "pdf", "zip", "html"),
        layouts=(NOTICE, *SIMPLE),
        twin=True,
    ),
    Kind(
        id="streaming-payment",
        label="malicious",
        sender="impostor",
        brands=("streaming",),
        subjects=(
            "{Ihr|Dein} {$brand-|}{Abo|Konto} {ist abgelaufen|wurde pausiert|endet heute}",
            "{Zahlung|Abbuchung} {fehlgeschlagen|abgelehnt}{: Zahlungsart prüfen|}",
            "{Verlängern|Reaktivieren} Sie {jetzt |}{kostenlos|Ihr Abo}",
        ),
        body=(
            (
                (
                    "{Wir konnten|Leider konnten wir} {Ihre|die letzte} Zahlung {für $brand |}nicht "
                    "{einziehen|verarbeiten}."
                ),
                "{Ihr|Dein} Abo {ist|wurde} {am $date|heute} {abgelaufen|beendet}.",
            ),
            (
                "{Aktualisieren|Prüfen} Sie {Ihre Zahlungsart|die Karte} {innerhalb von $hours Stunden|}.",
                "{Als Dankeschön|Treuebonus:} {können Sie|} {90 Tage|drei Monate} kostenlos {verlängern|weitersehen}.",
            ),
        ),
        calls=("{Zahlung|Konto} aktualisieren", "{Abo|Jetzt} {verlängern|fortsetzen}"),
        layouts=MAILING,
    ),
    Kind(
        id="tax-fine",
        label="malicious",
        sender="impostor",
        brands=("tax", "fine", "state", "health"),
        subjects=(
            "{Steuererstattung|Rückzahlung} {von $amount |}{steht bereit|genehmigt|beantragen}",
            "{Bußgeld|Gebührenbescheid|Beitrag}: {offener Betrag|Mahnung} $ref",
            "{Ihre|Neue} {Gesundheitskarte|Mitteilung} {von $brand|ist verfügbar}",
            "{Letzte|Wichtige} {Frist|Aufforderung}: {antworten|zahlen} bis $soon",
        ),
        body=(
            (
                (
                    "{Nach Prüfung|Nach Abschluss} {Ihrer Angaben|des Jahres $year} {steht Ihnen|erhalten Sie} {eine "
                    "Erstattung von |}$amount zu."
                ),
                "{Sie haben|Es besteht} {einen offenen|ein} {Betrag|Rückstand} von $amount{ (Aktenzeichen $ref)|}.",
            ),
            (
                "{Füllen Sie|Senden Sie} {das Formular|den Antrag} bis $soon {aus|ab}.",
                "{Zahlen Sie|Bei Nichtzahlung} {umgehend|bis $soon}{, sonst droht eine Pfändung|}.",
            ),
        ),
        calls=("{Erstattung|Antrag} {anfordern|stellen}", "Bescheid ansehen", "Jetzt {zahlen|begleichen}"),
        rows=(("Aktenzeichen", "$ref"), ("Betrag", "$amount")),
        layouts=(NOTICE, PERSONAL),
    ),
    Kind(
        id="wallet",
        label="malicious",
        sender="impostor",
        brands=("wallet", "crypto"),
        subjects=(
            "{Bestätigen|Verifizieren} Sie Ihre {$brand-|}Wallet {bis $soon|jetzt}",
            "{$coin|Bonus|Airdrop}: {jetzt abholen|nur bis $soon|Ihr Anteil}",
            "{Sicherheitsupdate|Neue Vorgaben} {für $brand|betreffen Ihre Wallet}",
        ),
        body=(
            (
                "{Wegen|Nach} {neuer Regeln|einem Vorfall} müssen alle Wallets {neu bestätigt|verifiziert} werden.",
                "{Ihr Guthaben|$coin im Wert von $amount} {wartet|liegt bereit}.",
            ),
            (
                (
                    "{Verbinden Sie|Bestätigen Sie} {Ihre Wallet|die Wiederherstellungswörter}{, sonst wird sie "
                    "gesperrt|}."
                ),
                "{Jetzt|Bis $soon} {einlösen|aktualisieren}.",
            ),
        ),
        calls=("Wallet {bestätigen|verbinden}", "{Jetzt|$coin} {abholen|einlösen}"),
        layouts=(NOTICE, BULK),
    ),
    Kind(
        id="new-signin",
        label="malicious",
        sender="impostor",
        brands=("account", "mailbox"),
        subjects=(
            "{Neues Gerät|Neuer Browser} {verbunden|angemeldet}: $device",
            "{Neue|Unbekannte} Anmeldung {in Ihrem Konto|mit $device}",
            "Sicherheitswarnung{ für $email|}",
            "Waren Sie das? {$device|$city}",
        ),
        body=(
            (
                "{Ihr|Das} Konto $email wurde {gerade |}{auf|mit} $device {verwendet|angemeldet}.",
                "{Es gab|Wir bemerkten} eine neue Anmeldung aus $city.",
            ),
            (
                (
                    "{Waren Sie das, ist nichts zu tun.|} {Falls nicht|Sonst}, {prüfen Sie|sichern Sie} {die "
                    "Aktivität|Ihr Konto}."
                ),
            ),
        ),
        calls=("Aktivität prüfen", "Konto {schützen|sichern}"),
        rows=(("Gerät", "$device"), ("Ort", "$city"), ("Zeit", "$date $time")),
        layouts=(NOTICE,),
        twin=True,
        weight=0.7,
    ),
    Kind(
        id="shared-document",
        label="malicious",
        sender="impostor",
        brands=("cloud", "office", "sign"),
        subjects=(
            '$me hat {"$file"|ein Dokument|einen Ordner} {mit Ihnen geteilt|freigegeben}',
            "{Bitte|Zur} {unterschreiben|Unterschrift}: $file",
            "{Neue Datei|Dokument} {für Sie|verfügbar}{: $file|}",
        ),
        body=(
            (
                "$me hat {Ihnen|} {ein Dokument|die Datei $file} {freigegeben|geschickt}.",
                "{Ein Dokument|$file} {wartet|liegt} {zur Unterschrift|für Sie} bereit.",
            ),
            (
                "{Öffnen Sie|Prüfen Sie} {es|die Datei} {mit Ihrem Mailkonto|bis $soon}.",
                "{Die Freigabe|Der Link} {gilt|endet} {bis $soon|in $hours Stunden}.",
            ),
        ),
        calls=("{Dokument|Datei} öffnen", "{Ansehen|Jetzt unterschreiben}"),
        link="cloud",
        layouts=(NOTICE, PERSONAL),
        twin=True,
    ),
    Kind(
        id="voicemail",
        label="malicious",
        sender="house",
        subjects=(
            "{Neue Aufnahme|Rückruf} für $user {um $time|heute}",
            "Neue {Sprachnachricht|Voicemail} von {$phone|unbekannt}",
            "{Verpasster Anruf|Anruf um $time}: {Nachricht|Aufnahme} $ref",
            "($num) Sprachnachrichten für $user",
        ),
        body=(
            (
                "{Ein Anrufer|$phone} hat {Ihnen |}eine Nachricht {hinterlassen|aufgesprochen} ($num Sek.).",
                "Sie haben {einen Anruf|eine Nachricht} {vom $date|von $phone} verpasst.",
            ),
            ("{Hören|Rufen} Sie {sie|die Aufnahme} {hier |}{an|ab}.", "Sie wird nach $days Tagen gelöscht."),
        ),
        calls=("Nachricht {anhören|abspielen}",),
        files=("", "html"),
        layouts=(NOTICE, PERSONAL),
        weight=0.6,
    ),
    Kind(
        id="antivirus-renewal",
        label="malicious",
        sender="impostor",
        brands=("antivirus", "vpn"),
        subjects=(
            "{Ihr|Der} {$brand-|}{Schutz|Vertrag} {ist abgelaufen|endet heute|wurde verlängert}",
            "{Warnung|Achtung}: {Ihr Gerät|$device} ist {ungeschützt|infiziert}",
            "{Bestellung|Abbuchung} $ref: $brand $amount",
        ),
        body=(
            (
                "{Ihr Schutz|Ihr Abo} von $brand {ist am $date abgelaufen|wurde für $amount verlängert}.",
                "{Auf Ihrem Gerät|Es} wurden $num {Viren|Bedrohungen} gefunden.",
            ),
            (
                "{Erneuern|Verlängern} Sie {jetzt|heute} mit $percent Rabatt.",
                "{Zum Stornieren|Bei Fragen} {rufen Sie|wählen Sie} $phone{ an|}.",
            ),
        ),
        calls=("Jetzt {erneuern|schützen}", "{Scan starten|Stornieren}"),
        layouts=(*MAILING, PLAIN),
    ),
    Kind(
        id="sextortion",
        label="malicious",
        sender="extorter",
        link="none",
        subjects=(
            "{Ihr|Dein} {Gerät|Konto} wurde {gehackt|übernommen}",
            "{Letzte Warnung|Zahlung offen|Geschäftsangebot}{, $user|}",
            "{Ich habe|Es gibt} {ein Video von dir|dich aufgenommen}",
        ),
        body=(
            (
                "{Ich habe|Seit Wochen habe ich} {vollen |}Zugriff auf {Ihre|deine} Geräte.",
                "Wie Sie sehen, kommt diese Mail von Ihrem eigenen Konto.",
            ),
            (
                "Ich habe {Sie|dich} mit der Kamera {gefilmt|aufgenommen}, {als Sie allein waren|auf gewissen Seiten}.",
                "{Kontakte|Chats} und Fotos sind {kopiert|bei mir}.",
            ),
            ("{Senden Sie|Überweise} $amount in Bitcoin an $wallet {innerhalb von 48 Stunden|}.",),
            ("{Sonst|Andernfalls} {bekommen|sehen} alle {Kontakte|Freunde} das Video. {Keine Polizei.|}",),
        ),
        layouts=(PLAIN, "bare_html", IMAGE),
        greetings=("Hallo{!|,}", ""),
        closings=("",),
    ),
)

_SPAM = (
    Kind(
        id="prize",
        label="unwanted",
        sender="peddler",
        brands=("prize", "shop"),
        subjects=(
            "{Herzlichen Glückwunsch|Sie haben gewonnen|Glückwunsch}{!|:} {$prize|$brand $prize}",
            "{Sie wurden|$user, du wurdest} {ausgewählt|ausgelost}{: $prize| für $brand}",
            "{Kurze|Unsere} {$brand-|}Umfrage {ausfüllen und $prize sichern|wartet}",
            "{Dies ist Ihre Chance|Letzte Chance|Eine Chance}: $prize {im Wert von $amount|von $brand}",
        ),
        body=(
            (
                (
                    "{Dies ist Ihre Chance!|Guten Tag!} Sie wurden {heute |}für {unsere|die} {Verlosung|Umfrage} "
                    "{von $brand|} {ausgewählt|ausgelost}."
                ),
                "{Wir verlosen|Gewinnen Sie} {heute|jetzt} {einen|ein} {neuen |}$prize{ im Wert von $amount|}.",
            ),
            (
                "{Beantworten|Füllen} Sie {einige|wenige} Fragen {und sichern Sie sich den Gewinn|aus}.",
                "{Teilnahme|Mitmachen} {geht schnell|dauert eine Minute} und ist kostenlos{, nur $small Versand|}.",
            ),
        ),
        calls=("{» |}JETZT {GEWINNEN|STARTEN|TEILNEHMEN}{ «|}", "{Gewinn|$prize} {sichern|abholen}", "Zur Umfrage"),
        layouts=MAILING,
        weight=2.5,
    ),
    Kind(
        id="inheritance",
        label="unwanted",
        sender="stranger",
        link="reply",
        subjects=(
            "{Spende|Zuwendung|Geschenk} {von $big|für Sie}",
            "{Vertrauliche|Dringende} {Mitteilung|Anfrage|Angelegenheit}",
            "{Erbschaft|Nachlass} {von $big|ohne Erben}",
            "{Hallo|Guten Tag}{ lieber Freund| mein Lieber|}",
        ),
        body=(
            (
                "{Ich bin|Mein Name ist} $me{, Anwalt|, Bankkaufmann|, Witwe} {aus|in} $city.",
                "{Entschuldigen Sie|Verzeihen Sie} {diese|die unerwartete} Nachricht.",
            ),
            (
                "{Ein Kunde|Ein Verwandter von Ihnen} {verstarb|ist verstorben} und hinterließ $big.",
                "Ich {habe im Lotto gewonnen|bin schwer krank} und {möchte|will} Ihnen $big {spenden|schenken}.",
            ),
            (
                "{Antworten Sie|Melden Sie sich} {mit Namen und Telefonnummer|für Einzelheiten}.",
                "{Sie behalten|Ihr Anteil beträgt} $percent. {Bitte bleiben Sie diskret.|}",
            ),
        ),
        layouts=SIMPLE,
        weight=1.2,
    ),
    Kind(
        id="loan",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Kredit|Sofortkredit|Darlehen} {bis $amount|ohne Schufa|in 24 Stunden}",
            "{Ihr|Dein} Kreditantrag {wurde bewilligt|ist genehmigt}",
            "{Geld|Umschuldung} {sofort|zu 2 %} {aufs Konto|möglich}",
        ),
        body=(
            (
                "{Wir vergeben|Wir bieten} {Kredite|Darlehen} {von $amount|ab 2 % Zinsen} {ohne Schufa|an alle}.",
                "{Brauchen Sie|Benötigen Sie} {Geld|einen Kredit}?",
            ),
            (
                "{Stellen Sie|Jetzt} {den Antrag|unverbindlich anfragen}{ - Auszahlung in 24 Stunden|}.",
                "{Antworten Sie|Melden Sie sich} mit {Summe|Betrag} und Laufzeit.",
            ),
        ),
        calls=("{Jetzt|Kredit} {anfragen|beantragen}", "Angebot ansehen"),
        layouts=(*MAILING, *SIMPLE),
    ),
    Kind(
        id="crypto-investment",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Millionär|Reich} {mit|durch} {Bitcoin|$coin|KI-Handel}",
            "{So verdienen|Warum verdienen} {Rentner|Deutsche} $amount am Tag",
            "{Ihr|Ihr neues} {Handelskonto|Guthaben} {ist bereit|wartet}",
        ),
        body=(
            (
                "{Dieses System|Diese App} {bringt|verdient} {täglich|jede Woche} $amount{ ganz ohne Arbeit|}.",
                "{Banken|Prominente} {wollen nicht, dass Sie das wissen|nutzen es schon}.",
            ),
            (
                "{Starten Sie|Beginnen Sie} mit {nur |}250 €{, Plätze begrenzt|}.",
                "{Sehen Sie|Schauen Sie} {jetzt |}das Video.",
            ),
        ),
        calls=("{Jetzt|Hier} {starten|anmelden}", "VIDEO ANSCHAUEN"),
        layouts=(*MAILING, PERSONAL),
        weight=1.2,
    ),
    Kind(
        id="dating",
        label="unwanted",
        sender="stranger",
        subjects=(
            "{Hallo|Hi}{, ich bin $mefirst| Süßer}",
            "{$num|Neue} {Frauen|Singles} {in $city|warten}",
            "{Neue Nachricht|Privates Foto} von $mefirst",
            "{Wollen wir|Lass uns} {schreiben|treffen}{?|}",
        ),
        body=(
            (
                "{Ich heiße|Mein Name ist} $mefirst und {suche|wünsche mir} {einen ehrlichen Mann|Liebe}.",
                "$num {Frauen|Singles} {aus|in} $city {haben dein Profil gesehen|suchen heute}.",
            ),
            ("{Schreib mir|Antworte}{, ich schicke Fotos|}.", "{Sieh|Schau} dir mein Profil an."),
        ),
        calls=("{Fotos|Profil} ansehen", "Jetzt {chatten|schreiben}"),
        layouts=(PLAIN, PERSONAL, BULK, IMAGE),
    ),
    Kind(
        id="health-gadget",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Ärzte|Experten} {staunen|warnen}: {abnehmen|dieser Trick} {ohne Diät|über Nacht}",
            "{$num|Zehn} Kilo {weniger|weg} in $num Wochen",
            "{Dieses Gerät|Mini-Heizung|WLAN-Verstärker} {ist fast ausverkauft|jetzt -$percent}",
            "{CBD|Potenzmittel|Gelenkschmerzen}: {$percent Rabatt|rezeptfrei|Soforthilfe}",
            "{Horoskop|Hellseherin}: {Ihre Vorhersage|eine Botschaft} {für $month|}",
        ),
        body=(
            (
                "{Dieser Trick|Das Getränk} {lässt|schmilzt} Fett {über Nacht |}{verschwinden|weg}.",
                "{Das kleine Gerät|Diese Neuheit} {halbiert|senkt} {Stromkosten|Ihre Rechnung}.",
                "{Ich sehe|Die Sterne zeigen} {großes Glück|Geld} {für Sie|im $month}.",
            ),
            (
                "{Heute|Nur jetzt} $percent {günstiger|Rabatt}{, nur noch $num Stück|}.",
                "{Sehen Sie|Schauen Sie} {das Video|selbst}.",
            ),
        ),
        calls=("JETZT {AUSPROBIEREN|BESTELLEN}", "{Mehr erfahren|Rabatt sichern}"),
        layouts=MAILING,
        weight=1.3,
    ),
    Kind(
        id="casino",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{100 %|200 %|$percent} {Bonus|Willkommensbonus} + {50|300} Freispiele",
            "{Ihre|Deine} Freispiele {warten|laufen ab}",
            "{Jackpot|VIP}: {heute|jetzt} {spielen|gewinnen}",
        ),
        body=(
            (
                "{Jetzt|Heute} {anmelden|registrieren} und {bis zu $amount|100 %} Bonus {holen|kassieren}.",
                "{Ihr|Dein} Bonus {liegt bereit|wartet}: {ohne Einzahlung|sofort spielen}.",
            ),
            ("{Auszahlung|Gewinne} {in Minuten|sofort}. {Ab 18.|}",),
        ),
        calls=("JETZT {SPIELEN|REGISTRIEREN}", "Bonus {holen|sichern}"),
        layouts=MAILING,
    ),
    Kind(
        id="job-offer",
        label="unwanted",
        sender="stranger",
        link="reply",
        subjects=(
            "{Nebenjob|Heimarbeit|Stelle}: $amount {pro Woche|im Monat}",
            "{Wir suchen|Gesucht:} {Mitarbeiter|Testkäufer} {von zu Hause|}",
            "{Ihre Bewerbung|Jobangebot} {$ref|}",
        ),
        body=(
            (
                (
                    "{Wir suchen|Unsere Firma sucht} {Mitarbeiter|Personen}, die {Zahlungen|Pakete} "
                    "{annehmen|weiterleiten}."
                ),
                "{Verdienen|Sie verdienen} {Sie |}$amount {pro Woche|} {bequem|} von zu Hause.",
            ),
            ("{Antworten Sie|Schreiben Sie} mit Namen und {Telefonnummer|WhatsApp}.",),
        ),
        layouts=SIMPLE,
        weight=0.7,
    ),
    Kind(
        id="solar-insurance",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Solaranlage|Treppenlift|Krankenkasse|Zahnzusatz}: {jetzt|kostenlos} {vergleichen|Angebot sichern}",
            "{Hausbesitzer|Rentner} {sparen|erhalten} $amount",
            "{Ihr|Kostenloses} Angebot {wartet|$ref}",
        ),
        body=(
            (
                "{Hausbesitzer|Versicherte} {sparen|bekommen} {jetzt |}bis zu $amount {im Jahr|Förderung}.",
                "{Vergleichen|Prüfen} Sie {in einer Minute|kostenlos}.",
            ),
            ("{Drei Fragen|Eine Minute}, {unverbindlich|ein Angebot}.",),
        ),
        calls=("Jetzt {vergleichen|prüfen}", "Angebot {anfordern|ansehen}"),
        layouts=(*MAILING, PERSONAL),
    ),
)

BOOK = Book(lang="de", kinds=(*ATTACKS["de"], *_ATTACKS, *_SPAM))
