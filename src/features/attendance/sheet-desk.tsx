import { useState } from 'react'
import { View } from '@tarojs/components'
import { SHEET_PURPOSES, type SheetPurpose } from '@/domain/attendance/sheet'
import { SHEET_FOOTS, SHEET_NAMES } from '@/domain/attendance/sheet-words'
import { canPrint, printPage } from '@/gateway/device/print'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { LessonSheet } from './lesson-sheet'
import { useSheet } from './use-sheet'
import { sheetWords } from './wording'
import './sheet-desk.css'

interface SheetDeskProps {
  occurrenceId: string
  /** Whether somebody may keep the roster with full names: staff, and no volunteer. */
  mayKeep: boolean
  now: number
}

const NOTES: Readonly<Record<SheetPurpose, string>> = {
  'sign-in': '放在门口签，名字只留第一个字',
  roster: '留底用，有全名和到了没有',
}

/** 签到表、名单: one of the two, to print at a desk or to open as an Excel file. */
export function SheetDesk({ occurrenceId, mayKeep, now }: SheetDeskProps) {
  const [purpose, choose] = useState<SheetPurpose>('sign-in')
  const { answer, stuck, save } = useSheet(occurrenceId, purpose)
  const sheet = answer.value
  return (
    <>
      <View className="not-printed">
        {mayKeep ? (
          <Choice
            label="哪一张"
            options={SHEET_PURPOSES.map((value) => ({
              ...{ value, label: SHEET_NAMES[value], note: NOTES[value] },
            }))}
            value={purpose}
            onChange={choose}
          />
        ) : null}
        {sheet ? (
          <View className="sheet-acts">
            {canPrint ? (
              <Button block onTap={printPage}>
                打印
              </Button>
            ) : null}
            <Button kind={canPrint ? 'ghost' : 'primary'} block onTap={() => void save()}>
              {canPrint ? '存成 Excel' : `打开${SHEET_NAMES[purpose]}（${sheet.rows.length} 人）`}
            </Button>
            {stuck ? (
              <View className="note" {...aria({ role: 'alert' })}>
                这部手机打不开 Excel。用电脑打开常来的网页，在这里能打印，也能存。
              </View>
            ) : null}
            {canPrint ? null : (
              <View className="note">
                {`打开以后，右上角可以打印、转给同事。${SHEET_FOOTS[purpose]}`}
              </View>
            )}
          </View>
        ) : null}
      </View>
      {sheet === null ? (
        answer.failure ? (
          <Unread answer={answer} words={sheetWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : canPrint ? (
        <LessonSheet sheet={sheet} purpose={purpose} />
      ) : null}
    </>
  )
}
