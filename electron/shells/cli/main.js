#!/usr/bin/env node
import { openDoor } from '../../door.js';

// What still goes to standard output may take its time.
process.exitCode = await openDoor('cli', () => import('./program.ts'));
