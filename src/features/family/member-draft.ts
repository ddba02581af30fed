import { isBirthDate } from '@/domain/family/birth-date'
import { CHILDREN_RULES_VERSION, needsConsent } from '@/domain/family/consent'
import { type MemberKind, wrongBirthDate } from '@/domain/family/member'
import type { Input } from '@/contract'
import { nicknameProblem } from '../nickname'
import { SPOKEN_CODE_LENGTH } from '../spoken-code-words'

/** How somebody comes into the family: a child, an elder by name, an elder who reads out a code. */
export type Path = 'child' | 'elder' | 'link'
export type Step = 'path' | 'code' | 'name' | 'birth' | 'consent'

/** What has been said so far of somebody who is being added. */
export interface Draft {
  path: Path | null
  code: string
  name: string
  /** `YYYY-MM-DD`, or empty while it is not whole. */
  birthDate: string
  agreed: boolean
}

export const EMPTY_DRAFT: Draft = { path: null, code: '', name: '', birthDate: '', agreed: false }

/** The steps of a path, one decision each; `today` is `YYYY-MM-DD`. */
export function stepsOf({ path, birthDate }: Draft, today: string): Step[] {
  switch (path) {
    case null:
      return ['path']
    case 'elder':
      return ['path', 'name']
    case 'link':
      return ['path', 'code', 'name']
    case 'child':
      return birthDate !== '' && !needsConsent(birthDate, today)
        ? ['path', 'name', 'birth']
        : ['path', 'name', 'birth', 'consent']
  }
}

/** What is still missing or wrong at a step, in a sentence; null when one may go on. */
export function stepProblem(step: Step, draft: Draft, today: string): string | null {
  switch (step) {
    case 'path':
      return draft.path === null ? '先选一样' : null
    case 'code':
      return draft.code.length === SPOKEN_CODE_LENGTH ? null : `${SPOKEN_CODE_LENGTH} 位都要写`
    case 'name':
      return draft.name.trim() === '' ? '写一个名字' : nicknameProblem(draft.name)
    case 'birth':
      return birthProblem('child', draft.birthDate, today)
    case 'consent':
      return draft.agreed ? null : '同意了才能记下'
  }
}

/** What is wrong with a birth date, in a sentence; null when nothing is. */
export function birthProblem(kind: MemberKind, birthDate: string, today: string): string | null {
  if (!isBirthDate(birthDate)) return '年、月、日都要选'
  switch (wrongBirthDate(kind, birthDate, today)) {
    case 'FUTURE':
      return '这一天还没到'
    case 'NOT_A_CHILD':
      return '满 18 岁了，请他自己来报'
    case 'NOT_AN_ELDER':
      return '还没满 18 岁，按孩子添'
    default:
      return null
  }
}

/** What is sent for a child or an elder by name, once every step is done. */
export function saveInput(draft: Draft, today: string): Input<'family.save'> {
  const name = draft.name.trim()
  if (draft.path !== 'child') return { kind: 'elder', name }
  const { birthDate } = draft
  return {
    kind: 'child',
    name,
    birthDate,
    ...(needsConsent(birthDate, today) && { consent: { rulesVersion: CHILDREN_RULES_VERSION } }),
  }
}
