const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Frequent Japanese family names of two letters and more; those that are Chinese too are left out. */
const familyNames = words(`
  佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 齊藤 清水 山崎 池田 橋本 阿部 石川 山下 中島
  石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 森田
  上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎
  久保 木下 佐野 野村 松尾 菊地 菊池 市川 杉本 古川 大西 島田 水野 桜井 高野 渡部 吉川 山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関口 中田 久保田 服部
  東 岩田 土屋 川崎 福島 本田 辻 樋口 秋山 田口 永井 山中 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 森本 星野 矢野 浅野 大久保 松下 吉岡 小池 野田 荒木 大谷 松浦 熊谷
  黒田 尾崎 永田 川村 望月 田辺 松村 荒井 堀 大島 早川 小西 須藤 萩原 児玉 鎌田 栗原 白石 富田 上原 宮田 内藤 神田 片山 小沢 小澤 大石 石橋 松原 岡崎 奥村 本間`)

/** What the names of women, and of men, end in. */
const ofWomen = /[子美恵香奈江代菜花織穂絵佳帆葉咲里紗莉愛]$/u
const ofMen = /[郎男夫雄介助彦太斗也哉朗之弘治一二司史平翔樹輝]$/u

const firstIdeograph = 0x3400

/** The family name that a Japanese name in its own letters begins with, and the given name behind it. */
export function japaneseName(text: string): { readonly family: string; readonly given: string } | undefined {
  if (text.charCodeAt(0) < firstIdeograph) return undefined
  for (let length = 3; length > 0; length--) {
    const family = text.slice(0, length)
    const given = text.slice(length).trim()
    if (
      !familyNames.has(family) ||
      !/^[\p{Script=Han}々]{1,3}$|^\p{Script=Hiragana}{2,5}$|^\p{Script=Katakana}{2,5}$/u.test(given)
    )
      continue
    return { family, given }
  }
  return undefined
}

/** The share of women among the people of a given name in Chinese letters, by its ending; nothing where that does not tell. */
export function femaleByJapaneseEnding(given: string): number | undefined {
  if (given.length < 2 || !/^\p{Script=Han}+$/u.test(given)) return undefined
  if (ofWomen.test(given)) return 0.94
  return ofMen.test(given) ? 0.06 : undefined
}
