import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { untilInWords } from '@/domain/time/words'
import { serverNow } from '@/gateway/clock'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { ProblemNote } from './problem-note'
import { useNow } from '../use-now'
import { useFamilyCommand } from './use-family-command'
import { makeCodeWords } from './wording'
import './my-code.css'

type Code = Output<'family.code'>

/** A code of one's own to read out, in letters that can be read across a table. */
export function MyCode() {
  const [made, setMade] = useState<(Code & { at: number }) | null>(null)
  const until = made ? parseInstant(made.expiresAt) : 0
  const now = useNow(made ? minutesTo(until) : [])
  const { send, busy, problem } = useFamilyCommand('family.code', makeCodeWords)
  // The clock on screen may be half a minute old when a code is made.
  const left = made && untilInWords(until, Math.max(now, made.at))
  const show = async (): Promise<void> => {
    const code = await send({})
    if (code) setMade({ ...code, at: serverNow() })
  }

  return (
    <View className="my-code">
      {made ? (
        <>
          <View
            className={left ? 'my-code-letters' : 'my-code-letters my-code-old'}
            {...aria({ role: 'img', label: left ? spoken(made.code) : '这个口令过期了' })}
          >
            {made.code.slice(0, 3)}
            <View className="my-code-gap" />
            {made.code.slice(3)}
          </View>
          <View className="my-code-left number" {...aria({ live: 'polite' })}>
            {left ? `把这六位念给对方，${left}` : '这个口令过期了，换一个新的'}
          </View>
        </>
      ) : (
        <View className="my-code-why">
          点下面，会出现六位字母和数字。念给女儿、儿子，他们就能替您报名；念给志愿者，这一次替您报上。
        </View>
      )}
      <Button kind={left ? 'ghost' : 'primary'} block busy={busy} onTap={() => void show()}>
        {made ? '换一个口令' : '显示我的口令'}
      </Button>
      <ProblemNote problem={problem} />
    </View>
  )
}

/** The instants at which another minute is gone. */
function minutesTo(until: number): number[] {
  return Array.from({ length: 10 }, (_, minutes) => until - minutes * 60_000)
}

function spoken(code: string): string {
  return `我的口令 ${Array.from(code).join(' ')}`
}
