import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../button/button'
import { Sheet } from '../sheet/sheet'
import './confirm.css'

interface ConfirmProps {
  open: boolean
  title: string
  /** What will happen, and until when it can be undone. */
  body: ReactNode
  yes: string
  no: string
  danger?: boolean
  busy?: boolean
  onYes: () => void
  onNo: () => void
}

/** One question with two answers. */
export function Confirm(props: ConfirmProps) {
  return (
    <Sheet open={props.open} title={props.title} onClose={props.onNo}>
      <View className="confirm-body">{props.body}</View>
      <View className="confirm-answers">
        <Button kind="ghost" disabled={props.busy} onTap={props.onNo}>
          {props.no}
        </Button>
        <Button kind={props.danger ? 'danger' : 'primary'} busy={props.busy} onTap={props.onYes}>
          {props.yes}
        </Button>
      </View>
    </Sheet>
  )
}
