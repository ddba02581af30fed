import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { TextArea } from '@/ui/text-area/text-area'
import { useTyped } from '../use-typed'
import { type Listed, plainReason, REASON } from './desk-words'
import type { useListDesk } from './use-list-desk'
import './move-up-sheet.css'

interface MoveUpSheetProps {
  /** Who is to be put first; null asks nothing. */
  entry: Listed | null
  desk: ReturnType<typeof useListDesk>
  onClose: () => void
}

/** Puts somebody at the front of the list, with the reason that everybody on it will read. */
export function MoveUpSheet({ entry, desk, onClose }: MoveUpSheetProps) {
  const entryId = entry?.entryId ?? null
  const [text, setText, dropText] = useTyped(`move up ${entryId}`, '')
  const reason = plainReason(text)
  const ready = reason.length >= REASON.least
  const close = (): void => {
    desk.forget()
    onClose()
  }
  const move = async (): Promise<void> => {
    if (entryId === null || !(await desk.moveUp(entryId, reason))) return
    dropText()
    close()
  }
  return (
    <Sheet
      open={entry !== null}
      title={entry ? `第 ${entry.position} 位提到最前` : ''}
      onClose={close}
    >
      <TextArea
        label="为什么"
        value={text}
        onChange={setText}
        maxLength={REASON.most}
        placeholder="比如：开课时间改了，补给原来的学员"
      />
      <View className="move-public">候补名单上每个人都会读到这句话。别写姓名、病情和住址。</View>
      {desk.problem ? (
        <View className="move-problem" {...aria({ role: 'alert' })}>
          <View className="move-problem-title">{desk.problem.title}</View>
          <View>{desk.problem.next}</View>
        </View>
      ) : null}
      <View className="move-acts">
        <Button block busy={desk.busy} disabled={!ready} onTap={() => void move()}>
          {ready ? '提到最前' : '先写为什么'}
        </Button>
        <Button kind="ghost" block disabled={desk.busy} onTap={close}>
          先不提
        </Button>
      </View>
    </Sheet>
  )
}
