import { HOUR } from '@/domain/time/instant'
import type { DraftFile } from './draft'

export const MOST_BYTES = 10 * 1024 * 1024
const PICTURES = 'image/jpeg,image/png,image/webp'
const ACCEPTED = `${PICTURES},application/pdf`

/** How a file is chosen: a browser shows both kinds at once, WeChat has a place for each. */
export const WAYS_TO_PICK: readonly { words: string; accept: string }[] =
  process.env.TARO_ENV === 'h5'
    ? [{ words: '加图片或 PDF', accept: ACCEPTED }]
    : [
        { words: '加照片', accept: PICTURES },
        { words: '从聊天里加 PDF', accept: '.pdf' },
      ]
/** The host lets a file wait a day; an hour is left for what comes after. */
const WAITS_MS = 23 * HOUR

/** 1.2 MB, 340 KB */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Why a file cannot come along, or null when it can. */
export function refusalOf(
  file: { name: string; type: string; size: number },
  held: number,
  most: number,
): string | null {
  if (held >= most) return `最多 ${most} 个`
  if (!ACCEPTED.split(',').includes(file.type)) return '只收图片和 PDF，这个不是'
  if (file.size > MOST_BYTES) return `这个有 ${sizeInWords(file.size)}，一个不能超过 10 MB`
  return file.size === 0 ? '这个文件是空的，换一个' : null
}

/** The name of a file on the host, while it waits there; null once it has to be sent (again). */
export function waitingAs(file: DraftFile, now: number): string | null {
  return file.sent && now - file.sent.at < WAITS_MS ? file.sent.fileId : null
}
