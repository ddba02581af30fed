import { View } from '@tarojs/components'
import { inCalendar, subscribe } from '@/gateway/device/subscribe'
import { copyText } from '@/gateway/device/sharing'
import { Button } from '@/ui/button/button'
import { notice } from '@/ui/notice/notice'
import './made-address.css'

/** An address that was just made, and the ways to take it along. */
export function MadeAddress({ address }: { address: string }) {
  const copy = async (): Promise<void> => {
    notice((await copyText(address)) ? '地址复制好了' : '没复制成，照上面抄也行')
  }
  return (
    <View className="made-address">
      <View className="made-address-head">您的日历地址</View>
      <View className="note">只显示这一次，现在就放进手机。</View>
      <View className="made-address-text">{address}</View>
      <Button block onTap={() => void copy()}>
        复制地址
      </Button>
      {inCalendar ? (
        <Button kind="ghost" block icon="calendar" onTap={() => subscribe(address)}>
          放进这台设备的日历
        </Button>
      ) : null}
    </View>
  )
}
