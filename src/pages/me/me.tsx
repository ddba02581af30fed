import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'

export default function Me() {
  return (
    <View aria-label="我的">
      <Button type="primary">我的</Button>
    </View>
  )
}
