import { readDrafts } from '@/cloud/stations-import/drafts'
import { readFacilities } from '@/cloud/stations-import/facility-words'
import { findTable } from '@/cloud/stations-import/header'
import { readDegrees, readPoint } from '@/cloud/stations-import/read-point'
import { plainCell } from '@/cloud/stations-import/sheet'

const HEADER = '名称,地址,开放时间,设施,经度,纬度,联系电话,负责单位,入口,备注'.split(',')
const GOOD = ['甲驿站', '桐柏路 1 号', '24小时', '热水', '113.62', '34.74', '', '', '', '']

function read(...rows: string[][]) {
  const sheet = [HEADER, ...rows].map((cells, index) => ({
    number: index + 1,
    cells: cells.map(plainCell),
  }))
  return readDrafts(findTable([{ name: '', rows: sheet }]), 2026)
}
/** The good row with some cells changed, by their column. */
const row = (changes: Record<string, string>) =>
  GOOD.map((cell, index) => changes[HEADER[index]!] ?? cell)

describe('facilities in words', () => {
  test.each([
    ['微波炉、饮水机', ['water', 'microwave'], []],
    ['热水,充电宝 空调;桌椅', ['charging', 'water', 'air-conditioning', 'benches'], []],
    ['免费WiFi / 卫生间', ['toilet', 'wifi'], []],
    ['Ｗｉ－Ｆｉ', ['wifi'], []],
    ['无线网', ['wifi'], []],
    ['药箱 雨伞 3 把', ['first-aid', 'rain-gear'], []],
    ['微波炉2台', ['microwave'], []],
    ['微波炉饮水机沙发', ['water', 'microwave', 'benches'], []],
    ['手机充电、热饭、冷暖空调', ['charging', 'microwave', 'air-conditioning'], []],
    ['换电柜', ['battery-swap'], []],
    ['电动车换电、急救箱', ['first-aid', 'battery-swap'], []],
    ['图书角、热水', ['water'], ['图书角']],
    ['无厕所，有热水', ['water'], ['无厕所']],
    ['没有空调', [], ['没有空调']],
    ['暂无', [], []],
    ['', [], []],
  ])('%s', (text, facilities, unknown) =>
    expect(readFacilities(text)).toEqual({ facilities, unknown }),
  )
})

describe('positions in words', () => {
  test.each([
    ['113.62', 113.62],
    ['E113.62°', 113.62],
    ['113.62E', 113.62],
    ['东经113.62', 113.62],
    ['113°37′12″', 113.62],
    ['113度37分12秒', 113.62],
    ['１１３．６２', 113.62],
    ['113°61′', null],
    ['桐柏路', null],
    ['', null],
  ])('%s', (text, degrees) =>
    degrees === null
      ? expect(readDegrees(text)).toBeNull()
      : expect(readDegrees(text)).toBeCloseTo(degrees, 9),
  )

  test.each(['113.62,34.74', '34.74，113.62', '113.62 34.74', '113.62、34.74'])('%s', (text) =>
    expect(readPoint(text)).toEqual({ point: { lng: 113.62, lat: 34.74 } }),
  )

  test.each(['113.62', '113.62,34.74,0', '0,0', 'a,b'])('%s is no position', (text) =>
    expect(readPoint(text)).toEqual({ problem: expect.any(String) }),
  )
})

describe('rows', () => {
  test('become stations', () => {
    const cells = row({
      开放时间: '早8点至晚10点',
      联系电话: '0371-67890123、13800000000',
      入口: '南门',
    })
    expect(read(cells)).toMatchObject({
      errors: [],
      drafts: [
        {
          row: 2,
          sourceKey: '甲驿站|桐柏路1号',
          name: '甲驿站',
          address: '桐柏路 1 号',
          point: { lng: 113.62, lat: 34.74 },
          entrance: '南门',
          hours: { weekly: [{ opens: '08:00', closes: '22:00' }] },
          facilities: ['water'],
          runBy: null,
          phone: '0371-67890123',
        },
      ],
    })
  })

  test.each([
    [{ 名称: '' }, '名称', '没有写', ''],
    [{ 地址: '' }, '地址', '没有写', ''],
    [{ 名称: '站'.repeat(41) }, '名称', '最多 40 个字', '站'.repeat(41)],
    [{ 开放时间: '工作日' }, '开放时间', '“工作日”没有写几点到几点', '工作日'],
    [{ 开放时间: '每天8:00-6:00' }, '开放时间', '第 8 个字起', '每天8:00-6:00'],
    [{ 经度: '34.74', 纬度: '113.62' }, '经度', '写反了', '34.74，113.62'],
    [{ 经度: '', 纬度: '' }, '经度', '没有写位置', '，'],
    [{ 经度: '0', 纬度: '0' }, '经度', '不在中国', '0，0'],
    [{ 经度: '东边' }, '经度', '不是经纬度', '东边，34.74'],
    [{ 联系电话: '找小王' }, '联系电话', '不是电话号码', '找小王'],
  ])('%j is told as an error of its column', (changes, column, problem, text) => {
    const { drafts, errors } = read(GOOD, row({ 地址: '桐柏路 2 号', ...changes }))
    expect(drafts.map((draft) => draft.row)).toEqual([2])
    expect(errors).toEqual([
      { row: 3, column, problem: expect.stringContaining(problem), read: text },
    ])
  })

  test('of the same station twice are told', () => {
    const { drafts, errors } = read(GOOD, row({ 名称: '甲 驿站', 地址: '桐柏路１号。' }))
    expect(drafts).toHaveLength(1)
    expect(errors).toMatchObject([
      { row: 3, problem: expect.stringContaining('与第 2 行是同一个') },
    ])
  })

  test('that are notes and sums are passed over', () => {
    const note = ['注：以上站点全天开放', ...Array<string>(9).fill('')]
    const sum = ['合计', '2 个', ...Array<string>(8).fill('')]
    expect(read(GOOD, note, sum)).toMatchObject({ drafts: [{ row: 2 }], errors: [] })
  })

  test('keep the words for facilities that nobody knows', () => {
    const { unknownWords } = read(
      row({ 设施: '图书角、热水' }),
      row({ 地址: '二', 设施: '图书角' }),
    )
    expect([...unknownWords]).toEqual([['图书角', [2, 3]]])
  })
})
