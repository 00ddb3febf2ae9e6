/**
 * First import of the shell, before anything can write a file or load the SQLite addon: what Electron and Weft write is
 * readable by nobody else (safety.md S2).
 */
import '../../backend/runtime-check.ts';

process.umask(0o077);
