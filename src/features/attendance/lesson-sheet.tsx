import { View } from '@tarojs/components'
import type { SheetPurpose } from '@/domain/attendance/sheet'
import {
  NO_NAME,
  SHEET_COLUMNS,
  SHEET_FOOTS,
  SHEET_MARKS,
  SHEET_NAMES,
  sheetTitle,
  sheetWhen,
} from '@/domain/attendance/sheet-words'
import { parseInstant } from '@/domain/time/instant'
import { Paper } from '@/ui/print/paper'
import type { Sheet } from './use-sheet'
import './lesson-sheet.css'

interface LessonSheetProps {
  sheet: Sheet
  purpose: SheetPurpose
}

/** A lesson's sheet as the printer makes it: its head stands on every page, no line is cut. */
export function LessonSheet({ sheet, purpose }: LessonSheetProps) {
  const lesson = {
    ...sheet,
    startsAt: parseInstant(sheet.startsAt),
    endsAt: parseInstant(sheet.endsAt),
  }
  return (
    <Paper className="sheet-paper">
      <View className={`sheet-table sheet-${purpose}`}>
        <View className="paper-head">
          <View className="sheet-row">
            <View className="sheet-whole">
              <View className="sheet-caption">
                <View className="sheet-name">{`${sheet.centreName} ${SHEET_NAMES[purpose]}`}</View>
                <View className="sheet-lesson number">{sheetTitle(lesson)}</View>
                <View className="number">{sheetWhen(lesson)}</View>
              </View>
              <Line className="sheet-columns" cells={SHEET_COLUMNS[purpose]} />
            </View>
          </View>
        </View>
        <View className="sheet-lines">
          {sheet.rows.map(({ number, name, codeEnds, mark }) => (
            <View key={number} className="sheet-row">
              <View className="sheet-whole">
                <Line
                  cells={[`${number}`, name ?? NO_NAME, codeEnds, mark ? SHEET_MARKS[mark] : '']}
                />
              </View>
            </View>
          ))}
        </View>
      </View>
      <View className="sheet-foot">{SHEET_FOOTS[purpose]}</View>
    </Paper>
  )
}

function Line({ cells, className = '' }: { cells: readonly string[]; className?: string }) {
  return (
    <View className={`sheet-line ${className}`}>
      {cells.map((cell, at) => (
        <View key={at} className="sheet-cell number">
          {cell}
        </View>
      ))}
    </View>
  )
}
