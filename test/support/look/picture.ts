import sharp from 'sharp'

/** Pictures are compared by the mean colours of cells of so many px a side. */
const CELL = 4
/** How many degrees of 255 a cell may be lighter or darker: each version smooths letters a little otherwise. */
const SAME_LIGHT = 24
/** And how many another hue, of which smoothing changes less. */
const SAME_HUE = 14
/** So many cells may be off by more. */
export const CELLS_ALLOWED = 6

/** How many cells of two pictures differ for an eye; all of them where their sizes do. */
export async function differingCells(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([cellsOf(one), cellsOf(other)])
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.count, b.count)
  let differing = 0
  for (let at = 0; at < a.data.length; at += 3) {
    const [red, green, blue] = [0, 1, 2].map((part) => a.data[at + part]! - b.data[at + part]!)
    const light = Math.max(Math.abs(red!), Math.abs(green!), Math.abs(blue!))
    const hue = Math.max(Math.abs(red! - green!), Math.abs(blue! - green!))
    if (light > SAME_LIGHT || hue > SAME_HUE) differing += 1
  }
  return differing
}

async function cellsOf(png: Buffer) {
  const { width, height } = await sharp(png).metadata()
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)]
  const data = await sharp(png)
    .removeAlpha()
    .toColourspace('srgb')
    .blur(1.5)
    .resize(columns, rows, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
  return { width, height, data, count: columns * rows }
}

/** A picture in few colours: a third of its bytes, and none of what is seen. */
export const inFewColours = (png: Buffer): Promise<Buffer> =>
  sharp(png).png({ palette: true, colours: 64, effort: 10, dither: 0 }).toBuffer()

/** As another version of what draws letters might: the same, a little softer. */
export const smoother = (png: Buffer): Promise<Buffer> =>
  sharp(png).removeAlpha().blur(0.5).png().toBuffer()

/** The same, a little harder. */
export const sharper = (png: Buffer): Promise<Buffer> =>
  sharp(png).removeAlpha().sharpen({ sigma: 0.5 }).png().toBuffer()
