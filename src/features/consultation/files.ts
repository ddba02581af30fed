import { HOUR } from '@/domain/time/instant'
import type { DraftFile } from './draft'

export const MOST_BYTES = 10 * 1024 * 1024
/** The host lets a file wait a day; an hour is left for what comes after. */
const WAITS_MS = 23 * HOUR

/** 1.2 MB, 340 KB */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

export function isPdf(name: string): boolean {
  return /\.pdf$/i.test(name)
}

/** Why a file cannot come along, or null when it can. */
export function refusalOf(
  file: { name: string; size: number },
  held: number,
  most: number,
): string | null {
  if (held >= most) return `最多 ${most} 个`
  if (!/\.(jpe?g|png|webp|pdf)$/i.test(file.name)) return '只收图片和 PDF，这个不是'
  if (file.size > MOST_BYTES) return `这个有 ${sizeInWords(file.size)}，一个不能超过 10 MB`
  return file.size === 0 ? '这个文件是空的，换一个' : null
}

/** The name of a file on the host, while it waits there; null once it has to be sent (again). */
export function waitingAs(file: DraftFile, now: number): string | null {
  return file.sent && now - file.sent.at < WAITS_MS ? file.sent.fileId : null
}
