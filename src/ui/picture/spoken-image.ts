import { aria } from '../aria'

/** What a picture shows, said aloud. In a browser it is said of the frame, and not once more within. */
export function spokenImage(label: string): object {
  const spoken = aria({ role: 'img', label })
  return process.env.TARO_ENV === 'h5' ? { ...spoken, imgProps: { alt: '' } } : spoken
}
