import { View } from '@tarojs/components'
import { becomePersona } from '@/gateway/session/session'
import { inBrowser } from '@/gateway/device/in-browser'
import { openScreen } from '@/gateway/navigation'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Sheet } from '@/ui/sheet/sheet'
import './persona-sheet.css'
import { usePersonas } from './use-personas'

interface PersonaSheetProps {
  open: boolean
  onClose: () => void
  /** Somebody was chosen. */
  onChosen?: () => void
}

const VISITOR = ''
const SIGN_IN = '/pages/devices/sign-in/sign-in'

/** Who to try the product as; only the local host offers this. In a browser one can sign in. */
export function PersonaSheet({ open, onClose, onChosen }: PersonaSheetProps) {
  const { offered, current } = usePersonas()
  const signIn = (): void => {
    onClose()
    openScreen(SIGN_IN)
  }
  const options = [
    ...offered.map(({ name, label, note }) => ({ value: name, label, note })),
    { value: VISITOR, label: '只是看看', note: '不登记身份，能看不能报' },
  ]
  return (
    <Sheet open={open} title={offered.length > 0 ? '用谁的身份' : '先登录'} onClose={onClose}>
      {inBrowser ? (
        <View className="persona-note">
          <Button kind="ghost" block icon="qr" onTap={signIn}>
            在电脑上登录
          </Button>
        </View>
      ) : null}
      {offered.length > 0 ? (
        <>
          <View className="note persona-note">本机演示才有这一步，在微信里不用选。</View>
          <Choice
            label="身份"
            options={options}
            value={current ?? VISITOR}
            onChange={(name) => {
              becomePersona(name === VISITOR ? null : name)
              onClose()
              if (name !== VISITOR) onChosen?.()
            }}
          />
        </>
      ) : null}
    </Sheet>
  )
}
