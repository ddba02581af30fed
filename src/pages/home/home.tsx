import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'

export default function Home() {
  return (
    <View aria-label="首页">
      <Button type="primary">首页</Button>
    </View>
  )
}
