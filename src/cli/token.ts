import { type Command, Option } from 'commander'
import type { Config } from '../config.ts'
import { usernameOf } from '../model/username.ts'
import { createToken, listTokens, revokeToken, type TokenListing } from '../store/accounts.ts'
import { type Database, openDatabase } from '../store/database.ts'
import type { Role } from '../store/schema.ts'
import { quietLog } from './quiet-log.ts'
import { examples, type Session } from './session.ts'
import { printable } from './text/printable.ts'
import { table } from './text/table.ts'

type CreateOptions = {
  readonly account: string
  readonly role: Role
  readonly identity?: string
  readonly name: string
  readonly json?: boolean
}

// Tokens are made and ended in the database itself, also beside a running server: whoever may write there needs no token for it.
export function addToken(program: Command, session: Session): void {
  const token = program
    .command('token')
    .summary('make, list and revoke access tokens')
    .description('Make, list and revoke access tokens.')
  token
    .command('create')
    .description('Make a token and show it, this once. Only its hash is stored.')
    .requiredOption('--account <name>', 'whose executions it sees; made when it does not exist')
    .addOption(
      new Option('--role <role>', 'admin: import, erase, everything; member: jobs and results')
        .choices(['admin', 'member'])
        .default('member')
    )
    .option('--identity <label>', 'the identity that it stands for in the Task API; made when it does not exist')
    .option('--name <text>', 'what it is for', '')
    .option('--json', 'the token and its id as JSON')
    .addHelpText(
      'after',
      examples(
        'token create --account marketing',
        'token create --account marketing --identity campaigns --json',
        'token create --account ops --role admin --json'
      )
    )
    .action((options: CreateOptions) => withDatabase(session.config(), database => create(session, database, options)))
  token
    .command('list')
    .description('All tokens, oldest first. The tokens themselves cannot be shown again.')
    .option('--account <name>', 'only of this account')
    .option('--json', 'the list as JSON')
    .addHelpText('after', examples('token list', 'token list --account marketing'))
    .action((options: { account?: string; json?: boolean }) =>
      withDatabase(session.config(), async database => {
        const tokens = await listTokens(database, options.account)
        if (options.json) return session.terminal.print(JSON.stringify(tokens))
        if (tokens.length === 0) return session.terminal.say('No tokens.')
        for (const line of tokenTable(tokens, session.terminal.dim)) session.terminal.print(line)
      })
    )
  token
    .command('revoke')
    .description('End a token. A running server refuses it within a second.')
    .argument('<id>', 'the id that `token list` shows')
    .option('--json', 'the id as JSON')
    .addHelpText('after', examples('token revoke 3f1c09aa42be'))
    .action((id: string, options: { json?: boolean }) =>
      withDatabase(session.config(), async database => {
        await revokeToken(database, id, Date.now())
        session.terminal.print(options.json ? JSON.stringify({ revoked: id }) : `The token ${id} is revoked.`)
      })
    )
}

async function create({ terminal }: Session, database: Database, options: CreateOptions): Promise<void> {
  const { account, role, identity, name } = options
  const { token, id, identityId } = await createToken(database, {
    ...{ account, role, name, now: Date.now() },
    ...(identity !== undefined && { identity })
  })
  const username = usernameOf(account)
  if (options.json) {
    // Clients of the Task API call the token an API key.
    const key = { account, username, api_key: token, identity_id: identityId, token }
    return terminal.print(JSON.stringify({ ...key, id, role, name }))
  }
  terminal.print(token)
  terminal.say(`A token with the role ${role} of the account ${account}; its id is ${id}. It is not shown again.`)
  terminal.say(
    identityId === null
      ? 'It is a key of the whole account: for tasks of the Task API make one with --identity.'
      : `In the Task API it is the API key of the user ${username}, for the identity ${identityId}.`
  )
}

async function withDatabase(config: Config, work: (database: Database) => Promise<void>): Promise<void> {
  await using database = await openDatabase({ url: config.databaseUrl, folder: config.home, log: quietLog(config) })
  await work(database)
}

function tokenTable(tokens: readonly TokenListing[], emphasis: (text: string) => string): string[] {
  const columns = [
    { title: 'id' },
    { title: 'account' },
    { title: 'role' },
    { title: 'identity', maxWidth: 24 },
    { title: 'name', maxWidth: 24 },
    { title: 'created' },
    { title: 'last used' },
    { title: 'revoked' }
  ]
  const rows = tokens.map(token => [
    token.id,
    token.account,
    token.role,
    printable(token.identity ?? ''),
    printable(token.name),
    day(token.createdAt),
    token.lastUsedAt === null ? 'never' : day(token.lastUsedAt),
    token.revokedAt === null ? '' : day(token.revokedAt)
  ])
  return table(columns, rows, emphasis)
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
