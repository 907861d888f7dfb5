import 'server-only'
import { makeAction } from '@/lib/platform/action'
import { visitor } from './domain/actor'
import { currentCitizen } from './queries/current-citizen'
import { currentOfficer } from './queries/current-officer'

/** `officerAction(Schema, useCase, say)`: the use case gets the officer of this request. */
export const officerAction = makeAction(currentOfficer)

/** `citizenAction(Schema, useCase, say)`: the use case gets the citizen of this request. */
export const citizenAction = makeAction(currentCitizen)

/** `visitorAction(Schema, useCase, say)`: for whoever need not be signed in. */
export const visitorAction = makeAction(() => Promise.resolve(visitor))
