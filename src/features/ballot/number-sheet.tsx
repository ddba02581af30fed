import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { publicNumber } from '@/domain/ballot/public-number'
import { Button } from '@/ui/button/button'
import { notice } from '@/ui/notice/notice'
import { Sheet } from '@/ui/sheet/sheet'
import { TextField } from '@/ui/text-field/text-field'
import { at, numberInWords } from './ballot-words'
import { type Held, heldTitle, numberHint } from './desk-words'
import { Problem } from './problem'
import { useDeskCommand } from './use-desk'
import { publishNumberWords } from './wording'
import './number-sheet.css'

interface NumberSheetProps {
  /** Null closes it. */
  held: Held | null
  now: number
  onClose: () => void
  onEntered: () => void
}

/** Entering the public number of a ballot: the second member of staff who enters it has it drawn. */
export function NumberSheet({ held, now, onClose, onEntered }: NumberSheetProps) {
  const [typed, setTyped] = useState('')
  const { send, busy, problem, forget } = useDeskCommand('ballot.publishNumber', publishNumberWords)
  const ballotId = held?.ballotId ?? null
  useEffect(() => {
    setTyped('')
    forget()
    // oxlint-disable-next-line react/exhaustive-deps -- begins anew for each ballot
  }, [ballotId])
  if (!held || ballotId === null) return null
  const digits = publicNumber(typed.trim())
  const enter = async () => {
    const value = await send({ ballotId, number: typed.trim() })
    if (!value) return
    notice(value.confirmed ? '两边对上了，摇好了' : '记下了，请另一位同事也录一遍')
    onEntered()
  }
  return (
    <Sheet open title={heldTitle(held)} onClose={onClose}>
      <View className="number-hint number">
        {`${held.numberSource}，${at(held.numberAt, now)} 公布。${numberHint(held)}`}
      </View>
      <TextField
        label="公布的数字"
        value={typed}
        maxLength={120}
        placeholder="照原文录，先后次序不能变"
        onChange={(text) => {
          forget()
          setTyped(text)
        }}
      />
      <View className="number-read number">
        {digits ? `按 ${numberInWords(digits)} 来摇` : '至少 6 位数字'}
      </View>
      <Problem problem={problem} />
      <Button block busy={busy} disabled={digits === null} onTap={() => void enter()}>
        {held.enteredBy > 0 && !held.enteredByMe ? '录入，对上就摇' : '录入'}
      </Button>
    </Sheet>
  )
}
