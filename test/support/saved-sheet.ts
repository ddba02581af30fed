import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import type { Page } from 'playwright-core'

/** An Excel file that a page gave, as whoever saved it finds it. */
export interface SavedSheet {
  /** As the browser would name it. */
  name: string
  /** The rows of its first sheet; what is empty is an empty text. */
  rows: string[][]
}

/** What a page saves when something is done there. */
export async function savedSheet(page: Page, act: () => Promise<void>): Promise<SavedSheet> {
  const saving = page.waitForEvent('download')
  await act()
  const saved = await saving
  const book = read(readFileSync(await saved.path()))
  const [first] = book.SheetNames
  const rows = utils.sheet_to_json<string[]>(book.Sheets[first!]!, { header: 1, defval: '' })
  return { name: saved.suggestedFilename(), rows }
}
