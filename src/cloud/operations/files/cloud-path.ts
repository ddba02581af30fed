const FOLDER = 'uploads/'

/** Where in cloud storage the file of a path goes. */
export const cloudPathOf = (pathId: string): string => `${FOLDER}${pathId}`

/** The path that a file of cloud storage was put at: the end of `cloud://<environment>/uploads/<path>`. */
export const pathOfCloudFile = (cloudFileId: string): string =>
  cloudFileId.slice(cloudFileId.lastIndexOf('/') + 1)
