/** The variable that names the file in which the last step of the schema is written down. */
export const SCHEMA_IN = 'OLDER_HOST_SCHEMA_IN'
