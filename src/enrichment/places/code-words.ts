const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Even in capitals, and with nothing beside it. */
export const neverAlone = words('in or me hi ok so no to is it my am at be by as an and are can per do en el')

/** Codes and nicknames that are words of some language, or names of people. */
export const codesThatAreWords = words(`
  in or me hi ok la de pa ma oh so no to is it my am at be by us al el san st id en do se es ca as an and are can per
  sen nor bra fin aus don ill mass miss wash ore ind ark man mont penn tex vic cal chi mia hub sea den bos adam addis
  dar dub nai kapa manny toon cape oz phil indo pak thai swiss ont rom mar lux pan sun ben gin guy tod ton tun van via
  vat col com cub fra grin hun ne`)

/** Between two places they tell that the second is another. */
export const joiners = words('and y et und e i en or via x to from but vs dan')

export const counties = words('county parish counties borough township twp')
