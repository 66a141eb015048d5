"""Benign mail in French: what campaigns, newsrooms, NGOs and their staff really get and send."""

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
    "20 euros",
    "15 €",
    "50 €",
)
_CAUSES = (
    "le logement",
    "l'école publique",
    "l'hôpital",
    "des rivières propres",
    "les transports",
    "la liberté de la presse",
    "les salaires",
    "les crèches",
    "la démocratie",
)
_CHOSES = (
    "le tract",
    "le budget",
    "le voyage à $city",
    "la liste presse",
    "le conseil",
    "le site",
    "le rapport annuel",
    "la traduction",
)

BOOK = Book(
    lang="fr",
    kinds=(
        Kind(
            id="don-echeance",
            label="clean",
            sender="org",
            subjects=(
                "{URGENT : |}{plus que|il reste} $hours heures",
                "$first, {on compte sur vous|nous avons besoin de vous ce soir}",
                "{DERNIÈRE CHANCE|Dernier rappel} {du mois|avant le vote}",
                "{Votre don|Chaque euro} compte double",
                "{Nous sommes en retard|On n'y est pas encore}",
                "{Je demande rarement|Je serai franc}",
                "{Merci !|Presque !} {Un dernier pas|Une demande}",
                "$small pour $cause",
            ),
            body=(
                (
                    (
                        "{La collecte|Notre appel} se termine {à minuit|dans $hours heures} et {il nous manque "
                        "$amount|l'objectif n'est pas atteint}. {Ils ont de grandes fortunes, nous avons vous.|Le "
                        "don moyen est de $small.}"
                    ),
                    (
                        "{Bonne nouvelle|Quelle joie} : jusqu'à $weekday, chaque don est {doublé|doublé grâce à "
                        "une fondation}.{ Vos $small deviennent bien plus pour $cause.|}"
                    ),
                    (
                        "{Je vous écris personnellement|Je vais droit au but} : sans {petits dons|votre aide}, il "
                        "faudra {fermer le local de $city|arrêter la campagne de terrain}."
                    ),
                ),
                (
                    (
                        "{Donnez maintenant|Faites un don aujourd'hui} : $small{ ou plus|}. {Une minute suffit.|66 "
                        "% du don est déductible.}"
                    ),
                    "{Si vous ne pouvez pas, transférez ce message.|Chaque geste compte.}",
                ),
            ),
            names=(
                "$org",
                "$org",
                "$me",
                "$mefirst ($org)",
                "$me, $org",
            ),
            calls=("{JE DONNE|Donner $small|Doubler mon don|Oui, j'aide}",),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                NOTICE,
            ),
            words={
                "small": _GIFTS,
                "cause": _CAUSES,
            },
            weight=2.0,
        ),
        Kind(
            id="lettre-campagne",
            label="clean",
            sender="org",
            subjects=(
                "{Lettre|Infolettre} de $month",
                "{La semaine|Retour} en campagne",
                "{Nouvelles de|Bonjour de} $city",
                "{Agenda|Rendez-vous} : {réunion|marché} $weekday",
                "{Notre plan|Nos idées} pour $cause",
                "{Retour sur|Images de} {la tournée|l'université d'été}",
                "{Ce que nous|Ce qu'on} {avons obtenu|prépare}",
            ),
            body=(
                (
                    (
                        "{Quelle semaine !|Chères amies, chers amis,} {voici ce que nous avons fait|le résumé} : "
                        "$cause, {un local à $city|un vote au conseil} et {beaucoup de terrain|des rencontres}."
                    ),
                    (
                        "{Ce $weekday|Cette semaine}, nous avons présenté {le plan|nos propositions} pour $cause. "
                        "{Écrit avec des soignants et des profs.|Le texte complet est en ligne.}"
                    ),
                ),
                (
                    (
                        "{Le $soon à $time|Ce $weekday}, {rencontre ouverte|on se retrouve} à $city. {Venez avec "
                        "une amie.|Venez !}"
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
            calls=("{Lire la suite|Voir l'agenda|Participer|Voir la vidéo}",),
            link="call",
            layouts=(
                BULK,
                DIGEST,
                PLAIN,
            ),
            items=(
                "Réunion à $city :: {$weekday, $time, salle des fêtes.|Entrée libre.}",
                "$cause :: {Notre proposition en cinq points.|Combien ça coûte.}",
                "Militante du mois :: $me, de $city.",
                "Revue de presse ::{ Entretien dans le quotidien.|}",
                "Comptes ::{ $percent viennent de petits dons.|}",
                "Attention aux fraudes :: Nous ne demandons ni code ni mot de passe.",
            ),
            words={
                "cause": _CAUSES,
            },
            weight=1.5,
        ),
        Kind(
            id="petition",
            label="clean",
            sender="org",
            subjects=(
                "{Signez|Signez vite} : {sauvons|pour} $cause",
                "$first, {il manque votre nom|avez-vous signé ?}",
                "{URGENT|Vote demain} : {stop à cette loi|non aux coupes}",
                "{Victoire|Gagné} !",
                "{Encore|Il manque} $num signatures",
                "{Lettre ouverte|Interpellez} {au ministre|les députés}",
            ),
            body=(
                (
                    (
                        "{Dès $weekday|Dans quelques jours}, {l'Assemblée|le conseil municipal} vote {une loi qui "
                        "touche|des coupes qui touchent} $cause. {On ne peut pas se taire.|Il est encore temps.}"
                    ),
                    "{Nous sommes plus de|Déjà} $num mille signataires. {Il manque vous.|Merci !}",
                ),
                ("{Signez et partagez|Signez maintenant} : remise {des signatures|de la pétition} le $soon.",),
            ),
            calls=("{SIGNER|Je signe|Ajouter mon nom}",),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                NOTICE,
            ),
            words={
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="ong-appel",
            label="clean",
            sender="org",
            subjects=(
                "{Votre aide|Votre don} {sauve des vies|arrive}",
                "{URGENCE|Urgence} : {inondations|séisme} en $country",
                "{Avant|D'ici} {le 31 décembre|l'hiver}",
                "{Reçu fiscal|Votre reçu} $year",
                "{Merci|Un grand merci} pour votre don de $amount",
                "{Rapport|Bilan} $year",
                "{$small|Avec $small} : {10 repas|une couverture}",
            ),
            body=(
                (
                    (
                        "{Des milliers de familles|Des enfants} en $country {ont tout perdu|ont froid}. Nos "
                        "équipes {distribuent eau et couvertures|sont sur place}, {mais les stocks s'épuisent|jour "
                        "et nuit}."
                    ),
                    (
                        "{Nous avons bien reçu|Nous confirmons} votre don de $amount du $date. {Le reçu fiscal est "
                        "joint.|Merci !}"
                    ),
                ),
                ("{Donnez aujourd'hui|Aidez-les maintenant}.{ Sur un euro, $percent va aux projets.|}",),
            ),
            calls=("{Je donne|Aider maintenant|Lire le rapport}",),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PLAIN,
                IMAGE,
            ),
            words={
                "small": _GIFTS,
            },
        ),
        Kind(
            id="invitation",
            label="clean",
            sender="org",
            subjects=(
                "{Invitation|Vous êtes invités} : {débat|lancement} le $soon",
                "{Inscription|Votre inscription} {confirmée|reçue}",
                "{Rappel|C'est demain} : {atelier|webinaire} à $time",
                "{Lien|Votre lien} de connexion",
                "{Assemblée générale|AG} $year",
                "{Reporté|Nouvelle date} : $weekday",
                "{Dernières|Encore quelques} places",
            ),
            body=(
                (
                    (
                        "{Nous avons le plaisir de vous inviter|Venez} à {une rencontre|un débat} sur $cause le "
                        "$soon à $time à $city."
                    ),
                    (
                        "{Merci de votre inscription|Inscription confirmée}. {Le lien est personnel, ne le "
                        "transmettez pas.|Ouverture des portes trente minutes avant.}"
                    ),
                ),
                ("{Entrée libre.|Places limitées, répondez avant $weekday.|Salle accessible.}",),
            ),
            calls=("{S'inscrire|Confirmer|Rejoindre|Ajouter à l'agenda}",),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PERSONAL,
                PLAIN,
            ),
            rows=(
                ("Date", "$soon, $time"),
                ("Lieu", "$city"),
            ),
            words={
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="revue-presse",
            label="clean",
            sender="org",
            subjects=(
                "{Revue|Synthèse} de presse, $date",
                "{Bonjour|Le matin} : {l'essentiel|les titres}",
                "{ALERTE|Dernière minute} : {le ministre démissionne|verdict}",
                "{À lire|L'essentiel} cette semaine",
                "{Lettre|Newsletter} : {coulisses|élections}",
                "{Lectures|À lire} du week-end",
            ),
            body=(
                (
                    (
                        "{Bonjour.|Bonsoir.} {Ce qu'il faut savoir|Les titres du jour} : {vote à l'Assemblée|grève "
                        "à $city}, $cause et {la météo|l'économie}."
                    ),
                ),
            ),
            calls=("{Lire la suite|Lire l'article|S'abonner}",),
            link="call",
            layouts=(
                BULK,
                DIGEST,
                PLAIN,
            ),
            greetings=(),
            items=(
                "Vote reporté :: {Pas d'accord entre les groupes.|Ce sera $weekday.}",
                "Grève à $city :: {Pas de bus.|Réunion ce soir.}",
                "Arnaques :: {La police alerte sur les faux colis.|Clients de banque visés.}",
                "Prix ::{ + $percent sur un an.|}",
                "Tribune ::{ Pourquoi $cause compte.|}",
                "Sports ::{ Match nul.|}",
            ),
            words={
                "cause": _CAUSES,
            },
            weight=1.3,
        ),
        Kind(
            id="communique",
            label="clean",
            sender="org",
            subjects=(
                "{Communiqué|COMMUNIQUÉ DE PRESSE} : $cause",
                "{Invitation presse|Point presse}{ le $soon|}",
                "{EMBARGO|Sous embargo} jusqu'à $time",
                "{Réaction|Déclaration} après {le vote|le jugement}",
                "$org {demande|publie} {un plan|un rapport}",
                "{Photos|Images} disponibles",
                "{Rectificatif|Erratum}",
            ),
            body=(
                (
                    (
                        "{$city, le $date.|Pour diffusion immédiate.} $org {présente aujourd'hui|publie} {des "
                        "chiffres|un rapport} sur $cause."
                    ),
                    ("Nous invitons {les médias|la presse} le $soon à $time à $city.{ Accréditation avant $weekday.|}"),
                ),
                (
                    (
                        "« {Les chiffres parlent d'eux-mêmes|Nous ne nous tairons pas} », dit $me, $role.{ Contact "
                        ": $phone.|}"
                    ),
                ),
            ),
            calls=("{Lire le communiqué|Télécharger les photos|S'accréditer}",),
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
                "cause": _CAUSES,
            },
        ),
        Kind(
            id="lettre-securite",
            label="clean",
            sender="org",
            subjects=(
                "{Lettre|Bulletin} sécurité n° $num",
                "{Comment|Apprendre à} reconnaître {l'hameçonnage|une arnaque}",
                "{Attention|Alerte} : {faux conseiller|faux colis}",
                "{L'arnaque|La fraude} de la semaine",
                "{Mots de passe|Clés} : {les bases|le guide}",
                "{À jour|Mettez à jour} : {téléphone|box}",
            ),
            body=(
                (
                    (
                        "{Des messages circulent|On nous signale des courriels} : « votre compte sera bloqué », « "
                        "réglez les frais de livraison ». {Ils sont faux : ne cliquez pas.|Supprimez-les.}"
                    ),
                    (
                        "{Aucune banque ne demande votre code par mail.|Regardez l'adresse, pas le logo.}{ Si vous "
                        "avez cliqué, changez le mot de passe.|}"
                    ),
                ),
            ),
            calls=("{Lire la suite|Voir le guide|Formation gratuite}",),
            link="call",
            layouts=(
                DIGEST,
                BULK,
                PLAIN,
            ),
            items=(
                "Faux frais de port ::{ Un petit montant pour voler la carte.|}",
                "Faux cadeau ::{ Personne n'offre un téléphone pour un sondage.|}",
                "Mises à jour ::{ $num failles corrigées.|}",
                "Chantage ::{ Mails avec bitcoin : ne payez pas.|}",
                "Faux RIB ::{ Appelez le fournisseur.|}",
            ),
            weight=1.3,
        ),
        Kind(
            id="commande",
            label="clean",
            sender="brand",
            subjects=(
                "{Votre commande|Commande} $order {confirmée|expédiée}",
                "{Nous avons reçu|Confirmation de} {votre commande|votre paiement}",
                "{Merci|Merci pour} votre achat, $first",
                "{Facture|Votre facture} $ref",
                "{Retour|Remboursement} {reçu|de $amount}",
                "{Prête|Disponible} en magasin",
                "{Retard|Changement} de livraison",
            ),
            body=(
                (
                    (
                        "{Merci pour votre commande !|Nous avons bien reçu votre commande.} {Un mail suivra à "
                        "l'expédition.|Livraison prévue : $soon.}"
                    ),
                    (
                        "{Votre retour est arrivé|Nous avons reçu votre colis retour}.{ Remboursement de $amount "
                        "sous quelques jours.|}"
                    ),
                ),
                ("{Suivez-la dans « Mes commandes ».|Retour gratuit sous 30 jours.|}",),
            ),
            brands=("shop",),
            calls=("{Voir ma commande|Suivre|Mon compte}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
            rows=(
                ("Commande", "$order"),
                ("Article", "$product"),
                ("Total", "$amount"),
                ("Livraison", "$soon"),
            ),
            weight=1.5,
        ),
        Kind(
            id="colis",
            label="clean",
            sender="brand",
            subjects=(
                "{Votre colis|Le colis $track} {arrive aujourd'hui|est en route}",
                "{Colis|Envoi} $track {livré|pris en charge}",
                "{Vous étiez absent|Absence} : {nouvelle livraison|retrait}",
                "{Livraison|Arrivée} {demain|$weekday}",
                "{Suivi|Numéro de suivi} : $track",
                "{Douane|Frais de douane} : {envoi $track|information}",
                "{À retirer|Disponible} {en bureau|en point relais}",
            ),
            body=(
                (
                    (
                        "{Votre colis|L'envoi $track} {est en cours de livraison|est en route} et arrive "
                        "{aujourd'hui|$weekday} avant 18 h.{ Une signature est demandée.|}"
                    ),
                    (
                        "{Nous sommes passés|Le livreur est passé}, {vous étiez absent|personne n'a répondu}. "
                        "{Retrait jusqu'au $soon avec une pièce d'identité.|Nouveau passage demain.}"
                    ),
                    "{Livré|Colis remis} le $date à $time.{ Reçu par : $last.|}",
                ),
                ("{Suivez-le avec votre numéro.|Nous ne demandons jamais vos codes bancaires.|}",),
            ),
            brands=("parcel",),
            calls=("{Suivre mon colis|Voir le suivi|Modifier la livraison}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=1.8,
        ),
        Kind(
            id="mot-de-passe-demande",
            label="clean",
            sender="brand",
            subjects=(
                "{Réinitialiser|Réinitialisez} votre mot de passe",
                "{Vous avez demandé|Demande de} {nouveau mot de passe|réinitialisation}",
                "Mot de passe {oublié|oublié ?}",
                "$code est votre code{ de connexion|}",
                "{Confirmez|Vérifiez} votre adresse",
                "{Bienvenue|Bonjour} : {activez votre compte|encore une étape}",
                "{Lien|Votre lien} {de connexion|pour un nouveau mot de passe}",
            ),
            body=(
                (
                    (
                        "{Nous avons reçu une demande|Vous avez demandé} de réinitialisation pour $email.{ Le lien "
                        "est valable $hours heures.|}"
                    ),
                    "{Votre code est|Saisissez le code} $code. {Ne le communiquez à personne.|Valable 10 minutes.}",
                    (
                        "{Merci de votre inscription|Bienvenue}. {Confirmez|Cliquez pour confirmer} que $email est "
                        "à vous."
                    ),
                ),
                (
                    (
                        "{Ce n'était pas vous ?|Vous n'avez rien demandé ?} {Ignorez ce message|Rien à faire}, "
                        "votre mot de passe ne change pas."
                    ),
                ),
            ),
            brands=("account", "software", "dev", "social"),
            calls=("{Réinitialiser|Nouveau mot de passe|Confirmer mon adresse}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=1.5,
        ),
        Kind(
            id="nouvelle-connexion",
            label="clean",
            sender="brand",
            subjects=(
                "{Nouvelle|Une nouvelle} connexion {à votre compte|depuis $device}",
                "{Alerte|Avis} de sécurité",
                "{Était-ce vous|C'était vous} ?",
                "{Nouvel appareil|Appareil} : $device",
                "{Votre mot de passe|Mot de passe} {modifié|changé}",
                "{Double authentification|Validation en deux étapes} {activée|désactivée}",
            ),
            body=(
                (
                    (
                        "{Une connexion|Une nouvelle connexion} à $email a eu lieu : $device, {près de |}$city, le "
                        "$date à $time."
                    ),
                    "Le mot de passe {de votre compte|de $email} a été modifié le $date.",
                ),
                (
                    (
                        "{Si c'était vous, rien à faire.|Vous la reconnaissez ? Parfait.} {Sinon, sécurisez votre "
                        "compte.|Sinon, changez de mot de passe.}"
                    ),
                ),
            ),
            brands=("account", "social", "bank", "dev"),
            calls=("{Vérifier l'activité|C'était moi|Sécuriser mon compte}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=1.5,
        ),
        Kind(
            id="banque-avis",
            label="clean",
            sender="brand",
            subjects=(
                "{Votre relevé|Relevé} de $month{ est disponible|}",
                "{Nouveau message|Nouveau document} dans votre espace",
                "{Paiement|Achat} de $amount par carte",
                "{Virement|Un virement} {reçu|émis} : $amount",
                "{Évolution|Modification} {des tarifs|des conditions}",
                "{Votre nouvelle carte|Carte} arrive",
                "{Maintenance|Travaux} le $soon",
                "{Attention|Vigilance} : {faux conseillers|SMS frauduleux}",
                "{IFU|Imprimé fiscal} $year",
            ),
            body=(
                (
                    (
                        "{Votre relevé de $month|Un nouveau document} est disponible dans votre espace client.{ "
                        "Connectez-vous comme d'habitude, par l'application ou en tapant l'adresse.|}"
                    ),
                    (
                        "{Paiement|Achat} de $amount avec la carte finissant par $card le $date.{ Ce n'est pas "
                        "vous ? Appelez-nous.|}"
                    ),
                    (
                        "Au $soon, {nos tarifs|nos conditions} évoluent.{ Le détail est dans votre espace ou en "
                        "agence.|}"
                    ),
                ),
                (
                    (
                        "{Nous ne demandons jamais vos codes par mail.|Au moindre doute, appelez le numéro au dos "
                        "de la carte.|}"
                    ),
                ),
            ),
            brands=("bank", "card"),
            calls=("{Espace client|Voir le relevé|Se connecter}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=2.0,
        ),
        Kind(
            id="abonnement-facture",
            label="clean",
            sender="brand",
            subjects=(
                "{Votre facture|Facture} de $month{ est disponible|}",
                "{Paiement|Votre paiement} refusé",
                "{Votre abonnement|Abonnement} renouvelé le $soon",
                "{Nouveau tarif|Évolution du prix}",
                "{Reçu|Justificatif} $ref",
                "{Rappel|Échéance} : $amount",
                "{Domaine|Votre domaine} expire le $soon",
            ),
            body=(
                (
                    (
                        "{Votre facture de $month|La facture $ref} est disponible : $amount, {prélevée le $soon|à "
                        "régler avant le $soon}.{ Rien à faire.|}"
                    ),
                    (
                        "{Nous n'avons pas pu prélever|La banque a refusé} le dernier paiement. {Vérifiez la carte "
                        "dans votre compte.|Nouvel essai dans $days jours.}"
                    ),
                    "{Votre offre|L'abonnement} se renouvelle le $soon pour $small.{ Sans engagement.|}",
                ),
            ),
            brands=("streaming", "telecom", "software", "domain"),
            calls=("{Voir la facture|Mettre à jour le paiement|Mon compte}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
            rows=(
                ("Facture", "$ref"),
                ("Montant", "$amount"),
                ("Échéance", "$soon"),
            ),
            files=(
                "",
                "pdf",
            ),
            weight=1.5,
        ),
        Kind(
            id="promotions",
            label="clean",
            sender="brand",
            subjects=(
                "{AUJOURD'HUI SEULEMENT|Aujourd'hui} : {jusqu'à |}-$percent",
                "{Code|Cadeau} {pour vous|de $small}, $first",
                "{Livraison offerte|LIVRAISON OFFERTE}{ ce week-end|}",
                "{Dernière chance|Derniers jours}",
                "{Vos points|$num points} expirent le $soon",
                "{Nouveauté|Nouveau} : $product",
                "{Vols|Escapades} dès $small",
                "{Soldes|Black Friday} : {c'est parti|avant-première}",
                "{Oublié|Toujours tenté} : {votre panier|$product} ?",
            ),
            body=(
                (
                    (
                        "{Jusqu'à $weekday|Aujourd'hui} : {jusqu'à |}-$percent sur {tout le site|la mode et la "
                        "maison}.{ Dans la limite des stocks.|}"
                    ),
                    (
                        "{Joyeux anniversaire !|Merci de votre fidélité !} {Voici|On vous offre} un bon de $small, "
                        "valable jusqu'au $soon."
                    ),
                ),
                ("{Non cumulable.|Voir conditions.|}",),
            ),
            brands=("shop", "airline", "travel"),
            calls=("{J'EN PROFITE|Acheter|Utiliser mon bon|Découvrir}",),
            link="call",
            layouts=(
                BULK,
                IMAGE,
                NOTICE,
            ),
            items=(
                "$product ::{ $small au lieu de $amount|}",
                "Meilleures ventes ::{ dès $small|}",
                "$city :: {aller-retour $amount|3 nuits}",
            ),
            weight=1.8,
        ),
        Kind(
            id="services-avis",
            label="clean",
            sender="brand",
            subjects=(
                "$me a partagé {« $file »|un document}",
                "{Invitation|Réunion} : {équipe|rédaction} $soon, $time",
                "{Vous avez|Il y a} $num {notifications|messages}",
                "[{site|archive}] {erreur de connexion|test en échec} (#$num)",
                "{À signer|Signature demandée} : $file",
                "$me {a commenté|vous a cité}",
                "{Stockage|Espace} {presque plein|à $percent}",
                "{Terminé|Signé} : $file",
            ),
            body=(
                (
                    (
                        "$me {a partagé « $file » avec vous|vous invite à une réunion|vous a cité dans un "
                        "commentaire}.{ Vous recevez ceci car vous suivez ce groupe.|}"
                    ),
                    (
                        "{Votre espace est plein à $percent.|Vous avez $num nouvelles notifications.}{ Voir les "
                        "options dans les paramètres.|}"
                    ),
                ),
            ),
            brands=("social", "dev", "office", "cloud", "sign", "meeting"),
            calls=("{Ouvrir|Voir le document|Accepter|Répondre}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
            weight=1.5,
        ),
        Kind(
            id="compte-rendu",
            label="clean",
            sender="colleague",
            subjects=(
                "{Compte rendu|Notes} {de la réunion|de $weekday}",
                "{Ordre du jour|ODJ}{ du $soon|}",
                "{Re : |}{réunion|point d'équipe}",
                "{Brouillon|Version finale} : $chose",
                "{Peux-tu|Tu peux} {relire|regarder} avant $weekday ?",
                "{Chiffres|Tableau}{ pour $weekday|}",
                "{URGENT|Validation} : {l'imprimeur attend|avant $time}",
            ),
            body=(
                (
                    (
                        "{Ci-joint|Voici} {le compte rendu|le résumé} de la réunion. {Corrections avant "
                        "$weekday.|Merci $mefirst pour les notes.}"
                    ),
                    (
                        "{Voici le brouillon|Nouvelle version jointe}. Tu peux {relire|regarder} avant $weekday ? "
                        "{J'ai changé le chiffre page 2.|L'imprimeur attend, désolé.}"
                    ),
                ),
                ("{Décidé|On a dit} : $chose {continue|reporté au $soon}.{ Prochaine réunion à $time.|}",),
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
                "chose": _CHOSES,
            },
            weight=1.5,
        ),
        Kind(
            id="reponse-courte",
            label="clean",
            sender="colleague",
            subjects=(
                "{Re|RE} : {réunion|déjeuner|photos|chiffres}",
                "{RE|Re}: {appel|liste|texte}",
                "{Re: RE|TR}: {billet|ordre du jour}",
            ),
            body=(
                (
                    "{ok merci|Ça marche|Parfait} !",
                    "{Oui|Bien sûr}, {ça me va|à tout à l'heure}.",
                    "{Fait|Envoyé}.",
                    "{Je t'appelle|J'arrive} à $time.",
                    "{Pas encore|Non}, {je regarde demain|j'attends la réponse}.",
                    "{Merci|Mille mercis} !",
                ),
                (
                    "",
                    "{Bises|À +}",
                    "",
                ),
            ),
            link="none",
            layouts=(REPLY,),
            greetings=(),
            closings=(
                "Bises,",
                "À +",
                "",
                "",
            ),
            footer=(),
            weight=2.2,
        ),
        Kind(
            id="facture-fournisseur",
            label="clean",
            sender="person",
            subjects=(
                "{Facture|Notre facture} $ref",
                "{Devis|Offre} {$ref|demandé}",
                "{Rappel|Relance} : facture $ref",
                "{Note d'honoraires|Honoraires} $month",
                "{Loyer|Salle} : {facture $month|contrat}",
            ),
            body=(
                (
                    (
                        "{Ci-joint|Veuillez trouver} la facture $ref de $amount {pour les tracts|pour la "
                        "traduction}, {comme convenu|sur le compte habituel}."
                    ),
                    (
                        "{Sauf erreur|Il semble que} la facture $ref de $amount {reste due|soit en attente}.{ Si "
                        "c'est réglé, oubliez ce mail.|}"
                    ),
                    "{Merci de votre demande.|} Notre devis : $amount{, valable jusqu'au $soon|}.",
                ),
                ("{Merci de votre confiance !|}",),
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
            id="interne-info-rh",
            label="clean",
            sender="system",
            subjects=(
                "{Maintenance|Coupure} {de la messagerie|du serveur} le $soon",
                "{Votre mot de passe|Mot de passe réseau} expire dans $days jours",
                "{Bulletin|Fiche} de paie $month",
                "{Congés|Demande} {validés|$ref validée}",
                "{Alerte|Attention} : {faux courriel|hameçonnage}",
                "{Ticket|Demande} #$num {résolu|ouvert}",
                "{ALERTE|OK} : {web1|sauvegarde} {disque plein|terminée}",
            ),
            body=(
                (
                    (
                        "Le $soon dès $time, {la messagerie|le serveur de fichiers} sera coupé pendant {$hours "
                        "heures|un moment}.{ Enregistrez votre travail.|}"
                    ),
                    (
                        "Votre mot de passe réseau expire dans $days jours. {Changez-le au bureau avec "
                        "Ctrl+Alt+Suppr.|Nous n'envoyons jamais de lien pour cela.}"
                    ),
                    (
                        "{Plusieurs d'entre vous ont reçu|On nous signale} un mail « boîte pleine, confirmez ». "
                        "{Il est faux, supprimez-le.|Ne cliquez pas.}"
                    ),
                    "{Vos congés|La demande $ref} {sont validés|est validée}.{ Bon repos !|}",
                ),
            ),
            names=(
                "Informatique",
                "Support",
                "RH",
                "Supervision",
            ),
            locals=(
                "it",
                "support",
                "rh",
                "root",
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
            ),
            weight=1.3,
        ),
        Kind(
            id="alerte-arnaque",
            label="clean",
            sender="colleague",
            subjects=(
                "{TR : |}{c'est vrai ?|arnaque ?}",
                "{Attention|Prudence} : {faux mail|arnaque}",
                "{Ne|Surtout ne} {cliquez pas|ouvrez pas}",
                "{Quelqu'un|Vous aussi vous} {a reçu|avez reçu} ça ?",
                "{Fausse|Encore une fausse} {facture|amende}",
                "{On écrit|Quelqu'un écrit} à mon nom",
                "{J'ai cliqué|Je crois que j'ai cliqué}",
            ),
            body=(
                (
                    (
                        "{Un mail dit|On a reçu un mail disant} que {le compte sera suspendu|il faut payer $small "
                        "de frais}, « confirmez vos données ». {C'est une arnaque, supprimez.|Ne répondez pas.}"
                    ),
                    "{C'est vrai ?|Tu peux regarder ?} {L'adresse est bizarre.|Je n'ai pas cliqué.}",
                    (
                        "{Quelqu'un|Un inconnu} demande {des cartes cadeaux|un virement} à mon nom.{ Ce n'est pas "
                        "moi !|}"
                    ),
                ),
                (
                    "{En cas de doute, appelez-moi.|Merci du signalement.|}",
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
                "Votre compte est limité. Confirmez vos données sous $hours heures.",
                "Votre colis est bloqué : réglez $small.",
                "Vous avez gagné un $prize, répondez au sondage.",
                "Es-tu disponible ? J'ai besoin d'un virement urgent.",
            ),
            footer=(),
            weight=2.0,
        ),
        Kind(
            id="personnel",
            label="clean",
            sender="person",
            subjects=(
                "{Dimanche|Ce week-end} ?",
                "{Photos|Vidéo} {des vacances|de la fête}",
                "{Anniversaire|Fête} {de mamie|$weekday}",
                "{Coucou|Bonjour} de $city",
                "{Condoléances|Triste nouvelle}",
                "Merci{ pour tout|} !",
                "{Réunion parents|Sortie de classe} $soon",
                "{Entraînement|Répétition} {annulé|décalée}",
                "{L'appart|Le vélo} toujours {libre|à vendre} ?",
            ),
            body=(
                (
                    (
                        "{Vous venez|Tu viens} {dimanche|$weekday} ? {On fait un barbecue|Maman cuisine}.{ Apporte "
                        "le dessert.|}"
                    ),
                    "{Bien arrivés|Ici il pleut}, {les enfants sont ravis|photos jointes}.{ Bises à tous.|}",
                    (
                        "{Toutes mes condoléances|Je suis si triste pour toi}. {Ne t'inquiète pas pour le "
                        "travail.|On pense à vous.}"
                    ),
                    "Chers parents, la sortie aura lieu le $soon.{ Prévoir $small et un pique-nique.|}",
                ),
                ("{Bises|Je t'embrasse}, $mefirst",),
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
            ),
            weight=1.5,
        ),
        Kind(
            id="journaliste-source",
            label="clean",
            sender="person",
            subjects=(
                "{Demande|Question} presse : {réponse avant $time|dépenses}",
                "{Entretien|Demande d'entretien}",
                "{Information|Piste} sur {un marché|l'hôpital}",
                "{Confidentiel|Merci de rester discret}",
                "{Peut-on|Comment} parler en sécurité ?",
                "{Votre article|J'ai lu votre article}",
                "{Vérification|Question} {d'un chiffre|sur le rapport}",
            ),
            body=(
                (
                    (
                        "{Je suis journaliste|Je travaille pour un quotidien} et {je prépare|j'écris} un article "
                        "sur {les dépenses de campagne|le marché de $city}. {Pouvez-vous répondre avant $time "
                        "?|Auriez-vous dix minutes ?}"
                    ),
                    (
                        "{Je travaille|J'ai travaillé} {à la mairie|dans un hôpital} et {j'ai des documents|j'ai "
                        "vu des contrats} qui {devraient être connus|ne collent pas}. {Ne citez pas mon "
                        "nom.|Peut-on parler sur Signal ?}"
                    ),
                ),
                ("{Mon numéro : $phone.|J'écris d'une nouvelle adresse par prudence.|}",),
            ),
            link="reply",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
            weight=1.5,
        ),
        Kind(
            id="candidature",
            label="clean",
            sender="person",
            subjects=(
                "{Candidature|Ma candidature} : $role",
                "{CV|CV et lettre}{ pour $role|}",
                "{Entretien|Convocation} le $soon",
                "{Stage|Bénévolat}{ en $month|}",
                "{Suite|Réponse} à votre candidature",
            ),
            body=(
                (
                    (
                        "{Je vous adresse|Veuillez trouver} ma candidature au poste de $role.{ Je reste à votre "
                        "disposition.|}"
                    ),
                    (
                        "{Merci de votre intérêt.|} {Nous aimerions vous rencontrer le $soon à $time.|Nous avons "
                        "retenu une autre personne.}"
                    ),
                ),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
            ),
            files=(
                "pdf",
                "docx",
                "",
            ),
        ),
        Kind(
            id="absence",
            label="clean",
            sender="colleague",
            subjects=(
                "{Réponse automatique|Absence} : {compte rendu|question}",
                "{Absent|En congé} jusqu'au $soon",
                "{Lu|Accusé de lecture} : {invitation|projet}",
                "{Bureau fermé|Fermeture} jusqu'au $soon",
                "{Congé|Déplacement}{ jusqu'au $soon|}",
            ),
            body=(
                (
                    "{Merci de votre message.|} Je suis {absent|en congé} jusqu'au $soon. Urgences : $me, $phone.",
                    "Votre message a été {lu|ouvert} le $date à $time.{ Avis automatique.|}",
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
            id="non-remis",
            label="clean",
            sender="system",
            subjects=(
                "{Non remis|Échec de remise} : {compte rendu|invitation}",
                "{Undelivered Mail Returned to Sender|Mail delivery failed}",
                "{Remise|Message} {retardée|non distribué}",
                "{Boîte pleine|Destinataire inconnu} : {Re: liste|réunion}",
            ),
            body=(
                (
                    (
                        "{Votre message|Le message} n'a pas pu être remis : {utilisateur inconnu (550 5.1.1)|boîte "
                        "pleine (552 5.2.2)}.{ Vérifiez l'adresse.|}"
                    ),
                ),
            ),
            names=(
                "Mail Delivery System",
                "Postmaster",
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
                "{Re: |}{question|souci} avec {le serveur|le script}",
                "{Re: |}{tribune|appel}{ sur la loi|}",
                "{Réunion|Rencontre} du groupe le $soon",
                "{Re: |}{filtre antispam|hameçonnage}",
                "{Annonce|Sortie} : version 1.$num",
            ),
            body=(
                (
                    (
                        "{Bonjour à tous,|Salut la liste,} depuis la mise à jour {le script plante|j'ai « "
                        "connexion refusée »}. {Une idée ?|Journal ci-dessous.}"
                    ),
                    (
                        "{Qui signe|Nous cherchons des signatures pour} {l'appel|la tribune}{ avant le $soon|} ?{ "
                        "Réponses à moi.|}"
                    ),
                ),
            ),
            link="none",
            layouts=(LIST,),
            greetings=(),
            closings=(
                "Merci,",
                "Amicalement,",
                "",
                "",
            ),
            weight=1.3,
        ),
        Kind(
            id="adherent",
            label="clean",
            sender="org",
            subjects=(
                "{Cotisation|Votre cotisation} $year",
                "{Confirmez|Confirmation de} {votre inscription|l'abonnement}",
                "{Bienvenue|Bienvenue chez} $org",
                "{Sondage|Votre avis} : {3 questions|priorités}",
                "{Correction|Pardon} : {lien|date}",
                "{Rendez-vous|Rappel} : $soon, $time",
                "{Résultats|Analyses} disponibles",
            ),
            body=(
                (
                    (
                        "{Merci d'être là|Merci de votre soutien} ! {La cotisation $year est de $small.|La carte "
                        "suit par courrier.}"
                    ),
                    (
                        "{Confirmez|Cliquez pour confirmer} que vous souhaitez {notre lettre|nos nouvelles}.{ "
                        "Sinon, ne faites rien.|}"
                    ),
                    (
                        "{Nous vous rappelons|Pour mémoire} votre rendez-vous du $soon à $time.{ Prévenez en cas "
                        "d'empêchement.|}"
                    ),
                    (
                        "Dans notre dernier message, {le lien était faux|la date était fausse}. {C'est le $soon à "
                        "$time.|Toutes nos excuses.}"
                    ),
                ),
            ),
            calls=("{Confirmer|Répondre|Espace adhérent}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
        ),
    ),
)
