import type { Output } from '@/contract'
import type { Sentence } from '../refusal-words'
import { type Listed, nameOf } from './roster'

/** What somebody at the door reads after a scan; `ok` is also what the hand feels. */
export interface ScanSaid extends Sentence {
  ok: boolean
}

/** 张** 等 2 人 到了. */
export function scannedInWords(scan: Output<'attendance.scan'>): ScanSaid {
  const { seats, fresh, mark, initials } = scan
  const initial = initials.find((one) => one !== null)
  const who = [
    initial ? `${initial}**` : null,
    seats > 1 ? `${initial ? '等 ' : ''}${seats} 人` : null,
  ]
    .filter(Boolean)
    .join(' ')
  if (fresh === 0)
    return { ok: true, title: `${who} 记过了`.trim(), next: '刚才已经签上了，请进。' }
  return mark === 'late'
    ? { ok: true, title: `${who} 到了`.trim(), next: '记作迟到，没有关系。' }
    : {
        ok: true,
        title: `${who} 到了`.trim(),
        next: fresh < seats ? `其中 ${seats - fresh} 位早就记过了。` : '请进。',
      }
}

/** The same without an answer from the server: who it is, as far as this phone knows. */
export function keptScanInWords(brought: readonly Listed[]): ScanSaid {
  const [first] = brought
  if (!first) {
    return { ok: true, title: '先记下了', next: '手机里的名单上没找到这张码，连上网再核对。' }
  }
  const more = brought.length > 1 ? ` 等 ${brought.length} 人` : ''
  return { ok: true, title: `${nameOf(first)}${more} 到了`, next: '记在手机里了，连上网自己送。' }
}

/** A code that is none of ours, or a phone that shows the letters alone. */
export function unreadableInWords(text: string): ScanSaid {
  return /^[2-9A-HJKMNP-Z]{8}$/.test(text.trim())
    ? {
        ok: false,
        title: '这张码不会自己换',
        next: '请对方连一次网再打开签到码；连不上就在名单里按名字或码尾找。',
      }
    : { ok: false, title: '这不是签到码', next: '请对方打开“我的”里的签到码，再扫一次。' }
}
