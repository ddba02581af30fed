import { View } from '@tarojs/components'
import type { Activity } from '@/features/activities/activity-words'
import { shareTitle } from '@/features/activities/share'
import { inMiniProgram, passOn } from '@/features/sharing'
import { Button } from '@/ui/button/button'
import { Section } from '@/ui/section/section'

interface ActivityAboutProps {
  activity: Activity
  onCalendar: () => void
}

/** What it is about, and the two ways to take it along. */
export function ActivityAbout({ activity, onCalendar }: ActivityAboutProps) {
  return (
    <>
      <Section title="介绍">
        {activity.description.split('\n').map((paragraph, index) => (
          <View key={index} className="activity-paragraph">
            {paragraph}
          </View>
        ))}
      </Section>
      <View className="activity-acts">
        <Button kind="ghost" icon="calendar-plus" onTap={onCalendar}>
          手机日历
        </Button>
        <Button
          kind="ghost"
          icon="share"
          openType={inMiniProgram ? 'share' : undefined}
          onTap={() => void passOn(shareTitle(activity))}
        >
          转给家里人
        </Button>
      </View>
    </>
  )
}
