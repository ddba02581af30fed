/**
 * The accessibility attributes that WeChat understands on its built-in components (base library
 * 2.7.1). Taro's templates bind none of them, although its types offer them; an empty text is
 * Taro's way to say "bound, without a default".
 */
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-live': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-expanded': '',
}

export const added = {
  View: aria,
  Text: { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' },
  Image: { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' },
  Button: aria,
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
}

/**
 * What Taro binds and this program never uses. Templates repeat each attribute sixteen times, so
 * they weigh: without these base.wxml is a third smaller.
 */
const unused: Record<string, RegExp> = {
  View: /^(animation|bindAnimation|bindTransition|hover-start-time|hover-stop-propagation)/,
  Text: /^(selectable|space|decode|overflow|max-lines|bind)/,
  Image: /^(bindTouch|bindLong|webp|fade-in|show-menu-by-longpress)/,
  Button:
    /^(lang|session-from|send-message|app-parameter|show-message-card|business-id|bindgetreal|hover-sta|hover-stop|plain|loading|size)/i,
  Map: /^(markers|covers|polyline|circles|controls|include-points|show-|layer|polygons|subkey|rotate|skew|max-|min-|enable-|setting|bind(?!MarkerTap|CalloutTap))/i,
  Textarea:
    /^(placeholder-style|auto-|fixed|cursor$|selection|confirm|hold|adjust|disable-default|show-confirm|name|bind(?!Input|Focus|Blur))/i,
  ScrollView:
    /^(animation|bindAnimation|bindTransition|refresher|bindRefresher|paging|fast|enhanced-|binddrag|type|list|cache|worklet|reverse|clip|min-drag|padding|scroll-into-view-|associative|bindscrollstart|bindscrollend)/i,
}

type Components = Record<string, Record<string, unknown> | undefined>

/** Takes what is unused out of Taro's table of components; compiler and phone must both do so. */
export function prune(components: object) {
  for (const [name, pattern] of Object.entries(unused)) {
    const attributes = (components as Components)[name] ?? {}
    for (const attribute of Object.keys(attributes)) {
      if (pattern.test(attribute)) delete attributes[attribute]
    }
  }
}
