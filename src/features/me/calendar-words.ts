import type { Wording } from '../refusal-words'

export const calendarAddressWords: Wording<'me.calendarAddress'> = {}

export const makeCalendarAddressWords: Wording<'me.makeCalendarAddress'> = {
  NOT_OFFERED: () => ({
    title: '这里还没有开通',
    next: '报上名以后，点“加到手机日历”也能加进去。',
  }),
}

export const revokeCalendarAddressWords: Wording<'me.revokeCalendarAddress'> = {}

/** Phones whose calendars are asked in words of their own. */
export type Phone = 'apple' | 'android'

export const PHONES: readonly { value: Phone; label: string }[] = [
  { value: 'apple', label: '苹果手机' },
  { value: 'android', label: '安卓手机' },
]

/** How an address gets into a phone's own calendar, in three steps. */
export const STEPS: Record<Phone, readonly string[]> = {
  apple: [
    '点上面的“复制地址”。',
    '打开手机的“日历”，点下面的“日历”。再点“添加日历”，选“添加订阅日历”。',
    '把地址粘贴进去，点“订阅”，再点“添加”。',
  ],
  android: [
    '点上面的“复制地址”。',
    '打开手机的“日历”，进“设置”，找“日程导入”或“订阅”，选“用网址添加”。',
    '把地址粘贴进去，点“添加”。',
  ],
}

/** What else there is to know of a kind of phone. */
export const STEPS_NOTE: Record<Phone, string | null> = {
  apple: null,
  android: '有的安卓手机没有这一项。那就在每次报上名以后，点“加到手机日历”。',
}
