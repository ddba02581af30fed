import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { findTable } from '@/cloud/stations-import/header'
import { ListRefused } from '@/cloud/sheets/list-refused'
import { readList } from '@/cloud/stations-import/read-list'
import { type Cell, csv, gb18030, workbook } from '../../support/station-list'

const ROWS: Cell[][] = [
  ['中原区户外劳动者驿站一览表', null, null, null, null],
  [],
  ['序号', '驿站名称', '详细地址', '经 度', '纬度'],
  [1, '桐柏路“工会”驿站', '桐柏路 12 号，\n南门', 113.620123, 34.74],
  [2, '中原路驿站', '中原路 5 号', 113.61, 34.75],
]
const READ = [
  { number: 4, cells: ['1', '桐柏路“工会”驿站', '桐柏路 12 号， 南门', '113.620123', '34.74'] },
  { number: 5, cells: ['2', '中原路驿站', '中原路 5 号', '113.61', '34.75'] },
]
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

describe('a list of stations', () => {
  test.each<[string, Uint8Array]>([
    ['CSV in UTF-8', strToU8(csv(ROWS))],
    ['CSV in UTF-8 with its mark', strToU8(`\ufeff${csv(ROWS)}`)],
    ['CSV in GB18030', gb18030(csv(ROWS))],
    ['CSV in UTF-16', utf16(csv(ROWS))],
    ['CSV with tabs', strToU8(csv(ROWS).replaceAll('","', '"\t"'))],
    ['CSV with semicolons', strToU8(csv(ROWS).replaceAll('","', '";"'))],
    ['Excel', workbook(ROWS)],
    ['Excel 97', workbook(ROWS, { bookType: 'biff8' })],
  ])('is read from %s', (_, bytes) => {
    const table = findTable(readList(bytes))
    expect(table.rows).toEqual(READ)
    expect(table.columns).toEqual({
      name: { index: 1, title: '驿站名称' },
      address: { index: 2, title: '详细地址' },
      lng: { index: 3, title: '经 度' },
      lat: { index: 4, title: '纬度' },
    })
    expect(table.unread).toEqual(['序号'])
  })

  test('has its numbers as entered and its times as shown', () => {
    const rows: Cell[][] = [
      ['名称', '地址', '坐标', '电话', '开放时间'],
      ['甲', '乙', '113.62,34.74', 13800000000, 0.375],
    ]
    const bytes = workbook(rows, { change: (sheet) => (sheet['E2'].z = 'h:mm') })
    expect(readList(bytes)[0]!.rows[1]!.cells).toEqual([
      '甲',
      '乙',
      '113.62,34.74',
      '13800000000',
      '9:00',
    ])
  })

  test('says of every row what is merged over several', () => {
    const rows: Cell[][] = [
      ['建设单位', '名称', '地址', '经度', '纬度'],
      ['区总工会', '甲', '一', 113.6, 34.7],
      [null, '乙', '二', 113.6, 34.7],
    ]
    const change = (sheet: { '!merges'?: unknown }) =>
      (sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }])
    const [sheet] = readList(workbook(rows, { change }))
    expect(sheet!.rows.map(({ cells }) => cells[0])).toEqual(['建设单位', '区总工会', '区总工会'])
  })

  test('may have a cell at the far end of its sheet', () => {
    const parts = unzipSync(workbook([['名称']]))
    const name = 'xl/worksheets/sheet1.xml'
    const far = '<row r="1048576"><c r="XFD1048576" t="str"><v>远</v></c></row></sheetData>'
    const xml = strFromU8(parts[name]!)
      .replace('</sheetData>', far)
      .replace('"A1"', '"A1:XFD1048576"')
    expect(xml).toContain('"A1:XFD1048576"')
    const bytes = zipSync({ ...parts, [name]: strToU8(xml) })
    // Cell by cell this would be 17 thousand million.
    expect(readList(bytes)[0]!.rows).toEqual([{ number: 1, cells: ['名称'] }])
  })
})

describe('the header', () => {
  const tableOf = (...rows: Cell[][]) => findTable(readList(strToU8(csv(rows))))
  const fields = (...rows: Cell[][]) =>
    Object.fromEntries(
      Object.entries(tableOf(...rows).columns).map(([field, { index }]) => [field, index]),
    )

  test.each([
    ['名称 地址 开放时间 设施 经度 纬度', 'name address hours facilities lng lat'],
    ['驿站名称 详细地址 服务时间 服务设施 lng lat', 'name address hours facilities lng lat'],
    ['站点名称 位置 营业时间 配套设施 longitude latitude', 'name address hours facilities lng lat'],
    ['名称（全称） 地址* 坐标 联系电话 建设单位', 'name address point phone runBy'],
    [
      '建设单位名称 驿站 地点 经纬度 负责人电话 进门方式',
      'runBy name address point phone entrance',
    ],
    ['经度(WGS84) 纬度(WGS84) Name ADDRESS', 'lng lat name address'],
    ['站点名称 单位地址 X Y', 'name address lng lat'],
  ])('%s', (titles, names) => {
    expect(fields(titles.split(' '))).toEqual(
      Object.fromEntries(names.split(' ').map((name, index) => [name, index])),
    )
  })

  test('may stand in two rows, 坐标 over 经度 and 纬度', () => {
    const table = tableOf(
      ['名称', '地址', '坐标', null],
      [null, null, '经度', '纬度'],
      ['甲', '乙', 113.6, 34.7],
    )
    expect(table.columns).toMatchObject({ lng: { index: 2 }, lat: { index: 3 } })
    expect(table.columns.point).toBeUndefined()
    expect(table.rows.map(({ number }) => number)).toEqual([3])
  })

  test.each([
    [['百度坐标拾取', null], 'BD-09'],
    [['（高德地图坐标）'], 'GCJ-02'],
    [['坐标系：CGCS2000'], 'WGS-84'],
    [['一览表'], null],
  ])('a title %j names the datum %s', (title, datum) => {
    expect(tableOf(title, ['名称', '地址', '经度', '纬度'], ['甲', '乙', 1, 2]).datum).toBe(datum)
  })

  test('is found on the sheet that has one', () => {
    const { columns } = findTable([
      { name: '说明', rows: [{ number: 1, cells: ['填表说明'] }] },
      { name: '名单', rows: [{ number: 1, cells: ['名称', '地址', '坐标'] }] },
    ])
    expect(columns.name).toBeDefined()
  })
})

describe('what is no list', () => {
  const refusal = (bytes: Uint8Array) => {
    try {
      findTable(readList(bytes))
    } catch (error) {
      expect(error).toBeInstanceOf(ListRefused)
      return (error as Error).message
    }
    return 'not refused'
  }
  const header = ['名称', '地址', '经度', '纬度']
  const sheet = strToU8('<x/>')
  const bomb = zipSync({
    'xl/workbook.xml': sheet,
    'xl/worksheets/a.xml': new Uint8Array(51 << 20),
  })
  /** The same, its directory saying that it unpacks to 100 bytes. */
  const lying = () => {
    const file = Buffer.from(bomb)
    for (let at = file.indexOf('PK\x01\x02'); at !== -1; at = file.indexOf('PK\x01\x02', at + 1)) {
      file.writeUInt32LE(100, at + 24)
    }
    return new Uint8Array(file)
  }
  const many = Array.from({ length: 5001 }, (_, row) => [`驿站 ${row}`, '路', 113.6, 34.7])

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), '文件是空的'],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), '超过 10 MB'],
    ['a PDF file', strToU8('%PDF-1.7 …'), 'PDF'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0), '图片'],
    ['a page', strToU8('<html><table>'), '网页'],
    ['other bytes', Uint8Array.of(1, 0, 2, 0, 3), '这不是表格'],
    ['text in no encoding', Uint8Array.of(0x61, 0xff, 0xff, 0x0a), '不是 UTF-8'],
    ['another zip file', zipSync({ 'a.txt': sheet }), '压缩包'],
    ['a broken zip file', workbook([header]).slice(0, 900), '是坏的'],
    ['a broken Excel 97 file', workbook([header], { bookType: 'biff8' }).slice(0, 600), '读不出来'],
    ['a bomb', bomb, '超过 50 MB'],
    ['a bomb that lies about its size', lying(), '超过 50 MB'],
    ['a list without positions', strToU8('名称,地址,电话\n甲,乙,1'), '没有“经度”“纬度”两列'],
    ['a list without a header', strToU8('甲,乙,1\n丙,丁,2'), '找不到表头'],
    ['too many rows in CSV', strToU8(csv([header, ...many])), '超过 5000 行'],
    ['too many rows in Excel', workbook([header, ...many]), '超过 5000 行'],
  ])('%s is refused', (_, bytes, sentence) => expect(refusal(bytes)).toContain(sentence))

  test('a header in the 11th row is not found', () => {
    const notes = Array.from({ length: 10 }, (_, row) => [`说明 ${row}`])
    expect(refusal(strToU8(csv([...notes, header])))).toContain('找不到表头')
    expect(refusal(strToU8(csv([...notes.slice(1), header])))).toBe('not refused')
  })
})
