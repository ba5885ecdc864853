# Die Wörter des Programms selbst.


## Datum und Uhrzeit

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mär
month-short-4 = Apr
month-short-5 = Mai
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Okt
month-short-11 = Nov
month-short-12 = Dez
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
weekday-short-1 = Mo
weekday-short-2 = Di
weekday-short-3 = Mi
weekday-short-4 = Do
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = So
date-long = { $weekday }, { $day }. { $month } { $year }
date-short = { $day }. { $month } { $year }
date-header = { $weekday } { $day }. { $month }

## Oberste und unterste Zeile

header-wait-over = jetzt!
notice-wait-over = Fall { $letter }: Wartezeit vorbei (Umschalt-{ $letter })
notice-wait-over-typing = Fall { $letter }: Zeit um (Esc, Umschalt-{ $letter })

## Startseite

home-waiting = Wartet
home-waits-until = { $letter } ab { $until } (Umschalt-{ $letter })
home-wait-over = { $letter } jetzt (Umschalt-{ $letter })
notice-faults = Das Paket hat Fehler. `balie check` zeigt sie; der Rest funktioniert.

## Quellen

source = Quelle
source-checked = { $days ->
        [0] { $source }, geprüft am { $date }, heute
        [one] { $source }, geprüft am { $date }, vor { $days } Tag
       *[other] { $source }, geprüft am { $date }, vor { $days } Tagen
    }
source-stale = { $days ->
        [one] { $source }: seit { $days } Tag nicht geprüft ({ $date }). Prüfe es, bevor du es sagst.
       *[other] { $source }: seit { $days } Tagen nicht geprüft ({ $date }). Prüfe es, bevor du es sagst.
    }
known-here = { $text } (Quelle: dieser Schalter)
unknown = Nicht bekannt

## Ein Fall

trail = Bis hier
trail-empty = Noch nichts beantwortet.
wait-until = { $minutes ->
        [one] Frühestens wieder um { $until }: noch { $minutes } Minute.
       *[other] Frühestens wieder um { $until }: noch { $minutes } Minuten.
    }
wait-until-long = Frühestens wieder um { $until }: noch { $hours } Std. und { $rest } Min.
wait-over = Das Warten ist vorbei.
pick-worked = Es hat geklappt
pick-failed = Es hat nicht geklappt
pick-skipped = Nicht versucht
pick-meanwhile = Inzwischen jemand anderem helfen
pick-not-waiting = Doch nicht warten, weiter
pick-closing = Ausrechnen, bis wann
pick-waited = Weiter
pick-finish = Fertig: nächste Person
pick-afresh = Ganz von vorn beginnen

## Was dabei herauskommt

outcome = Ergebnis
outcome-solved = gelöst
outcome-ticket = erstelle ein Ticket: „account probleem melden“
outcome-desk = der Servicedesk auf dem Campus hilft
outcome-link = die Person macht bei der Adresse unten weiter
outcome-explained = erklärt
outcome-closing = rechne aus, bis wann
outcome-again = später geht es noch einmal

## Servicedesks

desks = Hier findest du den Servicedesk
desks-short = Schalter

## Code für ein Handy

code-too-large = Der QR-Code passt hier nicht: Er braucht { $width } Spalten und { $height } Zeilen. Tippe die Adresse ab.

## Beenden

leaving = { $cases ->
        [one] Ein Fall wartet noch. Beenden löscht ihn.
       *[other] { $cases } Fälle warten noch. Beenden löscht sie.
    }
leaving-stay = Bleiben
dropping = Fall { $letter } ist noch nicht fertig. Schließen löscht die Antworten.
dropping-drop = Trotzdem schließen
leaving-leave = Trotzdem beenden

## Fehler im Paket

faults = Dieser Teil lässt sich nicht öffnen: Im Paket steckt ein Fehler.
faults-in-full = `balie check` zeigt alles, mit Stelle und Lösung.

## Tasten: kurz für die unterste Zeile, .help für die Hilfe

help = Tasten
action-digit = wählen
    .help = Die Zeile mit dieser Ziffer wählen (auch & é " ' ( § è ! ç).
action-up = hoch
    .help = Eine Zeile höher.
action-down = runter
    .help = Eine Zeile tiefer.
action-choose = wählen
    .help = Die Zeile mit dem Pfeil wählen.
action-back = zurück
    .help = Einen Schritt zurück; Antworten bleiben erhalten.
action-forward = vor
    .help = Wieder vorwärts, den erhaltenen Antworten entlang.
action-out = Start
    .help = Zur Ansicht darüber; nichts geht verloren.
action-trail = bis hier
    .help = Die Antworten bis hier; wähle eine, um sie zu ändern.
action-finish = schließen
    .help = Den Fall schließen; fragt zuerst, wenn er noch nicht fertig ist.
action-case = Fall
    .help = Zum Fall mit diesem Großbuchstaben.
action-page-up = höher
    .help = Eine Seite höher.
action-page-down = tiefer
    .help = Eine Seite tiefer.
action-first = erste
    .help = Zur ersten Zeile.
action-last = letzte
    .help = Zur letzten Zeile.
action-help = Tasten
    .help = Diese Liste.
action-language = Sprache
    .help = Die nächste Sprache für die Person am Schalter.
action-search = suchen
    .help = Etwas suchen: Wörter, eine Meldung, einen Benutzernamen.
action-desks = Räume
    .help = Wo der Servicedesk ist, je Campus.
action-leave = beenden
    .help = Beenden; fragt zuerst, wenn ein Fall wartet.
action-quit = beenden
    .help = Sofort beenden, überall.

## Suche

search = Suche
search-empty = Tippe einige Wörter: aus einer Meldung, einer Anwendung, einem Raum, einem Benutzernamen.
search-reading = Das Paket wird noch gelesen. Tippe ruhig weiter.
search-nothing = Nichts gefunden. Übernimm die Meldung Wort für Wort in ein Ticket.
search-user-name = So ein Benutzername ist { $account }. { $opens }

## Wann etwas schließt: die Antwort

closing-day = Tag
closing-asked = { $reason }: { $date }
closes-on = Schließt am { $date }.
closes-between = Schließt an einem der Tage von { $earliest } bis einschließlich { $latest }.
standing-open = { $days ->
        [one] Noch { $days } Tag.
       *[other] Noch { $days } Tage.
    }
standing-open-at-least = { $days ->
        [one] Noch mindestens { $days } Tag.
       *[other] Noch mindestens { $days } Tage.
    }
standing-closing = { $days ->
        [0] Das ist heute: Es kann schon geschlossen sein.
        [one] Es kann schon geschlossen sein; spätestens in { $days } Tag.
       *[other] Es kann schon geschlossen sein; spätestens in { $days } Tagen.
    }
standing-closed = { $days ->
        [one] Nach der Regel schon seit { $days } Tag geschlossen.
       *[other] Nach der Regel schon seit { $days } Tagen geschlossen.
    }
certainty-day = Ein Tag, so wie die Quelle es sagt.
certainty-window = Der genaue Tag ist nicht bekannt: Rechne mit dem ersten.
certainty-one-of-two = Einer von diesen beiden: Welches akademische Jahr zählt, hängt davon ab, wann es begann.
if-started = Hatte das akademische Jahr { $year }-{ $year-end } an diesem Tag schon begonnen?
if-not-started = Hatte das akademische Jahr { $year }-{ $year-end } an diesem Tag noch nicht begonnen?
copy-today = Das ist heute.
copy-past = Dieser Tag ist vorbei: Klappt die Anmeldung noch, dann kopiere sofort.
event-long-past = Das ist mehr als zwei Jahre her. Stimmt das Jahr?
event-far-ahead = Das ist noch mehr als zwei Jahre hin. Stimmt das Jahr?

## Wann etwas schließt: warum

closing-why = Warum
this-desk = dieser Schalter
because-days-after = { $days ->
        [one] Schließt { $days } Tag nach { $event }: Das ist { $day }.
       *[other] Schließt { $days } Tage nach { $event }: Das ist { $day }.
    }
because-event-day-not-counted = Der Tag selbst, { $event }, zählt nicht mit: Der Tag danach ist der erste.
because-event-day-counted = Der Tag selbst, { $event }, zählt als erster Tag mit.
because-weekends-count = Wochenenden und Feiertage zählen mit, und nichts verschiebt sich.
because-moved-past-weekend = { $from } fällt auf ein Wochenende; es wird der Montag danach, { $to }.
because-year-by-law = Nach dem Gesetz fällt { $event } in das akademische Jahr { $year }-{ $year-end }.
because-year-started = Das akademische Jahr { $year }-{ $year-end } begann am { $start }; { $event } fällt also hinein.
because-year-not-started = Das nächste akademische Jahr beginnt am { $start }; { $event } fällt also noch in { $year }-{ $year-end }.
because-if-year-started = Das akademische Jahr { $year }-{ $year-end } beginnt nach dem Gesetz zwischen { $from } und { $to }. Hatte es am { $event } schon begonnen, dann fällt dieser Tag hinein.
because-if-year-not-started = Das nächste akademische Jahr beginnt nach dem Gesetz zwischen { $from } und { $to }. Hatte es am { $event } noch nicht begonnen, dann fällt dieser Tag noch in { $year }-{ $year-end }.
because-closes-at-year-end = Schließt am Ende des akademischen Jahres { $year }-{ $year-end }.
because-year-end-known = Das nächste akademische Jahr beginnt am { $start }; { $day } ist also der letzte Tag von { $year }-{ $year-end }.
because-year-end-window = Das akademische Jahr { $year }-{ $year-end } endet am Tag, bevor das nächste beginnt: frühestens am { $earliest }, spätestens am { $latest }.
because-closes-in-next-year = Schließt im nächsten akademischen Jahr, { $year }-{ $year-end }.
because-read-as-window = Das lesen wir hier als { $earliest } bis einschließlich { $latest }.
because-read-as-day = Das lesen wir hier als { $day }.
because-no-rule = Nicht bekannt: Keine Quelle sagt, wann { $account } schließt bei „{ $reason }“.
because-beyond-years = Nicht bekannt: Wir rechnen nur mit den Jahren { $first } bis { $last }.

## Einen Tag tippen

typed-offered = Heute, { $day }?
typed-whole = Das ist { $day }.
typed-this-month = Das wird { $day }, in diesem Monat.
typed-last = Das ist { $day }, das letzte Mal, dass dieser Tag war.
typed-next = Das ist { $day }, das nächste Mal, dass dieser Tag kommt.
typed-whole-month = Das ist { $day }, der erste Tag dieses Monats.
typed-either = Welches Jahr? ↑ { $earlier } oder ↓ { $later }
typed-unfinished-year = Das Jahr ist noch nicht fertig. Meinst du { $day }?
typed-unconfirmed = Nicht bestätigt: Enter bestätigt.
unconfirmed = Dieser Tag ist noch nicht bestätigt.
date-fault-empty = Tippe einen Tag, zum Beispiel 24/11.
date-fault-unfinished = Das ist noch kein Tag. Tippe weiter, zum Beispiel 24/11 oder 24 Nov.
date-fault-not-a-date = Das ist kein Tag. Tippe Tag und Monat, zum Beispiel 24/11 oder 24 Nov.
date-fault-no-such-month = Es gibt keinen Monat { $number }. Tippe zuerst den Tag, dann den Monat.
date-fault-no-such-day = Es gibt keinen { $number }. { $month } { $year }.
date-fault-never-such-day = Es gibt nie einen { $number }. { $month }.
date-fault-wrong-weekday = Das ist ein anderer Wochentag: { $day }.
date-fault-year-out-of-range = Ein Jahr geht hier von { $first } bis { $last }.
typed-yesterday = gestern
typed-today = heute
typed-tomorrow = morgen
typed-skipped = am, den

## Mitnehmen

take-code = QR-Code für deinen Kalender: { $what }, { $date }
take-mail = Einige Zeilen zum Mailen
take-file = Kalenderdatei auf diesem Computer speichern
take-why = Warum, und wer es sagt
mark-event = dein Tag
event-day = Schließt: { $what }
event-window = Schließt an einem dieser Tage: { $what }
event-perhaps = Schließt vielleicht, einer von zweien: { $what }
event-short-day = { $what } schließt
event-short-window = { $what } schließt in dieser Zeit
event-short-perhaps = { $what } schließt vielleicht
code-event = Richte deine Kamera auf den Code: Dein Handy bietet an, dies in deinen Kalender einzutragen.
code-event-too-large = Der QR-Code passt hier nicht: Er braucht { $width } Spalten und { $height } Zeilen. Nimm die Zeilen zum Mailen.
mail-intro = Du hast gefragt, bis wann du dich noch anmelden kannst. Du hast gesagt: { $reason }, { $date }.
mail-sources = Quelle: { $sources }.
told-copied = An die Zwischenablage des Terminals geschickt. Klappt das Einfügen nicht, dann markiere die Zeilen.
named = { $name }: { $text }
told-saved = Gespeichert: { $path }
not-saved-denied = Nicht gespeichert: In { $path } darf hier nicht geschrieben werden.
not-saved-no-folder = Nicht gespeichert: Den Ordner von { $path } gibt es nicht.
not-saved-full = Nicht gespeichert: Für { $path } ist kein Platz mehr.
not-saved = Nicht gespeichert: { $path } konnte nicht geschrieben werden.

## Tasten bei einem Tag

action-confirm = bestätigen
    .help = Den Tag im Feld bestätigen.
action-step-day = Tag
    .help = Im Tagesfeld: einen Tag früher oder später.
action-step-week = Woche
    .help = Im Tagesfeld: eine Woche früher oder später.
action-why = warum
    .help = Bei einem Schließdatum: warum, und wer es sagt.

## Laufend neu laden

notice-not-taken = Nicht übernommen: { $fault }

## Zeile für Zeile: balie --plain

plain-commands = Oder tippe: { $commands }.
plain-help = Hilfe
plain-how = Tippe die Ziffer einer Auswahl und drücke Enter. Enter allein wiederholt die Seite. Außerdem kannst du tippen:
plain-hint = Für dich: { $text }
plain-no-code = Der Code selbst ist zum Ansehen; hier steht, was er enthält.
plain-type = Tippe deine Antwort und drücke Enter.
plain-typed = Getippt: { $text }
plain-kept = (früher gewählt)
plain-unknown = „{ $typed }“ geht hier nicht. { $last ->
        [0] Tippe 0, um zurückzugehen, oder ? für Hilfe.
        [1] Tippe 1, oder ? für Hilfe.
       *[other] Tippe eine Ziffer von 1 bis { $last }, oder ? für Hilfe.
    }
