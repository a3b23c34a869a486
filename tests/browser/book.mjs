// Where the book is that is looked at: `dist/book`, or what BOOK names.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BOOK = resolve(process.env.BOOK ?? fileURLToPath(new URL('../../dist/book', import.meta.url)));
