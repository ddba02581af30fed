/// <reference types="@tarojs/taro" />

declare module '*.css'
declare module '*.png' {
  const url: string
  export default url
}

declare namespace NodeJS {
  interface ProcessEnv {
    /** `weapp` or `h5`, a constant of the build. */
    TARO_ENV: 'weapp' | 'h5'
    /** The version in package.json, a constant of the build. */
    APP_VERSION: string
    /** Where `POST /call` is answered in H5; empty for the same origin. */
    API_BASE: string
    /** The cloud environment that the mini-program calls; empty for the default one. */
    CLOUD_ENV: string
  }
}
