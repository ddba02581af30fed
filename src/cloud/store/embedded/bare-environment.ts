/** The environment of the server's programs: nothing of ours but where programs are found. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const environment: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    LC_ALL: 'C',
    TZ: 'Asia/Shanghai',
  }
  return environment as NodeJS.ProcessEnv
}
