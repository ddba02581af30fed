export type Role =
  | 'button'
  | 'link'
  | 'tab'
  | 'tablist'
  | 'checkbox'
  | 'radio'
  | 'radiogroup'
  | 'heading'
  | 'img'
  | 'group'
  | 'list'
  | 'listitem'
  | 'dialog'
  | 'status'
  | 'alert'
  | 'navigation'
  | 'main'
  | 'grid'
  | 'gridcell'
  | 'table'
  | 'row'
  | 'columnheader'
  | 'rowheader'
  | 'cell'

interface Spoken {
  role?: Role
  /** One whole sentence; a screen reader says it in place of everything inside. */
  label?: string
  /** Decoration, or said already by a sentence around it. */
  hidden?: boolean
  live?: 'polite' | 'assertive'
  checked?: boolean
  selected?: boolean
  disabled?: boolean
  expanded?: boolean
}

/** What can be selected; anything else that stands out among its like is the current one. */
const SELECTABLE: readonly (Role | undefined)[] = ['tab', 'gridcell', 'row']

/** The attributes that say this aloud, as the platform at hand spells them. */
export function aria(spoken: Spoken): Record<string, string | boolean> {
  const attributes: Record<string, string | boolean> = {}
  // A browser wants the level of a heading; below the name of the screen they are all of one.
  if (process.env.TARO_ENV === 'h5' && spoken.role === 'heading') attributes['aria-level'] = '2'
  if (spoken.role) attributes[process.env.TARO_ENV === 'h5' ? 'role' : 'aria-role'] = spoken.role
  if (spoken.label) attributes['aria-label'] = spoken.label
  if (spoken.live) attributes['aria-live'] = spoken.live
  if (spoken.hidden) attributes['aria-hidden'] = true
  if (spoken.checked !== undefined) attributes['aria-checked'] = spoken.checked
  if (spoken.selected !== undefined) {
    const current = process.env.TARO_ENV === 'h5' && !SELECTABLE.includes(spoken.role)
    attributes[current ? 'aria-current' : 'aria-selected'] = spoken.selected
  }
  if (spoken.disabled) attributes['aria-disabled'] = true
  if (spoken.expanded !== undefined) attributes['aria-expanded'] = spoken.expanded
  return attributes
}
