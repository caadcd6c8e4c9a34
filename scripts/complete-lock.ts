// npm leaves optional packages of other platforms out of package-lock.json when the registry that it asked does not hold
// them, and `npm ci` then refuses the lock file. This adds the missing entries; it runs after every install.
import { readFile, writeFile } from 'node:fs/promises'

type LockEntry = {
  version?: string
  optional?: boolean
  optionalDependencies?: Record<string, string>
  os?: string[]
  cpu?: string[]
  libc?: string[]
}

/** The entries that the lock's own packages name as optional and that it does not hold, keyed as in the lock. */
export function missingEntries(packages: Readonly<Record<string, LockEntry>>): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {}
  for (const entry of Object.values(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const key = `node_modules/${name}`
      if (packages[key] === undefined && /^\d/.test(version)) missing[key] = entryFromName(name, version)
    }
  }
  return missing
}

/** Platform packages carry their platform in their name: `lib-darwin-arm64`, `cli-linux-x64-musl`. */
function entryFromName(name: string, version: string): LockEntry {
  const words = name.split(/[/-]/)
  const of = (known: readonly string[]) => words.filter(word => known.includes(word))
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : []
  return {
    version,
    cpu: of(['x64', 'arm64', 'arm', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64']),
    ...(libc.length > 0 && { libc }),
    optional: true,
    os: of(['darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'android'])
  }
}

if (import.meta.main) {
  const file = new URL('../package-lock.json', import.meta.url)
  const text = await readFile(file, 'utf8')
  const lock = JSON.parse(text)
  const missing = missingEntries(lock.packages)
  if (Object.keys(missing).length > 0) {
    const entries = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1))
    await writeFile(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(entries) }, null, 2)}\n`)
  }
}
