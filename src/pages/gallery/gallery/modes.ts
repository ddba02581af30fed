import type { Scale, Scheme } from '@/ui/appearance'

/** The three ways in which each part is looked at. */
export const MODES = {
  standard: { name: '标准', scale: 'standard', scheme: 'day' },
  large: { name: '大字', scale: 'large', scheme: 'day' },
  night: { name: '夜间', scale: 'standard', scheme: 'night' },
} as const satisfies Record<string, { name: string; scale: Scale; scheme: Scheme }>

export type Mode = keyof typeof MODES
