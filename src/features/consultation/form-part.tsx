import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import type { Draft } from './draft'
import './form-part.css'

/** What every question of the form is given. */
export interface PartProps {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
  /** The first question of a screen is its title. */
  first: boolean
}

interface FormPartProps {
  first: boolean
  title: string
  note?: string
  children?: ReactNode
}

/** One question of the form, with why it is asked. */
export function FormPart({ first, title, note, children }: FormPartProps) {
  return (
    <View className={first ? 'part part-first' : 'part'}>
      <View className={first ? 'title' : 'part-title'} {...aria({ role: 'heading' })}>
        {title}
      </View>
      {note ? <View className="note part-note">{note}</View> : null}
      <View className="part-body">{children}</View>
    </View>
  )
}
