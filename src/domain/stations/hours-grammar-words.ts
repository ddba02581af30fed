/** The part of the day that a time is said to lie in; it tells 8 in the evening from 8 in the morning. */
export type Period = 'small-hours' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'midnight'

/** Days that have a word of their own; `otherwise`: those that nothing else is said of. */
export type DayWord = 'daily' | 'workdays' | 'weekend' | 'holidays' | 'otherwise'

/** What a word or mark of opening hours is to the grammar. */
export type Word =
  | { kind: 'days'; days: DayWord }
  | { kind: 'period'; period: Period }
  | {
      kind:
        | 'next-day'
        | 'all-day'
        | 'closed'
        | 'except'
        | 'except-for'
        | 'outside'
        | 'usual'
        | 'including'
        | 'range'
        | 'comma'
        | 'close'
        | 'and'
        | 'colon'
        | 'dot'
        | 'hour'
        | 'minute'
        | 'half'
        | 'quarter'
        | 'duration'
        | 'year'
        | 'month'
        | 'day'
        | 'season'
        | 'festival'
        | 'unsaid'
        | 'vague'
        | 'break'
        | 'bound'
        | 'filler'
    }

const SIMPLE: Readonly<Record<Exclude<Word['kind'], 'days' | 'period'>, string>> = {
  'next-day': '次日 翌日 第二天 第二日 隔日 隔天 次晨',
  'all-day': '全天候 全天 全日 昼夜 不打烊 不关门',
  closed:
    '休息 休 公休 关闭 关门 闭馆 闭站 不开放 不对外开放 不营业 不开门 不开 停止开放 暂停开放 暂不开放 暂停服务 停业 歇业 放假',
  except: '除外',
  'except-for': '除 除了 除去',
  outside: '外 以外 之外',
  usual:
    '不休 不休息 无休 照常 照常开放 照常营业 正常开放 正常营业 不放假 不关闭 也开放 同样开放 通用',
  including: '含 包括 包含',
  range: '- – — ― − ‐ ‑ ~ ∼ 〜 至 到 → ─ ━',
  comma: ', ; 。 ( [ 【 〔 | \n \r',
  close: ') ] 】 〕',
  and: '、 / 和 及 与 以及 & + 或',
  colon: ': ∶ ︰ ꞉',
  dot: '. ·',
  hour: '点 点钟 点整 时 时整 時',
  minute: '分 分钟',
  half: '半',
  quarter: '刻 刻钟',
  duration: '小时 个小时 h hour hours',
  year: '年',
  month: '月 月份',
  day: '日 号',
  season:
    '冬季 夏季 春季 秋季 春夏 秋冬 春秋 冬春 夏秋 冬令时 夏令时 冬天 夏天 供暖季 采暖季 淡季 旺季 暑期 暑假 寒假',
  festival: '元旦 春节 清明 清明节 五一 劳动节 端午 端午节 中秋 中秋节 国庆 国庆节 除夕 过年',
  unsaid:
    '营业时间 营业时间内 营业期间 上班时间 上班时间内 工作时间 工作时间内 办公时间 办公时间内 服务时间内',
  vague: '不定时 不固定 另行通知 以通知为准 视情况 弹性 预约 电话预约',
  break: '午休 中午休息 午间休息',
  bound: '起 止 前 后 之前 之后 以前 以后 左右',
  filler:
    '开放 开放时间 服务时间 服务 对外 在内 免费 均 都 为 是 提供 内 期间 自助 不间断 正常 每 当日 当天 当晚 从 自 可 时间 国家 营业 开门 无午休 中午不休 中午不休息 午间不休 午间不休息 * × x',
}

const DAYS: Readonly<Record<DayWord, string>> = {
  daily:
    '每天 每日 天天 全年 全年无休 全年不休 全周 一周七天 一周7天 每周七天 每周7天 7天 七天 365天',
  workdays: '工作日 法定工作日 工作天 上班日 平日',
  weekend: '周末 双休日 双休 星期六日 礼拜六日',
  holidays:
    '节假日 法定节假日 国家法定节假日 国家节假日 法定假日 法定节日 公共假日 公众假期 假日 节日 假期',
  otherwise: '平时 其他时间 其它时间 其余时间 其他日子 其余 其他 其它',
}

const PERIODS: Readonly<Record<Period, string>> = {
  'small-hours': '凌晨',
  morning: '早上 早晨 清晨 清早 早间 早 上午 朝 晨 am a.m.',
  noon: '中午 正午 午间',
  afternoon: '下午 午后 傍晚 pm p.m.',
  evening: '晚上 晚间 晚 夜间 夜晚 夜里 夜 深夜',
  midnight: '半夜 午夜',
}

const VOCABULARY = new Map<string, Word>()
for (const [kind, words] of Object.entries(SIMPLE) as [keyof typeof SIMPLE, string][]) {
  for (const word of words.split(' ')) VOCABULARY.set(word, { kind })
}
for (const [days, words] of Object.entries(DAYS) as [DayWord, string][]) {
  for (const word of words.split(' ')) VOCABULARY.set(word, { kind: 'days', days })
}
for (const [period, words] of Object.entries(PERIODS) as [Period, string][]) {
  for (const word of words.split(' ')) VOCABULARY.set(word, { kind: 'period', period })
}
const LONGEST = Math.max(...[...VOCABULARY.keys()].map((word) => word.length))

/** The longest word that stands at a place of a text in half-width, lower-case letters. */
export function wordAt(text: string, at: number): { word: Word; length: number } | null {
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length -= 1) {
    const word = VOCABULARY.get(text.slice(at, at + length))
    if (word) return { word, length }
  }
  return null
}
