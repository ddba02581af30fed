const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe

/**
 * A JPEG without what a camera or an editor wrote beside the picture: EXIF, XMP, IPTC, comments, and
 * further pictures behind its end. Its points, its colours and how they are to be read stay byte by
 * byte. Null for what is no JPEG, or one whose parts cannot be told apart.
 */
export function jpegWithoutMetadata(content: Uint8Array): Uint8Array | null {
  const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (file[0] !== 0xff || file[1] !== SOI) return null
  const kept: Buffer[] = [file.subarray(0, 2)]
  let at = 2
  while (at < file.length) {
    if (file[at] !== 0xff) return null
    while (file[at + 1] === 0xff) at += 1
    const marker = file[at + 1]
    if (marker === EOI || marker === undefined) break
    if (at + 4 > file.length) return null
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end > file.length || end < at + 4) return null
    const segment = file.subarray(at, end)
    if (isNeeded(marker, segment)) kept.push(segment)
    at = end
    if (marker === SOS) {
      at = endOfScan(file, end)
      kept.push(file.subarray(end, at))
    }
  }
  kept.push(Buffer.from([0xff, EOI]))
  return Buffer.concat(kept)
}

function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false
  if (marker < APP0 || marker > APP15) return true
  if (marker === APP2) return segment.subarray(4, 15).toString('latin1') === 'ICC_PROFILE'
  return marker === APP0 ? isJfif(segment) : marker === APP14
}

/** JFIF says how dense the points are; its extension holds a thumbnail. */
function isJfif(segment: Buffer): boolean {
  return segment.subarray(4, 8).toString('latin1') === 'JFIF'
}

/** Where the coded points end: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return file.length
}
