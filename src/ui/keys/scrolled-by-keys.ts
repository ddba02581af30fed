/** In a browser: the keyboard stops at what lies within a part that is pushed sideways, and its arrows push it. */
export const scrolledByKeys = (): object => (process.env.TARO_ENV === 'h5' ? { tabIndex: 0 } : {})
