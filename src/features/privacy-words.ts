interface Words {
  title: string
  what: string
  otherwise: string
  /** Said when somebody did not agree, where the screen itself has nothing to say of it. */
  refused?: string
}

/** What each function of the platform is used for here, and what goes on without it. */
export const PRIVACY_WORDS: Readonly<Record<string, Words>> = {
  chooseMedia: {
    title: '要用您选的照片',
    what: '只拿您选的那一张，用在您正办的这件事上。',
    otherwise: '不同意也行：不放照片，别的照常办。',
    refused: '没有选照片，写好的都在。想选再点一次。',
  },
  chooseMessageFile: {
    title: '要用您选的文件',
    what: '只拿您在聊天里选的那一个，用在您正办的这件事上。',
    otherwise: '不同意也行：不带文件，别的照常办。',
    refused: '没有选文件，写好的都在。想选再点一次。',
  },
  getFuzzyLocation: {
    title: '要一次大概的位置',
    what: '只在手机里算哪个驿站近。不存，不上传。',
    otherwise: '不同意也行：驿站照样看，也能按地名算远近。',
  },
  addPhoneCalendar: {
    title: '要写进手机的日历',
    what: '把这堂课的时间地点写进去。不看您别的日程。',
    otherwise: '不同意也行：时间在这一页看得到。',
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
    refused: '没有扫码，手写那几位也行。想扫再点。',
  },
}

/** What a platform asks for that this version does not know of. */
export const OTHER_PRIVACY_WORDS: Words = {
  title: '微信要您同意一件事',
  what: '您点的这一步要用到手机里的东西，只用这一次。',
  otherwise: '不同意也行：别的照常用。',
}
