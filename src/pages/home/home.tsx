import { Screen } from '@/ui/screen/screen'

export default function Home() {
  return <Screen tab title="首页" />
}
