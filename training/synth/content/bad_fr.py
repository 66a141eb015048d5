"""Bad mail in French."""

from training.synth.content.requests import ATTACKS
from training.synth.schema import ALL, BULK, IMAGE, MAILING, NOTICE, PERSONAL, PLAIN, SIMPLE, Book, Kind

_ATTACKS = (
    Kind(
        id="account-suspended",
        label="malicious",
        sender="impostor",
        brands=("account", "pay", "market"),
        subjects=(
            "Votre compte {$brand |}{est|a été} {suspendu|bloqué|limité}",
            "{Urgent|Important|Action requise} : {vérifiez|mettez à jour} {vos informations|votre compte}",
            "{Activité|Connexion} {inhabituelle|suspecte} {sur votre compte|détectée}",
            "{Dernier|Second} {rappel|avis} : {fermeture du compte|votre accès expire} {sous $hours heures|le $soon}",
        ),
        body=(
            (
                (
                    "{Nous avons détecté|Notre système a relevé} {une activité inhabituelle|une connexion suspecte} "
                    "{sur votre compte $brand|le $date}."
                ),
                (
                    "{Par mesure de sécurité|Pour votre protection}, {votre compte|l'accès} a été {limité|bloqué} "
                    "temporairement."
                ),
                "{Certaines|Vos} informations {ne sont plus à jour|n'ont pas pu être vérifiées}.",
            ),
            (
                (
                    "{Veuillez|Merci de} {confirmer|vérifier} {votre identité|vos informations} {sous $hours "
                    "heures|avant le $soon}."
                ),
                (
                    "{Cliquez|Connectez-vous} {sur le bouton|via le lien} ci-dessous {pour rétablir l'accès|et "
                    "suivez les étapes}."
                ),
            ),
            ("", "{Sans réponse|Passé ce délai}, {le compte|votre profil} sera {fermé|supprimé} {définitivement|}."),
        ),
        calls=("{Vérifier|Confirmer} {mon compte|mes informations}", "{Débloquer|Rétablir} l'accès", "Se connecter"),
        layouts=(*MAILING, PERSONAL),
        weight=1.7,
    ),
    Kind(
        id="mailbox",
        label="malicious",
        sender="house",
        subjects=(
            "Votre {boîte mail|messagerie} est {pleine|presque pleine|saturée}{ - $email|}",
            "{Mot de passe|Le mot de passe} de $email {expire|à renouveler} {aujourd'hui|sous $hours heures}",
            "$num messages {retenus|en attente} {pour $user|}",
            "{Désactivation|Mise à jour} {du webmail|de votre compte} : {confirmez|action requise}",
        ),
        body=(
            (
                "Le mot de passe de $email {expire|n'est plus valable} {aujourd'hui|dans $hours heures}.",
                (
                    "{Votre boîte|L'espace} a atteint 9$num % et {les nouveaux messages|vos mails} {sont "
                    "bloqués|seront refusés}."
                ),
            ),
            (
                "{Conservez|Vous pouvez garder} le même mot de passe {via ce lien|ci-dessous}.",
                "{Connectez-vous|Identifiez-vous} pour {libérer|recevoir} {les messages|plus d'espace}.",
            ),
            ("", "{Sans confirmation|À défaut}, le compte sera {supprimé|désactivé}."),
        ),
        calls=("Garder le mot de passe", "{Libérer|Voir} les messages", "{Augmenter|Valider} {l'espace|le compte}"),
        layouts=ALL,
        weight=1.2,
    ),
    Kind(
        id="parcel-fee",
        label="malicious",
        sender="impostor",
        brands=("parcel", "post"),
        subjects=(
            "{Votre|Le} colis {$track |}{est en attente|n'a pas pu être livré|est retenu}",
            "{Frais|Taxe} de {douane|livraison} {de $small|à régler}{ : $ref|}",
            "{Dernier|Nouvel} avis : {confirmez l'adresse|choisissez la livraison}",
        ),
        body=(
            (
                "Votre colis $track est {retenu|en attente} {au dépôt de $city|en douane}.",
                "{Notre livreur|Nous} {n'a pas pu|est passé le $date sans pouvoir} {vous livrer|remettre le colis}.",
            ),
            (
                "{Réglez|Payez} {les frais de|} $small {pour le recevoir|avant le $soon}.",
                "{Confirmez|Complétez} votre adresse{, sinon il sera renvoyé|}.",
            ),
        ),
        calls=("{Régler|Payer} {les frais|$small}", "{Programmer|Suivre} {la livraison|mon colis}"),
        rows=(("Colis", "$track"), ("Montant", "$small")),
        layouts=(*MAILING, PERSONAL),
        weight=1.6,
    ),
    Kind(
        id="parcel-notice",
        label="malicious",
        sender="impostor",
        brands=("parcel", "market"),
        subjects=(
            "{Livraison|Remise} {prévue|programmée} le $soon",
            "Votre {colis|commande} {arrive {aujourd'hui|le $soon}|est en route|a été expédiée}",
            "Suivi {de livraison|du colis} $track",
        ),
        body=(
            ("Votre {colis|commande} $track {est en route|a quitté $city}.",),
            ("{Suivez|Consultez} {son trajet|la livraison} {en ligne|ici}.", "Livraison prévue : $soon."),
        ),
        calls=("Suivre {mon colis|la livraison}",),
        layouts=(NOTICE, BULK),
        twin=True,
        weight=0.5,
    ),
    Kind(
        id="bank-alert",
        label="malicious",
        sender="impostor",
        brands=("bank", "card"),
        subjects=(
            "$brand : {paiement|virement|achat} de $amount {en attente|à vérifier}",
            "Votre carte {se terminant par $card |}{est bloquée|a été suspendue}",
            "{Nouveau|Important} : {message|document} {de votre conseiller|dans votre espace}",
            "{Activez|Renouvelez} {votre|la} {clé|sécurité forte|application} {avant le $soon|}",
        ),
        body=(
            (
                (
                    "{Un paiement|Un virement} de $amount {a été effectué|est en attente} {le $date|depuis un nouvel "
                    "appareil}."
                ),
                "{Votre|Le} service {de sécurité|d'authentification} {expire|arrive à échéance} le $soon.",
            ),
            (
                "{Si ce n'est pas vous|Opération inconnue ?} {Annulez|Bloquez}-la {ici|sans attendre}.",
                "{Activez|Mettez à jour} {le service|vos données} {pour continuer|sous $hours heures}.",
            ),
        ),
        calls=("Annuler {le paiement|l'opération}", "{Activer|Accéder à mon espace}"),
        layouts=(*MAILING, PERSONAL),
        weight=1.6,
    ),
    Kind(
        id="bank-statement",
        label="malicious",
        sender="impostor",
        brands=("bank", "card"),
        subjects=(
            "{Opérations|Résumé} {de la carte $card|du mois de $month}",
            "Votre relevé {de $month |}est {disponible|en ligne}",
            "{Nouveau|Un} document {dans votre espace|de $brand}",
        ),
        body=(
            ("Votre relevé {de $month|du compte $card} est {disponible|en ligne}.",),
            ("{Connectez-vous|Rendez-vous} {dans votre espace|}{ pour le lire|}.",),
        ),
        calls=("Voir {le relevé|le document}",),
        layouts=(NOTICE,),
        twin=True,
        weight=0.4,
    ),
    Kind(
        id="health-card",
        label="malicious",
        sender="impostor",
        brands=("health", "tax", "fine"),
        subjects=(
            "{Votre|La} {nouvelle |}carte {Vitale|d'assuré} {est disponible|doit être renouvelée}",
            "{Remboursement|Avis} {de $amount |}{en attente|disponible|à réclamer}",
            "{Amende|Contravention} {impayée|$ref|à régler} {avant le $soon|}",
        ),
        body=(
            (
                (
                    "{Suite à|Après} {un contrôle|l'étude} de votre dossier{, vous avez droit à|:} $amount{ de "
                    "remboursement|}."
                ),
                "{Votre|La} carte {expire|doit être mise à jour} {le $soon|}.",
                "{Vous avez|Il reste} une amende {impayée|de $small} {du $date|}.",
            ),
            (
                "{Remplissez|Complétez} le formulaire {avant le $soon|en ligne}.",
                "{Réglez|Payez} {sous $hours heures|maintenant} pour éviter {une majoration|des poursuites}.",
            ),
        ),
        calls=(
            "{Accéder au|Remplir le} {formulaire|dossier}",
            "{Régler|Payer} l'amende",
            "Obtenir {ma carte|mon remboursement}",
        ),
        rows=(("Dossier", "$ref"), ("Montant", "$amount")),
        layouts=(NOTICE, PERSONAL),
        weight=1.3,
    ),
    Kind(
        id="invoice",
        label="malicious",
        sender="impostor",
        brands=("pay", "office", "telecom", "web"),
        subjects=(
            "{Facture|Votre facture} {$ref|de $amount}{ impayée| disponible|}",
            "{Relance|Rappel} : {facture|échéance} $ref",
            "{Bon de commande|Devis|Avis de virement} $ref",
        ),
        body=(
            (
                "{Veuillez trouver|Ci-joint} {votre|la} facture $ref de $amount.",
                "{Sauf erreur|Il semble que} la facture $ref {reste impayée|n'a pas été réglée}.",
            ),
            (
                "{Consultez|Téléchargez} {le document|la facture} {ici|en ligne}.",
                "{Merci de régler|Paiement attendu} avant le $soon.",
            ),
        ),
        calls=("{Voir|Télécharger} {la facture|le document}",),
        rows=(("Facture", "$ref"), ("Montant", "$amount")),
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
            "Votre abonnement {$brand |}{a expiré|est suspendu|sera résilié}",
            "{Paiement|Prélèvement} {refusé|échoué} : {mettez à jour|carte}",
            "{Prolongez|Réactivez} {gratuitement|90 jours}",
        ),
        body=(
            (
                "{Nous n'avons pas pu|Impossible de} {débiter|traiter} {votre paiement|l'abonnement}.",
                "Votre abonnement {a expiré|se termine} {aujourd'hui|le $date}.",
            ),
            (
                "{Mettez à jour|Vérifiez} {votre carte|le moyen de paiement} {sous $hours heures|}.",
                "{Pour vous remercier|Offre fidélité} : 90 jours {offerts|pour $small}.",
            ),
        ),
        calls=("{Mettre à jour|Prolonger|Réactiver}{ maintenant|}",),
        layouts=MAILING,
    ),
    Kind(
        id="wallet",
        label="malicious",
        sender="impostor",
        brands=("wallet", "crypto"),
        subjects=(
            "{Vérifiez|Validez} votre portefeuille {$brand|avant le $soon}",
            "{$coin|Airdrop} {offert|disponible} : {réclamez|participez}",
            "{Mise à jour|Alerte} {obligatoire|de sécurité} $brand",
        ),
        body=(
            (
                "Les portefeuilles non vérifiés seront {suspendus|bloqués} le $soon.",
                "{Vous avez|Il y a} $amount en $coin {à réclamer|pour vous}.",
            ),
            ("{Connectez|Validez} votre portefeuille {avec la phrase de récupération|ci-dessous}.",),
        ),
        calls=("{Vérifier|Connecter} {le|mon} portefeuille", "Réclamer {$coin|maintenant}"),
        layouts=(NOTICE, BULK),
    ),
    Kind(
        id="shared-document",
        label="malicious",
        sender="impostor",
        brands=("cloud", "office", "sign"),
        subjects=(
            "$me a partagé {« $file »|un document} {avec vous|}",
            "{À signer|Signature demandée} : $file",
            "{Nouveau|Vous avez reçu un} {fichier|document} {sécurisé|$ref}",
        ),
        body=(
            (
                "$me {a partagé|vous a envoyé} {le fichier $file|un document}.",
                "{Un document|$file} attend votre {signature|lecture}.",
            ),
            (
                "{Ouvrez-le|Accédez-y} avec {votre messagerie|le compte $email}.",
                "Le lien {expire|est valable jusqu'au} $soon.",
            ),
        ),
        calls=("{Ouvrir|Voir} {le document|le fichier}", "Signer"),
        link="cloud",
        layouts=(NOTICE, PERSONAL),
        twin=True,
    ),
    Kind(
        id="new-signin",
        label="malicious",
        sender="impostor",
        brands=("account", "mailbox"),
        subjects=(
            "{Nouvel appareil|Nouveau navigateur} {connecté|ajouté|détecté} : $device",
            "Nouvelle connexion {à votre compte|depuis $device}",
            "Alerte de sécurité{ pour $email|}",
            "Est-ce vous ? {$city|$device}",
        ),
        body=(
            (
                "{Votre|Le} compte $email {a été ouvert|vient d'être utilisé} {sur|depuis} $device.",
                "{Une|Nous avons vu une} nouvelle connexion à $city.",
            ),
            (
                (
                    "Si c'est vous, ignorez ce message. {Sinon|Dans le cas contraire}, {vérifiez|protégez} "
                    "{l'activité|votre compte}."
                ),
            ),
        ),
        calls=("Vérifier l'activité", "Protéger mon compte"),
        layouts=(NOTICE,),
        twin=True,
        weight=0.6,
    ),
    Kind(
        id="police-summons",
        label="malicious",
        sender="stranger",
        link="reply",
        subjects=(
            "{Convocation|Citation} {judiciaire|officielle} {$ref|}",
            "{Brigade|Procédure} {de protection|en cours} : répondez sous $hours heures",
            "{Dossier|Affaire} $ref vous concernant",
        ),
        body=(
            (
                (
                    "{Vous faites|Votre adresse fait} l'objet {de poursuites|d'une enquête} {après une saisie "
                    "informatique|}."
                ),
                "{À l'attention de|Concerne} $email : {convocation|procédure} $ref.",
            ),
            (
                "{Envoyez|Transmettez} vos {explications|justifications} {par mail |}sous $hours heures.",
                "{À défaut|Sinon}, {le dossier|la procédure} {sera transmis|ira} au parquet{ et aux médias|}.",
            ),
        ),
        files=("", "pdf"),
        layouts=SIMPLE,
        weight=0.8,
    ),
    Kind(
        id="sextortion",
        label="malicious",
        sender="extorter",
        link="none",
        subjects=(
            "{Lisez|Ouvrez} {vite|avant qu'il soit trop tard}, $user",
            "Votre {appareil|compte} {a été piraté|est compromis}",
            "{J'ai|Je possède} une vidéo de vous",
            "{Dernier avertissement|Paiement en attente}, $user",
        ),
        body=(
            (
                "{J'ai accès|Depuis des semaines j'ai accès} à {vos|tous vos} appareils.",
                "Ce message part de votre propre compte : je le contrôle.",
            ),
            ("{Je vous ai filmé|J'ai fait une vidéo} avec la caméra {sur des sites pour adultes|}.",),
            ("{Envoyez|Transférez} $amount en Bitcoin à $wallet sous {48|72} heures.",),
            ("Sinon {vos contacts|tous} {recevront|verront} la vidéo. {Pas de police.|}",),
        ),
        layouts=(PLAIN, "bare_html"),
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
            "{Félicitations|Bravo|Vous avez gagné}{ !| :} {votre|} $prize {$brand|vous attend}",
            "{$user, vous êtes|Vous êtes} {sélectionné|tiré au sort}{ : $prize| par $brand}",
            "{Répondez|Complétez} {au sondage|et gagnez} {$brand|$prize}",
            "{Dernière chance|Aujourd'hui} : {réclamez|votre} $prize",
        ),
        body=(
            (
                (
                    "{Félicitations !|Bonne nouvelle !} Vous {êtes choisi|avez été tiré au sort} {pour recevoir|} : "
                    "$prize."
                ),
                "{Répondez|Participez} à {un|notre} sondage {$brand |}et {gagnez|recevez} $prize.",
            ),
            (
                "{Cela prend|Il faut} une minute. {Seuls les frais de $small sont à payer.|}",
                "{Réclamez|Confirmez} {aujourd'hui|avant le $soon} : {stock limité|il en reste $num}.",
            ),
        ),
        calls=("{Réclamer|Recevoir} {mon cadeau|$prize}", "{Participer|Commencer}{ maintenant|}"),
        layouts=MAILING,
        weight=1.9,
    ),
    Kind(
        id="inheritance",
        label="unwanted",
        sender="stranger",
        link="reply",
        subjects=(
            "{Bonjour|Salutations}{ cher ami| bien-aimé|}",
            "{Don|Héritage|Legs} de $big",
            "{Proposition|Affaire} {confidentielle|urgente}",
            "{J'attends|Besoin de} votre réponse",
        ),
        body=(
            (
                "{Je suis|Je m'appelle} $me, {veuve|notaire|banquier} {en|de} $country.",
                "{Excusez|Pardonnez} ce message {inattendu|}.",
            ),
            (
                "{Un client|Mon mari} est {mort|décédé} et a laissé $big {sans héritier|à la banque}.",
                "{Je suis malade|J'ai gagné à la loterie} et {souhaite|veux} vous {donner|léguer} $big.",
            ),
            ("{Répondez|Écrivez} avec nom et téléphone{ pour la suite|}.", "Vous gardez $percent. {Restez discret.|}"),
        ),
        layouts=SIMPLE,
        weight=1.3,
    ),
    Kind(
        id="loan",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Prêt|Crédit} {de $amount|accordé|à 2 %}",
            "{Besoin|Envie} {d'argent|d'un prêt} ? {Réponse en 24 h|Sans justificatif}",
            "{Offre|Financement} {rapide|entre particuliers} : $amount",
        ),
        body=(
            (
                "{Nous accordons|J'offre} des prêts {de $amount|à 2 %} {aux particuliers|}.",
                "{Vous avez|Il y a} $amount {préapprouvés|pour vous}.",
            ),
            ("{Demandez|Faites la demande} {maintenant|en répondant à ce mail}.",),
        ),
        calls=("{Simuler|Demander} {mon prêt|maintenant}",),
        layouts=(*MAILING, *SIMPLE),
    ),
    Kind(
        id="dating",
        label="unwanted",
        sender="stranger",
        subjects=(
            "{On se parle|On se voit} {ce soir|bientôt} ?",
            "{Salut|Coucou}{, c'est $mefirst| toi}",
            "{Nouveau|Tu as un} message de $mefirst",
            "{Célibataires|Femmes} à $city {t'attendent|veulent parler}",
        ),
        body=(
            (
                "{Je m'appelle|Moi c'est} $mefirst et je {cherche|veux} {l'amour|un homme sérieux}.",
                "{J'ai vu|J'aime} ton profil.",
            ),
            ("{Écris-moi|Réponds} {et j'envoie des photos|}.", "Regarde mes photos."),
        ),
        calls=("Voir {les photos|le profil}",),
        layouts=(PLAIN, PERSONAL, IMAGE),
    ),
    Kind(
        id="health-gadget",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Perdez|Moins} $num kilos {en une semaine|sans régime}",
            "{Médecins|Experts} {stupéfaits|surpris} : {cette astuce|la recette}",
            "{Cet appareil|Gadget} {bientôt épuisé|-$percent}",
            "{Voyance|CBD|Mutuelle} : {offre|gratuit} {pour $user|}",
        ),
        body=(
            (
                "{Cette|Une} {astuce|tisane} {brûle|fait fondre} la graisse {la nuit|}.",
                "{Cet appareil|La nouveauté} {réduit|divise} {la facture|vos dépenses}.",
                "{Je vois|Les astres montrent} {chance|argent} {pour vous|en $month}.",
            ),
            ("{Aujourd'hui|Maintenant} $percent de remise.", "Regardez la vidéo."),
        ),
        calls=("{Commander|Essayer|Voir} {maintenant|}",),
        layouts=MAILING,
        weight=1.2,
    ),
    Kind(
        id="crypto-casino",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Votre|Un} {compte de trading|bonus VIP} {est prêt|vous attend}",
            "{Bonus|Tours gratuits} {de $percent|pour $user}",
            "Gagnez $amount par jour {de chez vous|avec $coin}",
            "{Jouez|Pariez} {maintenant|et gagnez} : jackpot",
        ),
        body=(
            (
                "{Inscrivez-vous|Rejoignez-nous} et {recevez|prenez} {un bonus|des tours} de $amount.",
                "{Ce système|Le robot} {rapporte|génère} $amount {par jour|}{ sans effort|}.",
            ),
            ("Places limitées.", "{Retrait|Gains} {en minutes|immédiats}."),
        ),
        calls=("{Jouer|Commencer|S'inscrire}{ maintenant|}",),
        layouts=MAILING,
    ),
    Kind(
        id="bulk-services",
        label="unwanted",
        sender="peddler",
        link="reply",
        subjects=(
            "{Fichier|Liste} d'adresses {$percent de remise|entreprises}",
            "{Votre site|Google} : {première page|refonte}",
            "{Travail|Emploi} {à domicile|en ligne} : $amount",
            "{CPF|Panneaux solaires|Pompe à chaleur} : {vos droits|aide de $amount}",
        ),
        body=(
            (
                "{Nous vendons|Nous proposons} des {fichiers|contacts} {d'entreprises|de clients}.",
                "{J'ai vu|J'ai analysé} votre site : {il a des erreurs|il peut vendre plus}.",
                "{Gagnez|Touchez} $amount {par semaine|} {chez vous|}.",
            ),
            ("{Répondez|Écrivez} {pour un devis|sur WhatsApp}.",),
        ),
        layouts=SIMPLE,
        weight=0.8,
    ),
)

BOOK = Book(lang="fr", kinds=(*ATTACKS["fr"], *_ATTACKS, *_SPAM))
