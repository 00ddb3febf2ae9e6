#!/usr/bin/env node
import { openDoor } from '../door.js';

process.exit(await openDoor('start', () => import('./program.ts')));
