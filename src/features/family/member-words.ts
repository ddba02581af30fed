import { ageInWords } from '@/domain/family/words'
import type { Member } from './use-family'

/** 孩子 · 7 岁, 老人 · 自己也用常来; `today` is `YYYY-MM-DD`. */
export function memberLine({ kind, birthDate, linked }: Member, today: string): string {
  const parts = [
    kind === 'child' ? '孩子' : '老人',
    birthDate && ageInWords(birthDate, today),
    linked ? '自己也用常来' : null,
  ]
  return parts.filter(Boolean).join(' · ')
}

/** What stays and what goes when somebody is taken out of the family. */
export function removalInWords({ kind, name, linked }: Member): string {
  if (linked) return `以后不能替${name}报名了。已经报好的还算数，${name}自己也能退。`
  const what = kind === 'child' ? '名字和生日从这里删掉，家长同意也收回' : '名字从这里删掉'
  return `${what}。已经报好的还算数，不去了在“我的”里退；那里就写成“一位家里人”。`
}
