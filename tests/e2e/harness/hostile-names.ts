/**
 * An invented export whose names, companies and titles would run, request or rewrite something if any part of the page took them
 * for more than text (safety.md corpus 45 to 47). A script that runs calls `weftRan`, which the watch listens for.
 */
import { type ConnectionRow, connectionsCsv, csvText } from '../../helpers/linkedin-export.ts';

const RUN = 'weftRan(1)';

export const PAYLOADS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<script src=https://elsewhere.test/x.js></script>`,
  `"><script>${RUN}</script>`,
  `'><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `--><script>${RUN}</script>`,
  `<!--<script>${RUN}//-->`,
  `]]><script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<img src=https://elsewhere.test/pixel.png>`,
  `<IMG SRC=javascript:${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<math><mtext><img src onerror=${RUN}></mtext></math>`,
  `<iframe src=https://elsewhere.test/></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>">`,
  `<object data=https://elsewhere.test/x></object>`,
  `<embed src=https://elsewhere.test/x>`,
  `<link rel=stylesheet href=https://elsewhere.test/x.css>`,
  `<meta http-equiv=refresh content=0;url=https://elsewhere.test/>`,
  `<base href=https://elsewhere.test/>`,
  `<form action=https://elsewhere.test/><button>x</button></form>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<body onload=${RUN}>`,
  `<a href="javascript:${RUN}">x</a>`,
  `javascript:${RUN}`,
  `java\nscript:${RUN}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `<%= ${RUN} %>`,
  `#{${RUN}}`,
  `" onmouseover="${RUN}`,
  `' onfocus='${RUN}' autofocus='`,
  `<template><img src=x onerror=${RUN}></template>`,
  `<style>*{background:url(https://elsewhere.test/x)}</style>`,
];

export const LONG_NAME = 'N'.repeat(10_000);
/** Right-to-left override in a name, an isolate that never ends in a company. */
const TURNED = { first: 'Ana\u202eseir', company: '\u2066Kestrel Labs' };
const ZALGO = `Z${'\u0301\u0316'.repeat(250)}algo`;

const address = (name: string, number: number) => `https://www.linkedin.com/in/${name}-zt${number}`;

/** Every payload as first name, last name, company, title and mail name; the odd names, each between two plain neighbours. */
export function hostileConnections(): string {
  const plain = (number: number): ConnectionRow => ({
    first: 'Bram',
    last: `Neighbour${number}`,
    url: address('bram-neighbour', number),
    company: 'Tern Labs',
    position: 'Analyst',
    connectedOn: '2024-03-05',
  });
  const rows: ConnectionRow[] = PAYLOADS.map((payload, index) => ({
    first: payload,
    last: payload,
    url: address('hostile', index + 1),
    company: payload,
    position: payload,
    email: `"${payload.replaceAll(/[\s"]/g, '')}"@hostile.test`,
    connectedOn: '2024-03-04',
  }));
  rows.push(plain(1), { ...TURNED, last: 'Zuta', url: address('ana-turned', 1), connectedOn: '2024-03-04' }, plain(2));
  rows.push({ first: LONG_NAME, last: 'Long', url: address('long-name', 1), connectedOn: '2024-03-04' }, plain(3));
  rows.push({ first: ZALGO, last: 'Marks', url: address('zalgo', 1), company: ZALGO, connectedOn: '2024-03-04' });
  return connectionsCsv(rows);
}

/** A valid table that is no export. */
export const NO_EXPORT = csvText([
  ['Item', 'Price'],
  ['Gooseberry tart', '4.50'],
]);
