import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Calls, privateCalls } from './calls'
import { DECLARED_CALLS, DECLARED_INPUTS, type DeclaredCall } from './declared'
import { TO_BE_REQUIRED } from './private-apis'

export const DECLARATION = 'docs/privacy-declaration.md'

interface AppJson {
  subPackages: { root: string }[]
  requiredPrivateInfos?: string[]
}

const appAt = (root: string) =>
  JSON.parse(readFileSync(path.join(root, 'dist/weapp/app.json'), 'utf8')) as AppJson

/** What the built mini-program below `root` calls of WeChat's private interfaces. */
export function callsOfBundle(root: string): Calls {
  const roots = appAt(root).subPackages.map((one) => one.root)
  return privateCalls(path.join(root, 'dist/weapp'), roots)
}

/**
 * What of the bundle's calls is not declared, or declared and not called, one sentence each; none
 * where the declaration is true. `required` is the list in app.json.
 */
export function misdeclared(
  calls: Calls,
  required: readonly string[],
  declared: readonly DeclaredCall[] = DECLARED_CALLS,
): string[] {
  const wrong: string[] = []
  for (const [name, packages] of calls) {
    const known = declared.find(({ apis }) => apis.includes(name))
    if (!known) wrong.push(`${name} is called in ${[...packages].join()} and is not declared.`)
    else {
      const more = [...packages].filter((one) => !known.packages.includes(one))
      if (more.length > 0) wrong.push(`${name} is called in ${more.join()}, for what is not said.`)
      const idle = known.packages.filter((one) => !packages.has(one))
      if (idle.length > 0)
        wrong.push(`${name} is declared for ${idle.join()} and not called there.`)
    }
  }
  for (const name of declared.flatMap(({ apis }) => apis)) {
    if (!calls.has(name)) wrong.push(`${name} is declared and not called.`)
  }
  const wanted = [...calls.keys()].filter((name) => TO_BE_REQUIRED.includes(name)).sort()
  if (wanted.join() !== [...required].sort().join()) {
    wrong.push(`requiredPrivateInfos has to be [${wanted.join()}], and is [${required.join()}].`)
  }
  return wrong
}

/** The declaration as an operator copies it, item by item, into the console. */
export function declarationText(): string {
  const calls = DECLARED_CALLS.map(
    ({ information, apis, purpose, screens }, index) =>
      `### ${index + 1}. ${information}\n\n` +
      `- 接口: ${apis.map((name) => `\`wx.${name}\``).join(', ')}\n` +
      `- 用途 (to be copied): ${purpose}\n` +
      `- 页面: ${screens.join('；')}\n`,
  )
  const inputs = DECLARED_INPUTS.map(
    ({ information, operations, purpose, screens }, index) =>
      `### ${DECLARED_CALLS.length + index + 1}. ${information}\n\n` +
      `- 操作: ${operations.map((name) => `\`${name}\``).join(', ')}\n` +
      `- 用途 (to be copied): ${purpose}\n` +
      `- 页面: ${screens.join('；')}\n`,
  )
  return `${INTRODUCTION}
## By WeChat's interfaces

${calls.join('\n')}
## Written by people themselves

${inputs.join('\n')}
## Not asked for

手机号、身份证、住址、通讯录、微信昵称和头像、精确位置、麦克风、运动步数、设备传感器: no interface for
any of these is called, and a call that is added fails the tests until it is declared here.
`
}

const INTRODUCTION = `# Privacy declaration

For 微信公众平台 → 设置 → 服务内容声明 → 用户隐私保护指引. Written by \`npm run privacy-declaration\` from
\`config/privacy/declared.ts\`; a test reads the syntax of the built mini-program and compares what it
really calls with this. Choose in the console the kind of information of each heading, and copy its
用途. Location besides needs 开发管理 → 接口设置 → 获取模糊地理位置 (\`getFuzzyLocation\`); where that is
refused, everything else works, and rest stations stand in the order of the list.
`

/** Whether the bundle calls what is declared, and the document says so. */
export function declarationIsCurrent(root: string): boolean {
  const wrong = misdeclared(callsOfBundle(root), appAt(root).requiredPrivateInfos ?? [])
  return wrong.length === 0 && documentAt(root) === declarationText()
}

export function documentAt(root: string): string {
  try {
    return readFileSync(path.join(root, DECLARATION), 'utf8')
  } catch {
    return ''
  }
}
