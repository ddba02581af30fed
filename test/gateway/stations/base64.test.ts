import fc from 'fast-check'
import { bytesOfBase64 } from '@/gateway/stations/base64'

it('reads what others write', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64')
      expect([...bytesOfBase64(text)]).toEqual([...bytes])
    }),
  )
})

it.each(['A', 'AAA', 'AAAAA', 'AA-_', 'AA A', '名单名单', '====', 'A===', '=AAA'])(
  'refuses %j, which is no base64',
  (text) => expect(() => bytesOfBase64(text)).toThrow(RangeError),
)
