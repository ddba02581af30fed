import { TAB_COLOURS, tabs } from './ui/tab-bar/tabs'

// In a browser the screen draws the tab bar itself, so that it follows the chosen scheme.
const drawnByScreen = process.env.TARO_ENV === 'h5'

// Every part of the screens in every state, for whoever works on them: only where `npm start` builds.
const gallery =
  drawnByScreen && process.env.LOCAL_PAGES === 'yes'
    ? [{ root: 'pages/gallery', pages: ['gallery/gallery'] }]
    : []

export default defineAppConfig({
  pages: tabs.map(({ page }) => page),
  subPackages: [
    { root: 'pages/activity', pages: ['activity/activity'] },
    { root: 'pages/booking', pages: ['confirmed/confirmed', 'ticket/ticket'] },
    { root: 'pages/station', pages: ['station/station', 'map/map'] },
    {
      root: 'pages/me-more',
      pages: ['settings', 'about', 'calendar', 'data', 'help', 'more'].map(
        (page) => `${page}/${page}`,
      ),
    },
    {
      root: 'pages/consultation',
      pages: ['form', 'rules', 'sent', 'mine', 'one', 'amend', 'times', 'feedback', 'said'].map(
        (page) => `${page}/${page}`,
      ),
    },
    {
      root: 'pages/casework',
      pages: ['cases/cases', 'case/case', 'hours/hours', 'referral/referral', 'waiting/waiting'],
    },
    { root: 'pages/people', pages: ['people/people', 'invited/invited', 'audit/audit'] },
    { root: 'pages/devices', pages: ['sign-in/sign-in', 'approve/approve', 'mine/mine'] },
    { root: 'pages/queue', pages: ['now/now', 'desk/desk'] },
    { root: 'pages/waitlist', pages: ['mine/mine', 'desk/desk', 'lists/lists'] },
    { root: 'pages/notices', pages: ['mine/mine'] },
    { root: 'pages/lessons', pages: ['lesson/lesson'] },
    {
      root: 'pages/attendance',
      pages: ['check-in', 'day', 'roster', 'sheet', 'poster', 'mine', 'contested'].map(
        (page) => `${page}/${page}`,
      ),
    },
    {
      root: 'pages/ballot',
      pages: ['enter', 'mine', 'verify', 'desk', 'announce'].map((page) => `${page}/${page}`),
    },
    { root: 'pages/family', pages: ['family/family', 'member/member', 'rules/rules', 'code/code'] },
    { root: 'pages/programme', pages: ['list/list', 'new/new', 'plan/plan', 'one/one'] },
    {
      root: 'pages/staff',
      pages: ['workbench', 'station-list', 'limits', 'timetable'].map((page) => `${page}/${page}`),
    },
    {
      root: 'pages/figures',
      pages: ['centre', 'district', 'open', 'message'].map((page) => `${page}/${page}`),
    },
    ...gallery,
  ],
  preloadRule: {
    'pages/home/home': {
      network: 'all',
      packages: ['pages/activity', 'pages/booking', 'pages/consultation', 'pages/me-more'],
    },
    'pages/courses/courses': { network: 'all', packages: ['pages/activity'] },
    'pages/calendar/calendar': { network: 'all', packages: ['pages/activity'] },
    'pages/stations/stations': { network: 'all', packages: ['pages/station'] },
    'pages/me/me': {
      network: 'all',
      packages: [
        ...['pages/booking', 'pages/me-more', 'pages/family', 'pages/consultation'],
        ...['pages/waitlist', 'pages/notices'],
      ],
    },
    'pages/activity/activity/activity': { network: 'all', packages: ['pages/ballot'] },
    'pages/booking/ticket/ticket': {
      network: 'all',
      packages: ['pages/queue', 'pages/attendance'],
    },
    'pages/me-more/settings/settings': {
      network: 'all',
      packages: [
        ...['pages/staff', 'pages/casework', 'pages/attendance', 'pages/lessons'],
        'pages/people',
        'pages/devices',
        'pages/figures',
        'pages/programme',
      ],
    },
  },
  tabBar: {
    custom: drawnByScreen,
    ...TAB_COLOURS.day,
    ...(drawnByScreen
      ? {}
      : {
          color: '@tabText',
          selectedColor: '@tabOn',
          backgroundColor: '@tabPaper',
          borderStyle: '@tabBorder' as 'black',
        }),
    list: tabs.map(({ page, text, icon }) => ({
      pagePath: page,
      text,
      ...(drawnByScreen ? {} : { iconPath: `@${icon}`, selectedIconPath: `@${icon}On` }),
    })),
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '常来',
    navigationBarTextStyle: '@text',
    backgroundColor: '@paper',
    backgroundTextStyle: '@pull',
  },
  // A rough point is enough to sort by distance, and is all that is asked for.
  requiredPrivateInfos: ['getFuzzyLocation'],
  permission: {
    'scope.userFuzzyLocation': { desc: '用大概的位置找最近的驿站，只在手机里算远近' },
  },
  // Before album, camera, chats' files, location or calendar the platform asks us for our own words.
  __usePrivacyCheck__: true,
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
})
