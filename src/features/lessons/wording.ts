import { parseInstant } from '@/domain/time/instant'
import { momentInWords, whenInWords } from '@/domain/time/words'
import type { Sentence, Wording } from '../refusal-words'

const NOT_FOUND = ({ what }: { what: string }): Sentence =>
  what === 'occurrence'
    ? { title: '没找到这一课', next: '往下拉一下“我的”再看。' }
    : { title: '没找到这次报名', next: '可能已经退了，往下拉一下“我的”再看。' }
const NOT_A_COURSE = () => ({ title: '这不是一门课', next: '只有这一次，来不了就直接退掉。' })
const ALREADY_BEGAN = ({ startsAt }: { startsAt: string }, now: number) => ({
  title: '这一课已经开始了',
  next: `${momentInWords(parseInstant(startsAt), now)} 开始的，请不了假了。跟老师说一声就行。`,
})

export const excuseWords: Wording<'lessons.excuse'> = {
  ALREADY_BEGAN,
  LESSON_CANCELLED: () => ({ title: '这一课不上了', next: '不用请假，看看通知里怎么说的。' }),
  NOT_A_COURSE,
  NOT_FOUND,
}

export const unexcuseWords: Wording<'lessons.unexcuse'> = {
  ALREADY_BEGAN,
  NOT_EXCUSED: () => ({ title: '没有请过假', next: '座位一直是您的，直接来就行。' }),
  GIVEN_ON: () => ({
    title: '这一课的座位让出去了',
    next: '已经问了候补的人，收不回来了。后面的课照常来。',
  }),
  NOT_A_COURSE,
  NOT_FOUND,
}

const GONE = () => ({ title: '没找到这一课', next: '可能已经撤下了，回去刷新一下。' })
const LESSON_OVER = ({ endsAt }: { endsAt: string }, now: number) => ({
  title: '这一课已经上完了',
  next: `${momentInWords(parseInstant(endsAt), now)} 结束的，改不了了。`,
})
const IN_THE_PAST = () => ({ title: '这个时间已经过了', next: '选一个还没到的时间。' })

type Standing = { startsAt: string; endsAt: string; place: string; state: string }
const CHANGED_MEANWHILE = ({ startsAt, endsAt, place, state }: Standing, now: number) => ({
  title: '别人刚改过这一课',
  next:
    state === 'cancelled'
      ? '它已经取消了。照现在的样子再看一遍。'
      : `现在是 ${whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)}，${place}。照这个再看一遍。`,
})

export const moveWords: Wording<'lessons.move'> = {
  CHANGED_MEANWHILE,
  LESSON_OVER,
  IN_THE_PAST,
  SAME_AS_BEFORE: () => ({ title: '和原来一样', next: '换一个时间或地点，再改期。' }),
  NOT_FOUND: GONE,
}

export const cancelLessonWords: Wording<'lessons.cancel'> = {
  CHANGED_MEANWHILE,
  LESSON_OVER,
  ALREADY_CANCELLED: () => ({ title: '这一课已经取消了', next: '要恢复，就给它定一个时间。' }),
  NOT_FOUND: GONE,
}

export const previewWords: Wording<'lessons.previewMove'> = {
  IN_THE_PAST,
  LESSON_OVER,
  NOT_FOUND: GONE,
}
