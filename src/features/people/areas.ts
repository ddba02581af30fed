/** The kinds by which a record is looked through, by the area of their operations. */
export const AREAS: readonly { value: string; label: string }[] = [
  { value: 'roles', label: '人员' },
  { value: 'attendance', label: '点名' },
  { value: 'seats', label: '替报名' },
  { value: 'waitlist', label: '候补' },
  { value: 'lessons', label: '课' },
  { value: 'programme', label: '排课' },
  { value: 'notices', label: '消息' },
  { value: 'ballot', label: '摇号' },
  { value: 'casework', label: '受理' },
  { value: 'queue', label: '叫号' },
  { value: 'stations', label: '驿站' },
  { value: 'limits', label: '限制' },
  { value: 'staff', label: '工作台' },
  { value: 'figures', label: '数字' },
  { value: 'centres', label: '中心' },
  { value: 'audit', label: '记录' },
]
