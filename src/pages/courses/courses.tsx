import { useAppearance } from '@/ui/appearance'
import { CoursesLarge } from './courses-large'
import { CoursesStandard } from './courses-standard'
import './courses.css'

/** 课程: everything that still has something to come. */
export default function Courses() {
  const large = useAppearance(({ scale }) => scale) === 'large'
  return large ? <CoursesLarge /> : <CoursesStandard />
}
