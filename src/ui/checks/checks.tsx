import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { CheckBox } from '../check-box/check-box'
import { Tap } from '../tap/tap'
import './checks.css'

interface CheckProps {
  label: ReactNode
  note?: string | null | undefined
  checked: boolean
  /** Cannot be ticked; the note says why. */
  disabled?: boolean
  onChange: () => void
}

/** One thing to tick, its square before it. */
export function Check({ label, note, checked, disabled = false, onChange }: CheckProps) {
  return (
    <Tap role="checkbox" className="check" pressed={checked} disabled={disabled} onTap={onChange}>
      <CheckBox on={checked} disabled={disabled} />
      <View className="check-words">
        <View className={checked ? 'check-label check-label-on' : 'check-label'}>{label}</View>
        {note ? <View className="check-note">{note}</View> : null}
      </View>
    </Tap>
  )
}

/** Several of a few, all of them in sight. */
export function Checks({ label, children }: { label: string; children?: ReactNode }) {
  return (
    <View className="checks" {...aria({ role: 'group', label })}>
      {children}
    </View>
  )
}
