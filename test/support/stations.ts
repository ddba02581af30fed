import { localKey } from '../../src/domain/access/key'
import { FACILITIES, type Facilities, type FacilityState } from '../../src/domain/stations/facility'
import { STATION_KEY_BYTES, type StationBrief } from '../../src/domain/stations/station'
import type { StationHours } from '../../src/domain/stations/station-hours'
import { DAY, HOUR, MINUTE } from '../../src/domain/time/instant'

const ROADS =
  '工人路 桐柏路 中原路 伊河路 淮河路 陇海路 建设路 嵩山路 文化宫路 秦岭路 华山路 西站路 汝河路 洛河路 颍河路 朱屯路 岗坡路 百花路 前进路 互助路 友爱路 协作路 郑上路 化工路 须水河路 科学大道 西三环 航海路 冉屯路 电厂路 白鸽路 计划路 龙海路 棉纺路 三官庙路 棉纺东路 纺机路 林山寨路 凯旋路 工农路'.split(
    ' ',
  )

const ESTATES =
  '锦绣 帝湖 金桂 翠竹 和昌 升龙 橄榄 百合 红叶 华强 绿都 春藤 康桥 天泽 西湖春天 国棉一厂 国棉三厂 国棉四厂 国棉五厂 国棉六厂 纺机 电缆 二砂 煤机 砂轮 郑上 中晟 常庄 大李 罗庄 朱屯 冉屯 大岗刘 小岗刘 柿园 洛达庙 白寨 付庄 石羊寺 须水 三十里铺 西岗 航海西 十二里屯 董寨 赵坡 孙庄 铁炉 董岗 闫垌'.split(
    ' ',
  )

/** Who opens stations, how the name goes on, and how the station is called there. */
const KEEPERS: [keeper: string, house: string, called: string, often: number][] = [
  ['', '工会', '驿站', 14],
  ['', '', '户外劳动者服务站点', 8],
  ['中国移动', '营业厅', '暖心驿站', 9],
  ['中国联通', '营业厅', '爱心驿站', 7],
  ['中国电信', '营业厅', '爱心翼站', 6],
  ['中国工商银行', '支行', '工行驿站', 7],
  ['中国建设银行', '支行', '劳动者港湾', 8],
  ['中国农业银行', '支行', '浓情暖域', 6],
  ['中国银行', '支行', '户外劳动者驿站', 5],
  ['郑州银行', '支行', '暖心驿站', 5],
  ['中原银行', '支行', '户外劳动者驿站', 4],
  ['中国邮政', '支局', '司机之家', 4],
  ['顺丰速运', '营业点', '小哥驿站', 3],
  ['美团', '站', '骑手驿站', 4],
  ['饿了么', '站', '骑士驿站', 3],
  ['张仲景大药房', '店', '爱心驿站', 4],
  ['丹尼斯', '店', '户外劳动者驿站', 2],
  ['中石化', '加油站', '爱心驿站', 4],
  ['', '公厕', '环卫工人休息室', 6],
  ['', '社区党群服务中心', '暖心驿站', 8],
]

const ENTRANCES =
  '南门进，按门铃|东侧玻璃门|进门扫码|大厅左手边|二楼，走楼梯|银行正门，找大堂经理|西门岗亭旁边|后院小门，密码问保安|一楼服务台旁|白色板房|门口有红色招牌|地下停车场入口旁|从便利店里面进|24 小时自助区，刷卡进|公厕旁边的小屋'.split(
    '|',
  )

const ALL = [1, 2, 3, 4, 5, 6, 7]
const WORKDAYS = [1, 2, 3, 4, 5]
const weekly = (opens: string, closes: string, days = ALL, holidays: [] | null = null) => ({
  weekly: [{ days, opens, closes }],
  publicHolidays: holidays,
  special: [],
})

/** Twelve kinds of hours, as the lists of trade unions have them. */
export const KINDS_OF_HOURS: readonly StationHours[] = [
  weekly('00:00', '24:00'),
  weekly('08:00', '18:00'),
  weekly('09:00', '17:00', WORKDAYS, []),
  weekly('06:00', '22:00'),
  weekly('08:30', '17:30', WORKDAYS, []),
  weekly('17:00', '02:00'),
  weekly('07:00', '21:00'),
  weekly('22:00', '06:00'),
  {
    weekly: [
      { days: WORKDAYS, opens: '09:00', closes: '17:00' },
      { days: [6, 7], opens: '09:30', closes: '16:00' },
    ],
    publicHolidays: [{ opens: '10:00', closes: '16:00' }],
    special: [],
  },
  {
    weekly: [
      { days: WORKDAYS, opens: '08:00', closes: '12:00' },
      { days: WORKDAYS, opens: '14:00', closes: '18:00' },
    ],
    publicHolidays: [],
    special: [],
  },
  weekly('05:30', '23:30'),
  {
    ...weekly('08:00', '20:00'),
    special: [{ from: '2026-11-28', to: '2026-12-02', spans: [] }],
  },
]

/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function facilitiesBy(chance: () => number): Facilities {
  const likely = [0.85, 0.95, 0.7, 0.75, 0.9, 0.4, 0.6, 0.35, 0.5, 0.08]
  const state = (): FacilityState => {
    const luck = chance()
    return luck < 0.03 ? 'broken' : luck < 0.05 ? 'doubted' : 'working'
  }
  const there = FACILITIES.filter((_, index) => chance() < likely[index]!)
  return Object.fromEntries(there.map((facility) => [facility, state()]))
}

/**
 * Stations as a district publishes them, the same for the same seed: scattered over 中原区 of
 * Zhengzhou, with names, houses, hours and lately said words as they would be at `now`.
 */
export function realisticStations(
  count: number,
  now: number,
  { seed = 1, keyBytes = STATION_KEY_BYTES } = {},
): StationBrief[] {
  const chance = numbersFrom(seed)
  const below = (limit: number) => Math.floor(chance() * limit)
  const keepers = KEEPERS.flatMap((keeper) => Array<typeof keeper>(keeper[3]).fill(keeper))
  return Array.from({ length: count }, () => {
    const [keeper, house, called] = keepers[below(keepers.length)]!
    const road = ROADS[below(ROADS.length)]!
    const estate = ESTATES[below(ESTATES.length)]!
    const spot = house.startsWith('社区') || chance() < 0.2 ? estate : road
    const place = chance()
    const near =
      place < 0.75
        ? ` ${1 + below(place < 0.5 ? 99 : 400)} 号`
        : place < 0.85
          ? `与${ROADS[below(ROADS.length)]!}交叉口${['东南角', '西北角', '向南 50 米路东', '向西 100 米路北'][below(4)]!}`
          : place < 0.95
            ? ` ${1 + below(200)} 号院 ${1 + below(20)} 号楼`
            : `${estate}小区 ${1 + below(20)} 号楼底商`
    const confirmed = chance() < 0.6
    const doubted = chance() < 0.02
    return {
      stationId: `${['nongye', 'tongfu', 'henanfangji'][below(3)]!}.${localKey(
        Uint8Array.from({ length: keyBytes }, () => below(256)),
      )}`,
      name: `${keeper}${spot}${house}${called}`,
      address: `中原区${road}${near}`,
      entrance: chance() < 0.4 ? ENTRANCES[below(ENTRANCES.length)]! : null,
      lat: Math.round((34.7 + chance() * 0.11) * 1e6) / 1e6,
      lng: Math.round((113.5 + chance() * 0.15) * 1e6) / 1e6,
      hours: chance() < 0.1 ? null : KINDS_OF_HOURS[Math.floor(chance() * chance() * 12)]!,
      facilities: facilitiesBy(chance),
      confirmedAt: confirmed
        ? Math.floor((now - chance() * chance() * 14 * DAY) / MINUTE) * MINUTE
        : null,
      confirmedBy: confirmed ? 1 + below(6) : 0,
      doubtUntil: doubted ? Math.floor((now + chance() * 12 * HOUR) / MINUTE) * MINUTE : null,
      doubtedBy: doubted ? 2 + below(3) : 0,
    }
  })
}
