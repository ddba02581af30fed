import type { Audience, Category } from '@/domain/calendar/programme'
import type { AgeRange } from './ages'

/** What words of a title say of the kind of class; the first that fits, so the more exact before. */
const CATEGORY: [RegExp, Category][] = [
  [/法律|律师|普法|调解|法援/, 'legal'],
  [/义诊|量血压|血压|问诊|针灸|推拿|体检|中医(?!养生)|理疗|看诊|健康检测/, 'clinic'],
  [/参观|研学|出游|郊游|游学|外出|徒步|踏青|走进/, 'outing'],
  [
    /重阳|中秋|国庆|元宵|春节|端午|清明节?(?!上河)|元旦|六一|教师节|建军节|妇女节|联欢|庙会|过节|腊八/,
    'festival',
  ],
  [
    /大讲堂|讲座|课堂|宣讲|防诈|反诈|急救|消防|开学第一课|养生(?!操)|分类|升旗|观影|电影/,
    'lecture',
  ],
  [
    /茶艺师|验光|家政|月嫂|育婴|面点师|技能|就业|创业|直播带货|电商|考证|PPT|办公软件|叉车/i,
    'skills',
  ],
]
const CHILDREN =
  /少儿|儿童|幼儿|亲子|小学|青少年|绘本|乐高|机器人|航模|编程|奥数|作业|托管|夏令营|冬令营|四点半|宝贝|小小|早教|幼小|小主持/
const CLUB =
  /社$|队$|合唱|广场舞|太极|八段锦|养生操|棋牌|戏|京剧|沙龙|读书会|模特|协会|俱乐部|英语角/
const ELDERS = /老年|长者|银发|夕阳红|老人|敬老|重阳|长辈/
const MEMBERS = /党员|党课|先锋|支部|主题党日/
const RIDERS = /骑手|快递|外卖|新就业/

/** What kind a class is by its title and ages; a course in the evening or of no other kind is night school. */
export function categoryOf(title: string, ages: AgeRange | null): Category {
  if (isForChildren(title, ages) && !/参观|研学|联欢|六一/.test(title)) return 'children'
  const [, category] = CATEGORY.find(([words]) => words.test(title)) ?? []
  return category ?? (CLUB.test(title) ? 'club' : 'night-school')
}

/** Whom a class is meant for, by its title and ages. */
export function audienceOf(title: string, ages: AgeRange | null): Audience {
  if (isForChildren(title, ages)) return 'children'
  if (ELDERS.test(title) || (ages?.min ?? 0) >= 50) return 'elders'
  if (MEMBERS.test(title)) return 'members'
  if (RIDERS.test(title)) return 'riders'
  return /成人|夜校|职场|青壮/.test(title) || (ages?.min ?? 0) >= 16 ? 'adults' : 'everyone'
}

const isForChildren = (title: string, ages: AgeRange | null) =>
  (ages?.max != null && ages.max < 18) || CHILDREN.test(title)
