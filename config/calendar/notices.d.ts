/** Takes the package's table as JSON, gives what phones need of it as JSON. */
declare function notices(source: string): string
export default notices
