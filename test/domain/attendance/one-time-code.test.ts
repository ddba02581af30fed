import { isOneTimeCode, oneTimeCode } from '@/domain/attendance/one-time-code'
import { readShown, shownText } from '@/domain/attendance/shown-code'
import { MINUTE, SECOND } from '@/domain/time/instant'

/** The seed of RFC 6238, appendix B, for SHA-256: 32 bytes of ASCII digits. */
const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA'

describe('the code of a booking', () => {
  test.each([
    [59, '119246'],
    [1_111_111_109, '084774'],
    [1_111_111_111, '062674'],
    [1_234_567_890, '819424'],
    [2_000_000_000, '698825'],
    [20_000_000_000, '737706'],
  ])('at second %d is the last six digits that RFC 6238 gives', (seconds, code) => {
    expect(oneTimeCode(SEED, seconds * SECOND)).toBe(code)
  })

  it('is good for a minute either way, and for no longer', () => {
    const now = 1_111_111_110 * SECOND
    const code = oneTimeCode(SEED, now)
    expect([-1, 0, 1].map((by) => isOneTimeCode(SEED, code, now + by * MINUTE))).toEqual([
      ...[true, true, true],
    ])
    expect([-2, 2].map((by) => isOneTimeCode(SEED, code, now + by * MINUTE))).toEqual([
      ...[false, false],
    ])
  })

  it('is read off a phone with the booking’s code', () => {
    const shown = { checkInCode: 'K7MPQ2RX', oneTimeCode: '084774' }
    expect(readShown(` ${shownText(shown)}\n`)).toEqual(shown)
    expect(['', 'K7MPQ2RX', 'K7MPQ2RX08477', 'https://example.org'].map(readShown)).toEqual([
      ...[null, null, null, null],
    ])
  })
})
