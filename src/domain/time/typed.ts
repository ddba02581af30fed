/** A time of day as somebody types it (9:30, 9点半, 930, 下午3点) as `HH:MM`; null where it is none. */
export function timeTyped(text: string): string | null {
  const plain = text
    .replace(/\s/g, '')
    .replace(/[：.]/g, ':')
    .replace(/[点时]半/, ':30')
    .replace(/[点时]/, ':')
    .replace(/分$/, '')
  const match =
    /^(上午|早上|下午|晚上)?(\d{1,2})(?::(\d{1,2})?)?$/.exec(plain) ??
    /^(上午|早上|下午|晚上)?(\d{1,2})(\d{2})$/.exec(plain)
  if (!match) return null
  const late = match[1] === '下午' || match[1] === '晚上'
  const hours = Number(match[2]) + (late && Number(match[2]) < 12 ? 12 : 0)
  const minutes = Number(match[3] ?? 0)
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** A whole number as somebody types it; null where it is none. */
export function wholeTyped(text: string): number | null {
  const plain = text.trim()
  return /^\d{1,6}$/.test(plain) ? Number(plain) : null
}

/** An amount in yuan as somebody types it (20, 12.5), in fen; nothing is nothing to pay, null no amount. */
export function fenTyped(text: string): number | null {
  const plain = text.trim().replace(/元$/, '').trim()
  if (plain === '' || plain === '免费') return 0
  return /^\d{1,5}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

/** An amount in fen as it is typed; nothing for nothing to pay. */
export function feeText(fen: number): string {
  return fen === 0 ? '' : String(fen / 100)
}
