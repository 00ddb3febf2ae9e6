#!/usr/bin/env node
import { openDoor } from '../../door.js';

// A request that is still being answered when its reader has gone keeps nothing open.
process.exit(await openDoor('mcp', () => import('./program.ts')));
