import type { DataGroupKey } from './kept-after'

/** What a group of tables holds about somebody, in words that a resident and an auditor read. */
export interface DataGroup {
  title: string
  holds: string
  why: string
  /** For how long, from when. */
  kept: string
  /** What lets us keep it: articles of 个人信息保护法 unless another law is named. */
  basis: string
  /** What becomes of it when somebody erases their account. */
  erased: string
}

export const DATA_GROUPS: Readonly<Record<DataGroupKey, DataGroup>> = {
  identity: {
    title: '我是谁',
    holds: '微信给的编号、自己写的称呼、常去的中心、最近哪个月来过',
    why: '认出是同一个人，叫对称呼',
    kept: '到您注销为止；三年没来过，我们替您注销',
    basis: '第十三条第一款第二项：为您提供服务所必需',
    erased: '马上删除；同一个微信号再来，是一位新居民',
  },
  family: {
    title: '家里人',
    holds: '孩子的名字和生日、老人的称呼、监护人什么时候同意的',
    why: '替家里人报名，看年龄合不合适',
    kept: '到您删掉为止；删掉的只留一个编号，最多两年',
    basis: '第二十九条、第三十一条：监护人的单独同意',
    erased: '马上删除；您用口令关联的老人，他们自己的资料不动',
  },
  bookings: {
    title: '报名和上课',
    holds: '报了哪些课、给谁报的、来没来、排过什么队',
    why: '留住座位，凭码进门，算公平的名额',
    kept: '最后一次课后两年，之后去掉名字，只剩数',
    basis: '第十三条第一款第二项：为您提供服务所必需',
    erased: '没上完的马上退，队马上不排；上过的去掉名字，只剩“有一个人来过”',
  },
  draws: {
    title: '摇号',
    holds: '登记过哪次摇号、几号、摇中没有',
    why: '公开摇号，照顾上次没摇中的人',
    kept: '摇完三年，之后去掉名字',
    basis: '第十三条第一款第二项；公布过的名单要能随时验',
    erased: '没截止的马上撤回；公布过的号还在，和您没有关系了',
  },
  strikes: {
    title: '没来和退晚了',
    holds: '哪次没来、哪次退晚了、您说过不对没有',
    why: '座位不白占',
    kept: '不再算数后一年',
    basis: '第十三条第一款第二项：为您提供服务所必需',
    erased: '马上删除',
  },
  notices: {
    title: '通知',
    holds: '告诉过您哪些变动、看了没有',
    why: '课有变，您要知道',
    kept: '一年',
    basis: '第十三条第一款第二项：为您提供服务所必需',
    erased: '马上删除',
  },
  alerts: {
    title: '微信里的提醒',
    holds: '您点过几次“提醒我”，哪次提醒发了、哪次没发；没有写的话',
    why: '您点一次，只发一次；没收到，查得出为什么',
    kept: '发完 30 天；点过的，一年；最后一次怎么答的，和“我是谁”一样久',
    basis: '第十三条第一款第一项：您的同意',
    erased: '马上删除，没发的不再发',
  },
  consultations: {
    title: '找律师、调解、投诉建议',
    holds: '写的话（律师和调解的加密）、附件、约的时间、结果',
    why: '给您办事',
    kept: '写的话结束 180 天后销毁；有过这件事，三年',
    basis: '第二十九条：您的单独同意；人民调解法、律师法的保密和存档要求',
    erased:
      '没办的马上撤回；没人打开过的和投诉建议马上销毁；打开过的封存到 180 天；正在调解的由调解员办完',
  },
  professionals: {
    title: '律师和调解员见过谁',
    holds: '当事人姓名的密文指纹、谁在什么时候打开过',
    why: '同一位律师不接同一件事的两边',
    kept: '指纹两年；打开的记录三年',
    basis: '律师法第三十九条：不得担任双方代理',
    erased: '指纹认不出人，留到两年；您自己打开过的记录去掉名字',
  },
  stations: {
    title: '驿站',
    holds: '说过哪个驿站怎么样',
    why: '提醒后面的人',
    kept: '90 天',
    basis: '第十三条第一款第二项：为您提供服务所必需',
    erased: '马上删除',
  },
  desks: {
    title: '电脑登录',
    holds: '在哪种浏览器登录过、什么时候',
    why: '不是您登录的，您看得出来',
    kept: '退出后七天',
    basis: '第十三条第一款第二项；网络安全法第二十一条',
    erased: '马上退出，马上删除',
  },
  calendar: {
    title: '手机日历',
    holds: '日历地址的指纹',
    why: '手机日历自己更新',
    kept: '到您停用为止',
    basis: '第十三条第一款第一项：您的同意',
    erased: '马上失效',
  },
  files: {
    title: '路上的文件',
    holds: '刚传上来、还没用上的文件',
    why: '交给下一步用',
    kept: '一天',
    basis: '第十三条第一款第二项：为您提供服务所必需',
    erased: '马上删除',
  },
  answers: {
    title: '刚办的事',
    holds: '最近办的事的答复',
    why: '网断了重发，不会办两次',
    kept: '两天',
    basis: '第十三条第一款第二项：为您提供服务所必需',
    erased: '马上删除；注销的回执没有名字，留两天',
  },
  roles: {
    title: '在中心做事',
    holds: '在哪个中心做什么、谁请的、什么时候结束的',
    why: '只有该看的人才看得到',
    kept: '做事期间；结束后三年',
    basis: '第十三条第一款第三项：履行法定职责；第五十六条',
    erased: '马上卸任；谁做过什么，留三年备查',
  },
  audit: {
    title: '操作记录',
    holds: '凭职务做过什么、什么时候',
    why: '动过居民资料的，查得到',
    kept: '三年，任何人改不了',
    basis: '第五十四条、第五十六条：处理情况记录至少保存三年',
    erased: '留到三年；上面没有名字',
  },
  work: {
    title: '中心的工作',
    holds: '哪位工作人员排的课、改的课、发的话',
    why: '知道是谁办的',
    kept: '和那门课一样久',
    basis: '第十三条第一款第三项：履行法定职责',
    erased: '去掉名字',
  },
}
