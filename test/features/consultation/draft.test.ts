import * as v from 'valibot'
import fc from 'fast-check'
import { contract } from '@/contract'
import { CONFIDENTIALITY_RULES } from '@/domain/consultation/consultation'
import {
  contactOf,
  EMPTY_DRAFT,
  isBegun,
  partiesOf,
  readDraft,
} from '@/features/consultation/draft'
import { inputOf } from '@/features/consultation/use-request'
import { draft, slot } from './builders'
import { anyCharacter } from '../../support/builders/characters'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {}, useDidHide: () => undefined }))

describe('what is sent', () => {
  const any = fc.record({
    kind: fc.constantFrom('labour', 'other', 'debt' as const),
    text: fc.string({ unit: anyCharacter, maxLength: 3000 }),
    otherParties: fc.array(fc.string({ unit: anyCharacter, maxLength: 40 }), { maxLength: 8 }),
    wishes: fc.string({ unit: anyCharacter, maxLength: 400 }),
    building: fc.string({ unit: anyCharacter, maxLength: 80 }),
    name: fc.string({ unit: anyCharacter, maxLength: 30 }).map((name) => `王${name}`),
    channel: fc.constantFrom('in-person', 'phone', 'wechat' as const),
    reach: fc.string({ unit: anyCharacter, maxLength: 60 }).map((reach) => `1${reach}`),
  })

  it('is taken by the contract, whatever was typed', () => {
    fc.assert(
      fc.property(any, (typed) => {
        const input = inputOf(draft({ ...(typed as object), time: 'wait' }), {
          ...{ service: 'mediation', centreId: 'nongye', evenIfClashes: false },
        })
        const read = v.safeParse(contract['consultation.request'].input, input)
        expect(read.issues).toBeUndefined()
      }),
    )
  })

  it('is the same for the same draft, so that a retry is the same request', () => {
    const filled = draft({ kind: 'debt', name: '王女士', time: slot(), agreed: '2026-11' })
    const to = { service: 'legal', centreId: 'nongye', evenIfClashes: false } as const
    expect(inputOf(filled, to)).toEqual({
      service: 'legal',
      poolId: 'nongye.p1',
      matter: { kind: 'debt', text: '', otherParties: [], wishes: '', building: '' },
      contact: { name: '王女士', channel: 'in-person', reach: '' },
      fileIds: [],
      consent: { rulesVersion: CONFIDENTIALITY_RULES },
    })
    expect(JSON.stringify(inputOf(filled, to))).toBe(JSON.stringify(inputOf({ ...filled }, to)))
  })

  it('has no number where they meet in person', () => {
    const typed = { name: '王女士', reach: '13800000000' }
    expect(contactOf({ ...typed, channel: 'in-person' }).reach).toBe('')
    expect(contactOf({ ...typed, channel: 'phone' }).reach).toBe('13800000000')
  })

  it('has the names that were filled in, and no empty ones', () => {
    expect(partiesOf({ otherParties: [' 示例甲 ', '', '  ', '示例\t乙'] })).toEqual([
      '示例甲',
      '示例 乙',
    ])
  })
})

describe('a draft', () => {
  it('is begun with the first word or tile, and not before', () => {
    expect(isBegun(EMPTY_DRAFT)).toBe(false)
    expect(isBegun(draft({ text: '  ' }))).toBe(false)
    expect(isBegun(draft({ otherParties: ['', '示例甲'] }))).toBe(true)
    expect(isBegun(draft({ kind: 'labour' }))).toBe(true)
  })

  it('is read again as it was', () => {
    const filled = draft({ kind: 'debt', text: '借条', time: slot(), part: 'review' })
    expect(readDraft(JSON.parse(JSON.stringify(filled)))).toEqual(filled)
  })

  it.each([null, 7, 'x', { text: 7 }, { kind: 'war' }, { files: 'x' }, { otherParties: [1] }])(
    'is none where the phone kept %j',
    (kept) => {
      expect(readDraft(kept)).toBeNull()
    },
  )

  it('is filled up where an older version kept less', () => {
    expect(readDraft({ kind: 'labour', text: '欠薪' })).toEqual(
      draft({ kind: 'labour', text: '欠薪' }),
    )
  })
})
