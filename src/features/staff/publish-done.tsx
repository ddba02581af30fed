import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Section } from '@/ui/section/section'
import { countsInWords, publishedInWords } from './publish-words'
import type { Published } from './use-publish'

interface PublishDoneProps {
  published: Published
  onProgramme: () => void
}

/** What publishing did, and the way to where it is changed one by one. */
export function PublishDone({ published, onProgramme }: PublishDoneProps) {
  return (
    <Section title="发布好了">
      <Card>
        <View {...aria({ role: 'status' })}>
          <View className="timetable-head">
            {countsInWords({ counts: published.counts, missing: [] })}
          </View>
          <View className="note timetable-hint">{publishedInWords(published)}</View>
        </View>
        <Button block onTap={onProgramme}>
          去排课，一门一门看
        </Button>
      </Card>
    </Section>
  )
}
