type Lending<Thing> = {
  /** Waits for a free one and gives it back when the work has ended, well or not. */
  borrow<Answer>(work: (thing: Thing) => Promise<Answer>): Promise<Answer>
  allReturned(): Promise<void>
}

/** Lends each thing to one borrower at a time, first come, first served. */
export function lendOneByOne<Thing>(things: readonly Thing[]): Lending<Thing> {
  const free = [...things]
  const waiting: ((thing: Thing) => void)[] = []
  const lent = new Set<Promise<unknown>>()

  async function run<Answer>(work: (thing: Thing) => Promise<Answer>): Promise<Answer> {
    const thing = free.pop() ?? (await new Promise<Thing>(resolve => waiting.push(resolve)))
    try {
      return await work(thing)
    } finally {
      const next = waiting.shift()
      if (next) next(thing)
      else free.push(thing)
    }
  }

  return {
    borrow(work) {
      const answer = run(work)
      lent.add(answer)
      const giveBack = () => lent.delete(answer)
      answer.then(giveBack, giveBack)
      return answer
    },
    async allReturned() {
      while (lent.size > 0) await Promise.allSettled(lent)
    }
  }
}
