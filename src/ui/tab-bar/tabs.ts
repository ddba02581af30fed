/** The tabs in their order. */
export const tabs = [
  { page: 'pages/home/home', text: '首页', icon: 'home' },
  { page: 'pages/courses/courses', text: '课程', icon: 'book' },
  { page: 'pages/calendar/calendar', text: '日历', icon: 'calendar' },
  { page: 'pages/stations/stations', text: '驿站', icon: 'pin' },
  { page: 'pages/me/me', text: '我的', icon: 'me' },
] as const

/** The native tab bar takes colours as values, not as custom properties; equal to tokens.css. */
export const TAB_COLOURS = {
  day: {
    color: '#665c53',
    selectedColor: '#a8362a',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
  },
  night: {
    color: '#b3a89c',
    selectedColor: '#f0907f',
    backgroundColor: '#1f1b17',
    borderStyle: 'black',
  },
} as const
