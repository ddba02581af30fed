import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { filesUnder } from '../weapp/packages'

/** A text that stands in the source for somebody to read; what is filled in is an ellipsis. */
export interface ScreenText {
  file: string
  text: string
}

const ROOMS = ['src/features', 'src/pages', 'src/ui']

/** Every text in Chinese of the screens: literals, templates and what stands between tags. */
export function screenTexts(): ScreenText[] {
  return ROOMS.flatMap((room) =>
    filesUnder(room)
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => textsIn(`${room}/${path}`)),
  )
}

export function textsIn(file: string, source = readFileSync(file, 'utf8')): ScreenText[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const found: ScreenText[] = []
  const visit = (node: ts.Node): void => {
    const text = textOf(node)
    if (text !== null && /[一-龥]/.test(text)) found.push({ file, text })
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind))
  return found
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
  }
  return ts.isJsxText(node) ? node.text.trim().replace(/\s*\n\s*/g, '') : null
}

/** Its sentences: each ends at 。！？；, a dash or the line. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/[。！？；\n]|——/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** How many characters a person reads of a sentence: quotation marks are none. */
export const lengthOf = (sentence: string): number =>
  Array.from(sentence.replace(/[“”]/g, '')).length
