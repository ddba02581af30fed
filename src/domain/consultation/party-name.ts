import { Converter } from 'opencc-js/t2cn'

/** How people are called beside their name. None of them ends in another, so that order is nothing. */
const HONORIFICS = [
  ...['先生', '女士', '小姐', '太太', '夫人', '老师', '师傅', '同志', '律师', '医生', '主任'],
  ...['经理', '老板', '大爷', '大妈', '大娘', '大叔', '大婶', '大哥', '大姐', '阿姨', '叔叔'],
] as const

const toSimplified = Converter({ from: 't', to: 'cn' })

/** What stands at the end of a name that is not of it: an honorific, or a remark in brackets. */
const AT_THE_END = new RegExp(`(?<=.)(?:${HONORIFICS.join('|')}|\\([^()]*\\))$`, 'u')
/** All but letters and digits of any script; brackets are looked at by themselves. */
const BETWEEN = /[^\p{L}\p{M}\p{N}()]/gu

/**
 * A name in the form in which two spellings of it are the same: without spaces and points, full width
 * as half, capitals as small letters, traditional characters as simplified ones, without 先生 and its
 * kin at the end and without a remark in brackets there. Characters are converted one by one, so that
 * no name changes with the characters beside it. What is nothing but an honorific stays.
 */
export function normalPartyName(name: string): string {
  return withoutEnds(withoutEnds(letters(name)).replace(/[()]/g, ''))
}

function withoutEnds(name: string): string {
  let [before, now] = ['', name]
  while (now !== before) [before, now] = [now, now.replace(AT_THE_END, '')]
  return now
}

/** The letters in one form and one script, however typed: repeated until nothing changes any more. */
function letters(name: string): string {
  let [before, now] = ['', name]
  while (now !== before) {
    before = now
    const folded = now.normalize('NFKC').toLowerCase().replace(BETWEEN, '')
    now = [...folded].map((one) => toSimplified(one)).join('')
  }
  return now
}
