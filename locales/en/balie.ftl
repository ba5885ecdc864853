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
notice-wait-over = Case { $letter }: the wait is over (Shift-{ $letter })
notice-wait-over-typing = Case { $letter }: wait is over (Esc, Shift-{ $letter })

## Home

home-waiting = Waiting
home-waits-until = { $letter } from { $until } (Shift-{ $letter })
home-wait-over = { $letter } now (Shift-{ $letter })
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
wait-until-long = Not before { $until }: { $hours } h { $rest } min to go.
wait-over = The wait is over.
pick-worked = It worked
pick-failed = It did not work
pick-skipped = Not tried
pick-meanwhile = Help somebody else meanwhile
pick-not-waiting = Go on without waiting
pick-closing = Work out until when
pick-waited = Go on
pick-finish = Done: next person
pick-afresh = Start again from the beginning

## What comes of it

outcome = Outcome
outcome-solved = solved
outcome-ticket = make a ticket: 'account probleem melden'
outcome-desk = the servicedesk on campus helps
outcome-link = the person goes on at the address below
outcome-explained = explained
outcome-closing = work out until when
outcome-again = it can be tried again later

## Servicedesks

desks = This is where the servicedesk is
desks-short = Desks

## Code for a phone

code-too-large = The QR code does not fit here: it needs { $width } columns and { $height } rows. Type the address instead.

## Leaving

leaving = { $cases ->
        [one] A case is still waiting. Leaving drops it.
       *[other] { $cases } cases are still waiting. Leaving drops them.
    }
leaving-stay = Stay
dropping = Case { $letter } has not come to its end. Closing it drops the answers.
dropping-drop = Close it anyway
leaving-leave = Leave anyway

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
action-out = home
    .help = To the screen above; nothing is lost.
action-trail = so far
    .help = The answers so far; choose one to change it.
action-finish = close
    .help = Close the case; asks first when it has not come to its end.
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
search-empty = Type a few words: of a message, an application, a room, a user name.
search-reading = The pack is still being read. Just go on typing.
search-nothing = Nothing found. Copy the message word for word into a ticket, or go to the servicedesk.
search-user-name = Such a user name is { $account }. { $opens }

## When something closes: the answer

closing-day = Day
closing-asked = { $reason }: { $date }
closes-on = Closes on { $date }.
closes-between = Closes on one of the days from { $earliest } to { $latest }.
standing-open = { $days ->
        [one] { $days } day left.
       *[other] { $days } days left.
    }
standing-open-at-least = { $days ->
        [one] At least { $days } day left.
       *[other] At least { $days } days left.
    }
standing-closing = { $days ->
        [0] That is today: it may be closed already.
        [one] It may be closed already; in { $days } day at the latest.
       *[other] It may be closed already; in { $days } days at the latest.
    }
standing-closed = { $days ->
        [one] Closed, by the rule, for { $days } day.
       *[other] Closed, by the rule, for { $days } days.
    }
certainty-day = One day, as the source has it.
certainty-window = The exact day is not known: count on the first day of that period.
certainty-one-of-two = One of these two: which academic year counts depends on when it started.
if-started = Had academic year { $year }-{ $year-end } started by that day?
if-not-started = Had academic year { $year }-{ $year-end } not started by that day?
copy-today = That is today.
copy-past = That day has passed: if you can still sign in, copy at once.
event-long-past = That is more than two years ago. Is the year right?
event-far-ahead = That is more than two years ahead. Is the year right?

## When something closes: why

closing-why = Why
this-desk = this desk
because-days-after = { $days ->
        [one] Closes { $days } day after { $event }: that is { $day }.
       *[other] Closes { $days } days after { $event }: that is { $day }.
    }
because-event-day-not-counted = The day itself, { $event }, does not count: the day after is the first.
because-event-day-counted = The day itself, { $event }, counts as the first.
because-weekends-count = Weekends and holidays count, and nothing shifts.
because-moved-past-weekend = { $from } falls in a weekend; it becomes the Monday after, { $to }.
because-year-by-law = By law { $event } falls in academic year { $year }-{ $year-end }.
because-year-started = Academic year { $year }-{ $year-end } started on { $start }, so { $event } falls in it.
because-year-not-started = The next academic year starts on { $start }, so { $event } still falls in { $year }-{ $year-end }.
because-if-year-started = By law academic year { $year }-{ $year-end } starts between { $from } and { $to }. If it had started by { $event }, that day falls in it.
because-if-year-not-started = By law the next academic year starts between { $from } and { $to }. If it had not started by { $event }, that day still falls in { $year }-{ $year-end }.
because-closes-at-year-end = Closes at the end of academic year { $year }-{ $year-end }.
because-year-end-known = The next academic year starts on { $start }, so { $day } is the last day of { $year }-{ $year-end }.
because-year-end-window = Academic year { $year }-{ $year-end } ends on the day before the next starts: on { $earliest } at the earliest, on { $latest } at the latest.
because-closes-in-next-year = Closes in the next academic year, { $year }-{ $year-end }.
because-read-as-window = That is read here as { $earliest } to { $latest }.
because-read-as-day = That is read here as { $day }.
because-no-rule = Not known: no source says when { $account } closes for "{ $reason }".
because-beyond-years = Not known: only the years { $first } to { $last } are supported.

## Typing a day

typed-offered = Today, { $day }?
typed-whole = That is { $day }.
typed-this-month = That would be { $day }, this month.
typed-last = That is { $day }, the last time that day came.
typed-next = That is { $day }, the next time that day comes.
typed-whole-month = That is { $day }, the first day of that month.
typed-either = Which year? ↑ { $earlier } or ↓ { $later }
typed-unfinished-year = The year is not finished. Do you mean { $day }?
typed-unconfirmed = Not confirmed: Enter confirms.
unconfirmed = This day is not confirmed yet.
date-fault-empty = Type a day, such as 24/11.
date-fault-unfinished = That is not a day yet. Type on, as in 24/11 or 24 nov.
date-fault-not-a-date = That is not a day. Type day and month, as in 24/11 or 24 nov.
date-fault-no-such-month = There is no month { $number }. Type the day first, then the month.
date-fault-no-such-day = There is no { $number } { $month } { $year }.
date-fault-never-such-day = There is never a { $number } { $month }.
date-fault-wrong-weekday = That is another day of the week: { $day }.
date-fault-year-out-of-range = Years run from { $first } to { $last } here.
typed-yesterday = yesterday
typed-today = today
typed-tomorrow = tomorrow
typed-skipped = st, nd, rd, th, of, the, on

## Taking it home

take-code = QR code for your calendar: { $what }, { $date }
take-mail = A few lines for a mail
take-file = Save a calendar file on this computer
take-why = Why, and who says so
mark-event = your day
event-day = Closes: { $what }
event-window = Closes on one of these days: { $what }
event-perhaps = May close, one of two: { $what }
event-short-day = { $what } closes
event-short-window = { $what } closes in these days
event-short-perhaps = { $what } may close
code-event = Point your camera at the code: your phone offers to put this in your calendar.
code-event-too-large = The QR code does not fit here: it needs { $width } columns and { $height } rows. Take the lines for a mail instead.
mail-intro = You asked until when you can sign in. You said: { $reason }, { $date }.
mail-sources = Source: { $sources }.
told-copied = Sent to the terminal's clipboard. If pasting fails, select the lines.
named = { $name }: { $text }
told-saved = Saved: { $path }
not-saved-denied = Not saved: writing { $path } is not allowed here.
not-saved-no-folder = Not saved: the folder of { $path } does not exist.
not-saved-full = Not saved: there is no room left for { $path }.
not-saved = Not saved: { $path } could not be written.

## Keys for a day

action-confirm = confirm
    .help = Confirm the day in the field.
action-step-day = day
    .help = In the day field: a day earlier or later.
action-step-week = week
    .help = In the day field: a week earlier or later.
action-why = why
    .help = With a closing date: why, and who says so.

## Live reload

notice-not-taken = Not taken over: { $fault }

## Line by line: balie --plain

plain-commands = Or type: { $commands }.
plain-help = help
plain-how = Type the number of a choice and press Enter. Enter alone repeats the page. You can also type:
plain-hint = For you: { $text }
plain-no-code = The code itself is to be seen; here stands what it holds.
plain-type = Type your answer and press Enter.
plain-typed = Typed: { $text }
plain-kept = (chosen before)
plain-unknown = "{ $typed }" is not possible here. { $last ->
        [0] Type 0 to go back, or ? for help.
        [1] Type 1, or ? for help.
       *[other] Type a number from 1 to { $last }, or ? for help.
    }
