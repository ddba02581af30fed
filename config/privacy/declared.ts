import type { OperationName } from '../../src/contract'
import type { Information } from './private-apis'

/** A private interface that the mini-program calls, as it is declared in the console. */
export interface DeclaredCall {
  /** Which calls; several of one kind and purpose together. */
  apis: readonly string[]
  information: Information
  /** In the packages in which its code lies: `main`, or a subpackage's root. */
  packages: readonly string[]
  /** What the console asks: 用途, told to the person. */
  purpose: string
  /** Where the person meets it. */
  screens: readonly string[]
}

/** What a person writes by hand, without any interface of WeChat. */
export interface DeclaredInput {
  information: string
  operations: readonly OperationName[]
  purpose: string
  screens: readonly string[]
}

/**
 * Every private interface that is called. One that is not here, or is called in a package that is not
 * named here, fails the gate: whoever adds a call declares it, and says for what.
 */
export const DECLARED_CALLS: readonly DeclaredCall[] = [
  {
    apis: ['getFuzzyLocation'],
    information: '位置信息',
    packages: ['main'],
    purpose: '在手机里算出哪个驿站离得近，排好先后。位置不上传，也不保存；不给位置，名单照样能看。',
    screens: ['驿站（点“用我的位置”以后）'],
  },
  {
    apis: ['chooseMedia'],
    information: '选中的照片或视频信息',
    packages: ['pages/consultation', 'pages/programme', 'pages/staff', 'pages/station'],
    purpose:
      '约律师、找调解时附上材料的照片；工作人员给驿站、活动选一张照片。只取选中的那一张，照片里的拍摄地点会去掉。',
    screens: ['问律师、找调解的填写页', '补充材料', '排课（封面）', '一个驿站（照片，工作人员）'],
  },
  {
    apis: ['chooseMessageFile'],
    information: '选中的文件',
    packages: ['pages/consultation', 'pages/programme', 'pages/staff', 'pages/station'],
    purpose:
      '约律师、找调解时附上文件；工作人员交课程表、驿站名单的表格。只取选中的那一个文件；表格用完就删，材料跟预约一起销毁。',
    screens: ['问律师、找调解的填写页', '补充材料', '课程表（工作人员）', '管驿站（工作人员）'],
  },
  {
    apis: ['addPhoneCalendar'],
    information: '日历（仅写入）权限',
    packages: ['pages/activity', 'pages/booking'],
    purpose: '点“加进手机日历”时，把这一次课的时间地点写进手机日历。不读日历里的别的内容。',
    screens: ['课程详情', '报上了'],
  },
  {
    apis: ['setClipboardData'],
    information: '剪切板',
    packages: ['main'],
    purpose: '点“复制”时，把日历地址、验摇号的数字、邀请口令或者联系方式放进剪切板。不读剪切板。',
    screens: ['放进手机日历', '我的摇号', '验一验', '谁在这里工作（工作人员）', '受理（工作人员）'],
  },
]

/** What people write themselves; the console takes these as “其他” or by the kind it knows. */
export const DECLARED_INPUTS: readonly DeclaredInput[] = [
  {
    information: '自己写的称呼（可以不写）',
    operations: ['me.update'],
    purpose: '在小程序里称呼本人；只有本人和替报名的家里人看得到。',
    screens: ['设置'],
  },
  {
    information: '家里人的称呼，孩子的名字和生日',
    operations: ['family.save'],
    purpose: '替孩子和老人报名，核对课程的年龄要求。孩子的资料要家长同意了才记。',
    screens: ['家里人'],
  },
  {
    information: '预约律师、调解时写的话、名字、联系方式、附件',
    operations: ['consultation.request', 'consultation.amend'],
    purpose: '交给接待的那一位办理。加密存着，只有接待的那一位和本人看得到，结束 180 天后销毁。',
    screens: ['问律师、找调解的填写页', '补充材料'],
  },
  {
    information: '评价、投诉和建议',
    operations: ['consultation.rate', 'consultation.sendFeedback'],
    purpose: '中心看到以后答复，改进工作。',
    screens: ['投诉建议', '一个预约'],
  },
  {
    information: '说驿站怎么样',
    operations: ['stations.report'],
    purpose: '提醒别的人驿站开没开、缺什么；不显示是谁说的。',
    screens: ['一个驿站'],
  },
]
