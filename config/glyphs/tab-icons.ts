import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { TAB_COLOURS, tabs } from '../../src/ui/tab-bar/tabs'
import { iconSvg } from './style-sheets'

// The native tab bar takes bitmaps only: 81 × 81, which is 27 px at three pixels a px.
const SIDE = 81
const folder = path.resolve(__dirname, '../../src/ui/tab-bar/icons')

async function draw() {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } })
  for (const { icon } of tabs) {
    for (const scheme of ['day', 'night'] as const) {
      const { color, selectedColor } = TAB_COLOURS[scheme]
      for (const [suffix, colour] of Object.entries({ '': color, '-on': selectedColor })) {
        await page.setContent(
          `<style>*{margin:0}svg{display:block;width:${SIDE}px}</style>${iconSvg(icon, colour)}`,
        )
        await page.screenshot({
          path: path.join(folder, `${icon}-${scheme}${suffix}.png`),
          omitBackground: true,
        })
      }
    }
  }
  await browser.close()
}

void draw()
