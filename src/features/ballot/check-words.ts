import type { Verified, Finding } from '@/domain/ballot/verify'
import type { Why } from '@/domain/ballot/why'
import { momentInWords } from '@/domain/time/words'
import { at, type PublicBallot, shortHash, numberInWords, wishName } from './ballot-words'

/** One step of a draw as a neighbour follows it. */
export interface CheckStep {
  mark: '一' | '二' | '三'
  title: string
  lines: string[]
  /** What this phone found of it; null while it does not know, or where there is nothing to find. */
  found: { good: boolean; text: string } | null
}

const OF_LIST: readonly Finding[] = [
  'LIST_ALTERED',
  'LIST_UNREADABLE',
  'ANNOUNCED_OTHERWISE',
  'OTHER_LIST',
]

/**
 * The three steps of a draw, with what this phone found of each; `now` in milliseconds. `notedAt` is
 * when this phone noted the hash of the list; null where it did not.
 */
export function checkSteps(
  ballot: PublicBallot,
  verified: Verified | null,
  now: number,
  notedAt: number | null = null,
): CheckStep[] {
  const { closesAt, entries, listHash, number, numberAt, numberSource, drawnAt } = ballot
  const has = (...wanted: Finding[]) =>
    verified?.findings.some((finding) => wanted.includes(finding)) ?? false
  const listed = verified !== null && listHash !== null
  const drawn = listed && verified.drawn !== null
  return [
    {
      mark: '一',
      title: '名单先封存',
      lines: [
        `${at(closesAt, now)} 截止，${entries} 份登记`,
        ...(listHash === null ? ['封存以后，指纹马上公布'] : [`指纹 ${shortHash(listHash)}`]),
      ],
      found: listed
        ? has(...OF_LIST)
          ? { good: false, text: '和名单对不上' }
          : { good: true, text: listGood(notedAt, now) }
        : null,
    },
    {
      mark: '二',
      title: '再等一个谁也不知道的数',
      lines: [
        `${at(numberAt, now)} 公布：${numberSource}`,
        ...(number === null
          ? ['还没有录入']
          : [numberInWords(number), '拿公布的原文对一对，是不是这个数']),
      ],
      found: null,
    },
    {
      mark: '三',
      title: '按公开的算法排队',
      lines: [
        '一家人登记的绑在一起，一份一个次序',
        '连着没摇中的学期，机会多，最多四份',
        ...(drawnAt === null ? [] : [`${at(drawnAt, now)} 摇的`]),
      ],
      found: drawn
        ? has('RESULTS_DIFFER')
          ? { good: false, text: '重摇的次序和公布的不一样' }
          : { good: true, text: `${verified.drawn!.length} 份重摇一遍，次序一模一样` }
        : null,
    },
  ]
}

function listGood(notedAt: number | null, now: number): string {
  if (notedAt === null) return '重算的指纹一样，名单没改过'
  return `重算的指纹一样，也是这部手机${momentInWords(notedAt, now)} 记下的`
}

/** The heading of the page: what came of the check. */
export function checkTitle(
  ballot: PublicBallot,
  check: { part: number; verified: Verified | null } | null,
): { title: string; note: string; good: boolean } {
  if (check === null) {
    return ballot.state === 'open'
      ? { title: '还在登记', note: '摇完以后，在这里重算一遍。', good: true }
      : { title: '名单正在封存', note: '几分钟就好，封存以后谁也改不了。', good: true }
  }
  const { verified } = check
  if (verified === null) {
    const done = Math.floor(check.part * 100)
    return { title: '正在重算', note: `就在这部手机上，算到百分之 ${done}`, good: true }
  }
  const wrong = verified.findings.filter((finding) => finding !== 'NOT_DRAWN')
  if (wrong.length > 0) {
    return { title: '这次摇号对不上', note: '请先别信结果，把这一页给中心看。', good: false }
  }
  if (verified.drawn === null) {
    return {
      title: '名单封好了，还没摇',
      note: '这部手机算过，名单和公布的指纹对得上。',
      good: true,
    }
  }
  return {
    title: '这次摇号没有人动手脚',
    note: '这部手机刚刚重算了一遍，结果一致。',
    good: true,
  }
}

/** Why an entry won or lost, wish by wish. */
export function whyInWords(why: Why, titles: ReadonlyMap<string, string>): string[] {
  return why.wishes.map(({ poolId, left, outcome }, index) => {
    const name = titles.get(poolId) ?? '有一班'
    const what = why.wishes.length > 1 ? `${wishName(index + 1)}“${name}”` : `“${name}”`
    switch (outcome) {
      case 'won':
        return `${what}：轮到时还有 ${left} 席，中了`
      case 'too-few':
        return left === 0
          ? `${what}：轮到时已经没有席位`
          : `${what}：轮到时只剩 ${left} 席，不够 ${why.seats} 位`
      case 'not-needed':
        return `${what}：前面的志愿中了，不再占`
    }
  })
}
