import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Confirm } from '@/ui/confirm/confirm'
import type { Sentence } from '../refusal-words'
import { endsInWords, erasedInWords, KEPT_WORDS } from './data-words'
import './my-data.css'

interface EraseAccountProps {
  data: Pick<Output<'me.data'>, 'ends' | 'kept'>
  busy: boolean
  problem: Sentence | null
  onErase: () => Promise<void>
}

/** Says what erasing ends and what stays, and does it on a second tap. */
export function EraseAccount({ data, busy, problem, onErase }: EraseAccountProps) {
  const [asked, setAsked] = useState(false)
  const erase = async (): Promise<void> => {
    await onErase()
    setAsked(false)
  }
  return (
    <View className="my-data-part">
      <Lines lines={endsInWords(data.ends)} />
      <Stays kept={data.kept} />
      <View className="my-data-act">
        <Button kind="danger" block disabled={busy} onTap={() => setAsked(true)}>
          注销
        </Button>
      </View>
      {problem ? (
        <View className="my-data-problem" {...aria({ role: 'alert' })}>
          <View className="my-data-strong">{problem.title}</View>
          <View className="note">{problem.next}</View>
        </View>
      ) : null}
      <Confirm
        open={asked}
        title="真的注销吗？"
        body="注销了找不回来。以后再来，您是一位新居民。想留一份，先导出。"
        yes="注销"
        no="先不注销"
        danger
        busy={busy}
        onYes={() => void erase()}
        onNo={() => setAsked(false)}
      />
    </View>
  )
}

/** What was done, and what stays. */
export function Erased({ done, onHome }: { done: Output<'me.erase'>; onHome: () => void }) {
  return (
    <View className="my-data-part" {...aria({ role: 'status' })}>
      <View className="title">注销了</View>
      <Lines lines={erasedInWords(done)} />
      <Stays kept={done.kept} />
      <View className="my-data-act">
        <Button block onTap={onHome}>
          回首页
        </Button>
      </View>
    </View>
  )
}

function Stays({ kept }: Pick<Output<'me.data'>, 'kept'>) {
  const lines = kept.flatMap((what) => KEPT_WORDS[what] ?? [])
  if (lines.length === 0) return null
  return (
    <>
      <View className="my-data-strong">留下来的，只有这些</View>
      <Lines lines={lines} />
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <View {...aria({ role: 'list' })}>
      {lines.map((line) => (
        <View key={line} className="my-data-line number" {...aria({ role: 'listitem' })}>
          {line}
        </View>
      ))}
    </View>
  )
}
