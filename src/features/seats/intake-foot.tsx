import { Button } from '@/ui/button/button'
import { Foot } from '@/ui/foot/foot'
import type { Offer } from './offer'

interface IntakeFootProps {
  offer: Offer
  onForm: () => void
  /** A page opened alone from Moments cannot book. */
  lookOnly: boolean
}

/** The foot of a page whose seats are given through a form that only whoever takes it reads. */
export function IntakeFoot({ offer, onForm, lookOnly }: IntakeFootProps) {
  return (
    <Foot title={offer.title} note={lookOnly ? '点下方“前往小程序”预约' : offer.reason}>
      {lookOnly ? null : (
        <Button kind="private" block onTap={onForm}>
          {offer.button}
        </Button>
      )}
    </Foot>
  )
}
