import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'

export default function Calendar() {
  return (
    <View aria-label="日历">
      <Button type="primary">日历</Button>
    </View>
  )
}
