const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Chinese and Korean family names in Latin letters: pinyin, Wade-Giles, Cantonese, Hokkien, and Korean spellings. */
export const eastAsianFamilyNames = words(`
  ahn an ang au aw bae bai baek bak ban bang bao bi bian bo bu byun cai cao cha chae chai cham chan chang chao chau che chee chen cheng cheong cheung chew chi chia chiang chien chin ching chiu cho choe choi
  choo chong choo chou chow choy chu chua chuang chui chun chung chyou cui dai deng ding do dong dou du duan eom eum fan fang fei feng foo fok foong fu fung gan gao ge geng gil go goh gong gou gu guan guo gwak gwon ha hahm ham
  han hang hao he heng heo ho hoang hon hong hoo hou hsia hsiao hsieh hsiung hsu hu hua huang hui huh hui hung huo hur hwang hyun im jang jeon jeong ji jia jian jiang jiao jie jin jing jo joo joung ju jun jung kam kan kang kao ke keung
  khaw kho khoo kim ko koh kong koo kook koong ku kuan kuang kuk kung kuo kwak kwan kwok kwon kwong lai lam lan lao lau law lee lei leong leung li lian liang liao liaw liew lim lin ling liou liu lo loh lok loke long loo lou low lu lui luk lun luo lv lyu
  ma mah mai mak man mao mei meng mi miao min mo mok mu mun myung na nam nan ng ni nie ning no noh oh ok ong ooi ou ouyang pai pak pan pang park pei peng ping phang po poon pu pyo qi qian qiao qin qiu qu quan quek rao ren rhee rho ro roh rong ru ruan rui ryoo ryu
  seah seo seok seol seong seow sha shan shang shao shen sheng sheu shi shih shim shin shu shui si siew sim sin sit siu so soh sohn son song soo soon su suh suk sul sun sung sze szeto tai tam tan tang tao tay teh teng teo teoh thng tian tien ting to toh tong tsai
  tsang tsao tse tseng tso tsoi tsou tsui tu tung u um wan wang wee wei wen weng wong woo wu xia xian xiang xiao xie xin xing xiong xu xue yam yan yang yao yap yau ye yeo yeoh yeom yeon yeong yeung yi yim yin ying yip yiu yoo yook yoon you young yu yuan yue yuen yun yune yung zeng
  zha zhai zhan zhang zhao zhen zheng zhong zhou zhu zhuang zhuo zong zou zuo
`)

// Syllables of given names in the same spellings.
const syllables = words(`
  a ae ah ai an ang ao ba baek bai ban bao bei ben beom bi biao bin bing bo bok bong bu byeong byong byung cai can cang cao chae chai chan chang chao chau che chee chen cheng cheol cheon cheong cheul cheung chew chi chia chian chiang chieh chien chih chin ching chiu cho choi chok chon choo chong choon chou chow choul chu chuan chuang
  chuen chui chul chun chung ci cong cui cun da dae dai dan dang dao de dee deng deok di dian ding do doe dok dong doo dou du duan duck duk dun duo e ee en eon eu eui eul eum eun eung fa fai fan fang fei fen feng fong foo fook fu fun fung ga gab gan gang gao ge gen geng geol geon geum geun gi gil go gon gong gu guan guang guei gui guk gun guo gyeong gyo gyu gyun gyung
  ha hae hai hak han hang hao he hee heng heon heng heo heung hi ho hoi hok hon hong hoo hoon hou hsi hsia hsiang hsiao hsien hsin hsing hsiu hsiung hsu hsuan hsueh hu hua huai huan huang hui huei hun hung huo hwa hwan hwang hy hye hyeon hyeok hyo hyon hyong hyoung hyuk hyun hyung i ik il im in ja jae jai jan jang jee jen jeon jeong jeong jeung ji jia jian jiang jiao jie jih jik jin jing jiu jo jon jong joo joon jou joung ju juan jue jui jun jung
  ka kai kam kan kang kao kar kat kau ke kee kei ken keng keon keuk keum keun keung ki kin king kit kiu ko koh kok kong koo kook koon ku kuan kuang kuei kuen kui kuk kum kun kung kuo kwan kwang kwok kwon kwong ky kyeong kyo kyong kyoo kyoung kyu kyun kyung la lai lam lan lang lau le lee lei leng leong leung li lian liang liao lieh lien lik lim lin ling liu lo loi lok long lou lu luan lui luk lun lung luo lv
  ma mai man mang mao me mei men meng mi mian miao min ming mo moon moy mu muk mun my myeong myong myoung myung na nae nai nam nan neng ni nian nien nim ning no noh nu nuan o ok on ong oh ou pai pak pan pang pei pen peng pi piao pik pil pin ping po pong pu pui pun pyeong pyo qi qia qian qiang qiao qin qing qiong qiu qu quan que qun ran rang rae rak ran ren ri ro rok rong rou ru ruan rui run ruo ryang ryeo ryong ryul
  sa sae sai san sang sao se seng seo seok seol seon seong seop seung sha shan shang shao she shek shen sheng sheung shi shia shih shim shin shing shiou shiu shou shu shuai shuang shuen shui shuk shun shuo si siang siaw siew sik sim sin sing siu so sock soh sok son song soo sook soon su suan sub sue sui suk sum sun sung sup suo sze ta tae tai taek tak tan tang tao te tee teck teng thiam tian tiao tieh tien tin ting to tong tsai tsan tse tseng tso tsu tsui tsun tsung tu tuan tuck tun tung tzu
  ui un ung wa wah wai wan wang wee wei wen weng wing wo won wong wook woo woon wu wun xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yee yeh yen yeo yeol yeon yeong yeong yeow yeul yeun yeung yi yik yim yin ying yiu yo yok yong yoo yoon you youl youn young yu yuan yuda yue yuen yuet yuk yul yun yung za zai zan zang zao ze zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhuan zhuang zhuo zi zong zou zu zuo
`)

/**
 * Whether a name in small Latin letters is Chinese or Korean: a family name of theirs at either end, and nothing else but their
 * syllables. Latin letters lose what tells women's from men's names there. `isWestern` says which words are names beyond doubt
 * elsewhere, so that Helen Wong is none of them.
 */
export function eastAsian(name: readonly string[], isWestern: (word: string) => boolean): boolean {
  if (name.length < 2) return false
  const first = name[0] as string
  const last = name.at(-1) as string
  const rest = eastAsianFamilyNames.has(last)
    ? name.slice(0, -1)
    : eastAsianFamilyNames.has(first)
      ? name.slice(1)
      : undefined
  if (!rest) return false
  if (rest.length === 1 && isWestern(rest[0] as string)) return false
  return rest.every(word => isInitial(word) || word.split('-').every(madeOfSyllables)) && !rest.every(isInitial)
}

const isInitial = (word: string) => word.length === 1

/** Whether a word can be cut into at most three syllables; each part is at most six letters long, so this is a handful of look-ups. */
function madeOfSyllables(word: string, most = 3): boolean {
  if (syllables.has(word)) return true
  if (most === 1 || word.length > 18) return false
  for (let at = 1; at <= 6 && at < word.length; at++)
    if (syllables.has(word.slice(0, at)) && madeOfSyllables(word.slice(at), most - 1)) return true
  return false
}
