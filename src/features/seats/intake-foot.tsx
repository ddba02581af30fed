import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import type { Offer } from './offer'
import './booking-foot.css'

interface IntakeFootProps {
  offer: Offer
  onForm: () => void
  /** A page opened alone from Moments cannot book. */
  lookOnly: boolean
}

/** The foot of a page whose seats are given through a form that only whoever takes it reads. */
export function IntakeFoot({ offer, onForm, lookOnly }: IntakeFootProps) {
  return (
    <>
      <View className="foot-words number">
        <View className="foot-title">{offer.title}</View>
        <View className="note">{lookOnly ? '点下方“前往小程序”预约' : offer.reason}</View>
      </View>
      {lookOnly ? null : (
        <View className="foot-button">
          <Button kind="private" block onTap={onForm}>
            {offer.button}
          </Button>
        </View>
      )}
    </>
  )
}
