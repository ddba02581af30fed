import { deflateRawSync } from 'node:zlib'
import { inflateSync, strFromU8 } from 'fflate'
import { Bench, type Task } from 'tinybench'
import { type StationQuery, createStationFinder } from '../../src/domain/stations/finder'
import { packStations, unpackStations } from '../../src/domain/stations/packed-list'
import { parseInstant } from '../../src/domain/time/instant'
import { naiveFind } from '../support/naive-finder'
import { realisticStations } from '../support/stations'

/**
 * How fast the list of a district is searched and read, beside naive code and beside the 16.7 ms
 * that a screen has to paint a frame. Says what it measured and judges nothing: machines differ.
 */

const COUNT = 2000
const FRAME_MS = 1000 / 60
const NOW = parseInstant('2026-11-22T02:14:00+08:00')
const around = { origin: { lat: 34.7512, lng: 113.6087 }, now: NOW, marks: {} }

const QUERIES: [asked: string, query: StationQuery][] = [
  ['all, the nearest 20', { ...around, limit: 20 }],
  ['open now, the nearest 3', { ...around, open: 'now', limit: 3 }],
  ['open now with a charger', { ...around, open: 'now', facilities: ['charging'], limit: 20 }],
  [
    '24 h, microwave and toilet',
    { ...around, open: '24h', facilities: ['microwave', 'toilet'], limit: 20 },
  ],
  ['all, sorted whole', { ...around, limit: COUNT }],
]

const stations = realisticStations(COUNT, NOW)
const text = packStations(stations)
const deflated = deflateRawSync(text, { level: 9 })
const finder = createStationFinder(stations)

const say = (line = '') => process.stdout.write(`${line}\n`)
const meanOf = (task: Task) => {
  const { result } = task
  if (!('latency' in result)) throw new Error(`${task.name} was not measured`)
  return result.latency.mean
}
const ms = (mean: number) => `${mean.toFixed(3)} ms`
const frame = (mean: number) => `${((100 * mean) / FRAME_MS).toFixed(1)} % of a frame`

const bench = new Bench({ time: 500 })
for (const [asked, query] of QUERIES) {
  bench.add(`finder: ${asked}`, () => void finder.find(query))
  bench.add(`naive: ${asked}`, () => void naiveFind(stations, query))
}
bench.add('make the finder', () => void createStationFinder(stations))
bench.add('pack', () => void packStations(stations))
bench.add('inflate', () => void strFromU8(inflateSync(deflated)))
bench.add('unpack', () => void unpackStations(text))
bench.runSync()

const mean = (name: string) => meanOf(bench.getTask(name)!)
say(`${COUNT} stations`)
say()
for (const [asked] of QUERIES) {
  const [own, naive] = [mean(`finder: ${asked}`), mean(`naive: ${asked}`)]
  const ratio = `${(naive / own).toFixed(1)} times as fast as naive`
  say(`find ${asked.padEnd(28)} ${ms(own)}, ${frame(own)}; naive ${ms(naive)}: ${ratio}`)
}
say()
for (const name of ['make the finder', 'pack', 'inflate', 'unpack']) {
  say(`${name.padEnd(33)} ${ms(mean(name))}, ${frame(mean(name))}`)
}
say()
const base64 = deflated.toString('base64').length
say(
  `as JSON ${Buffer.byteLength(JSON.stringify(stations))} bytes, its deflate in base64 ${
    deflateRawSync(JSON.stringify(stations), { level: 9 }).toString('base64').length
  }`,
)
say(
  `packed ${Buffer.byteLength(text)} bytes, deflated ${deflated.length}, in base64 ${base64} of 65536`,
)
