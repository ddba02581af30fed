import { writeFileSync } from 'node:fs'
import path from 'node:path'
import * as fontkit from 'fontkit'
import { drawnCharacters, glyphClass } from '../../src/ui/seal/characters'
import {
  faviconSvg,
  glyphStyleSheet,
  iconNameModule,
  iconStyleSheet,
  sceneNameModule,
  sceneStyleSheet,
} from './style-sheets'

/** Debian's fonts-noto-cjk; the outlines are under the SIL Open Font License (src/ui/seal/LICENSE). */
const FONT = process.env.SERIF_FONT ?? '/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc'
const FACE = 'NotoSerifCJKsc-Bold'
/** Coarse enough to be small, fine enough for a stamp of 60 px at three pixels a px. */
const FIELD = 200
/** The ideographic em box of the font reaches this far below the baseline, in units of 1/1000 em. */
const BELOW_BASELINE = 0.12

const ui = path.resolve(__dirname, '../../src/ui')

function outline(font: fontkit.Font, character: string): string {
  const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
  const scale = FIELD / font.unitsPerEm
  const floor = font.unitsPerEm * BELOW_BASELINE
  let [x, y] = [0, 0]
  let [startX, startY] = [0, 0]
  const point = (values: number[]) => {
    const rounded = values.map((value, index) =>
      Math.round(index % 2 === 0 ? value * scale : FIELD - (value + floor) * scale),
    )
    const relative = rounded.map((value, index) => value - (index % 2 === 0 ? x : y))
    x = rounded.at(-2) ?? x
    y = rounded.at(-1) ?? y
    return relative.join(' ').replace(/ -/g, '-')
  }
  return glyph.path.commands
    .map(({ command, args }) => {
      if (command === 'moveTo') {
        const move = `m${point(args)}`
        ;[startX, startY] = [x, y]
        return move
      }
      if (command === 'lineTo') return `l${point(args)}`
      if (command === 'bezierCurveTo') return `c${point(args)}`
      if (command === 'quadraticCurveTo') return `q${point(args)}`
      // A closed contour leaves the pen where it began.
      ;[x, y] = [startX, startY]
      return 'z'
    })
    .join('')
}

const font = fontkit.openSync(FONT, FACE)
if (!('glyphForCodePoint' in font)) throw new Error(`${FONT} has no face ${FACE}`)
const outlines = drawnCharacters.map((character) => ({
  className: glyphClass(character),
  path: outline(font, character),
}))
writeFileSync(path.join(ui, 'seal/glyphs.css'), glyphStyleSheet(outlines, FIELD))
writeFileSync(path.join(ui, 'seal/favicon.svg'), faviconSvg(outline(font, '常'), FIELD))
writeFileSync(path.join(ui, 'icon/icons.css'), iconStyleSheet())
writeFileSync(path.join(ui, 'icon/icon-name.ts'), iconNameModule())
writeFileSync(path.join(ui, 'scene/scenes.css'), sceneStyleSheet())
writeFileSync(path.join(ui, 'scene/scene-name.ts'), sceneNameModule())
