/** What a token of another system may do, a closed list. */
export const apiScopes = ['dossiers:write', 'events:write', 'status:read'] as const
export type ApiScope = (typeof apiScopes)[number]

/** Another system at this request, as its token says. It acts in the commune that gave the token, and nowhere else. */
export type ApiClient = { tokenId: string; communeId: string; scopes: readonly ApiScope[] }

/** What other systems may tell of a dossier; each is one deed of the table of transitions, or refused. */
export const exchangeEvents = ['supplement-received', 'payment-settled', 'withdrawn', 'result-returned'] as const
export type ExchangeEvent = (typeof exchangeEvents)[number]
