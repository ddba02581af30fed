import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { serverNow } from '@/gateway/clock'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { sentenceFor, type Wording } from '../refusal-words'
import { ToldNote } from './told-note'
import type { Asked, Reading } from './use-asked'
import { LOOKING } from './wording'
import './asked-list.css'

interface AskedListProps<N extends Reading> {
  answer: Asked<N>
  words: Wording<N>
  now: number
  /** What is there instead of the list where the list is empty; null where it is not. */
  empty: ReactNode
  children?: ReactNode
}

/** A list on its way, there, empty, or not to be read; and the way to what comes after it. */
export function AskedList<N extends Reading>(props: AskedListProps<N>) {
  const { answer, words, now, empty, children } = props
  if (answer.value === null) {
    if (answer.failure) return <Unread answer={answer} words={words} outside={LOOKING} now={now} />
    return <Skeleton kind="list" />
  }
  const { more, failure } = answer
  return (
    <>
      {failure ? (
        <ToldNote told={{ ok: false, ...sentenceFor<N>(words, LOOKING, failure, serverNow()) }} />
      ) : null}
      {empty ? <Card>{empty}</Card> : children}
      {more ? (
        <View className="asked-more">
          <Button kind="ghost" block busy={answer.busy} onTap={() => void more()}>
            再看一些
          </Button>
        </View>
      ) : null}
    </>
  )
}
