/**
 * The templates of a deployment, at most five (platform rule): a lesson tomorrow, a lesson soon, a seat
 * or a draw, a lesson that was moved or cancelled, and news of a private hour.
 */
export const TEMPLATES = ['tomorrow', 'soon', 'seat', 'change', 'private'] as const
export type TemplateName = (typeof TEMPLATES)[number]

/** What an alert is for. A person gets one for each purpose and what it is about. */
export const PURPOSES = [
  'lesson-tomorrow',
  'lesson-soon',
  'seat-offered',
  'ballot-drawn',
  'lesson-changed',
  'private-news',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** By which template each purpose is told. */
export const TEMPLATE_OF: Readonly<Record<Purpose, TemplateName>> = {
  'lesson-tomorrow': 'tomorrow',
  'lesson-soon': 'soon',
  'seat-offered': 'seat',
  'ballot-drawn': 'seat',
  'lesson-changed': 'change',
  'private-news': 'private',
}

/** What WeChat says that somebody answered when they were asked; `ban` and `filter` are its own words. */
export const ALERT_ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const
export type AlertAnswer = (typeof ALERT_ANSWERS)[number]

/** So many acceptances of one template somebody has in store at most; what comes beyond is not written down. */
export const MOST_ACCEPTANCES = 20
