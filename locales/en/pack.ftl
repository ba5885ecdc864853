# The words of the pack: menu, user names, links, rooms, closing, sources.

pack-name = Odisee
# Words that say little wherever they stand in a search.
small-words = I, i'm, im, i've, ive, am, my, me, we, our, you, your, it, its, he, she, they, the, a, an, is, are, was, be, been, have, has, had, to, of, in, on, at, for, with, from, and, or, but, this, that, can, do, does, did, so, please, any, anymore, not, no, how, long, when, still, until, cannot, can't, cant, never, now, what, which, where, campus, open, opening, get, got, there
# Numbers as words: 'six times wrong' searches as '6 times wrong' does. Any number finds any other.
count-words = two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, several

menu-closing = Leaving, graduating, money owed: until when?
    .search = closing, closed, unenrol, stop studying, graduated, open balance, payment reminder, OneDrive, copy files, quit, unpaid, tuition fee, not paid, stopped, graduating, I stop, still have to pay, no longer a student, invoice, reminder, how long does OneDrive stay, mail stays open, drop out, dropped out
menu-desks = Where is the servicedesk?
    .search = room, campus, counter, helpdesk, where, opening hours, servicedesk phone number, desk, what time open

account-odisee = your @student address
    .what = Mailbox, Teams, OneDrive and PCs (your @student address)
    .short = @student
    .copy = Last day to copy your mail and your files in OneDrive and Teams: { $date }.
    .opens = This opens your mailbox, the student platform, your textbooks, Teams, OneDrive and the PCs of Odisee.
    .sign-in = firstname.name@student.odisee.be
    .search = Odisee account, mailbox, outlook, textbooks, handbooks, student platform, OneDrive, Teams, PC
account-kuleuven = your r- or s-number
    .what = Toledo and Loket (your r- or s-number)
    .short = r/s number
    .opens = This opens Toledo and Loket: timetable, ISP, exam card, results and certificates.
    .sign-in = your student number, with r or s
    .search = KU Leuven, association, Toledo, Loket, student number, timetable, ISP, exam card, certificate
account-enrolment = your b-number
    .opens = This was only for enrolling. It does not open Toledo.
    .sign-in = a number with b
    .search = b-account, temporary, enrolment, enrol

link-ms-sspr = choose a new password yourself, with your @student address
link-ms-mfasetup = register a reset method, with your @student address
link-odisee-activate = read how to activate your @student address
link-kul-account = request an activation code, for your r- or s-number
link-kul-mfareset = reset the confirmation by phone, for your r- or s-number
link-kul-change = change your password, for your r- or s-number
link-odisee-mfa-faq = questions about MFA with your r- or s-number

desk-brussel = Brussels
    .building = 't Serclaes building
    .search = Brussel, Bruxelles, Serclaes, B01-01
desk-gent = Ghent
    .building = building A
    .search = Gent, Gand, A1T2
desk-aalst = Aalst
    .building = main building
    .search = Alost, 2Z38
desk-sint-niklaas = Sint-Niklaas
    .search = Saint-Nicolas, St-Niklaas, 022

reason-graduated = I have graduated
    .asks = On which day did you graduate?
    .agent = Day not known? Any day of that academic year will do.
reason-unenrolled = I have unenrolled
    .asks = On which day did your completed form reach student administration?
    .agent = That day counts. An e-mail or a call is not enough.
reason-open-balance = I still have to pay
    .asks = On which day did you receive the second payment reminder?
    .agent = The day it arrived. The first one does not count.
rule-odisee-graduated = The source says: after the enrolment period, "so mid October".

source-odisee-faq = Odisee FAQ
source-ms-lockout = Microsoft: smart lockout
    .note = Microsoft Learn, on Entra smart lockout
source-ms-sspr = Microsoft: self-service password reset
    .note = Microsoft Learn, in general and not about Odisee
source-he-register = Higher Education Register, glossary
source-odisee-mfa = Odisee: FAQ on MFA
    .note = on MFA with your r- or s-number
source-odisee-activate = Odisee: activate your Odisee account
source-odisee-smooth-start = Odisee: a smooth start
source-odisee-mfa-reset = Odisee: resetting the MFA app
    .note = a document of Odisee whose address we do not know
source-luca-forgotten = LUCA: forgotten password
    .note = published by LUCA School of Arts, an institution of the same association
source-ucll-change = UCLL: changing a password
    .note = published by UCLL, an institution of the same association
source-odisee-unenrol = Odisee: stopping your studies
    .note = an older page of info.odisee.be
source-balie-counting = Balie: counting days
    .note = an agreement of this program, not of Odisee: the day itself does not count, weekends and holidays do
source-balie-reading = Balie: "mid October"
    .note = an agreement of this program, not of Odisee: we read it as the middle third of the month

unknown-opening-hours = the opening hours of the servicedesk
unknown-phone = the phone number of the servicedesk
unknown-email = the e-mail address of the servicedesk
unknown-street-address = the street address of the campus
unknown-other-campuses = the servicedesk on other campuses
unknown-ticket-address = the link for making a ticket
unknown-information-management = how to reach the Information Management department
unknown-reset-page = Odisee's own page for resetting a password
unknown-mfa-page = the page about MFA for your @student address
unknown-data-copy-page = the page about copying your files in time
unknown-enrolment-period-end = the last day of the enrolment period
unknown-repeated-lock = how long a repeated lock lasts
unknown-kuleuven-lock = how an r- or s-number gets locked, and for how long
unknown-reopening = whether closed access can be opened again
unknown-data-after-closing = how long your files are kept after closing
