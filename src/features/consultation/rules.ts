export { CONFIDENTIALITY_RULES } from '@/domain/consultation/consultation'

/**
 * The rules text on confidentiality, of version CONFIDENTIALITY_RULES. Whoever changes a line that
 * somebody agreed to changes the version with it.
 */
export const RULES: readonly { title: string; lines: readonly string[] }[] = [
  {
    title: '为什么要写',
    lines: [
      '让接待您的律师或调解员先知道是什么事，见面时就能直接说到要紧的地方。',
      '只要选一个方面、写一个称呼。别的都可以不写，见面再说。',
    ],
  },
  {
    title: '谁能看',
    lines: [
      '接待您的那一位律师或调解员，和您自己。换了人，原来的人就看不到了。',
      '中心的工作人员只看得到有这么一件、约在什么时间、办到哪一步，看不到写了什么、是哪方面的事。',
      '您写的名字变成一串对不回来的编号，只用来保证同一个人不会接待双方。这串编号留两年。',
      '律师要守的秘密，事情办完以后也一样要守。',
    ],
  },
  {
    title: '怎么存',
    lines: [
      '写的话、名字、电话和附件，送到以后先加密再存。没有钥匙，拿到数据也看不懂。',
      '每次有人打开，都记下时间，您在“我的预约”里看得见。',
      '没送出的草稿加密留在这部手机里，最多 7 天，送出就去掉。',
      '不用来做别的事，不给别的人，不拿去打广告。',
    ],
  },
  {
    title: '什么时候销毁',
    lines: [
      '办完或者撤回以后 180 天，钥匙销毁，谁也看不了，包括我们自己。',
      '随时可以撤回，撤回也从那天算起。',
    ],
  },
  {
    title: '不同意会怎样',
    lines: ['这一件就送不出去。看日历、报名、找驿站都照常，也可以直接打电话给中心。'],
  },
]
