import { Screen } from '@/ui/screen/screen'

export default function Courses() {
  return <Screen tab title="课程" />
}
