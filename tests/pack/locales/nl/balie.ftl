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
notice-wait-over = Zaak { $letter }: wachten voorbij (Shift-{ $letter })
notice-wait-over-typing = Zaak { $letter }: wachten voorbij (Esc, Shift-{ $letter })

## Startscherm

home-waiting = Wachten
home-waits-until = { $letter } vanaf { $until } (Shift-{ $letter })
home-wait-over = { $letter } nu (Shift-{ $letter })
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
wait-until-long = Ten vroegste opnieuw om { $until }: nog { $hours } uur en { $rest } min.
wait-over = Het wachten is voorbij.
pick-worked = Het is gelukt
pick-failed = Het is niet gelukt
pick-skipped = Niet geprobeerd
pick-meanwhile = Intussen iemand anders helpen
pick-not-waiting = Toch niet wachten, verder
pick-closing = Uitrekenen tot wanneer
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
outcome-closing = reken uit tot wanneer
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
dropping = Zaak { $letter } is nog niet af. Afsluiten wist de antwoorden.
dropping-drop = Toch afsluiten
leaving-leave = Toch stoppen

## Fouten in het pakket

faults = Dit deel kan niet open: er zit een fout in het pakket.
faults-in-full = `balie check` toont alles, met plaats en oplossing.

## Toetsen: kort voor onderaan, .help voor het hulpscherm

help = Toetsen
action-digit = kies
    .help = Kies de regel met dat cijfer (ook & é " ' ( § è ! ç).
action-up = omhoog
    .help = Een regel hoger.
action-down = omlaag
    .help = Een regel lager.
action-choose = kies
    .help = Kies de regel met het pijltje.
action-back = terug
    .help = Een stap terug; antwoorden blijven bewaard.
action-forward = verder
    .help = Weer vooruit langs bewaarde antwoorden.
action-out = start
    .help = Naar het scherm erboven; niets gaat verloren.
action-trail = tot hier
    .help = De antwoorden tot hier; kies er een om te veranderen.
action-finish = sluit af
    .help = De zaak afsluiten; vraagt het eerst als ze nog niet af is.
action-case = zaak
    .help = Naar de zaak met die hoofdletter.
action-page-up = hoger
    .help = Een scherm hoger.
action-page-down = lager
    .help = Een scherm lager.
action-first = eerste
    .help = Naar de eerste regel.
action-last = laatste
    .help = Naar de laatste regel.
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
search-empty = Typ enkele woorden: van een melding, een toepassing, een lokaal, een gebruikersnaam.
search-reading = Het pakket wordt nog gelezen. Typ gerust verder.
search-nothing = Niets gevonden. Neem de melding woord voor woord over in een ticket, of ga langs bij de servicedesk.
search-user-name = Zo'n gebruikersnaam is { $account }. { $opens }

## Wanneer iets sluit: het antwoord

closing-day = Dag
closing-asked = { $reason }: { $date }
closes-on = Sluit op { $date }.
closes-between = Sluit op een van de dagen van { $earliest } tot en met { $latest }.
standing-open = { $days ->
        [one] Nog { $days } dag.
       *[other] Nog { $days } dagen.
    }
standing-open-at-least = { $days ->
        [one] Nog minstens { $days } dag.
       *[other] Nog minstens { $days } dagen.
    }
standing-closing = { $days ->
        [0] Dat is vandaag: het kan al dicht zijn.
        [one] Het kan al dicht zijn; ten laatste over { $days } dag.
       *[other] Het kan al dicht zijn; ten laatste over { $days } dagen.
    }
standing-closed = { $days ->
        [one] Volgens de regel al { $days } dag dicht.
       *[other] Volgens de regel al { $days } dagen dicht.
    }
certainty-day = Eén dag, zoals de bron het zegt.
certainty-window = De precieze dag is niet bekend: reken op de eerste dag van die periode.
certainty-one-of-two = Een van deze twee: welk academiejaar telt, hangt af van wanneer het begon.
if-started = Was academiejaar { $year }-{ $year-end } die dag al begonnen?
if-not-started = Was academiejaar { $year }-{ $year-end } die dag nog niet begonnen?
copy-today = Dat is vandaag.
copy-past = Die dag is voorbij: lukt aanmelden nog, kopieer dan meteen.
event-long-past = Dat is meer dan twee jaar geleden. Klopt het jaar?
event-far-ahead = Dat is nog meer dan twee jaar ver. Klopt het jaar?

## Wanneer iets sluit: waarom

closing-why = Waarom
this-desk = deze balie
because-days-after = { $days ->
        [one] Sluit { $days } dag na { $event }: dat is { $day }.
       *[other] Sluit { $days } dagen na { $event }: dat is { $day }.
    }
because-event-day-not-counted = De dag zelf, { $event }, telt niet mee: de dag erna is de eerste.
because-event-day-counted = De dag zelf, { $event }, telt mee als eerste dag.
because-weekends-count = Weekends en feestdagen tellen mee, en er verschuift niets.
because-moved-past-weekend = { $from } valt in een weekend; het wordt de maandag erna, { $to }.
because-year-by-law = Wettelijk valt { $event } in academiejaar { $year }-{ $year-end }.
because-year-started = Academiejaar { $year }-{ $year-end } begon op { $start }; { $event } valt er dus in.
because-year-not-started = Het volgende academiejaar begint op { $start }; { $event } valt dus nog in { $year }-{ $year-end }.
because-if-year-started = Academiejaar { $year }-{ $year-end } begint wettelijk tussen { $from } en { $to }. Was het op { $event } al begonnen, dan valt die dag erin.
because-if-year-not-started = Het volgende academiejaar begint wettelijk tussen { $from } en { $to }. Was het op { $event } nog niet begonnen, dan valt die dag nog in { $year }-{ $year-end }.
because-closes-at-year-end = Sluit op het einde van academiejaar { $year }-{ $year-end }.
because-year-end-known = Het volgende academiejaar begint op { $start }; { $day } is dus de laatste dag van { $year }-{ $year-end }.
because-year-end-window = Academiejaar { $year }-{ $year-end } eindigt de dag voor het volgende begint: ten vroegste op { $earliest }, ten laatste op { $latest }.
because-closes-in-next-year = Sluit in het volgende academiejaar, { $year }-{ $year-end }.
because-read-as-window = Dat lezen we hier als { $earliest } tot en met { $latest }.
because-read-as-day = Dat lezen we hier als { $day }.
because-no-rule = Niet bekend: geen bron zegt wanneer { $account } sluit bij "{ $reason }".
because-beyond-years = Niet bekend: we rekenen alleen met de jaren { $first } tot { $last }.

## Een dag typen

typed-offered = Vandaag, { $day }?
typed-whole = Dat is { $day }.
typed-this-month = Dat wordt { $day }, deze maand.
typed-last = Dat wordt { $day }, de laatste keer dat die dag er was.
typed-next = Dat wordt { $day }, de eerste keer dat die dag komt.
typed-whole-month = Dat wordt { $day }, de eerste dag van die maand.
typed-either = Welk jaar? ↑ { $earlier } of ↓ { $later }
typed-unfinished-year = Het jaar is nog niet af. Bedoel je { $day }?
typed-unconfirmed = Niet bevestigd: Enter bevestigt.
unconfirmed = Deze dag is nog niet bevestigd.
date-fault-empty = Typ een dag, zoals 24/11.
date-fault-unfinished = Dat is nog geen dag. Typ verder, zoals 24/11 of 24 nov.
date-fault-not-a-date = Dat is geen dag. Typ dag en maand, zoals 24/11 of 24 nov.
date-fault-no-such-month = Er is geen maand { $number }. Typ eerst de dag, dan de maand.
date-fault-no-such-day = Er is geen { $number } { $month } { $year }.
date-fault-never-such-day = Er is nooit een { $number } { $month }.
date-fault-wrong-weekday = Dat is een andere weekdag: { $day }.
date-fault-year-out-of-range = Een jaar loopt hier van { $first } tot { $last }.
typed-yesterday = gisteren
typed-today = vandaag
typed-tomorrow = morgen
typed-skipped = op, ste, de

## Meenemen

take-code = QR-code voor je agenda: { $what }, { $date }
take-mail = Enkele regels om te mailen
take-file = Agendabestand bewaren op deze computer
take-why = Waarom, en wie het zegt
mark-event = je dag
event-day = Sluit: { $what }
event-window = Sluit op een van deze dagen: { $what }
event-perhaps = Sluit misschien, een van twee: { $what }
event-short-day = { $what } sluit
event-short-window = { $what } sluit in deze periode
event-short-perhaps = { $what } sluit misschien
code-event = Richt je camera op de code: je gsm biedt aan om dit in je agenda te zetten.
code-event-too-large = De QR-code past hier niet: daarvoor zijn { $width } kolommen en { $height } rijen nodig. Neem de regels om te mailen.
mail-intro = Je vroeg tot wanneer je je nog kunt aanmelden. Je zei: { $reason }, { $date }.
mail-sources = Bron: { $sources }.
told-copied = Naar het klembord van de terminal gestuurd. Lukt plakken niet, selecteer dan de regels.
named = { $name }: { $text }
told-saved = Bewaard: { $path }
not-saved-denied = Niet bewaard: in { $path } mag hier niet geschreven worden.
not-saved-no-folder = Niet bewaard: de map van { $path } bestaat niet.
not-saved-full = Niet bewaard: er is geen plaats meer voor { $path }.
not-saved = Niet bewaard: { $path } kon niet geschreven worden.

## Toetsen bij een dag

action-confirm = bevestig
    .help = De dag in het veld bevestigen.
action-step-day = dag
    .help = In het dagveld: een dag vroeger of later.
action-step-week = week
    .help = In het dagveld: een week vroeger of later.
action-why = waarom
    .help = Bij een sluitdatum: waarom, en wie het zegt.

## Levend herladen

notice-not-taken = Niet overgenomen: { $fault }

## Lijn per lijn: balie --plain

plain-commands = Of typ: { $commands }.
plain-help = hulp
plain-how = Typ het cijfer van een keuze en druk op Enter. Enter alleen herhaalt de pagina. Verder kan je typen:
plain-hint = Voor jou: { $text }
plain-no-code = De code zelf is om te zien; hier staat wat erin zit.
plain-type = Typ je antwoord en druk op Enter.
plain-typed = Getypt: { $text }
plain-kept = (eerder gekozen)
plain-unknown = "{ $typed }" kan hier niet. { $last ->
        [0] Typ 0 om terug te gaan, of ? voor hulp.
        [1] Typ 1, of ? voor hulp.
       *[other] Typ een cijfer van 1 tot { $last }, of ? voor hulp.
    }
