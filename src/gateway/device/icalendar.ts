/** One entry for a phone's calendar. Instants are ISO 8601 with +08:00. */
export interface CalendarEntry {
  uid: string
  title: string
  place: string
  note: string
  startsAt: string
  endsAt: string
}

/** `2026-11-26T15:00:00+08:00` as a UTC date-time of RFC 5545 (`20261126T070000Z`). */
function utc(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** A text value of RFC 5545 (3.3.11). */
function text(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** Folds a content line at 75 octets (RFC 5545, 3.1); a Chinese character takes three. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const point = character.codePointAt(0)!
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

/** The entries as an iCalendar file (RFC 5545). `now` is in milliseconds since the epoch. */
export function icalendarOf(entries: CalendarEntry[], now: number): string {
  const stamp = utc(new Date(now).toISOString())
  const events = entries.flatMap((entry) => [
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SUMMARY:${text(entry.title)}`,
    `LOCATION:${text(entry.place)}`,
    `DESCRIPTION:${text(entry.note)}`,
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//changlai//changlai//ZH', ...events]
  return [...lines, 'END:VCALENDAR', ''].map(fold).join('\r\n')
}
