import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { CHANGING, type OutsideWording, type Sentence, type Wording } from '../refusal-words'
import type { FileWords } from '../upload-words'

export type Summary = Output<'programme.list'>['activities'][number]
export type Standing = Output<'programme.get'>
export type PlanPreview = Output<'programme.preview'>

const GONE = ({ what }: { what: string }): Sentence =>
  what === 'centre'
    ? { title: '没找到这个中心', next: '回首页重新选一个中心。' }
    : { title: '没找到这个活动', next: '可能已经删了，回排课看一看。' }
const CHANGED_MEANWHILE = (facts: { changedAt: string }, now: number): Sentence => ({
  title: '别人刚改过',
  next: `${momentInWords(parseInstant(facts.changedAt), now)} 改的。看看哪里不一样，再定用谁的。`,
})
const NOTHING_TO_COME = (): Sentence => ({
  title: '没有要办的日子了',
  next: '排出来的日子都过了，换几天再来。',
})
const CANCELLED = (): Sentence => ({
  title: '这个活动已经取消了',
  next: '要再办，照它再开一期。',
})

export const listPlansWords: Wording<'programme.list'> = { NOT_FOUND: GONE }
export const getPlanWords: Wording<'programme.get'> = { NOT_FOUND: GONE }
export const previewPlanWords: Wording<'programme.preview'> = {
  ...{ NOT_FOUND: GONE, CANCELLED },
}
export const previewChangeWords: Wording<'programme.previewChange'> = {
  ...{ NOT_FOUND: GONE, NOTHING_TO_COME, CANCELLED },
}

/** What of the seats cannot be changed once it is published. */
const FIXED: Readonly<Record<string, string>> = {
  per: '每次报还是整期报',
  mode: '先到先得还是摇号',
  seating: '要不要报名',
  numbered: '按不按号叫',
}

export const savePlanWords: Wording<'programme.save'> = {
  NOT_FOUND: GONE,
  CHANGED_MEANWHILE,
  NOTHING_TO_COME,
  CANCELLED,
  CAPACITY_BELOW_TAKEN: ({ taken }) => ({
    title: `已经有 ${taken} 个名额报出去了`,
    next: `名额不能少于 ${taken}，改一改再保存。`,
  }),
  REASON_NEEDED: ({ people }) => ({
    title: `这次要告诉 ${people} 人`,
    next: '写一句为什么，他们会读到，再保存。',
  }),
  SEATING_FIXED: ({ field }) => ({
    title: '发布以后这一项不能改了',
    next: `${FIXED[field] ?? '报名的这一项'}，要改就取消，照它再开一期。`,
  }),
}
export const publishPlanWords: Wording<'programme.publish'> = {
  ...{ NOT_FOUND: GONE, CHANGED_MEANWHILE, NOTHING_TO_COME, CANCELLED },
}
export const postponePlanWords: Wording<'programme.postpone'> = {
  ...{ NOT_FOUND: GONE, CHANGED_MEANWHILE, NOTHING_TO_COME, CANCELLED },
}
export const cancelPlanWords: Wording<'programme.cancel'> = {
  ...{ NOT_FOUND: GONE, CHANGED_MEANWHILE, NOTHING_TO_COME, CANCELLED },
}
export const discardPlanWords: Wording<'programme.discard'> = {
  ...{ NOT_FOUND: GONE, CHANGED_MEANWHILE },
}

const NO_PICTURE: Sentence = { title: '这不是图片', next: '选手机里的照片，或者普通的图片文件。' }
/** Why a cover was not even sent. */
export const COVER_FILES: FileWords = {
  TOO_LARGE: { title: '图片太大', next: '最多 10 MB，换一张小一点的。' },
  EMPTY: { title: '这张图片是空的', next: '换一张再传。' },
  FILE_KIND: NO_PICTURE,
}
export const setCoverWords: Wording<'programme.setCover'> = {
  NOT_FOUND: ({ what }) =>
    what === 'activity' ? GONE({ what }) : { title: '图片没有传到', next: '再选一次。' },
  PHOTO_REFUSED: ({ reason }) => {
    if (reason === 'KIND') return NO_PICTURE
    return reason === 'BROKEN'
      ? { title: '这张图片打不开', next: '可能没有存完整，换一张再传。' }
      : { title: '图片太大', next: '换一张，或者在手机里压小一点再传。' }
  },
}
export const coverWords: Wording<'programme.cover'> = {
  NOT_FOUND: ({ what }) =>
    what === 'activity' ? GONE({ what }) : { title: '封面已经撤下了', next: '刷新一下再看。' },
}

/** When something of the programme was to be saved: what was typed stays on the phone. */
export const SAVING: OutsideWording = {
  ...CHANGING,
  INVALID_INPUT: () => ({ title: '有一处不对', next: '看看标出来的地方，改好再保存。' }),
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '写的都在。再点一次，不会存两遍。' }),
  UNREACHABLE: ({ offline, sent }) =>
    offline && !sent
      ? { title: '没有网络，没有送出去', next: '写的都存在这里，连上网再点一次。' }
      : { title: '还没等到回音', next: '写的都在。看看网络，再点一次，不会存两遍。' },
}
