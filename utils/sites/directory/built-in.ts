/** The services we know by ourselves. A new one is a line in its table; a new table is a line here. */
import { BANKS_CN } from './banks-cn.ts';
import { CHINA } from './china.ts';
import { createDirectory, type Directory } from './directory.ts';
import { GAMES } from './games.ts';
import { MAKERS } from './makers.ts';
import { MONEY } from './money.ts';
import { PEOPLE } from './people.ts';
import { SHOPS } from './shops.ts';
import { readTable } from './table.ts';
import { WORK } from './work.ts';

const TABLES = [CHINA, BANKS_CN, PEOPLE, MAKERS, WORK, SHOPS, MONEY, GAMES];

let built: Directory | null = null;

/** Read when first asked for: most starts of the background never need it. */
export function builtInDirectory(): Directory {
  built ??= createDirectory(TABLES.flatMap(readTable));
  return built;
}
