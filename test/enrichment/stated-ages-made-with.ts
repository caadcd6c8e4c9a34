/** Invented descriptions, read in 2020, and the year of birth that they state; `-` = none. The patterns were made with these in sight. */
export const cases = {
  en: `
1996 | Im 24 yo gamer
1984 | 36 yr old trucker
2000 | 20F 🏳️‍🌈 dms open
- | 2001 liner notes
- | 15 y/o account
- | Raising a 13yo
- | A 40 year old game shop
1997 | 23 y/o. Coffee and code.
1997 | 23 yo
1997 | 23y/o artist
1997 | 23 years old
1997 | I'm 23
1997 | I’m 23 and tired
1997 | im 23, from Perth
1997 | i am 23 years old
1997 | Age: 23
1997 | age 23
1997 | aged 23
1997 | Aged 23 and a half
2001 | 19 | she/her
2001 | 19 • uk • they/them
2001 | 19 ✨ any pronouns
2001 | she/her | 19
2001 | she/her • 19 • infp
2001 | he/him, 19
2001 | 19, he/him
1998 | 22. NYC. Dancer.
1998 | 22, London
1998 | 22
1998 | 22F
1998 | 22 F UK
1998 | F/22/Canada
1998 | 22/m
1998 | M22, single
1985 | born in 1985
1985 | Born 1985, still learning
1985 | b. 1985
1985 | (b. 1985) Painter
1985 | b.1985
1985 | Painter, born in Chicago in 1985
1985 | born on July 4, 1985
1985 | born 04/07/1985
1985 | born 4th of July 1985
1985 | Birth year 1985
1985 | DOB: 12.03.1985
1985 | birthday: 12 March 1985
1999 | 🎂 1999
1999 | 🎂 12/05/1999
1999 | Gamer 🎂 March 5, 1999
1997 | '97 baby
1997 | born in '97
1997 | 97 liner
1997 | 1997 liner, stan twice
1997 | 97line
1995 | ’95 baby
1980 | 40-year-old dad of four
1980 | A 40 year old mum who runs
1980 | Slightly overweight 40 yr old man
1950 | Age 70 but feel younger
1950 | 70 years young
1999 | 21 yr old student
1999 | 21 yrs. Libra.
1999 | Libra. 21. Chaotic.
1999 | turned 21 last week
1999 | Just turned 21!
1989 | 31 yo dad. My son is my world.
1989 | Male, 31, married, two kids aged 3 and 5
1989 | married, 31 years old, 2 kids
2003 | 17 years old | high school senior
2004 | i'm 16 and a writer
2007 | 13 y.o. skater
1993 | currently 27
1993 | 27-year-old journalist covering politics
1993 | Name: Kim. Age: 27. Sign: Leo
1993 | Kim/27/Leo
1993 | kim | 27 | leo
1993 | Hi, I am Kim, 27 years of age
1960 | Sixty is the new forty. Born in 1960.
1960 | Granny, born 1960, 5 grandchildren
1972 | 1972 vintage. Born in 1972 that is.
- | Mom of a 5 year old
- | mom to a 16 year old
- | my 16yo son plays bass
- | My son is 16 years old
- | Father of three, ages 23, 19 and 15
- | Dad to 17 year old twins
- | Proud parent of an 18yo
- | 16 year old daughter, 14 year old son
- | Stepmom of two (19 and 22 years old)
- | Daughter born in 2001
- | our boy was born in 2003
- | Mum to Ella (b. 2002)
- | 25 years of experience
- | 25 years experience in IT
- | 25+ years in journalism
- | over 40 years in business
- | For over 40 years
- | 40 years and counting
- | 19 years sober
- | Sober for 19 years
- | 30 years clean
- | Married 30 years
- | married for 23 years
- | 15 years a teacher
- | Teacher for 25 years
- | A 25 year veteran of the force
- | 20-year Navy vet
- | since 1985
- | est. 1985
- | Est 1998
- | Established 1985
- | Founded in 1985
- | Founded 1898 in Berlin
- | © 1985
- | In business since 1990
- | Fan since 1996
- | 18+
- | 18+ only
- | over 18 only
- | 18 and over
- | Must be 18 or older
- | must be 21+ to follow
- | minors DNI, 18+ account
- | no minors, under 18 blocked
- | under 25s network
- | 21 savage fan
- | Twenty one pilots, blink 182, sum 41
- | U23 international
- | U-21 player
- | under-21 captain
- | 20/20 vision
- | 20/20 hindsight
- | $25 off
- | Win £50
- | 25% off with code JOE25
- | only €20
- | Number 23 forever
- | #23
- | No. 10 for the Reds
- | jersey 34
- | QB | #12
- | Michael Jordan 23 4ever
- | 49ers fan
- | 76ers till I die
- | Call 0800 23 45 67
- | +1 212 555 0123
- | tel: 23 45 67 89
- | Class of 2020
- | class of '20
- | c/o 2023
- | UCLA '19
- | Harvard 98, Yale Law 01
- | BA 1998, PhD 2004
- | Born to run
- | Born in the USA
- | born again in 1998
- | Born this way 2011 tour
- | Company born in 1990
- | We are a band born in 1995 in Oslo
- | A brand born in 1985
- | The internet was born in 1983
- | podcast born in 2016
- | Official account of the 25 year old festival
- | We're 25 years old this year!
- | 100 year old church
- | our 30 year old firm
- | celebrating 25 years
- | Our 25th anniversary
- | 25th in line
- | 23rd of July
- | 21st century digital boy
- | 19th century literature
- | 24 hours a day
- | 24 hr towing
- | 30 minutes a day
- | 26 miles
- | 26.2 finisher
- | 42 is the answer
- | Area 51
- | Route 66
- | Channel 34
- | Studio 54
- | Maroon 5, U2, Matchbox 20
- | Psalm 91
- | Romans 8:28
- | 1 Corinthians 13
- | Philippians 4:13 | Jesus
- | Forever 21
- | forever 17
- | Forever young, 25 at heart
- | 25 in my head
- | Feeling 22
- | Not 21 yet
- | almost 18
- | turning 30 soon
- | nearly 40
- | soon to be 30
- | When I was 17
- | Since I was 15
- | since age 12
- | from the age of 14
- | started at 16
- | at 19 I moved to LA
- | Left home at 18
- | On YouTube since I was 13 years old
- | Diagnosed at 25
- | Cancer survivor at age 27
- | Books: 23 and counting
- | 35 books, 12 languages
- | 45 countries visited
- | 12 years old at heart
- | 5 years old
- | 9 yo
- | 110 years old
- | 150 years old and proud
- | I'm 6'2
- | I'm 99% sure
- | i'm 10 times better
- | I'm 20 minutes away
- | I'm 50 shades of crazy
- | I'm 1 of 7
- | i'm 100% that
- | Age of Empires 2
- | Ages 18-35 wanted
- | ages 16 and up
- | 13-17
- | Kids 13 to 18 years old welcome
- | Clothes for women 35 years and older
- | helping people over 50 years old
- | Coaching women 40+
- | life over 60
- | Life after 50
- | Top 100 blog
- | WW2 1939-1945
- | 1989 (Taylor's Version)
- | 1984 by Orwell
- | Summer of 69
- | 80s music
- | kid of the 90s
- | Born in the 80s
- | Vol. 23
- | iPhone 13, Windows 11
- | 12 | 24 | 36 month plans
- | @ 25 Main Street, Springfield
- | 25 Main Street
- | Suite 25 | Floor 3
- | 23.5k subs
- | 30k on IG
- | 22K gold
- | 22, 24 and 18 carat gold
- | 4-time champ, 34 caps
- | 65 million years old fossils
- | fossil hunter: 66 million years
- | 14 years old company
- | Whisky aged 18 years
- | 12 year old scotch lover
- | Rep. for District 23
- | 17 yrs in the army
- | 15 yrs exp
`,
  es: `
1997 | 23 años
1997 | Tengo 23 años
1997 | tengo 23
1997 | 23 años. Madrid.
1997 | 23 añitos
1997 | Mexicano, 23 años de edad
1997 | Edad: 23
1997 | edad 23 años
1999 | nacida en 1999
1999 | nacido en Lima en 1999
1999 | Nací el 5 de mayo de 1999
1999 | nací en el 99
1985 | Nacido en 1985, casado, dos hijos
1985 | n. 1985 · nacida en Quito el 3 de julio de 1985
1998 | 22 🇪🇸 estudiante
1998 | 22 | Bogotá | ella
- | 20 años de trayectoria
- | Más de 20 años en la radio
- | Con 30 años de experiencia
- | hace 20 años
- | Desde hace 25 años
- | Madre de dos niñas de 13 y 15 años
- | Padre de un joven de 20 años
- | Hijo de 14 años
- | mi hijo tiene 16 años
- | Desde 1990
- | Fundado en 1990
- | Fundada el 6 de marzo de 1902
- | Solo mayores de 18 años
- | mayor de 18 años
- | +18
- | Durante 30 años
- | cumplimos 25 años
- | 15 años contigo
- | Empresa con 35 años en el mercado
- | A los 18 años me fui de casa
- | 100 años de soledad
- | Los 40 principales
- | Somos un club nacido en 1985
- | Cada 4 años
- | Últimos 20 años
`,
  pt: `
1997 | 23 anos
1997 | Tenho 23 anos
1997 | 23 aninhos
1997 | 23 anos, Recife
1997 | Idade: 23
1990 | nascida em 1990
1990 | Nascido em 12 de março de 1990
1990 | nasci em 1990
1999 | Carioca | 21 anos | ele/dele
- | 20 anos de experiência
- | há 20 anos
- | Mais de 25 anos no rádio
- | Desde 1995
- | Fundado em 1995
- | mãe de um menino de 14 anos
- | pai da Júlia, 15 anos
- | maiores de 18 anos
- | +18 anos
- | Casada há 20 anos
- | 15 anos de casados
- | Aos 16 anos comecei a escrever
- | Somos 30 anos de história
`,
  fr: `
1997 | 23 ans
1997 | J'ai 23 ans
1997 | j’ai 23 ans, Nantes
1997 | 23 ans | Lille | elle
1997 | Âge : 23
1997 | Âgée de 23 ans
1985 | né en 1985
1985 | Née le 3 mai 1985
1985 | Né à Paris en 1985
1985 | née en 85
- | 20 ans d'expérience
- | 20 ans de métier
- | depuis 20 ans
- | Il y a 20 ans
- | Plus de 20 ans dans la com
- | pendant 30 ans
- | réservé aux plus de 18 ans
- | - de 18 ans s'abstenir
- | Fils de 15 ans
- | mon fils de 16 ans
- | maman de deux ados de 14 et 16 ans
- | Fondé en 1985
- | Créée en 1985
- | depuis 1985
- | L'association fête ses 30 ans
- | à 18 ans j'ai tout quitté
- | Nous avons 25 ans
- | bientôt 30 ans
`,
  de: `
1997 | 23 Jahre
1997 | 23 Jahre alt
1997 | Ich bin 23
1997 | Ich bin 23 Jahre alt
1997 | bin 23, studiere Jura
1997 | 23 J.
1997 | 23-jährige Studentin
1997 | Alter: 23
1990 | Jahrgang 1990
1990 | Jg. 1990
1990 | Jahrgang 90
1990 | geb. 1990
1990 | geboren im Jahr 1990
1990 | geboren am 3. Mai 1990 in Kiel
1990 | *1990
1990 | * 1990 in Wien
1990 | in Berlin geboren 1990
- | seit 20 Jahren
- | Seit über 25 Jahren
- | 20 Jahre Berufserfahrung
- | 30 Jahre Radio
- | Mutter von drei Kindern (15, 17, 19)
- | Mein Sohn ist 16 Jahre alt
- | Papa einer 13-jährigen
- | gegründet 1990
- | Seit 1990
- | ab 18
- | ab 18 Jahren
- | über 18
- | unter 30
- | Mit 16 Jahren angefangen
- | vor 20 Jahren
- | Wir werden 50 Jahre alt
- | U23 Trainer
- | Ü30 Party
- | fast 30
`,
  it: `
1997 | 23 anni
1997 | Ho 23 anni
1997 | ho 23 anni e sono di Roma
1997 | 23enne di Torino
1997 | Età: 23
1985 | nato nel 1985
1985 | Nata a Palermo nel 1985
1985 | classe 1985
1985 | Classe '85
1985 | nata il 3 giugno 1985
- | 20 anni di esperienza
- | da 20 anni
- | Da oltre 30 anni
- | Mamma di un bimbo di 6 anni
- | figlio di 15 anni
- | dal 1985
- | fondata nel 1985
- | nata nel 2015 come azienda, siamo in cinque
- | maggiori di 18 anni
- | anni 80
- | negli anni 90
- | a 18 anni ho lasciato casa
- | quasi 30 anni
`,
  other: `
1997 | 23 jaar
1997 | Ik ben 23
1997 | ik ben 23 jaar oud
1990 | geboren in 1990
1990 | Geboren te Gent in 1990
1997 | 23 yaşında
1997 | 23 yaşındayım
1997 | Yaş: 23
1997 | Yaş 23
1990 | 1990 doğumlu
1997 | 23 tahun
1997 | usia 23
1997 | Umur: 23
1990 | lahir 1990
1990 | lahir tahun 1990
- | 20 jaar ervaring
- | al 20 jaar
- | Sinds 1990
- | moeder van een zoon van 15 jaar
- | 20 yıldır
- | 20 yıllık tecrübe
- | sejak 1990
- | berdiri sejak 1990
- | 20 tahun pengalaman
- | selama 20 tahun
- | 10 yaşında bir oğlum var
- | 17 yaşında bir kız babasıyım
- | 14 yaşında iki kızım var
- | 12 yaşındaki kızımın annesi
- | 15 yaşında köpeğimiz var
- | 16 yaşında ikiz annesi
- | 40 yaşında bir firma
- | 25 yaşında bir kedi annesi
- | ibu dari anak umur 15 tahun
- | punya anak usia 14 tahun
- | bapak dua anak, umur 15 dan 17 tahun
- | moeder van een dochter van 15 jaar oud
- | ik heb een zoon van 17 jaar
- | papa van een 15 jaar oude dochter
- | 15 year old twins at home
- | tengo una hija de 15 años
- | 15 yaşında iken evlendi
- | 18 yaşında evlendim
- | 13 yaşında başladım yazmaya
- | sadece 18 yaşında olanlar
- | 65 yaşında babam
- | anak saya umur 16 tahun
- | 15 yıllık gazeteci
- | 20 yaşında olmak isterdim
1998 | 22 yaşında
1996 | 24 yaşında öğrenci
2001 | 19 yaşındayım, İstanbul
1995 | 25 yaşında bir kız
1990 | 30 yaşında bir adam, iki çocuk babası
1999 | 21 yaşında, üniversite öğrencisi
1993 | 27 yaşında yazılım mühendisi
1997 | 23 yaşında | Ankara
1986 | Kızım var. 34 yaşındayım
2000 | umur 20 tahun, mahasiswa
1998 | 22 jaar oud, student
2002 | 18 yaşında bir genç
1994 | Ben 26 yaşında bir gamer
1992 | 28 yaşında anne
1979 | 41 yaşında, iki kızım var
1982 | 38 лет, Казань
1976 | 44 года, Москва
- | 20 лет опыта в продажах
- | Нам 20 лет!
1976 | мне 44
1976 | 1976 г.р.
1976 | 44 роки
1976 | 44 lata, Kraków
- | 20 lat doświadczenia
1982 | rocznik 82
1976 | 44 år, Oslo
- | 20 år i bransjen
1976 | Jag är 44 år
1976 | 44 let, Praha
1976 | 44歳
- | 20歳以上
1982 | 82年生まれ
- | 12年生
1982 | 82년생
1976 | 44살`
} as const
