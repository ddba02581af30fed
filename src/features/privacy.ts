import { onPrivacyQuestion, openPrivacyContract } from '@/gateway/device/privacy'
import { askAgreement } from '@/ui/agreement/agreement'

interface Words {
  title: string
  what: string
  otherwise: string
}

/** What each function of the platform is used for here, and what goes on without it. */
export const PRIVACY_WORDS: Readonly<Record<string, Words>> = {
  chooseMedia: {
    title: '要用您选的照片',
    what: '只拿您选的那一张，用在您正办的这件事上。',
    otherwise: '不同意也行：不带照片，照样能送出去。',
  },
  chooseMessageFile: {
    title: '要用您选的文件',
    what: '只拿您在聊天里选的那一个，用在您正办的这件事上。',
    otherwise: '不同意也行：不带文件，照样能送出去。',
  },
  getFuzzyLocation: {
    title: '要一次大概的位置',
    what: '只在手机里算哪个驿站近。不存，不上传。',
    otherwise: '不同意也行：驿站照样看，也能按地名算远近。',
  },
  addPhoneCalendar: {
    title: '要写进手机的日历',
    what: '把这堂课的时间地点写进去。不看您别的日程。',
    otherwise: '不同意也行：报的名在“我的”里看得到。',
  },
  setClipboardData: {
    title: '要用手机的剪贴板',
    what: '把您点的这一段字放进去，好粘贴。不看里面原来的。',
    otherwise: '不同意也行：照着屏幕上的字抄下来。',
  },
  scanCode: {
    title: '要用相机扫码',
    what: '只认您扫的这一个码。不拍照，不录像。',
    otherwise: '不同意也行：可以手写那几位码。',
  },
}

/** What a platform asks for that this version does not know of. */
const OTHERS: Words = {
  title: '微信要您同意一件事',
  what: '您点的这一步要用到手机里的东西，只用这一次。',
  otherwise: '不同意也行：别的照常用。',
}

/** Asks in our own words, at the moment when something private is needed for the first time. */
export function followPrivacy(): void {
  onPrivacyQuestion(({ of, agree, refuse }) => {
    const words = PRIVACY_WORDS[of] ?? OTHERS
    askAgreement({ ...words, onRead: openPrivacyContract, onAgree: agree, onRefuse: refuse })
  })
}
