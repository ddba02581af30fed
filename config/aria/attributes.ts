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

export const components = {
  View: aria,
  Text: { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' },
  Image: { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' },
  Button: aria,
  Input: { 'aria-label': '' },
}
