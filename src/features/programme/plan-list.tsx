import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { dayInWords } from '@/domain/time/words'
import { dateOf } from '@/domain/time/date'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Row, Rows } from '@/ui/row/row'
import { SearchField } from '@/ui/search-field/search-field'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { FilterChips } from '../filter-chips'
import type { Summary } from './saving-words'
import { usePlans } from './use-plans'
import { listProgrammeWords } from './wording'
import './plan-list.css'

type State = Summary['state']

const STATES: readonly { value: State; label: string }[] = [
  { value: 'draft', label: '草稿' },
  { value: 'published', label: '已发布' },
  { value: 'over', label: '已结束' },
  { value: 'cancelled', label: '已取消' },
]
/** Asked once nobody has typed for so long. */
const STILL_MS = 400

interface PlanListProps {
  centreId: string
  /** The one that stands beside the list. */
  chosen: string | null
  now: number
  onChoose: (activityId: string) => void
  /** Absent where one of them is to be chosen alone. */
  onNew?: () => void
}

/** What a centre offers, for its staff: drafts, what is published, what is over or cancelled. */
export function PlanList({ centreId, chosen, now, onChoose, onNew }: PlanListProps) {
  const [state, setState] = useState<State | null>(null)
  const [typed, type] = useState('')
  const [text, search] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => search(typed.trim()), STILL_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const plans = usePlans({ centreId, ...(state && { state }), ...(text !== '' && { text }) })
  const { first, activities, more, busy } = plans
  const narrowed = state !== null || text !== ''
  return (
    <>
      {onNew ? (
        <Button block onTap={onNew}>
          新开一个
        </Button>
      ) : null}
      <View className="plan-search">
        <SearchField value={typed} placeholder="找活动的名字" onChange={type} />
      </View>
      <FilterChips label="哪一种" all="全部" options={STATES} value={state} onChange={setState} />
      <Copied answer={first} now={now} />
      {first.value === null ? (
        first.failure ? (
          <Unread answer={first} words={listProgrammeWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : activities.length === 0 ? (
        <Card>
          <Empty
            scene={narrowed ? 'glass' : 'tea'}
            title={narrowed ? '没找到' : '还没有排过活动'}
            note={narrowed ? '换个字，或者看全部。' : '点“新开一个”，一分钟就能发布一场讲座。'}
          />
        </Card>
      ) : (
        <View className="plan-rows">
          <Rows label="排课">
            {activities.map((one) => (
              <Row
                key={one.activityId}
                seal={one.category}
                title={one.title}
                note={noteOf(one, now)}
                tag={TAGS[one.state]}
                off={one.state === 'cancelled'}
                selected={one.activityId === chosen}
                label={`${one.title}，${noteOf(one, now)}，${TAGS[one.state].text}`}
                onTap={() => onChoose(one.activityId)}
              />
            ))}
          </Rows>
          {more ? (
            <Button kind="quiet" block busy={busy} onTap={() => void more()}>
              再看 50 个
            </Button>
          ) : null}
        </View>
      )}
    </>
  )
}

const TAGS = {
  draft: { tone: 'waiting', text: '草稿' },
  published: { tone: 'free', text: '已发布' },
  over: { tone: 'quiet', text: '已结束' },
  cancelled: { tone: 'full', text: '已取消' },
} as const

/** 12月3日 周四起 · 一楼讲座室 · 报了 12 / 40，候补 3 */
function noteOf(one: Summary, now: number): string {
  const { firstStartsAt, place, capacity, taken, waiting } = one
  const seats = capacity === null ? null : `报了 ${taken} / ${capacity}`
  const parts = [
    firstStartsAt ? `${dayInWords(dateOf(parseInstant(firstStartsAt)), dateOf(now))}起` : null,
    place,
    one.state === 'published' ? seats : null,
    waiting > 0 ? `候补 ${waiting}` : null,
  ]
  return parts.filter(Boolean).join(' · ')
}
