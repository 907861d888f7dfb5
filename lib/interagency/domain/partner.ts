import type { LocalDate } from '@/lib/kernel/local-date'

export const partnerKinds = ['tax', 'land', 'police', 'insurance', 'health', 'province', 'other'] as const
export type PartnerKind = (typeof partnerKinds)[number]

/** A unit outside the commune that does its part of a dossier. `validTo`: its last day; null while it stands. */
export type Partner = { id: string; kind: PartnerKind; name: string; /** as procedures name the agency */ agencies: readonly string[]; validFrom: LocalDate; validTo: LocalDate | null }

export const standsOn = ({ validFrom, validTo }: Partner, day: LocalDate): boolean => validFrom <= day && (validTo === null || day <= validTo)

/** Who does what a procedure gives to "Công an cấp xã" on that day; null where the commune has entered nobody for it. */
export const partnerFor = (partners: readonly Partner[], agency: string, day: LocalDate): Partner | null =>
  partners.find((partner) => standsOn(partner, day) && (partner.name === agency || partner.agencies.includes(agency))) ?? null
