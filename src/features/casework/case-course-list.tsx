import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card/card'
import { Section } from '@/ui/section/section'
import type { CourseLine } from './case-course'
import './case-course-list.css'

/** What was said to and fro, oldest first. */
export function CaseCourse({ lines }: { lines: readonly CourseLine[] }) {
  if (lines.length === 0) return null
  return (
    <Section title="来往">
      <Card>
        <View className="course" {...aria({ role: 'list' })}>
          {lines.map(({ who, when, text, own }, index) => (
            <View
              key={`${index} ${when}`}
              className={own ? 'course-line course-own' : 'course-line'}
              {...aria({ role: 'listitem' })}
            >
              <View className="course-head">{`${who} · ${when}`}</View>
              {text ? <View className="course-text">{text}</View> : null}
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}
