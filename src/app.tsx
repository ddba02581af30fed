import type { PropsWithChildren } from 'react'
import { useLaunch } from '@tarojs/taro'
import { start } from './features/start'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch(start)
  return children
}
