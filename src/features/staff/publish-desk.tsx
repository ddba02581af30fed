import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { PublishCalendar } from './publish-calendar'
import { PublishClasses, SHOWN } from './publish-classes'
import { PublishDone } from './publish-done'
import { PublishFoot } from './publish-foot'
import { MissingClasses } from './publish-missing'
import { OpeningField } from './publish-opening'
import { CellQuestion, SheetQuestions } from './publish-questions'
import { OF_SHEET } from './publish-words'
import { usePublish } from './use-publish'
import './timetable.css'

interface PublishDeskProps {
  centreId: string
  importId: string
  name: string
  now: number
  /** Opens what is published, one by one. */
  onProgramme: () => void
}

/** What publishing a sheet would do, what is to be answered before, and the button that does it. */
export function PublishDesk(props: PublishDeskProps) {
  const publishing = usePublish(props)
  const { looked, problem, published } = publishing
  const [edited, edit] = useState<string | null>(null)
  const [cancelling, setCancelling] = useState<readonly string[]>([])
  if (published) {
    return (
      <View className="desk-columns">
        <PublishDone published={published} onProgramme={props.onProgramme} />
      </View>
    )
  }
  const said = problem ? (
    <Card>
      <View {...aria({ role: 'alert' })}>
        <View className="timetable-head">{problem.title}</View>
        <View className="note timetable-hint">{problem.next}</View>
      </View>
      <Button kind="ghost" block onTap={() => void publishing.again()}>
        再看一遍
      </Button>
    </Card>
  ) : null
  if (!looked) return said ?? <Skeleton kind="list" />
  const asked = looked.open.filter(({ kind }) => !OF_SHEET.includes(kind))
  return (
    <View className="desk-columns">
      <View>
        <PublishCalendar looked={looked} now={props.now} />
        <PublishClasses looked={looked} publishing={publishing} edited={edited} onEdit={edit} />
      </View>
      <View>
        <SheetQuestions publishing={publishing} open={looked.open} />
        {asked.length > 0 ? (
          <Section title="要答一答" note={`${asked.length}`}>
            {asked.slice(0, SHOWN).map((open) => (
              <CellQuestion key={`${open.cell} ${open.kind}`} open={open} publishing={publishing} />
            ))}
          </Section>
        ) : null}
        <MissingClasses
          missing={looked.missing}
          chosen={new Set(cancelling)}
          onChange={(activityId) =>
            setCancelling(
              cancelling.includes(activityId)
                ? cancelling.filter((one) => one !== activityId)
                : [...cancelling, activityId],
            )
          }
        />
        {looked.counts.added > 0 || looked.open.length > 0 ? (
          <OpeningField
            opensAt={publishing.kept.defaults.opensAt}
            now={props.now}
            onChange={(opensAt) => publishing.answerAll({ opensAt })}
          />
        ) : null}
        <PublishFoot
          looked={looked}
          publishing={publishing}
          isEditing={looked.classes.some(({ cell }) => cell === edited)}
          cancel={looked.missing.filter(({ activityId }) => cancelling.includes(activityId))}
        />
        {said}
      </View>
    </View>
  )
}
