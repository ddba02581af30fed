import { onPrivacyQuestion, openPrivacyContract } from '@/gateway/device/privacy'
import { askAgreement } from '@/ui/agreement/agreement'
import { notice } from '@/ui/notice/notice'
import { OTHER_PRIVACY_WORDS, PRIVACY_WORDS } from './privacy-words'

/** Asks in our own words, at the moment when something private is needed for the first time. */
export function followPrivacy(): void {
  onPrivacyQuestion(({ of, agree, refuse }) => {
    const words = PRIVACY_WORDS[of] ?? OTHER_PRIVACY_WORDS
    const { refused } = words
    askAgreement({
      ...words,
      onRead: openPrivacyContract,
      onAgree: agree,
      onRefuse: () => {
        refuse()
        if (refused) notice(refused)
      },
    })
  })
}
