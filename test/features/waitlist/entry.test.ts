import {
  endInWords,
  entriesIn,
  isLive,
  offerEnds,
  waitingIn,
  whoInWords,
} from '@/features/waitlist/entry'
import { offersOf } from '@/features/waitlist/offers'
import { HOUR } from '@/domain/time/instant'
import { anEntry, anOffer, NOW } from './entries'

it('keeps seats for somebody until the offer ends, and not a moment longer', () => {
  const offer = anOffer()
  const end = offerEnds([offer, anEntry()])
  expect(end).toEqual([new Date('2026-11-22T20:30:00+08:00').getTime()])
  expect(offersOf([offer], end[0]! - 1)).toEqual([offer])
  expect(offersOf([offer], end[0]!)).toEqual([])
  expect(isLive(offer, end[0]!)).toBe(false)
})

it('shows the offer that ends soonest first', () => {
  const later = anOffer({ entryId: 'nongye.e2', offerUntil: '2026-11-23T09:00:00+08:00' })
  expect(offersOf([later, anEntry(), anOffer()], NOW).map(({ entryId }) => entryId)).toEqual([
    'nongye.e1',
    'nongye.e2',
  ])
})

it('finds my live entries of one pool', () => {
  const elsewhere = anEntry({ poolId: 'nongye.p2' })
  const over = anEntry({ state: 'over', position: null })
  expect(entriesIn([anEntry(), elsewhere, over, anOffer()], 'nongye.p1', NOW)).toHaveLength(2)
  expect(entriesIn([anOffer()], 'nongye.p1', NOW + 12 * HOUR)).toEqual([])
})

it('knows who of my family waits, and names them', () => {
  const gone = { attendeeId: null, name: null }
  const entry = anEntry({ attendees: [...anEntry().attendees, gone] })
  expect(waitingIn([entry])).toEqual(new Set(['self', 'm-aaaaaaaaaaaaaaaa']))
  expect(whoInWords(entry)).toBe('我 + 小满 + 一位家里人')
})

it('says what became of an entry that has ended', () => {
  const ends = (['accepted', 'lapsed', 'left', 'over', 'offered'] as const).map((state) =>
    endInWords(anEntry({ state })),
  )
  expect(ends.map(({ text }) => text)).toEqual(['报上了', '没确认', '退了', '没等到', '没确认'])
})
