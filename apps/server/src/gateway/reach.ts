import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { type PartName, partOf } from '@benchcast/core/api'
import type { FastifyRequest } from 'fastify'
import { decoded } from '../http/guard.ts'
import { notFound } from '../http/known-paths.ts'
import { pathOf } from '../http/problem.ts'

/** The parts that are served on an address; undefined is all of them. What belongs to none, such as /health and /docs, is served everywhere. */
export type Reach = ReadonlySet<PartName> | undefined

const reaches = new WeakMap<object, Reach>()

/** Whatever comes in at this server sees these parts only. */
export function limitReach(server: Server, reach: Reach): void {
  if (reach !== undefined) server.on('connection', (socket: Socket) => reaches.set(socket, reach))
}

/** The parts that a connection may ask for. */
export const reachOf = (socket: object): Reach => reaches.get(socket)

export const isWithin = (reach: Reach, part: PartName | undefined): boolean => reach === undefined || part === undefined || reach.has(part)

/** Throws 404 when the request is for a part that is not served at the address it came in at. Decided on the route that was matched. */
export function checkReach(request: FastifyRequest): void {
  const reach = reachOf(request.raw.socket)
  if (reach === undefined) return
  const part = request.is404 ? partOf(decoded(pathOf(request.url))) : request.routeOptions.config.facts?.part
  if (!isWithin(reach, part)) throw notFound()
}
