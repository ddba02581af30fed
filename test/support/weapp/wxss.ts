import postcss, { type Rule } from 'postcss'

/** Tags of WXML that style sheets select by name. */
const TAGS =
  'view|text|button|image|input|textarea|scroll-view|swiper|swiper-item|form|label|picker|switch|page'
const TAG = new RegExp(`(^|[\\s>+~,(])(${TAGS})(?![\\w-])`, 'g')

/**
 * Turns WXSS into CSS for the browser's page: tags become `wx-…`, rpx a 750th of the screen's
 * width, vh a hundredth of the page's own window (the native tab bar takes its part).
 */
export function wxssToCss(wxss: string): string {
  const root = postcss.parse(wxss)
  root.walkRules((rule) => {
    if (isKeyframe(rule)) return
    rule.selector = rule.selector
      .replace(TAG, '$1wx-$2')
      .replace(/(^|[\s,])body(?![\w-])/g, '$1wx-page')
      .replace(/:root\b/g, 'wx-page')
  })
  root.walkDecls((declaration) => {
    if (declaration.value.includes('url(')) return
    declaration.value = declaration.value
      .replace(/(-?[\d.]+)rpx\b/g, (_, n: string) => `calc(${n} * 100vw / 750)`)
      .replace(/(-?[\d.]+)vh\b/g, (_, n: string) => `calc(${n} * var(--window-height) / 100)`)
  })
  return root.toString()
}

function isKeyframe(rule: Rule): boolean {
  const { parent } = rule
  return parent?.type === 'atrule' && /keyframes$/.test((parent as postcss.AtRule).name)
}
