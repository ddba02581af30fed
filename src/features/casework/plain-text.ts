/**
 * What somebody wrote, as the wire takes it: line ends and tabs stay, other control characters become
 * spaces. Undefined where nothing is left.
 */
export function plainText(text: string): string | undefined {
  let plain = ''
  for (const character of text.replace(/\r\n?/g, '\n')) {
    const unit = character.charCodeAt(0)
    const shown = (unit >= 0x20 && !(unit >= 0x7f && unit <= 0x9f)) || unit === 9 || unit === 10
    plain += shown ? character : ' '
  }
  return plain.trim() || undefined
}
