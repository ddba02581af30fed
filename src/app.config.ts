export default defineAppConfig({
  pages: ['pages/home/home', 'pages/courses/courses', 'pages/calendar/calendar', 'pages/me/me'],
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '常来',
    navigationBarTextStyle: 'black',
    backgroundColor: '#faf6f0',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
})
