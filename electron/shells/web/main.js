#!/usr/bin/env node
import { openDoor } from '../../door.js';

process.exit(await openDoor('web', () => import('./program.ts')));
