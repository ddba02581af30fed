import { View } from '@tarojs/components'
import { Check, Checks } from '@/ui/checks/checks'
import { Section } from '@/ui/section/section'
import type { Previewed } from './use-publish'

interface MissingProps {
  missing: Previewed['missing']
  /** Which are to be called off. */
  chosen: ReadonlySet<string>
  onChange: (activityId: string) => void
}

/** What an earlier sheet had and this one has not: it stays, but for what is ticked. */
export function MissingClasses({ missing, chosen, onChange }: MissingProps) {
  if (missing.length === 0) return null
  return (
    <Section title="上次有、这张表里没有的课" note={`${missing.length}`}>
      <View className="note timetable-hint">不勾就照常上。不办了的，勾上，发布时一起取消。</View>
      <Checks label="要取消的课">
        {missing.map(({ activityId, title, people }) => (
          <Check
            key={activityId}
            label={`取消“${title}”`}
            note={people > 0 ? `${people} 个人报了名，会收到通知` : '没有人报名'}
            checked={chosen.has(activityId)}
            onChange={() => onChange(activityId)}
          />
        ))}
      </Checks>
    </Section>
  )
}
