const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Titles before a name, as written without their dot, and how they are said here. */
export const titles: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Rep.': 'rep representative',
    'Sen.': 'sen senator',
    'Cong.': 'cong congressman congresswoman congressmember',
    'Gov.': 'gov governor gobernador gobernadora',
    'Lt. Gov.': 'ltgov',
    Mayor: 'mayor',
    'Amb.': 'amb ambassador',
    'Pres.': 'pres president presidente',
    Leader: 'leader',
    'Del.': 'delegate',
    'Min.': 'minister',
    'Hon.': 'hon honorable',
    Judge: 'judge',
    Justice: 'justice',
    'Dr.': 'dr doctor dra drs',
    'Prof.': 'prof professor profe profesor profesora',
    'Mr.': 'mr mister',
    'Mrs.': 'mrs',
    'Ms.': 'ms',
    Miss: 'miss',
    'Mx.': 'mx',
    Sir: 'sir',
    Dame: 'dame',
    Lord: 'lord',
    Lady: 'lady',
    Baroness: 'baroness',
    'Rev.': 'rev reverend',
    'Fr.': 'fr',
    Pastor: 'pastor',
    Bishop: 'bishop',
    Rabbi: 'rabbi',
    Imam: 'imam',
    'Capt.': 'capt captain',
    'Col.': 'col colonel',
    'Gen.': 'gen general',
    'Lt.': 'lt lieutenant',
    'Maj.': 'maj major',
    'Sgt.': 'sgt sergeant',
    Sheriff: 'sheriff',
    Coach: 'coach',
    Herr: 'herr',
    Frau: 'frau',
    'Ing.': 'ing'
  }).flatMap(([said, written]) => written.split(' ').map(word => [word, said] as const))
)

/** Titles that are also first names, or nicknames, are titles only with their dot or before two more words. */
export const titlesAlsoNames = words(
  'major judge justice miss lady lord sir bishop general leader coach captain pastor mister doctor del gen'
)

/** Titles that stand before a family name alone: `Sen. Hatch`. */
export const titlesOfFamilyNames = words(
  'rep representative sen senator congressman congresswoman cong gov governor mr mrs ms mayor president leader'
)

/** What people put before their names that is neither a title nor a name, whatever the table of first names knows. */
export const callings = words(
  'author chef dj mc artist writer singer rapper actor actress comedian poet realtor papa mama big lil little king brother sister sheikh sheik shaikh señor señora señorita senor senora senorita chez just simply only iam im its'
)

export const suffixes = words(
  'jr sr ii iii iv esq phd dphil md do mba ma msc mph mpa ms msw lmsw lcsw rn np jd edd dds dvm cpa pe pmp bsc ba cfa mp mep mla obe mbe cbe qc kc ret usn usaf'
)

/** Small words that open a family name, in any case: `Chris Van Hollen`. */
export const particles = words(
  'van von der den del della dela di da de dos das du des la las los le st ter ten vom zu zur af av mac'
)

/** Small words that do so in lower case only, since they are first names too. */
export const lowerCaseParticles = words('bin bint ibn ben al el do e y i abu')

/** A name with one of these is no person's name, or not only. */
export const wordsOfOthers = words(`
  academy account action admin ads agency ai alert alerts alliance alumni am analytics and anime anonymous app
  apps archives army arts asia assn association at auntie auto baby band bar belieber best bike bio
  bitcoin biz blog board boat book bot bots boutique boy brand bros bulletin bureau business by cafe
  california campaign canada careers cares casa caucus center central centre chamber channel chapter chicago
  city classic clinic club cmte co coalition coffee coin collective college com comedy comics commission
  committee communication communications community company computer conference congress connect conservation
  consortium consulting coop corp corps council county course crew cricket crypto cuisine culture customs dad
  daddy daily dance dao data deals democrats dems dental department depot dept design designs detroit
  developer developers development diary digest digital direct directory district division economics edition
  education electric electronic elects elements emergency energy engineering entertainment environment
  environmental estate europe event events exchange expert expo express facts family fans fashion fc
  federation festival film films finance financial fitness floor food foods football for forum foundation
  friends from fund furniture future gallery gamer games gaming garden gardens gazette geek girl global golf
  gop gospel government graphics group guide guild gym hair health healthcare herald heritage history
  holdings home homes hospital hotel hotels hub humane inc india info initiative inn innovation insider
  insight insights institute institution insurance international investments io island its javascript
  jewelry jobs journal kids kitchen lab laboratory labs language league learn learning legal libraries library
  life limited line link live living local love lover ltd magazine makers mall management market marketing
  markets mart media medical medicine memes mental metro ministries ministry mission mobile mom mommy moms
  monitor motors movement movies mum museum music muslims my nation national nerd network networks new news
  newsletter newspaper newsroom nft not ny nyc observatory of office official on online opera orchestra org
  organic organization our outdoor papers parody partners partnership party patch patriots people pets
  pharmacy photo photography photos pizza planet play plumbing podcast point police policy political politics
  poll portal post press primary princess printing pro production productions program programming progressive
  project projects promotions properties property pub public publications publishing python queen quiz quote
  quotes radio ranch realty records recruiting region relief rentals report reporter republic republicans
  research resilience resistance resort resources restaurant restaurants retail review reviews rights river
  room rotary rstats rugby rural sale sales salon school schools science sciences scientific scitech security
  senate service services shoes shop shopping sign signs ski soccer social society software solar solutions
  songs sound source south space spain special spirit sport sports staff state states station stats stock
  store stories storm student students studies studio studios summit supply support sustainability sustainable
  systems talk task taskforce tax tea team tech technical technologies technology tennis the theater theatre
  think thoughts times to today together tours town toys track trade traffic training transit travel trends
  tribune trust tv tweet tweets uk uncle union united universe university update updates us usa valley vegan
  venue veterans video videos village vintage voice voices vote watch watchdog water weather web website
  weekly wellness whip wildlife wine wines wireless with women words works workshop world worldwide writers
  writing xyz yoga you your youth zoo
  ajuntament asociación asociacion associação associazione ayuntamiento casa colegio diario diputación editorial
  escola escuela facultad fondation fundació fundación fundação gmbh gobierno hochschule institut instituto
  istituto libros livros ministerio ministère noticias partido periódico prefeitura scuola sociedad société stadt
  universidad universidade università universitat université universite universität verein école
`)

/** Of those, the words that people call themselves by: `Mom of 3`, `Just a girl`. */
export const wordsOfRoles = words(
  'auntie belieber boy dad daddy developer gamer geek girl lover mom mommy mum nerd princess queen reporter uncle vegan'
)

/** Family names that organizations use too: such a name needs something that speaks for a person. */
export const alsoFamilyNames = words(`
  art bank books boston church farm field fields fire forest gates glass green house justice king lane london
  north page paris park parks pet power pride rock sail sea shore song speaker star stone street summer wake
  west winery winter young
`)

/** Frequent family names of one letter in Chinese, old and new letters; two-letter ones apart. */
export const chineseFamilyNames = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧蕭蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎閻薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴洪莫孔'
)
export const longChineseFamilyNames = words('欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 东方 東方 慕容')
export const koreanFamilyNames = new Set(
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구'
)
