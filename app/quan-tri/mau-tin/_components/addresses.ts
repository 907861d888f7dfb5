import type { MessageChannel, Template } from '@/lib/notifications/domain/message'

export const TEMPLATES = '/quan-tri/mau-tin'
export const templateHref = (template: Template, channel: MessageChannel): string => `${TEMPLATES}/${template}/${channel}`
