/** The title of the list when it is passed on, as into a riders' group. */
export const LIST_TITLE = '附近现在开着的驿站：歇脚、充电、热饭'

/** The title of a station when it is passed on. */
export function shareTitle(station: { name: string; address: string } | null): string {
  return station ? `${station.name}（${station.address}）` : LIST_TITLE
}
