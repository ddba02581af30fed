import { useState } from 'react'
import { Choice } from '@/ui/choice/choice'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'

interface ChoiceButtonProps<Value extends string> {
  /** 给谁的 */
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** A choice behind a button, for 大字: one decision at a time instead of a screen full of chips. */
export function ChoiceButton<Value extends string>(props: ChoiceButtonProps<Value>) {
  const { label, options, value, onChange } = props
  const [open, setOpen] = useState(false)
  const chosen = options.find((option) => option.value === value)
  return (
    <>
      <Button kind="ghost" block onTap={() => setOpen(true)}>
        {`${label}：${chosen?.label ?? ''}`}
      </Button>
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <Choice
          label={label}
          options={options}
          value={value}
          onChange={(next) => {
            setOpen(false)
            onChange(next)
          }}
        />
      </Sheet>
    </>
  )
}
