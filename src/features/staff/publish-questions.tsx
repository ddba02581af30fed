import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { Section } from '@/ui/section/section'
import { TextField } from '@/ui/text-field/text-field'
import { OwnNumber } from './own-number'
import { WRITTEN_LIKE } from './timetable-words'
import type { Previewed, Publishing } from './use-publish'
import './timetable.css'

type Open = Previewed['open'][number]

const LENGTHS = [45, 60, 90, 120]
const SEATS = [15, 20, 30, 50]
const REST_DAYS = [
  ['drop', '停一次'],
  ['postpone', '往后顺延'],
  ['keep', '照常上'],
] as const

/** What was said and no chip says. */
function otherThan(chips: readonly number[], said: number | null | undefined): number | null {
  return typeof said === 'number' && !chips.includes(said) ? said : null
}

/** What is asked once for the whole sheet, where a class leaves it open or it was answered before. */
export function SheetQuestions({
  publishing,
  open,
}: {
  publishing: Publishing
  open: readonly Open[]
}) {
  const { defaults } = publishing.kept
  const asks = (kind: Open['kind']) => open.some((one) => one.kind === kind)
  return (
    <>
      {asks('seats') || defaults.seats !== undefined ? (
        <Section title="没写名额的课，要报名吗">
          <ChipRow label="没写名额的课，要报名吗">
            <Chip
              selected={defaults.seats === null}
              onTap={() => publishing.answerAll({ seats: null })}
            >
              都不用报名
            </Chip>
            {SEATS.map((seats) => (
              <Chip
                key={seats}
                selected={defaults.seats === seats}
                onTap={() => publishing.answerAll({ seats })}
              >
                {`都要，每门 ${seats} 人`}
              </Chip>
            ))}
          </ChipRow>
          <OwnNumber
            label="每门别的人数"
            value={otherThan(SEATS, defaults.seats)}
            least={1}
            most={100_000}
            onTake={(seats) => publishing.answerAll({ seats })}
          />
        </Section>
      ) : null}
      {asks('length') || defaults.lengthMinutes !== undefined ? (
        <Section title="没写几点结束的，一次多长">
          <ChipRow label="没写几点结束的，一次多长">
            {LENGTHS.map((lengthMinutes) => (
              <Chip
                key={lengthMinutes}
                selected={defaults.lengthMinutes === lengthMinutes}
                onTap={() => publishing.answerAll({ lengthMinutes })}
              >
                {`${lengthMinutes} 分钟`}
              </Chip>
            ))}
          </ChipRow>
          <OwnNumber
            label="别的长度，多少分钟"
            value={otherThan(LENGTHS, defaults.lengthMinutes)}
            least={5}
            most={1440}
            onTake={(lengthMinutes) => publishing.answerAll({ lengthMinutes })}
          />
        </Section>
      ) : null}
      {asks('rest-days') || defaults.restDays !== undefined ? (
        <Section title="遇到公休日的课">
          <ChipRow label="遇到公休日的课">
            {REST_DAYS.map(([restDays, words]) => (
              <Chip
                key={restDays}
                selected={defaults.restDays === restDays}
                onTap={() => publishing.answerAll({ restDays })}
              >
                {words}
              </Chip>
            ))}
          </ChipRow>
        </Section>
      ) : null}
    </>
  )
}

/** What can be right as it was read. */
const CAN_BE_RIGHT: readonly Open['kind'][] = ['weekday', 'span', 'half-day', 'name']

/** One question beside its cell: right as it is, said anew, or the class is left out. */
export function CellQuestion({ open, publishing }: { open: Open; publishing: Publishing }) {
  const { cell, kind, why } = open
  const [words, setWords] = useState('')
  const isName = kind === 'name'
  const said = words.trim()
  const label = isName ? `${cell} 的课叫什么` : `${cell} 什么时候上课`
  return (
    <Card>
      <View className="timetable-head">{why}</View>
      <View className="note">{`在 ${cell}`}</View>
      <ChipRow label={why}>
        {CAN_BE_RIGHT.includes(kind) ? (
          <Chip selected={false} onTap={() => publishing.answer(cell, { right: [kind] })}>
            对，就这样
          </Chip>
        ) : null}
        <Chip selected={false} onTap={() => publishing.answer(cell, { skip: true })}>
          先不发布
        </Chip>
      </ChipRow>
      <View className={isName ? '' : 'timetable-said'}>
        <TextField label={label} value={words} maxLength={isName ? 60 : 200} onChange={setWords} />
      </View>
      {isName ? null : <View className="note timetable-hint">{`写法同表里：${WRITTEN_LIKE}`}</View>}
      <Button
        kind="ghost"
        block
        disabled={said === ''}
        onTap={() => publishing.answer(cell, isName ? { title: said } : { when: said })}
      >
        用这个
      </Button>
    </Card>
  )
}
