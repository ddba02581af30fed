import type { Page } from 'playwright-core'
import type { Visit } from './every-page'

/** Opens a page in the browser that is there, and waits until it is drawn. */
export async function openPage(
  page: Page,
  route: string,
  query: Visit['query'] = {},
): Promise<void> {
  const hash = `#/${route}?${new URLSearchParams(query).toString()}`
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.waitForFunction((path) => {
    const shown = Array.from(document.querySelectorAll<HTMLElement>('.taro_page')).filter(
      (one) => one.offsetWidth > 0,
    )
    const [only, ...others] = shown
    if (!only?.id.startsWith(`/${path}`) || others.length > 0) return false
    return only.querySelector('.screen') !== null && only.querySelector('.bones') === null
  }, route)
}
