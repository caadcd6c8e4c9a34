// Builds the packs of data/models, all or those named: npm run models [-- names places]. The same inputs give the same bytes.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'

type Builder = {
  readonly name: string
  /** What it is made of, for a person to read. */
  readonly inputs: readonly string[]
  /** Whether it is trained on labelled data that may not be passed on, which only the project's developers have. */
  readonly needsShared: boolean
  /** Packs that it reads while it builds its own. */
  readonly needs?: readonly string[]
  build(): Promise<void>
}

const folder = new URL('.', import.meta.url)
const labelled = new URL('../../../shared/data/', import.meta.url)
const packOf = (name: string) => new URL(`../../data/models/${name}.pack`, import.meta.url)

const files = readdirSync(folder).filter(file => /^build-.*\.ts$/.test(file))
const named = process.argv.slice(2)
const unknown = named.filter(name => !files.includes(`build-${name}.ts`))
if (unknown.length > 0) {
  const known = files.map(file => file.slice('build-'.length, -'.ts'.length))
  console.error(`There is no pack ${unknown.join(', ')}; there are ${known.join(', ')}.`)
  process.exit(2)
}

if (!existsSync(new URL('node_modules', folder))) install()

const wanted = files.filter(file => named.length === 0 || named.some(name => file === `build-${name}.ts`))
const builders = await Promise.all(
  wanted.map(async file => ((await import(new URL(file, folder).href)) as { default: Builder }).default)
)
// Packs that others need are built first; there are no longer chains.
const inOrder = [...builders.filter(({ needs }) => !needs), ...builders.filter(({ needs }) => needs)]

const left: string[] = []
for (const builder of inOrder) {
  if (builder.needsShared && !existsSync(labelled)) {
    left.push(`${builder.name} (from ${builder.inputs.join(', ')})`)
    continue
  }
  const start = performance.now()
  await builder.build()
  const bytes = statSync(packOf(builder.name)).size
  console.log(
    `${builder.name}: ${bytes.toLocaleString('en')} bytes in ${((performance.now() - start) / 1000).toFixed(1)} s`
  )
}
if (left.length > 0) {
  const kept = left.map(line => `  ${line}`).join('\n')
  console.log(
    `Not rebuilt, for want of the labelled data that they are trained on; the packs of the repository stay:\n${kept}`
  )
}

/** Large packages that only the building of packs needs, so that nobody else installs them. */
function install(): void {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
