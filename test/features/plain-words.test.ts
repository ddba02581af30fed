/** What people read is short and plain: long sentences are listed, jargon and blame are not there. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { lengthOf, screenTexts, sentencesOf, textsIn } from '../support/words/screen-texts'

/** As many characters as a child of twelve reads at one go. */
const MOST = 24
/**
 * The longer ones, for people to look at when one is added: `KEEP_WORDS=1 npm test -- --only unit
 * plain-words` writes the list anew.
 */
const LIST = 'test/features/long-sentences.txt'

/** Words of those who make programs, and words that put the blame on whoever reads them. */
const UNWANTED: [string, RegExp][] = [
  ['of programs', /系统|服务器|客户端|请求|参数|接口|数据|缓存|配置|字段|加载|超时|进程|代码|模块/],
  ['of accounts', /用户|账号|帐号|权限|授权|验证码|登陆|注册|ID/],
  ['of failing', /失败|错误|异常|有误|无效|非法|不合法|违规|违约|出错/],
  ['of orders', /必须|禁止|不得|严禁|务必|一律|惩罚|处罚|后果自负/],
]

/** Where one of them is the plain word after all, by a part of the text, and why. */
const ARGUED: Record<string, string> = {
  等不得: 'an urgent matter cannot wait: 不得 forbids nothing here',
  '没有钥匙，拿到数据也看不懂': 'a rule that people agreed to by its version; it stands as it was',
  区里的数据库里: 'where children’s records lie: the law wants it said, by its version',
  网页的数据: 'as browsers call what is to be cleared there',
  常来公开的代码: 'for whoever draws a ballot again at a computer',
}

const texts = screenTexts()

it('looks at every text of the screens', () => {
  expect(texts.length).toBeGreaterThan(2500)
  const planted = textsIn(
    'planted.tsx',
    'const a = "一句"; const b = `还有 ${n} 席。再看`; const c = <View title="题">正 文</View>',
  )
  expect(planted.map(({ text }) => text)).toEqual(['一句', '还有 … 席。再看', '题', '正 文'])
  expect(planted.flatMap(({ text }) => sentencesOf(text))).toHaveLength(5)
})

it.each(UNWANTED)('has no word %s', (_, unwanted) => {
  const plain = (text: string) =>
    Object.keys(ARGUED).reduce((t, part) => t.replaceAll(part, ''), text)
  expect(texts.filter(({ text }) => unwanted.test(plain(text)))).toEqual([])
})

it('argues for no exception that is not there', () => {
  const all = texts.map(({ text }) => text).join('\n')
  expect(Object.keys(ARGUED).filter((part) => !all.includes(part))).toEqual([])
})

it('lists the sentences over 24 characters, and has no other', () => {
  const long = texts.flatMap(({ file, text }) =>
    sentencesOf(text)
      .filter((sentence) => lengthOf(sentence) > MOST)
      .map((sentence) => ({ file: file.replace('src/', ''), sentence })),
  )
  const files = Array.from(new Set(long.map(({ file }) => file))).sort()
  const list = files.flatMap((file) => [
    file,
    ...long
      .filter((one) => one.file === file)
      .map(({ sentence }) => `  ${lengthOf(sentence)} ${sentence}`),
  ])
  if (process.env['KEEP_WORDS']) writeFileSync(LIST, `${list.join('\n')}\n`)
  expect(list).toEqual(existsSync(LIST) ? readFileSync(LIST, 'utf8').trimEnd().split('\n') : [])
})
