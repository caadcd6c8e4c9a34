const female =
  'mrs miss ms missy lady ladies queen princess girl girls gurl gal chick mama mamma mommy momma mum mummy mom mami wifey wife sister sis diva goddess barbie babe doll dolly fairy mermaid tia madame señorita senorita bella bonita chica woman women beauty makeup blonde brunette'
const male =
  'mr mister sir lord king kingz prince boy boyz boi guy guys dude bro bruh brotha papa daddy dad father pops master coach lad lads gent man men hombre papi hubby uncle'

/** What people call themselves in a handle (`missdoe`, `soccerdude`), by who mostly does: how much it tells, the model learns. */
export const callOfWord: ReadonlyMap<string, 'female' | 'male'> = new Map([
  ...female.split(' ').map(word => [word, 'female'] as const),
  ...male.split(' ').map(word => [word, 'male'] as const)
])
