import { useState } from 'react'
import { View } from '@tarojs/components'
import { codeOfScanned, codeOfScene } from '@/domain/devices/sign-in'
import { canScan, scanCode } from '@/gateway/device/scan'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { notice } from '@/ui/notice/notice'
import { TextField } from '@/ui/text-field/text-field'
import './approval.css'

/** The code on a desk's screen: to scan, or to type its six letters. */
export function DeskLetters({ onCode }: { onCode: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  const code = codeOfScene(typed)
  const scan = async (): Promise<void> => {
    const text = await scanCode()
    if (text === null) return
    const scanned = codeOfScanned(text)
    if (scanned) onCode(scanned)
    else notice('这不是登录的码，扫电脑上写着“等手机扫码”的那一个')
  }
  return (
    <Card>
      {canScan ? (
        <Button block icon="qr" onTap={() => void scan()}>
          扫电脑上的码
        </Button>
      ) : null}
      <View className="desk-letters-act">
        在电脑的浏览器里打开常来，点“在电脑上登录”。会出现一个码，下面有六位字母和数字。
      </View>
      <TextField
        label="电脑上的六位"
        value={typed}
        maxLength={6}
        placeholder="不分大小写"
        onChange={(text) => setTyped(text.replace(/[^0-9A-Za-z]/g, '').toUpperCase())}
      />
      <Button
        kind={canScan ? 'ghost' : 'primary'}
        block
        disabled={code === null}
        onTap={() => code && onCode(code)}
      >
        {code === null ? '先写六位' : '下一步'}
      </Button>
    </Card>
  )
}
