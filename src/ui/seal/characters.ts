import type { Category } from '@/domain/calendar/programme'
import { SEALS } from '@/domain/calendar/seal'

export type Tone = 'brick' | 'moss' | 'ochre' | 'slate'

/** What a seal can stand for besides the categories of the programme. */
export type SealName =
  | Category
  | 'station'
  | 'today'
  | 'booked'
  | 'phone'
  | 'walk'
  | 'courses'
  | 'way'
  | 'help'
  | 'family'
  | 'seek'

interface SealFace {
  character: string
  tone: Tone
  /** Filled for what the centre itself holds, outlined for the rest. */
  filled?: boolean
}

/** Every seal: its character says what it is, its hue only repeats it. */
export const seals: Record<SealName, SealFace> = {
  lecture: { character: SEALS.lecture.character, tone: 'brick', filled: true },
  'night-school': { character: SEALS['night-school'].character, tone: 'brick', filled: true },
  skills: { character: SEALS.skills.character, tone: 'ochre' },
  children: { character: SEALS.children.character, tone: 'brick' },
  outing: { character: SEALS.outing.character, tone: 'moss' },
  clinic: { character: SEALS.clinic.character, tone: 'moss' },
  club: { character: SEALS.club.character, tone: 'ochre' },
  festival: { character: SEALS.festival.character, tone: 'brick' },
  legal: { character: SEALS.legal.character, tone: 'slate' },
  station: { character: '驿', tone: 'ochre' },
  today: { character: '今', tone: 'brick' },
  booked: { character: '报', tone: 'moss' },
  phone: { character: '电', tone: 'moss' },
  walk: { character: '走', tone: 'brick' },
  courses: { character: '课', tone: 'brick' },
  way: { character: '路', tone: 'slate' },
  help: { character: '帮', tone: 'ochre' },
  family: { character: '家', tone: 'slate' },
  seek: { character: '找', tone: 'ochre' },
}

/** What a stamp can say. */
export const STAMPS = ['报上了'] as const
export type StampText = (typeof STAMPS)[number]

/** Every character that is drawn, each once. */
export const drawnCharacters = [
  ...new Set([...Object.values(seals).map(({ character }) => character), ...STAMPS.join('')]),
]

/** The class that draws a character (glyphs.css). */
export function glyphClass(character: string): string {
  return `glyph-${character.codePointAt(0)?.toString(16)}`
}
