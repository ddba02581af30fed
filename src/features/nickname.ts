import { isControl } from './plain-text'

/** The longest nickname, in UTF-16 units as the contract counts them. */
export const NICKNAME_LENGTH = 20

/** What is wrong with a nickname, in a sentence; null when it is fine. Empty clears it. */
export function nicknameProblem(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length > NICKNAME_LENGTH) return `最多 ${NICKNAME_LENGTH} 个字`
  const hidden = Array.from(trimmed).some((character) => isControl(character.charCodeAt(0)))
  return hidden ? '里面有看不见的符号，删掉重写' : null
}
