import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(join(__dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8')
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** All that changes with the colours. */
export const COLOURS = ['color-contrast']

declare global {
  interface Window {
    axe?: { run(within: Document, options: RunOptions): Promise<AxeResults> }
  }
}

/**
 * What axe-core finds wrong with what a page shows, each in a line: the rule, and the first elements that
 * break it. `rules`: these alone, where only they can have changed. What still fades in is taken to where
 * it comes to rest.
 */
export async function auditByAxe(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(SOURCE)
  return page.evaluate(
    async (runOnly) => {
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
      }
      const { violations } = await window.axe!.run(document, {
        runOnly,
        resultTypes: ['violations'],
      })
      return violations.map(({ id, nodes }) => {
        const where = nodes.slice(0, 3).map(({ html, failureSummary }) => {
          const [, why = ''] = failureSummary?.split('\n') ?? []
          return `${html.slice(0, 140)} (${why.trim()})`
        })
        return `${id}, ${nodes.length}×: ${where.join(' | ')}`
      })
    },
    rules ? { type: 'rule' as const, values: rules } : { type: 'tag' as const, values: LEVELS },
  )
}
