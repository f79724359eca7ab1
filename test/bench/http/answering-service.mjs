import { createServer } from 'node:http';

/** A service that answers at once, in a process of its own: its work is nobody's here. Ends with its input. */
const body = JSON.stringify({ id: 'A-1001', status: 'shipped', total: 189.5, items: ['lamp', 'chair'] });
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.stdin.on('end', () => process.exit(0)).resume();
