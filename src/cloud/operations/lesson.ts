/** Which lesson of how many an occurrence is; null for one that is no course's. */
export function lessonOf(row: { lesson_number: number | null; lesson_of: number | null }) {
  const { lesson_number: number, lesson_of: of } = row
  return number === null || of === null ? null : { number, of }
}
