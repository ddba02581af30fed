import type { ReactNode } from 'react'
import { Button as NativeButton, View, type CommonEvent } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-name'
import { keyboard } from '../tap/tap'
import './button.css'

interface ButtonProps {
  /**
   * `primary` is the one brick action of a screen; `private` for private matters, `call` for a
   * telephone call, `danger` for what cannot be taken back, `ghost` and `quiet` for the rest.
   */
  kind?: 'primary' | 'ghost' | 'quiet' | 'danger' | 'private' | 'call'
  /** Under way: shows that it works, and takes no second tap. */
  busy?: boolean
  disabled?: boolean
  icon?: IconName
  /** As wide as what holds it. */
  block?: boolean
  /** What it does, where the words on it do not say enough. */
  label?: string
  /** WeChat's own abilities of a button. */
  openType?: 'share' | 'openSetting' | 'agreePrivacyAuthorization'
  /** By which the platform knows the button; it looks whether it was tapped. */
  id?: string
  /** The platform has heard that the person agrees (`agreePrivacyAuthorization`). */
  onAgree?: () => void
  onTap?: () => void
  children?: ReactNode
}

/** A button with words on it: the platform's own, which alone can share. A tap ends here. */
export function Button(props: ButtonProps) {
  const { kind = 'primary', busy = false, disabled = false, icon, block = false, onTap } = props
  const still = busy || disabled
  const act = () => {
    if (!still) onTap?.()
  }
  const tap = (event: CommonEvent) => {
    event.stopPropagation()
    act()
  }
  return (
    <NativeButton
      className={`button button-${kind}${block ? ' button-block' : ''}${disabled ? ' button-off' : ''}`}
      openType={props.openType}
      {...(props.id && { id: props.id })}
      onAgreePrivacyAuthorization={props.onAgree}
      hoverClass={still ? 'none' : 'tap-hover'}
      onClick={tap}
      {...aria({ role: 'button', label: props.label, disabled: still })}
      {...(disabled ? {} : keyboard(act))}
    >
      <View className="button-inside">
        {busy ? <View className="button-spin" /> : icon ? <Icon name={icon} /> : null}
        <View>{props.children}</View>
      </View>
    </NativeButton>
  )
}
