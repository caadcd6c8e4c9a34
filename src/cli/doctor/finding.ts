/** What one check found. `todo` is a sentence for whoever has to act. */
export type Finding = {
  readonly about: string
  readonly state: 'ok' | 'note' | 'wrong'
  readonly found: string
  readonly todo?: string
}

export function ok(about: string, found: string): Finding {
  return { about, state: 'ok', found }
}

export function note(about: string, found: string, todo: string): Finding {
  return { about, state: 'note', found, todo }
}

export function wrong(about: string, found: string, todo: string): Finding {
  return { about, state: 'wrong', found, todo }
}

/** What a check throws is a finding too. */
export function wrongBy(about: string, error: unknown, todo: string): Finding {
  return wrong(about, error instanceof Error ? error.message : String(error), todo)
}
