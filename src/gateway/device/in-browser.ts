/** Whether this is the app in a browser: there alone somebody signs in. */
export const inBrowser = process.env.TARO_ENV === 'h5'
