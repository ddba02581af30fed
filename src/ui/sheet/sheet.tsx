import { useEffect, useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import { useOnTop } from '../layers'
import { NoticeHost } from '../notice/notice'
import { Tap } from '../tap/tap'
import './sheet.css'

interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  children?: ReactNode
}

/** As long as sheet.css takes to move the sheet away. */
const LEAVING_MS = 200

/** Stays mounted while the sheet moves away. */
function usePresence(open: boolean): 'open' | 'leaving' | 'gone' {
  const [there, setThere] = useState(open)
  useEffect(() => {
    if (open) return setThere(true)
    const timer = setTimeout(() => setThere(false), LEAVING_MS)
    return () => clearTimeout(timer)
  }, [open])
  if (open) return 'open'
  return there ? 'leaving' : 'gone'
}

/** In a browser: Escape closes, Tab stays inside, and the focus goes back to where it was. */
function useKeyboard(open: boolean, onClose: () => void) {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !open) return
    const before = document.activeElement
    const stops = () =>
      Array.from(
        document.querySelectorAll<HTMLElement>(
          '.sheet [tabindex="0"], .sheet input, .sheet textarea',
        ),
      )
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
      if (event.key !== 'Tab') return
      const all = stops()
      const [first, last] = [all[0], all[all.length - 1]]
      const here = document.activeElement as HTMLElement | null
      const leaves = event.shiftKey ? here === first : here === last
      if (!leaves && here && all.includes(here)) return
      event.preventDefault()
      ;(event.shiftKey ? last : first)?.focus()
    }
    // Whoever is in it already stays where they are: what they type is not to go astray.
    const enter = () => {
      const all = stops()
      if (!all.includes(document.activeElement as HTMLElement))
        all[0]?.focus({ preventScroll: true })
    }
    const timer = setTimeout(enter, 60)
    document.addEventListener('keydown', onKey)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
    // oxlint-disable-next-line react/exhaustive-deps -- listens while it is open
  }, [open])
}

/** A sheet from below, for one choice or question. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const presence = usePresence(open)
  const onTop = useOnTop(open)
  useKeyboard(open, onClose)
  if (presence === 'gone') return null
  return (
    <View className={`sheet-layer sheet-${presence}`}>
      <View className="sheet-veil" catchMove onClick={onClose} {...aria({ hidden: true })} />
      <View className="sheet" {...aria({ role: 'dialog', label: title })}>
        <View className="sheet-head">
          <View className="sheet-title" {...aria({ role: 'heading' })}>
            {title}
          </View>
          <Tap className="sheet-close" label="关上" onTap={onClose}>
            <Icon name="close" size={24} />
          </Tap>
        </View>
        <NoticeHost onTop={onTop} />
        {children}
      </View>
    </View>
  )
}
