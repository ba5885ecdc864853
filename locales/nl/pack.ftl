# De woorden van het pakket: menu, gebruikersnamen, links, lokalen, sluiten, bronnen.

pack-name = Odisee
# Woorden die in een zoekopdracht weinig zeggen, waar ze ook staan.
small-words = ik, 'k, je, jij, u, mijn, m'n, mn, mij, me, uw, ons, we, wij, hij, zij, ze, hun, ben, bent, is, zijn, was, heb, hebt, heeft, had, kan, kun, wil, moet, mag, een, de, het, 't, en, of, in, op, van, voor, met, aan, om, te, dat, die, deze, dit, er, al, nog, wel, dus, want, als, dan, maar, ook, niet, geen, ni, hoe, nu, waar, wie, tot, campus, open, openen, opent, jullie, weer, doen, gaan, gaat
# Getallen in woorden: 'zes keer fout' zoekt zoals '6 keer fout'. Elk getal vindt elk ander.
count-words = twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf, enkele, meerdere

menu-closing = Ik stop, studeer af, moet nog betalen: tot wanneer?
    .search = sluiten, afgesloten, uitschrijven, stopzetten, afgestudeerd, openstaand saldo, betalingsherinnering, OneDrive, bestanden kopiëren, stoppen met studeren, niet betaald, inschrijvingsgeld, studiegeld, gestopt, afstuderen, geen student meer, factuur, aanmaning, gesloten, account gesloten, blijft mijn mail open, hoelang afgestudeerd
menu-desks = Waar is de servicedesk?
    .search = lokaal, campus, balie, helpdesk, waar, openingsuren, telefoonnummer servicedesk, hoe laat open, hoelaat open

account-odisee = je @student-adres
    .what = Mailbox, Teams, OneDrive en pc's (je @student-adres)
    .short = @student
    .copy = Laatste dag om je mail en je bestanden in OneDrive en Teams te kopiëren: { $date }.
    .opens = Hiermee open je je mailbox, het studentenplatform, je handboeken, Teams, OneDrive en de pc's van Odisee.
    .sign-in = voornaam.naam@student.odisee.be
    .search = Odisee-account, mailbox, outlook, handboeken, studentenplatform, OneDrive, Teams, pc
account-kuleuven = je r- of s-nummer
    .what = Toledo en Loket (je r- of s-nummer)
    .short = r/s-nummer
    .opens = Hiermee open je Toledo en Loket: uurrooster, ISP, examenkaart, resultaten en attesten.
    .sign-in = je studentennummer, met r of s
    .search = KU Leuven, associatie, Toledo, Loket, studentennummer, uurrooster, ISP, examenkaart, attest
account-enrolment = je b-nummer
    .opens = Dit diende alleen om je in te schrijven. Toledo opent er niet mee.
    .sign-in = een nummer met b
    .search = b-account, tijdelijk, inschrijving, inschrijven

link-ms-sspr = zelf een nieuw wachtwoord kiezen, met je @student-adres
link-ms-mfasetup = een herstelmethode registreren, met je @student-adres
link-odisee-activate = lezen hoe je je @student-adres activeert (Engels)
link-kul-account = een activatiecode aanvragen, voor je r- of s-nummer
link-kul-mfareset = de bevestiging met gsm resetten, voor je r- of s-nummer
link-kul-change = je wachtwoord wijzigen, voor je r- of s-nummer
link-odisee-mfa-faq = vragen over MFA met je r- of s-nummer (Engels)

desk-brussel = Brussel
    .building = 't Serclaesgebouw
    .search = Brussels, Bruxelles, Serclaes, B01-01
desk-gent = Gent
    .building = gebouw A
    .search = Ghent, Gand, A1T2
desk-aalst = Aalst
    .building = hoofdgebouw
    .search = Alost, 2Z38
desk-sint-niklaas = Sint-Niklaas
    .search = Saint-Nicolas, St-Niklaas, 022

reason-graduated = Ik ben afgestudeerd
    .asks = Op welke dag studeerde je af?
    .agent = Weet je de dag niet: elke dag van dat academiejaar is goed.
reason-unenrolled = Ik heb me uitgeschreven
    .asks = Op welke dag kwam je ingevulde formulier aan bij de studentenadministratie?
    .agent = Die dag telt. Een mail of een telefoontje is niet genoeg.
reason-open-balance = Ik moet nog betalen
    .asks = Op welke dag kreeg je de tweede betalingsherinnering?
    .agent = De dag waarop die aankwam. De eerste telt niet.
rule-odisee-graduated = De bron zegt: na de inschrijvingsperiode, "dus midden oktober".

source-odisee-faq = FAQ Odisee
source-ms-lockout = Microsoft: slim vergrendelen
    .note = Microsoft Learn, over Entra smart lockout
source-ms-sspr = Microsoft: wachtwoord zelf resetten
    .note = Microsoft Learn, algemeen en niet over Odisee
source-he-register = Hogeronderwijsregister, woordenlijst
source-odisee-mfa = Odisee: FAQ over MFA
    .note = over MFA met je r- of s-nummer
source-odisee-activate = Odisee: je Odisee-account activeren
source-odisee-smooth-start = Odisee: een vlotte start
source-odisee-mfa-reset = Odisee: de MFA-app resetten
    .note = een document van Odisee, waarvan we het adres niet kennen
source-luca-forgotten = LUCA: wachtwoord vergeten
    .note = van LUCA School of Arts, een instelling van dezelfde associatie
source-ucll-change = UCLL: wachtwoord wijzigen
    .note = van UCLL, een instelling van dezelfde associatie
source-odisee-unenrol = Odisee: stopzetten van je studie
    .note = een oudere pagina van info.odisee.be
source-balie-counting = Balie: dagen tellen
    .note = een afspraak van dit programma, niet van Odisee: de dag zelf telt niet mee, weekends en feestdagen wel
source-balie-reading = Balie: "midden oktober"
    .note = een afspraak van dit programma, niet van Odisee: we lezen het als het middelste derde van de maand

unknown-opening-hours = de openingsuren van de servicedesk
unknown-phone = het telefoonnummer van de servicedesk
unknown-email = het mailadres van de servicedesk
unknown-street-address = het adres van de campus
unknown-other-campuses = de servicedesk op andere campussen
unknown-ticket-address = de link om een ticket te maken
unknown-information-management = hoe je de dienst Information Management bereikt
unknown-reset-page = de eigen pagina van Odisee om een wachtwoord te resetten
unknown-mfa-page = de pagina over MFA voor je @student-adres
unknown-data-copy-page = de pagina over je bestanden op tijd kopiëren
unknown-enrolment-period-end = de laatste dag van de inschrijvingsperiode
unknown-repeated-lock = hoe lang een herhaalde blokkering duurt
unknown-kuleuven-lock = hoe een r- of s-nummer geblokkeerd raakt, en hoe lang
unknown-reopening = of een afgesloten toegang weer open kan
unknown-data-after-closing = hoe lang je bestanden na het afsluiten bewaard blijven
