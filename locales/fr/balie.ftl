# Les mots du programme lui-même.


## Dates et heures

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
weekday-short-1 = lun.
weekday-short-2 = mar.
weekday-short-3 = mer.
weekday-short-4 = jeu.
weekday-short-5 = ven.
weekday-short-6 = sam.
weekday-short-7 = dim.
date-long = { $day ->
        [1] { $weekday } 1er { $month } { $year }
       *[other] { $weekday } { $day } { $month } { $year }
    }
date-short = { $day ->
        [1] 1er { $month } { $year }
       *[other] { $day } { $month } { $year }
    }
date-header = { $day ->
        [1] { $weekday } 1er { $month }
       *[other] { $weekday } { $day } { $month }
    }

## En haut et en bas

header-wait-over = prêt !
notice-wait-over = Cas { $letter } : l'attente est finie (Maj-{ $letter })
notice-wait-over-typing = Cas { $letter } : attente finie (Esc, Maj-{ $letter })

## Accueil

home-waiting = En attente
home-waits-until = { $letter } dès { $until } (Maj-{ $letter })
home-wait-over = { $letter } maintenant (Maj-{ $letter })
notice-faults = Le paquet contient des fautes. `balie check` les montre ; le reste fonctionne.

## Sources

source = Source
source-checked = { $days ->
        [0] { $source }, vérifié le { $date }, aujourd'hui
        [one] { $source }, vérifié le { $date }, il y a { $days } jour
       *[other] { $source }, vérifié le { $date }, il y a { $days } jours
    }
source-stale = { $days ->
        [one] { $source } : pas vérifié depuis { $days } jour ({ $date }). À vérifier avant de le dire.
       *[other] { $source } : pas vérifié depuis { $days } jours ({ $date }). À vérifier avant de le dire.
    }
known-here = { $text } (source : ce guichet)
unknown = Inconnu

## Un cas

trail = Jusqu'ici
trail-empty = Pas encore de réponse.
wait-until = { $minutes ->
        [one] Pas avant { $until } : encore { $minutes } minute.
       *[other] Pas avant { $until } : encore { $minutes } minutes.
    }
wait-until-long = Pas avant { $until } : encore { $hours } h { $rest } min.
wait-over = L'attente est finie.
pick-worked = Cela a marché
pick-failed = Cela n'a pas marché
pick-skipped = Pas essayé
pick-meanwhile = Aider quelqu'un d'autre entre-temps
pick-not-waiting = Continuer sans attendre
pick-closing = Calculer jusqu'à quand
pick-waited = Continuer
pick-finish = Terminé : suivant
pick-afresh = Tout recommencer

## La suite

outcome = Suite
outcome-solved = résolu
outcome-ticket = créez un ticket : « account probleem melden »
outcome-desk = le servicedesk du campus vous aide
outcome-link = la personne continue à l'adresse ci-dessous
outcome-explained = expliqué
outcome-closing = calculez jusqu'à quand
outcome-again = on peut recommencer plus tard

## Servicedesks

desks = Voici où se trouve le servicedesk
desks-short = Guichets

## Code pour un GSM

code-too-large = Le code QR ne tient pas ici : il faut { $width } colonnes et { $height } lignes. Tapez l'adresse.

## Quitter

leaving = { $cases ->
        [one] Un cas attend encore. Quitter l'efface.
       *[other] { $cases } cas attendent encore. Quitter les efface.
    }
leaving-stay = Rester
dropping = Le cas { $letter } n'est pas terminé. Le fermer efface les réponses.
dropping-drop = Fermer quand même
leaving-leave = Quitter quand même

## Fautes dans le paquet

faults = Cette partie ne peut pas s'ouvrir : le paquet contient une faute.
faults-in-full = `balie check` montre tout, avec l'endroit et le remède.

## Touches : en bref pour le bas, .help pour l'aide

help = Touches
action-digit = choisir
    .help = Choisir la ligne de ce chiffre (aussi & é " ' ( § è ! ç).
action-up = haut
    .help = Une ligne plus haut.
action-down = bas
    .help = Une ligne plus bas.
action-choose = choisir
    .help = Choisir la ligne de la flèche.
action-back = retour
    .help = Un pas en arrière ; les réponses restent.
action-forward = avant
    .help = De nouveau en avant, par les réponses gardées.
action-out = accueil
    .help = Vers l'écran au-dessus ; rien n'est perdu.
action-trail = jusqu'ici
    .help = Les réponses jusqu'ici ; en choisir une pour la changer.
action-finish = fermer
    .help = Fermer le cas ; demande d'abord s'il n'est pas terminé.
action-case = cas
    .help = Vers le cas de cette majuscule.
action-page-up = plus haut
    .help = Un écran plus haut.
action-page-down = plus bas
    .help = Un écran plus bas.
action-first = début
    .help = À la première ligne.
action-last = fin
    .help = À la dernière ligne.
action-help = touches
    .help = Cette liste.
action-language = langue
    .help = La langue suivante pour la personne au guichet.
action-search = chercher
    .help = Chercher : des mots, un message, un nom d'utilisateur.
action-desks = locaux
    .help = Où est le servicedesk, par campus.
action-leave = quitter
    .help = Quitter ; demande d'abord si un cas attend.
action-quit = quitter
    .help = Quitter tout de suite, partout.

## Chercher

search = Chercher
search-empty = Tapez quelques mots : d'un message, d'une application, d'un local, un nom d'utilisateur.
search-reading = Le contenu est encore en cours de lecture. Continuez à taper.
search-nothing = Rien trouvé. Recopiez le message mot pour mot dans un ticket, ou passez au servicedesk.
search-user-name = Un tel nom d'utilisateur est { $account }. { $opens }

## La fermeture : la réponse

closing-day = Jour
closing-asked = { $reason } : { $date }
closes-on = Se ferme le { $date }.
closes-between = Se ferme l'un des jours du { $earliest } au { $latest } inclus.
standing-open = { $days ->
        [one] Encore { $days } jour.
       *[other] Encore { $days } jours.
    }
standing-open-at-least = { $days ->
        [one] Encore au moins { $days } jour.
       *[other] Encore au moins { $days } jours.
    }
standing-closing = { $days ->
        [0] C'est aujourd'hui : c'est peut-être déjà fermé.
        [one] C'est peut-être déjà fermé ; au plus tard dans { $days } jour.
       *[other] C'est peut-être déjà fermé ; au plus tard dans { $days } jours.
    }
standing-closed = { $days ->
        [one] D'après la règle, fermé depuis { $days } jour.
       *[other] D'après la règle, fermé depuis { $days } jours.
    }
certainty-day = Un seul jour, d'après la source.
certainty-window = Le jour précis n'est pas connu : tenez compte du premier jour de la période.
certainty-one-of-two = L'une de ces deux possibilités : l'année académique qui compte dépend du jour où elle a commencé.
if-started = L'année académique { $year }-{ $year-end } avait-elle déjà commencé ce jour-là ?
if-not-started = L'année académique { $year }-{ $year-end } n'avait-elle pas encore commencé ce jour-là ?
copy-today = C'est aujourd'hui.
copy-past = Ce jour est passé : si vous pouvez encore vous connecter, copiez tout de suite.
event-long-past = C'était il y a plus de deux ans. L'année est-elle juste ?
event-far-ahead = C'est dans plus de deux ans. L'année est-elle juste ?

## La fermeture : pourquoi

closing-why = Pourquoi
this-desk = ce guichet
because-days-after = { $days ->
        [one] Se ferme { $days } jour après le { $event } : c'est le { $day }.
       *[other] Se ferme { $days } jours après le { $event } : c'est le { $day }.
    }
because-event-day-not-counted = Le jour même, le { $event }, ne compte pas : le lendemain est le premier.
because-event-day-counted = Le jour même, le { $event }, compte comme le premier.
because-weekends-count = Les week-ends et les jours fériés comptent, et rien n'est décalé.
because-moved-past-weekend = Le { $from } tombe un week-end ; cela devient le lundi suivant, le { $to }.
because-year-by-law = Légalement, le { $event } tombe dans l'année académique { $year }-{ $year-end }.
because-year-started = L'année académique { $year }-{ $year-end } a commencé le { $start } ; le { $event } en fait donc partie.
because-year-not-started = L'année académique suivante commence le { $start } ; le { $event } tombe donc encore en { $year }-{ $year-end }.
because-if-year-started = Légalement, l'année académique { $year }-{ $year-end } commence entre le { $from } et le { $to }. Si elle avait commencé le { $event }, ce jour en fait partie.
because-if-year-not-started = Légalement, l'année académique suivante commence entre le { $from } et le { $to }. Si elle n'avait pas commencé le { $event }, ce jour tombe encore en { $year }-{ $year-end }.
because-closes-at-year-end = Se ferme à la fin de l'année académique { $year }-{ $year-end }.
because-year-end-known = L'année académique suivante commence le { $start } ; le { $day } est donc le dernier jour de { $year }-{ $year-end }.
because-year-end-window = L'année académique { $year }-{ $year-end } finit la veille du début de la suivante : au plus tôt le { $earliest }, au plus tard le { $latest }.
because-closes-in-next-year = Se ferme pendant l'année académique suivante, { $year }-{ $year-end }.
because-read-as-window = Cela se lit ici comme du { $earliest } au { $latest } inclus.
because-read-as-day = Cela se lit ici comme le { $day }.
because-no-rule = Inconnu : aucune source ne dit quand { $account } se ferme pour « { $reason } ».
because-beyond-years = Inconnu : nous ne calculons qu'avec les années { $first } à { $last }.

## Taper un jour

typed-offered = Aujourd'hui, { $day } ?
typed-whole = C'est le { $day }.
typed-this-month = Ce serait le { $day }, ce mois-ci.
typed-last = Ce sera le { $day }, la dernière fois que ce jour est venu.
typed-next = Ce sera le { $day }, la prochaine fois que ce jour vient.
typed-whole-month = Ce sera le { $day }, le premier jour de ce mois.
typed-either = Quelle année ? ↑ { $earlier } ou ↓ { $later }
typed-unfinished-year = L'année n'est pas complète. Est-ce le { $day } ?
typed-unconfirmed = Pas confirmé : Enter confirme.
unconfirmed = Ce jour n'est pas encore confirmé.
date-fault-empty = Tapez un jour, comme 24/11.
date-fault-unfinished = Ce n'est pas encore un jour. Continuez, comme 24/11 ou 24 nov.
date-fault-not-a-date = Ce n'est pas un jour. Tapez le jour et le mois, comme 24/11 ou 24 nov.
date-fault-no-such-month = Il n'y a pas de mois { $number }. Tapez d'abord le jour, puis le mois.
date-fault-no-such-day = Il n'y a pas de { $number } { $month } { $year }.
date-fault-never-such-day = Il n'y a jamais de { $number } { $month }.
date-fault-wrong-weekday = C'est un autre jour de la semaine : { $day }.
date-fault-year-out-of-range = Les années vont ici de { $first } à { $last }.
typed-yesterday = hier
typed-today = aujourd'hui
typed-tomorrow = demain
typed-skipped = er, le

## À emporter

take-code = Code QR pour votre agenda : { $what }, { $date }
take-mail = Quelques lignes pour un e-mail
take-file = Enregistrer un fichier d'agenda sur cet ordinateur
take-why = Pourquoi, et qui le dit
mark-event = votre jour
event-day = Se ferme : { $what }
event-window = Se ferme l'un de ces jours : { $what }
event-perhaps = Se ferme peut-être, l'une de deux : { $what }
event-short-day = { $what } : fermeture
event-short-window = { $what } ferme dans ces jours
event-short-perhaps = { $what } ferme peut-être
code-event = Visez le code avec l'appareil photo : le GSM propose d'ajouter ce jour à votre agenda.
code-event-too-large = Le code QR ne tient pas ici : il faut { $width } colonnes et { $height } lignes. Prenez les lignes pour un e-mail.
mail-intro = Vous avez demandé jusqu'à quand vous pouvez vous connecter. Vous avez dit : { $reason }, le { $date }.
mail-sources = Source : { $sources }.
told-copied = Envoyé au presse-papiers du terminal. Si coller échoue, sélectionnez les lignes.
named = { $name } : { $text }
told-saved = Enregistré : { $path }
not-saved-denied = Pas enregistré : il n'est pas permis d'écrire { $path } ici.
not-saved-no-folder = Pas enregistré : le dossier de { $path } n'existe pas.
not-saved-full = Pas enregistré : il n'y a plus de place pour { $path }.
not-saved = Pas enregistré : { $path } n'a pas pu être écrit.

## Touches pour un jour

action-confirm = confirmer
    .help = Confirmer le jour du champ.
action-step-day = jour
    .help = Dans le champ du jour : un jour plus tôt ou plus tard.
action-step-week = semaine
    .help = Dans le champ du jour : une semaine plus tôt ou plus tard.
action-why = pourquoi
    .help = Avec une date de fermeture : pourquoi, et qui le dit.

## Rechargement en direct

notice-not-taken = Non repris : { $fault }

## Ligne par ligne : balie --plain

plain-commands = Ou tapez : { $commands }.
plain-help = aide
plain-how = Tapez le numéro d'un choix et appuyez sur Enter. Enter seul répète la page. Vous pouvez aussi taper :
plain-hint = Pour vous : { $text }
plain-no-code = Le code même est à voir ; voici ce qu'il contient.
plain-type = Tapez votre réponse et appuyez sur Enter.
plain-typed = Tapé : { $text }
plain-kept = (choisi auparavant)
plain-unknown = « { $typed } » n'est pas possible ici. { $last ->
        [0] Tapez 0 pour revenir, ou ? pour l'aide.
        [1] Tapez 1, ou ? pour l'aide.
       *[other] Tapez un numéro de 1 à { $last }, ou ? pour l'aide.
    }
