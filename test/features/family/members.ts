import type { Member } from '@/features/family/use-family'

/** A child of seven in November 2026 unless said otherwise. */
export function member(change: Partial<Member> = {}): Member {
  return {
    memberId: 'm-aaaaaaaaaaaaaaaa',
    kind: 'child',
    name: '小满',
    birthDate: '2019-03-05',
    linked: false,
    consent: { rulesVersion: '2026-11', at: '2026-11-20T09:00:00+08:00' },
    ...change,
  }
}

export const grandmother = member({
  memberId: 'm-gggggggggggggggg',
  kind: 'elder',
  name: '姥姥',
  birthDate: null,
  linked: true,
  consent: null,
})
