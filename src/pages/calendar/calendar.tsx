import { Screen } from '@/ui/screen/screen'

export default function Calendar() {
  return <Screen tab title="日历" />
}
