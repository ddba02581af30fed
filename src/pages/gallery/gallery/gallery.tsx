import { useRouter } from '@tarojs/taro'
import { Beside } from './beside'
import { isMode, Pane } from './pane'
import './gallery.css'

/** Every part of the screens in every state: three modes side by side, or one (`?mode=`) by itself. */
export default function Gallery() {
  const { mode = '' } = useRouter().params
  return isMode(mode) ? <Pane mode={mode} /> : <Beside />
}
