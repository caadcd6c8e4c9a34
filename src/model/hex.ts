const digits = /^[0-9a-f]+$/

/** Whether a text can be an id or a hash of so many digits: lower-case hexadecimal, as the clients of the Task API expect. */
export function isHex(text: string, length: 32 | 40): boolean {
  return text.length === length && digits.test(text)
}
