/** One step of the file's shape. Never edited once released: a new shape is a new step. */
export interface Migration {
  /** 1, 2, 3 ...: the `user_version` after it. */
  version: number;
  name: string;
  /** SHA-256 of the schema text after it (schema-hash.ts); anything else in the file was not made by Weft. */
  schemaHash: string;
  sql: string;
}
