import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Section } from '@/ui/section/section'
import { inMiniProgram } from '../sharing'
import { changesOf, countsInWords } from './import-model'
import { ImportPreview } from './import-preview'
import { SaidNote } from './said-note'
import { type Removals, useImport } from './use-import'
import './station-import.css'

const KEEP: Removals = { removeMissing: false, restore: false }
const BUSY = { sending: '正在传上来', looking: '正在读名单', taking: '正在导入' } as const

/** For staff: a list of stations out of a file, looked at before it is taken in. */
export function StationImport({ centreId }: { centreId: string }) {
  const [wish, setWish] = useState(KEEP)
  const list = useImport(centreId)
  const { sent, busy } = list
  const changes = sent ? changesOf(sent.preview, wish) : 0
  const unanswered = sent?.preview.datumSource === 'guessed'

  const choose = (): void => {
    setWish(KEEP)
    void list.choose()
  }

  return (
    <>
      <Section title="名单文件" note={sent?.name}>
        <Card>
          <View className="note import-hint">
            Excel 或 CSV，不超过 10
            MB。要有名称、地址、经度、纬度，最好还有开放时间和设施。先看一遍要改什么，再导入。
          </View>
          {inMiniProgram ? (
            <View className="note import-hint">
              表格在微信的聊天里选，可以先发给“文件传输助手”。也可以用电脑打开常来的网页来传：在“我的”的设置里找到管驿站。
            </View>
          ) : null}
          <Button
            kind={sent ? 'ghost' : 'primary'}
            block
            busy={busy === 'sending' || busy === 'looking'}
            onTap={choose}
          >
            {busy === 'sending' || busy === 'looking' ? BUSY[busy] : sent ? '换一个文件' : '选文件'}
          </Button>
        </Card>
      </Section>
      <SaidNote said={list.sentence && { ok: false, ...list.sentence }} />
      {list.done ? (
        <SaidNote said={{ ok: true, title: '导入好了', next: `${countsInWords(list.done)}。` }} />
      ) : null}
      {sent ? (
        <>
          <Section title="读到的">
            <Card>{countsInWords(sent.preview.counts)}</Card>
          </Section>
          <ImportPreview
            preview={sent.preview}
            wish={wish}
            onWish={setWish}
            onDatum={(datum) => void list.readAs(datum)}
          />
          <View className="import-act">
            <Button
              block
              busy={busy === 'taking'}
              disabled={unanswered || changes === 0}
              onTap={() => void list.take(wish)}
            >
              {unanswered ? '先选坐标' : changes === 0 ? '没有要改的' : `导入，改 ${changes} 个`}
            </Button>
          </View>
        </>
      ) : null}
    </>
  )
}
