import { View } from '@tarojs/components'
import { inMiniProgram } from '@/gateway/device/sharing'
import { Button } from '@/ui/button/button'
import './my-data.css'

interface ExportDataProps {
  busy: boolean
  disabled: boolean
  onSave: () => Promise<void>
}

/** Says what is in the file and where it goes, and makes it. */
export function ExportData({ busy, disabled, onSave }: ExportDataProps) {
  return (
    <View className="my-data-part">
      <View className="my-data-line">一个文件，存着的都在里面。写给律师的话、加的附件也在。</View>
      <View className="note">
        {inMiniProgram
          ? '文件发到您选的聊天里，选“文件传输助手”只有自己看得到。'
          : '文件存在这台设备上，用浏览器打开。'}
      </View>
      <View className="my-data-act">
        <Button
          kind="ghost"
          block
          busy={busy}
          disabled={disabled}
          label="导出我的资料"
          onTap={() => void onSave()}
        >
          导出我的资料
        </Button>
      </View>
    </View>
  )
}
