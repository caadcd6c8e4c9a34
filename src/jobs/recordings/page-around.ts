type Page = { readonly offset: number; readonly limit: number }

/**
 * The part of a page that stored rows fill when one more item, which is not stored, stands at a place of the whole list; `at` is
 * where it stands within the page.
 */
export function pageAround(page: Page, place: number | undefined): Page & { readonly at?: number } {
  if (place === undefined || place >= page.offset + page.limit) return page
  if (place < page.offset) return { offset: page.offset - 1, limit: page.limit }
  return { offset: page.offset, limit: page.limit - 1, at: place - page.offset }
}
