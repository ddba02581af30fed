/**
 * What somebody wrote as one plain line, as the wire takes it: line ends and other control
 * characters become spaces. Undefined where nothing is left.
 */
export function oneLine(text: string): string | undefined {
  let line = ''
  for (const character of text) {
    const unit = character.charCodeAt(0)
    const plain =
      unit >= 0x20 && !(unit >= 0x7f && unit <= 0x9f) && unit !== 0x2028 && unit !== 0x2029
    line += plain ? character : ' '
  }
  return line.replace(/ {2,}/g, ' ').trim() || undefined
}
