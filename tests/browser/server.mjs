// A loopback web server over one folder: what a static host would serve, nothing more.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves `folder`; gives the address (without a slash at its end) and a function that stops the server. */
export async function serve(folder) {
  const server = createServer((request, response) => answer(folder, request, response));
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const stop = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}

async function answer(folder, request, response) {
  try {
    // Browsers ask for it by themselves when a page names no icon, as the frame with the contents does.
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    const file = path(folder, new URL(request.url, 'http://localhost').pathname);
    const bytes = await readFile(file);
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(bytes);
  } catch {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('not found');
  }
}

/** The file that an address names; throws when it lies outside of the folder. */
function path(folder, address) {
  const file = normalize(join(folder, decodeURIComponent(address)));
  if (file !== folder && !file.startsWith(folder + sep)) throw new Error('outside of the folder');
  return address.endsWith('/') ? join(file, 'index.html') : file;
}
