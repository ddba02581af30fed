import { useState } from 'react'
import { View } from '@tarojs/components'
import { momentInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Confirm } from '@/ui/confirm/confirm'
import './draft-note.css'

interface DraftNoteProps {
  /** When what is shown was written, in an earlier run of the app; null for now. */
  foundFrom: number | null
  now: number
  onDrop: () => void
}

/** Says that this goes on from what was begun before, and lets go of it when asked. */
export function DraftNote({ foundFrom, now, onDrop }: DraftNoteProps) {
  const [asking, setAsking] = useState(false)
  if (foundFrom === null) return null
  return (
    <View className="draft-note">
      <View className="draft-words number">
        {`接着${momentInWords(foundFrom, now)} 写的，留在这部手机里 7 天。`}
      </View>
      <View className="draft-act">
        <Button kind="quiet" onTap={() => setAsking(true)}>
          重新写
        </Button>
      </View>
      <Confirm
        open={asking}
        title="从头写？"
        body="上次写的会从这部手机里去掉，找不回来。"
        yes="从头写"
        no="接着写"
        danger
        onYes={() => {
          setAsking(false)
          onDrop()
        }}
        onNo={() => setAsking(false)}
      />
    </View>
  )
}
