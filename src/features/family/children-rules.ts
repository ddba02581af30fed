import { CHILDREN_RULES_VERSION } from '@/domain/family/consent'
import { inForceInWords } from '@/domain/family/words'

/** 2026 年 11 月 27 日起生效 */
export const CHILDREN_RULES_IN_FORCE = inForceInWords(CHILDREN_RULES_VERSION)

/**
 * The rules for children's data, in plain words: what article 10 of the Provisions on the Cyber
 * Protection of Children's Personal Information (2019) asks to be told. Whoever changes a line here
 * changes CHILDREN_RULES_VERSION in the domain.
 */
export const CHILDREN_RULES = [
  {
    title: '这是给谁看的',
    lines: [
      '孩子不满 14 岁，家长替孩子报名以前，请先读这一页。',
      '同不同意由监护人（爸爸妈妈，或者法定的别的监护人）说了算。',
    ],
  },
  {
    title: '记下什么',
    lines: [
      '只记两样：您给孩子写的名字，孩子的生日。名字写小名也行。',
      '还有您哪天同意的、同意的是哪一版规则。',
      '不要照片、身份证号、学校、住址、电话。',
    ],
  },
  {
    title: '用来做什么',
    lines: [
      '名字：报名时您认得出给谁报，到了现场对得上人。',
      '生日：算孩子开课那天几岁，看合不合这一班的年龄。',
      '不做别的用，不用来推荐，没有广告。',
    ],
  },
  {
    title: '谁看得到',
    lines: [
      '生日只有您自己看得到。',
      '名字您看得到；报了哪一课，给那一课点名的人也看得到。',
      '按号叫人的时候，叫号的医师和工作人员只看得到名字的第一个字。',
      '不给别的机构和个人，也不公开。',
    ],
  },
  {
    title: '存在哪儿，存多久',
    lines: [
      '存在运营这个小程序的区里的数据库里，在中国境内；传的时候加密。',
      '您的手机上也留一份，没网时能看；删掉小程序就没了。',
      '存到您把孩子从“家里人”里去掉为止。一去掉，名字和生日马上删掉。',
      '只留下报过哪些课，不写是谁，最多两年。',
      '您三年没来过，我们替您注销，孩子的也一起删掉。',
    ],
  },
  {
    title: '怎么看、怎么改、怎么收回同意',
    lines: [
      '看和改：“我的”里的“家里人”，点孩子的名字。',
      '收回同意：同一页最下面，点“不再替某某报名”。不用说理由。',
      '不在手机上办也行，到中心请工作人员帮您。',
    ],
  },
  {
    title: '怎么要一份带走、怎么全部删掉',
    lines: [
      '要一份带走：设置里点“我的资料”，再点“导出我的资料”。孩子的也在里面。',
      '全部删掉：同一页点“注销”。孩子的名字、生日，您的同意，马上一起删掉。',
      '没上完的课一起退。上过的只剩一个数，不写是谁。',
    ],
  },
  {
    title: '不同意会怎样',
    lines: ['不同意就不记。别的功能照常用，孩子的课可以到中心当面报。'],
  },
  {
    title: '有意见找谁',
    lines: [
      '打电话或到中心说，首页有中心的电话；也可以向网信部门投诉。',
      '规则改了，会请您重新看、重新同意；不同意，原来的照旧算数，也可以删。',
    ],
  },
] as const
