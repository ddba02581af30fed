import { useEffect, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Popup } from '@nutui/nutui-react-taro'
import { useAppearance } from '../appearance'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import './sheet.css'

interface SheetProps {
  open: boolean
  title: string
  onClose(): void
  children?: ReactNode
}

function useEscape(open: boolean, onClose: () => void) {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !open) return
    const before = document.activeElement
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus()
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- listens while it is open
  }, [open])
}

/** A sheet from below, for one choice or question. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const still = useAppearance(({ scale }) => scale) === 'large'
  useEscape(open, onClose)
  return (
    <Popup
      visible={open}
      position="bottom"
      destroyOnClose
      lockScroll
      duration={still ? 0 : 220}
      className="sheet"
      overlayClassName="sheet-veil"
      onOverlayClick={() => {
        onClose()
        return false
      }}
    >
      <View className="sheet-inside" {...aria({ role: 'dialog', label: title })}>
        <View className="sheet-head">
          <View className="sheet-title" {...aria({ role: 'heading' })}>
            {title}
          </View>
          <Tap className="sheet-close" label="关上" onTap={onClose}>
            <Icon name="close" size={22} />
          </Tap>
        </View>
        {children}
      </View>
    </Popup>
  )
}
