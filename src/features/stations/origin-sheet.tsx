import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Sheet } from '@/ui/sheet/sheet'
import { type Landmark, measureFrom, measureFromHere, useOriginChoice } from './use-origin'
import './origin-sheet.css'

interface OriginSheetProps {
  open: boolean
  landmarks: readonly Landmark[]
  /** The centre that counts while nothing was chosen. */
  current: Landmark | null
  onClose: () => void
}

/** From where to measure: a place that everybody knows, or the phone's own place once asked for. */
export function OriginSheet({ open, landmarks, current, onClose }: OriginSheetProps) {
  const { landmark, phone, busy, problem } = useOriginChoice()
  const here = async (): Promise<void> => {
    if (await measureFromHere()) onClose()
  }
  return (
    <Sheet open={open} title="从哪儿算远近" onClose={onClose}>
      <Choice
        label="从哪儿算远近"
        options={landmarks.map(({ centreId, shortName, address }) => ({
          value: centreId,
          label: shortName,
          note: address,
        }))}
        value={phone ? null : (landmark ?? current?.centreId ?? null)}
        onChange={(centreId) => {
          measureFrom(centreId)
          onClose()
        }}
      />
      <View className="origin-here">
        <Button kind="ghost" block icon="location" busy={busy} onTap={() => void here()}>
          用我的位置
        </Button>
        <View className="note origin-why">
          {problem ?? '要一次大概的位置，只在手机里算远近，不存也不上传。'}
        </View>
      </View>
    </Sheet>
  )
}
