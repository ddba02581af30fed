/** Why a table cannot be read at all: one Chinese sentence for whoever chose the file. */
export class ListRefused extends Error {
  override readonly name = 'ListRefused'
}
