/** What a scanner reads off a phone: the booking's check-in code and its one-time code. */
export interface ShownCode {
  checkInCode: string
  oneTimeCode: string
}

/** The text of the square that a phone shows. */
export function shownText({ checkInCode, oneTimeCode: code }: ShownCode): string {
  return `${checkInCode}${code}`
}

const SHOWN = /^([2-9A-HJKMNP-Z]{8})(\d{6})$/

/** What a scanned text says; null where it is none of ours. */
export function readShown(text: string): ShownCode | null {
  const [, checkInCode, code] = SHOWN.exec(text.trim()) ?? []
  return checkInCode && code ? { checkInCode, oneTimeCode: code } : null
}
