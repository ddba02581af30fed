import { encode } from 'uqr'

/**
 * A QR code (ISO/IEC 18004, error correction M) of a short text as the data URI of an SVG with a
 * quiet zone of two modules: dark on white whatever the scheme, because scanners want it so.
 */
export function qrDataUri(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  let path = ''
  data.forEach((row, y) => {
    let x = 0
    while (x < size) {
      const start = x
      while (x < size && row[x]) x += 1
      if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`
      else x += 1
    }
  })
  const svg =
    `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' ` +
    `shape-rendering='crispEdges'%3E%3Crect width='${size}' height='${size}' fill='%23fff'/%3E` +
    `%3Cpath d='${path}'/%3E%3C/svg%3E`
  return `data:image/svg+xml,${svg}`
}
