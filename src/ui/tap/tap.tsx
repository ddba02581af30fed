import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { View, type CommonEvent } from '@tarojs/components'
import { aria, type Role } from '../aria'
import './tap.css'

interface TapProps {
  /** What it does, as one sentence; needed where the text inside does not say it. */
  label?: string
  role?: Extract<Role, 'button' | 'link' | 'tab' | 'checkbox' | 'radio' | 'gridcell'>
  onTap: () => void
  disabled?: boolean
  /** Chosen among several (tab, cell). */
  selected?: boolean
  /** On or off (checkbox, radio). */
  pressed?: boolean
  expanded?: boolean
  className?: string
  style?: CSSProperties
  id?: string
  /** Whether the keyboard stops here; a grid with its own arrow keys has one stop only. */
  stop?: boolean
  children?: ReactNode
}

/** The keyboard of a browser does what a finger does: Enter and Space tap. */
export function keyboard(onTap: () => void, stop = true) {
  if (process.env.TARO_ENV !== 'h5') return {}
  return {
    tabIndex: stop ? 0 : -1,
    onKeyDown(event: KeyboardEvent) {
      if (event.target !== event.currentTarget) return
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      event.stopPropagation()
      onTap()
    },
  }
}

/** The one tappable view: large enough, said aloud, reachable by keyboard. A tap ends here. */
export function Tap(props: TapProps) {
  const { role = 'button', disabled = false, className = '' } = props
  const act = (event: CommonEvent) => {
    event.stopPropagation()
    if (!disabled) props.onTap()
  }
  return (
    <View
      id={props.id}
      className={`tap ${disabled ? 'tap-off ' : ''}${className}`}
      style={props.style}
      hoverClass={disabled ? 'none' : 'tap-hover'}
      hoverStayTime={80}
      onClick={act}
      {...aria({
        role,
        label: props.label,
        disabled,
        selected: props.selected,
        checked: props.pressed,
        expanded: props.expanded,
      })}
      {...(disabled ? {} : keyboard(props.onTap, props.stop))}
    >
      {props.children}
    </View>
  )
}
