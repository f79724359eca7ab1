import { Socket as Datagrams } from 'node:dgram';
import { Server, Socket } from 'node:net';

/** Ways from a plain object to the machine that no flag of Node closes. */
const processDoors = ['binding', '_linkedBinding', 'dlopen', 'getBuiltinModule', 'mainModule', 'kill', 'chdir'];
const globalDoors = ['fetch', 'WebSocket', 'EventSource', 'navigator', 'BroadcastChannel', 'MessageChannel', 'process'];

/**
 * Takes from this process what its work does not need. Node 24 has no permission for the network, so what could open a
 * socket is put out of order. A second line behind the realm the scripts run in, before which nobody should get.
 */
export function hardenProcess(): void {
  const refuse = (): never => {
    throw new Error('There is no network here.');
  };
  Socket.prototype.connect = refuse;
  Server.prototype.listen = refuse;
  Datagrams.prototype.bind = refuse;
  Datagrams.prototype.send = refuse;
  Datagrams.prototype.connect = refuse;
  for (const name of processDoors) Reflect.defineProperty(process, name, { value: undefined });
  for (const name of globalDoors) Reflect.deleteProperty(globalThis, name);
}
