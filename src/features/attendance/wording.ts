import { OPENS_BEFORE } from '@/domain/attendance/mark'
import { MINUTE, parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { CHANGING, type OutsideWording, type Sentence, type Wording } from '../refusal-words'
import { opensAt } from './lesson-time'

const NO_LESSON = (): Sentence => ({
  title: '没找到这一课',
  next: '可能已经撤下了，回去看看今天的课。',
})
const NO_STRIKE = (): Sentence => ({ title: '没找到这条记录', next: '往下拉一下再看。' })

/** What can only be done around a lesson. */
const AROUND: Pick<Wording<'attendance.mark'>, 'TOO_EARLY' | 'OVER'> = {
  TOO_EARLY: ({ startsAt }, now) => ({
    title: '还没到点名的时候',
    next: `${momentInWords(opensAt(parseInstant(startsAt)), now)} 起可以点。`,
  }),
  OVER: ({ endsAt }, now) => ({
    title: '这一课的点名已经收了',
    next: `${momentInWords(parseInstant(endsAt), now)} 下的课，过一天就不能改了。记错的，请对方在“没来的记录”里点“有话说”。`,
  }),
}

export const checkInWords: Wording<'attendance.checkIn'> = {
  NOTHING_ON: ({ nextAt }, now) => ({
    title: '这会儿没有您的课',
    next: nextAt
      ? `您在这儿的下一课是 ${momentInWords(parseInstant(nextAt), now)}，提前 ${OPENS_BEFORE / MINUTE} 分钟就能签。`
      : '您在这儿没有要上的课。报了名却没找到的话，问问旁边的工作人员。',
  }),
  NOT_FOUND: () => ({
    title: '这张码换过了',
    next: '墙上可能贴着旧的。给工作人员看您的签到码，一样能签。',
  }),
}

export const scanWords: Wording<'attendance.scan'> = {
  ...AROUND,
  CODE_EXPIRED: () => ({
    title: '这张码过时了',
    next: '请对方打开签到码那一页，现扫现用，截图不算。还不行就在名单里按名字点。',
  }),
  NOT_IN_LESSON: ({ title, startsAt }, now) => ({
    title: '对方报的不是这一课',
    next:
      title && startsAt
        ? `报的是“${title}”，${momentInWords(parseInstant(startsAt), now)} 开始。`
        : '请对方看看自己报的是哪一课、哪一天。',
  }),
  OVER: () => ({ title: '这一课已经下课了', next: '来过的，在名单里按名字点。' }),
  NOT_FOUND: NO_LESSON,
}

export const lessonsWords: Wording<'attendance.lessons'> = {
  NOT_FOUND: () => ({ title: '没找到这个中心', next: '回到设置，重新进一次。' }),
}

export const rosterWords: Wording<'attendance.roster'> = { NOT_FOUND: NO_LESSON }

export const sheetWords: Wording<'attendance.sheet'> = {
  NOT_FOUND: NO_LESSON,
  TOO_MANY: ({ most }) => ({
    title: `这一课超过 ${most} 人，一张表放不下`,
    next: '请在门口用“墙上的签到码”，居民自己扫。',
  }),
}

export const markWords: Wording<'attendance.mark'> = {
  ...AROUND,
  NOT_FOUND: ({ what }) =>
    what === 'attendee'
      ? { title: '这一位不在名单里了', next: '可能刚退了。刷新一下名单再看。' }
      : NO_LESSON(),
}

export const posterWords: Wording<'attendance.poster'> = lessonsWords
export const makePosterWords: Wording<'attendance.makePoster'> = lessonsWords

export const mineWords: Wording<'attendance.mine'> = {}

export const contestWords: Wording<'attendance.contest'> = {
  ALREADY_CONTESTED: ({ state }) =>
    state === 'contested'
      ? { title: '已经说过了', next: '工作人员看之前不算，等一等就有答复。' }
      : { title: '工作人员已经看过了', next: '答复就在下面。还想说，打电话给中心。' },
  EXPIRED: () => ({ title: '这条已经不算了', next: '学期结束清零了，不用再说。' }),
  NOT_FOUND: NO_STRIKE,
}

export const contestedWords: Wording<'attendance.contested'> = {}

export const settleWords: Wording<'attendance.settle'> = {
  NOT_CONTESTED: ({ state }) =>
    state === 'waived'
      ? { title: '这条已经撤销了', next: '不用再办，刷新一下就没有了。' }
      : { title: '这条已经有人看过了', next: '刷新一下，看看同事怎么答复的。' },
  NOT_FOUND: NO_STRIKE,
}

/** At the door: a mark is kept on the phone whatever the network does. */
export const AT_DOOR: OutsideWording = {
  ...CHANGING,
  INVALID_INPUT: () => ({ title: '没记上', next: '再点一次；还不行，先记在纸上。' }),
  FORBIDDEN: () => ({
    title: '这一课不归您点名',
    next: '请用这个中心的工作人员或志愿者的身份打开。',
  }),
  TOO_MANY_REQUESTS: () => ({ title: '这会儿人多', next: '记在手机里了，过一会儿自己送。' }),
  UNAVAILABLE: () => ({ title: '还没送到', next: '记在手机里了，过一会儿自己送。' }),
  UNREACHABLE: () => ({ title: '没有网络', next: '记在手机里了，连上网自己送。' }),
}
