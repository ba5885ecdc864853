# The words of the program itself.


## Dates and times

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
date-long = { $weekday } { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
date-header = { $weekday } { $day } { $month }

## Top and bottom row

header-wait-over = now!
notice-wait-over = Case { $letter }: the wait is over. Shift-{ $letter } goes there.

## Home

home-waiting = Waiting
home-waits-until = { $letter } from { $until }
home-wait-over = { $letter } now
notice-faults = The pack has faults. `balie check` shows them; the rest works.

## Sources

source = Source
source-checked = { $days ->
        [0] { $source }, checked { $date }, today
        [one] { $source }, checked { $date }, { $days } day ago
       *[other] { $source }, checked { $date }, { $days } days ago
    }
source-stale = { $days ->
        [one] { $source }: not checked for { $days } day ({ $date }). Check before you say it.
       *[other] { $source }: not checked for { $days } days ({ $date }). Check before you say it.
    }
known-here = { $text } (source: this desk)
unknown = Not known

## A case

trail = So far
trail-empty = Nothing answered yet.
wait-until = { $minutes ->
        [one] Not before { $until }: { $minutes } minute to go.
       *[other] Not before { $until }: { $minutes } minutes to go.
    }
wait-over = The wait is over. Try once now.
pick-worked = It worked
pick-failed = It did not work
pick-skipped = Not tried
pick-waited = Go on
pick-finish = Done: next person
pick-afresh = Start afresh

## What comes of it

outcome = Outcome
outcome-solved = solved
outcome-ticket = make a ticket: 'account probleem melden'
outcome-desk = the servicedesk on campus helps
outcome-link = the person goes on at the address below
outcome-explained = explained
outcome-again = it can be tried afresh later

## Servicedesks

desks = Here you find the servicedesk
desks-short = Desks

## Code for a phone

code-too-large = The QR code does not fit here: it needs { $width } columns and { $height } rows. Type the address instead.

## Leaving

leaving = { $cases ->
        [one] A case is still waiting. Leaving drops it.
       *[other] { $cases } cases are still waiting. Leaving drops them.
    }
leaving-stay = Stay
leaving-leave = Leave all the same

## Faults in the pack

faults = This part cannot open: the pack has a fault.
faults-in-full = `balie check` shows everything, with place and mend.

## Keys: short for the bottom row, .help for the help screen

help = Keys
action-digit = choose
    .help = Choose the line with that digit (also & é " ' ( § è ! ç).
action-up = up
    .help = One line up.
action-down = down
    .help = One line down.
action-choose = choose
    .help = Choose the line at the arrow.
action-back = back
    .help = One step back; answers are kept.
action-forward = forward
    .help = Forward again along kept answers.
action-out = up
    .help = To the screen above; nothing is lost.
action-trail = so far
    .help = The answers so far; choose one to change it.
action-case = case
    .help = To the case with that capital letter.
action-page-up = page up
    .help = One screen up.
action-page-down = page down
    .help = One screen down.
action-first = first
    .help = To the first line.
action-last = last
    .help = To the last line.
action-help = keys
    .help = This list.
action-language = language
    .help = The next language for the person at the counter.
action-search = search
    .help = Find anything: words, a message, a user name.
action-desks = rooms
    .help = Where the servicedesk is, per campus.
action-leave = quit
    .help = Quit; asks first when a case waits.
action-quit = quit
    .help = Quit at once, anywhere.

## Search

search = Search
