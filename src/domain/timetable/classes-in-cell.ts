import { isDetailOnly, readDetails } from './details'
import { saysWhen } from './when'
import { uniform } from './written'

const ENUMERATOR =
  /(?:^|[\n\s;。])\s*(?:[\u2460-\u2473]|[(]?\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]、)\s*/
const LINES = /\n+|;/

/** The parts that numbers in front of them make: ①书法②国画, 1.书法 2.国画. */
function enumerated(text: string): string[] | null {
  const parts = text.split(new RegExp(ENUMERATOR.source, 'g')).map((part) => part.trim())
  const [lead, ...rest] = parts
  return rest.length >= 2 && !lead ? rest.filter(Boolean) : null
}

/**
 * The classes in one cell, each with the lines that are about it. A line with a title of its own
 * begins a class once the one before has said something of itself; titles without anything between
 * them stay together, because one of them may be what the other is about.
 */
export function classesInCell(text: string): string[] {
  const plain = uniform(text).trim()
  const parts = enumerated(plain)
  if (parts) return parts
  const classes: { lines: string[]; told: boolean }[] = []
  for (const line of plain
    .split(LINES)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const last = classes[classes.length - 1]
    const detailOnly = isDetailOnly(line)
    if (!last || (!detailOnly && (last.told || tells(line)))) {
      classes.push({ lines: [line], told: tells(line) })
    } else {
      last.lines.push(line)
      last.told ||= detailOnly
    }
  }
  return classes.map(({ lines }) => lines.join('\n'))
}

function tells(line: string): boolean {
  const { when, teacher, place, seats, fee } = readDetails(line)
  return saysWhen(when) || [teacher, place, seats, fee].some(Boolean)
}
