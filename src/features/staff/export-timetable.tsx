import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays, dateOf } from '@/domain/time/date'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { openWorkbook } from '@/gateway/device/open-file'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Section } from '@/ui/section/section'
import { type Sentence, sentenceFor } from '../refusal-words'
import { READING_TABLE, exportTimetableWords } from './wording'

/** What is exported: from today on, half a year. */
const DAYS = 183

/** Gives the centre's classes back as a sheet that can be taken in again. */
export function ExportTimetable({ centreId, now }: { centreId: string; now: number }) {
  const [busy, setBusy] = useState(false)
  const [sentence, setSentence] = useState<Sentence | null>(null)
  const give = async () => {
    setBusy(true)
    setSentence(null)
    const from = dateOf(now)
    const reply = await call('staff.exportTimetable', { centreId, from, to: addDays(from, DAYS) })
    setBusy(false)
    if (!reply.ok) {
      return setSentence(sentenceFor(exportTimetableWords, READING_TABLE, reply, serverNow()))
    }
    const shown = await openWorkbook(reply.value.name, reply.value.content)
    const { left = [] } = reply.value
    if (left.length > 0) {
      setSentence({
        title: `有 ${left.length} 门课没有写进表里`,
        next: `时间太零散，一格写不下：${left.slice(0, 5).join('、')}。要改它们，去排课里改。`,
      })
    }
    if (!shown) setSentence({ title: '表打不开', next: '换一台电脑，用浏览器打开这一页再导出。' })
  }
  return (
    <Section title="导出">
      <Card>
        <View className="note timetable-hint">
          从今天起半年里的课，一门一行。改好了再传上来，只改您改过的地方。
        </View>
        <Button kind="ghost" block busy={busy} onTap={() => void give()}>
          {busy ? '正在导出' : '导出课程表'}
        </Button>
        {sentence ? (
          <View {...aria({ role: 'alert' })}>
            <View className="timetable-head">{sentence.title}</View>
            <View className="note">{sentence.next}</View>
          </View>
        ) : null}
      </Card>
    </Section>
  )
}
