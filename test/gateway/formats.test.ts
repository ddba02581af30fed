import ical from 'node-ical'
import { requestIdOf } from '@/gateway/call/request-id-text'
import { httpDateMs } from '@/gateway/call/transport-http'
import { chanceOf } from '@/gateway/device/chance'
import { icalendarOf } from '@/gateway/device/icalendar'
import { mapLinks } from '@/gateway/device/map-links'
import { personaOfCookies } from '@/gateway/session/persona-cookie'

it('writes request ids that the contract accepts', () => {
  for (const byte of [0, 1, 63, 64, 255]) {
    expect(requestIdOf(new Uint8Array(22).fill(byte))).toMatch(/^[A-Za-z0-9_-]{22}$/)
  }
})

it('makes an even number in [0, 1) of four bytes', () => {
  expect(chanceOf([0, 0, 0, 0])).toBe(0)
  expect(chanceOf([128, 0, 0, 0])).toBe(0.5)
  expect(chanceOf([0, 0, 0, 1])).toBe(2 ** -32)
  expect(chanceOf([255, 255, 255, 255])).toBe(1 - 2 ** -32)
})

it('reads the date of an HTTP answer', () => {
  expect(httpDateMs('Sun, 22 Nov 2026 09:05:03 GMT')).toBe(Date.UTC(2026, 10, 22, 9, 5, 3))
  for (const text of [
    null,
    '',
    'now',
    'Sun, 22 Xyz 2026 09:05:03 GMT',
    'Sun, 22 anF 2026 09:05:03 GMT',
  ]) {
    expect(httpDateMs(text)).toBeNull()
  }
})

it('reads the persona of a cookie, Chinese names too', () => {
  expect(personaOfCookies('a=b; local-persona=elder')).toBe('elder')
  expect(personaOfCookies('local-persona=%E5%B0%8F%E6%BB%A1; x=1')).toBe('小满')
  expect(personaOfCookies('local-persona=%E5%B')).toBeNull()
  expect(personaOfCookies('other-local-persona=x')).toBeNull()
  expect(personaOfCookies('')).toBeNull()
})

it('writes a calendar file that another library reads as meant', () => {
  const text = icalendarOf(
    [
      {
        uid: 'nongye.o1@changlai',
        title: '社区大讲堂：冬季急救, 一起学; 一起练',
        place: '讲座室',
        note: '带上水杯\n到了出示签到码 '.repeat(8),
        startsAt: '2026-11-26T15:00:00+08:00',
        endsAt: '2026-11-26T16:30:00+08:00',
      },
    ],
    0,
  )
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const [event] = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT')
  expect(event).toMatchObject({
    summary: '社区大讲堂：冬季急救, 一起学; 一起练',
    location: '讲座室',
  })
  expect((event as { start: Date }).start.toISOString()).toBe('2026-11-26T07:00:00.000Z')
  expect((event as { end: Date }).end.toISOString()).toBe('2026-11-26T08:30:00.000Z')
})

it('gives map pages the datum of our coordinates', () => {
  const links = mapLinks({ name: '农业银行社区', address: '示例路 1 号', lat: 34.75, lng: 113.61 })
  expect(links.map((link) => link.name)).toEqual(['高德地图', '百度地图', '腾讯地图'])
  expect(links[0]!.url).toContain('position=113.61,34.75')
  expect(links[0]!.url).toContain('coordinate=gaode')
  expect(links[1]!.url).toContain('location=34.75,113.61')
  expect(links[1]!.url).toContain('coord_type=gcj02')
})
