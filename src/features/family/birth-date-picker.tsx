import { View } from '@tarojs/components'
import { ageInWords, birthDateInWords } from '@/domain/family/words'
import { Button } from '@/ui/button/button'
import { Tap } from '@/ui/tap/tap'
import {
  chosenPart,
  type Parts,
  PARTS,
  partName,
  partsOf,
  textOf,
  valuesOf,
} from './birth-date-parts'
import './birth-date-picker.css'

interface BirthDatePickerProps {
  /** `YYYY-MM-DD`, or the beginning of one while it is not whole. */
  value: string
  /** `YYYY-MM-DD` */
  today: string
  onChange: (value: string) => void
}

/** A birth date in three taps: the year, the month, the day, each from what there is. */
export function BirthDatePicker({ value, today, onChange }: BirthDatePickerProps) {
  const parts = partsOf(value)
  const part = chosenPart(parts)
  if (part === null) {
    return (
      <View className="birth-whole">
        <View className="birth-date number">{birthDateInWords(value)}</View>
        <View className="note number">{`今天 ${ageInWords(value, today)}`}</View>
        <View className="birth-again">
          <Button kind="ghost" onTap={() => onChange('')}>
            重选
          </Button>
        </View>
      </View>
    )
  }
  const said = PARTS.slice(0, PARTS.indexOf(part)).map((one) => partName(one, parts[one]!))
  const take = (number: number): void => onChange(textOf({ ...parts, [part]: number }))
  return (
    <View>
      <View className="birth-head">
        <View className="birth-said number">
          {said.length > 0 ? said.join(' ') : '哪一年生的？'}
        </View>
        {said.length > 0 ? (
          <Button kind="quiet" label="退回上一格" onTap={() => onChange(textBefore(parts))}>
            改
          </Button>
        ) : null}
      </View>
      <View className={`birth-cells birth-cells-${part}`}>
        {valuesOf(part, parts, today).map((number) => (
          <Tap key={number} className="birth-cell" onTap={() => take(number)}>
            {partName(part, number)}
          </Tap>
        ))}
      </View>
    </View>
  )
}

/** One part less. */
function textBefore({ year, month }: Parts): string {
  return textOf(month === null ? NOTHING : { ...NOTHING, year })
}

const NOTHING: Parts = { year: null, month: null, day: null }
