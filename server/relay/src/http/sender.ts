import type { Request } from 'express';
import type { Sender } from './visitors.js';

/** Base64url and dots, as sealed tokens are made of. Anything else is none, and is never opened. */
const bearer = /^Bearer ([A-Za-z0-9._~-]{16,1024})$/i;

/** Who sends a request, as far as its headers tell. */
export function senderOf(request: Request): Sender {
  const cartToken = bearer.exec(request.get('authorization') ?? '')?.[1];
  return { address: request.ip, cartToken };
}
