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

header-wait-over = c'est l'heure !
notice-wait-over = Cas { $letter } : l'attente est finie. Maj-{ $letter } y mène.

## Accueil

home-waiting = En attente
home-waits-until = { $letter } dès { $until }
home-wait-over = { $letter } maintenant
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
trail-empty = Rien n'a encore été répondu.
wait-until = { $minutes ->
        [one] Pas avant { $until } : encore { $minutes } minute.
       *[other] Pas avant { $until } : encore { $minutes } minutes.
    }
wait-over = L'attente est finie. Essayez maintenant une seule fois.
pick-worked = Cela a marché
pick-failed = Cela n'a pas marché
pick-skipped = Pas essayé
pick-waited = Continuer
pick-finish = Terminé : suivant
pick-afresh = Tout recommencer

## La suite

outcome = Suite
outcome-solved = résolu
outcome-ticket = créez un ticket : « account probleem melden »
outcome-desk = le servicedesk du campus aide
outcome-link = la personne continue à l'adresse ci-dessous
outcome-explained = expliqué
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
action-out = remonter
    .help = Vers l'écran au-dessus ; rien n'est perdu.
action-trail = jusqu'ici
    .help = Les réponses jusqu'ici ; en choisir une pour la changer.
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
