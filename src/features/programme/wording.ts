import type { Sentence, Wording } from '../refusal-words'

const NOT_FOUND = ({ what }: { what: string }): Sentence => {
  if (what === 'centre') return { title: '没找到这个中心', next: '回上一页，重新选中心。' }
  if (what === 'file') return { title: '图片没有找到', next: '重新选一次图片。' }
  if (what === 'cover') return { title: '还没有封面', next: '想要的话，选一张图片放上去。' }
  return { title: '没找到这个活动', next: '可能已经删掉了，回去刷新一下。' }
}
const CHANGED_MEANWHILE = ({ changedBy }: { changedBy: string | null }): Sentence => ({
  title: `${changedBy ?? '别人'}刚改过这个活动`,
  next: '两份都还在，对着看看，再定用哪一份。',
})
const CANCELLED = () => ({ title: '这个活动已经取消了', next: '还要办，就照它复制一个新的。' })
const NOTHING_TO_COME = () => ({ title: '没有还要上的课了', next: '选还没到的日子，再存一次。' })
const ALREADY_PUBLISHED = () => ({
  title: '这个活动已经发布了',
  next: '居民看得到了。要撤下，用“取消活动”。',
})
const STILL_DRAFT = () => ({ title: '这个活动还没发布', next: '草稿直接改就行。' })
const ENDLESS = () => ({
  title: '没有结束日期的活动不能整体延期',
  next: '改它的上课规则，或者只改其中一次。',
})

export const listProgrammeWords: Wording<'programme.list'> = { NOT_FOUND }
export const getPlanWords: Wording<'programme.get'> = { NOT_FOUND }
export const previewPlanWords: Wording<'programme.preview'> = { NOT_FOUND, CANCELLED }

const FIXED: Readonly<Record<string, string>> = {
  seating: '要不要报名',
  per: '按次报还是按整期报',
  capacity: '正在摇号的名额',
  mode: '先到先得还是摇号',
  slotMinutes: '每段多长',
  numbered: '发不发号',
}

export const savePlanWords: Wording<'programme.save'> = {
  NOT_FOUND,
  CHANGED_MEANWHILE,
  CANCELLED,
  NOTHING_TO_COME,
  CAPACITY_BELOW_TAKEN: ({ taken }) => ({
    title: `已经有 ${taken} 个名额被报走了`,
    next: `名额不能少于 ${taken} 个。`,
  }),
  REASON_NEEDED: ({ people }) => ({
    title: `有 ${people} 位报名的人受影响`,
    next: '写一句原因，他们会在通知里看到。',
  }),
  SEATING_FIXED: ({ field }) => ({
    title: `${FIXED[field] ?? '报名方式'}，发布以后不能改`,
    next: '要改，就复制成一个新活动。',
  }),
}

export const publishWords: Wording<'programme.publish'> = {
  NOT_FOUND,
  CHANGED_MEANWHILE,
  CANCELLED,
  NOTHING_TO_COME,
  ALREADY_PUBLISHED,
}

export const discardWords: Wording<'programme.discard'> = {
  NOT_FOUND,
  CHANGED_MEANWHILE,
  ALREADY_PUBLISHED,
}

const WHOLE = { NOT_FOUND, CHANGED_MEANWHILE, CANCELLED, NOTHING_TO_COME, STILL_DRAFT }
export const postponeWords: Wording<'programme.postpone'> = { ...WHOLE, ENDLESS }
export const cancelActivityWords: Wording<'programme.cancel'> = WHOLE
export const previewChangeWords: Wording<'programme.previewChange'> = {
  ...{ NOT_FOUND, CANCELLED, NOTHING_TO_COME, STILL_DRAFT, ENDLESS },
}

export const coverWords: Wording<'programme.cover'> = { NOT_FOUND }
export const setCoverWords: Wording<'programme.setCover'> = {
  NOT_FOUND,
  PHOTO_REFUSED: ({ reason }) =>
    reason === 'TOO_LARGE'
      ? { title: '图片太大了', next: '换一张小一点的，或者截个图再试。' }
      : { title: '这张图片用不了', next: '换一张手机拍的照片，或者另存一次再传。' },
}
