import { useAppearance } from '@/ui/appearance'
import { MeLarge } from './me-large'
import { MeStandard } from './me-standard'

/** 我的: what I booked, how I want the screens, what is kept about me; in 大字 what I booked. */
export default function MePage() {
  const large = useAppearance(({ scale }) => scale) === 'large'
  return large ? <MeLarge /> : <MeStandard />
}
