import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'

export default function Courses() {
  return (
    <View aria-label="课程">
      <Button type="primary">课程</Button>
    </View>
  )
}
