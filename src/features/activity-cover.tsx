import { useState } from 'react'
import { View } from '@tarojs/components'
import { coverSource } from '@/gateway/activities/cover'
import type { Category } from '@/domain/calendar/programme'
import { Picture } from '@/ui/picture/picture'
import { Seal } from '@/ui/seal/seal'
import './activity-cover.css'

interface ActivityCoverProps {
  activityId: string
  title: string
  category: Category
  /** Its address; null for none, absent from older servers. */
  cover?: string | null | undefined
}

/** Low enough that the name, the seats and the time stay in sight below it. */
const RATIO = 9 / 16

/** The picture at the top of an activity; its seal where the picture cannot be had; nothing without one. */
export function ActivityCover({ cover, ...activity }: ActivityCoverProps) {
  return cover ? <Cover key={cover} cover={cover} {...activity} /> : null
}

function Cover({ activityId, title, category, cover }: ActivityCoverProps & { cover: string }) {
  const [missing, setMissing] = useState(false)
  return (
    <View className="activity-cover">
      <Picture
        address={cover}
        label={`封面：${title}`}
        ratio={RATIO}
        find={() => coverSource(activityId, cover)}
        onMissing={() => setMissing(true)}
      >
        {missing ? <Seal category={category} size={60} /> : null}
      </Picture>
    </View>
  )
}
