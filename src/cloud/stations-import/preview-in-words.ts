import { FACILITIES, FACILITY_NAMES, type Facilities } from '@/domain/stations/facility'
import { DATUMS, DATUM_NAMES } from '@/domain/stations/datum'
import { distanceBetween, distanceInWords } from '@/domain/stations/distance'
import { hoursInWords } from '@/domain/stations/hours-in-words'
import type { ApplyOptions } from './apply'
import { columnsOfText } from './columns-of-text'
import type { Changeable, KnownStation, Plan, StationContent } from './plan'
import type { Preview } from './preview'

const FIELD_NAMES: Readonly<Record<Changeable, string>> = {
  name: '名称',
  address: '地址',
  point: '位置',
  entrance: '怎么进',
  hours: '开放时间',
  facilities: '设施',
  runBy: '负责单位',
  phone: '电话',
}
const NOTHING = '（没有）'
const MOST_ROWS_OF_A_WORD = 5

const metresInWords = (metres: number) => {
  const { number, unit } = distanceInWords(metres)
  return `${number} ${unit}`
}

const facilitiesInWords = (facilities: Facilities) =>
  FACILITIES.filter((one) => one in facilities)
    .map((one) => FACILITY_NAMES[one])
    .join('、') || NOTHING

function valueInWords(field: Exclude<Changeable, 'point'>, of: StationContent | KnownStation) {
  if (field === 'hours') return of.hours ? hoursInWords(of.hours) : NOTHING
  if (field === 'facilities') return facilitiesInWords(of.facilities)
  return of[field] || NOTHING
}

function changeInWords(field: Changeable, known: KnownStation, content: StationContent): string {
  if (field === 'point') return `位置：移动 ${metresInWords(distanceBetween(known, content))}`
  const [before, after] = [valueInWords(field, known), valueInWords(field, content)]
  return `${FIELD_NAMES[field]}：${before} → ${after}`
}

/** What a list changes of a station: 开放时间：8:00–20:00 → 24 小时；电话：… */
export function changesInWords(
  fields: readonly Changeable[],
  known: KnownStation,
  content: StationContent,
): string {
  return fields.map((field) => changeInWords(field, known, content)).join('；')
}

/** What a station of a list is like, where it is new: address, hours, facilities. */
export function contentInWords(content: StationContent): string[] {
  return [content.address, valueInWords('hours', content), valueInWords('facilities', content)]
}

function datumLines({ datum, datumSource, datumNamed, guess }: Preview): string[] {
  const medians =
    guess &&
    columnsOfText(
      DATUMS.map((one) => [
        `  若是 ${DATUM_NAMES[one]}`,
        `相差 ${metresInWords(guess.medians[one])}`,
      ]),
    )
  if (datumSource === 'named') return [`坐标：${DATUM_NAMES[datum]}，名单里写明`]
  if (datumSource === 'given') {
    const other = datumNamed !== null && datumNamed !== datum
    return [
      `坐标：按 ${DATUM_NAMES[datum]}`,
      ...(other ? [`  注意：名单里写的是 ${DATUM_NAMES[datumNamed]}`] : []),
    ]
  }
  if (!guess) return ['坐标：名单没有写明是哪一种']
  const against =
    guess.basis === 'same-name'
      ? `和 ${guess.measured} 个同名驿站比，中间一个：`
      : '没有同名驿站可比，只能和最近的驿站或中心比，不一定准，中间一个：'
  return [`坐标：名单没有写明是哪一种，猜是 ${DATUM_NAMES[datum]}。${against}`, ...medians!]
}

/** A heading with its rows below, or nothing where there are none. */
function section(heading: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : ['', heading, ...columnsOfText(rows).map((line) => `  ${line}`)]
}

/** 新增 3  有变化 1  没变化 30… in one line. */
export function countsInWords(plan: Plan): string {
  const counts: [string, number][] = [
    ['新增', plan.added.length],
    ['有变化', plan.changed.length],
    ['没变化', plan.same.length],
    ['曾撤下', plan.takenOff.length],
    ['名单里没有', plan.missing.length],
  ]
  return counts.map(([name, count]) => `${name} ${count}`).join('  ')
}

/** What is to be done with stations that only one of the two lists has. */
export type Removals = Pick<ApplyOptions, 'removeMissing' | 'restore'>

/** A preview in plain Chinese, line by line, for a terminal. */
export function previewInWords(preview: Preview, { removeMissing, restore }: Removals): string[] {
  const { plan, errors, unknownWords, unread } = preview
  const wrongRows = new Set(errors.map(({ row }) => row)).size
  return [
    `${preview.sheet ? `工作表“${preview.sheet}”，` : ''}驿站 ${preview.stationRows} 行，其中有错误的 ${wrongRows} 行`,
    ...(unread.length > 0 ? [`没有读的列：${unread.join('、')}`] : []),
    ...datumLines(preview),
    '',
    countsInWords(plan),
    ...section(
      '新增',
      plan.added.map(({ draft, content }) => [
        `第 ${draft.row} 行`,
        content.name,
        ...contentInWords(content),
      ]),
    ),
    ...section(
      '有变化',
      plan.changed.map(({ draft, known, fields, content }) => [
        `第 ${draft.row} 行`,
        known.name,
        changesInWords(fields, known, content),
      ]),
    ),
    ...section(
      restore ? '恢复' : '名单里有，但已经撤下（加 --restore 恢复）',
      plan.takenOff.map(({ draft, content }) => [
        `第 ${draft.row} 行`,
        content.name,
        content.address,
      ]),
    ),
    ...section(
      removeMissing ? '名单里没有，撤下' : '名单里没有，仍然保留（加 --remove-missing 撤下）',
      plan.missing.map(({ name, address }) => [name, address]),
    ),
    ...section(
      '有错误，这些行不导入',
      errors.map(({ row, column, problem, read }) => [
        `第 ${row} 行`,
        column,
        read ? `${problem}。读到的是：${read}` : problem,
      ]),
    ),
    ...section(
      '不认识的设施，没有记下',
      [...unknownWords].map(([word, rows]) => [
        word,
        `第 ${rows.slice(0, MOST_ROWS_OF_A_WORD).join('、')} 行${rows.length > MOST_ROWS_OF_A_WORD ? `等 ${rows.length} 行` : ''}`,
      ]),
    ),
  ]
}
