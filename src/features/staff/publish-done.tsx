import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Section } from '@/ui/section/section'
import type { Published } from './use-publish'

interface PublishDoneProps {
  published: Published
  onProgramme: () => void
}

/** What publishing did, and the way to where it is changed one by one. */
export function PublishDone({ published, onProgramme }: PublishDoneProps) {
  const { counts, told, missing, cancelled } = published
  return (
    <Section title="发布好了">
      <Card>
        <View {...aria({ role: 'status' })}>
          <View className="title">
            {`新开 ${counts.added} 门，改 ${counts.changed} 门，不变 ${counts.unchanged} 门`}
          </View>
          <View className="note timetable-hint">
            {cancelled.length > 0 ? `取消了 ${cancelled.length} 门。` : ''}
            {told > 0 ? `已经告诉 ${told} 个人。` : '没有谁需要知道。'}
            {missing.length > 0 ? `表里没有了的 ${missing.length} 门照常上。` : ''}
          </View>
        </View>
        <Button block onTap={onProgramme}>
          去排课，一门一门看
        </Button>
      </Card>
    </Section>
  )
}
