/** A name or an address without what people write now so, now so: width, case, spaces, marks. */
export function plainKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{Cc}]+/gu, '')
}

/** What an imported list knows a station by: its name and address. */
export function sourceKey(name: string, address: string): string {
  return `${plainKey(name)}|${plainKey(address)}`
}
