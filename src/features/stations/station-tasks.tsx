import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import type { Settlement } from '@/domain/stations/station'
import { parseInstant } from '@/domain/time/instant'
import { agoInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Section } from '@/ui/section/section'
import { Sheet } from '@/ui/sheet/sheet'
import { TextArea } from '@/ui/text-area/text-area'
import { useAnswer } from '../use-answer'
import { plainLine } from '../plain-text'
import { useTyped } from '../use-typed'
import { saidInWords, SETTLEMENT_CHOICES } from './report-words'
import { SaidNote } from './said-note'
import { useTelling } from './use-telling'
import { tasksOf } from './task-question'
import { settleWords } from './wording'
import './station-tasks.css'

type Task = Output<'stations.tasks'>['tasks'][number]

interface StationTasksProps {
  centreId: string
  stationId: string
  now: number
  onSignIn: () => void
  /** A matter was answered: what is shown of the station is old. */
  onSettled: () => void
}

/** For staff: what several people said of this station, and the answer that all of them read. */
export function StationTasks({ centreId, stationId, now, onSignIn, onSettled }: StationTasksProps) {
  const tasks = useAnswer(tasksOf(centreId))
  const [asked, setAsked] = useState<Task | null>(null)
  const [settlement, setSettlement] = useState<Settlement | null>(null)
  const [line, setLine, dropLine] = useTyped(`settle ${asked?.taskId}`, '')
  const { tell, busy, said } = useTelling({
    operation: 'stations.settle',
    words: settleWords,
    onSignIn,
  })
  const here = (tasks.value?.tasks ?? []).filter((task) => task.stationId === stationId)

  const settle = async (): Promise<void> => {
    if (!asked || !settlement) return
    const text = plainLine(line) || undefined
    const input = { taskId: asked.taskId, settlement, ...(text ? { line: text } : {}) }
    const done = await tell(input, () => ({
      title: '答复好了',
      next: `说过的 ${asked.people} 个人会看到。`,
    }))
    if (!done) return
    setAsked(null)
    setSettlement(null)
    dropLine()
    await tasks.refresh()
    onSettled()
  }

  return (
    <>
      {here.length > 0 ? (
        <Section title="待办" note={`${here.length} 件`}>
          {here.map((task) => (
            <Card key={task.taskId}>
              <View className="task-title">
                {`${task.people} 个人${saidInWords(task.kind, task.facility)}`}
              </View>
              <View className="note">{agoInWords(parseInstant(task.openedAt), now)}</View>
              {task.notes.map(({ note, at }, index) => (
                <View key={`${at} ${index}`} className="task-note">{`“${note}”`}</View>
              ))}
              <View className="task-answer">
                <Button kind="private" block onTap={() => setAsked(task)}>
                  答复
                </Button>
              </View>
            </Card>
          ))}
        </Section>
      ) : null}
      {asked ? null : <SaidNote said={said} />}
      <Sheet open={asked !== null} title="怎么答复" onClose={() => setAsked(null)}>
        <Choice
          label="怎么答复"
          options={SETTLEMENT_CHOICES}
          value={settlement}
          onChange={setSettlement}
        />
        <View className="task-line">
          <TextArea
            label="给说的人一句话（可以不写）"
            value={line}
            maxLength={100}
            placeholder="比如：锁换好了，密码贴在门上"
            onChange={setLine}
          />
        </View>
        <SaidNote said={said && !said.ok ? said : null} />
        <View className="task-answer">
          <Button block busy={busy} disabled={settlement === null} onTap={() => void settle()}>
            答复
          </Button>
        </View>
      </Sheet>
    </>
  )
}
