import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { CHANGING, type OutsideWording, READING, type Wording } from '../refusal-words'

const NOT_OFFERED = () => ({
  title: '这里不能在电脑上登录',
  next: '请用手机上的小程序，一样都能办。',
})

const GONE = () => ({
  title: '这次登录已经过了',
  next: '在电脑上换一个新的码，再来一次。没有登录上。',
})

export const beginWords: Wording<'devices.begin'> = { NOT_OFFERED }
export const claimWords: Wording<'devices.claim'> = { NOT_OFFERED }

export const lookWords: Wording<'devices.look'> = {
  WRONG_CODE: ({ left }) => ({
    title: '没找到这个码',
    next:
      left > 0
        ? `可能过时了，或者看错了一位。看看电脑上现在的码，还能试 ${left} 次。`
        : '可能过时了。先歇十分钟，再看着电脑上的码试。',
  }),
  TOO_MANY_TRIES: ({ until }, now) => ({
    title: '试得太多了',
    next: `${momentInWords(parseInstant(until), now)} 以后再试，看着电脑上的码写。`,
  }),
}

export const approveWords: Wording<'devices.approve'> = {
  WRONG_CHECK: () => ({
    title: '数字不一样，没有登录',
    next: '这一次已经作废了。您面前要真有这台电脑，在上面换一个新的码再来；没有的话，就是别人发来的，不用理。',
  }),
  GONE,
}

export const refuseWords: Wording<'devices.refuse'> = {
  GONE: () => ({ title: '这次登录已经过了', next: '谁也没有登录上，不用再管。' }),
}

export const mineWords: Wording<'devices.mine'> = {}

export const revokeWords: Wording<'devices.revoke'> = {
  NOT_FOUND: () => ({ title: '那台电脑早就退出了', next: '不用再办。' }),
}
export const revokeAllWords: Wording<'devices.revokeAll'> = {}
export const signOutWords: Wording<'devices.signOut'> = {}

/** At a desk, before anybody is known. */
export const AT_DESK: OutsideWording = {
  ...READING,
  INVALID_INPUT: () => ({ title: '这一页打不开', next: '刷新一下，再来一次。' }),
  TOO_MANY_REQUESTS: () => ({ title: '这会儿人多', next: '等半分钟，换一个新的码。' }),
  UNAVAILABLE: () => ({ title: '这会儿打不开', next: '过一会儿，换一个新的码。' }),
  UNREACHABLE: ({ offline }) =>
    offline
      ? { title: '这台电脑没有网络', next: '连上网，换一个新的码。' }
      : { title: '没连上', next: '看看网络，换一个新的码。' },
}

/** On the phone that lets a desk in: a lost answer is found out at the desk. */
export const ON_PHONE: OutsideWording = {
  ...CHANGING,
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次，或者看看电脑上登录了没有。' }),
  UNREACHABLE: ({ sent }) =>
    sent
      ? { title: '还没等到回音', next: '再点一次，或者看看电脑上登录了没有。' }
      : { title: '没有网络，没有送出去', next: '连上网再点一次。' },
}
