/**
 * The door of the web shell: who may ask at all, decided from the request line and the headers alone, before any file or token
 * is looked at (safety.md W2, W5). Pure, so that every case can be tried.
 */

export interface RequestFacts {
  method: string;
  /** As it stands in the request line. */
  target: string;
  /** Names and values in turn, as they came: what Node joins or drops must be seen here. */
  rawHeaders: readonly string[];
}

export type Verdict =
  | { kind: 'pass'; path: string; isApi: boolean }
  | { kind: 'redirect'; location: string }
  | { kind: 'refuse'; status: 400 | 403 | 405 | 415; code: string };

const API = '/api/';
const UPLOAD = '/api/upload';
/** Headers that decide something here; a second one would leave open which of them counts. */
const SINGLE = ['origin', 'sec-fetch-site', 'content-type', 'authorization', 'content-length'];

/** The one name this server answers to. */
export function authorityOf(port: number): string {
  return port === 80 ? '127.0.0.1' : `127.0.0.1:${port}`;
}

export function judgeRequest(request: RequestFacts, port: number): Verdict {
  const authority = authorityOf(port);
  const hosts = headerValues(request.rawHeaders, 'host');
  const host = hosts.length === 1 ? hosts[0] : undefined;
  const isOriginForm = request.target.startsWith('/');
  if (!isOriginForm || host !== authority) {
    const isLocalhost = host?.toLowerCase() === authority.replace('127.0.0.1', 'localhost');
    // Without the path: whatever stood there is not carried from one name to the other.
    if (isOriginForm && isLocalhost && request.method === 'GET') {
      return { kind: 'redirect', location: `http://${authority}/` };
    }
    return refuse(403, 'wrong-host');
  }

  if (request.method !== 'GET' && request.method !== 'POST') return refuse(405, 'wrong-method');
  if (SINGLE.some((name) => headerValues(request.rawHeaders, name).length > 1)) return refuse(400, 'doubled-header');
  const path = request.target.split('?', 1)[0] ?? '';
  const isApi = path.startsWith(API);
  if (request.method === 'POST' && !isApi) return refuse(405, 'wrong-method');

  const origin = header(request, 'origin');
  if (origin !== undefined && origin !== `http://${authority}`) return refuse(403, 'wrong-origin');
  const site = header(request, 'sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && !isOpening(request, isApi, site)) {
    return refuse(403, 'wrong-site');
  }
  if (request.method === 'POST' && !hasRightType(header(request, 'content-type'), path)) {
    return refuse(415, 'wrong-type');
  }
  return { kind: 'pass', path, isApi };
}

/** Whether a person opens the page: typed, from the redirect file, or by a link. Other pages may not load our files as parts. */
function isOpening(request: RequestFacts, isApi: boolean, site: string): boolean {
  if (request.method !== 'GET' || isApi) return false;
  return site === 'none' || header(request, 'sec-fetch-dest') === 'document';
}

/** JSON or plain bytes: types that no form and no foreign page can send without asking first. */
function hasRightType(type: string | undefined, path: string): boolean {
  if (path === UPLOAD) return type?.toLowerCase() === 'application/octet-stream';
  return /^application\/json(?: *; *charset="?utf-8"?)?$/i.test(type ?? '');
}

function header(request: RequestFacts, name: string): string | undefined {
  return headerValues(request.rawHeaders, name)[0];
}

function headerValues(rawHeaders: readonly string[], name: string): string[] {
  const values: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() === name) values.push(rawHeaders[at + 1] ?? '');
  }
  return values;
}

function refuse(status: 400 | 403 | 405 | 415, code: string): Verdict {
  return { kind: 'refuse', status, code };
}
