# De woorden van het programma zelf.


## Datums en uren

month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
month-short-1 = jan
month-short-2 = feb
month-short-3 = mrt
month-short-4 = apr
month-short-5 = mei
month-short-6 = jun
month-short-7 = jul
month-short-8 = aug
month-short-9 = sep
month-short-10 = okt
month-short-11 = nov
month-short-12 = dec
weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag
weekday-short-1 = ma
weekday-short-2 = di
weekday-short-3 = wo
weekday-short-4 = do
weekday-short-5 = vr
weekday-short-6 = za
weekday-short-7 = zo
date-long = { $weekday } { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
date-header = { $weekday } { $day } { $month }

## Bovenaan en onderaan

header-wait-over = nu!
notice-wait-over = Zaak { $letter }: het wachten is voorbij. Shift-{ $letter } gaat erheen.

## Startscherm

home-waiting = Wachten
home-waits-until = { $letter } vanaf { $until }
home-wait-over = { $letter } nu
notice-faults = Het pakket heeft fouten. `balie check` toont ze; de rest werkt.

## Bronnen

source = Bron
source-checked = { $days ->
        [0] { $source }, nagekeken { $date }, vandaag
        [one] { $source }, nagekeken { $date }, { $days } dag geleden
       *[other] { $source }, nagekeken { $date }, { $days } dagen geleden
    }
source-stale = { $days ->
        [one] { $source }: al { $days } dag niet nagekeken ({ $date }). Kijk het na voor je het zegt.
       *[other] { $source }: al { $days } dagen niet nagekeken ({ $date }). Kijk het na voor je het zegt.
    }
known-here = { $text } (bron: deze balie)
unknown = Niet bekend

## Een zaak

trail = Tot hier
trail-empty = Nog niets geantwoord.
wait-until = { $minutes ->
        [one] Ten vroegste opnieuw om { $until }: nog { $minutes } minuut.
       *[other] Ten vroegste opnieuw om { $until }: nog { $minutes } minuten.
    }
wait-over = Het wachten is voorbij. Probeer nu één keer.
pick-worked = Het is gelukt
pick-failed = Het is niet gelukt
pick-skipped = Niet geprobeerd
pick-waited = Verder
pick-finish = Klaar: volgende
pick-afresh = Helemaal opnieuw beginnen

## Wat ervan komt

outcome = Afloop
outcome-solved = opgelost
outcome-ticket = maak een ticket: "account probleem melden"
outcome-desk = de servicedesk op de campus helpt
outcome-link = de persoon gaat verder op het adres hieronder
outcome-explained = uitgelegd
outcome-again = het kan straks opnieuw

## Servicedesks

desks = Hier vind je de servicedesk
desks-short = Balies

## Code voor een gsm

code-too-large = De QR-code past hier niet: daarvoor zijn { $width } kolommen en { $height } rijen nodig. Typ het adres over.

## Stoppen

leaving = { $cases ->
        [one] Er wacht nog een zaak. Stoppen wist die.
       *[other] Er wachten nog { $cases } zaken. Stoppen wist ze.
    }
leaving-stay = Blijven
leaving-leave = Toch stoppen

## Fouten in het pakket

faults = Dit deel kan niet open: er zit een fout in het pakket.
faults-in-full = `balie check` toont alles, met plaats en oplossing.

## Toetsen: kort voor onderaan, .help voor het hulpscherm

help = Toetsen
action-digit = kies
    .help = Kies de lijn met dat cijfer (ook & é " ' ( § è ! ç).
action-up = op
    .help = Een lijn hoger.
action-down = neer
    .help = Een lijn lager.
action-choose = kies
    .help = Kies de lijn met het pijltje.
action-back = terug
    .help = Een stap terug; antwoorden blijven bewaard.
action-forward = verder
    .help = Weer vooruit langs bewaarde antwoorden.
action-out = omhoog
    .help = Naar het scherm erboven; niets gaat verloren.
action-trail = tot hier
    .help = De antwoorden tot hier; kies er een om te veranderen.
action-case = zaak
    .help = Naar de zaak met die hoofdletter.
action-page-up = hoger
    .help = Een scherm hoger.
action-page-down = lager
    .help = Een scherm lager.
action-first = eerste
    .help = Naar de eerste lijn.
action-last = laatste
    .help = Naar de laatste lijn.
action-help = toetsen
    .help = Deze lijst.
action-language = taal
    .help = De volgende taal voor de persoon aan de balie.
action-search = zoek
    .help = Zoek iets: woorden, een melding, een gebruikersnaam.
action-desks = lokalen
    .help = Waar de servicedesk is, per campus.
action-leave = stop
    .help = Stoppen; vraagt het eerst als een zaak wacht.
action-quit = stop
    .help = Meteen stoppen, overal.

## Zoek

search = Zoek
