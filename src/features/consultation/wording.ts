import { parseInstant } from '@/domain/time/instant'
import { momentInWords, whenInWords } from '@/domain/time/words'
import {
  CHANGING,
  type OutsideWording,
  READING,
  type Sentence,
  type Wording,
} from '../refusal-words'

const noConsultation = (): Sentence => ({
  title: '没找到这一件',
  next: '可能已经销毁了。回去看看还有哪些。',
})
const noCentre = (): Sentence => ({ title: '没找到这个中心', next: '换一个中心再看。' })
const wrongState = (): Sentence => ({
  title: '现在不能这样办了',
  next: '它刚刚往前走了一步，看看现在到哪儿了。',
})
const slotTaken = (): Sentence => ({
  title: '这个时间刚被别人约走',
  next: '换一个时间就行，写的都还在。',
})
const closed = ({ closesAt }: { closesAt: string }, now: number): Sentence => ({
  title: '这个时间来不及约了',
  next: `${momentInWords(parseInstant(closesAt), now)} 截止的。换一个时间，写的都还在。`,
})
const clashes = (
  { title, startsAt, endsAt }: { title: string; startsAt: string; endsAt: string },
  now: number,
): Sentence => ({
  title: '时间撞上了',
  next: `${whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)} 已经报了“${title}”。换一个时间，或者两个都要。`,
})
const FILES = {
  KIND: '附件只收图片和 PDF',
  UNREADABLE: '有一个附件打不开',
  LOCKED: '有一个 PDF 带密码',
} as const
const fileRefused = ({ reason }: { reason: keyof typeof FILES }): Sentence => ({
  title: FILES[reason] ?? FILES.UNREADABLE,
  next: '换一个，或者去掉它再送。别的都还在。',
})
const tooManyOpen = ({ open }: { open: number }): Sentence => ({
  title: `您有 ${open} 件还没办完`,
  next: '先等这些办完，或者撤回一件。写的还在这部手机里。',
})

export const slotsWords: Wording<'consultation.slots'> = { NOT_FOUND: noCentre }

export const requestWords: Wording<'consultation.request'> = {
  NOT_FOUND: ({ what }) =>
    what === 'file'
      ? { title: '附件放得太久了', next: '再点一次，会重新传上去。' }
      : what === 'pool'
        ? { title: '这个时间撤下了', next: '换一个时间就行，写的都还在。' }
        : noCentre(),
  SLOT_TAKEN: slotTaken,
  CLOSED: closed,
  CLASHES: clashes,
  CONSENT_NEEDED: () => ({
    title: '保密的规矩改过了',
    next: '更新一下小程序，看过新的再送。写的都还在。',
  }),
  FILE_REFUSED: fileRefused,
  TOO_MANY_OPEN: tooManyOpen,
}

export const mineWords: Wording<'consultation.mine'> = {}
export const getWords: Wording<'consultation.get'> = { NOT_FOUND: noConsultation }

export const amendWords: Wording<'consultation.amend'> = {
  NOT_FOUND: ({ what }) =>
    what === 'consultation'
      ? noConsultation()
      : { title: '附件没找到', next: '重新选一次再送。别的都还在。' },
  WRONG_STATE: wrongState,
  FILE_REFUSED: fileRefused,
  TOO_MANY_FILES: ({ most }) => ({
    title: `附件最多 ${most} 个`,
    next: '去掉几个再送。别的都还在。',
  }),
}

export const withdrawWords: Wording<'consultation.withdraw'> = {
  NOT_FOUND: noConsultation,
  WRONG_STATE: wrongState,
}

export const rescheduleWords: Wording<'consultation.reschedule'> = {
  NOT_FOUND: ({ what }) =>
    what === 'pool'
      ? { title: '这个时间撤下了', next: '换一个时间，原来约的还留着。' }
      : noConsultation(),
  WRONG_STATE: wrongState,
  SLOT_TAKEN: () => ({ title: '这个时间刚被别人约走', next: '换一个时间，原来约的还留着。' }),
  CLOSED: (facts, now) => ({
    title: '这个时间来不及约了',
    next: `${momentInWords(parseInstant(facts.closesAt), now)} 截止的。换一个，原来约的还留着。`,
  }),
  CLASHES: clashes,
}

export const rateWords: Wording<'consultation.rate'> = {
  NOT_FOUND: noConsultation,
  WRONG_STATE: () => ({ title: '还没办完', next: '办完了再来说说。' }),
  ALREADY_RATED: () => ({ title: '已经说过了', next: '谢谢您，不用再说一次。' }),
}

export const attachmentWords: Wording<'consultation.attachment'> = {
  NOT_FOUND: () => ({ title: '附件打不开了', next: '可能已经去掉或者销毁了。' }),
}
export const statisticsWords: Wording<'consultation.statistics'> = { NOT_FOUND: noCentre }

export const sendFeedbackWords: Wording<'consultation.sendFeedback'> = {
  NOT_FOUND: noCentre,
  TOO_MANY_OPEN: ({ open }) => ({
    title: `您有 ${open} 件还没答复`,
    next: '先等等这些答复。写的还在这部手机里。',
  }),
}
export const getFeedbackWords: Wording<'consultation.getFeedback'> = {
  NOT_FOUND: noConsultation,
}

const KEPT = '写的都还在这部手机里'

/** When something private was to be sent: what was written is still here, and nowhere in the clear. */
export const SENDING: OutsideWording = {
  ...CHANGING,
  INVALID_INPUT: ({ path }) =>
    path === 'contact.channel'
      ? { title: '这个时间不能这样谈', next: `换一种谈法，或者先换个时间。${KEPT}。` }
      : { title: '有一处写得不合适', next: `回去看一遍再送，${KEPT}。` },
  UNAVAILABLE: () => ({ title: '还没等到回音', next: `${KEPT}，再点一次不会送两遍。` }),
  TOO_MANY_REQUESTS: () => ({ title: '这会儿人太多', next: `等半分钟再点，${KEPT}。` }),
  UNREACHABLE: ({ offline, sent }) =>
    offline && !sent
      ? { title: '没有网络，没有送出去', next: `${KEPT}，连上网再点一次。` }
      : { title: '还没等到回音', next: `${KEPT}，再点一次不会送两遍。` },
}

/** When something private could not be read: it is kept nowhere but with the centre. */
export const LOOKING: OutsideWording = {
  ...READING,
  UNAVAILABLE: () => ({ title: '这会儿打不开', next: '过一会儿再试，约好的都在。' }),
  UNREACHABLE: ({ offline }) =>
    offline
      ? { title: '没有网络', next: '这些话不留在手机里，连上网再看。约好的时间在“我的”里。' }
      : { title: '没连上', next: '看看网络，再试一次。约好的都在。' },
}
