import { Screen } from '@/ui/screen/screen'

export default function Me() {
  return <Screen tab title="我的" />
}
