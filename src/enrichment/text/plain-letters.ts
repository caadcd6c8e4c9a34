// Small capitals are letters of their own in Unicode, which NFKC leaves as they are.
const smallCapitals: Readonly<Record<string, string>> = Object.fromEntries(
  [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'].map((letter, at) => [letter, 'abcdefghijklmnoprstuvwyz'.charAt(at)])
)
const ornate = new RegExp(`[${Object.keys(smallCapitals).join('')}]`, 'g')

/** What strikes letters through or draws a frame round them. */
const drawnOver = /[\u0334-\u0338\u20d0-\u20ff]+/g

/** A text in plain letters: 𝓐𝓷𝓷𝓪, Ａｎｎａ, ᴀɴɴᴀ and A̶n̶n̶a̶ are Anna; accents are joined to their letters. */
export function plainLetters(text: string): string {
  return text
    .replace(drawnOver, '')
    .normalize('NFKC')
    .replace(ornate, letter => smallCapitals[letter] as string)
}
