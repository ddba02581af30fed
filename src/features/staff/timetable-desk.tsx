import { useState } from 'react'
import { View } from '@tarojs/components'
import { dateOf } from '@/domain/time/date'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Section } from '@/ui/section/section'
import { inMiniProgram } from '../sharing'
import { ExportTimetable } from './export-timetable'
import { PublishDesk } from './publish-desk'
import { TimetableRead } from './timetable-read'
import { readInWords } from './timetable-words'
import { useTimetable } from './use-timetable'

const BUSY = { sending: '正在传上来', reading: '正在读课程表' } as const

interface TimetableDeskProps {
  centreId: string
  now: number
  /** Opens what is published, one by one. */
  onProgramme: () => void
}

/** For staff: how their own timetable is understood, published and given back. */
export function TimetableDesk({ centreId, now, onProgramme }: TimetableDeskProps) {
  const thisYear = Number(dateOf(now).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const { busy, sent, sentence, choose, readFor } = useTimetable(centreId)
  return (
    <>
      <View className="desk-columns">
        <Section title="没写年份的日子，算哪一年">
          <Choice
            label="哪一年"
            options={[thisYear, thisYear + 1].map((one) => ({
              value: String(one),
              label: `${one} 年`,
            }))}
            value={String(year)}
            onChange={(chosen) => {
              // What is on its way was asked for the year that is shown.
              if (busy) return
              setYear(Number(chosen))
              void readFor(Number(chosen))
            }}
          />
        </Section>
        <Section title="课程表" note={sent?.name}>
          <Card>
            {sent ? (
              <View className="timetable-hint" {...aria({ live: 'polite' })}>
                {readInWords(sent.read)}
              </View>
            ) : (
              <View className="note timetable-hint">
                选平时用的那张表就行：Excel 或 CSV，不超过 5
                MB。先看看读得对不对，点了“发布”才会改。
              </View>
            )}
            {inMiniProgram ? (
              <View className="note timetable-hint">
                表格在微信的聊天里选，可以先发给“文件传输助手”。
              </View>
            ) : null}
            <Button
              kind={sent ? 'ghost' : 'primary'}
              block
              busy={busy !== null}
              onTap={() => void choose(year)}
            >
              {busy ? BUSY[busy] : sent ? '换一个文件' : '选文件'}
            </Button>
          </Card>
        </Section>
      </View>
      {sentence ? (
        <Card>
          <View {...aria({ role: 'alert' })}>
            <View className="timetable-head">{sentence.title}</View>
            <View className="note">{sentence.next}</View>
          </View>
        </Card>
      ) : null}
      {sent ? (
        <PublishDesk
          key={sent.read.importId}
          centreId={centreId}
          importId={sent.read.importId}
          name={sent.name}
          now={now}
          onProgramme={onProgramme}
        />
      ) : null}
      <View className="desk-columns">
        {sent ? <TimetableRead key={`${sent.fileId} ${sent.year}`} read={sent.read} /> : null}
        <ExportTimetable centreId={centreId} now={now} />
      </View>
    </>
  )
}
