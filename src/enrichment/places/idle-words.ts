const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
/** Several words each, set apart by commas. */
const phrases = (text: string): readonly string[] => text.trim().split(/,\s+/)

/** Words beside a place that say nothing against it: `University of Leicester`, `Greater Boston area`, 大阪府. */
export const idleWords: ReadonlySet<string> = words(`
  the of in at to from by near around outside on and y et und e en a de la le el los las les di da do del der den van
  von al ye du dans bei city town village state province region area metro metropolitan greater downtown uptown north
  south east west northern southern eastern western central northeast northwest southeast southwest southeastern
  southwestern northeastern northwestern upper lower mid middle n s w ne nw se sw coast island islands valley county
  suburbs suburban rural bay district dist congressional cd 1st 2nd 3rd 4th 5th 6th 7th 8th 9th th first second third
  fourth fifth sixth seventh eighth ninth tenth based born raised living live lives via now currently originally home
  hometown proud beautiful sunny my am im university universite universitat universidad universita universidade univ
  uni college school campus st street ave avenue road rd blvd drive dr suite floor po box station airport hq congress
  house senate representatives capitol hill sound territory border corner side finest republic kingdom federal planet
  earth world europe europa asia africa america worldwide kota kab kabupaten kec jl ciudad cidade ville stadt
  provincia estado departamento eu 都 府 県 市 区 省 縣 區 町 村 시 도 г город مدينة`)

/** Names of towns that people write when they mean something else, or nothing: only a state or country beside them makes them places. */
export const otherMeanings: ReadonlySet<string> = new Set([
  ...words(`
  earth mars moon jupiter venus pluto saturn sun sky universe world global planet paradise heaven hell eden neverland
  wonderland narnia gotham metropolis atlantis utopia asgard home here there nowhere everywhere somewhere anywhere
  internet online web www worldwide heart hope love happy peace freedom liberty independence union justice truth luck
  success money bed house room street studio office school university college beach ocean sea forest woods city town
  village central center centre north south east west downtown suburbia upstate fun hot cool nice best secret dream
  dreams dreamland fantasy magic star stars galaxy space male female man men boys girls she her him they them me you
  us we your mine king queen prince princess lord angel god jesus christ christian allah faith grace mercy justin
  harry louis niall liam zayn taylor ryan sam jackson madison media news radio book books movie music band art game
  games football golf hockey pizza and or the of for with this that not are was will can may most much many more over
  under up down out off away back left right lost found follow ask email call mail mobile orange apple blue red green
  black white pink gold silver purple brown grey gray battle war wars fort bar pub cafe club hall church temple castle
  tower bridge lake river mountain mountains hills hill valley island bay park garden gardens field fields farm ranch
  zero one two three four five six seven eight nine ten bot data cloud matrix void limbo amor casa mundo tierra cielo
  sol luna aqui todo nada bien vida terra mar monde terre welt bandar kota kampung desa rumah dunia bumi hati jawa
  hogsmeade hogwarts mordor rohan westeros winterfell tatooine wakanda azkaban panem storybrooke springwood asylum
  prison trap hood ghetto streets tumblr twitter youtube facebook instagram snapchat tiktok discord twitch ao3 wattpad
  google microsoft amazon hollywoodland nope none null na unknown undisclosed private various varies etc tbd anonymous
  classified lakes unity region coast german transylvania eldorado camelot sherwood oz emerald elsewhere overseas
  abroad`),
  ...phrases(`
  the moon, jordan lee, austin mahone, bikini bottom, middle earth, the trap, the hood, da hood, cloud nine, cloud 9,
  n a, great lakes, west coast, east coast, north pole, south pole, bermuda triangle, el dorado, shangri la`)
])
