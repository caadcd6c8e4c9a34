// Words that one language uses all the time and the other hardly ever.
const indonesian = new Set(
  `karena bisa nggak enggak gak ga banget kalo gimana udah uang mobil kantor beberapa bahwa saat kalian gue gua lo sih dong deh kok cuma
  cuman mau pemerintah polisi desember agustus juli senin selasa rabu jumat kapan aja bareng pengen`.split(/\s+/)
)
const malay = new Set(
  `kerana tak takde takda ialah wang kereta pejabat bahawa ketika awak korang kitorang diorang hang sahaja je jer macam nak taknak dah tengok
  cakap kerajaan polis disember ogos julai isnin khamis jumaat hospital bilik seronok comel kat`.split(/\s+/)
)

/**
 * The detector knows Malay only and calls Indonesian so too: their frequent words decide, and nothing is said when they do not.
 */
export function indonesianOrMalay(text: string): 'id' | 'ms' | undefined {
  let lead = 0
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    lead += Number(indonesian.has(word)) - Number(malay.has(word))
  }
  if (lead === 0) return undefined
  return lead > 0 ? 'id' : 'ms'
}
