/** What a text is when its case does not count; `lowerUTF8` is the same in SQL: a test compares all characters. */
export function fold(text: string): string {
  return text.toLowerCase()
}
