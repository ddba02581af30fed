/** Nothing that a phone lays out began before. */
const FIRST_YEAR = '2024'

/** What is kept of the entry of a day: only the Chinese name is read, the second of three. */
const nameAlone = (entry) => `,${entry.split(',')[1]}`

/** The days of one kind from the first year on, each with its name. */
const recent = (days) =>
  Object.fromEntries(
    Object.entries(days)
      .filter(([date]) => date >= FIRST_YEAR)
      .map(([date, entry]) => [date, nameAlone(entry)]),
  )

/**
 * webpack loader for the table of the State Council's notices: what a phone needs of its 37 KB.
 * test/domain/calendar/notices-on-phones.test.ts compares both.
 */
module.exports = function notices(source) {
  const { holidays, workdays } = JSON.parse(source)
  return JSON.stringify({ holidays: recent(holidays), workdays: recent(workdays) })
}
