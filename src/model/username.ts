/** The account of the first token, of the preset token and of the command line. */
export const firstAccount = 'default'

/** The user name that PYLON's clients send with a key: that of the first account is `demo`, any other account's its own name. */
export function usernameOf(accountId: string): string {
  return accountId === firstAccount ? 'demo' : accountId
}

export const isUsernameOf = (accountId: string, username: string) => username === usernameOf(accountId)
