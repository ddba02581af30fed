import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { TAB_COLOURS, tabs } from '../../src/ui/tab-bar/tabs'
import { oneColourPng } from './png'
import { iconSvg } from './style-sheets'

// The native tab bar takes bitmaps only: 81 × 81, which is 27 px at three pixels a px.
const SIDE = 81
const folder = path.resolve(__dirname, '../../src/ui/tab-bar/icons')

/** The opacity of each pixel of an SVG, by rows. */
async function opacityOf(page: Page, svg: string): Promise<Uint8Array> {
  const drawn = await page.evaluate(
    async ([source, side]) => {
      const image = new Image()
      image.src = `data:image/svg+xml,${encodeURIComponent(source)}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = side
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0, side, side)
      const pixels = context?.getImageData(0, 0, side, side).data ?? []
      return Array.from(pixels).filter((_, index) => index % 4 === 3)
    },
    [svg, SIDE] as const,
  )
  return Uint8Array.from(drawn)
}

async function draw() {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage()
  for (const { icon } of tabs) {
    const opacity = await opacityOf(page, iconSvg(icon))
    for (const scheme of ['day', 'night'] as const) {
      const { color, selectedColor } = TAB_COLOURS[scheme]
      for (const [suffix, colour] of Object.entries({ '': color, '-on': selectedColor })) {
        writeFileSync(
          path.join(folder, `${icon}-${scheme}${suffix}.png`),
          oneColourPng(opacity, SIDE, colour),
        )
      }
    }
  }
  await browser.close()
}

void draw()
