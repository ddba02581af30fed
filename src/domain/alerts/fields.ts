/**
 * The kinds of fields that we fill, with WeChat's limits for each (发送订阅消息, 参数值内容限制): a value
 * outside them is refused with 47003.
 */
export const FIELD_KINDS = ['thing', 'time', 'date', 'phrase', 'character_string'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

const LONGEST: Readonly<Record<FieldKind, number>> = {
  thing: 20,
  time: 32,
  date: 32,
  phrase: 5,
  character_string: 32,
}

/** The kind of a template's field by its name, such as `thing1`; null for one that we cannot fill. */
export function fieldKind(name: string): FieldKind | null {
  const kind = /^([a-z_]+)\d{1,2}$/.exec(name)?.[1]
  return FIELD_KINDS.find((known) => known === kind) ?? null
}

/**
 * A text as a field of a kind takes it: one line without what cannot be printed, never empty, and cut with
 * … where it is too long, between two characters. An instant is given as `2026年11月26日 14:00`, which
 * `time` and `date` take as it is and `character_string` in digits.
 */
export function fitted(kind: FieldKind, text: string): string {
  if (kind === 'character_string') return cut(inDigits(text), LONGEST[kind], '') || '-'
  if (kind === 'phrase')
    return cut(text.replace(/[^\p{Script=Han}]/gu, ''), LONGEST[kind], '') || '有消息'
  // A field without anything is refused as well.
  return cut(onOneLine(text), LONGEST[kind], '…') || '见小程序'
}

const onOneLine = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

/** 2026年11月26日 14:00 as 2026-11-26 14:00; nothing but what can be typed on any keyboard. */
function inDigits(text: string): string {
  return text
    .replace(/(\d+)年(\d+)月(\d+)日/, '$1-$2-$3')
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
}

/** A text of at most so many UTF-16 units, whole characters only; what is left out is told by `rest`. */
function cut(text: string, longest: number, rest: string): string {
  if (text.length <= longest) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > longest - rest.length) break
    kept += character
  }
  return `${kept.trimEnd()}${rest}`
}
