import postcss, { type Declaration } from 'postcss'

/** The steps that space, sizes, places and corners stand on, in px. */
const GRID = 4
/** Longer than this nobody waits for something to move. */
export const LONGEST_MS = 200
/** How thick a line may be: hairlines, outlines of small marks, what is chosen or in focus. */
const STROKES = [0, 1, 1.5, 2]

const ON_THE_GRID =
  /^(gap|row-gap|column-gap|padding|margin|(min-|max-)?(width|height)|top|right|bottom|left|inset|flex|flex-basis|grid-template-columns|grid-template-rows|line-height|transform|border(-\w+){0,2}-radius|letter-spacing|text-indent)(-\w+)?$/
const STROKE = /^(border|outline|stroke-width|box-shadow)/
const COLOUR = /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(|\b(white|black|red|gr[ae]y|silver)\b/i
const NAMED_SIZE = /^(var\(--t-[a-z]+\)|inherit)$/

/** What stands outside the language on purpose: where, and what is let through there. */
export interface Exception {
  file: RegExp
  /** The whole declaration as `property: value`. */
  says: RegExp
  why: string
}

const lengthsOf = (value: string): number[] =>
  [...value.matchAll(/(-?[\d.]+)px/g)].map(([, number]) => Math.abs(Number(number)))

/** Within a sum a hairline may be taken off, so that a box keeps its size with its border. */
function offTheGrid(value: string): boolean {
  const withinSums = value.replace(/calc\((?:[^()]|\([^()]*\))*\)/g, (sum) =>
    sum.replace(/([-+] )[12]px/g, '$10px'),
  )
  return lengthsOf(withinSums).some((length) => length % GRID !== 0)
}

/** `0.18s` and `180ms` as milliseconds. */
function timesOf(value: string): number[] {
  return [...value.matchAll(/(?<![\w.])([\d.]+)(ms|s)\b/g)].map(
    ([, number, unit]) => Number(number) * (unit === 's' ? 1000 : 1),
  )
}

function faultOf(declaration: Declaration): string | null {
  const { prop, value } = declaration
  if (prop.startsWith('--')) return null
  if (prop === 'font-size') return NAMED_SIZE.test(value) ? null : 'no step of the type scale'
  if (prop === 'font' && value !== 'inherit') return 'no step of the type scale'
  if (COLOUR.test(value.replace(/var\([^)]*\)/g, ''))) return 'a colour of its own'
  if (/#|rgb/.test(value)) return 'a colour of its own'
  if (/^(transition|animation)/.test(prop) && timesOf(value).some((time) => time > LONGEST_MS)) {
    return 'moves too long'
  }
  if (/-radius(-|$)/.test(prop) || ON_THE_GRID.test(prop)) {
    return offTheGrid(value) ? 'off the grid' : null
  }
  if (STROKE.test(prop)) {
    const wrong = lengthsOf(value).some((one) => one % GRID !== 0 && !STROKES.includes(one))
    return wrong ? 'no stroke of ours' : null
  }
  // What else is given in px: gradients, shadows of text and the like.
  return offTheGrid(value) ? 'off the grid' : null
}

const onPaper = (declaration: Declaration): boolean => {
  for (let at = declaration.parent; at; at = at.parent as typeof at) {
    if (at.type === 'atrule' && (at as postcss.AtRule).params === 'print') return true
  }
  return false
}

/** What a style sheet says outside the language of the look, each with its line. */
export function styleFaults(file: string, css: string, exceptions: readonly Exception[]): string[] {
  const faults: string[] = []
  postcss.parse(css).walkDecls((declaration) => {
    if (onPaper(declaration)) return
    const fault = faultOf(declaration)
    if (fault === null) return
    const says = `${declaration.prop}: ${declaration.value}`
    if (exceptions.some((one) => one.file.test(file) && one.says.test(says))) return
    faults.push(`${file}:${declaration.source?.start?.line} ${says} (${fault})`)
  })
  return faults
}

/** The classes that more than one style sheet draws: in a browser all of them count for each. */
export function drawnTwice(sheets: readonly { file: string; css: string }[]): string[] {
  const drawnIn = new Map<string, Set<string>>()
  for (const { file, css } of sheets) {
    postcss.parse(css).walkRules(({ selectors }) => {
      for (const [, name] of selectors.flatMap((one) => [...one.matchAll(/^\.([\w-]+)$/g)])) {
        drawnIn.set(name!, (drawnIn.get(name!) ?? new Set()).add(file))
      }
    })
  }
  return [...drawnIn]
    .filter(([, files]) => files.size > 1)
    .map(([name, files]) => `.${name} in ${[...files].join(' and ')}`)
}

/** What moves in a style sheet without standing still for whoever asked for less motion. */
export function restless(file: string, css: string): string[] {
  const moving = new Set<string>()
  const still = new Set<string>()
  postcss.parse(css).walkDecls(/^(transition|animation)(-duration)?$/, (declaration) => {
    const rule = declaration.parent as postcss.Rule
    const around = rule.parent as postcss.AtRule | undefined
    const set = around?.params?.includes('prefers-reduced-motion') ? still : moving
    for (const selector of rule.selectors) set.add(selector)
  })
  return [...moving].filter((one) => !still.has(one)).map((one) => `${file}: ${one}`)
}
