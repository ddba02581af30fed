/**
 * The text of a file: in UTF-16 where it begins with that mark, in UTF-8, or else in the national
 * standard GB 18030, which Excel on Chinese desks writes; null for what is no text in any of them.
 */
export function decodedText(content: Uint8Array): string | null {
  const [first, second] = content
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(content)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(content)
  if (content.includes(0)) return null
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content)
    } catch {
      // Not in this encoding.
    }
  }
  return null
}
