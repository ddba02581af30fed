/** "Bound, without a default", in Taro's way of writing it. */
const BOUND = ''
const FALSE = '!1'

/**
 * The accessibility attributes that WeChat understands on its built-in components (base library
 * 2.7.1). Taro's templates bind none of them, although its types offer them.
 */
const named = { 'aria-role': BOUND, 'aria-label': BOUND, 'aria-hidden': BOUND }
const aria = {
  ...named,
  'aria-live': BOUND,
  'aria-checked': BOUND,
  'aria-selected': BOUND,
  'aria-disabled': BOUND,
  'aria-expanded': BOUND,
}

/**
 * The built-in components that this program uses and what it sets on them, with WeChat's defaults:
 * the whole table for the compiler and for the phone. Taro's own knows forty components with all
 * their attributes, and its templates repeat a view's eleven times. Class, style, id and tap are
 * bound to everything. test/gates/templates.test.ts finds what src/ sets and this leaves out.
 */
export const components: Record<string, Record<string, string>> = {
  View: {
    'hover-class': "'none'",
    'hover-stay-time': '400',
    bindTouchStart: BOUND,
    // Becomes the catchtouchmove of a view with catchMove.
    bindTouchMove: BOUND,
    bindTouchEnd: BOUND,
    ...aria,
  },
  Text: named,
  Image: {
    src: BOUND,
    mode: "'scaleToFill'",
    'show-menu-by-longpress': FALSE,
    bindLoad: BOUND,
    bindError: BOUND,
    ...named,
  },
  Button: {
    'open-type': BOUND,
    'hover-class': "'button-hover'",
    bindAgreePrivacyAuthorization: BOUND,
    ...aria,
  },
  Input: {
    value: BOUND,
    placeholder: BOUND,
    'placeholder-class': "'input-placeholder'",
    maxlength: '140',
    'confirm-type': "'done'",
    bindInput: BOUND,
    bindConfirm: BOUND,
    'aria-label': BOUND,
  },
  Textarea: {
    value: BOUND,
    placeholder: BOUND,
    'placeholder-class': "'textarea-placeholder'",
    maxlength: '140',
    'cursor-spacing': '0',
    bindInput: BOUND,
    'aria-label': BOUND,
  },
  ScrollView: { 'scroll-x': FALSE, 'enable-flex': FALSE, 'show-scrollbar': '!0' },
  Map: {
    longitude: BOUND,
    latitude: BOUND,
    scale: '16',
    bindMarkerTap: BOUND,
    bindCalloutTap: BOUND,
    bindError: BOUND,
  },
}

/**
 * How many of these may stand within each other, where that is fewer than Taro has templates for:
 * a veil holds nothing, a text within a text is a word of it.
 */
export const nesting = { 'catch-view': 1, text: 2, 'static-text': 2, 'scroll-view': 2 }
