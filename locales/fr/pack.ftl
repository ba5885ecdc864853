# Les mots du contenu : menu, noms d'utilisateur, liens, locaux, fermeture, sources.

pack-name = Odisee
# Les mots qui disent peu dans une recherche, où qu’ils soient.
small-words = je, j'ai, jai, mon, ma, mes, me, m', tu, vous, votre, nous, notre, il, elle, on, le, la, les, l', un, une, des, du, de, d', est, es, suis, sont, ai, as, a, ont, et, ou, en, à, au, aux, ce, c'est, que, qu', qui, pour, avec, dans, sur, mais, ne, n', y, se, s', plus, pas, combien, temps, quand, comment, jamais, encore, toujours, quel, quelle, où, campus, ouvrir, jusqu'à, fait, faire
# Nombres en lettres : « six fois faux » cherche comme « 6 fois faux ». Chaque nombre en trouve tout autre.
count-words = deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, plusieurs

menu-closing = J'arrête, diplômé, à payer : jusqu'à quand ?
    .search = fermeture, fermé, désinscription, arrêter les études, diplômé, solde impayé, rappel de paiement, OneDrive, copier les fichiers, quitter, impayé, pas payé, frais d'inscription, arrêté, fin des études, plus étudiant, facture impayée, rappel, reste ouvert, combien de temps OneDrive, abandonner, études terminées, terminé mes études
menu-desks = Où est le servicedesk ?
    .search = local, campus, guichet, helpdesk, où, heures d'ouverture, numéro du servicedesk, quelle heure ouvert

account-odisee = votre adresse @student
    .what = Boîte mail, Teams, OneDrive et PC (votre adresse @student)
    .short = @student
    .copy = Dernier jour pour copier vos e-mails et vos fichiers OneDrive et Teams : { $date }.
    .opens = Elle ouvre votre boîte mail, la plateforme étudiante, vos manuels, Teams, OneDrive et les PC d'Odisee.
    .sign-in = prénom.nom@student.odisee.be
    .search = compte Odisee, boîte mail, outlook, manuels, plateforme étudiante, OneDrive, Teams, PC
account-kuleuven = votre numéro r ou s
    .what = Toledo et Loket (votre numéro r ou s)
    .short = numéro r/s
    .opens = Il ouvre Toledo et Loket : horaire, ISP, carte d'examens, résultats et attestations.
    .sign-in = votre numéro d'étudiant, avec r ou s
    .search = KU Leuven, association, Toledo, Loket, numéro d'étudiant, horaire, ISP, carte d'examens, attestation
account-enrolment = votre numéro b
    .opens = Il n'a servi qu'à vous inscrire. Il n'ouvre pas Toledo.
    .sign-in = un numéro avec b
    .search = compte b, temporaire, inscription, inscrire

link-ms-sspr = choisir vous-même un nouveau mot de passe, avec votre adresse @student
link-ms-mfasetup = enregistrer un moyen de récupération, avec votre adresse @student
link-odisee-activate = lire comment activer votre adresse @student (en anglais)
link-kul-account = demander un code d'activation, pour votre numéro r ou s
link-kul-mfareset = réinitialiser la confirmation par GSM, pour votre numéro r ou s
link-kul-change = changer votre mot de passe, pour votre numéro r ou s
link-odisee-mfa-faq = questions sur la MFA avec votre numéro r ou s (en anglais)

desk-brussel = Bruxelles
    .building = bâtiment 't Serclaes
    .search = Brussel, Brussels, Serclaes, B01-01
desk-gent = Gand
    .building = bâtiment A
    .search = Gent, Ghent, A1T2
desk-aalst = Alost
    .building = bâtiment principal
    .search = Aalst, 2Z38
desk-sint-niklaas = Saint-Nicolas
    .search = Sint-Niklaas, St-Niklaas, 022

reason-graduated = J'ai obtenu mon diplôme
    .asks = Quel jour avez-vous obtenu votre diplôme ?
    .agent = Jour inconnu ? N'importe quel jour de cette année académique convient.
reason-unenrolled = Je me suis désinscrit(e)
    .asks = Quel jour votre formulaire complété est-il arrivé à l'administration des étudiants ?
    .agent = C'est ce jour qui compte. Un e-mail ou un appel ne suffit pas.
reason-open-balance = Je dois encore payer
    .asks = Quel jour avez-vous reçu le deuxième rappel de paiement ?
    .agent = Le jour où il est arrivé. Le premier rappel ne compte pas.
rule-odisee-graduated = La source dit : après la période d'inscription, « donc mi-octobre ».

source-odisee-faq = FAQ Odisee
source-ms-lockout = Microsoft : verrouillage intelligent
    .note = Microsoft Learn, sur Entra smart lockout
source-ms-sspr = Microsoft : réinitialiser soi-même
    .note = Microsoft Learn, en général et non sur Odisee
source-he-register = Registre de l'enseignement supérieur, glossaire
source-odisee-mfa = Odisee : FAQ sur la MFA
    .note = sur la MFA avec votre numéro r ou s
source-odisee-activate = Odisee : activer son compte Odisee
source-odisee-smooth-start = Odisee : bien commencer
source-odisee-mfa-reset = Odisee : réinitialiser l'application MFA
    .note = un document d'Odisee dont nous ne connaissons pas l'adresse
source-luca-forgotten = LUCA : mot de passe oublié
    .note = publié par LUCA School of Arts, un établissement de la même association
source-ucll-change = UCLL : changer de mot de passe
    .note = publié par l'UCLL, un établissement de la même association
source-odisee-unenrol = Odisee : arrêter ses études
    .note = une page plus ancienne d'info.odisee.be
source-balie-counting = Balie : compter les jours
    .note = une convention de ce programme, pas d'Odisee : le jour même ne compte pas, les week-ends et jours fériés comptent
source-balie-reading = Balie : « mi-octobre »
    .note = une convention de ce programme, pas d'Odisee : nous le lisons comme le tiers central du mois

unknown-opening-hours = les heures d'ouverture du servicedesk
unknown-phone = le numéro de téléphone du servicedesk
unknown-email = l'adresse e-mail du servicedesk
unknown-street-address = l'adresse du campus
unknown-other-campuses = le servicedesk sur d'autres campus
unknown-ticket-address = le lien pour créer un ticket
unknown-information-management = comment joindre le service Information Management
unknown-reset-page = la page d'Odisee pour réinitialiser un mot de passe
unknown-mfa-page = la page sur la MFA pour votre adresse @student
unknown-data-copy-page = la page sur la copie de vos fichiers à temps
unknown-enrolment-period-end = le dernier jour de la période d'inscription
unknown-repeated-lock = la durée d'un blocage répété
unknown-kuleuven-lock = comment un numéro r ou s se bloque, et pour combien de temps
unknown-reopening = si un accès fermé peut être rouvert
unknown-data-after-closing = combien de temps vos fichiers sont gardés après la fermeture
