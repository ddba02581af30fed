import { drawnTerm, type SampleActivity, weekdayFrom } from './sample-activity'

const PARTNER = '知奋文化与社区合办'
const SATURDAY = 6
const LESSONS = { frequency: 'weekly', count: 8, onRestDays: 'postpone' } as const

/** Courses of 农业银行社区 whose seats are drawn. `today` is the day of seeding. */
export function nongyeBallots(today: string): SampleActivity[] {
  // Open at least until tomorrow week, so that whoever looks at the sample can enter.
  const soon = weekdayFrom(today, 20, SATURDAY)
  const go = {
    category: 'children',
    audience: 'children',
    host: PARTNER,
    place: '二楼棋室',
    ages: { min: 5, max: 12 },
    bring: '什么都不用带，棋子中心有',
    parallelGroup: '少儿围棋',
  } as const
  return [
    {
      ...go,
      key: 'weiqi-shangwu',
      title: '少儿围棋（上午班）',
      description:
        '从认棋盘、数气、吃子学起，最后一课下一盘完整的棋。想来的孩子比座位多，所以摇号，不拼手速。',
      rule: { ...LESSONS, weekdays: [6], startsOn: soon, time: '09:30', durationMinutes: 60 },
      seating: drawnTerm(12, { time: '09:30', closes: 11, opens: 40 }),
      ballot: 'open',
    },
    {
      ...go,
      key: 'weiqi-xiawu',
      title: '少儿围棋（下午班）',
      description: '和上午班一样的课，一样的老师。登记时可以两个班都选，摇中一个。',
      rule: { ...LESSONS, weekdays: [6], startsOn: soon, time: '14:30', durationMinutes: 60 },
      seating: drawnTerm(12, { time: '14:30', closes: 11, opens: 40 }),
      ballot: 'open',
    },
    {
      key: 'sumiao',
      title: '零基础素描',
      category: 'night-school',
      audience: 'adults',
      description:
        '八个晚上，从一个苹果画到一张脸。画架只有十二个，上一期报名的有三倍，这一期摇号。',
      host: '社区夜校',
      place: '二楼书画室',
      ages: { min: 16, max: null },
      bring: '铅笔和橡皮，纸中心准备',
      rule: {
        ...LESSONS,
        weekdays: [4],
        startsOn: weekdayFrom(today, 6, 4),
        time: '19:00',
        durationMinutes: 90,
      },
      seating: drawnTerm(12, { time: '19:00', closes: 16, opens: 40 }),
      ballot: 'drawn',
    },
    {
      key: 'wushu',
      title: '少儿武术',
      category: 'children',
      audience: 'children',
      description: '抱拳、马步、一套小洪拳。摇号的时间中心还没有公布。',
      host: PARTNER,
      place: '一楼大厅',
      ages: { min: 6, max: 12 },
      bring: '穿软底鞋',
      rule: {
        ...LESSONS,
        weekdays: [7],
        startsOn: weekdayFrom(today, 20, 7),
        time: '16:00',
        durationMinutes: 60,
      },
      seating: drawnTerm(16, { time: '16:00', closes: 11, opens: 40 }),
    },
  ]
}
