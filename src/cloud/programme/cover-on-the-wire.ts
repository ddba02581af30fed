/** What hangs at an activity. */
interface Hung {
  centreId: string
  cover: string | null
  coverWidth: number | null
  coverHeight: number | null
}

/** The picture of an activity, as the wire names it. */
export function coverOnTheWire({ centreId, cover, coverWidth, coverHeight }: Hung) {
  if (cover === null) return { cover: null, coverShape: null }
  return {
    cover: `/cover/${centreId}/${cover}`,
    coverShape: { width: coverWidth!, height: coverHeight! },
  }
}
