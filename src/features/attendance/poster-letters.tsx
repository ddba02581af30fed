import { useState } from 'react'
import { View } from '@tarojs/components'
import { posterIdOfLetters, POSTER_LETTERS } from '@/domain/attendance/poster-scene'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { TextField } from '@/ui/text-field/text-field'
import './check-in.css'

interface PosterLettersProps {
  centreId: string
  centreName: string
  /** Where the wall can be scanned as well. */
  onScan: (() => void) | null
  onPoster: (posterId: string) => void
}

/** The six letters on the wall, for where there is no scanner or the code cannot be read. */
export function PosterLetters({ centreId, centreName, onScan, onPoster }: PosterLettersProps) {
  const [typed, setTyped] = useState('')
  const posterId = posterIdOfLetters(centreId, typed)
  return (
    <Card>
      {onScan ? (
        <Button block icon="qr" onTap={onScan}>
          扫墙上的码
        </Button>
      ) : null}
      <View className="note letters-act">{`${centreName}墙上的签到码下面，有 ${POSTER_LETTERS} 位字母和数字。`}</View>
      <TextField
        label="墙上的字母"
        value={typed}
        maxLength={POSTER_LETTERS}
        placeholder="不分大小写"
        onChange={(text) => setTyped(text.replace(/[^0-9A-Za-z]/g, '').toUpperCase())}
      />
      <Button
        kind={onScan ? 'ghost' : 'primary'}
        block
        disabled={posterId === null}
        onTap={() => posterId && onPoster(posterId)}
      >
        {posterId === null ? `先写 ${POSTER_LETTERS} 位` : '下一步'}
      </Button>
    </Card>
  )
}
