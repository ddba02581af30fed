import { View } from '@tarojs/components'
import { create } from 'zustand'
import { Button } from '../button/button'
import { Sheet } from '../sheet/sheet'
import './agreement.css'

/** What somebody is asked to agree to now. */
export interface Agreement {
  title: string
  /** What it is for at this moment. */
  what: string
  /** What goes on working without it. */
  otherwise: string
  /** The whole text. */
  onRead: () => void
  onAgree: (buttonId: string) => void
  onRefuse: () => void
}

const AGREE = 'agreement-agree'

const useAgreement = create<{ asked: Agreement | null }>(() => ({ asked: null }))

/** Asks on whatever screen is shown. One that is still open is refused: nobody has said yes to it. */
export function askAgreement(agreement: Agreement): void {
  useAgreement.getState().asked?.onRefuse()
  useAgreement.setState({ asked: agreement })
}

const close = (): void => useAgreement.setState({ asked: null })

/** Where an agreement is asked for; every Screen holds one. */
export function AgreementHost() {
  const { asked } = useAgreement()
  if (!asked) return null
  const refuse = (): void => {
    close()
    asked.onRefuse()
  }
  const agree = (): void => {
    close()
    asked.onAgree(AGREE)
  }
  return (
    <Sheet open title={asked.title} onClose={refuse}>
      <View>{asked.what}</View>
      <View className="note agreement-otherwise">{asked.otherwise}</View>
      <Button kind="quiet" block onTap={asked.onRead}>
        看隐私保护指引
      </Button>
      <View className="agreement-answers">
        <Button kind="ghost" onTap={refuse}>
          不同意
        </Button>
        <Button id={AGREE} openType="agreePrivacyAuthorization" onAgree={agree}>
          同意
        </Button>
      </View>
    </Sheet>
  )
}
