import { FACILITIES, type Facility } from '@/domain/stations/facility'

const WORDS: Readonly<Record<Facility, string>> = {
  charging:
    '手机充电 充电 充电宝 共享充电宝 充电器 充电插座 充电插排 插座 插排 充电线 数据线 多功能充电',
  water:
    '热水 饮水 饮水机 开水 温水 直饮水 饮用水 热水器 开水器 烧水壶 电热水壶 净水器 净水机 茶水 喝水',
  microwave: '微波炉 热饭 加热饭菜 饭菜加热 加热餐食 电磁炉 蒸饭箱',
  'air-conditioning': '空调 冷暖 冷暖空调 冷暖设备 纳凉 取暖 避暑 避寒 暖气 电风扇 风扇 制冷 制热',
  benches:
    '休息座 休息座椅 休息区 桌椅 座椅 椅子 桌子 凳子 沙发 长椅 歇脚 休息 座位 折叠床 休息椅 休憩',
  toilet: '厕所 卫生间 洗手间 公厕 如厕 公共卫生间',
  'first-aid':
    '急救箱 药箱 急救包 医药箱 医药包 药品 常用药 常用药品 应急药品 急救药品 应急药箱 小药箱 急救 医疗箱',
  'rain-gear': '雨具 雨伞 爱心伞 爱心雨伞 雨衣 雨披 便民伞 伞',
  wifi: 'wifi wi-fi 无线网 无线网络 无线wifi 无线 免费上网 上网 wlan',
  'battery-swap':
    '换电柜 换电 电动车换电 换电站 电动车换电柜 电池更换 电瓶更换 电动车充换电 充换电 充换电柜',
}
/** Words that say nothing of what there is. */
const EMPTY =
  '免费 提供 爱心 公共 共享 设备 设施 服务 等 有 及 和 与 、 的 处 区 箱 台 个 张 把 套 机 间'
const NEGATION = /^(没有|暂无|不含|未配|缺|无(?!线))/

const DICTIONARY = new Map<string, Facility | null>()
for (const word of EMPTY.split(' ')) DICTIONARY.set(word, null)
for (const facility of FACILITIES) {
  for (const word of WORDS[facility].split(' ')) DICTIONARY.set(word, facility)
}
const LONGEST = Math.max(...[...DICTIONARY.keys()].map(({ length }) => length))

/** What a list's words for facilities name, in the order of FACILITIES, and the words nobody knows. */
export interface NamedFacilities {
  facilities: Facility[]
  unknown: string[]
}

/** The facilities that one piece names from its first character to its last; null where it does not. */
function inPiece(piece: string): Facility[] | null {
  const found: Facility[] = []
  for (let at = 0; at < piece.length;) {
    let length = Math.min(LONGEST, piece.length - at)
    while (length > 0 && !DICTIONARY.has(piece.slice(at, at + length))) length -= 1
    if (length === 0 && !/[\d()×*.]/.test(piece.charAt(at))) return null
    const facility = DICTIONARY.get(piece.slice(at, at + length))
    if (facility) found.push(facility)
    at += Math.max(length, 1)
  }
  return found
}

/**
 * Reads 微波炉、饮水机，充电宝 3 个 by synonyms. A piece that is not understood as a whole (无厕所,
 * 图书角) names nothing and is given back as unknown; 无, 暂无 and 3 台 alone name nothing.
 */
export function readFacilities(text: string): NamedFacilities {
  const pieces = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[、,;/|+。\s]+/)
    .filter((piece) => piece !== '' && !/^(无|暂无|没有|-+)$/.test(piece))
  const found = new Set<Facility>()
  const unknown: string[] = []
  for (const piece of pieces) {
    const named = NEGATION.test(piece) ? null : inPiece(piece)
    if (named === null) unknown.push(piece)
    else for (const facility of named) found.add(facility)
  }
  return { facilities: FACILITIES.filter((facility) => found.has(facility)), unknown }
}
