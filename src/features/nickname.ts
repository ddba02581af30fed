/** The longest nickname, in UTF-16 units as the contract counts them. */
export const NICKNAME_LENGTH = 20

/** What is wrong with a nickname, in a sentence; null when it is fine. Empty clears it. */
export function nicknameProblem(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length > NICKNAME_LENGTH) return `最多 ${NICKNAME_LENGTH} 个字`
  for (let i = 0; i < trimmed.length; i++) {
    const unit = trimmed.charCodeAt(i)
    if (unit < 0x20 || unit === 0x7f || unit === 0x2028 || unit === 0x2029) {
      return '里面有看不见的符号，删掉重写'
    }
  }
  return null
}
