/**
 * Whether a UTF-16 unit is a control character (Unicode's Cc, or one of the two line ends of its own):
 * such are not taken over the wire, and nobody sees them.
 */
export function isControl(unit: number): boolean {
  return unit < 0x20 || (unit >= 0x7f && unit <= 0x9f) || unit === 0x2028 || unit === 0x2029
}

/** What somebody wrote as one plain line of at most so many UTF-16 units; empty where nothing is left. */
export function plainLine(text: string, most = Infinity): string {
  return plain(text, () => ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, most)
    .trim()
}

/** The same of several lines: line ends and tabs stay. */
export function plainText(text: string, most = Infinity): string {
  const lines = text.replace(/\r\n?|\u2028|\u2029/g, '\n')
  return plain(lines, (character) => (character === '\n' || character === '\t' ? character : ''))
    .trim()
    .slice(0, most)
    .trim()
}

function plain(text: string, instead: (control: string) => string): string {
  let kept = ''
  for (const character of text) {
    kept += isControl(character.charCodeAt(0)) ? instead(character) : character
  }
  return kept
}
