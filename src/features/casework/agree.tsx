import { View } from '@tarojs/components'
import { Icon } from '@/ui/icon/icon'
import { Tap } from '@/ui/tap/tap'
import './agree.css'

interface AgreeProps {
  agreed: boolean
  onChange: (agreed: boolean) => void
  children: string
}

/** A box to be ticked before something can be done. */
export function Agree({ agreed, onChange, children }: AgreeProps) {
  return (
    <Tap className="agree" role="checkbox" pressed={agreed} onTap={() => onChange(!agreed)}>
      <View className={agreed ? 'agree-box agree-box-on' : 'agree-box'}>
        {agreed ? <Icon name="check" size={18} /> : null}
      </View>
      <View className="agree-words">{children}</View>
    </Tap>
  )
}
