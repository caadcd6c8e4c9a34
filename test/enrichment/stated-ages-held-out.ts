/**
 * Invented descriptions, read in 2020, and the year of birth that they state; `-` = none. Written before the patterns and
 * not used to make them: the figure that bench/accuracy/birthyear.ts gives for these is what to expect elsewhere.
 */
export const heldOut = {
  en: `
1995 | 25 y/o graphic designer, coffee snob
2001 | hi i'm Zoe, 19, i draw cats
1998 | 22 yrs old // film student // he/him
2002 | 18 | she/her | bi | multifandom
1987 | Born in 1987. Still confused.
1991 | I am 29 years old and I like trains
1964 | 56 year old retired teacher from Leeds
1999 | 21yo | Manila | gamer
1990 | b. 1990 in Detroit, raised by wolves
1996 | aged 24, singing since I could talk
2000 | 20 🌸 they/them 🌸 artist
1975 | I'm 45 and have no idea what I'm doing
1994 | 26/F/Toronto
1997 | 23 years young, dreamer
1989 | Child of the sea, born March 3, 1989
2003 | im 17 and i hate it here
1998 | Bookworm. 22. Brighton.
1993 | Just a 27-year-old guy with a camera
1992 | '92 baby. Dad jokes.
1985 | Est. 1985? No, born 1985, built to last
- | Mom to a 15 year old and two dogs
- | 20 years of experience in sales
- | Serving the community for 75 years
- | NSFW, 18+ only, minors will be blocked
- | Top 40 radio host. Views mine.
- | Family business since 1969
- | 30 under 30. Founder.
- | Class of 2023 #GoBlue
- | Sober 22 years. One day at a time.
- | My 17 year old son is my hero
- | Catch-22 is my favourite book
- | 24/7 live news
- | Forever 21 addict
- | Forward for the U19 team, #23
- | Tesla owner, 50 states, 33 countries
- | Proud uncle of a 14yo soccer star
- | Started programming at 13
- | No one under 18 please
- | We were born in 1998 out of a love of beer.
- | Call 555 0142, open 9 to 5
- | Retired Navy 1985-2005
- | 90s kid. Blink-182.
- | Psalm 23:4
- | Married 25 years to my best friend
- | Almost 30, nearly famous
- | mentally 16
- | 10k runner, PB 39:45
- | A 40 year old bakery in the heart of Bristol
- | Author of "19 Minutes"
- | 65% coffee, 35% sarcasm
`,
  es: `
1996 | 24 años. Estudiante de medicina en Sevilla
1988 | Nací en 1988 y sigo aquí
1999 | Tengo 21 años y me encanta el anime
1979 | Nacida en 1979. Madre de dos.
2001 | Argentina, 19 añitos, Boca hasta la muerte
1994 | Periodista de 26 años. Opiniones propias.
1990 | Rosario, 1990. Músico... nacido en el 90
- | 25 años de experiencia en el sector
- | Mamá de un niño de 6 años
- | Desde 1985 contigo
- | Casados hace 30 años
- | Llevamos 20 años trabajando por ti
- | Prohibido a menores de 18 años
- | Más de 40 años informando
- | Mi hija de 15 años me enseñó esto
- | Celebramos 50 años de historia
`,
  pt: `
1997 | 23 anos, carioca, flamenguista
1992 | Nascido em 1992. Pai da Alice.
2000 | tenho 20 anos e muito sono
1985 | 35 anos | engenheiro | SP
- | Há 15 anos no mercado
- | Mãe de uma menina de 4 anos
- | Mais de 30 anos de tradição
- | Proibido para menores de 18 anos
- | Meu filho de 13 anos joga bola
`,
  fr: `
1998 | 22 ans, étudiante en droit à Lyon
1990 | Né en 1990 à Lille
1983 | J'ai 37 ans et trois chats
2002 | 18 ans | bac L | Paris
1976 | Née en 76, fière de l'être. Née en 1976 donc
- | 20 ans d'expérience dans le web
- | Maman d'un garçon de 8 ans
- | Interdit aux moins de 18 ans
- | Depuis 15 ans à votre service
- | Papa de jumelles de 14 ans
- | Il y a 25 ans déjà
`,
  de: `
1993 | 27 Jahre, aus Köln, Fotograf
1985 | Jahrgang 1985, Papa, Läufer
1999 | Ich bin 21 und studiere Chemie
1991 | geboren 1991 in Graz
1970 | 50 Jahre alt, immer noch neugierig
- | Seit 20 Jahren selbstständig
- | 25 Jahre Erfahrung im Handwerk
- | Mutter einer 14-jährigen Tochter
- | Ab 18! Nur für Erwachsene
- | Gegründet 1898 in Dortmund
- | Verein für Kinder ab 6 Jahren
`,
  it: `
1995 | 25 anni, Napoli nel cuore
1988 | Classe 1988, juventino
1981 | Nato nel 1981 a Bari
2000 | Ho 20 anni e studio lettere
1993 | nata il 4 maggio 1993
- | Da 30 anni al vostro servizio
- | Mamma di Luca, 7 anni
- | 15 anni di esperienza nel marketing
- | Vietato ai minori di 18 anni
`,
  other: `
1998 | 22 jaar, student in Utrecht
1996 | 24 yaşında, İzmir
1999 | umur 21 tahun, Bandung
1990 | geboren in 1990, Amsterdammer
- | 20 jaar ervaring in de zorg
- | 18 yaşından küçükler giremez
- | pengalaman 15 tahun
`
} as const

/** A second lot, written when the patterns stood, and not used to make them either. */
export const heldOutLater = {
  en: `
1998 | Twitch affiliate, 22 y/o, Texas
1986 | 34-year-old nurse and dog mom
1995 | Taurus | 25 | ENFP | he/him
2002 | 18 & thriving
1997 | 23M, Berlin, techno
1993 | my name is Sam and i'm 27
1978 | Born 1978 in Glasgow. Writer of odd things.
2000 | 20 yrs old | nursing student | God first
1991 | Old soul. 29. Nashville.
1982 | dob 3/14/1982
1999 | Birthday: June 1, 1999
2001 | 19yrs. Lagos.
1971 | 49 yr old grandma, knitter
2004 | 16, they/them, artist
1996 | 24 | Chef | Foodie
1988 | Est. when? Born 1988.
1994 | I turned 26 in March
1990 | a 30 year old woman trying to adult
1999 | 21 ✿ lesbian ✿ she/they
1987 | Writer (b. 1987)
- | mum of 3 aged 13, 15 and 18
- | Co-founder, 20 yrs in fintech
- | Vintage 1985 Porsche owner
- | 15 years old and still the best blog on cheese, we promise
- | Dog dad to a 14 year old beagle
- | My brother is 19 years old
- | Wife of 22 years
- | 35 years in the classroom, retired 2015
- | Played 25 games for City
- | Room 19 | Building C
- | Season 13 now streaming
- | Ages 13 and under swim coach
- | Level 45 wizard
- | Wanted: men over 40
- | Lives for the weekend. 24 hour party people
- | 18 holes a day
- | Over 21s event tickets
- | Graduated in 2001, MBA 2005
- | The band was born in 1999 in a garage
- | 99 problems
- | Living with MS for 16 years
- | Doctors said I wouldn't live past 18
- | World champion 2012, 2014
- | Size 16 and proud
- | $20 tips welcome
- | In love since 2003
- | One of 14 children
- | Chapter 22 of 40
- | HR 45, AVG .301
- | Born in Ohio, living in Texas for 30 years
`,
  es: `
1995 | 25 años, ingeniero, del Betis
2000 | Chilena. 20 años. Feminista.
1983 | nacido el 12 de octubre de 1983
1998 | Estudiante, 22 años, amo los perros
- | 40 años cuidando tu salud
- | Mi hermano tiene 20 años
- | Abuela de un nieto de 15 años
- | Con 18 años ya trabajaba
- | Club deportivo fundado hace 75 años
`,
  pt: `
1999 | 21 anos | Porto | benfiquista
1988 | nascido em 1988, pai de dois
- | 18 anos fazendo festa
- | 45 anos de história
- | meu irmão tem 17 anos
`,
  fr: `
1996 | 24 ans - Marseille - OM
1979 | Né en 1979, journaliste
2001 | lycéenne, 19 ans
- | 40 ans au service des patients
- | ma fille a 15 ans
- | Marié depuis 25 ans
`,
  de: `
1988 | 32 Jahre, verheiratet, zwei Hunde
1975 | Geboren 1975, aufgewachsen in Jena
1998 | Jahrgang '98
- | Unser Verein wird 100 Jahre alt
- | Mit 18 nach Berlin gezogen
- | 40 Jahre verheiratet
`,
  it: `
1990 | 30 anni, ingegnere
1974 | nato a Genova nel 1974
- | Da 25 anni nel cinema
- | mio figlio ha 16 anni
- | 50 anni di Radio
`,
  other: `
1999 | 21 jaar | Gent
1993 | 1993 doğumlu, mühendis
- | mijn zoon is 15 jaar
- | 15 yaşında bir kızım var
`
} as const
