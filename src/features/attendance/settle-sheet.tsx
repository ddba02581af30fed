import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { TextArea } from '@/ui/text-area/text-area'
import { useTyped } from '../use-typed'
import { type Contested, plainReason, REASON } from './contested-words'
import type { useContested, Verdict } from './use-contested'
import './contested-desk.css'

interface SettleSheetProps {
  /** What is decided, and how; null asks nothing. */
  asked: { strike: Contested; state: Verdict } | null
  desk: ReturnType<typeof useContested>
  onClose: () => void
}

const WORDS: Readonly<Record<Verdict, { title: string; usual: string; yes: string }>> = {
  waived: { title: '撤销这一次', usual: '当天点名漏记了', yes: '撤销' },
  upheld: { title: '保留这一次', usual: '当天名单上没有到的记录', yes: '保留' },
}

/** Takes a strike back or lets it stand, with a sentence that the resident reads. */
export function SettleSheet({ asked, desk, onClose }: SettleSheetProps) {
  const key = asked ? `${asked.strike.strikeId} ${asked.state}` : ''
  const [text, setText, dropText] = useTyped(`settle ${key}`, '')
  const words = WORDS[asked?.state ?? 'waived']
  const reason = plainReason(text)
  const ready = reason.length >= REASON.least
  const close = (): void => {
    desk.forget()
    onClose()
  }
  const settle = async (): Promise<void> => {
    if (!asked || !(await desk.settle(asked.strike.strikeId, asked.state, reason))) return
    dropText()
    close()
  }
  return (
    <Sheet open={asked !== null} title={words.title} onClose={close}>
      <View className="settle-quick">
        <Button kind="ghost" label={`填上：${words.usual}`} onTap={() => setText(words.usual)}>
          {words.usual}
        </Button>
      </View>
      <TextArea
        label="为什么"
        value={text}
        onChange={setText}
        maxLength={REASON.most}
        placeholder={`比如：${words.usual}`}
      />
      <View className="settle-public">对方会读到这句话。别写别人的名字和病情。</View>
      {desk.problem ? (
        <View className="settle-problem" {...aria({ role: 'alert' })}>
          <View className="settle-title">{desk.problem.title}</View>
          <View>{desk.problem.next}</View>
        </View>
      ) : null}
      <View className="settle-acts">
        <Button block busy={desk.busy} disabled={!ready} onTap={() => void settle()}>
          {ready ? words.yes : '先写为什么'}
        </Button>
        <Button kind="ghost" block disabled={desk.busy} onTap={close}>
          先放着
        </Button>
      </View>
    </Sheet>
  )
}
