// After an install: the package `node` keeps, beside the one file we run, what it was unpacked from (62 MB of headers
// for compiling add-ons in C++). Plain JavaScript, because the first install runs on whatever Node is there.
import { existsSync, rmSync } from 'node:fs';

const node = new URL('../../node_modules/node/', import.meta.url);
if (existsSync(new URL('bin/node', node)))
	rmSync(new URL('node_modules/', node), { recursive: true, force: true });
