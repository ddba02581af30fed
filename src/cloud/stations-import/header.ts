import type { Datum } from '@/domain/stations/datum'
import { datumIn } from './datum'
import { ListRefused } from '@/cloud/sheets/list-refused'
import { MOST_ROWS, type Sheet, type SheetRow } from './sheet'

export type Field =
  | 'name'
  | 'address'
  | 'hours'
  | 'facilities'
  | 'lng'
  | 'lat'
  | 'point'
  | 'phone'
  | 'runBy'
  | 'entrance'

/** A column as its header calls it. */
export interface Column {
  index: number
  title: string
}

/** Which column of a sheet is which, and the rows below. */
export interface Table {
  sheet: string
  columns: Partial<Record<Field, Column>>
  /** Titles of columns that say nothing of a station here. */
  unread: string[]
  /** The datum that a title or a header names; null where none does. */
  datum: Datum | null
  rows: SheetRow[]
}

/** Within so many rows from the top stands the header. */
const HEADER_WITHIN = 10
const LEAST_COLUMNS = 3

/** A header is of the first field one of whose words it is, else of the first that it contains. */
const TITLES: [Field, exact: string, within: string][] = [
  ['entrance', '入口 怎么进 进门方式 进入方式 门禁 出入口', '入口 进门 怎么进'],
  ['lng', '经度 lng lon long longitude x 东经', '经度 longitude 东经'],
  ['lat', '纬度 lat latitude y 北纬', '纬度 latitude 北纬'],
  ['point', '坐标 经纬度 位置坐标 gps 定位 地图坐标', '坐标 经纬度'],
  ['hours', '开放时间 服务时间 营业时间 开放时段 时间 hours', '开放时 服务时 营业时'],
  [
    'facilities',
    '设施 服务设施 配套 配套设施 设备 服务内容 服务项目 硬件 facilities',
    '设施 设备 配套',
  ],
  ['phone', '电话 联系电话 联系方式 手机 手机号 phone tel', '电话 联系方式 手机'],
  ['address', '地址 详细地址 具体地址 位置 地点 所在地 站点地址 address', '地址 位置 地点'],
  ['runBy', '负责单位 建设单位 管理单位 所属单位 主办单位 责任单位 运营单位 单位', '单位'],
  [
    'name',
    '名称 驿站名称 站点名称 驿站 站点 网点名称 点位名称 服务站点 name',
    '名称 驿站名 站点名',
  ],
]
const NOT_READ = /备注|序号|编号|照片|图片|面积|数量/

/** A header without its marks, spaces and what stands in brackets: 经度（WGS84） is 经度. */
const plainTitle = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s*:：/_-]+/g, '')

function fieldOf(title: string): Field | null {
  const plain = plainTitle(title)
  if (plain === '') return null
  const exact = TITLES.find(([, words]) => words.split(' ').includes(plain))
  if (exact) return exact[0]
  // 经纬度 contains 纬度.
  if (plain.includes('经纬')) return 'point'
  const within = TITLES.find(([, , words]) => words.split(' ').some((word) => plain.includes(word)))
  return within && !NOT_READ.test(plain) ? within[0] : null
}

function columnsOf({ cells }: SheetRow): Table['columns'] {
  const columns: Table['columns'] = {}
  cells.forEach((title, index) => {
    const field = fieldOf(title)
    if (field && !columns[field]) columns[field] = { index, title }
  })
  return columns
}

/** 经度 and 纬度 may stand in a second row, under a header 坐标 over both. */
function withSecondRow(
  columns: Table['columns'],
  next: SheetRow | undefined,
): [Table['columns'], boolean] {
  const below = next ? columnsOf(next) : {}
  if (!below.lng || !below.lat || below.name || columns.lng) return [columns, false]
  const { point: _, ...others } = columns
  return [{ ...others, lng: below.lng, lat: below.lat }, true]
}

function tableOf(sheet: Sheet): Table | null {
  const top = sheet.rows.slice(0, HEADER_WITHIN)
  const found = top.map((row) => Object.keys(columnsOf(row)).length)
  const place = found.indexOf(Math.max(...found, 0))
  const header = sheet.rows[place]
  if (!header || !columnsOf(header).name || found[place]! < LEAST_COLUMNS) return null
  const [columns, second] = withSecondRow(columnsOf(header), sheet.rows[place + 1])
  const read = new Set(Object.values(columns).map(({ index }) => index))
  const heading = sheet.rows.slice(0, place + (second ? 2 : 1)).flatMap(({ cells }) => cells)
  return {
    sheet: sheet.name,
    columns,
    unread: header.cells.filter((title, index) => title !== '' && !read.has(index)),
    datum: heading.reduce<Datum | null>((datum, text) => datum ?? datumIn(text), null),
    rows: sheet.rows.slice(place + (second ? 2 : 1)),
  }
}

/**
 * The first sheet that has a header among its first ten rows: 名称 and two more columns that are
 * known. Throws ListRefused where none has, where no column says where stations are, and for more
 * than 5,000 rows.
 */
export function findTable(sheets: readonly Sheet[]): Table {
  for (const sheet of sheets) {
    const table = tableOf(sheet)
    if (!table) continue
    const { lng, lat, point } = table.columns
    if (!point && !(lng && lat)) {
      throw new ListRefused('名单里没有“经度”“纬度”两列，也没有“坐标”一列；没有位置就带不了路')
    }
    if (table.rows.length > MOST_ROWS) {
      throw new ListRefused(`名单超过 ${MOST_ROWS} 行，请分成几个文件导入`)
    }
    return table
  }
  throw new ListRefused('前 10 行里找不到表头；表头至少要有“名称”“地址”和“经度”“纬度”')
}
