/** Where the key lies that seals what is private on this phone. */
export const SEALED_KEY = 'sealed:key'
